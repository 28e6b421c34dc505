package browser_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/sitetest"
	"burdenshare/templates"
)

// A choice is what is shown of the members that are chosen in the first chart of a page.
type choice struct {
	Title, Summary, Address string
	Lines, Colours, Ticked  []string
	Marks, Behind           int // Behind are the lines of others
	Low, High               float64
}

const choiceScript = `(() => {
	const f = $('figure.chart'), o = echarts.getInstanceByDom(f.querySelector('.live-chart')).getOption();
	const all = o.series.filter(Boolean), own = all.filter(s => !s.silent), missed = f.querySelector('.live-chart svg path[fill-opacity]');
	return { Title: f.querySelector('.chart-title').textContent, Summary: f.querySelector('.chart-summary').innerText || f.querySelector('.chart-summary').textContent, Address: decodeURIComponent(location.hash.replaceAll('+', ' ')),
		Lines: own.map(s => s.name), Colours: own.map(s => s.lineStyle?.color + ' ' + s.lineStyle?.type), Marks: own.flatMap(s => s.data).filter(d => d?.words).length,
		Behind: missed ? all.length - own.length : 0,
		Ticked: [...f.querySelectorAll('.pick label')].filter(l => l.control.checked).map(l => l.textContent.trim()), Low: o.yAxis[0].min ?? 0, High: o.yAxis[0].max ?? 0 };
})()`

// tick presses the box of a member.
func tick(t *testing.T, ctx context.Context, names ...string) {
	t.Helper()
	for _, name := range names {
		evaluate[int](t, ctx, fmt.Sprintf(`$$('.pick label').find(l => l.textContent.trim() === %q).control.click(), 0`, name))
	}
}

