package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/civil"
)

func TestGrowthWords(t *testing.T) {
	checkTexts(t, []wantTexts{
		{"several", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"FJO\", \"DEL\", \"CAP\"]",
			"Capeland rose most in 2019: +4.0%; Fjordland fell: −40.1%",
			"Growth of aid, in per cent, 2019 (hatched: estimates)",
			"Fjordland: −40.1% in 2019. Delta <North>: −3.2% in 2019. Capeland: +4.0% in 2019. Estimates: 2019. All is from the DAC release of 16 April 2020."},
		{"all fell", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"FJO\", \"DEL\"]", "Fjordland fell most in 2019: −40.1%; Delta <North> least: −3.2%", "", ""},
		{"nothing", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"BAY\"]", "Bay & Cove: 0.0% in 2019", "", ""},
	})
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

func TestGrowthErrors(t *testing.T) {
	wrongs(t, []wrong{
		{"no measure of growth", "kind = \"growth\"\nmembers = [\"ALP\"]", "a.md:10:1: the report has no measure of growth\n\thint: name it in config.toml as growth"},
		{"a guideline", "kind = \"growth\"\nguideline = \"grow\"", "a.md:11:1: a growth chart has no use for guideline\n\thint: the keys of a growth chart are kind, title, caption, measure, source, as_of, from, to, members"},
		{"no aggregate", "kind = \"growth\"\nmeasure = \"rise\"", "a.md:10:1: no aggregate has rise for 2019 in the edition of DAC, released 2020-04-16\n\thint: name up to four members"},
		{"too many", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\", \"FJO\"]", "a.md:12:40: a growth chart has room for four members\n\thint: leave it out; a trend chart takes any number of them"},
		{"no figure", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"ALP\", \"ISL\"]", "a.md:12:19: no rise of Isle for 2019 in the edition of DAC, released 2020-04-16\n\thint: Isle: no treasury"},
		{"a level", "kind = \"growth\"\nmeasure = \"oda\"", "a.md:11:11: oda is no measure of growth"},
	})
	terms := leagueTerms
	terms.Growth = "oda"
	early, _ := parse("kind = \"growth\"\nfrom = 2016\nto = 2017\nmembers = [\"ELM\"]")
	if _, errs := All.Draw(known(t), terms, british, early); !strings.Contains(errs.Error(), "a.md:13:12: Elmland joined on 2018-06-01, after 2017") {
		t.Errorf("before joining: got %v", errs)
	}
	terms.Growth = "rise-of-aid"
	s, _ := parse("kind = \"growth\"")
	if _, errs := All.Draw(load(t, league).AsOf(civil.MustParse("2020-12-31")), terms, british, s); !strings.Contains(errs.Error(), "the report's measure of growth, \"rise-of-aid\", is unknown") {
		t.Errorf("got %v", errs)
	}
}
