package browser_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// A chartTip is what pointing at a chart shows.
type chartTip struct {
	Text    string
	Open    int      // tips that can be seen
	At      []string // what is pointed at: member, year and value
	Lit     int      // marks of a member that are lit up
	Filled  bool     // what is pointed at has the fill that it has at rest
	Outside bool     // the tip is beyond the sides of the window
	Covers  bool     // it is on the drawing
}

const chartTipScript = `(() => {
	const open = $$('.chart-tip').filter(e => e.getBoundingClientRect().height), tip = open[0];
	const at = $$('.chart .at').filter(e => e.getBoundingClientRect().width);
	const r = tip?.getBoundingClientRect(), d = tip && [...tip.parentElement.querySelectorAll('svg')].find(s => s.clientWidth).getBoundingClientRect();
	const fillOf = e => getComputedStyle(e.firstElementChild ?? e).fill;
	return {
		Text: tip?.innerText ?? '', Open: open.length, At: at.map(e => [e.dataset.member, e.dataset.year, e.dataset.value].join(' ')),
		Lit: $$('.chart [data-value].is-highlighted').filter(e => e.getBoundingClientRect().width).length,
		Filled: at.every(e => { const now = fillOf(e); e.classList.remove('at'); const before = fillOf(e); e.classList.add('at'); return now === before && now !== 'none' }),
		Outside: Boolean(r) && (r.left < 0 || r.right > document.documentElement.clientWidth),
		Covers: Boolean(r) && r.top < d.bottom - 1 && r.bottom > d.top,
	};
})()`

func tipOf(t *testing.T, ctx context.Context) chartTip {
	t.Helper()
	return evaluate[chartTip](t, ctx, chartTipScript)
}

// middle scrolls to what a selector finds that can be seen, and returns its middle.
func middle(t *testing.T, ctx context.Context, selector string) (x, y float64) {
	t.Helper()
	at := evaluate[[]float64](t, ctx, fmt.Sprintf(`(() => {
		const e = $$(%q).find(e => e.getBoundingClientRect().width);
		e.scrollIntoView({block: 'center', behavior: 'instant'});
		const r = e.getClientRects()[0];
		return [r.left + r.width / 2, r.top + r.height / 2];
	})()`, selector))
	return at[0], at[1]
}

// hover moves the mouse there.
func hover(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	x, y := middle(t, ctx, selector)
	mouseTo(t, ctx, x, y)
}

func mouseTo(t *testing.T, ctx context.Context, x, y float64) {
	t.Helper()
	chromium.Call(t, ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y, PointerType: "mouse"})
}

// tap touches what a selector finds with a finger.
func tap(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	x, y := middle(t, ctx, selector)
	for _, kind := range []input.DispatchTouchEventType{input.DispatchTouchEventTypeTouchStart, input.DispatchTouchEventTypeTouchEnd} {
		params := input.DispatchTouchEventParams{Type: kind, TouchPoints: []*input.TouchPoint{}}
		if kind == input.DispatchTouchEventTypeTouchStart {
			params.TouchPoints = []*input.TouchPoint{{X: x, Y: y}}
		}
		chromium.Call(t, ctx, input.DispatchTouchEvent, params)
	}
}

