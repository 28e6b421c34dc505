package browser_test

import (
	"context"
	_ "embed"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// explorable opens a page with its charts and watches it, or skips the test
// where the site was built without the library.
func explorable(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	chromium.Needs(t, "echarts")
	do(t, ctx, chromedp.Navigate(address))
	evaluate[int](t, ctx, `(() => {
		window.faults = [];
		window.shift = 0;
		addEventListener('error', e => faults.push(e.message));
		addEventListener('unhandledrejection', e => faults.push(String(e.reason?.stack ?? e.reason)));
		document.addEventListener('securitypolicyviolation', e => faults.push(e.violatedDirective + ' in ' + e.sourceFile));
		new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) shift += e.value }).observe({type: 'layout-shift', buffered: true});
		return 0;
	})()`)
}

// awaitScript waits for a condition.
func awaitScript(t *testing.T, ctx context.Context, condition string) {
	t.Helper()
	chromium.Await(t, ctx, condition, `window.faults`)
}

// explore presses the button of the first chart; again as long as the browser,
// busy with a fresh page, lets the press go by.
func explore(t *testing.T, ctx context.Context) {
	t.Helper()
	evaluate[int](t, ctx, `$('button.explore').scrollIntoView({block: 'center'}), 0`)
	evaluate[int](t, ctx, `$('button.explore').addEventListener('click', () => window.pressed = true), 0`)
	for !evaluate[bool](t, ctx, `Boolean(window.pressed)`) {
		do(t, ctx, chromedp.Click("button.explore"))
	}
	awaitScript(t, ctx, `$('figure.chart[data-explored]')`)
}

const requested = `performance.getEntriesByType('resource').filter(e => /echarts-/.test(e.name)).length`

// A drawn is a chart as ECharts draws it beside its still picture.
type drawn struct {
	Kind    string
	Marks   int      // of the still picture
	Differ  []string // values of which ECharts has more or fewer
	Crossed []string // labels on one another, or cut off
	Faded   []string // marks that are filled otherwise while they are pointed at
	Moved   []string // what is above the controls and elsewhere now
}

// exploredScript remembers what is in the figures of a page, and returns their number.
//
//go:embed explored.js
var exploredScript string

// noFaults reports errors of scripts and what the security policy refused.
func noFaults(t *testing.T, ctx context.Context, where string) {
	t.Helper()
	if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
		t.Errorf("%s: %q", where, faults)
	}
}

// TestBrowserExploreKinds explores a chart of every kind at two widths and in two schemes of colours: ECharts has the
// marks in number and value, no label is on another or cut off, no mark loses its fill, and Escape leaves nothing behind.
func TestBrowserExploreKinds(t *testing.T) {
	ctx, root := open(t)
	for _, view := range []struct {
		width  int64
		scheme string
	}{{1440, "light"}, {360, "dark"}} {
		chromium.Scheme(t, ctx, view.scheme)
		do(t, ctx, chromedp.EmulateViewport(view.width, 900))
		explorable(t, ctx, root+"charts/")
		if n := evaluate[int](t, ctx, exploredScript); n < 12 {
			t.Errorf("only %d charts can be explored", n)
		}
		evaluate[int](t, ctx, `$$('button.explore').forEach(b => b.click()), 0`)
		awaitScript(t, ctx, `!$('figure.chart[data-frames]:not([data-explored])')`)
		for _, d := range evaluate[[]drawn](t, ctx, `explored.now()`) {
			if d.Marks == 0 || len(d.Differ) > 0 || len(d.Crossed) > 0 || len(d.Faded) > 0 || len(d.Moved) > 0 {
				t.Errorf("at %d px: %+v", view.width, d)
			}
		}
		if changed := evaluate[[]string](t, ctx, `explored.back()`); len(changed) > 0 {
			t.Errorf("at %d px these are not what they were after Escape: %q", view.width, changed)
		}
		noFaults(t, ctx, "the gallery")
	}
}

