package browser_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// TestBrowserExploreLanguages explores a small report in French and in German: its controls have names in the language,
// another year has the words of that year's own page, and chosen members are joined as the language joins names.
func TestBrowserExploreLanguages(t *testing.T) {
	const caption = `$$('.chart-title, .chart-subtitle, .chart-lead').map(e => e.textContent).join('\n')`
	broken := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	for language, c := range map[string]struct{ year, summary, known, hedged, two, story string }{
		"fr": {"Année", "En 2003 : cinq donateurs sur 22 à 0,7 % du revenu national ou plus.", "Tel que connu le", "en 2003 (estimation)",
			"La Norvège et la Suède", "La Suède : 0,94 % en 2005, 1,12 % en 2009, en hausse de 0,18 pt"},
		"de": {"Jahr", "Im Jahr 2003: fünf von 22 donateurs bei 0,7 % du revenu national oder darüber.", "Wie bekannt am", "2003 (geschätzt)",
			"Norvège und Suède", "Suède: 0,94 % im Jahr 2005, 1,12 % im Jahr 2009, 0,18 Punkte mehr"},
	} {
		t.Run(language, func(t *testing.T) {
			ctx, root := chromium.Open(t), sitetest.Translated(t, language).Serve()
			do(t, ctx, chromedp.EmulateViewport(1440, 900))
			explorable(t, ctx, root+"charts/distance-2003/")
			want := evaluate[string](t, ctx, caption)
			explorable(t, ctx, root+"charts/distance-2009/")
			explore(t, ctx)
			control(t, ctx, c.year, "4")
			now := evaluate[shown](t, ctx, shownScript)
			if title, subtitle, _ := strings.Cut(want, "\n"); now.Title != title || !strings.HasPrefix(subtitle, now.Subtitle) || !strings.Contains(broken.Replace(now.Summary), c.summary) {
				t.Errorf("the year 2003 has the words %+v, on its own page %q", now, want)
			}
			control(t, ctx, c.known, "0")
			if older := evaluate[shown](t, ctx, shownScript); older.Address == now.Address || !strings.HasSuffix(older.Title, c.hedged) {
				t.Errorf("as known on the first day: %+v", older)
			}
			for _, off := range evaluate[[]string](t, ctx, `(() => {
				const texts = $$('.live-chart text').map(t => t.textContent).filter(t => /^[+\u2212-]?[\d.,]+$/.test(t));
				const off = texts.filter(t => /^-|\./.test(t) || !/^[+\u2212]|^0$/.test(t));
				return texts.length < 20 ? ['only ' + texts.length + ' numbers'] : off;
			})()`) {
				t.Errorf("a number of the chart is written %q", off)
			}
			noFaults(t, ctx, "a distance")
			explorable(t, ctx, root+"charts/trend-nor/#trend-nor?"+url.Values{"members": {"Norvège|Suède"}}.Encode())
			awaitScript(t, ctx, `$('[data-explored]')`)
			if s := evaluate[shown](t, ctx, shownScript); s.Title != c.two || !strings.Contains(broken.Replace(s.Summary), c.story) {
				t.Errorf("two members are chosen: %+v", s)
			}
			noFaults(t, ctx, "lines")
		})
	}
}