// TestBrowserExploreOthers chooses members that a chart of one does not show, from the file system and by keys:
// headline, summary, axis and address follow, each line has a look of its own, and the address opens what it says.
func TestBrowserExploreOthers(t *testing.T) {
	ctx, dir := chromium.Open(t), sitetest.Whole(t).Folder(t)
	page := "file://" + filepath.ToSlash(filepath.Join(dir, "charts", "trend-pom", "index.html"))
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, page)
	explore(t, ctx)
	own := evaluate[choice](t, ctx, choiceScript)
	do(t, ctx, chromedp.Focus(".pick summary"), chromedp.KeyEvent(kb.Enter))
	awaitScript(t, ctx, `$$('.pick input').length > 20`)
	if now := evaluate[choice](t, ctx, choiceScript); !slices.Equal(now.Ticked, []string{"Polmark"}) || now.Title != own.Title {
		t.Errorf("before anybody is chosen: %+v, want %q", now, own.Title)
	}
	do(t, ctx, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(" "))
	second := evaluate[string](t, ctx, `document.activeElement.parentNode.textContent.trim()`)
	two := evaluate[choice](t, ctx, choiceScript)
	if two.Behind == 0 || two.Behind != own.Behind || two.Title != "Polmark and "+second || two.Marks <= own.Marks || !slices.Equal(two.Lines, []string{"Polmark", second}) && !slices.Equal(two.Lines, []string{second, "Polmark"}) {
		t.Errorf("%q is chosen too: %+v", second, two)
	}
	tick(t, ctx, second, "Usonia", "Ulmland", "Frobia")
	several := evaluate[choice](t, ctx, choiceScript)
	slices.Sort(several.Colours)
	if len(slices.Compact(several.Colours)) != 4 || several.Low < 0 || several.High < 3 || several.Address != "#trend-pom?members=Polmark|Ulmland|Frobia|Usonia" && !strings.HasPrefix(several.Address, "#trend-pom?members=Polmark|") {
		t.Errorf("four are chosen: %+v", several)
	}
	for _, name := range []string{"Polmark", "Usonia", "Ulmland", "Frobia"} {
		if !strings.Contains(several.Summary, name+":") {
			t.Errorf("nothing is said of %s in %q", name, several.Summary)
		}
	}
	tick(t, ctx, "Polmark", "Ulmland", "Frobia")
	alone := evaluate[choice](t, ctx, choiceScript)
	if !strings.HasPrefix(alone.Title, "Usonia: from ") || !strings.HasSuffix(alone.Address, "?members=Usonia") {
		t.Errorf("one is chosen: %+v", alone)
	}
	control(t, ctx, "As known on", "0")
	if older := evaluate[choice](t, ctx, choiceScript); older.Title == alone.Title || !strings.HasPrefix(older.Title, "Usonia") {
		t.Errorf("as known on the first day: %+v", older)
	}
	do(t, ctx, chromedp.Reload())
	chromium.Await(t, ctx, `$('[data-explored]')`, `location.href`)
	if again := evaluate[choice](t, ctx, choiceScript); !slices.Equal(again.Lines, []string{"Usonia"}) || !slices.Equal(again.Ticked, []string{"Usonia"}) {
		t.Errorf("the address again: %+v", again)
	}

	// Points are small: a tip is that of one nearby, and of none where there is none, though a guideline may be there.
	at := evaluate[[]float64](t, ctx, `(() => {
		const box = $('.live-chart'), r = box.getBoundingClientRect(), chart = echarts.getInstanceByDom(box), {data} = chart.getOption().series[0];
		const i = data.findLastIndex(d => d?.words), [x, y] = chart.convertToPixel({seriesIndex: 0}, [i, data[i].value]), [, line] = chart.convertToPixel({seriesIndex: 0}, [i, 2]);
		return [r.left + x - 9, r.top + y + 12, r.top + line];
	})()`)
	const tipLive = `(e => e && e.checkVisibility({visibilityProperty: true, opacityProperty: true}) ? e.innerText : '')($('.chart-tip-live'))`
	mouseTo(t, ctx, at[0], at[1])
	chromium.Await(t, ctx, tipLive+`.startsWith('Usonia, ')`, tipLive)
	if text, source := evaluate[string](t, ctx, tipLive), evaluate[string](t, ctx, `$('.source a').textContent`); !strings.HasSuffix(strings.TrimSpace(text), source) {
		t.Errorf("near a point the tip is %q, without %q", text, source)
	}
	mouseTo(t, ctx, at[0], at[2])
	awaitScript(t, ctx, tipLive+` === ''`)

	do(t, ctx, chromedp.EmulateViewport(360, 740), chromedp.Focus(".pick summary"), chromedp.KeyEvent(kb.Enter))
	awaitScript(t, ctx, `$$('.pick input').length > 20`)
	awaitScript(t, ctx, `$('.pick ul').getBoundingClientRect().right <= 360`)
	do(t, ctx, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Escape))
	if !evaluate[bool](t, ctx, `document.activeElement.matches('.pick:not([open]) > summary') && $('[data-explored]') !== null`) {
		t.Error("Escape in the list of members does not close it alone")
	}

	explorable(t, ctx, strings.Replace(page, "trend-pom", "trend-norda_less_uso", 1))
	explore(t, ctx)
	const plot = `(c => c.getModel().getComponent("grid").coordinateSystem.getRect().width / c.getWidth())(echarts.getInstanceByDom(document.querySelector('.live-chart')))`
	if part := evaluate[float64](t, ctx, plot); part < 0.5 {
		t.Errorf("beside a long name the plot has %.2f of the width", part)
	}
}

// reworded is a report that says the Usonia and has outlines, built once for the tests of both.
var reworded *sitetest.Site

func openReworded(t *testing.T) (ctx context.Context, root string) {
	t.Helper()
	if ctx = chromium.Open(t); reworded == nil {
		words, err := templates.FS.ReadFile(i18n.File)
		if err != nil {
			t.Fatal(err)
		}
		reworded = sitetest.With(t, map[string]string{
			"templates/" + i18n.File: strings.Replace(string(words), `"Gambia"`, `"Usonia"`, 1), "data/outlines.geojson": squares(t)})
	}
	return ctx, reworded.Serve()
}