// TestBrowserExplore explores a chart at two widths: nothing is fetched before, the picture stays where it is, and
// Escape brings the still picture back.
func TestBrowserExplore(t *testing.T) {
	ctx, root := open(t)
	for _, width := range []int64{360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+briefing)
		evaluate[int](t, ctx, `scrollTo(0, document.body.scrollHeight), scrollTo(0, 0), 0`)
		if n := evaluate[int](t, ctx, requested); n != 0 {
			t.Errorf("at %d px ECharts is fetched before anybody asks", width)
		}
		evaluate[int](t, ctx, `$('button.explore').scrollIntoView({block: 'center', behavior: 'instant'}), 0`)
		const top = `$('.drawing').getBoundingClientRect().top`
		before := evaluate[float64](t, ctx, top)
		explore(t, ctx)
		if width == 360 { // where a finger would be on it
			evaluate[int](t, ctx, `echarts.getInstanceByDom($('.live-chart')).dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 }), 0`)
			awaitScript(t, ctx, `$('.chart-tip-live')?.getBoundingClientRect().top >= $('.live-chart').getBoundingClientRect().bottom`)
		}
		if n := evaluate[int](t, ctx, requested); n != 1 {
			t.Errorf("at %d px ECharts was fetched %d times", width, n)
		}
		if changed := evaluate[bool](t, ctx, hiddenForAFrame); changed {
			t.Errorf("at %d px a chart that is hidden for a moment is drawn without a size", width)
		}
		do(t, ctx, chromedp.KeyEvent(kb.Escape))
		awaitScript(t, ctx, `$('.live-chart') === null && document.activeElement.matches('button.explore')`)
		if now := evaluate[float64](t, ctx, top); math.Abs(now-before) > 1 {
			t.Errorf("at %d px the picture moves by %v", width, now-before)
		}
		noFaults(t, ctx, briefing)
	}
}

// hiddenForAFrame reports whether a chart becomes another while it is not shown, as on paper.
const hiddenForAFrame = `(async () => {
	const box = $('.live-chart'), chart = echarts.getInstanceByDom(box), width = chart.getWidth();
	const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
	box.style.display = 'none';
	await frame(), await frame();
	const now = chart.getWidth();
	box.style.display = '';
	box.focus({ preventScroll: true });
	return now !== width;
})()`

// TestBrowserExploreGuidelines explores on a phone a chart with two guidelines near one another: their names have space.
func TestBrowserExploreGuidelines(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(360, 900))
	explorable(t, ctx, root+"charts/distance-2026/")
	explore(t, ctx)
	places := evaluate[[][2]float64](t, ctx, `$$('.live-chart svg text').filter(t => /%/.test(t.textContent))
		.map(t => t.getBoundingClientRect()).map(r => [r.left, r.right])`)
	if len(places) != 2 || places[0][1] >= places[1][0] {
		t.Errorf("the names of two guidelines are at %v", places)
	}
}

// TestBrowserExploreBars explores bars, of which some are small: one answers wherever the pointer is in its row.
func TestBrowserExploreBars(t *testing.T) {
	ctx, root := open(t)
	explorable(t, ctx, root+"charts/distance-2016/")
	explore(t, ctx)
	const tipLive = `(e => e && e.checkVisibility({visibilityProperty: true, opacityProperty: true}) ? e.innerText : '')` +
		`($('.chart-tip-live'))`
	at := evaluate[[]float64](t, ctx, `(() => {
		const box = $('.live-chart'), chart = echarts.getInstanceByDom(box);
		box.scrollIntoView({ block: 'center' });
		const {data} = chart.getOption().series[0], i = Math.floor(data.length / 2), r = box.getBoundingClientRect();
		const [x, y] = chart.convertToPixel({seriesIndex: 0}, [data[i].value, i]), [zero] = chart.convertToPixel({seriesIndex: 0}, [0, i]);
		return [r.left + zero - 30 * Math.sign(x - zero), r.top + y];
	})()`)
	mouseTo(t, ctx, at[0], at[1])
	chromium.Await(t, ctx, tipLive+` !== ''`, tipLive)
}

// shown is what a reader is told of what an explored chart shows.
type shown struct {
	Title, Subtitle, Summary, Address string
	Rows, Years                       []string
	Events                            int
}

const shownScript = `(() => {
	const f = $('figure.chart'), o = echarts.getInstanceByDom(f.querySelector('.live-chart')).getOption();
	const text = name => f.querySelector('.chart-' + name).textContent;
	return { Title: text('title'), Subtitle: text('subtitle'), Summary: text('summary'), Address: location.hash,
		Rows: o.yAxis[0].data ?? [], Years: o.xAxis[0].data ?? [], Events: (o.series[0].markLine?.data ?? []).filter(l => typeof l.xAxis === 'string').length };
})()`

