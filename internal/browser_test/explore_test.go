package browser_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
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
		addEventListener('unhandledrejection', e => faults.push(String(e.reason)));
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

// explore presses the button of the first chart; once more when the browser,
// busy with a fresh page, let the press go by.
func explore(t *testing.T, ctx context.Context) {
	t.Helper()
	evaluate[int](t, ctx, `document.querySelector('button.explore').scrollIntoView({block: 'center'}), 0`)
	evaluate[int](t, ctx, `document.querySelector('button.explore').addEventListener('click', () => window.pressed = true), 0`)
	for range 3 {
		do(t, ctx, chromedp.Click("button.explore"))
		if evaluate[bool](t, ctx, `Boolean(window.pressed)`) {
			break
		}
	}
	awaitScript(t, ctx, `document.querySelector('figure.chart[data-explored]')`)
}

const requested = `performance.getEntriesByType('resource').filter(e => /echarts-/.test(e.name)).length`

// A swap is what changed in a figure when ECharts drew it.
type swap struct {
	Kind  string
	Marks int      // of the drawing that is seen
	Drawn int      // shapes that ECharts drew
	Lost  []string // values of marks that ECharts does not have
	Moved []string // other parts of the figure that stand elsewhere
}

// lookAt remembers where everything in the figures of a page is; swapped says
// what is elsewhere now.
const (
	lookAt = `(() => {
		window.placeOf = (e, f) => { const r = e.getBoundingClientRect(), o = f.getBoundingClientRect(); return [r.left - o.left, r.top - o.top, r.right - o.left, r.bottom - o.top] };
		window.drawingOf = f => [...f.querySelectorAll('.drawing > svg')].find(s => s.getBoundingClientRect().width > 0);
		window.partsOf = f => [f, ...f.querySelectorAll(':scope > :not(.lively, .sr, button), .source *')].filter(e => e.getBoundingClientRect().width);
		window.before = new Map();
		for (const f of document.querySelectorAll('figure.chart')) {
			const marks = [...drawingOf(f).querySelectorAll('[data-value]')].map(e => [e.dataset.value, e.dataset.second]);
			before.set(f, { marks, parts: partsOf(f).map(e => placeOf(e, f)), html: f.outerHTML });
		}
		return 0 })()`

	swapped = `[...before].map(([f, { marks, parts }]) => {
		const numbers = [];
		const gather = v => { if (Array.isArray(v)) v.forEach(gather); else if (v !== null && isFinite(v)) numbers.push(Number(v)) };
		for (const s of echarts.getInstanceByDom(f.querySelector('.lively')).getOption().series) gather(s.data.map(d => d?.value ?? d));
		const lost = marks.flat().filter(v => v !== undefined && !numbers.includes(Number(v)));
		const now = partsOf(f), moved = now.filter((e, i) => placeOf(e, f).some((v, k) => Math.abs(v - parts[i][k]) > 0.1)).map(e => e.outerHTML.slice(0, 80));
		return { Kind: f.dataset.kind, Marks: marks.length, Drawn: f.querySelectorAll('.lively svg path').length, Lost: lost, Moved: moved };
	})`
)

// back presses Escape in every chart, and names those that are not what they
// were.
const back = `[...before].filter(([f, { html }]) => {
	f.querySelector('.lively').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
	for (const name of ['class', 'style']) f.querySelectorAll('[' + name + '=""]').forEach(e => e.removeAttribute(name));
	return f.outerHTML !== html }).map(([f, { html }]) => {
	let i = 0;
	while (i < html.length && f.outerHTML[i] === html[i]) i++;
	return f.dataset.kind + ': ' + f.outerHTML.slice(i - 60, i + 60) + ' was ' + html.slice(i - 60, i + 60) })`

// exploreAll explores every chart of a page.
func exploreAll(t *testing.T, ctx context.Context) {
	t.Helper()
	evaluate[int](t, ctx, lookAt)
	evaluate[int](t, ctx, `document.querySelectorAll('button.explore').forEach(b => b.click()), 0`)
	awaitScript(t, ctx, `!document.querySelector('figure.chart:not([data-explored])')`)
}

// noFaults reports errors of scripts and what the security policy refused.
func noFaults(t *testing.T, ctx context.Context, where string) {
	t.Helper()
	if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
		t.Errorf("%s: %q", where, faults)
	}
}

