package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/chart"
)

// TestParsedErrors holds that what is wrong whatever the data are is found without them.
func TestParsedErrors(t *testing.T) {
	for spec, want := range map[string]bool{
		"kind = \"distanse\"": true, "kind = 3": true, "year = 2016": true, "kind = \"distance\"\nyaer = 2016": true,
		"kind = \"distance\"\nmeasure = \"odda\"": false, "kind = \"distance\"": false,
	} {
		if _, errs := parse(spec); errs.Failed() != want {
			t.Errorf("%s: found is not %t: %v", spec, want, errs)
		}
	}
}

// TestErrorsOfFigures tells what is wrong with a spec from what other figures would put right.
func TestErrorsOfFigures(t *testing.T) {
	for spec, want := range map[string]bool{
		"kind = \"distance\"\nmeasure = \"odda\"":                     false,
		"kind = \"trend\"\nmembers = [\"XXX\"]":                       false,
		"kind = \"distance\"\nyear = 2018":                            true,
		"kind = \"trend\"\nmembers = [\"ISL\"]":                       true,
		"kind = \"distance\"\nyear = 2016\nhighlight = [\"ELM\"]":     false, // a warning
		"kind = \"sources\"\nyear = 2018\nmembers = [\"ALP\"]":        true,
		"kind = \"revisions\"\nyear = 1999\nmembers = [\"ALP\"]":      true,
		"kind = \"distance\"\nmembers = [\"ALP\", \"MOR\"]":           true,
		"kind = \"distance\"\nguideline = \"un\"\nmeasure = \"rise\"": false,
	} {
		s, errs := parse(spec)
		_, more := All.Draw(known(t), leagueTerms, british, s)
		for _, e := range append(errs, more...) {
			if e.Figures != want {
				t.Errorf("%s: of figures is not %t: %v", spec, want, e)
			}
		}
		if len(errs)+len(more) == 0 {
			t.Errorf("%s: no error", spec)
		}
	}
}

// TestEstimateKey holds how a chart says which marks are estimates: not at all where none or all are.
func TestEstimateKey(t *testing.T) {
	for spec, want := range map[string]string{
		"kind = \"distance\"":                               "hatched: estimates",
		"kind = \"distance\"\nyear = 2016":                  "",
		"kind = \"distance\"\nmembers = [\"ALP\", \"DEL\"]": "",
		"kind = \"trend\"\nmembers = [\"ALP\", \"DEL\"]":    "hollow points: estimates",
	} {
		if got := mustDraw(t, known(t), leagueTerms, spec).EstimateKey; got != want {
			t.Errorf("%s: %q, want %q", spec, got, want)
		}
	}
}

// TestMadeInGo draws specs without places, as pages make them.
func TestMadeInGo(t *testing.T) {
	c, errs := All.Draw(known(t), leagueTerms, british, chart.Spec{Kind: "trend", Members: []string{"ALP", "ALL"}, From: 2016, To: 2017})
	if len(errs) > 0 || c.ID != "trend-alp-all-2016-2017" || len(c.Figures()) != 4 {
		t.Errorf("got %+v, %v", c, errs)
	}
	for _, c := range []struct {
		spec chart.Spec
		want string
	}{
		{chart.Spec{Kind: "pie"}, "unknown kind of chart \"pie\"\n\thint: kinds are "},
		{chart.Spec{Kind: "trend", Members: []string{"XYZ"}}, "unknown member \"XYZ\""},
		{chart.Spec{Kind: "distance", Year: 1990}, "no edition of DAC known on 2020-12-31 has enough oda for 1990"},
	} {
		if _, errs := All.Draw(known(t), leagueTerms, british, c.spec); !strings.HasPrefix(errs.Error(), c.want) {
			t.Errorf("%+v: got %v, want %s", c.spec, errs, c.want)
		}
	}
}

// TestIdentity holds that an address stays while the spec does, and that
// charts which differ have different ones.
func TestIdentity(t *testing.T) {
	seen := map[string]string{}
	for _, c := range []struct{ spec, want string }{
		{"kind = \"distance\"", "distance"},
		{"kind = \"distance\"\nyear = 2016", "distance-2016"},
		{"kind = \"distance\"\nyear = 2016\nsource = \"dac\"\nsort = \"value\"\nguideline = \"un\"\nas_of = \"latest\"", "distance-2016"},
		{"kind = \"distance\"\nyear = 2016\nas_of = 2018-05-01", "distance-2016-"},
		{"kind = \"distance\"\nyear = 2016\nas_of = 2018-05-02", "distance-2016-"},
		{"kind = \"distance\"\nyear = 2016\nsort = \"name\"", "distance-2016-"},
		{"kind = \"distance\"\nyear = 2016\nguideline = \"bold\"", "distance-2016-"},
		{"kind = \"distance\"\nyear = 2016\ntitle = \"x\"\ncaption = \"y\"", "distance-2016"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"ALL\"]\nfrom = 2016\nto = 2019", "trend-alp-all-2016-2019"},
		{"kind = \"trend\"\nmembers = [\"ALP\"]\nfrom = 2016", "trend-alp-2016"},
		{"kind = \"trend\"\nmembers = [\"ALP\"]\nto = 2016", "trend-alp-to-2016"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\"]", "trend-alp-bay-cap-del"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\"]\nguideline = \"bold\"", "trend-alp-bay-cap-del-9f0c3dc"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\", \"FJO\", \"ALL\"]", "trend-alp-bay-cap-del-3c305e7"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\", \"FJO\"]", "trend-alp-bay-cap-del-"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\", \"MOR\"]", "trend-alp-bay-cap-del-"},
	} {
		s, errs := parse(c.spec)
		drawn, more := All.Draw(known(t), leagueTerms, british, s)
		if more.Failed() {
			t.Fatalf("%s: %v", c.spec, more)
		}
		got := drawn.ID
		if len(errs) > 0 || got != c.want && !(strings.HasSuffix(c.want, "-") && strings.HasPrefix(got, c.want)) {
			t.Errorf("%s: got %s (%v), want %s", c.spec, got, errs, c.want)
		}
		if other := seen[got]; other != "" && !strings.Contains(c.spec, "latest") && !strings.Contains(c.spec, "title") {
			t.Errorf("%s and %s have both the ID %s", other, c.spec, got)
		}
		seen[got] = c.spec
	}
}