// control sets the control of a label to a value.
func control(t *testing.T, ctx context.Context, label, value string) {
	t.Helper()
	evaluate[int](t, ctx, fmt.Sprintf(`(() => {
		const l = $$('.explore-controls label').find(l => l.textContent.trim().startsWith(%q)), c = l.control;
		c.value = %q;
		for (const kind of ['input', 'change']) c.dispatchEvent(new Event(kind));
		return 0 })()`, label, value))
}

// TestBrowserExploreTime goes through years, editions, periods and orders, from the file system: headline, subtitle,
// summary and address follow, an address opens what it says, paper has the words of the still picture, and Escape brings
// everything back.
func TestBrowserExploreTime(t *testing.T) {
	ctx, dir := chromium.Open(t), sitetest.Whole(t).Folder(t)
	page := func(name string) string {
		return "file://" + filepath.ToSlash(filepath.Join(dir, "charts", name, "index.html"))
	}
	chromium.Prefer(t, ctx, "prefers-reduced-motion", "no-preference") // what is drawn moves
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, page("distance-2016"))
	title := evaluate[string](t, ctx, `$('.chart-title').innerText`)
	explore(t, ctx)
	look := func(where, title, subtitle, summary, address string) shown {
		t.Helper()
		s := evaluate[shown](t, ctx, shownScript)
		if !strings.Contains(s.Title, title) || !strings.Contains(s.Subtitle, subtitle) || !strings.Contains(s.Summary, summary) || s.Address != address {
			t.Errorf("%s: %+v", where, s)
		}
		return s
	}
	control(t, ctx, "Year", "2")
	look("2014", "Three of 28 allies at or above 2% of income in 2014", ", 2014", "in 2014.", "#distance-2016?year=2014&known=2026-07-07")
	control(t, ctx, "Year", "4")
	control(t, ctx, "As known on", "0")
	look("2016 as known in 2016", "Five of 28 allies at or above 2% of income in 2016", "2016", "in 2016.", "#distance-2016?year=2016&known=2016-07-04")
	if from := evaluate[string](t, ctx, `$('.source a').textContent + $('.source a').hash`); from != "NORDA, 4 July 2016#norda-2016-07-04" {
		t.Errorf("the source is %s", from)
	}
	printed := evaluate[[2]string](t, ctx, `['beforeprint', 'afterprint'].map(kind => {
		dispatchEvent(new Event(kind));
		return $('.chart-title').innerText;
	})`)
	if printed[0] != title || !strings.HasPrefix(printed[1], "Five of 28") {
		t.Errorf("the headlines on paper and after that are %q", printed)
	}
	control(t, ctx, "Sort by", "name")
	if s := evaluate[shown](t, ctx, shownScript); s.Rows[0] != "Aldova" {
		t.Errorf("by name %q is first", s.Rows[0])
	}
	do(t, ctx, chromedp.Reload())
	chromium.Await(t, ctx, `$('[data-explored]')`, `location.href`)
	look("the address again", "Five of 28", "2016", "in 2016.", "#distance-2016?year=2016&known=2016-07-04&sort=name")
	do(t, ctx, chromedp.Focus(".live-chart"), chromedp.KeyEvent(kb.Escape))
	chromium.Await(t, ctx, `!$('.live-chart')`, `location.href`)
	if now := evaluate[string](t, ctx, `$('.chart-title').innerText + location.hash`); now != title {
		t.Errorf("Escape leaves %q, want %q", now, title)
	}

	explorable(t, ctx, page("trend-gbl-pom-uso"))
	explore(t, ctx)
	all := evaluate[shown](t, ctx, shownScript)
	control(t, ctx, "From", "8")
	if s := evaluate[shown](t, ctx, shownScript); s.Years[0] != "2022" || s.Events != all.Events-1 || s.Events == 0 || !strings.Contains(s.Title, "in 2022") || s.Subtitle == all.Subtitle {
		t.Errorf("from 2022: %+v, before that %+v", s, all)
	}
	tick(t, ctx, "Usonia") // the last of three
	if s := evaluate[shown](t, ctx, shownScript); s.Title != "Ulmland and Polmark" || !strings.Contains(s.Summary, "Polmark: 2.21% in 2022, 4.68% (estimate) in 2026.") || strings.Contains(s.Summary, "Usonia") {
		t.Errorf("of two lines: %+v", s)
	}
	evaluate[int](t, ctx, `$('.pick button').click(), 0`)
	control(t, ctx, "As known on", "3")
	control(t, ctx, "From", "4")
	older := evaluate[shown](t, ctx, shownScript)
	if at := "from=" + older.Years[0] + "&to=" + older.Years[len(older.Years)-1]; !strings.Contains(older.Address, at) || older.Years[0] == "2014" || strings.Contains(older.Address, "known=2026") || !strings.Contains(older.Title, "in "+older.Years[0]) {
		t.Errorf("a period as known on an older day: %+v", older)
	}

	survey, _ := filepath.Glob(filepath.Join(dir, "charts", "trend-gbl-uso-deg-2017-2024-*"))
	explorable(t, ctx, page(filepath.Base(survey[0]))) // whose period is one of its own
	explore(t, ctx)
	if s := evaluate[shown](t, ctx, shownScript); s.Years[0] != "2017" || !strings.Contains(s.Subtitle, "2017") || s.Address != "" {
		t.Errorf("its own period: %+v", s)
	}
	control(t, ctx, "From", "0")
	if s := evaluate[shown](t, ctx, shownScript); s.Years[0] != "2014" || !strings.Contains(s.Subtitle, "2014") {
		t.Errorf("all of the years: %+v", s)
	}
	noFaults(t, ctx, "the file system")
}

