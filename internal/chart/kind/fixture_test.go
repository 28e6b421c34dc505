package kind

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// league is a small report on aid, with everything that is awkward: an exempt member, one without a figure, one that
// joined late, a gap, estimates, negative values, an aggregate with a long name, and names to be escaped.
var league = func() map[string]string {
	files := map[string]string{}
	for name, data := range golden.Files("testdata/league") {
		files[name] = string(data)
	}
	return files
}()

// british are the messages that the program comes with.
var british = golden.Must(i18n.Load(templates.FS, templates.FS, "en-GB"))

var leagueTerms = dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Second: "grow", Spending: "aid",
	Total: "ALL", Collective: "members"}

func load(t testing.TB, files map[string]string) *dataset.Dataset {
	t.Helper()
	d, errs := dataset.Load(golden.With(nil, files))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return d
}

// newest is what a report knew on its newest day.
func newest(t testing.TB, files map[string]string) *dataset.Vintage {
	t.Helper()
	return load(t, files).AsOf(civil.MustParse("2020-12-31"))
}

// known is what the league's report knew on its newest day.
func known(t testing.TB) *dataset.Vintage { return newest(t, league) }

// parse reads a spec that stands on line 10 of an article.
func parse(src string) (chart.Spec, diag.List) {
	return All.ParseSpec(diag.Pos{File: "a.md", Line: 10, Col: 1}, []byte(src))
}

// mustDraw draws a chart block of the league.
func mustDraw(t testing.TB, v *dataset.Vintage, terms dataset.Terms, src string) *chart.Chart {
	t.Helper()
	s, errs := parse(src)
	if len(errs) > 0 {
		t.Fatalf("%s\n%v", src, errs)
	}
	c, errs := All.Draw(v, terms, british, s)
	if len(errs) > 0 {
		t.Fatalf("%s\n%v", src, errs)
	}
	return c
}

// crowd is a report with n members and figures of so many years, whose names and values are as long and as close as they
// come.
func crowd(t testing.TB, n, years int, value func(i, year int) float64) *dataset.Vintage {
	return newest(t, crowdFiles(n, years, value))
}

func crowdFiles(n, years int, value func(i, year int) float64) map[string]string {
	noTile := func(int) string { return "," }
	return filesOf(n, noTile, func(b *strings.Builder, i int) {
		for y := range years {
			status := "actual"
			if y > years-3 {
				status = "estimate"
			}
			fmt.Fprintf(b, "M%02d,%d,rise,%.2f,%s\n", i, 2020-years+y, value(i, y), status)
		}
	})
}

var crowdTerms = dataset.Terms{Source: "dac", Measure: "rise", Guideline: "grow", Collective: "members"}

// throng is a crowd with values in every measure; every second member has a tile.
func throng(t testing.TB, n, years int, value func(i, year int) float64) *dataset.Vintage {
	return newest(t, throngFiles(n, years, value))
}

func throngFiles(n, years int, value func(i, year int) float64) map[string]string {
	tile := func(i int) string {
		if i%2 == 0 {
			return fmt.Sprintf("%d,%d", i/2%10, i/20)
		}
		return ","
	}
	return filesOf(n, tile, func(b *strings.Builder, i int) {
		for y := range years {
			status, v := "actual", value(i, y)
			if (i+y)%3 == 0 {
				status = "estimate"
			}
			if math.IsNaN(v) {
				continue
			}
			row := func(measure string, decimals int, v float64) {
				fmt.Fprintf(b, "M%02d,%d,%s,%.*f,%s\n", i, 2020-years+y, measure, decimals, v, status)
			}
			row("rise", 2, v)
			row("oda", 2, math.Abs(v)/2)
			row("gni", 0, 1000+math.Abs(v)*1e4)
			row("aid", 0, math.Abs(v)*1e3*float64(i%3))
		}
	})
}

// filesOf is the league's measures and guidelines with n other members, their tiles and their figures, all of one release.
func filesOf(n int, tile func(i int) string, figures func(b *strings.Builder, i int)) map[string]string {
	var members, rows strings.Builder
	members.WriteString("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n")
	rows.WriteString("member,year,measure,value,status\n")
	for i := range n {
		name := longNames[i%len(longNames)] + strings.Repeat("i", i/len(longNames))
		fmt.Fprintf(&members, "M%02d,,%s,member,1900-01-01,,,%s\n", i, name, tile(i))
		figures(&rows, i)
	}
	source := "name = \"DAC\"\npublisher = \"OECD\"\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"
	return map[string]string{"data/members.csv": members.String(), "data/measures.toml": league["data/measures.toml"],
		"data/guidelines.toml": league["data/guidelines.toml"], "data/dac/source.toml": source,
		"data/dac/2020-04-16.csv": rows.String()}
}

// join lets a member of them join on another day.
func join(files map[string]string, code, day string) {
	joined := regexp.MustCompile("(" + code + ".*)1900-01-01")
	files["data/members.csv"] = joined.ReplaceAllString(files["data/members.csv"], "${1}"+day)
}

var longNames = []string{"North Macedonia", "United Kingdom", "Luxembourg", "WWWWWWWWWWWW", "Türkiye", "Netherlands",
	"United States", "Österreich"}
