package kind

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// A sample is a chart that is kept in testdata, to be looked at in a browser and read in a diff.
type sample struct{ name, spec string }

func sampleOf(line string) sample {
	name, spec, _ := strings.Cut(line, ": ")
	return sample{name, block(spec)}
}

// block returns a chart block that is written on one line.
func block(line string) string { return strings.ReplaceAll(line, "; ", "\n") }

// samples returns the charts of the league that are kept.
func samples(t testing.TB) (list []sample) {
	for line := range strings.Lines(string(golden.Read(t, "testdata/goldens.txt"))) {
		if !strings.ContainsAny(line[:1], "#\t") {
			list = append(list, sampleOf(strings.TrimSpace(line)))
		}
	}
	return list
}

// TestGolden keeps a chart of every kind or several, and what a pointer is told of their marks.
func TestGolden(t *testing.T) {
	d, drawn := load(t, league), map[string]bool{}
	golden.CheckLines(t, "goldens.txt", func(line string) string {
		g, v := sampleOf(line), known(t)
		if s, _ := parse(g.spec); !s.AsOf.IsZero() {
			v = d.AsOf(s.AsOf)
		}
		c := mustDraw(t, v, leagueTerms, g.spec)
		keep(t, g.name, c)
		drawn[g.name] = true
		return strings.Join(tooltips(c), "\n")
	})
	for _, name := range All.Names() {
		if !drawn[name] {
			t.Errorf("no golden drawing of kind %s", name)
		}
	}
	if !slices.IsSorted(All.Names()) {
		t.Errorf("kinds are not in alphabetical order, as hints show them: %v", All.Names())
	}
	trend := mustDraw(t, known(t), leagueTerms, "kind = \"trend\"\nmembers = [\"CAP\", \"FJO\", \"ALL\"]")
	keepFrames(t, "trend", trend, known(t))
}

// settings are those that go-echarts writes of its own and an option does not have.
var settings = []string{"__f__", "function", "progressive", "dataZoom", "toolbox", `"color":[`, `null,"show`}

// keep compares both drawings of a chart and its option with testdata.
func keep(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	keepDrawings(t, name, c)
	raw := option(c)
	for _, setting := range settings {
		if bytes.Contains(raw, []byte(setting)) {
			t.Errorf("%s: the option holds %q", name, setting)
		}
	}
	golden.Check(t, name+".json", append(raw, '\n'))
}

// keepDrawings compares both drawings of a chart with testdata, and checks what has to hold of any chart.
func keepDrawings(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	golden.Check(t, name+".wide.svg", lines(c.SVG(c.Wide())))
	golden.Check(t, name+".narrow.svg", lines(c.SVG(c.Narrow())))
	if name != "crowded-panels-30-years" { // where a name that is cut takes the room kept for wider typefaces
		legible(t, name, c)
	}
	checkMarks(t, name, c)
	checkOption(t, name, c)
	if c.Kind == bridge.Name {
		checkSteps(t, name, c.Model.Marks)
	}
}

// keepFrames compares what a chart shows at other times with testdata.
func keepFrames(t *testing.T, name string, c *chart.Chart, today *dataset.Vintage) {
	t.Helper()
	frames, err := json.MarshalIndent(c.Frames(today, none, unsaid), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, name+".frames.json", append(frames, '\n'))
}

// lines puts each element on a line of its own, for the reader of a diff.
func lines(svg []byte) []byte {
	return []byte(strings.ReplaceAll(string(svg), "><", ">\n<") + "\n")
}

// tooltips returns what a pointer is told of each mark of a chart.
func tooltips(c *chart.Chart) (list []string) {
	for rest := string(c.WithTips(c.Wide())); ; {
		_, after, more := strings.Cut(rest, ` data-tip="`)
		if !more {
			return list
		}
		tip, after, _ := strings.Cut(after, `"`)
		list, rest = append(list, strings.ReplaceAll(html.UnescapeString(tip), "\n", " | ")), after
	}
}

// TestCrowdedGolden keeps drawings with more in them than there is space for.
func TestCrowdedGolden(t *testing.T) {
	golden.CheckLines(t, "crowded.txt", func(line string) string {
		g := sampleOf(line)
		of := strings.Fields(g.name)
		members, years := atoi(t, of[1]), atoi(t, of[2])
		high := float64(atoi(t, of[3]))
		r, last := rand.New(rand.NewPCG(uint64(members), uint64(years))), make([]float64, members)
		files := throngFiles(members, years, func(i, y int) float64 {
			if last[i] = 0.6*last[i] + 0.4*high*(2*r.Float64()-1); i%3 == 1 && y%9 == 4 {
				return math.NaN() // a year without a figure
			}
			return last[i]
		})
		for code, year := range map[string]string{"M05": "1995", "M07": "1996", "M08": "2012"} {
			join(files, code, year+"-01-01")
		}
		today := newest(t, files)
		c := mustDraw(t, today, leagueTerms, g.spec)
		keepDrawings(t, "crowded-"+of[0], c)
		if of[0] == "growth-13-years" {
			golden.Check(t, "crowded-growth-13-years.json", append(option(c), '\n'))
		}
		var said strings.Builder
		write(&said, c, years < 3)
		if years == 13 || years == 14 {
			frames := c.Frames(today, none, unsaid)
			for _, f := range frames.Periods {
				fmt.Fprintf(&said, "> %d–%d: %s\n", f.From, f.To, pooled(frames, f.Words)[0])
			}
		}
		return said.String()
	})
	of := func(n, years int, value float64) *dataset.Vintage {
		return throng(t, n, years, func(int, int) float64 { return value })
	}
	nobody := mustDraw(t, of(5, 1, 9), leagueTerms, `kind = "money"`)
	keepDrawings(t, "crowded-money-none", nobody)
	if len(nobody.Editions()) != 1 {
		t.Errorf("a sum of nothing is credited to %v", nobody.Editions())
	}
	keepDrawings(t, "crowded-growth-of-nothing",
		mustDraw(t, of(1, 3, 0), leagueTerms, "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"M00\"]"))
	keepDrawings(t, "crowded-revisions", mustDraw(t, revised(t, 14, 4, rand.New(rand.NewPCG(2, 7))), leagueTerms,
		"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"DEL\"]"))
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestVariants keeps drawings of the league with something otherwise.
func TestVariants(t *testing.T) {
	for name, w := range worlds(t, "variants.txtar") {
		for key, spec := range w.Charts {
			c := mustDraw(t, w.today, w.Terms, block(spec))
			keep(t, name+"-"+key, c)
			if slices.Contains(w.Timed, key) {
				keepFrames(t, name+"-"+key, c, w.today)
			}
		}
	}
}
