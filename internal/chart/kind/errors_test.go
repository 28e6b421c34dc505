package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/chart"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// TestErrors is the list of what is wrong with a chart block and what the
// editor is told about it. Blocks begin at a.md:10:1.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, spec, day, want string }{
		{"no TOML", "kind = = 1", "", "a.md:10:8: more than one equals sign\n\thint: write kind = 1"},
		{"no kind", "year = 2016", "", "a.md:10:1: the chart has no kind\n\thint: kinds are bridge, change, "},
		{"unknown kind", `kind = "distanse"`, "", "a.md:10:8: unknown kind of chart \"distanse\"\n\thint: did you mean \"distance\"? kinds are bridge, change, "},
		{"unknown key", "kind = \"distance\"\nyaer = 2016", "", "a.md:11:1: unknown key \"yaer\"\n\thint: did you mean \"year\"? the keys of a distance chart are kind, title, caption, measure, source, guideline, as_of, year, members, highlight, sort"},
		{"wrong type", "kind = \"distance\"\nyear = \"2016\"", "", "a.md:11:8: year must be a whole number, not the text \"2016\""},
		{"a kind that is a number", "kind = 3", "", "a.md:10:8: kind must be a text, not the number 3"},
		{"not a year", "kind = \"distance\"\nyear = 16", "", "a.md:11:8: 16 is not a year\n\thint: write year = 2016"},
		{"not a year either", "kind = \"distance\"\nyear = -1", "", "a.md:11:8: -1 is not a year"},
		{"a year of nothing", "kind = \"distance\"\nyear = 0", "", "a.md:11:8: 0 is not a year"},
		{"a key of another kind", "kind = \"distance\"\nfrom = 2014", "", "a.md:11:1: a distance chart has no use for from\n\thint: the keys of a distance chart are"},
		{"a guideline for shares", "kind = \"shares\"\nguideline = \"un\"", "", "a.md:11:1: a shares chart has no use for guideline\n\thint: the keys of a shares chart are kind, title, caption, measure, source, as_of, year, members"},
		{"no day", "kind = \"meeting\"\nas_of = \"newest\"", "", "a.md:11:9: as_of: \"newest\" is not a day"},
		{"members that are no list", "kind = \"trend\"\nmembers = \"ALP\"", "", "a.md:11:11: members must be a list of texts, not the text \"ALP\""},
		{"no members", "kind = \"trend\"", "", "a.md:10:1: a trend chart needs members\n\thint: add members = [\"ALP\", \"BAY\"], or others"},
		{"an empty list", "kind = \"trend\"\nmembers = []", "", "a.md:11:11: members is empty"},
		{"unknown member", "kind = \"trend\"\nmembers = [\"ALP\",\n  \"BYA\"]", "", "a.md:12:3: unknown member \"BYA\"\n\thint: did you mean \"BAY\"? codes are in data/members.csv"},
		{"twice", "kind = \"trend\"\nmembers = [\"ALP\", \"ALP\"]", "", "a.md:11:19: ALP is named twice"},
		{"unknown source", "kind = \"distance\"\nsource = \"dca\"", "", "a.md:11:10: unknown source \"dca\"\n\thint: did you mean \"dac\"?"},
		{"unknown measure", "kind = \"distance\"\nmeasure = \"odda\"", "", "a.md:11:11: unknown measure \"odda\"\n\thint: did you mean \"oda\"?"},
		{"unknown guideline", "kind = \"distance\"\nguideline = \"unn\"", "", "a.md:11:13: unknown guideline \"unn\"\n\thint: did you mean \"un\"?"},
		{"a guideline for another measure", "kind = \"distance\"\nmeasure = \"rise\"\nguideline = \"un\"", "", "a.md:12:13: the guideline \"un\" is for oda, not for rise\n\thint: guidelines for rise: grow"},
		{"a measure without a guideline", "kind = \"meeting\"\nmeasure = \"gni\"", "", "a.md:11:11: a meeting chart of gni needs a guideline\n\thint: data/guidelines.toml has no guideline for gni"},
		{"unknown sort", "kind = \"distance\"\nsort = \"naem\"", "", "a.md:11:8: unknown sort \"naem\"\n\thint: did you mean \"name\"? a distance chart is sorted by value or name"},
		{"backwards", "kind = \"meeting\"\nfrom = 2019\nto = 2016", "", "a.md:12:6: from 2019 comes after to 2016\n\thint: swap the two"},
		{"a year without an answer", "kind = \"distance\"\nyear = 2018", "", "a.md:11:8: no edition of DAC known on 2020-12-31 has enough oda for 2018\n\thint: DAC, released 2020-04-16 has 2016, 2017 and 2019"},
		{"a year not known yet", "kind = \"distance\"\nyear = 2017", "2018-12-31", "a.md:11:8: no edition of DAC known on 2018-12-31 has enough oda for 2017\n\thint: DAC, released 2020-04-16 has it; set as_of = 2020-04-16"},
		{"nothing known yet", `kind = "distance"`, "2017-12-31", "a.md:10:1: no edition of DAC known on 2017-12-31 has enough oda\n\thint: DAC, released 2018-04-10 has it; set as_of = 2018-04-10"},
		{"nothing known yet of a measure", "kind = \"meeting\"\nmeasure = \"oda\"", "2017-12-31", "a.md:11:11: no edition of DAC known on 2017-12-31 has enough oda\n\thint: DAC, released 2018-04-10 has it; set as_of = 2018-04-10"},
		{"a source with single figures", "kind = \"meeting\"\nsource = \"un\"", "", "a.md:11:10: no edition of UN known on 2020-12-31 has enough oda\n\thint: DAC has it: source = \"dac\""},
		{"a first year without an answer", "kind = \"meeting\"\nfrom = 2010", "", "a.md:11:8: no edition of DAC known on 2020-12-31 has enough oda for 2010"},
		{"a member without a figure", "kind = \"trend\"\nmembers = [\"ISL\"]", "", "a.md:11:12: no oda of Isle for 2016–2019 in the edition of DAC, released 2020-04-16\n\thint: Isle: no treasury"},
		{"a bar without a figure", "kind = \"distance\"\nmembers = [\"ALP\", \"MOR\"]", "", "a.md:11:19: no oda of Moorland for 2019 in the edition of DAC, released 2020-04-16\n\thint: leave it out"},
		{"a bar of an exempt member", "kind = \"distance\"\nmembers = [\"ISL\"]", "", "hint: Isle: no treasury"},
		{"a bar before joining", "kind = \"distance\"\nyear = 2016\nmembers = [\"ELM\"]", "", "a.md:12:12: Elmland joined on 2018-06-01, after 2016"},
		{"a share of an exempt member", "kind = \"shares\"\nmembers = [\"ALP\", \"ISL\"]", "", "a.md:11:19: no oda of Isle for 2016 in the edition of DAC, released 2020-04-16\n\thint: Isle: no treasury"},
		{"highlight of a wrong code", "kind = \"distance\"\nhighlight = [\"ALP\", \"BYA\"]", "", "a.md:11:21: unknown member \"BYA\"\n\thint: did you mean \"BAY\"?"},
		{"highlight where there are no members", "kind = \"meeting\"\nhighlight = [\"ALP\"]", "", "a.md:11:1: a meeting chart has no use for highlight"},
		{"a bar of an aggregate", "kind = \"distance\"\nmembers = [\"ALL\"]", "", "a.md:11:12: ALL is an aggregate; a distance chart compares members"},
		{"several at once", "kind = \"distance\"\nmeasure = \"odda\"\nsource = \"dca\"\nmembers = [\"XXX\"]", "", "a.md:11:11: unknown measure \"odda\"\n\thint: did you mean \"oda\"? measures are aid, gni, oda, people, rise\na.md:12:10: unknown source"},
	} {
		s, errs := parse(c.spec)
		if !errs.Failed() {
			day := "2020-12-31"
			if c.day != "" {
				day = c.day
			}
			got, more := All.Draw(load(t, league).AsOf(civil.MustParse(day)), leagueTerms, british, s)
			if got != nil {
				t.Errorf("%s: drawn, want an error", c.name)
			}
			errs.Add(more...)
		}
		if !strings.Contains(errs.Error(), c.want) {
			t.Errorf("%s: got\n%v\nwant\n%s", c.name, errs, c.want)
		}
	}
}

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

// TestPurpose holds that a report on something else needs no change: a
// measure and source that the spec names are looked up, not known.
func TestPurpose(t *testing.T) {
	c := mustDraw(t, known(t), dataset.Terms{Source: "dac", Measure: "rise", Guideline: "grow", Collective: "donors"}, "kind = \"meeting\"\nguideline = \"bold\"")
	if c.Guideline.ID != "bold" || !strings.Contains(c.Title, "donors at or above 1% of income") || c.Edition.String() != "DAC, released 2020-04-16" {
		t.Errorf("got %q with %s of %s", c.Title, c.Guideline.ID, c.Edition)
	}
}
