package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A tour is what was read out on the way through a chart with the keys.
type tour struct {
	Kind   string
	Marks  int
	Said   []string // in the order of the walk
	Missed []string // words of marks that the walk did not come by
	Tips   int      // marks whose words stood beside them, too
	Back   bool     // Home leads to the first
}

// TestBrowserExploreKeys walks through the marks of every kind of chart: each
// is read out with whose it is, when, and its value with the unit.
func TestBrowserExploreKeys(t *testing.T) {
	ctx, root := browser(t), serve(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, root+briefing)
	explore(t, ctx)
	said := `document.querySelector('figure.chart [role=status]').textContent`
	for n, key := range []string{kb.ArrowDown, kb.ArrowRight, kb.ArrowDown, kb.Home} {
		do(t, ctx, chromedp.KeyEvent(key))
		want := []string{"United States, 2016: +1.61 points (estimate)", "Greece, 2016: +0.38 points (estimate)", "United Kingdom, 2016: +0.21 points (estimate)", "United States, 2016: +1.61 points (estimate)"}[n]
		if got := evaluate[string](t, ctx, said); got != want {
			t.Errorf("key %d reads out %q, want %q", n, got, want)
		}
	}
	awaitScript(t, ctx, `document.querySelector('.chart-tip')?.innerText.includes('+1.61 points (estimate)')`)

	explorable(t, ctx, root+"charts/")
	exploreAll(t, ctx)
	for _, w := range evaluate[[]tour](t, ctx, `[...document.querySelectorAll('figure.chart')].map(f => {
		const data = JSON.parse(f.querySelector('script.option').textContent).series.flatMap(s => s.data).filter(d => d.mark);
		const box = f.querySelector('.lively'), live = f.querySelector('[role=status]'), tip = () => f.querySelector('.chart-tip')?.textContent ?? '';
		const press = key => (box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })), live.textContent);
		const first = press('Home'), said = [first], lines = f.dataset.kind === 'trend' || f.dataset.kind === 'revisions';
		let tips = Number(tip().includes(data.find(d => first === d.who + ': ' + d.told)?.told ?? '?'));
		const along = () => { for (let now = live.textContent, before = ''; now !== before;) { before = now; now = press('ArrowRight'); if (now !== before) { said.push(now); tips += tip().includes(now.split(': ').pop()) } } };
		along();
		for (let i = 1; lines && i < JSON.parse(f.querySelector('script.option').textContent).series.length; i++) {
			said.push(press('ArrowDown'));
			tips += tip().includes(live.textContent.split(': ').pop());
			for (let now = live.textContent, before = ''; now !== before;) { before = now; now = press('ArrowLeft') }
			said.push(live.textContent);
			along();
		}
		const missed = data.map(d => d.who + ': ' + d.told).filter(w => !said.includes(w));
		return { Kind: f.dataset.kind, Marks: data.length, Said: said.slice(0, 4), Missed: missed.slice(0, 3), Tips: tips, Back: press('Home') === first };
	})`) {
		if w.Marks == 0 || len(w.Missed) > 0 || w.Tips < w.Marks || !w.Back {
			t.Errorf("%s: of %d marks the keys miss %q, %d tips, Home leads back: %v; said first: %q", w.Kind, w.Marks, w.Missed, w.Tips, w.Back, w.Said)
		}
	}
	noFaults(t, ctx, "keys")
}

// TestBrowserExplorePointer points at a mark of every kind of chart.
func TestBrowserExplorePointer(t *testing.T) {
	ctx, root := browser(t), serve(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
	explorable(t, ctx, root+"charts/")
	exploreAll(t, ctx)
	n := evaluate[int](t, ctx, `window.figures = [...document.querySelectorAll('figure.chart')], figures.length`)
	for i := range n {
		at := evaluate[[2]float64](t, ctx, fmt.Sprintf(`(() => {
			window.f = figures[%d];
			const width = e => e.getBoundingClientRect().width;
			const m = [...drawingOf(f).querySelectorAll('[data-value]')].sort((a, b) => width(a) - width(b))[0]; // the hardest to hit
			m.scrollIntoView({ block: 'center', behavior: 'instant' });
			const name = ['member', 'year', 'measure', 'source', 'released'].map(k => m.dataset[k]).filter(Boolean).join(' ');
			window.datum = JSON.parse(f.querySelector('script.option').textContent).series.flatMap(s => s.data).find(d => d.mark === name);
			const r = m.getBoundingClientRect();
			return [(r.left + r.right) / 2, (r.top + r.bottom) / 2] })()`, i))
		do(t, ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0]-1, at[1]-1), chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0]+2, at[1]))
		awaitScript(t, ctx, `f.querySelector('.chart-tip')?.textContent.includes(datum.told) && f.querySelector('.chart-tip').textContent.includes(datum.when ?? f.querySelector('.source a').textContent)`)
	}
	noFaults(t, ctx, "pointer")
}

