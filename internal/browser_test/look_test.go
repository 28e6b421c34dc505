// Package browser_test does what readers do, in a real browser, on the report of testdata/report.
package browser_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

func TestMain(m *testing.M) { os.Exit(sitetest.Main(suite{m})) }

type suite struct{ *testing.M }

func (s suite) Run() int { return chromium.Main(s.M) }

// open opens a page of the browser, and serves the report to it.
func open(t *testing.T) (context.Context, string) {
	t.Helper()
	return chromium.Open(t), sitetest.Whole(t).Serve()
}

// TestBrowserLayout opens pages as readers do: the charts are to be seen, in the drawing that fits, nothing overflows or
// is cut off, and nothing moves while a page loads, with its scripts.
func TestBrowserLayout(t *testing.T) {
	ctx, root := open(t)
	for _, c := range []struct {
		page     string
		charts   int
		scripted bool // loaded at two widths
	}{
		{"", 5, true}, {"what-if/3.5/", 1, true}, {"members/ulmland/", 5, true}, {"members/icemere/", 0, false}, {"years/2016/", 1, true},
		{briefing, 1, true}, {briefing + "now/", 1, false}, {"articles/why-five-became-four/", 3, false}, {"data/", 0, false}, {"methods/", 0, false},
		{"members/", 0, true}, {"years/", 2, false}, {"compare/", 1, true}, {"claims/", 0, false},
	} {
		for _, width := range []int64{360, 320, 768, 1000, 1440} {
			loads := width == 360 || width == 1440 && c.scripted
			if loads { // a page that loads while its window is resized moves
				do(t, ctx, chromedp.Navigate("about:blank"))
			}
			do(t, ctx, chromedp.EmulateViewport(width, 800))
			if loads {
				chromium.Await(t, ctx, fmt.Sprintf("innerWidth === %d", width), "innerWidth")
				do(t, ctx, chromedp.Navigate(root+c.page))
			}
			if loads && c.scripted {
				holdStill(t, ctx, root+c.page, c.page, width)
			}
			holdLook(t, ctx, c.page, width, c.charts)
		}
		if evaluate[bool](t, ctx, `$('.evidence') !== null`) {
			holdEvidence(t, ctx, c.page)
		}
	}
}

// holdStill holds that nothing of the page moves while it is loaded. Where a typeface comes after the first paint, as it
// may on a busy machine, lines may break elsewhere than in the one that stood in for it: a page that moved is loaded
// again, and is at fault where it moves each time.
func holdStill(t *testing.T, ctx context.Context, address, page string, width int64) {
	t.Helper()
	moved := evaluate[[]string](t, ctx, movedScript)
	for tries := 0; len(moved) > 0 && tries < 5; tries++ {
		do(t, ctx, chromedp.Navigate("about:blank"))
		do(t, ctx, chromedp.Navigate(address))
		moved = evaluate[[]string](t, ctx, movedScript)
	}
	if len(moved) > 0 {
		t.Errorf("/%s at %d px moves while it loads: %q", page, width, moved)
	}
}

// movedScript returns how far something moved, what it was, from where and to where, once the typefaces are there, two
// frames have been drawn, and the observer has heard of all before a mark set then.
const movedScript = `new Promise(done => {
	const moved = [];
	const place = r => [r.x, r.y, r.width, r.height].map(Math.round).join(' ');
	const text = s => (s.node?.textContent ?? 'what is gone').trim().slice(0, 40) + ': ' + place(s.previousRect) + ' to ' + place(s.currentRect);
	const observer = new PerformanceObserver(list => {
		for (const e of list.getEntries()) {
			if (e.entryType === 'mark') done(moved);
			else moved.push([e.value.toFixed(4), ...e.sources.map(text)].join(', '));
		}
	});
	observer.observe({type: 'layout-shift', buffered: true});
	observer.observe({type: 'mark'});
	const frame = () => new Promise(requestAnimationFrame);
	document.fonts.ready.then(frame).then(frame).then(() => performance.mark('drawn'));
})`

// holdLook holds what a page looks like in a window of a width.
func holdLook(t *testing.T, ctx context.Context, page string, width int64, charts int) {
	t.Helper()
	l := sitetest.LookAt(t, ctx)
	if l.Width > int(width) {
		t.Errorf("/%s is %d px wide in a window of %d", page, l.Width, width)
	}
	if !l.Styled {
		t.Errorf("/%s has no style", page)
	}
	if l.Wide+l.Narrow != charts || width < 500 && l.Wide > 0 {
		t.Errorf("/%s at %d px shows %d wide and %d narrow drawings, want %d in all", page, width, l.Wide, l.Narrow, charts)
	}
	if len(l.Clipped) > 0 || len(l.Crossed) > 0 {
		t.Errorf("/%s at %d px clips %q and lets %q cross", page, width, l.Clipped, l.Crossed)
	}
	if width == 360 { // tables are cut at 320 px before
		return
	}
	if boxed := evaluate[[]string](t, ctx, boxedScript); len(boxed) > 0 {
		t.Errorf("/%s at %d px has parts that scroll inside it: %q", page, width, boxed)
	}
	if covered := evaluate[[]string](t, ctx, coveredScript); len(covered) > 0 {
		t.Errorf("/%s at %d px covers the column heads %q", page, width, covered)
	}
}

