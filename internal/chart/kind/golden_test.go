package kind

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/golden"
)

// goldens are the drawings kept in testdata, to be looked at in a browser and
// read in a diff.
var goldens = []struct{ name, spec string }{
	{"distance", "kind = \"distance\""},
	{"distance-older", "kind = \"distance\"\nyear = 2016\nas_of = 2018-05-01\nsort = \"name\""},
	{"distance-negative", "kind = \"distance\"\nmeasure = \"rise\""},
	{"distance-highlight", "kind = \"distance\"\nhighlight = [\"BAY\", \"DEL\"]"},
	{"distance-one", "kind = \"distance\"\nmembers = [\"ALP\"]"},
	{"bridge", "kind = \"bridge\"\nguideline = \"some\"\nfrom = 2016\nto = 2017"},
	{"bridge-editions", "kind = \"bridge\"\nmembers = [\"ALP\"]\nyear = 2016\nreleased_from = 2018-04-10\nreleased_to = 2020-04-16"},
	{"bridge-share", "kind = \"bridge\"\nmembers = [\"ALP\"]\nfrom = 2016\nto = 2017"},
	{"heatmap", "kind = \"heatmap\""},
	{"heatmap-one", "kind = \"heatmap\"\nmembers = [\"CAP\"]\nfrom = 2016\nto = 2017"},
	{"map", "kind = \"map\"\nmembers = [\"DEL\"]"},
	{"meeting", "kind = \"meeting\""},
	{"meeting-one", "kind = \"meeting\"\nfrom = 2017\nto = 2017"},
	{"money", "kind = \"money\"\nyear = 2016"},
	{"money-elsewhere", "kind = \"money\"\nyear = 2019"},
	{"panels-highlight", "kind = \"panels\"\nhighlight = [\"BAY\"]"},
	{"panels", "kind = \"panels\""},
	{"quadrant", "kind = \"quadrant\""},
	{"quadrant-chosen", "kind = \"quadrant\"\nmembers = [\"BAY\"]"},
	{"shares", "kind = \"shares\""},
	{"trend", "kind = \"trend\"\nmembers = [\"CAP\", \"FJO\", \"ALL\"]"},
	{"change", "kind = \"change\""},
	{"change-one", "kind = \"change\"\nmembers = [\"DEL\"]\nto = 2017"},
	{"growth", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"FJO\", \"DEL\", \"CAP\"]"},
	{"revisions", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"BAY\", \"CAP\", \"ALL\"]"},
	{"revisions-once", "kind = \"revisions\"\nyear = 2019\nmembers = [\"MOR\"]"},
	{"sources", "kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\", \"CAP\", \"DEL\"]"},
	{"trend-money", "kind = \"trend\"\nmembers = [\"ALP\", \"BAY\"]\nmeasure = \"gni\""},
}

func TestGolden(t *testing.T) {
	d := load(t, league)
	var tips []byte
	for _, g := range goldens {
		s, errs := parse(g.spec)
		v := known(t)
		if !s.AsOf.IsZero() {
			v = d.AsOf(s.AsOf)
		}
		c, more := All.Draw(v, leagueTerms, british, s)
		if len(errs)+len(more) > 0 {
			t.Errorf("%s: %v%v", g.name, errs, more)
			continue
		}
		keep(t, g.name, c)
		tips = fmt.Appendf(tips, "\n%s\n%s\n", g.name, strings.Join(tooltips(c), "\n"))
	}
	golden.Check(t, "tips.txt", tips)
}

// keep compares both drawings of a chart and its option with testdata.
func keep(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	drawings(t, name, c)
	golden.Check(t, name+".json", append(option(c), '\n'))
}

// drawings compares both drawings of a chart with testdata.
func drawings(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	golden.Check(t, name+".wide.svg", lines(c.SVG(c.Wide())))
	golden.Check(t, name+".narrow.svg", lines(c.SVG(c.Narrow())))
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

// TestFramesGolden keeps what lines show in other editions and over other years.
func TestFramesGolden(t *testing.T) {
	goldenFrames(t, "trend", mustDraw(t, known(t), leagueTerms, "kind = \"trend\"\nmembers = [\"CAP\", \"FJO\", \"ALL\"]"), known(t))
}

// lines puts each element on a line of its own, for the reader of a diff.
func lines(svg []byte) []byte {
	return []byte(strings.ReplaceAll(string(svg), "><", ">\n<") + "\n")
}

// TestSame draws everything twice, from two readings of the data.
func TestSame(t *testing.T) {
	for _, g := range goldens {
		if strings.Contains(g.spec, "as_of") {
			continue
		}
		a, b := mustDraw(t, known(t), leagueTerms, g.spec), mustDraw(t, known(t), leagueTerms, g.spec)
		if !bytes.Equal(a.SVG(a.Wide()), b.SVG(b.Wide())) || !bytes.Equal(a.SVG(a.Narrow()), b.SVG(b.Narrow())) || !bytes.Equal(option(a), option(b)) || a.ID != b.ID {
			t.Errorf("%s: two drawings differ", g.name)
		}
	}
}
