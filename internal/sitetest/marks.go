package sitetest

import (
	"cmp"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"
)

// checkMarks compares each mark of each chart with the release file it is drawn from, parsed here independently.
func checkMarks(t *testing.T, s *Site) {
	r := s.read(t)
	s.eachChart(t, func(_, where string, n *html.Node) {
		c := chartOf(n)
		if c.title == "" || c.summary == "" || c.tables != 1 || c.source == "" || len(c.svgs) != 2 {
			t.Errorf("%s: title %q, summary %q, source %q, %d tables and %d drawings", where, c.title, c.summary,
				c.source, c.tables, len(c.svgs))
			return
		}
		figures := r.release(t, Attr(n, "data-source"), Attr(n, "data-released"))
		for _, svg := range c.svgs {
			if Attr(svg, "role") != "img" || Attr(svg, "aria-labelledby") == "" {
				t.Errorf("%s: a drawing without a name", where)
			}
		}
		wide, narrow := marksOf(c.svgs[0]), marksOf(c.svgs[1])
		if !slices.Equal(wide, narrow) || len(wide) == 0 {
			t.Errorf("%s: %d marks wide, %d narrow, or not the same", where, len(wide), len(narrow))
		}
		if Attr(n, "data-kind") == "bridge" {
			r.checkBridge(t, where, wide, figures)
			return
		}
		for _, m := range wide {
			own := figures
			if m.source != "" {
				own = r.release(t, m.source, m.released)
			}
			m.measure = cmp.Or(m.measure, Attr(n, "data-measure"))
			if !r.agrees(t, m, own, Attr(n, "data-kind")) {
				t.Errorf("%s: %+v is not what the release says", where, m)
			}
		}
	})
}

type drawnChart struct {
	title, summary, source string
	tables                 int
	svgs                   []*html.Node
}

func chartOf(figure *html.Node) drawnChart {
	var c drawnChart
	for n := range figure.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch class := Attr(n, "class"); {
		case class == "chart-title":
			c.title = Text(n)
		case class == "chart-summary":
			c.summary = Text(n)
		case class == "source":
			c.source = Text(n)
		case n.Data == "table":
			c.tables++
		case n.Data == "svg":
			c.svgs = append(c.svgs, n)
		}
	}
	return c
}

type mark struct{ member, year, value, of, second, source, released, measure string }

func markOf(n *html.Node) mark {
	return mark{Attr(n, "data-member"), Attr(n, "data-year"), Attr(n, "data-value"), Attr(n, "data-of"),
		Attr(n, "data-second"), Attr(n, "data-source"), Attr(n, "data-released"), Attr(n, "data-measure")}
}

func marksOf(svg *html.Node) []mark {
	var list []mark
	for n := range svg.Descendants() {
		if Attr(n, "data-value") != "" {
			list = append(list, markOf(n))
		}
	}
	key := func(m mark) string { return m.member + m.year + m.source + m.released + m.measure }
	slices.SortFunc(list, func(a, b mark) int { return strings.Compare(key(a), key(b)) })
	return list
}

// Records are the figures that the tests read independently from a report, to compare the site with them.
type records struct {
	report                           fs.FS
	Measure, Spending, Growth, Total string
	Second                           string `toml:"second_guideline"`
	base, second                     string
	agreed                           []float64         // the marks agreed for the report's measure
	joined                           map[string]string // the year in which each member joined
	releases                         map[string]map[string]float64
}

func (s *Site) read(t *testing.T) *records {
	t.Helper()
	r := &records{report: s.Report, joined: map[string]string{}, releases: map[string]map[string]float64{}}
	decode := func(name string, to any) {
		if _, err := toml.DecodeFS(s.Report, name, to); err != nil {
			t.Fatal(err)
		}
	}
	decode("config.toml", r)
	var guidelines map[string]struct {
		Measure string
		AtLeast float64 `toml:"at_least"`
	}
	decode("data/guidelines.toml", &guidelines)
	for _, g := range guidelines {
		if g.Measure == r.Measure {
			r.agreed = append(r.agreed, g.AtLeast)
		}
	}
	r.second = guidelines[r.Second].Measure
	var measures map[string]struct{ Of string }
	decode("data/measures.toml", &measures)
	r.base = measures[r.Measure].Of
	src, err := fs.ReadFile(s.Report, "data/members.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(src), "\n")[1:] {
		if cells := strings.Split(line, ","); len(cells) > 4 && cells[3] == "member" {
			r.joined[cells[0]] = cells[4][:4]
		}
	}
	return r
}

// agrees reports whether a mark agrees with the figures of a release, by "member,year,measure".
func (r *records) agrees(t *testing.T, m mark, figures map[string]float64, kind string) bool {
	v, err := strconv.ParseFloat(m.value, 64)
	if err != nil {
		return false
	}
	said := func(measure string) float64 { return figures[m.member+","+m.year+","+measure] }
	agreed := func(of func(mark float64) float64) bool {
		return slices.ContainsFunc(r.agreed, func(g float64) bool { return near(of(g), v) })
	}
	share := said(r.Measure)
	switch kind {
	case "trend", "panels", "heatmap", "change", "revisions", "sources":
		return said(cmp.Or(m.measure, r.Measure)) == v
	case "quadrant":
		second, _ := strconv.ParseFloat(m.second, 64)
		return share == v && said(r.second) == second
	case "growth":
		return said(r.Growth) == v
	case "money": // what is spent against the mark's part of what it is a share of, else the distance times that
		return agreed(func(g float64) float64 {
			if spent, known := figures[m.member+","+m.year+","+r.Spending]; known && g/100*said(r.base) > spent {
				return math.Round(g/100*said(r.base) - spent)
			}
			return math.Round((g - share) / 100 * said(r.base))
		})
	case "shares":
		whole := figures[r.Total+","+m.year+","+m.measure]
		return near(math.Round(said(m.measure)/whole*1000)/10, v)
	case "distance", "map":
		return agreed(func(g float64) float64 { return share - g })
	case "meeting":
		meeting := func(g float64) float64 { return r.meeting(figures, m.year, g) }
		return strconv.Itoa(r.members(m.year)) == m.of && agreed(meeting)
	}
	t.Fatalf("charts of kind %s have no rule: say in agrees of marks.go which figures of a release "+
		"their marks show", kind)
	return false
}

// members returns the number of members in a year.
func (r *records) members(year string) (n int) {
	for _, y := range r.joined {
		if y <= year {
			n++
		}
	}
	return n
}

// meeting returns the number of members that meet a mark in a year.
func (r *records) meeting(figures map[string]float64, year string, at float64) (n float64) {
	for row, value := range figures {
		member, rest, _ := strings.Cut(row, ",")
		if y, is := r.joined[member]; is && rest == year+","+r.Measure && value >= at && y <= year {
			n++
		}
	}
	return n
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// release returns the figures of a release, by "member,year,measure".
func (r *records) release(t *testing.T, source, day string) map[string]float64 {
	name := path.Join("data", source, day+".csv")
	if f, ok := r.releases[name]; ok {
		return f
	}
	src, err := fs.ReadFile(r.report, name)
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]float64{}
	for _, line := range strings.Split(strings.TrimSpace(string(src)), "\n")[1:] {
		cells := strings.Split(line, ",")
		v, err := strconv.ParseFloat(cells[3], 64)
		if err != nil {
			t.Fatal(err)
		}
		figures[strings.Join(cells[:3], ",")] = v
	}
	r.releases[name] = figures
	return figures
}
