package kind

import (
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/civil"
)

// TestNoMoreThanKnown holds what charts say where several share what one would be pointed out for, where nothing has
// moved, and where figures are missing that might say otherwise; what follows "!" is not said.
func TestNoMoreThanKnown(t *testing.T) {
	const newest, others = "data/dac/2020-04-16.csv", "data/un/2020-01-01.csv"
	fro := situations[slices.IndexFunc(situations, func(w world) bool { return w.name == "revised to and fro" })]
	rows := func(file, rows string) world { return world{add: map[string]string{file: rows}} }
	edit := func(was, is string) world { return world{edit: map[string][2]string{newest: {was, is}}} }
	level := edit("(ALP|BAY|FJO),2019,oda,[0-9.]+", "$1,2019,oda,1.10")
	level.replace = [2]string{"adopted = 1970-10-24\n", "adopted = 1970-10-24\n[un.own]\nALP = 0.9\n"}
	for _, c := range []struct {
		world
		spec, want string
	}{
		{rows(newest, "BAY,2017,aid,700,actual\n"), "kind = \"bridge\"\nmembers = [\"BAY\"]\nfrom = 2016\nto = 2017",
			"Bay & Cove: 0.70% in 2016, 0.71% in 2017 Bay & Cove: +0.07"},
		{rows(newest, "CAP,2017,oda,0.66,actual\nCAP,2017,aid,528,actual\nCAP,2017,gni,80000,actual\n"),
			"kind = \"bridge\"\nmembers = [\"CAP\"]\nfrom = 2016\nto = 2017", "!moved most"},
		{edit("MOR,2016,oda.*\n", ""),
			"kind = \"bridge\"\nyear = 2016\nreleased_from = 2018-04-10\nreleased_to = 2020-04-16",
			"Three of seven members at or above 0.7% of income in 2016 became at least three of seven members"},
		{edit("(CAP|DEL|MOR),2016,oda,[0-9.]+", "$1,2016,oda,0.40"), "kind = \"money\"\nyear = 2016", "!by most"},
		{edit("(CAP,2019,oda,)[0-9.]+((?s).*)FJO,2019,oda,1.10", "${1}0.80${2}FJO,2019,oda,0.60"), "kind = \"change\"",
			"At least one of seven members reached 0.7% of income between 2016 and 2019, at least one fell below"},
		{world{}, "kind = \"change\"", "Four of five members with comparable figures up"},
		{rows(others, "ALP,2016,oda,0.84,actual\nBAY,2016,oda,0.74,actual\n"),
			"kind = \"sources\"\nyear = 2016\nmembers = [\"ALP\", \"BAY\"]",
			"Sources differ most on Alpland and Bay & Cove in 2016: 0.04 points apart"},
		{rows(newest, "CAP,2016,rise,1.0,actual\n"),
			"kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"CAP\"]", "!the highest"},
		{rows(newest, "CAP,2016,rise,4.0,actual\n"), "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"CAP\"]",
			"Capeland: +4.0% in 2019, as in every year with a figure."},
		{level, "kind = \"distance\"",
			"Alpland, Bay & Cove and Fjordland are highest at 1.10%, 0.20 points above and 0.40 points above;"},
		{level, "kind = \"distance\"\nmembers = [\"ALP\", \"BAY\"]",
			"All stand at 1.10%, 0.20 points above and 0.40 points above."},
		{level, "kind = \"map\"",
			"Alpland, Bay & Cove and Fjordland are highest at 1.10%, 0.20 points above and 0.40 points above;"},
		{edit("(ALP|BAY),2016,aid,[0-9]+", "$1,2016,aid,5000"),
			"kind = \"shares\"\nmembers = [\"ALP\", \"BAY\"]", "!The largest two"},
		{edit("(ALP|BAY),2016,aid,[0-9]+", "$1,2016,aid,5000"),
			"kind = \"shares\"", "The largest two make up at least half"},
		{world{}, "kind = \"quadrant\"", "A figure is missing: Moorland. The counts are lower bounds."},
		{edit("MOR,2016,gni.*\n", ""), "kind = \"shares\"", "A figure is missing: Moorland."},
		{world{}, "kind = \"trend\"\nmembers = [\"BAY\"]", "Bay & Cove: 0.70% in 2016 and in 2019 (estimate)"},
		{edit("FJO,2016,oda,1.02,actual\nMOR,2016,oda.*\n", "FJO,2016,oda,0.60,actual\n"),
			"kind = \"revisions\"\nyear = 2016\nmembers = [\"BAY\"]", "!turned"},
		{fro, "kind = \"revisions\"\nyear = 2016\nmembers = [\"BAY\"]", "Bay & Cove in 2016: 0.70% again by April 2020"},
	} {
		got := mustDraw(t, load(t, c.files()).AsOf(civil.MustParse("2020-12-31")), leagueTerms, c.spec)
		want, not := strings.CutPrefix(c.want, "!")
		if said := strings.Join(append([]string{got.Title}, got.Summary...), " "); strings.Contains(said, want) == not {
			t.Errorf("%s:\n%s\nwant %s", c.spec, said, c.want)
		}
	}
}