// TestBrowserExploreKinds explores a chart of every kind at two widths: ECharts
// has the value of each mark, and all else stays where it was.
func TestBrowserExploreKinds(t *testing.T) {
	ctx, root := open(t)
	for _, width := range []int64{360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+"charts/")
		exploreAll(t, ctx)
		kinds := map[string]bool{}
		for _, s := range evaluate[[]swap](t, ctx, swapped) {
			kinds[s.Kind] = true
			if s.Marks == 0 || s.Drawn == 0 || len(s.Lost) > 0 || len(s.Moved) > 0 {
				t.Errorf("%s at %d px: of %d marks these are lost: %q; moved: %q; %d shapes are drawn", s.Kind, width, s.Marks, s.Lost, s.Moved, s.Drawn)
			}
		}
		if len(kinds) != 12 {
			t.Errorf("only %d kinds", len(kinds))
		}
		if changed := evaluate[[]string](t, ctx, back); len(changed) > 0 {
			t.Errorf("at %d px these are not what they were after Escape: %q", width, changed)
		}
		noFaults(t, ctx, "the gallery")
	}
}

// TestBrowserExplore explores a chart at several widths: nothing is fetched
// before, nothing jumps, and Escape brings the still picture back.
func TestBrowserExplore(t *testing.T) {
	ctx, root := open(t)
	for _, width := range []int64{360, 768, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+briefing)
		evaluate[int](t, ctx, `scrollTo(0, document.body.scrollHeight), scrollTo(0, 0), 0`)
		if n := evaluate[int](t, ctx, requested); n != 0 {
			t.Errorf("at %d px ECharts is fetched before anybody asks", width)
		}
		evaluate[int](t, ctx, lookAt)
		explore(t, ctx)
		if n := evaluate[int](t, ctx, requested); n != 1 {
			t.Errorf("at %d px ECharts was fetched %d times", width, n)
		}
		if s := evaluate[[]swap](t, ctx, swapped)[0]; s.Marks < 20 || len(s.Lost) > 0 || len(s.Moved) > 0 {
			t.Errorf("at %d px: %+v", width, s)
		}
		do(t, ctx, chromedp.KeyEvent(kb.Escape))
		if gone := evaluate[bool](t, ctx, `document.querySelector('.lively') === null && document.activeElement.matches('button.explore')`); !gone {
			t.Errorf("at %d px Escape does not bring back the still picture and the focus", width)
		}
		if shift := evaluate[float64](t, ctx, `shift`); shift != 0 {
			t.Errorf("at %d px the layout shifts by %v", width, shift)
		}
		noFaults(t, ctx, briefing)
	}
}

// TestBrowserExploreTaste follows the reader's scheme of colours, also when it
// changes.
func TestBrowserExploreTaste(t *testing.T) {
	ctx, root := open(t)
	set := func(scheme string) {
		t.Helper()
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
	}
	set("light")
	explorable(t, ctx, root+briefing)
	explore(t, ctx)
	tip := `echarts.getInstanceByDom(document.querySelector('.lively')).getOption().tooltip[0].backgroundColor`
	paper := `getComputedStyle(document.body).backgroundColor`
	light := evaluate[string](t, ctx, tip)
	if want := evaluate[string](t, ctx, paper); light != want {
		t.Errorf("on light paper the tooltip is %s, want %s", light, want)
	}
	set("dark")
	awaitScript(t, ctx, tip+` !== '`+light+`'`)
	if got, want := evaluate[string](t, ctx, tip), evaluate[string](t, ctx, paper); got != want {
		t.Errorf("on dark paper the tooltip is %s, want %s", got, want)
	}
}

// TestBrowserExploreFile opens a page from the file system.
func TestBrowserExploreFile(t *testing.T) {
	ctx, dir := chromium.Open(t), sitetest.Whole(t).Folder(t)
	explorable(t, ctx, "file://"+filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(briefing), "index.html")))
	explore(t, ctx)
	if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
}

// TestBrowserNoScript holds that without scripts nothing is offered that
// would not work.
func TestBrowserNoScript(t *testing.T) {
	ctx, root := open(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(root+briefing))
	if n := evaluate[int](t, ctx, `document.querySelectorAll('figure.chart button').length`); n > 0 {
		t.Errorf("%d buttons without scripts", n)
	}
}