// TestBrowserExploreAddress opens addresses of what there is not, as of a report with other editions: what is nearest is
// shown, and the controls say so.
func TestBrowserExploreAddress(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	for address, want := range map[string]string{
		"distance-2016?year=2024&known=2017-01-01":                    "2016, NORDA, 4 July 2016: Five of 28 allies at or above 2% of income in 2016 (expected)",
		"distance-2016?year=1800&known=1900-01-01":                    "2016, NORDA, 4 July 2016: Five of 28 allies at or above 2% of income in 2016 (expected)",
		"distance-2016?year=x":                                        "2012, NORDA, 7 July 2026: Three of 28 allies at or above 2% of income in 2012",
		"trend-gbl-pom-uso?members=Polmark|Nowhere&from=2024&to=2016": "NORDA, 7 July 2026, 2014, 2016: Polmark",
		"trend-gbl-pom-uso?members=Usonia%26+Isles|Polmark":           "NORDA, 7 July 2026, 2014, 2026: Polmark: from 1.86% in 2014 to 4.68% in 2026 (expected)",
	} {
		id, _, _ := strings.Cut(address, "?")
		explorable(t, ctx, "about:blank")
		explorable(t, ctx, root+"charts/"+id+"/#"+address)
		awaitScript(t, ctx, `document.querySelector('[data-explored]')`)
		if told := evaluate[string](t, ctx, `[...document.querySelectorAll('.explore-controls output')].map(o => o.textContent).join(', ') + ': ' + document.querySelector('.chart-title').textContent`); told != want {
			t.Errorf("%s shows %q, want %q", address, told, want)
		}
	}
	noFaults(t, ctx, "addresses")
	for _, page := range []string{"charts/distance-2016/", "compare/"} {
		explorable(t, ctx, root+page)
		evaluate[int](t, ctx, `addEventListener('hashchange', () => window.moved = true), location.hash = '%E0%A4%A', 0`)
		awaitScript(t, ctx, `window.moved`)
		noFaults(t, ctx, page)
	}
}

