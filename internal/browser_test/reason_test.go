package browser_test

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestBrowserReason holds that the reason why a member has no figure ends where the numbers of others do.
func TestBrowserReason(t *testing.T) {
	ctx, site := open(t)
	for _, page := range []string{"years/2026/", "what-if/3/"} {
		for _, width := range []int64{360, 1440} {
			do(t, ctx, chromedp.EmulateViewport(width, 740), chromedp.Navigate(site+page))
			const apart = `(() => {
				const end = (e) => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().right };
				const ends = [...$(".rows tbody tr").cells].filter((c) => c.matches(".num")).map(end);
				const reasons = $$(".rows td.none");
				return reasons.length === 0 ? 1000 : Math.max(...reasons.map((e) => Math.abs(end(e) - Math.max(...ends))));
			})()`
			if px := evaluate[float64](t, ctx, apart); px > 3 {
				t.Errorf("%s at %d px: a reason ends %.0f px from where numbers do", page, width, px)
			}
		}
	}
}
