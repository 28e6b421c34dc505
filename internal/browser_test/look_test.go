package browser_test

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

const briefing = "articles/falk-briefing/"

// TestBrowserLayout opens pages as readers do: the charts are to be seen, in the drawing that fits, nothing overflows or
// is cut off, and nothing moves while a page loads, with its scripts.
func TestBrowserLayout(t *testing.T) {
	chromium.Needs(t, "@fontsource/source-sans-3") // in which drawings are measured
	ctx, root := open(t)
	for _, c := range []struct {
		page     string
		charts   int
		scripted bool // loaded at two widths
	}{
		{"", 5, true}, {"what-if/3.5/", 1, true}, {"members/ulmland/", 5, true}, {"members/icemere/", 0, false}, {"years/2016/", 1, true},
		{briefing, 1, true}, {briefing + "now/", 1, false}, {"articles/why-five-became-four/", 4, false}, {"data/", 0, false}, {"methods/", 0, false},
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
	moved := evaluate[[]string](t, ctx, "moved()")
	for tries := 0; len(moved) > 0 && tries < 5; tries++ {
		do(t, ctx, chromedp.Navigate("about:blank"))
		do(t, ctx, chromedp.Navigate(address))
		moved = evaluate[[]string](t, ctx, "moved()")
	}
	if len(moved) > 0 {
		t.Errorf("/%s at %d px moves while it loads: %q", page, width, moved)
	}
}

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
	if boxed := evaluate[[]string](t, ctx, "boxed()"); len(boxed) > 0 {
		t.Errorf("/%s at %d px has parts that scroll inside it: %q", page, width, boxed)
	}
	if covered := evaluate[[]string](t, ctx, "covered()"); len(covered) > 0 {
		t.Errorf("/%s at %d px covers the column heads %q", page, width, covered)
	}
}

// holdEvidence opens all lists of members of an article's evidence: nothing overflows or is cut off.
func holdEvidence(t *testing.T, ctx context.Context, page string) {
	t.Helper()
	evaluate[any](t, ctx, `$$('details').forEach(d => { d.open = true })`)
	for _, width := range []int64{1440, 768, 360, 320} {
		do(t, ctx, chromedp.EmulateViewport(width, 800))
		if w := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); w > width {
			t.Errorf("/%s, all open, is %d px wide in a window of %d", page, w, width)
		}
		if crushed := evaluate[[]string](t, ctx, "crushed()"); len(crushed) > 0 {
			t.Errorf("/%s at %d px: cells of the evidence are crushed or cut off: %q", page, width, crushed)
		}
	}
}

// TestBrowserCharts holds that no label of any chart is clipped or stands on another.
func TestBrowserCharts(t *testing.T) { sitetest.CheckCharts(t, chromium.Open(t), sitetest.Whole(t)) }

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
		chromium.Prefer(t, ctx, "prefers-color-scheme", "light")
		do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(root+page))
		evaluate[any](t, ctx, fmt.Sprintf("repeatsGone(%t)", strings.HasPrefix(page, "charts/")))
		if evaluate[bool](t, ctx, `$('.evidence') !== null`) {
			evaluate[any](t, ctx, `$$('details').forEach(d => { d.open = true })`)
			tabTo(t, ctx, "a.fact") // the note of its first fact opens
		}
		chromium.Axe(t, ctx, "html", "/"+page)
		if page == "charts/" { // one of every kind, whose colours a test of their own compares
			continue
		}
		chromium.Prefer(t, ctx, "prefers-color-scheme", "dark")
		do(t, ctx, chromedp.EmulateViewport(360, 900))
		chromium.Axe(t, ctx, "html", "/"+page+" in the dark at 360 px", slices.Concat(chromium.Colours, chromium.Sizes)...)
	}
}

// TestBrowserTraces follows numbers of every kind to where they are from.
func TestBrowserTraces(t *testing.T) {
	sitetest.CheckTraces(t, chromium.Open(t), sitetest.Whole(t), 60)
}