// holdEvidence opens all lists of members of an article's evidence: nothing overflows or is cut off.
func holdEvidence(t *testing.T, ctx context.Context, page string) {
	t.Helper()
	evaluate[int](t, ctx, `$$('details').forEach(d => { d.open = true }), 0`)
	for _, width := range []int64{1440, 768, 360, 320} {
		do(t, ctx, chromedp.EmulateViewport(width, 800))
		if w := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); w > width {
			t.Errorf("/%s, all open, is %d px wide in a window of %d", page, w, width)
		}
		if crushed := evaluate[[]string](t, ctx, `$$('.evidence ol > li > *').filter(e => e.clientWidth < 40 && e.innerText.trim().length > 6).map(e => e.innerText + " in " + e.clientWidth)`); len(crushed) > 0 {
			t.Errorf("/%s at %d px: cells of the evidence are crushed: %q", page, width, crushed)
		}
		if cut := evaluate[[]string](t, ctx, `$$('.evidence ol > li > *').filter(e => e.getBoundingClientRect().right > $('main').getBoundingClientRect().right).map(e => e.innerText)`); len(cut) > 0 {
			t.Errorf("/%s at %d px: the evidence is cut off at the edge of the page: %q", page, width, cut)
		}
	}
}

// TestBrowserSpacing gives texts the space between letters, words and lines that WCAG 1.4.12 lets a reader set: nothing
// leaves the window.
func TestBrowserSpacing(t *testing.T) {
	ctx, root := open(t)
	for _, page := range []string{"", "members/ulmland/", "years/2016/", "articles/why-five-became-four/", "what-if/3.5/", "data/"} {
		do(t, ctx, chromedp.Navigate(root+page))
		evaluate[int](t, ctx, `(s => {
			$$("details").forEach(d => d.open = true);
			s.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }");
			return document.adoptedStyleSheets.push(s);
		})(new CSSStyleSheet())`)
		for _, width := range []int64{1280, 360} {
			do(t, ctx, chromedp.EmulateViewport(width, 800))
			for _, outside := range evaluate[[]string](t, ctx, `$$("main :is(a, b, p, span, td, th):not(svg *, .sr *, .table-scroll *)")
				.filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth).map(e => e.textContent)`) {
				t.Errorf("/%s at %d px, spaced: %q leaves the window", page, width, outside)
			}
		}
	}
}

// TestBrowserFinger holds that the links at the foot of a page are 44 px high where a finger points at them, and that
// who searches has a row to type in.
func TestBrowserFinger(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile, chromedp.EmulateTouch), chromedp.Navigate(root))
	for _, link := range evaluate[[]string](t, ctx, `$$(".site-foot li a")
		.filter(a => a.getBoundingClientRect().height < 44).map(a => a.textContent)`) {
		t.Errorf("%q is too low", link)
	}
	do(t, ctx, chromedp.Focus(".search input"))
	if wide := evaluate[float64](t, ctx, `$(".search input").clientWidth`); wide < 300 {
		t.Errorf("what is searched for has %.0f px", wide)
	}
}

// TestBrowserHalves holds that a chart in half of a wide page fills it, and that what is beside a text has room for its
// tables.
func TestBrowserHalves(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(root+"members/ulmland/"))
	filled := evaluate[[]float64](t, ctx, `$$(".halves svg.narrow")
		.map(e => e.clientWidth / e.closest("figure").clientWidth)`)
	if len(filled) < 2 || slices.Min(filled) < 0.8 {
		t.Errorf("the charts fill %.2v of their halves", filled)
	}
	do(t, ctx, chromedp.EmulateViewport(1024, 900), chromedp.Navigate(root+"years/2016/"))
	if wide := evaluate[float64](t, ctx, `$(".columns > aside").clientWidth`); wide < 280 {
		t.Errorf("what is beside the text is %.0f px wide", wide)
	}
}

// TestBrowserCharts holds that no label of any chart is clipped or stands on another.
func TestBrowserCharts(t *testing.T) { sitetest.CheckCharts(t, chromium.Open(t), sitetest.Whole(t)) }

