package kind

import (
	"testing"
)

// TestGrowthWords holds that years are counted as one in a row, as far as is known.
func TestGrowthWords(t *testing.T) {
	v := crowd(t, 2, 13, func(i, y int) float64 { return float64(y) - 4.5 })
	terms := crowdTerms
	terms.Growth = "rise"
	c := mustDraw(t, v, terms, "kind = \"growth\"\nmembers = [\"M00\"]")
	if c.Title != "North Macedonia: +7.50% in 2019, the eighth rise in a row (estimate)" || c.EstimateKey != "hatched: estimates" || c.Guideline != nil {
		t.Errorf("got %q, %q, %v", c.Title, c.EstimateKey, c.Guideline)
	}
	c = mustDraw(t, v, terms, "kind = \"growth\"\nmembers = [\"M00\"]\nfrom = 2015") // of the years before nothing is said
	if c.Title != "North Macedonia: +7.50% in 2019, the highest of 2015–2019 (estimate)" {
		t.Errorf("got %q", c.Title)
	}
	c = mustDraw(t, v, terms, "kind = \"growth\"\nmembers = [\"M00\"]")
	if s := c.Summary[0]; s != "North Macedonia: +7.50% in 2019; highest +7.50% in 2019, lowest −4.50% in 2007; up in eight of 13 years." {
		t.Errorf("got %q", s)
	}
}

func TestOrdinals(t *testing.T) {
	for n, want := range map[int]string{3: "third", 12: "twelfth", 13: "13th", 20: "20th", 21: "21st", 22: "22nd", 33: "33rd", 111: "111th"} {
		if got := british.Ordinal(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

// TestGrowthTotal holds that without members the report's own aggregate is
// shown, else the first that has figures.
func TestGrowthTotal(t *testing.T) {
	terms := leagueTerms
	terms.Growth = "oda"
	for _, total := range []string{"ALL", ""} {
		terms.Total = total
		if c := mustDraw(t, known(t), terms, "kind = \"growth\""); c.Figures()[0].Member != "ALL" {
			t.Errorf("total %q: drew %s", total, c.Figures()[0].Member)
		}
	}
}
