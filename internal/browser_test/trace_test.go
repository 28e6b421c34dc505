package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// TestBrowserTraces follows numbers of every kind to where they are from.
func TestBrowserTraces(t *testing.T) {
	sitetest.CheckTraces(t, chromium.Open(t), sitetest.Whole(t), 60)
}

// TestBrowserTraceClicks does it with the pointer: from a number to its place
// among its member's figures, where it is marked, and on to the row.
func TestBrowserTraceClicks(t *testing.T) {
	ctx, site := open(t)
	for _, c := range []struct{ page, number, row string }{
		{"years/2016/", `.rows a.n[href*="figures/pom/"]`, ".csv#row="},
		{"members/turmiye/", `table a.n[href*="#survey-"]`, ""}, // may not be passed on as a file
		{"", `.edition-diff a.n`, ".csv#row="},
	} {
		chromium.Do(t, ctx, chromedp.EmulateViewport(1280, 800), chromedp.Navigate(site+c.page), chromedp.Click(c.number))
		const at = `$("td:target")?.getBoundingClientRect()`
		chromium.Await(t, ctx, `location.pathname.includes("/data/figures/") && (r => r?.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth)(`+at+`)`, `location.href + JSON.stringify(`+at+`)`)
		got := chromium.Evaluate[struct{ Value, Link string }](t, ctx, `(e => ({Value: e.firstChild.textContent, Link: e.querySelector("a")?.href ?? ""}))($("td:target"))`)
		if got.Value == "" || !strings.Contains(got.Link, c.row) || (c.row == "") != (got.Link == "") {
			t.Errorf("/%s %s: %+v", c.page, c.number, got)
		}
	}
}