// TestBrowserTip points at marks with a mouse, with arrow keys and with a finger.
func TestBrowserTip(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(root+briefing))
	hover(t, ctx, `svg [data-member=GBL][data-value]`)
	awaitScript(t, ctx, `$('.chart-tip.open')`)
	tip := tipOf(t, ctx)
	want := "Ulmland, 2016\n\n2.21% (estimate), 0.21 points above 2% of income\n\nRank 3 of 27\n\nNORDA, 4 July 2016"
	if squeezed(tip.Text) != squeezed(want) || tip.Open != 1 || tip.Outside || !tip.Filled || len(tip.At) != 1 || tip.At[0] != "GBL 2016 0.21" {
		t.Errorf("the mouse shows %+v, want %q", tip, want)
	}
	mouseTo(t, ctx, 2, 2)
	awaitScript(t, ctx, `!$('.chart-tip.open')`)
	at := evaluate[[]float64](t, ctx, `(() => {
		const mark = $('svg.wide [data-member=LUM][data-value]'), r = () => mark.getBoundingClientRect();
		scrollBy({top: r().top - 20, behavior: 'instant'});
		return [r().left + r().width / 2, r().top + r().height / 2];
	})()`)
	mouseTo(t, ctx, at[0], at[1])
	awaitScript(t, ctx, `$('.chart-tip.open')`)
	if top := evaluate[float64](t, ctx, `$('.chart-tip.open').getBoundingClientRect().top`); top < 0 {
		t.Errorf("at the head of the window a tip is %.0f px above it", -top)
	}
	do(t, ctx, chromedp.KeyEvent(kb.Escape))
	mouseTo(t, ctx, 2, 2)

	const roles = `$$('figure.chart svg').map(svg => svg.getAttribute('role')).join(' ')`
	if all := evaluate[string](t, ctx, roles); all != "img img" {
		t.Errorf("drawings have the roles %s", all)
	}
	evaluate[int](t, ctx, `$('figure.chart svg.wide').focus(), 0`)
	if all := evaluate[string](t, ctx, roles); all != "application img" {
		t.Errorf("a drawing with the focus and another have the roles %s", all)
	}
	for _, key := range []struct{ press, want string }{
		{kb.Home, "USO 2016 1.61"}, {kb.ArrowDown, "GRV 2016 0.38"}, {kb.ArrowDown, "GBL 2016 0.21"}, {kb.ArrowUp, "GRV 2016 0.38"}, {kb.End, "LUM 2016 -1.56"},
	} {
		do(t, ctx, chromedp.KeyEvent(key.press))
		if tip := tipOf(t, ctx); len(tip.At) != 1 || tip.At[0] != key.want || tip.Open != 1 || !strings.Contains(tip.Text, "points") {
			t.Errorf("a key leads to %+v, want %s", tip, key.want)
		}
	}
	do(t, ctx, chromedp.KeyEvent(kb.Escape))
	if tip := tipOf(t, ctx); tip.Open+len(tip.At)+tip.Lit > 0 {
		t.Errorf("Escape leaves %+v", tip)
	}

	chromium.Call(t, ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	do(t, ctx, chromedp.EmulateViewport(360, 900), chromedp.Navigate(root+"charts/trend-gbl-pom-uso/"))
	tap(t, ctx, `svg.narrow [data-member=POM][data-year="2024"]`)
	awaitScript(t, ctx, `$('.chart-tip.open')`)
	if tip := tipOf(t, ctx); !strings.HasPrefix(tip.Text, "Polmark, 2024") || tip.Covers || tip.Outside || tip.Lit < 5 {
		t.Errorf("a finger shows %+v", tip)
	}
	if ring := evaluate[string](t, ctx, `getComputedStyle($('svg.narrow')).outlineStyle`); ring != "none" {
		t.Errorf("a finger leaves a ring of %s round the drawing", ring)
	}
	tap(t, ctx, ".chart-title")
	awaitScript(t, ctx, `!$('.chart-tip.open')`)

	do(t, ctx, chromedp.EmulateViewport(360, 600), chromedp.Navigate(root+"charts/distance-2016/"))
	const below = `$('.explore-bar').getBoundingClientRect().top - $('svg.narrow').getBoundingClientRect().top`
	before := evaluate[float64](t, ctx, below)
	at = evaluate[[]float64](t, ctx, `(() => {
		const mark = $('svg.narrow [data-member=USO][data-value]'), r = () => mark.getBoundingClientRect();
		document.body.style.paddingTop = '600px';
		scrollTo({top: r().top - 560, behavior: 'instant'});
		return [r().left + r().width / 2, r().top + r().height / 2];
	})()`)
	do(t, ctx, chromedp.MouseClickXY(at[0], at[1]))
	awaitScript(t, ctx, `$('.chart-tip.open.kept')`)
	if on := evaluate[bool](t, ctx, `$('.chart-tip').getBoundingClientRect().bottom > $('.at').getBoundingClientRect().top`); on {
		t.Error("at the foot of the window a tip is on its mark")
	}
	if after := evaluate[float64](t, ctx, below); after != before {
		t.Errorf("a tip moves what is below the drawing from %.1f to %.1f", before, after)
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestBrowserLight lights up what belongs together: from a fact its mark, from a mark its facts, and a member in every
// chart of a page, which a click keeps and Escape lets go. It opens the pages from the file system.
func TestBrowserLight(t *testing.T) {
	ctx, dir := chromium.Open(t), sitetest.Whole(t).Folder(t)
	page := func(name string) string {
		return "file://" + filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(name), "index.html"))
	}
	do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(page(briefing)))
	hover(t, ctx, `p a.fact[data-fact="GRV/2016"]`)
	awaitScript(t, ctx, `$('.chart .at')`)
	if tip := tipOf(t, ctx); len(tip.At) != 1 || tip.At[0] != "GRV 2016 0.38" || !tip.Filled {
		t.Errorf("a fact lights up %+v", tip)
	}
	hover(t, ctx, `svg [data-member=GBL][data-value]`)
	awaitScript(t, ctx, `$('a.fact.is-highlighted')`)
	if others := evaluate[[]string](t, ctx, `$$('a.fact.is-highlighted').map(a => a.dataset.fact).filter(f => !f.startsWith('GBL/2016'))`); len(others) > 0 {
		t.Errorf("a mark lights up the facts %q too", others)
	}

	do(t, ctx, chromedp.Navigate(page("")))
	charts := evaluate[int](t, ctx, `$$('svg.wide [data-member=POM][data-value]').length`)
	x, y := middle(t, ctx, `svg.wide [data-member=POM][data-value]`)
	do(t, ctx, chromedp.MouseClickXY(x, y))
	mouseTo(t, ctx, 2, 2)
	awaitScript(t, ctx, `$('.chart-tip.kept.open a[href]')`)
	if tip := tipOf(t, ctx); charts < 2 || tip.Lit != charts {
		t.Errorf("a click keeps %+v lit in %d charts", tip, charts)
	}
	const land = `(e => { e.firstChild.insertAdjacentHTML('afterend', '<g class="land"><path data-value="1"/></g>'); return getComputedStyle(e.querySelector('.land > *')).opacity })($('.has-highlight svg.wide'))`
	if opacity := evaluate[string](t, ctx, land); opacity != "1" {
		t.Errorf("on a map others have a colour of opacity %s, which is what it says", opacity)
	}
	do(t, ctx, chromedp.KeyEvent(kb.Escape))
	if tip := tipOf(t, ctx); tip.Open+tip.Lit > 0 {
		t.Errorf("Escape keeps %+v", tip)
	}
}