// withoutRepeats leaves two, of all pages that the browser has opened, of the parts of a page that are in parts of the
// same kind and have the same markup but for words, addresses, names and places, as all pages share one style sheet; and
// of rows and items of lists, those that have something in them of which two have not been seen. It leaves two charts
// of a page that has not one of every kind. It empties drawings, for which axe-core compares every mark with every other.
const withoutRepeats = `(() => {
	const values = / (?!class=|style=|role=|scope=|lang=|fill=|stroke=)[\w-]+="[^"]*"/g;
	const markup = e => e.outerHTML.replace(/>[^<]+/g, '>').replace(values, at => at.slice(0, at.indexOf('=')));
	const seen = JSON.parse(sessionStorage.seen ?? '{}');
	let gone = 0;
	const short = text => { let n = 0; for (let i = 0; i < text.length; i++) n = Math.imul(n, 31) + text.charCodeAt(i) | 0; return n + ' ' + text.length };
	const leave = (e, within) => {
		const place = within + ' ' + e.localName + '.' + e.getAttribute('class'), large = e.getElementsByTagName('*').length > 100;
		const parts = [...new Set(large ? [] : e.matches('tr, li') && e.children.length > 1 ? [...e.children].map(c => short(place + markup(c))) : [short(within + markup(e))])];
		if (!large && parts.every(p => seen[p] > 1) && !e.matches('title, desc, h1, :has(h1)')) return e.remove(), gone++;
		for (const p of parts) seen[p] = (seen[p] ?? 0) + 1;
		if (e.matches('main, main :not(p, td, th, dd, a)')) for (const c of [...e.children]) leave(c, place);
	};
	for (const e of [...document.body.children]) leave(e, '');
	sessionStorage.seen = JSON.stringify(seen);
	for (const e of [...$$('main option:nth-child(n + 3), %s'), ...$$('figure.chart').slice(%d)]) e.remove(), gone++;
	return gone;
})()`

// TestBrowserAccessibility runs axe-core over each kind of page: all rules in a wide window, and those of colours and
// sizes in the dark on a telephone. Where there is evidence it is open, and so is the note of a fact. Drawings are
// looked into where there is one of every kind, and on a page of their own. Of rows and of items of lists that differ in
// their words only, two are.
func TestBrowserAccessibility(t *testing.T) {
	ctx, root := open(t)
	for _, page := range []string{"", "members/", "members/polmark/", "members/icemere/", "members/norda-without-usonia/", "years/",
		"years/2016/", "articles/", briefing, briefing + "now/", "methods/", "charts/", "charts/distance-2016/", "tags/ulm/", "claims/",
		"what-if/5/", "limits/", "a-z/", "data/", "compare/", "404.html"} {
		if name := path.Join(page, "index.html"); sitetest.Whole(t).Files[name] == nil && page != "404.html" {
			t.Errorf("there is no /%s", page)
		}
		drawn, charts := "figure.chart svg > :not(title, desc)", 2
		if strings.HasPrefix(page, "charts/") {
			drawn, charts = "no-drawing", math.MaxInt32
		}
		chromium.Scheme(t, ctx, "light")
		do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(root+page))
		evaluate[int](t, ctx, fmt.Sprintf(withoutRepeats, drawn, charts))
		if evaluate[bool](t, ctx, `$('.evidence') !== null`) {
			evaluate[int](t, ctx, `$$('details').forEach(d => { d.open = true }), 0`)
			tabTo(t, ctx) // the note of its first fact opens
		}
		chromium.Axe(t, ctx, "/"+page)
		if page == "charts/" { // one of every kind, whose colours a test of their own compares
			continue
		}
		chromium.Scheme(t, ctx, "dark")
		do(t, ctx, chromedp.EmulateViewport(360, 900))
		chromium.Axe(t, ctx, "/"+page+" in the dark at 360 px", slices.Concat(chromium.Colours, chromium.Sizes)...)
	}
}

// TestBrowserBreadcrumbs holds that of the way to a page the title of an article is shortened, and not the page's own name.
func TestBrowserBreadcrumbs(t *testing.T) {
	ctx, root := open(t)
	for _, width := range []int64{360, 768} {
		do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(root+briefing+"now/"))
		const last = `(e => e.scrollWidth > e.clientWidth || e.getBoundingClientRect().right > innerWidth ? e.textContent : '')($('.breadcrumbs li:nth-child(4)'))`
		if cut := evaluate[string](t, ctx, last); cut != "" {
			t.Errorf("at %d px %q is cut", width, cut)
		}
	}
}

// TestBrowserFiveSeconds holds that a reader has an answer at once: on a phone the first screen of the home page holds
// the answer, a way to a country and the head of a chart, and two actions lead to a member's money and money per head.
func TestBrowserFiveSeconds(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(root))
	const bottom = `$$("h1, .numbers, .picker, .chart:first-of-type .chart-title").slice(0, 4).map(e => e.getBoundingClientRect().bottom)`
	for i, b := range chromium.Evaluate[[]float64](t, ctx, bottom) {
		if b <= 0 || b > 740 {
			t.Errorf("part %d of the answer ends at %.0f px of a screen of 740", i+1, b)
		}
	}
	chromium.Evaluate[string](t, ctx, `(s => s.value = [...s.options].find(o => o.text === "Polmark").value)($(".picker select"))`)
	do(t, ctx, chromedp.Click(".picker button"))
	chromium.Await(t, ctx, `location.pathname.endsWith("/members/polmark/index.html") && $("dl.key")`, "location.href")
	key := chromium.Evaluate[string](t, ctx, `$("dl.key").textContent`)
	for _, want := range []string{"Defence spending", "Spent per head", "Pay", "Gear"} {
		if !strings.Contains(key, want) {
			t.Errorf("the page of Polmark does not begin with %q: %s", want, key)
		}
	}
}
