package kind

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"burdenshare/internal/chart"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// revised is a report whose source said something of 2016 in n editions, on
// days that lie close or far apart, of members that come and go.
func revised(t testing.TB, n, members int, r *rand.Rand) *dataset.Vintage {
	files := maps.Clone(league)
	files["data/guidelines.toml"] += pledges
	delete(files, "data/dac/2018-04-10.csv")
	delete(files, "data/dac/2020-09-01.csv")
	toml := "name = \"DAC\"\npublisher = \"OECD\"\n"
	for i := range n {
		day := civil.Date{Year: 2016 + i*4/n, Month: 1, Day: 1 + i%28}
		if r.IntN(3) > 0 {
			day.Month += 11
		}
		if i == n-1 {
			day = civil.MustParse("2020-04-16")
		}
		file := "data/dac/" + day.String() + ".csv"
		if files[file] != "" && i < n-1 {
			continue
		}
		toml += "[[release]]\ndate = " + day.String() + "\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\npartial = true\n"
		var rows strings.Builder
		for k, code := range []string{"ALP", "BAY", "CAP", "DEL", "FJO", "MOR"}[:members] {
			if i == n-1 && k == 0 || r.IntN(4) > 0 {
				fmt.Fprintf(&rows, "%s 2016 oda %.2f\n", code, 0.6+0.01*float64(r.IntN(1+i*3)))
			}
		}
		if rows.Len() == 0 {
			rows.WriteString("ALP 2016 oda 0.70\n")
		}
		files[file] = table(rows.String())
	}
	files["data/dac/source.toml"] = toml
	return load(t, files).AsOf(civil.MustParse("2020-12-31"))
}

// pledges are guidelines agreed within the years of the league's figures.
const pledges = `[low]
name = "half a per cent"
measure = "oda"
at_least = 0.5
adopted = 2016-09-05
event = "Summit of the Hills, Pledge on Aid"
[mid]
name = "0.7% of income for good"
measure = "oda"
at_least = 0.7
adopted = 2018-07-11
[late]
name = "1.2% of income"
measure = "oda"
at_least = 1.2
adopted = 2019-06-25
event = "The Harbour summit declaration"
[other]
name = "no cuts ever"
measure = "rise"
at_least = 0
adopted = 2018-01-01
[future]
name = "5% of income"
measure = "oda"
at_least = 5
adopted = 2021-01-01
`

