package kind

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/civil"
)

// TestSharesAlikeWhenRounded holds that who has a larger share is told by the figures, also where both are printed 4.2%.
func TestSharesAlikeWhenRounded(t *testing.T) {
	files := maps.Clone(league)
	files["data/dac/2020-04-16.csv"] = strings.ReplaceAll(files["data/dac/2020-04-16.csv"], "CAP,2016,aid,528", "CAP,2016,aid,653")
	c := mustDraw(t, load(t, files).AsOf(civil.MustParse("2020-12-31")), leagueTerms, `kind = "shares"`)
	if got := c.Summary[0]; !strings.HasPrefix(got, "A larger share of aid than of income: Alpland, Fjordland and Capeland.") {
		t.Errorf("got %q", got)
	}
}
