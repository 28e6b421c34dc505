package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// explorable opens a page with its charts and watches it, or skips the test
// where the site was built without the library.
func explorable(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(repo, "node_modules", "echarts")); err != nil {
		if os.Getenv("BROWSER") == "required" {
			t.Fatalf("echarts is missing; run npm ci --ignore-scripts: %v", err)
		}
		t.Skip("no node_modules; npm ci --ignore-scripts brings echarts")
	}
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

// awaitScript waits for a condition, ten seconds at most.
func awaitScript(t *testing.T, ctx context.Context, condition string) {
	t.Helper()
	ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`(async () => {
		for (let i = 0; i < 200 && !(`+condition+`); i++) await new Promise(r => setTimeout(r, 50));
		return Boolean(`+condition+`);
	})()`, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		t.Fatalf("this does not come true: %s; faults: %q", condition, evaluate[[]string](t, ctx, `faults`))
	}
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

// A swap is what changed in a figure when ECharts took its marks over.
type swap struct {
	Kind  string
	Marks int      // of the drawing that is seen
	Lost  []string // marks without a shape of ECharts in their place and colour
	Moved []string // other parts of the figure that stand elsewhere
	Told  []string // marks whose datum says nothing of them
	Tools bool     // there are tools, and they stay within the room they lie over
	Over  string
}

