package kind

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
)

// league is a small report on aid, with everything that is awkward: an exempt
// member, one without a figure, one that joined late, a gap, estimates,
// negative values, an aggregate with a long name, and names to be escaped.
var league = map[string]string{
	"data/members.csv": "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n" +
		"ALP,AL,Alpland,member,1960-01-01,West,,0,0\n" +
		"BAY,BA,Bay & Cove,member,1960-01-01,West,,1,0\n" +
		"CAP,CA,Capeland,member,1960-01-01,West,,2,0\n" +
		"DEL,DE,Delta <North>,member,1960-01-01,East,,3,0\n" +
		"ELM,EL,Elmland,member,2018-06-01,East,,4,0\n" +
		"FJO,FJ,Fjordland,member,1960-01-01,East,,5,0\n" +
		"ISL,IS,Isle,member,1960-01-01,East,no treasury,6,0\n" +
		"MOR,MO,Moorland,member,1960-01-01,East,,7,0\n" +
		"ALL,,All members together,aggregate,,,,,\n",
	"data/measures.toml": "[oda]\nname = \"Aid as a share of income\"\nunit = \"percent\"\ndecimals = 2\nof = \"gni\"\n" +
		"[gni]\nname = \"Income in US dollars\"\nunit = \"usd_million\"\n" +
		"[aid]\nname = \"Aid in US dollars\"\nunit = \"usd_million\"\n" +
		"[people]\nname = \"People\"\nunit = \"persons\"\n" +
		"[rise]\nname = \"Growth of aid\"\nunit = \"percent\"\ndecimals = 1\nmin = -100\n",
	"data/guidelines.toml": "[un]\nname = \"0.7% of income\"\nmeasure = \"oda\"\nat_least = 0.7\nadopted = 1970-10-24\n" +
		"[bold]\nname = \"1% of income\"\nmeasure = \"oda\"\nat_least = 1\nadopted = 1990-01-01\n" +
		"[some]\nname = \"0.41% of income\"\nmeasure = \"oda\"\nat_least = 0.41\nadopted = 2020-12-01\n" +
		"[grow]\nname = \"no cuts\"\nmeasure = \"rise\"\nat_least = 0\nadopted = 1990-01-01\n",
	"data/dac/source.toml": "name = \"DAC\"\npublisher = \"OECD\"\n[[release]]\ndate = 2018-04-10\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n[[release]]\ndate = 2020-09-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\npartial = true\n",
	"data/dac/2018-04-10.csv": table(`
		ALP 2016 oda 0.90
		BAY 2016 oda 0.70
		CAP 2016 oda 0.65
		DEL 2016 oda 0.40
		FJO 2016 oda 1.02
		MOR 2016 oda 0.10
		ALP 2016 gni 1460000
		ALP 2016 aid 13140`),
	"data/dac/2020-04-16.csv": table(`
		ALP 2016 oda 0.88
		BAY 2016 oda 0.70
		CAP 2016 oda 0.66
		DEL 2016 oda 0.40
		FJO 2016 oda 1.02
		MOR 2016 oda 0.10
		ALL 2016 oda 0.55
		ALP 2017 oda 0.86
		BAY 2017 oda 0.71
		DEL 2017 oda 0.41
		FJO 2017 oda 1.00
		MOR 2017 oda 0.11
		ALL 2017 oda 0.56
		ALP 2019 oda 0.99 e
		BAY 2019 oda 0.70 e
		CAP 2019 oda 0.699
		DEL 2019 oda 0.42 e
		ELM 2019 oda 0.15
		FJO 2019 oda 1.10 e
		ALL 2019 oda 0.60 e
		ALP 2019 rise -12.5
		BAY 2019 rise 0.0
		CAP 2019 rise 4.0
		DEL 2019 rise -3.2 e
		ELM 2019 rise -0.4
		FJO 2019 rise -40.1
		MOR 2019 rise -1.0
		ALP 2016 gni 1500000
		ALP 2017 gni 1600000
		ALP 2017 aid 13770
		BAY 2016 gni 90000
		BAY 2017 gni 99000
		CAP 2016 gni 80000
		DEL 2016 gni 80000
		FJO 2016 gni 80000
		MOR 2016 gni 80000
		ALL 2016 gni 1910000
		ALP 2016 aid 13200
		BAY 2016 aid 630
		CAP 2016 aid 528 e
		DEL 2016 aid 320
		FJO 2016 aid 816
		MOR 2016 aid 80
		ALL 2016 aid 15574`),
	"data/dac/2020-09-01.csv": table(`
		MOR 2019 oda 0.12`),
	"data/un/source.toml":    "name = \"UN\"\npublisher = \"UN\"\n[[release]]\ndate = 2020-01-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\npartial = true\n",
	"data/un/2020-01-01.csv": table("ALP 2019 oda 0.95\nCAP 2019 gni 90000\nDEL 2019 gni 85000 e"),
}

var leagueTerms = dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Second: "grow", Spending: "aid", Total: "ALL", Collective: "members"}

// table writes rows of "member year measure value" as a release file; an "e"
// at the end marks an estimate.
func table(rows string) string {
	var b strings.Builder
	b.WriteString("member,year,measure,value,status\n")
	for row := range strings.Lines(strings.TrimSpace(rows)) {
		f := strings.Fields(row)
		status := "actual"
		if len(f) == 5 {
			status, f = "estimate", f[:4]
		}
		b.WriteString(strings.Join(f, ",") + "," + status + "\n")
	}
	return b.String()
}

func load(t testing.TB, files map[string]string) *dataset.Dataset {
	t.Helper()
	root := fstest.MapFS{}
	for name, src := range files {
		root[name] = &fstest.MapFile{Data: []byte(src)}
	}
	d, errs := dataset.Load(root)
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

var throngTerms = dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Second: "grow", Spending: "aid",
	Collective: "members"}

// filesOf is the league with n other members, their tiles and their figures, all of one release.
func filesOf(n int, tile func(i int) string, figures func(b *strings.Builder, i int)) map[string]string {
	files := maps.Clone(league)
	var members, rows strings.Builder
	members.WriteString("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n")
	rows.WriteString("member,year,measure,value,status\n")
	for i := range n {
		name := longNames[i%len(longNames)] + strings.Repeat("i", i/len(longNames))
		fmt.Fprintf(&members, "M%02d,,%s,member,1900-01-01,,,%s\n", i, name, tile(i))
		figures(&rows, i)
	}
	files["data/members.csv"], files["data/dac/2020-04-16.csv"] = members.String(), rows.String()
	files["data/dac/source.toml"] = "name = \"DAC\"\npublisher = \"OECD\"\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\n" +
		"url = \"https://example.org/aid\"\n"
	for _, name := range []string{"data/dac/2018-04-10.csv", "data/dac/2020-09-01.csv", "data/un/source.toml",
		"data/un/2020-01-01.csv"} {
		delete(files, name)
	}
	return files
}

var longNames = []string{"North Macedonia", "United Kingdom", "Luxembourg", "WWWWWWWWWWWW", "Türkiye", "Netherlands",
	"United States", "Österreich"}