// TestBrowserExploreLines switches a line off: it is not drawn, and its marks
// are passed over.
func TestBrowserExploreLines(t *testing.T) {
	ctx, root := browser(t), serve(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900))
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
	name := evaluate[string](t, ctx, `document.querySelector('.chart-tools button').textContent`)
	if off := evaluate[[]string](t, ctx, `[...document.querySelectorAll('.words .off')].map(e => e.textContent)`); len(off) != 1 || !strings.HasPrefix(off[0], name) {
		t.Errorf("%s is switched off, and these names are struck out: %q", name, off)
	}
	if said := evaluate[[]string](t, ctx, `(() => { const box = document.querySelector('.lively');
		return Array.from({length: 4}, () => (box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })), document.querySelector('figure.chart [role=status]').textContent)) })()`); slices.ContainsFunc(said, func(s string) bool { return s == "" || strings.HasPrefix(s, name) }) {
		t.Errorf("the keys come by %q", said)
	}
	noFaults(t, ctx, "lines")
}

// A narrowing is a chart zoomed in to some of its years.
type narrowing struct {
	Kind        string
	Ranges      int
	Names       []string // on the axis of time
	Wrong       []string // marks drawn that are not of those years, or missing
	Outside     int      // shapes beyond the drawing
	Crossed     []string // words that stand on one another
	Moved       int      // hatching and outlines that went along
	Option      []float64
	First, Last string
	Back        bool
}

// TestBrowserExploreZoom narrows every chart over time to some of its years.
func TestBrowserExploreZoom(t *testing.T) {
	ctx, root := browser(t), serve(t)
	zoomed := map[string]bool{}
	for _, width := range []int64{360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		explorable(t, ctx, root+"charts/")
		exploreAll(t, ctx)
		for _, z := range evaluate[[]narrowing](t, ctx, `[...document.querySelectorAll('figure.chart')].filter(f => f.querySelector('.chart-tools label:not([hidden]) [type=range]')).map(f => {
		const ranges = [...f.querySelectorAll('.chart-tools [type=range]')], last = Number(ranges[1].max);
		const set = (i, v) => { ranges[i].value = v; ranges[i].dispatchEvent(new Event('input')) };
		const chart = echarts.getInstanceByDom(f.querySelector('.lively .marks'));
		set(0, last - 6); set(1, last - 2);
		const from = ranges[0].getAttribute('aria-valuetext'), to = ranges[1].getAttribute('aria-valuetext');
		const names = [...f.querySelectorAll('.words .when text')].map(t => t.textContent);
		const box = f.querySelector('.lively').getBoundingClientRect();
		const shapes = [...f.querySelectorAll('.lively .marks svg :is(path, circle, rect)')].filter(e => !e.closest('defs, clipPath')).map(e => e.getBoundingClientRect()).filter(r => r.width && r.width < box.width - 2); // without the ground
		const lines = f.dataset.kind === 'trend' || f.dataset.kind === 'revisions';
		const inWindow = [...drawingOf(f).querySelectorAll('[data-value]')].filter(e => e.dataset.year >= from && e.dataset.year <= to);
		const wrong = !lines && shapes.length !== inWindow.length ? [shapes.length + ' shapes for ' + inWindow.length + ' marks'] : [];
		const z = chart.getOption().dataZoom[0];
		const outside = lines ? 0 : shapes.filter(r => r.left < box.left - 1 || r.right > box.right + 1).length;
		const texts = [...f.querySelectorAll('.words text')].filter(e => getComputedStyle(e).visibility === 'visible' && e.textContent.trim()).map(e => [e.textContent, e.getBoundingClientRect()]);
		const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * .3;
		const crossed = texts.flatMap(([t, a], i) => texts.slice(i + 1).filter(([, b]) => meet(a, b)).map(([u]) => t + ' / ' + u));
		const moved = f.querySelectorAll('.words [transform][clip-path]').length;
		set(1, last); set(0, 0);
		return { Kind: f.dataset.kind, Ranges: ranges.length, Names: names, Wrong: wrong, Outside: outside, Crossed: crossed, Moved: moved, Option: [z.startValue, z.endValue], First: from, Last: to,
			Back: !f.querySelector('.zoomed, [clip-path]:not(.lively *)') };
	})`) {
			zoomed[z.Kind] = true
			if z.Ranges != 2 || len(z.Wrong) > 0 || z.Outside > 0 || len(z.Crossed) > 0 || z.Kind == "heatmap" && z.Moved < 2 || len(z.Names) < 2 || !slices.Contains(z.Names, z.Last) || !z.Back {
				t.Errorf("at %d px: %+v", width, z)
			}
		}
		noFaults(t, ctx, "zoom")
	}
	for _, kind := range []string{"trend", "meeting", "heatmap", "growth"} {
		if !zoomed[kind] {
			t.Errorf("a %s chart has no zoom", kind)
		}
	}
}
