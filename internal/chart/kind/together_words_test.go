package kind

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// TestWordsTogether holds headlines, subtitles and sentences of the kinds that
// show all members of a year.
func TestWordsTogether(t *testing.T) {
	for _, c := range []struct{ name, spec, title, subtitle, summary string }{
		{"two guidelines", `kind = "quadrant"`,
			"At least one of eight members meeting both 0.7% of income and no cuts in 2019",
			"Aid as a share of income and growth of aid, 2019 (hollow points: estimates)",
			"Only 0.7% of income: Fjordland and Alpland. Only no cuts: Capeland. Neither: Delta <North> and " +
				"Elmland. At least one of eight members met both 0.7% of income and no cuts in 2019. A figure is missing: " +
				"Moorland. The counts are lower bounds. Isle: no treasury. Estimates: Fjordland, Alpland, Bay & " +
				"Cove and Delta <North>."},
		{"one of them named", "kind = \"quadrant\"\nmembers = [\"FJO\"]", "Fjordland: 1.10% and −40.1% in 2019, at or above 0.7% of income only", "", ""},
		{"all cells", `kind = "heatmap"`,
			"Fjordland, Alpland and Bay & Cove at or above 0.7% of income in every year with a figure from 2016 to 2019, Delta <North> below in all",
			"Aid as a share of income, in per cent, 2016–2019; outlined: at or above 0.7% of income (hatched: estimates)",
			"Three of seven members were at or above 0.7% of income in 2016, at least three of eight in 2019. " +
				"In 2019 Fjordland is highest at 1.10% and Elmland lowest at 0.15%. At or above in every year with a figure: " +
				"Fjordland, Alpland and Bay & Cove. Below in every year with a figure: Delta <North>. No figures for 2018. Capeland has " +
				"no figure for 2017. Moorland has no figure for 2019. Rows begin in the year a member joined: " +
				"Elmland. Isle: no treasury. Estimates: 2019."},
		{"cells of none that always met", "kind = \"heatmap\"\nmembers = [\"DEL\", \"MOR\"]\nto = 2017", "Delta <North> and Moorland below 0.7% of income in every year from 2016 to 2017", "", ""},
		{"cells of some that always met", "kind = \"heatmap\"\nmembers = [\"ALP\", \"CAP\"]\nto = 2017", "Alpland at or above 0.7% of income in every year from 2016 to 2017", "", ""},
		{"a row", "kind = \"heatmap\"\nmembers = [\"BAY\"]", "Bay & Cove at or above 0.7% of income in every year with a figure, 2016–2019 (estimate)", "", ""},
		{"a row of one cell", "kind = \"heatmap\"\nmembers = [\"ELM\"]", "Elmland below 0.7% of income in 2019", "", ""},
		{"one column", "kind = \"heatmap\"\nfrom = 2016\nto = 2016", "Three of these six at or above 0.7% of income in 2016", "", ""},
		{"tiles", "kind = \"map\"\nmembers = [\"DEL\"]",
			"At least three of eight members at or above 0.7% of income in 2019",
			"Aid as a share of income: percentage points above or below 0.7% of income, 2019 (hatched: estimates)",
			"Fjordland is highest at 1.10%, 0.40 points above; Elmland is lowest at 0.15%, 0.55 points short. At least three of eight " +
				"members were at or above 0.7% of income in 2019. At or above 0.7% of income, " +
				"of those with a figure: West two of three; East one of three. Outlined: Delta <North> (0.42%). No figure: Moorland. The count is a " +
				"lower bound. Isle: no treasury. Estimates: Alpland, Bay & Cove, Delta <North> and Fjordland."},
		{"one tile above", "kind = \"map\"\nyear = 2016\nguideline = \"bold\"", "Fjordland alone at or above 1% of income in 2016", "", ""},
		{"shares", `kind = "shares"`,
			"Alpland: 84.8% of aid on 78.5% of income in 2016",
			"Share of aid and of income, in per cent of All members together, 2016 (hatched: estimates)",
			"A larger share of aid than of income: Alpland and Fjordland. Furthest below its share of income: " +
				"Moorland, 0.5% of aid on 4.2%. Alpland has 84.8% of aid and 78.5% of income in 2016. Isle: no " +
				"treasury. Estimates: Capeland."},
		{"shares of some", "kind = \"shares\"\nmembers = [\"MOR\", \"DEL\"]", "Delta <North>: 2.1% of aid on 4.2% of income in 2016", "", ""},
		{"money", "kind = \"money\"\nyear = 2016",
			"Three of seven members, together $752m short of 0.7% of income in 2016",
			"Short of 0.7% of income by: distance from it times income, in US dollars, 2016",
			"Moorland is short by most, $480m: 0.60 points of income. Three members together: $752m short of " +
				"0.7% of income in 2016. Three of seven members stand at or above it. Isle: no treasury."},
		{"money priced elsewhere, one without a price", "kind = \"money\"\nyear = 2019",
			"At least three of eight members, together at least $239m short of 0.7% of income in 2019",
			"Short of 0.7% of income by: distance from it times income, in US dollars, 2019; priced with income from the UN release of 1 January 2020 (hatched: estimates)",
			"At least three members together: at " +
				"least $239m short of 0.7% of income in 2019. Three of the six members with a figure stand at or above it. " +
				"Short, but not priced, as no source has their income: Elmland. All are priced with income from " +
				"the UN release of 1 January 2020. No figure: Moorland. The sum is a lower bound. Isle: no " +
				"treasury. Estimates: Delta <North>."},
		{"money of one", "kind = \"money\"\nyear = 2016\nmembers = [\"MOR\"]", "Moorland $480m short of 0.7% of income in 2016", "", ""},
		{"money of two", "kind = \"money\"\nyear = 2016\nmembers = [\"MOR\", \"DEL\"]", "Moorland and Delta <North> $720m short of 0.7% of income in 2016, together", "",
			"Moorland is short by most, $480m: 0.60 points of income. These two together: $720m short of 0.7% of income in 2016."},
		{"money of nobody", "kind = \"money\"\nyear = 2016\nmembers = [\"ALP\"]", "Alpland not short of 0.7% of income in 2016", "",
			"Alpland was at or above 0.7% of income in 2016."},
	} {
		got := mustDraw(t, known(t), leagueTerms, c.spec)
		if got.Title != c.title {
			t.Errorf("%s: title\n%s\nwant\n%s", c.name, got.Title, c.title)
		}
		if c.subtitle != "" && got.Subtitle != c.subtitle {
			t.Errorf("%s: subtitle\n%s\nwant\n%s", c.name, got.Subtitle, c.subtitle)
		}
		if s := strings.Join(got.Summary, " "); c.summary != "" && s != c.summary {
			t.Errorf("%s: summary\n%s\nwant\n%s", c.name, s, c.summary)
		}
		for _, word := range []string{" owe", "debt", " due"} {
			if s := strings.Join(append(got.Summary, got.Title, got.Subtitle), " "); strings.Contains(s, word) {
				t.Errorf("%s says%s: %s", c.name, word, s)
			}
		}
	}
}

