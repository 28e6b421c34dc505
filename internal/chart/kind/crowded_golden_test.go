package kind

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// crowdedDrawings have more in them than there is space for. Those in testdata show what gives way to what: names to
// codes, values to an axis, all years to some of them. A drawing is of so many members and years, with values that go
// up and down.
var crowdedDrawings = []struct {
	name           string
	members, years int
	high           float64
	spec           string
}{
	{"quadrant", 30, 1, 4, `kind = "quadrant"`},
	{"quadrant-many-highlighted", 9, 1, 4, "kind = \"quadrant\"\nhighlight = [\"M00\", \"M01\", \"M02\", \"M03\", \"M04\", \"M05\"]"},
	{"quadrant-highlight", 9, 1, 4, "kind = \"quadrant\"\nhighlight = [\"M02\", \"M07\"]"},
	{"heatmap-14-years", 4, 14, 4, `kind = "heatmap"`},
	{"heatmap-75-years", 2, 75, 4, "kind = \"heatmap\"\nmeasure = \"rise\""},
	{"trend-13-years", 7, 13, 4, "kind = \"trend\"\nmembers = [\"M00\", \"M01\", \"M02\", \"M03\", \"M06\"]"},
	{"trend-75-years", 2, 75, 4, "kind = \"trend\"\nmembers = [\"M00\", \"M01\"]"},
	{"growth-13-years", 2, 13, 20, "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"M00\", \"M01\"]"},
	{"growth-59-years", 2, 59, 20, "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"M01\", \"M00\"]"}, // M01 has none of the last
	{"growth-alone", 1, 60, 20, "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"M00\"]"},
	{"meeting-40-years", 12, 40, 4, `kind = "meeting"`},
	{"panels-30-years", 5, 30, 4, `kind = "panels"`},
	{"money", 14, 1, 3, `kind = "money"`},
	{"map", 24, 1, 99, "kind = \"map\"\nmeasure = \"rise\""},
	{"change", 12, 2, 4, `kind = "change"`},
	{"distance", 20, 1, 9, "kind = \"distance\"\nmeasure = \"rise\""},
	{"shares-of-few", 5, 1, 3, `kind = "shares"`},
	{"shares-of-nothing", 1, 1, 3, `kind = "shares"`},
	{"shares-of-14", 14, 1, 5, `kind = "shares"`},
	{"shares", 16, 1, 5, `kind = "shares"`},
}

func TestCrowdedGolden(t *testing.T) {
	var said bytes.Buffer
	for _, c := range crowdedDrawings {
		r := rand.New(rand.NewPCG(uint64(c.members), uint64(c.years)))
		last := make([]float64, c.members)
		files := throngFiles(c.members, c.years, func(i, y int) float64 {
			if last[i] = 0.6*last[i] + 0.4*c.high*(2*r.Float64()-1); i%3 == 1 && y%9 == 4 {
				return math.NaN() // a year without a figure
			}
			return last[i]
		})
		for code, year := range map[string]string{"M05": "1995", "M07": "1996", "M08": "2012"} {
			files["data/members.csv"] = regexp.MustCompile("("+code+".*)1900").ReplaceAllString(files["data/members.csv"], "${1}"+year)
		}
		today := newest(t, files)
		drawn := mustDraw(t, today, throngTerms, c.spec)
		drawings(t, "crowded-"+c.name, drawn)
		if c.name == "growth-13-years" {
			golden.Check(t, "crowded-growth-13-years.json", append(option(drawn), '\n'))
		}
		fmt.Fprintf(&said, "# %s\n", c.name)
		write(&said, drawn, c.years < 3)
		if c.years == 13 || c.years == 14 {
			frames := drawn.Frames(today, none)
			for _, f := range frames.Periods {
				fmt.Fprintf(&said, "> %d–%d: %s\n", f.From, f.To, pooled(frames, f.Words)[0])
			}
		}
	}
	nobody := mustDraw(t, throng(t, 5, 1, func(i, _ int) float64 { return 9 }), throngTerms, `kind = "money"`)
	drawings(t, "crowded-money-none", nobody)
	fmt.Fprintln(&said, "# money-none")
	write(&said, nobody, true)
	golden.Check(t, "crowded.txt", said.Bytes())
	drawings(t, "crowded-growth-of-nothing", mustDraw(t, throng(t, 1, 3, func(int, int) float64 { return 0 }), throngTerms,
		"kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"M00\"]"))
	drawings(t, "crowded-revisions", mustDraw(t, revised(t, 14, 4, rand.New(rand.NewPCG(2, 7))), leagueTerms,
		"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\"]"))
	drawings(t, "crowded-sources", mustDraw(t, fourSources(t), leagueTerms, "kind = \"sources\"\nyear = 2019"))
	outlines := mustDraw(t, outlined(t), leagueTerms, "kind = \"map\"\nhighlight = [\"FJO\"]")
	drawings(t, "crowded-map-outlines", outlines)
	goldenFrames(t, "crowded-map-outlines", outlines, outlined(t))
}

