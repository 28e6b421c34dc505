package kind

import (
	"maps"
	"strings"
	"testing"
)

// TestEditionOver holds which edition a chart over years is made of: the newest that answers for its first and its last
// year, though a newer one has a figure of both.
func TestEditionOver(t *testing.T) {
	files := maps.Clone(league)
	files["data/dac/source.toml"] += "[[release]]\ndate = 2020-11-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"
	header, all, _ := strings.Cut(league["data/dac/2018-04-10.csv"], "\n")
	files["data/dac/2020-11-01.csv"] = header + "\n" + strings.ReplaceAll(all, ",2016,", ",2019,") + strings.ReplaceAll(all, ",2016,", ",2017,") +
		"ALP,2016,oda,0.91,actual\nELM,2019,oda,0.10,actual\n"
	for spec, want := range map[string]string{
		"kind = \"trend\"\nmembers = [\"ALP\"]\nfrom = 2016":              "DAC, released 2020-04-16",
		"kind = \"trend\"\nmembers = [\"ALP\"]\nfrom = 2019":              "DAC, released 2020-11-01",
		"kind = \"meeting\"\nfrom = 2016":                                 "DAC, released 2020-04-16",
		"kind = \"meeting\"\nfrom = 2019":                                 "DAC, released 2020-11-01",
		"kind = \"heatmap\"\nmembers = [\"ALP\"]\nfrom = 2016\nto = 2017": "DAC, released 2020-04-16",
	} {
		s, _ := parse(spec)
		c, errs := All.Draw(newest(t, files), leagueTerms, british, s)
		if len(errs) > 0 || c.Edition.String() != want {
			t.Errorf("%s: %v, %v, want %s", spec, c, errs, want)
		}
	}
	// No edition answers for both.
	files["data/dac/2020-04-16.csv"] = table("ALP 2017 oda 0.86")
	s, _ := parse("kind = \"meeting\"\nfrom = 2016\nto = 2019")
	_, errs := All.Draw(newest(t, files), leagueTerms, british, s)
	if want := "a.md:11:8: no edition of DAC known on 2020-12-31 has enough oda for both 2016 and 2019\n\thint: DAC, released 2020-11-01 has 2017 and 2019"; errs.Error() != want {
		t.Errorf("%v, want %s", errs, want)
	}
}