// TestBrowserExploreTold holds that members are joined as Go joins names, articles and all, that of many the first are
// named, and that a shorter period has its own subtitle and what each figure was at its ends.
func TestBrowserExploreTold(t *testing.T) {
	ctx, root := openReworded(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	for address, want := range map[string][2]string{
		"members=Usonia|Polmark":                            {"The Usonia and Polmark", "2014–2026"},
		"members=Polmark|Frobia|Ulmland|Usonia":             {"Polmark, Frobia, Ulmland and the Usonia", "2014–2026"},
		"members=Polmark|Usonia|Ulmland|Frobia|Itavia":      {"Polmark, the Usonia, Ulmland and two others", "2014–2026"},
		"members=Usonia|Polmark&from=2016&to=2024":          {"The Usonia and Polmark", "2016–2024"},
		"members=Usonia&from=2016&to=2024&known=2026-07-07": {"The Usonia", "2016–2024"},
	} {
		explorable(t, ctx, "about:blank")
		explorable(t, ctx, root+"charts/trend-pom/#trend-pom?"+address)
		awaitScript(t, ctx, `$('[data-explored]')`)
		s := evaluate[shown](t, ctx, shownScript)
		if s.Title != want[0] || !strings.Contains(s.Subtitle, want[1]) {
			t.Errorf("%s: %+v", address, s)
		}
		if told := "The Usonia: 3.49% in 2016, 3.30% in 2024."; strings.Contains(address, "from=") != strings.Contains(s.Summary, told) {
			t.Errorf("%s: of a period it says %q", address, s.Summary)
		}
	}
}

// TestBrowserExploreLit holds that the members that an article is about stay pointed out when the year moves.
func TestBrowserExploreLit(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, root+briefing)
	explore(t, ctx)
	const lit = `echarts.getInstanceByDom($('.live-chart')).getOption().series[0].data.filter(d => d?.label?.fontWeight === 'bold').map(d => d.name)`
	for year := range 4 {
		control(t, ctx, "Year", fmt.Sprint(year))
		if now := evaluate[[]string](t, ctx, lit); len(now) != 5 {
			t.Errorf("in year %d these are pointed out: %q", year, now)
		}
	}
	noFaults(t, ctx, "members pointed out")
}

// TestBrowserExploreMap explores a map of a report that has outlines: the same marks, on the same shapes as the still
// picture, at every time; a report without has tiles.
func TestBrowserExploreMap(t *testing.T) {
	ctx, root := openReworded(t)
	const drawn = `(() => {
		const f = $('figure.chart'), chart = echarts.getInstanceByDom(f.querySelector('.live-chart')), [s] = chart.getOption().series;
		return [s.type, chart.getOption().visualMap.length, ...s.data.filter(d => d.words).map(d => [d.value].flat().at(-1)).sort((a, b) => a - b)].join();
	})()`
	const still = `[...$('.drawing > svg').querySelectorAll('[data-value]')].map(e => Number(e.dataset.value)).sort((a, b) => a - b).join()`
	for _, width := range []int64{1440, 360} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+"charts/map-2016/")
		evaluate[int](t, ctx, exploredScript)
		values, title := evaluate[string](t, ctx, still), evaluate[string](t, ctx, `$('.chart-title').textContent`)
		explore(t, ctx)
		if now := evaluate[string](t, ctx, drawn); now != "map,1,"+values {
			t.Errorf("at %d px the map shows %s, want %s", width, now, values)
		}
		const key, text = `$('.series-key svg')`, `[...%s.querySelectorAll('text')].map(e => e.textContent)`
		swatches := `[...` + key + `.querySelectorAll('.cell')].map(e => getComputedStyle(e).fill)`
		if now, want := evaluate[[]string](t, ctx, fmt.Sprintf(text, key)), evaluate[[]string](t, ctx, fmt.Sprintf(text, `$('.drawing > svg')`)); len(now) < 6 || !slices.Equal(now, want[:len(now)]) {
			t.Errorf("at %d px the key says %q, on the still picture %q", width, now, want)
		}
		colours := evaluate[[]string](t, ctx, `echarts.getInstanceByDom($('.live-chart')).getOption().series[0].data.filter(d => d.words).map(d => d.itemStyle.areaColor)`)
		all := evaluate[[]string](t, ctx, swatches)
		for _, colour := range colours {
			if len(all) != 6 || !slices.Contains(all, colour) {
				t.Errorf("at %d px %s is not in the key, %q", width, colour, all)
			}
		}
		if crossed := evaluate[[]string](t, ctx, `explored.crossed(document)`); len(crossed) > 0 {
			t.Errorf("at %d px these names are on one another: %q", width, crossed)
		}
		const shown = `$$('.live-chart svg text').filter(e => e.getBoundingClientRect().right > 0 && /\d/.test(e.textContent)).length`
		if now, want := evaluate[int](t, ctx, shown), strings.Count(values, ",")+1; now != want && width > 360 {
			t.Errorf("at %d px %d of %d members have their values", width, now, want)
		}
		const lines = `echarts.getInstanceByDom($('.live-chart')).getZr().storage.getDisplayList().filter(e => e.shape?.lines?.length).length`
		if n := evaluate[int](t, ctx, lines); n > 0 && width == 360 {
			t.Error("on a phone lines lead across the land")
		}
		chromium.Prefer(t, ctx, "forced-colors", "active")
		awaitScript(t, ctx, `echarts.getInstanceByDom($('.live-chart')).getOption().series[0].data.every(d => !d.words || / \/ 0\.35/.test(d.itemStyle.borderColor))`)
		chromium.Prefer(t, ctx, "forced-colors", "none")
		control(t, ctx, "Year", "0")
		control(t, ctx, "As known on", "0")
		if now := evaluate[string](t, ctx, `$('.chart-title').textContent`); now == title || evaluate[string](t, ctx, drawn) == "map,1,"+values {
			t.Errorf("at %d px another time shows %q", width, now)
		}
		noFaults(t, ctx, "the map")
	}
	explorable(t, ctx, sitetest.Whole(t).Serve()+"charts/map-2016/")
	explore(t, ctx)
	if now := evaluate[string](t, ctx, drawn); !strings.HasPrefix(now, "heatmap,1,") {
		t.Errorf("without outlines the map shows %s", now)
	}
}

