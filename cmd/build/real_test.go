package main

import (
	"bytes"
	"io"
	"math"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

const repo = "../.."

// whole is a whole report: a copy of some editions and articles of the one in
// this repository, which goes on.
const whole = repo + "/testdata/report"

// realSite is this repository's own report, built as CI builds it.
var realSite = sync.OnceValues(func() (map[string][]byte, string) {
	var stderr bytes.Buffer
	// The folder is not there, so no former site is compared with.
	o, _ := parseOptions([]string{"-root", repo, "-strict", "-out", "testdata/none"}, &stderr)
	r := &report{options: o, stdout: io.Discard, stderr: &stderr}
	_, files := build(os.DirFS(repo), o, r)
	if r.failed() {
		r.print()
	}
	return files, stderr.String()
})

func published(t *testing.T) map[string][]byte {
	files, problems := realSite()
	if problems != "" {
		t.Fatalf("the real site does not build:\n%s", problems)
	}
	return files
}

// walk calls visit for every element of every page, in the order of their
// paths.
func walk(t *testing.T, files map[string][]byte, visit func(page string, n *html.Node)) {
	t.Helper()
	var names []string
	for name := range files {
		if path.Ext(name) == ".html" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		doc, err := html.Parse(bytes.NewReader(files[name]))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode {
				visit(name, n)
			}
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestRealPages holds that the site has the pages it promises.
func TestRealPages(t *testing.T) {
	files := published(t)
	want := []string{"index.html", "404.html", ".nojekyll", "data/figures.csv", "data/index.html", "methods/index.html", "about/index.html",
		"glossary/index.html", "articles/fallon-briefing/index.html", "members/turkiye/index.html", "members/iceland/index.html", "years/2016/index.html"}
	for _, name := range want {
		if _, ok := files[name]; !ok {
			t.Errorf("no %s", name)
		}
	}
	members := 0
	for name := range files {
		if strings.HasPrefix(name, "members/") && strings.Count(name, "/") == 2 {
			members++
		}
	}
	if members != 32 {
		t.Errorf("%d pages of members, want 32", members)
	}
	if _, ok := files["data/sipri/2025-04-30.csv"]; ok {
		t.Error("a release that may not be passed on is offered for download")
	}
}

// TestRealLinks holds that every link leads somewhere: file and fragment.
func TestRealLinks(t *testing.T) {
	files := published(t)
	ids := map[string]map[string]bool{}
	walk(t, files, func(page string, n *html.Node) {
		if ids[page] == nil {
			ids[page] = map[string]bool{}
		}
		if id := attr(n, "id"); id != "" {
			if ids[page][id] {
				t.Errorf("%s: the id %q stands twice", page, id)
			}
			ids[page][id] = true
		}
	})
	links := 0
	walk(t, files, func(page string, n *html.Node) {
		for _, key := range []string{"href", "src"} {
			dest := attr(n, key)
			if dest == "" || strings.Contains(dest, ":") {
				continue
			}
			if attr(n, "rel") == "canonical" {
				continue
			}
			links++
			to, fragment, _ := strings.Cut(dest, "#")
			file := page
			switch {
			case page == "404.html" && to != "":
				file = strings.TrimPrefix(to, "/burden-sharing/")
			case strings.HasPrefix(to, "/"):
				t.Errorf("%s: %s is not relative", page, dest)
				continue
			case to != "":
				file = path.Join(path.Dir(page), to)
			}
			if _, ok := files[file]; !ok {
				t.Errorf("%s: %s leads to %s, which is not there", page, dest, file)
			} else if row, ok := strings.CutPrefix(fragment, "row="); ok { // RFC 7111
				if n, err := strconv.Atoi(row); err != nil || n < 2 || n > bytes.Count(files[file], []byte("\n")) {
					t.Errorf("%s: %s leads to no row", page, dest)
				}
			} else if fragment != "" && !ids[file][fragment] {
				t.Errorf("%s: %s leads to no such place", page, dest)
			}
		}
		for _, key := range []string{"aria-labelledby", "aria-describedby"} {
			for _, id := range strings.Fields(attr(n, key)) {
				if !ids[page][id] {
					t.Errorf("%s: %s=%q is not on the page", page, key, id)
				}
			}
		}
	})
	if links < 2000 {
		t.Errorf("only %d links were looked at", links)
	}
}

// TestRealCharts holds each mark of each chart against the release file it is
// drawn from, read here anew.
func TestRealCharts(t *testing.T) {
	charts, marks := 0, 0
	walk(t, published(t), func(page string, n *html.Node) {
		if n.Data != "figure" || attr(n, "class") != "chart" {
			return
		}
		charts++
		c := chartOf(n)
		where := page + "#" + attr(n, "id")
		if c.title == "" || c.summary == "" || c.tables != 1 || c.source == "" || len(c.svgs) != 2 {
			t.Errorf("%s: title %q, summary %q, source %q, %d tables and %d drawings", where, c.title, c.summary, c.source, c.tables, len(c.svgs))
			return
		}
		figures := releaseFile(t, attr(n, "data-source"), attr(n, "data-released"))
		for _, svg := range c.svgs {
			if attr(svg, "role") != "img" || attr(svg, "aria-labelledby") == "" {
				t.Errorf("%s: a drawing without a name", where)
			}
		}
		wide, narrow := marksOf(c.svgs[0]), marksOf(c.svgs[1])
		if !slices.Equal(wide, narrow) || len(wide) == 0 {
			t.Errorf("%s: %d marks wide, %d narrow, or not the same", where, len(wide), len(narrow))
		}
		marks += len(wide)
		for _, m := range wide {
			own := figures
			if m.source != "" {
				own = releaseFile(t, m.source, m.released)
			}
			if !m.bornOutBy(own, attr(n, "data-kind")) {
				t.Errorf("%s: %+v is not what the release says", where, m)
			}
		}
	})
	if charts < 50 || marks < 1000 {
		t.Errorf("only %d charts with %d marks were looked at", charts, marks)
	}
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
		switch class := attr(n, "class"); {
		case class == "chart-title":
			c.title = text(n)
		case class == "chart-summary":
			c.summary = text(n)
		case class == "source":
			c.source = text(n)
		case n.Data == "table":
			c.tables++
		case n.Data == "svg":
			c.svgs = append(c.svgs, n)
		}
	}
	return c
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

type mark struct{ member, year, value, of, second, source, released, measure string }

func marksOf(svg *html.Node) []mark {
	var list []mark
	for n := range svg.Descendants() {
		if v := attr(n, "data-value"); v != "" {
			list = append(list, mark{attr(n, "data-member"), attr(n, "data-year"), v, attr(n, "data-of"),
				attr(n, "data-second"), attr(n, "data-source"), attr(n, "data-released"), attr(n, "data-measure")})
		}
	}
	slices.SortFunc(list, func(a, b mark) int {
		return strings.Compare(a.member+a.year+a.source+a.released+a.measure, b.member+b.year+b.source+b.released+b.measure)
	})
	return list
}

// marksAgreed are the guidelines of data/guidelines.toml for the share of GDP.
var marksAgreed = []float64{2, 3.5}

func (m mark) bornOutBy(figures map[string]float64, kind string) bool {
	v, err := strconv.ParseFloat(m.value, 64)
	if err != nil {
		return false
	}
	said := func(measure string) float64 { return figures[m.member+","+m.year+","+measure] }
	share := m.member + "," + m.year + ",share_of_gdp"
	switch kind {
	case "trend", "heatmap", "change", "revisions", "sources":
		return figures[share] == v
	case "quadrant":
		second, _ := strconv.ParseFloat(m.second, 64)
		return figures[share] == v && said("equipment_share") == second
	case "growth":
		return said("real_change") == v
	case "money": // priced with the GDP of the same release
		return slices.ContainsFunc(marksAgreed, func(g float64) bool {
			return near(math.Round((g-figures[share])/100*said("gdp_usd_current")), v)
		})
	case "shares":
		whole := figures["NATO,"+m.year+","+m.measure]
		return near(math.Round(said(m.measure)/whole*1000)/10, v)
	case "distance", "map":
		return slices.ContainsFunc(marksAgreed, func(g float64) bool { return near(figures[share]-g, v) })
	case "meeting":
		return slices.ContainsFunc(marksAgreed, func(g float64) bool {
			n := 0
			for row, value := range figures {
				if strings.HasSuffix(row, ","+m.year+",share_of_gdp") && !strings.HasPrefix(row, "NATO") && value >= g && joined[row[:3]] <= m.year {
					n++
				}
			}
			of := 0
			for _, y := range joined {
				if y <= m.year {
					of++
				}
			}
			return strconv.Itoa(n) == m.value && strconv.Itoa(of) == m.of
		})
	}
	return false
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

// joined gives the year in which each member joined, read from members.csv.
var joined = func() map[string]string {
	years := map[string]string{}
	src, _ := os.ReadFile(filepath.Join(repo, "data", "members.csv"))
	for _, line := range strings.Split(string(src), "\n")[1:] {
		if cells := strings.Split(line, ","); len(cells) > 4 && cells[3] == "member" {
			years[cells[0]] = cells[4][:4]
		}
	}
	return years
}()

var releases sync.Map

func releaseFile(t *testing.T, source, day string) map[string]float64 {
	name := filepath.Join(repo, "data", source, day+".csv")
	if f, ok := releases.Load(name); ok {
		return f.(map[string]float64)
	}
	src, err := os.ReadFile(name)
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
	releases.Store(name, figures)
	return figures
}

// TestRealWords holds the words of the house on every page.
func TestRealWords(t *testing.T) {
	for name, src := range published(t) {
		if path.Ext(name) != ".html" {
			continue
		}
		low := strings.ToLower(string(src))
		for _, word := range []string{"delinquent", " owes ", " owed ", "membership dues", "in arrears"} {
			if strings.Contains(low, word) {
				t.Errorf("%s says %q", name, strings.TrimSpace(word))
			}
		}
	}
}

// TestSameBytes builds the real site in two folders, two time zones and with
// one processor and two.
func TestSameBytes(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var manifests [][]byte
	for _, env := range [][]string{{"TZ=Pacific/Kiritimati", "GOMAXPROCS=1", "LC_ALL=C"}, {"TZ=America/Los_Angeles", "GOMAXPROCS=2", "LC_ALL=de_DE.UTF-8"}} {
		out := filepath.Join(t.TempDir(), "site")
		cmd := exec.Command(exe, "-root", repo, "-out", out, "-strict", "-quiet")
		cmd.Env = append(append(os.Environ(), "BUILD_AS_MAIN=1"), env...)
		if msg, err := cmd.CombinedOutput(); err != nil || len(msg) > 0 {
			t.Fatalf("%v\n%s", err, msg)
		}
		m, err := os.ReadFile(filepath.Join(out, "manifest.json"))
		if err != nil {
			t.Fatal(err)
		}
		manifests = append(manifests, m)
	}
	if !bytes.Equal(manifests[0], manifests[1]) {
		t.Error("the two builds differ")
	}
}
