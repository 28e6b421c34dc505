package main

import (
	"context"
	"math"
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

// A box is where a bar is drawn in its figure, in px.
type box struct{ X, Y, W, H float64 }

const (
	requested = `performance.getEntriesByType('resource').filter(e => /echarts-/.test(e.name)).length`

	boxScript = `const place = e => { const r = e.getBoundingClientRect(), f = e.closest('figure').getBoundingClientRect();
		return {X: r.left - f.left, Y: r.top - f.top, W: r.width, H: r.height} };
		const all = s => [...document.querySelector('figure.chart').querySelectorAll(s)];`
	stillBars  = `(() => {` + boxScript + ` return all(':scope > svg [data-value]').map(place).filter(b => b.W > 0).sort((a, b) => a.Y - b.Y) })()`
	livelyBars = `(() => {` + boxScript + `
		const one = all(':scope > svg [data-value]').map(place).find(b => b.W > 0);
		return all('.lively .marks svg path').map(place).filter(b => b.W > 0 && Math.abs(b.H - one.H) < 0.5).sort((a, b) => a.Y - b.Y) })()`
)

// TestBrowserExplore explores a chart at several widths: nothing is fetched
// before, every bar stands where it stood, nothing jumps, and Escape brings
// the still picture back.
func TestBrowserExplore(t *testing.T) {
	ctx, root := browser(t), serve(t)
	for _, width := range []int64{360, 768, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+briefing)
		evaluate[int](t, ctx, `scrollTo(0, document.body.scrollHeight), scrollTo(0, 0), 0`)
		if n := evaluate[int](t, ctx, requested); n != 0 {
			t.Errorf("at %d px ECharts is fetched before anybody asks", width)
		}
		before := evaluate[[]box](t, ctx, stillBars)
		height := evaluate[float64](t, ctx, `document.querySelector('figure.chart').getBoundingClientRect().height`)
		explore(t, ctx)
		if n := evaluate[int](t, ctx, requested); n != 1 {
			t.Errorf("at %d px ECharts was fetched %d times", width, n)
		}
		after := evaluate[[]box](t, ctx, livelyBars)
		if len(before) < 20 || len(after) != len(before) {
			t.Fatalf("at %d px %d bars became %d", width, len(before), len(after))
		}
		for i, b := range before {
			for k, d := range []float64{b.X - after[i].X, b.Y - after[i].Y, b.X + b.W - after[i].X - after[i].W, b.H - after[i].H} {
				if math.Abs(d) > 0.5 {
					t.Errorf("at %d px edge %d of bar %d moves by %.2f px: %+v, %+v", width, k, i, d, b, after[i])
				}
			}
		}
		if h := evaluate[float64](t, ctx, `document.querySelector('figure.chart').getBoundingClientRect().height`); h != height {
			t.Errorf("at %d px the figure grows from %.1f to %.1f px", width, height, h)
		}
		do(t, ctx, chromedp.KeyEvent(kb.Escape))
		if gone := evaluate[bool](t, ctx, `document.querySelector('.lively, .exploring, .lifted') === null && document.activeElement.matches('button.explore')`); !gone {
			t.Errorf("at %d px Escape does not bring back the still picture and the focus", width)
		}
		if got := evaluate[[]box](t, ctx, stillBars); len(got) != len(before) || math.Abs(got[0].X-before[0].X)+math.Abs(got[0].Y-before[0].Y)+math.Abs(got[0].W-before[0].W) > 0.1 {
			t.Errorf("at %d px the still picture is not what it was", width)
		}
		if shift := evaluate[float64](t, ctx, `shift`); shift != 0 {
			t.Errorf("at %d px the layout shifts by %v", width, shift)
		}
		if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
			t.Errorf("at %d px: %q", width, faults)
		}
	}
}