// TestBrowserExploreTools chooses members, reads the marks by keys and as a table, plays the years, and goes by Tab
// from the picture to its controls to its files.
func TestBrowserExploreTools(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, root+"charts/distance-2016/")
	explore(t, ctx)
	evaluate[int](t, ctx, `$('.live-chart').focus(), 0`)
	do(t, ctx, chromedp.KeyEvent(kb.ArrowDown))
	if told := evaluate[string](t, ctx, `$('.drawing > [role=status].sr').textContent`); told != "Usonia, 2016: +1.49 points" {
		t.Errorf("an arrow key tells %q", told)
	}
	evaluate[int](t, ctx, `$$('.pick input').forEach(b => /Polmark|Frobia/.test(b.parentNode.textContent) && b.click()), 0`)
	if s := evaluate[shown](t, ctx, shownScript); len(s.Rows) != 2 || !strings.HasSuffix(s.Address, "members=Polmark%7CFrobia") {
		t.Errorf("two are chosen: %+v", s)
	}
	press := func(text string) {
		t.Helper()
		evaluate[int](t, ctx, fmt.Sprintf(`$$('.explore-controls button').find(b => b.textContent === %q).click(), 0`, text))
	}
	press("Data")
	if rows := evaluate[[]string](t, ctx, `$$('.data-view tbody tr').map(r => r.innerText.replace(/\s+/g, ' '))`); len(rows) != 2 || rows[0] != "Polmark, 2016 −0.01 points" {
		t.Errorf("as a table: %q", rows)
	}
	do(t, ctx, chromedp.KeyEvent(kb.Escape))
	if left := evaluate[int](t, ctx, `$$('.data-view').length + 10 * $$('[data-explored]').length`); left != 10 {
		t.Errorf("Escape in the table leaves %d, want the chart alone", left)
	}
	evaluate[int](t, ctx, `HTMLAnchorElement.prototype.click = function () { window.saved = this }, 0`)
	press("Save image")
	awaitScript(t, ctx, `window.saved`)
	if size := evaluate[[]int](t, ctx, `new Promise(done => { const i = new Image(); i.onload = () => done([i.width, i.height]); i.src = saved.href })`); size[0] < 1000 || size[1] < 500 {
		t.Errorf("the picture saved is of %d pixels", size)
	}
	if name := evaluate[string](t, ctx, `saved.download`); name != "distance-2016.png" {
		t.Errorf("it is saved as %q", name)
	}
	evaluate[int](t, ctx, `$$('.explore-controls button').find(b => b.textContent === 'Full screen').dataset.full = 'yes', 0`)
	do(t, ctx, chromedp.Click(`[data-full]`))
	awaitScript(t, ctx, `document.fullscreenElement?.matches('figure.chart') && $('.live-chart svg').clientWidth === $('.drawing').clientWidth`)
	evaluate[int](t, ctx, `document.exitFullscreen().then(() => 0)`)
	press("All of them")
	press("Play")
	awaitScript(t, ctx, `$('.chart-title').innerText.includes('2018')`)
	press("Pause")
	chromium.Axe(t, ctx, "a chart that is explored")
	tabs := evaluate[[]string](t, ctx, `$$('figure.chart .live-chart, figure.chart :is(.explore-bar, .actions) :is(input, button, a)').map(e => e.className.baseVal ?? (e.className || e.closest('.actions, .control, .tools').className.split(' ')[0]))`)
	if joined := strings.Join(slices.Compact(tabs), " "); !strings.HasPrefix(joined, "live-chart") || !strings.HasSuffix(joined, "actions") {
		t.Errorf("Tab goes through %s", joined)
	}
	if n := evaluate[int](t, ctx, `$$('.drawing > svg').filter(e => e.checkVisibility({ visibilityProperty: true })).length`); n > 0 {
		t.Errorf("behind the live chart Tab goes through %d still pictures", n)
	}
	noFaults(t, ctx, "the tools")
}