// TestManyRevisions draws all sorts of histories: no text covers another, and
// the first and the last day are always on the axis.
func TestManyRevisions(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 7))
		n, members := 1+r.IntN(20), 1+r.IntN(6)
		v := revised(t, n, members, r)
		var codes []string
		for _, code := range []string{"ALP", "BAY", "CAP", "DEL", "FJO", "MOR"}[:members] {
			if history, _ := v.History("dac", code, 2016, "oda"); len(history) > 0 {
				codes = append(codes, fmt.Sprintf("%q", code))
			}
		}
		c := mustDraw(t, v, leagueTerms, "kind = \"revisions\"\nyear = 2016\nmembers = ["+strings.Join(codes, ", ")+"]")
		for name, svg := range map[string]*scene.Scene{"wide": c.Wide(), "narrow": c.Narrow()} {
			legible(t, fmt.Sprintf("%d editions of %d members (%d), %s", n, members, seed, name), svg)
			days := c.Table.Rows
			for _, row := range [][]chart.Cell{days[0], days[len(days)-1]} {
				day := row[0].Text // "4 July 2016"
				parts := strings.Fields(day)
				if !strings.Contains(string(c.SVG(svg)), parts[1][:3]+" "+parts[2]+"</text>") {
					t.Errorf("seed %d, %s: %s is not on the axis", seed, name, day)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

func TestRevisionWords(t *testing.T) {
	checkTexts(t, []wantTexts{
		{"several", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"ALL\"]",
			"Alpland in 2016 was revised down most: from 0.90% to 0.88%",
			"Aid as a share of income, in per cent, 2016: what DAC said by day of release",
			"Alpland in 2016: 0.90% on 10 April 2018, 0.88% on 16 April 2020, down 0.02 points, revised once in the releases held here; at or above 0.7% of income throughout. " +
				"Bay & Cove in 2016: 0.70% on 10 April 2018, 0.70% on 16 April 2020, the same in every release held here; at or above 0.7% of income throughout. " +
				"Capeland in 2016: 0.65% on 10 April 2018, 0.66% on 16 April 2020, up 0.01 points, revised once in the releases held here; below 0.7% of income throughout. " +
				"All members together in 2016: 0.55%, by DAC on 16 April 2020, the only release held here; below 0.7% of income. " +
				"Two releases of DAC held here have a figure, from 10 April 2018 to 16 April 2020."},
		{"one", "kind = \"revisions\"\nyear = 2016\nmembers = [\"CAP\"]", "Capeland in 2016: from 0.65% to 0.66% by April 2020", "", ""},
		{"one never revised", "kind = \"revisions\"\nyear = 2016\nmembers = [\"BAY\"]", "Bay & Cove in 2016: 0.70% in every release held here", "", ""},
		{"a partial release", "kind = \"revisions\"\nyear = 2019\nmembers = [\"MOR\"]", "Moorland in 2019: 0.12% in the only release held here", "",
			"Moorland in 2019: 0.12%, by DAC on 1 September 2020, the only release held here; below 0.7% of income."},
		{"another source", "kind = \"revisions\"\nyear = 2019\nmembers = [\"ALP\"]\nsource = \"un\"", "Alpland in 2019: 0.95% in the only release held here", "Aid as a share of income, in per cent, 2019: what UN said by day of release", ""},
		{"across the guideline", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"CAP\"]\nguideline = \"bold\"", "Alpland in 2016 was revised down most: from 0.90% to 0.88%", "", ""},
	})
	files := maps.Clone(league)
	files["data/dac/2018-04-10.csv"] = strings.ReplaceAll(files["data/dac/2018-04-10.csv"], "CAP,2016,oda,0.65", "CAP,2016,oda,0.71")
	v := load(t, files).AsOf(civil.MustParse("2020-12-31"))
	if c := mustDraw(t, v, leagueTerms, "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"CAP\"]"); c.Title != "Revisions took Capeland below 0.7% of income in 2016" {
		t.Errorf("got %q", c.Title)
	}
}

func TestRevisionErrors(t *testing.T) {
	wrongs(t, []wrong{
		{"no year", "kind = \"revisions\"\nmembers = [\"ALP\"]", "a.md:10:1: a revisions chart needs a year\n\thint: add the year that the figures are for, such as year = 2019"},
		{"no members", "kind = \"revisions\"\nyear = 2016", "a.md:10:1: a revisions chart needs members"},
		{"a year of nothing", "kind = \"revisions\"\nyear = 1999\nmembers = [\"ALP\"]", "a.md:12:12: DAC has no oda of Alpland for 1999 as known on 2020-12-31\n\thint: leave it out"},
		{"an exempt member", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"ISL\"]", "a.md:12:19: DAC has no oda of Isle for 2016 as known on 2020-12-31\n\thint: Isle: no treasury"},
		{"before joining", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ELM\"]", "a.md:12:12: Elmland joined on 2018-06-01, after 2016"},
		{"a key of another kind", "kind = \"revisions\"\nfrom = 2014", "a.md:11:1: a revisions chart has no use for from\n\thint: the keys of a revisions chart are kind, title, caption, measure, source, guideline, as_of, year, members"},
		{"unknown source", "kind = \"revisions\"\nyear = 2016\nsource = \"dca\"\nmembers = [\"ALP\"]", "a.md:12:10: unknown source \"dca\""},
	})
}