// TestBrowserExploreWhole holds that lines stay as they are when one was pointed at and then the period is another or
// the line is gone, and that nothing that is said is cut off.
func TestBrowserExploreWhole(t *testing.T) {
	ctx, root := open(t)
	const faint = `(() => {
		const chart = echarts.getInstanceByDom($('.live-chart')), names = chart.getOption().series.filter(Boolean).map(s => s.name);
		const faint = chart.getZr().storage.getDisplayList().filter(e => e.z >= 0 && e.style?.opacity < 1 || e.currentStates?.includes('blur')).map(e => e.type);
		const gone = $$('.pick label').map(l => l.textContent.trim()).filter(n => !names.includes(n));
		return faint.concat($$('.live-chart svg text').map(t => t.textContent).filter(n => gone.includes(n)));
	})()`
	const cut = `$$('figure.chart, figure.chart *').filter(e => !(e instanceof SVGElement) && e.textContent.trim() && !e.closest('.pick, .table-scroll, .sr, table') && (e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 0) && getComputedStyle(e).overflowY !== 'visible').map(e => e.className || e.tagName)`
	whole := func(page string, width int64) {
		t.Helper()
		evaluate[int](t, ctx, `$$('figure.chart details:not(.pick)').forEach(d => d.open = true), 0`)
		if now := evaluate[[]string](t, ctx, cut); len(now) > 0 {
			t.Errorf("%s at %d px: cut off in %q", page, width, now)
		}
	}
	chromium.Prefer(t, ctx, "prefers-reduced-motion", "no-preference") // what is drawn moves
	for _, width := range []int64{1440, 360} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+"charts/trend-gbl-pom-uso/")
		explore(t, ctx)
		do(t, ctx, chromedp.Focus(".live-chart"), chromedp.KeyEvent(kb.ArrowRight))
		control(t, ctx, "From", "3")
		tick(t, ctx, "Ulmland")
		awaitScript(t, ctx, faint+`.length === 0`)
		whole("a trend", width)
		noFaults(t, ctx, "what was pointed at")
	}
	for _, page := range []string{"meeting", "heatmap", "growth-norda_less_uso"} {
		do(t, ctx, chromedp.EmulateViewport(360, 900))
		explorable(t, ctx, root+"charts/"+page+"/")
		explore(t, ctx)
		whole(page, 360)
		do(t, ctx, chromedp.EmulateViewport(1440, 900))
		awaitScript(t, ctx, `(box => box.clientWidth > 400 && echarts.getInstanceByDom(box).getWidth() === box.clientWidth)($('.live-chart'))`)
		whole(page, 1440)
		noFaults(t, ctx, page)
	}
}

// squares are outlines of every member of the tests' report, on a grid: some large, and many small and close together.
func squares(t *testing.T) string {
	t.Helper()
	text := golden.Read(t, filepath.Join(sitetest.Repo, "testdata", "report", "data", "members.csv"))
	type feature map[string]any
	var all []feature
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		code, _, _ := strings.Cut(line, ",")
		if strings.Contains(line, ",aggregate") {
			break
		}
		x, y, side := float64(6*(i%6)), float64(40+8*(i/6)), 6.0
		if i >= 12 {
			x, y, side = 13+1.4*float64(i%6), 48+1.4*float64(i/6), 1
		}
		ring := [][2]float64{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}
		all = append(all, feature{"properties": feature{"member": code}, "geometry": feature{"type": "MultiPolygon", "coordinates": [][][][2]float64{{ring}}}})
	}
	raw, err := json.Marshal(feature{"type": "FeatureCollection", "features": all})
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
