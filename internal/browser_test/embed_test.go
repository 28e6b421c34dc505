package browser_test

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// TestBrowserEmbed holds that the code to embed a chart sets its frame to the height of what is in it, on a page of
// another site and at any width, and that a chart in a frame shows one line of text.
func TestBrowserEmbed(t *testing.T) {
	ctx, root := open(t)
	for _, chart := range []string{"charts/distance-2016/", "charts/meeting/"} {
		do(t, ctx, chromedp.Navigate(root+chart))
		code := chromium.Evaluate[string](t, ctx, `$("#code").value`)
		if !strings.Contains(code, "https://example.org/") {
			t.Fatalf("the code is %s", code)
		}
		lines := chromium.Evaluate[int](t, ctx, `$$("figure :is(.chart-lead, .chart-caption, .chart-summary p, .notes li)").filter(e => e.checkVisibility()).length`)
		if lines != 1 {
			t.Errorf("/%s shows %d lines of text", chart, lines)
		}
		code = strings.Replace(code, sitetest.Whole(t).Base, root, 1)
		host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, `<!doctype html><body style="margin:0"><iframe></iframe>%s<script>
				addEventListener("message", e => window.told = e.data)</script>`, code)
		}))
		heights := map[int64]float64{360: 0, 800: 0}
		for width := range heights {
			do(t, ctx, chromedp.EmulateViewport(width, 900))
			heights[width] = chromium.Evaluate[float64](t, ctx, `document.fonts.ready.then(() => Math.ceil(document.body.getBoundingClientRect().height))`)
		}
		for width, want := range heights {
			do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(host.URL))
			frame := `$$("iframe")[1]`
			chromium.Await(t, ctx, fmt.Sprintf(`Math.abs(parseFloat(%s.style.height) - %v) <= 2`, frame, want), frame+`.style.height + ", told " + JSON.stringify(window.told) + ", want `+strconv.Itoa(int(math.Round(want)))+`"`)
			if other := chromium.Evaluate[string](t, ctx, `$("iframe").style.height`); other != "" {
				t.Errorf("another frame of the page is set to %s", other)
			}
		}
		host.Close()
	}
}