// TestSharesAlikeWhenRounded holds that who has a larger share is told by the figures, also where both are printed 4.2%.
func TestSharesAlikeWhenRounded(t *testing.T) {
	files := maps.Clone(league)
	files["data/dac/2020-04-16.csv"] = strings.ReplaceAll(files["data/dac/2020-04-16.csv"], "CAP,2016,aid,528", "CAP,2016,aid,653")
	c := mustDraw(t, load(t, files).AsOf(civil.MustParse("2020-12-31")), leagueTerms, `kind = "shares"`)
	if got := c.Summary[0]; !strings.HasPrefix(got, "A larger share of aid than of income: Alpland, Fjordland and Capeland.") {
		t.Errorf("got %q", got)
	}
}

// TestErrorsTogether is what the editor is told about these kinds.
func TestErrorsTogether(t *testing.T) {
	without := func(change func(*dataset.Terms)) dataset.Terms {
		terms := leagueTerms
		change(&terms)
		return terms
	}
	for _, c := range []struct {
		name, spec string
		terms      dataset.Terms
		want       string
	}{
		{"no second guideline", `kind = "quadrant"`, without(func(t *dataset.Terms) { t.Second = "" }),
			"a.md:10:8: a quadrant chart needs the setting second_guideline\n\thint: set second_guideline in config.toml"},
		{"a second guideline that is none", `kind = "quadrant"`, without(func(t *dataset.Terms) { t.Second = "x" }), "a.md:10:8: second_guideline in config.toml is \"x\", which is no guideline"},
		{"the same measure twice", "kind = \"quadrant\"\nmeasure = \"rise\"", leagueTerms, "a.md:11:11: a quadrant chart needs two measures\n\thint: second_guideline in config.toml, grow, is for rise too"},
		{"a year that only one measure has", "kind = \"quadrant\"\nyear = 2016", leagueTerms, "a.md:11:8: no edition of DAC known on 2020-12-31 has enough oda and rise for 2016\n\thint: a chart needs an edition"},
		{"a point without a figure", "kind = \"quadrant\"\nmembers = [\"MOR\"]", leagueTerms, "a.md:11:12: no oda of Moorland for 2019"},
		{"a point of an aggregate", "kind = \"quadrant\"\nmembers = [\"ALL\"]", leagueTerms, "a.md:11:12: ALL is an aggregate; a quadrant chart compares members"},
		{"cells without a guideline", "kind = \"heatmap\"\nmeasure = \"gni\"", leagueTerms, "a.md:11:11: a heatmap chart of gni needs a guideline"},
		{"a row of an exempt member", "kind = \"heatmap\"\nmembers = [\"ISL\"]", leagueTerms, "a.md:11:12: no oda of Isle for 2019"},
		{"a year for cells", "kind = \"heatmap\"\nyear = 2016", leagueTerms, "a.md:11:1: a heatmap chart has no use for year"},
		{"an order of tiles", "kind = \"map\"\nsort = \"name\"", leagueTerms, "a.md:11:1: a map chart has no use for sort"},
		{"a tile before joining", "kind = \"map\"\nyear = 2016\nmembers = [\"ELM\"]", leagueTerms, "a.md:12:12: Elmland joined on 2018-06-01, after 2016"},
		{"no spending", `kind = "shares"`, without(func(t *dataset.Terms) { t.Spending = "" }), "a.md:10:8: a shares chart needs the setting spending\n\thint: set spending in config.toml"},
		{"spending that is no measure", `kind = "shares"`, without(func(t *dataset.Terms) { t.Spending = "aidd" }), "a.md:10:8: spending in config.toml is \"aidd\", which is no measure\n\thint: did you mean \"aid\"?"},
		{"a share of nothing", "kind = \"shares\"\nmeasure = \"rise\"", leagueTerms, "a.md:11:11: a shares chart needs a share of something in money; rise is none\n\thint: set of in data/measures.toml, [rise]"},
		{"shares of a year without them", "kind = \"shares\"\nyear = 2019", leagueTerms, "a.md:11:8: no edition of DAC known on 2020-12-31 has enough aid and gni for 2019"},
		{"shares of a source without them", "kind = \"shares\"\nsource = \"un\"", leagueTerms, "a.md:11:10: no edition of UN known on 2020-12-31 has enough aid and gni"},
		{"money for a share of nothing", "kind = \"money\"\nmeasure = \"rise\"", leagueTerms, "a.md:11:11: a money chart needs a share of something in money; rise is none"},
		{"money without a price", "kind = \"money\"\nyear = 2017\nmembers = [\"DEL\"]", leagueTerms, "a.md:11:8: no source known on 2020-12-31 has gni of a member short of 0.7% of income in 2017"},
	} {
		s, errs := parse(c.spec)
		if !errs.Failed() {
			got, more := All.Draw(load(t, league).AsOf(civil.MustParse("2020-12-31")), c.terms, british, s)
			if got != nil {
				t.Errorf("%s: drawn, want an error", c.name)
			}
			errs.Add(more...)
		}
		if !strings.Contains(errs.Error(), c.want) {
			t.Errorf("%s: got\n%v\nwant\n%s", c.name, errs, c.want)
		}
	}
	s, _ := parse(`kind = "shares"`)
	if _, errs := All.Draw(load(t, league).AsOf(civil.MustParse("2018-12-31")), leagueTerms, british, s); !strings.Contains(errs.Error(), "DAC, released 2020-04-16 has it; set as_of = 2020-04-16") {
		t.Errorf("not known yet: %v", errs)
	}
}