// lookAt remembers where everything in the figures of a page is; swapped says
// what is elsewhere now.
const (
	lookAt = `(() => {
		window.placeOf = (e, f) => { const r = e.getBoundingClientRect(), o = f.getBoundingClientRect(); return [r.left - o.left, r.top - o.top, r.right - o.left, r.bottom - o.top] };
		window.drawingOf = f => [...f.querySelectorAll(':scope > svg')].find(s => s.getBoundingClientRect().width > 0);
		window.partsOf = f => [f, ...f.querySelectorAll(':scope > :not(.lively, .chart-tools, .sr, button), .source *')].filter(e => e.getBoundingClientRect().width);
		window.before = new Map();
		for (const f of document.querySelectorAll('figure.chart')) {
			const marks = [...drawingOf(f).querySelectorAll('[data-value]')].map(e => ({ e, box: placeOf(e, f), fill: getComputedStyle(e).fill }));
			before.set(f, { marks, parts: partsOf(f).map(e => placeOf(e, f)), html: f.outerHTML });
		}
		return 0 })()`

	swapped = `[...before].map(([f, { marks, parts }]) => {
		const rgb = c => c.replace(/^url\(.*(#[^"')]*).*$/, 'url($1)');
		const shapes = [...f.querySelectorAll('.lively .marks svg :is(path, circle, rect, ellipse)')].map(e => ({ box: placeOf(e, f), fill: rgb(getComputedStyle(e).fill) }));
		const option = JSON.parse(f.querySelector('script.option').textContent);
		const told = new Map(option.series.flatMap(s => s.data).filter(d => d.mark).map(d => [d.mark, d]));
		const lost = [], silent = [];
		for (const { e, box, fill } of marks) {
			const i = shapes.findIndex(s => s.fill === rgb(fill) && s.box.every((v, k) => Math.abs(v - box[k]) <= 0.5));
			if (i < 0) lost.push(e.outerHTML + ' ' + box.map(v => v.toFixed(1)) + ' ' + fill + ' nearest ' + shapes.map(s => [Math.hypot(...s.box.map((v, k) => v - box[k])).toFixed(2), s.fill, s.box.map(v => v.toFixed(1))].join(' ')).sort((a, b) => parseFloat(a) - parseFloat(b))[0]);
			else shapes.splice(i, 1);
			const name = ['member', 'year', 'measure', 'source', 'released'].map(k => e.dataset[k]).filter(Boolean).join(' ');
			if (!told.get(name)?.who || !told.get(name)?.told) silent.push(name);
		}
		const now = partsOf(f), moved = now.filter((e, i) => placeOf(e, f).some((v, k) => Math.abs(v - parts[i][k]) > 0.1)).map(e => e.outerHTML.slice(0, 80));
		const tools = f.querySelector('.chart-tools');
		let over = '';
		if (tools) {
			const t = tools.getBoundingClientRect(), below = f.querySelector('button.explore').getBoundingClientRect();
			if (t.bottom > below.top + 1 || t.right > f.getBoundingClientRect().right + 1) over = [t.bottom, below.top, t.right, f.getBoundingClientRect().right].join(' ');
		}
		return { Kind: f.dataset.kind, Marks: marks.length, Lost: lost.slice(0, 3), Moved: moved, Told: silent, Tools: Boolean(tools), Over: over };
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

// TestBrowserExploreKinds explores a chart of every kind at two widths: each
// mark stays where it was and as it was, and so does all else.
func TestBrowserExploreKinds(t *testing.T) {
	ctx, root := browser(t), serve(t)
	for _, width := range []int64{360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+"charts/")
		exploreAll(t, ctx)
		kinds := map[string]bool{}
		for _, s := range evaluate[[]swap](t, ctx, swapped) {
			kinds[s.Kind] = true
			if s.Marks == 0 || len(s.Lost) > 0 || len(s.Moved) > 0 || len(s.Told) > 0 || s.Over != "" {
				t.Errorf("%s at %d px: of %d marks these are lost: %q; moved: %q; nothing told of %q; tools beyond their room: %s", s.Kind, width, s.Marks, s.Lost, s.Moved, s.Told, s.Over)
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
	ctx, root := browser(t), serve(t)
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
		if gone := evaluate[bool](t, ctx, `document.querySelector('.lively, .chart-tools, .exploring, .lifted, .tooled') === null && document.activeElement.matches('button.explore')`); !gone {
			t.Errorf("at %d px Escape does not bring back the still picture and the focus", width)
		}
		if shift := evaluate[float64](t, ctx, `shift`); shift != 0 {
			t.Errorf("at %d px the layout shifts by %v", width, shift)
		}
		noFaults(t, ctx, briefing)
	}
}

// TestBrowserExploreTaste follows the reader's settings: colours of the
// scheme, also when it changes, forced ones, and no motion.
func TestBrowserExploreTaste(t *testing.T) {
	ctx, root := browser(t), serve(t)
	set := func(scheme, motion, forced string) {
		t.Helper()
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}, {Name: "forced-colors", Value: forced}}}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
	}
	set("light", "no-preference", "none")
	explorable(t, ctx, root+"charts/")
	exploreAll(t, ctx)
	option := `echarts.getInstanceByDom(document.querySelector('.lively .marks')).getOption()`
	tip := option + `.tooltip[0].backgroundColor`
	paper := `getComputedStyle(document.body).backgroundColor`
	light := evaluate[string](t, ctx, tip)
	if want := evaluate[string](t, ctx, paper); light != want || !evaluate[bool](t, ctx, option+`.animation`) {
		t.Errorf("on light paper the tooltip is %s, want %s", light, want)
	}
	follows := func(what string) {
		t.Helper()
		evaluate[int](t, ctx, lookAt)
		for _, s := range evaluate[[]swap](t, ctx, swapped) {
			if s.Marks == 0 || len(s.Lost) > 0 {
				t.Errorf("%s: of %d marks of a %s chart these have not the colour they should: %q", what, s.Marks, s.Kind, s.Lost)
			}
		}
	}
	set("dark", "reduce", "none")
	awaitScript(t, ctx, tip+` !== '`+light+`'`)
	if got, want := evaluate[string](t, ctx, tip), evaluate[string](t, ctx, paper); got != want {
		t.Errorf("on dark paper the tooltip is %s, want %s", got, want)
	}
	follows("dark")
	if evaluate[bool](t, ctx, option+`.animation`) || evaluate[int](t, ctx, option+`.stateAnimation.duration`) != 0 {
		t.Error("it moves for a reader who wants no motion")
	}
	dark := evaluate[string](t, ctx, tip)
	set("dark", "reduce", "active")
	awaitScript(t, ctx, tip+` !== '`+dark+`'`)
	follows("forced colours")
}

// TestBrowserExploreFile opens a page from the file system.
func TestBrowserExploreFile(t *testing.T) {
	ctx, dir := browser(t), t.TempDir()
	for name, data := range published(t) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	explorable(t, ctx, "file://"+filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(briefing), "index.html")))
	explore(t, ctx)
	if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
}

// TestBrowserNoScript holds that without scripts nothing is offered that
// would not work.
func TestBrowserNoScript(t *testing.T) {
	ctx, root := browser(t), serve(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(root+briefing))
	if n := evaluate[int](t, ctx, `document.querySelectorAll('figure.chart button').length`); n > 0 {
		t.Errorf("%d buttons without scripts", n)
	}
}