// TestBrowserExploreTaste follows the reader's scheme of colours, also when the device's or the page's changes.
func TestBrowserExploreTaste(t *testing.T) {
	ctx, root := open(t)
	chromium.Scheme(t, ctx, "light")
	explorable(t, ctx, root+briefing)
	explore(t, ctx)
	tip := `echarts.getInstanceByDom($('.live-chart')).getOption().tooltip[0].backgroundColor`
	paper := `getComputedStyle(document.body).backgroundColor`
	light := evaluate[string](t, ctx, tip)
	if want := evaluate[string](t, ctx, paper); light != want {
		t.Errorf("on light paper the tooltip is %s, want %s", light, want)
	}
	chromium.Scheme(t, ctx, "dark")
	awaitScript(t, ctx, tip+` !== '`+light+`'`)
	if got, want := evaluate[string](t, ctx, tip), evaluate[string](t, ctx, paper); got != want {
		t.Errorf("on dark paper the tooltip is %s, want %s", got, want)
	}
	evaluate[bool](t, ctx, `(s => { s.value = 'light'; return s.dispatchEvent(new Event('change')) })($('.scheme select'))`)
	if got := evaluate[string](t, ctx, tip); got != light {
		t.Errorf("where the page is set to light the tooltip is %s, want %s", got, light)
	}
	evaluate[int](t, ctx, `localStorage.clear(), 0`)
	chromium.Prefer(t, ctx, "forced-colors", "active")
	explorable(t, ctx, root+"charts/heatmap/")
	explore(t, ctx)
	const order = `$$('.explore-controls label').find(l => l.textContent === 'Ordered by').parentNode.querySelector('output').textContent`
	if got := evaluate[string](t, ctx, order); got != "as drawn" {
		t.Errorf("cells that nobody has ordered are ordered by %q", got)
	}
	if wrong := evaluate[int](t, ctx, `echarts.getInstanceByDom($('.live-chart')).getOption().series[0].data.filter(d => !/ \/ 0\.[0-4]/.test(d.itemStyle.color)).length`); wrong > 0 {
		t.Errorf("in forced colours %d cells hide their numbers, or have no colour", wrong)
	}
	const border = `(svg => { svg.innerHTML = '<g class="land"/>'; return getComputedStyle(svg.firstChild).stroke === getComputedStyle(document.body).color })($('svg.narrow'))`
	if !evaluate[bool](t, ctx, border) {
		t.Error("in forced colours land has no border")
	}
	const behind = `(svg => { svg.innerHTML = '<path class="behind"/>'; return getComputedStyle(svg.firstChild).strokeOpacity })($('svg.narrow'))`
	if got := evaluate[string](t, ctx, behind); got != "0.25" {
		t.Errorf("in forced colours lines behind others have the opacity %s", got)
	}
	const faint = `$$('.live-chart text').filter(e => (e.getAttribute('fill-opacity') ?? 1) < 1).length`
	if n := evaluate[int](t, ctx, faint); n > 0 {
		t.Errorf("in forced colours %d numbers are faint", n)
	}
}

// TestBrowserNoScript holds that without scripts nothing is offered that would not work.
func TestBrowserNoScript(t *testing.T) {
	ctx, root := open(t)
	chromium.Scripts(t, ctx, false)
	do(t, ctx, chromedp.Navigate(root+briefing))
	if n := evaluate[int](t, ctx, `$$('figure.chart button').length`); n > 0 {
		t.Errorf("%d buttons without scripts", n)
	}
}

// TestBrowserExplorePanels explores small fields at two widths: each line has its own with its name and the scale of
// all, and so have those that a reader chooses, over a shorter time too.
func TestBrowserExplorePanels(t *testing.T) {
	ctx, root := open(t)
	for _, width := range []int64{1440, 360} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+"charts/panels/")
		evaluate[int](t, ctx, exploredScript)
		explore(t, ctx)
		for _, d := range evaluate[[]drawn](t, ctx, `explored.now()`) {
			if d.Marks == 0 || len(d.Differ) > 0 || len(d.Crossed) > 0 || len(d.Faded) > 0 || len(d.Moved) > 0 {
				t.Errorf("at %d px: %+v", width, d)
			}
		}
		const fields = `(() => { const o = echarts.getInstanceByDom($('.live-chart')).getOption();
			return [o.grid.filter(Boolean).length, ...new Set(o.yAxis.filter(Boolean).map(y => y.max)), ...o.series.filter(Boolean).map(s => s.name)].join() })()`
		all := strings.Split(evaluate[string](t, ctx, fields), ",")
		tick(t, ctx, "Polmark", "Usonia")
		control(t, ctx, "From", "3")
		if now, want := evaluate[string](t, ctx, fields), "2,"+all[1]+","; !strings.HasPrefix(now, want) || strings.Count(now, ",") != 3 {
			t.Errorf("at %d px two of %q chosen: %q", width, all, now)
		}
		do(t, ctx, chromedp.EmulateViewport(width*2/3, 900))
		awaitScript(t, ctx, `(b => echarts.getInstanceByDom(b).getOption().grid.filter(Boolean).every(g => g.left + g.width <= b.clientWidth))($('.live-chart'))`)
		noFaults(t, ctx, "panels")
	}
}
