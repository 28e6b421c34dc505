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
	return newest(t, files)
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
			legibleIn(t, fmt.Sprintf("%d editions of %d members (%d), %s", n, members, seed, name), svg)
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