// TestBrowserExploreKeys walks through the marks: each is read out with
// member, year and value.
func TestBrowserExploreKeys(t *testing.T) {
	ctx, root := browser(t), serve(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, root+briefing)
	explore(t, ctx)
	read := func(n int) string {
		return evaluate[string](t, ctx, `(() => {
			const svg = document.querySelector('figure.chart > svg.wide'), marks = [...svg.querySelectorAll('[data-value]')];
			const top = e => e.getBoundingClientRect().top, at = (s, i) => [...svg.querySelectorAll(s)].sort((a, b) => top(a) - top(b)).at(i).textContent;
			return [at('.name text', `+string(rune('0'+n))+`), marks[0].dataset.year, at('.val text', `+string(rune('0'+n))+`)].join(', ') })()`)
	}
	said := `document.querySelector('figure.chart [role=status]').textContent`
	for n, key := range []string{kb.ArrowDown, kb.ArrowRight, kb.ArrowDown} {
		do(t, ctx, chromedp.KeyEvent(key))
		if got, want := evaluate[string](t, ctx, said), read(n); got != want {
			t.Errorf("key %d reads out %q, want %q", n, got, want)
		}
	}
	awaitScript(t, ctx, `document.querySelector('.chart-tip')?.innerText.includes(document.querySelector('figure.chart [role=status]').textContent.split(', ')[0])`)
	do(t, ctx, chromedp.KeyEvent(kb.Home))
	if got, want := evaluate[string](t, ctx, said), read(0); got != want {
		t.Errorf("Home reads out %q, want %q", got, want)
	}

	// Lines can be switched off, and their marks are passed over.
	explorable(t, ctx, root+"articles/a-higher-mark/")
	evaluate[int](t, ctx, `document.querySelectorAll('figure.chart:not([data-kind=trend])').forEach(f => f.remove()), 0`)
	explore(t, ctx)
	lines := evaluate[int](t, ctx, `document.querySelectorAll('.chart-tools [aria-pressed=true]').length`)
	drawn := `echarts.getInstanceByDom(document.querySelector('.lively .marks')).getOption().series.filter(s => s.data.length).length`
	if n := evaluate[int](t, ctx, drawn); lines < 2 || n != lines {
		t.Errorf("%d lines and %d switches", n, lines)
	}
	do(t, ctx, chromedp.Click(".chart-tools button"))
	if n := evaluate[int](t, ctx, drawn); n != lines-1 || !evaluate[bool](t, ctx, `document.querySelector('.chart-tools button').ariaPressed === 'false'`) {
		t.Errorf("%d of %d lines after one was switched off", n, lines)
	}
	if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
}

// TestBrowserExploreZoom narrows a chart of many years to some.
func TestBrowserExploreZoom(t *testing.T) {
	ctx, root := browser(t), serve(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, root+"members/united-kingdom/")
	evaluate[int](t, ctx, `(() => { // the years of one member, told as if they were many
		const script = document.querySelector('figure.chart script.option'), option = JSON.parse(script.textContent);
		const axis = option.xAxis[0], before = 30 - axis.data.length, first = Number(axis.data[0]);
		axis.data = [...Array.from({length: before}, (_, i) => String(first - before + i)), ...axis.data];
		for (const s of option.series) s.data = [...Array(before).fill({value: null}), ...s.data];
		script.textContent = JSON.stringify(option);
		return 0 })()`)
	explore(t, ctx)
	if n := evaluate[int](t, ctx, `document.querySelectorAll('.chart-tools input[type=range]').length`); n != 2 {
		t.Fatalf("%d ranges for the years", n)
	}
	evaluate[int](t, ctx, `(() => { const i = document.querySelector('.chart-tools input'); i.value = 24; i.dispatchEvent(new Event('input')); return 0 })()`)
	zoom := evaluate[[]int](t, ctx, `(() => { const z = echarts.getInstanceByDom(document.querySelector('.lively .marks')).getOption().dataZoom[0]; return [z.startValue, z.endValue] })()`)
	if zoom[0] != 24 || zoom[1] != 29 {
		t.Errorf("zoomed to years %d", zoom)
	}
	if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
		t.Errorf("%q", faults)
	}
}

// TestBrowserExploreTaste follows the reader's settings: colours of the
// scheme, also when it changes, and no motion.
func TestBrowserExploreTaste(t *testing.T) {
	ctx, root := browser(t), serve(t)
	set := func(scheme, motion string) {
		t.Helper()
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}}}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
	}
	set("light", "no-preference")
	explorable(t, ctx, root+briefing)
	explore(t, ctx)
	option := `echarts.getInstanceByDom(document.querySelector('.lively .marks')).getOption()`
	tip := option + `.tooltip[0].backgroundColor`
	paper := `getComputedStyle(document.body).backgroundColor`
	light := evaluate[string](t, ctx, tip)
	if want := evaluate[string](t, ctx, paper); light != want || !evaluate[bool](t, ctx, option+`.animation`) {
		t.Errorf("on light paper the tooltip is %s, want %s", light, want)
	}
	set("dark", "reduce")
	awaitScript(t, ctx, tip+` !== '`+light+`'`)
	if got, want := evaluate[string](t, ctx, tip), evaluate[string](t, ctx, paper); got != want {
		t.Errorf("on dark paper the tooltip is %s, want %s", got, want)
	}
	if evaluate[bool](t, ctx, option+`.animation`) || evaluate[int](t, ctx, option+`.stateAnimation.duration`) != 0 {
		t.Error("it moves for a reader who wants no motion")
	}
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