// goldenFrames compares what a chart shows at other times with testdata.
func goldenFrames(t *testing.T, name string, c *chart.Chart, today *dataset.Vintage) {
	t.Helper()
	frames, err := json.MarshalIndent(c.Frames(today, none), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, name+".frames.json", append(frames, '\n'))
}

// TestLongGolden keeps drawings with long names of a member and of its guideline, and with other guidelines between the
// values.
func TestLongGolden(t *testing.T) {
	files := maps.Clone(league)
	files["data/guidelines.toml"] = strings.Replace(files["data/guidelines.toml"], "0.7% of income", "seven tenths of a per cent of income", 1) +
		pledges + "[under]\nname = \"0.38%\"\nmeasure = \"oda\"\nat_least = 0.38\nadopted = 2017-02-01\n"
	files["data/guidelines.toml"] = strings.Replace(files["data/guidelines.toml"], "at_least = 1\n", "at_least = 1.03\n", 1)
	files["data/members.csv"] = strings.Replace(files["data/members.csv"], "Alpland", "Principality of Alpland and the Seven Valleys", 1)
	files["data/members.csv"] = strings.Replace(files["data/members.csv"], "no treasury", "no treasury since the league began", 1)
	files["data/dac/source.toml"] += "[[release]]\ndate = 2020-04-28\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\npartial = true\n"
	files["data/dac/2020-04-28.csv"] = table("ALL 2016 oda 0.58")
	v := newest(t, files)
	for name, spec := range map[string]string{
		"meeting": `kind = "meeting"`, "distance": `kind = "distance"`, "change": `kind = "change"`, "panels": `kind = "panels"`,
		"trend":   "kind = \"trend\"\nmembers = [\"ALP\", \"FJO\"]",
		"level":   "kind = \"trend\"\nmembers = [\"ALP\"]\nmeasure = \"gni\"\nfrom = 2016\nto = 2016",
		"heatmap": `kind = "heatmap"`, "map": `kind = "map"`,
		"revisions-in-a-month": "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALL\"]",
		"sources":              "kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\", \"CAP\"]",
	} {
		c := mustDraw(t, v, leagueTerms, spec)
		keep(t, "crowded-long-"+name, c)
		if name == "meeting" || name == "heatmap" || name == "distance" {
			goldenFrames(t, "crowded-long-"+name, c, v)
		}
	}
}

// outlined is the league with outlines: some large, one too small for a name, one of two pieces.
func outlined(t *testing.T) *dataset.Vintage {
	files := maps.Clone(league)
	var features []string
	for code, rings := range map[string]string{
		"ALP": "[[[5,45],[9,44.5],[12,46],[10.5,49],[6,48],[5,45]]]",
		"BAY": "[[[13,47],[13.1,47],[13.1,47.1],[13,47.1],[13,47]]]",
		"CAP": "[[[12,46],[14.5,45],[15,48],[10.5,49],[12,46]]], [[[2,41],[3,41],[3,42],[2,42],[2,41]]]",
		"DEL": "[[[-80,40],[-70,41],[-69,47],[-79,48],[-80,40]]]",
		"ELM": "[[[-70,41],[-65,43],[-69,47],[-70,41]]]",
		"FJO": "[[[-79,48],[-69,47],[-66,52],[-75,55],[-79,48]]]",
		"ISL": "[[[-60,46],[-57,46.5],[-58,50],[-60,46]]]",
		"MOR": "[[[-90,42],[-80,40],[-79,48],[-88,50],[-90,42]]]",
	} {
		features = append(features, fmt.Sprintf(`{"properties":{"member":"%s"},"geometry":{"type":"MultiPolygon","coordinates":[%s]}}`, code, rings))
	}
	files["data/outlines.geojson"] = `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + "]}"
	return newest(t, files)
}

// fourSources is the league with more that say something on 2019, some of them the same.
func fourSources(t *testing.T) *dataset.Vintage {
	files := maps.Clone(league)
	for id, rows := range map[string]string{
		"un": "ALP 2019 oda 0.95\nCAP 2019 oda 0.71\nDEL 2019 oda 0.43 e\nMOR 2019 oda 0.12",
		"eu": "ALP 2019 oda 0.95\nCAP 2019 oda 0.70\nDEL 2019 oda 0.30",
		"wb": "ALP 2019 oda 0.96\nBAY 2019 oda 0.90\nDEL 2019 oda 0.62",
	} {
		files["data/"+id+"/source.toml"] = strings.ReplaceAll(league["data/un/source.toml"], "UN", strings.ToUpper(id))
		files["data/"+id+"/2020-01-01.csv"] = table(rows)
	}
	return newest(t, files)
}
