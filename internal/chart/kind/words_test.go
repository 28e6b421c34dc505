package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/chart"
)

// TestWords holds headlines, subtitles and sentences against the figures of
// the league.
func TestWords(t *testing.T) {
	for _, c := range []struct{ name, spec, title, subtitle, summary string }{
		{"a count, with one missing", `kind = "distance"`,
			"At least three of eight members at or above 0.7% of income in 2019",
			"Aid as a share of income: percentage points above or below 0.7% of income, 2019 (hatched: estimates)",
			"Fjordland is highest at 1.10%, 0.40 points above; Elmland is lowest at 0.15%, 0.55 points short. " +
				"At least three of eight members were at or above 0.7% of income in 2019. At or above: " +
				"Fjordland, Alpland and Bay & Cove. No figure: Moorland. The count is a lower bound. Isle: no " +
				"treasury. Estimates: Fjordland, Alpland, Bay & Cove and Delta <North>."},
		{"a title of its own", "kind = \"distance\"\ntitle = \"Mine\"", "Mine", "", ""},
		{"another guideline", "kind = \"distance\"\nguideline = \"bold\"\nyear = 2016",
			"Fjordland alone at or above 1% of income in 2016",
			"Aid as a share of income: percentage points above or below 1% of income, 2016",
			"Fjordland is highest at 1.02%, 0.02 points above; Moorland is lowest at 0.10%, 0.90 points short. " +
				"One of seven members was at or above 1% of income in 2016. At or above: Fjordland. Isle: no " +
				"treasury."},
		{"negative figures, and a guideline by its measure", "kind = \"distance\"\nmeasure = \"rise\"",
			"Two of eight members at or above no cuts in 2019",
			"Growth of aid: percentage points above or below no cuts, 2019 (hatched: estimates)",
			"Capeland is highest at 4.0%, 4.0 points above; Fjordland is lowest at −40.1%, 40.1 points short. " +
				"Two of eight members were at or above no cuts in 2019. At or above: Capeland and Bay & Cove. " +
				"Isle: no treasury. Estimates: Delta <North>."},
		{"one member above", "kind = \"distance\"\nmembers = [\"ALP\"]", "Alpland 0.29 points above 0.7% of income in 2019 (estimate)", "",
			"Alpland: 0.99% in 2019, 0.29 points above 0.7% of income."},
		{"one member below by less than shows", "kind = \"distance\"\nmembers = [\"CAP\"]", "Capeland 0.001 points short of 0.7% of income in 2019", "",
			"Capeland: 0.699% in 2019, 0.001 points short of 0.7% of income."},
		{"one member on the line", "kind = \"distance\"\nmembers = [\"BAY\"]\nyear = 2016", "Bay & Cove exactly at 0.7% of income in 2016", "", ""},
		{"some members", "kind = \"distance\"\nmembers = [\"ALP\", \"DEL\", \"ELM\"]", "One of these three at or above 0.7% of income in 2019", "",
			"Alpland is highest at 0.99%, 0.29 points above; Elmland is lowest at 0.15%, 0.55 points short. One " +
				"of these three was at or above 0.7% of income in 2019. At or above: Alpland. Estimates: " +
				"Alpland and Delta <North>."},
		{"a count over years", `kind = "meeting"`,
			"Three members at or above 0.7% of income in 2016, at least three in 2019",
			"Aid as a share of income: members at or above 0.7% of income, of all in the year, 2016–2019 (hatched: estimates)",
			"Three of seven members were at or above 0.7% of income in 2016, at least three of eight in 2019. " +
				"There were seven members in 2016 and eight in 2019. No count for 2018: too few figures. No " +
				"figure: Capeland for 2017; Moorland for 2019. The counts of these years are lower bounds. " +
				"Isle: no treasury. Estimates: 2019."},
		{"a count of one year", "kind = \"meeting\"\nfrom = 2017\nto = 2017", "At least three of seven members at or above 0.7% of income in 2017", "",
			"At least three of seven members were at or above 0.7% of income in 2017. No figure: Capeland for " +
				"2017. The counts of these years are lower bounds. Isle: no treasury."},
		{"lines with gaps", "kind = \"trend\"\nmembers = [\"CAP\", \"FJO\", \"ALL\"]",
			"Fjordland rose most: from 1.02% in 2016 to 1.10% in 2019",
			"Aid as a share of income, in per cent, 2016–2019 (hollow points: estimates)",
			"In 2019 Fjordland is highest at 1.10% and All members together lowest at 0.60%; one of the three is at or above 0.7% of income. " +
				"Capeland: 0.66% in 2016, 0.699% in 2019, up 0.039 points; below 0.7% of income in every year with a figure. " +
				"Fjordland: 1.02% in 2016, 1.10% in 2019, up 0.08 points; lowest 1.00% in 2017; at or above 0.7% of income in every year with a figure. " +
				"All members together: 0.55% in 2016, 0.60% in 2019, up 0.05 points; below 0.7% of income in every year with a figure. " +
				"Capeland has no figure for 2017 and 2018. Fjordland and All members together have no figure for 2018. " +
				"Estimates: 2019. All is from the DAC release of 16 April 2020."},
		{"lines of which one is pointed out that did not move furthest",
			"kind = \"trend\"\nmembers = [\"CAP\", \"FJO\", \"ALL\"]\nhighlight = [\"ALL\"]",
			"All members together: from 0.55% in 2016 to 0.60% in 2019", "", ""},
		{"lines that moved as far", "kind = \"trend\"\nmembers = [\"BAY\", \"DEL\"]\nto = 2017",
			"Bay & Cove: from 0.70% in 2016 to 0.71% in 2017", "", ""},
		{"money, without a guideline", "kind = \"trend\"\nmembers = [\"ALP\", \"BAY\"]\nmeasure = \"gni\"",
			"Alpland rose most: from $1.50tn in 2016 to $1.60tn in 2017", "Income in US dollars, 2016–2017", ""},
		{"one line of another measure", "kind = \"trend\"\nmembers = [\"ALP\"]\nmeasure = \"gni\"",
			"Income in US dollars, Alpland: from $1.50tn in 2016 to $1.60tn in 2017", "In US dollars, 2016–2017", ""},
		{"one line of another measure under a title of its own", "kind = \"trend\"\nmembers = [\"ALP\"]\nmeasure = \"gni\"\ntitle = \"Mine\"",
			"Mine", "Income in US dollars, 2016–2017", ""},
		{"one line and one figure of another measure", "kind = \"trend\"\nmembers = [\"ALP\"]\nmeasure = \"gni\"\nto = 2016",
			"Income in US dollars, Alpland: $1.50tn in 2016", "", ""},
		{"one line, one figure", "kind = \"trend\"\nmembers = [\"ELM\"]", "Elmland: 0.15% in 2019", "", ""},
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
	}
}

func TestRuns(t *testing.T) {
	for _, c := range []struct {
		years []int
		want  string
	}{
		{nil, ""}, {[]int{2016}, "2016"}, {[]int{2016, 2017}, "2016 and 2017"},
		{[]int{2014, 2016, 2017, 2018, 2020}, "2014, 2016–2018 and 2020"},
	} {
		if got := (chart.Messages{Catalog: british}).Runs(c.years); got != c.want {
			t.Errorf("%v: %q, want %q", c.years, got, c.want)
		}
	}
}
