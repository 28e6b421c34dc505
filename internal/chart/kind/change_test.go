package kind

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/civil"
)

func TestChangeWords(t *testing.T) {
	checkTexts(t, []wantTexts{
		{"all", "kind = \"change\"",
			"Four of five members with comparable figures up between 2016 and 2019, Alpland most: up 0.11 points",
			"", ""},
		{"some", "kind = \"change\"\nmembers = [\"ALP\", \"BAY\", \"DEL\"]\nto = 2017", "Two of these three up between 2016 and 2017, one down",
			"Aid as a share of income, in per cent, from 2016 to 2017",
			"Of these three with comparable figures for both years, two are up and one down from 2016 to 2017. " +
				"Bay & Cove and Delta <North> rose most, up 0.01 points; Alpland fell most, from 0.88% to 0.86%, down 0.02 points."},
		{"some of whom one crossed", "kind = \"change\"\nmembers = [\"FJO\", \"DEL\"]\nguideline = \"some\"\nto = 2017",
			"Delta <North> reached 0.41% of income between 2016 and 2017", "", ""},
		{"one", "kind = \"change\"\nmembers = [\"FJO\"]", "Fjordland: from 1.02% in 2016 to 1.10% in 2019, up 0.08 points (estimate)",
			"Aid as a share of income, in per cent, from 2016 to 2019 (hollow points: estimates)",
			"Fjordland: 1.02% in 2016, 1.10% in 2019, up 0.08 points. All figures for 2019 are estimates."},
		{"one that joined in between", "kind = \"change\"\nmembers = [\"ELM\"]", "Elmland: 0.15% in 2019, joined 2018", "",
			"Joined after 2016 and shown with 2019 alone: Elmland (2018)."},
		{"an aggregate", "kind = \"change\"\nmembers = [\"ALL\"]\nto = 2017", "All members together: from 0.55% in 2016 to 0.56% in 2017, up 0.01 points", "", ""},
		{"across the guideline", "kind = \"change\"\nguideline = \"bold\"\nto = 2017", "Three of five members with comparable figures up between 2016 and 2017, two down", "", ""},
	})
	files := maps.Clone(league)
	files["data/dac/2020-04-16.csv"] = strings.ReplaceAll(files["data/dac/2020-04-16.csv"], "CAP,2019,oda,0.699", "CAP,2019,oda,0.70")
	v := load(t, files).AsOf(civil.MustParse("2020-12-31"))
	if c := mustDraw(t, v, leagueTerms, "kind = \"change\""); c.Title != "At least one of seven members reached 0.7% of income between 2016 and 2019" {
		t.Errorf("got %q", c.Title)
	}
	// who joined in between and has no figure was no member in both years, and could not cross
	lacks := maps.Clone(files)
	lacks["data/dac/2020-04-16.csv"] = strings.NewReplacer("ELM,2019,oda,0.15", "MOR,2019,oda,0.12", "MOR,2016,oda,0.10",
		"MOR,2015,oda,0.10").Replace(lacks["data/dac/2020-04-16.csv"])
	v = load(t, lacks).AsOf(civil.MustParse("2020-12-31"))
	if c := mustDraw(t, v, leagueTerms, "kind = \"change\""); c.Title != "At least one of seven members reached 0.7% of income between 2016 and 2019" {
		t.Errorf("one that joined without a figure: got %q", c.Title)
	}
	// who is counted in another way since is not compared, and may have crossed too
	files["data/dac/2020-04-16.csv"] += "CAP,2017,oda,0.70,actual\n"
	files["data/dac/notes.toml"] = "[[note]]\nmeasure = \"oda\"\nmembers = [\"ALP\"]\nfrom = 2017\nkind = \"break\"\ntext = \"Counted otherwise.\"\n"
	v = load(t, files).AsOf(civil.MustParse("2020-12-31"))
	if c := mustDraw(t, v, leagueTerms, "kind = \"change\"\nto = 2017"); c.Title != "At least one of seven members reached 0.7% of income between 2016 and 2017" {
		t.Errorf("got %q", c.Title)
	}
}

// TestChangeRows holds that a member without a way to show is still in the
// table, with the reason.
func TestChangeRows(t *testing.T) {
	c := mustDraw(t, known(t), leagueTerms, "kind = \"change\"")
	var got []string
	for _, row := range c.Table.Rows {
		got = append(got, row[0].Text+" "+row[3].Text+" "+row[4].Text)
	}
	want := "Alpland +0.11 2019: estimate|Fjordland +0.08 2019: estimate|Capeland +0.039 |Delta <North> +0.02 2019: estimate|Bay & Cove 0.00 2019: estimate|" +
		"Elmland  joined 1 June 2018|Isle  no treasury|Moorland  no figure for 2019"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

func TestChangeErrors(t *testing.T) {
	wrongs(t, []wrong{
		{"one year", "kind = \"change\"\nfrom = 2016\nto = 2016", "a.md:12:6: a change chart needs two years, not 2016 twice\n\thint: a distance chart shows a single year"},
		{"from the last year", "kind = \"change\"\nfrom = 2019", "a.md:11:8: a change chart needs two years, and there is none from 2019 to 2019\n\thint: DAC, released 2020-04-16 has 2016, 2017 and 2019"},
		{"to the first year", "kind = \"change\"\nto = 2016", "a.md:11:6: a change chart needs two years"},
		{"a year without an answer", "kind = \"change\"\nto = 2018", "a.md:11:6: no edition of DAC known on 2020-12-31 has enough oda for 2018"},
		{"a measure of one year", "kind = \"change\"\nmeasure = \"rise\"", "a change chart needs two years"},
		{"an exempt member", "kind = \"change\"\nmembers = [\"ISL\"]", "a.md:11:12: no oda of Isle for 2019 in the edition of DAC, released 2020-04-16\n\thint: Isle: no treasury"},
		{"a member without a figure", "kind = \"change\"\nmembers = [\"ALP\", \"MOR\"]", "a.md:11:19: no oda of Moorland for 2019 in the edition of DAC"},
		{"before joining", "kind = \"change\"\nto = 2017\nmembers = [\"ELM\"]", "a.md:12:12: Elmland joined on 2018-06-01, after 2017"},
	})
}
