package kind

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// A world is the league with one thing otherwise: what a chart says there is in testdata/worlds.txt.
type world struct {
	name    string
	replace [2]string // in guidelines.toml
	add     map[string]string
	measure string // "" for that of the league
	members string // those of the specs with a choice
	drawn   string // the kinds whose drawings are kept in testdata too
	edit    map[string][2]string
	day     string // "" for the newest
	kind    string // alone; "" for all
	whole   bool   // the tables are kept too, and charts in another order and with a member pointed out
}

// people are figures of persons, with a mark of 100,000.
const people = "ALP 2016 people 1250000\nBAY 2016 people 100000\nCAP 2016 people 99999\nDEL 2016 people 12000\nFJO 2016 people 2000000\nMOR 2016 people 5400\n" +
	"ALP 2017 people 1190000\nBAY 2017 people 98000\nCAP 2017 people 100500\nDEL 2017 people 12000 e\nFJO 2017 people 2150000 e\nMOR 2017 people 5300\n"

var worlds = []world{
	{name: "a ceiling", drawn: "distance heatmap quadrant", replace: [2]string{"at_least = 0.7\n", "at_most = 0.7\n"}, members: `["ALP", "BAY", "CAP"]`},
	{name: "a band", drawn: "distance heatmap map panels", replace: [2]string{"at_least = 0.7\n", "at_least = 0.41\nat_most = 0.9\n"}, members: `["ALP", "DEL"]`},
	{name: "marks of their own", replace: [2]string{"adopted = 1970-10-24\n", "adopted = 1970-10-24\n[un.own]\nALP = 0.9\nFJO = 1.05\n"}, members: `["ALP"]`},
	{name: "all at or above", replace: [2]string{"at_least = 0.7\n", "at_least = 0.1\n"}, members: `["ALP", "BAY", "DEL", "FJO"]`},
	{name: "none at or above", drawn: "meeting", replace: [2]string{"at_least = 0.7\n", "at_least = 5\n"}, members: `["MOR"]`},
	{name: "money", drawn: "distance panels heatmap map", replace: [2]string{"measure = \"oda\"\nat_least = 0.7\n", "measure = \"gni\"\nat_least = 85000\n"}, measure: "gni", members: `["BAY", "CAP"]`},
	{name: "persons", drawn: "change", replace: [2]string{"measure = \"oda\"\nat_least = 0.7\n", "measure = \"people\"\nat_least = 100000\n"}, measure: "people", members: `["ALP", "CAP"]`,
		add: map[string]string{"data/dac/2020-04-16.csv": strings.TrimPrefix(table(people), "member,year,measure,value,status\n")}},
	{name: "a unit of its own", replace: [2]string{"measure = \"oda\"\nat_least = 0.7\n", "measure = \"people\"\nat_least = 100000\n"}, measure: "people", members: `["FJO"]`,
		add: map[string]string{"data/dac/2020-04-16.csv": strings.TrimPrefix(table(people), "member,year,measure,value,status\n"),
			"data/units.toml": "[doses]\nplural = \"doses\"\nsymbol = \"d\"\n"}},
	{name: "a break", drawn: "change", members: `["ALP", "FJO"]`, add: map[string]string{"data/dac/notes.toml": "[[note]]\nmeasure = \"oda\"\nmembers = [\"ALP\"]\nfrom = 2017\nto = 2019\nkind = \"break\"\ntext = \"Counted otherwise.\"\n"}},
}

// With everyFigure and without the Isle, every member has a figure and a price.
var everyFigure = map[string]string{"data/dac/2020-04-16.csv": "CAP,2017,oda,0.70,actual\nMOR,2019,oda,0.12,estimate\n" +
	"ELM,2019,gni,70000,actual\nCAP,2019,gni,80000,actual\nDEL,2019,gni,81000,actual\nMOR,2019,gni,82000,estimate\n"}

// growthRows are years of falls, of rises that end in nothing, of one rate, and of a highest at last.
const growthRows = "ALP,2016,rise,1.0,actual\nALP,2017,rise,-2.0,actual\nALP,2018,rise,-3.1,actual\nBAY,2016,rise,2.0,actual\nBAY,2017,rise,2.5,actual\nBAY,2018,rise,3.0,estimate\n" +
	"CAP,2017,rise,1.0,actual\nCAP,2018,rise,2.0,actual\nDEL,2017,rise,-3.2,actual\nDEL,2018,rise,-3.2,actual\nFJO,2018,rise,-41.0,actual\n"

var withoutIsle = map[string][2]string{"data/members.csv": {"ISL.*\n", ""}}

var situations = []world{
	{name: "no guideline for the measure", measure: "gni", members: `["ALP", "BAY"]`},
	{name: "no member without a figure", members: `["CAP", "MOR"]`, whole: true,
		add:  map[string]string{"data/dac/2020-04-16.csv": "CAP,2017,oda,0.70,actual\nMOR,2019,oda,0.12,estimate\nELM,2019,gni,70000,actual\nCAP,2019,gni,80000,actual\nDEL,2019,gni,81000,actual\nMOR,2019,gni,82000,estimate\n"},
		edit: map[string][2]string{"data/members.csv": {"ISL.*\n", ""}}},
	{name: "one at or above", replace: [2]string{"at_least = 0.7\n", "at_least = 1.01\n"}, members: `["ALP", "FJO"]`, add: everyFigure, edit: withoutIsle},
	{name: "one below", replace: [2]string{"at_least = 0.7\n", "at_least = 0.13\n"}, members: `["DEL", "MOR"]`, add: everyFigure, edit: withoutIsle},
	{name: "all estimates", members: `["ALP", "CAP"]`, edit: map[string][2]string{"data/dac/2020-04-16.csv": {",actual", ",estimate"}}},
	{name: "a year that is not over", members: `["ALP", "CAP"]`, edit: map[string][2]string{"data/dac/2020-04-16.csv": {",2019,", ",2020,"}}},
	{name: "revised to and fro", members: `["ALP", "BAY", "CAP"]`, whole: true, edit: map[string][2]string{
		"data/dac/source.toml":    {"\\[\\[release\\]\\]\ndate = 2020-04-16", "[[release]]\ndate = 2019-05-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\npartial = true\n$0"},
		"data/dac/2018-04-10.csv": {"ALP,2016,oda,0.90", "ALP,2016,oda,0.65"}},
		add: map[string]string{"data/dac/2019-05-01.csv": table("CAP 2016 oda 0.72\nBAY 2016 oda 0.69\nDEL 2016 oda 0.45")}},
	{name: "no prices", members: `["CAP", "DEL"]`, edit: map[string][2]string{"data/dac/2020-04-16.csv": {"(CAP|DEL),(20..),gni.*\n", ""}}},
	{name: "growth in several years", kind: "growth", members: `["ALP", "BAY", "CAP", "DEL"]`, add: map[string]string{"data/dac/2020-04-16.csv": growthRows}},
	{name: "growth of little", kind: "growth", members: `["CAP"]`, add: map[string]string{"data/dac/2020-04-16.csv": growthRows},
		edit: map[string][2]string{"data/dac/2020-04-16.csv": {"rise,4.0", "rise,0.4"}}},
	{name: "a member without any figure", members: `["ALP", "CAP"]`, edit: map[string][2]string{"data/dac/2020-04-16.csv": {"ELM,20.*oda.*\n", ""}}},
	{name: "a break in the year of joining", kind: "change", members: `["ALP"]`, edit: map[string][2]string{"data/members.csv": {"(ALP.*)1960", "${1}2016"}},
		add: map[string]string{"data/dac/notes.toml": "[[note]]\nmeasure = \"oda\"\nmembers = [\"ALP\"]\nfrom = 2017\nto = 2019\nkind = \"break\"\ntext = \"Counted otherwise.\"\n"}},
	{name: "two reached", kind: "change", members: `["CAP", "DEL"]`, add: everyFigure,
		edit: map[string][2]string{"data/members.csv": {"ISL.*\n", ""}, "data/dac/2020-04-16.csv": {"(CAP|DEL),2019,oda,[0-9.]+", "$1,2019,oda,0.80"}}},
	{name: "one measure of two", kind: "quadrant", members: `["FJO"]`, edit: map[string][2]string{"data/dac/2020-04-16.csv": {"(FJO|BAY),2019,rise.*\n", ""}}},
	{name: "sources that agree", kind: "sources", members: `["ALP", "CAP"]`, add: map[string]string{"data/un/2020-01-01.csv": "ALP,2016,oda,0.88,actual\nCAP,2016,oda,0.66,actual\n"}},
	{name: "sources that agree on one", kind: "sources", members: `["ALP"]`, add: map[string]string{"data/un/2020-01-01.csv": "ALP,2016,oda,0.88,actual\nCAP,2016,oda,0.66,actual\n"}},
	{name: "sources on many", kind: "sources", members: `["ALP", "BAY", "CAP", "DEL", "FJO", "MOR", "ALL"]`, add: map[string]string{"data/un/2020-01-01.csv": "ALP,2016,oda,0.80,actual\nBAY,2016,oda,0.61,actual\n" +
		"CAP,2016,oda,0.62,actual\nDEL,2016,oda,0.43,actual\nFJO,2016,oda,0.94,actual\nMOR,2016,oda,0.15,actual\nALL,2016,oda,0.50,actual\n"}},
	{name: "sources on both sides", kind: "sources", members: `["CAP"]`, add: map[string]string{"data/un/2020-01-01.csv": "CAP,2016,oda,0.71,actual\nBAY,2016,oda,0.69,actual\n"}},
	{name: "sources within a band and outside it", kind: "sources", members: `["BAY", "CAP"]`,
		replace: [2]string{"at_least = 0.7\n", "at_least = 0.7\nat_most = 0.9\n"},
		add:     map[string]string{"data/un/2020-01-01.csv": "CAP,2016,oda,0.71,actual\nBAY,2016,oda,0.97,actual\n"}},
	{name: "growth of one", kind: "growth", members: `["ALP"]`, add: map[string]string{"data/dac/2020-04-16.csv": growthRows}},
	{name: "growth of another", kind: "growth", members: `["BAY"]`, add: map[string]string{"data/dac/2020-04-16.csv": growthRows}},
	{name: "growth of a third", kind: "growth", members: `["FJO"]`, add: map[string]string{"data/dac/2020-04-16.csv": growthRows}},
	{name: "a digit more", kind: "revisions", members: `["DEL"]`, edit: map[string][2]string{
		"data/dac/2018-04-10.csv": {"DEL,2016,oda,0.40", "DEL,2016,oda,0.4"}, "data/dac/2020-04-16.csv": {"DEL,2016,oda,0.40", "DEL,2016,oda,0.44"}}},
	{name: "lines of other years", kind: "trend", members: `["ALP", "CAP"]`, add: everyFigure,
		edit: map[string][2]string{"data/dac/2020-04-16.csv": {"CAP,2016,oda.*\n", ""}}},
	{name: "long ago", members: `["ALP", "DEL"]`, day: "2018-12-31", whole: true},
}

func (w world) files() map[string]string {
	files := maps.Clone(league)
	for name, text := range w.add {
		files[name] += text
	}
	if w.replace[0] != "" {
		files["data/guidelines.toml"] = strings.Replace(files["data/guidelines.toml"], w.replace[0], w.replace[1], 1)
	}
	for name, was := range w.edit {
		files[name] = regexp.MustCompile(was[0]).ReplaceAllString(files[name], was[1])
	}
	if files["data/units.toml"] != "" {
		files["data/measures.toml"] = strings.Replace(files["data/measures.toml"], `unit = "persons"`, `unit = "doses"`, 1)
	}
	return files
}

func (w world) terms() dataset.Terms {
	t := leagueTerms
	if w.measure != "" {
		t.Measure = w.measure
	}
	return t
}

// TestWorlds draws every kind of chart where a guideline is a ceiling or a band, where it is of money or of persons,
// where all meet it or nobody does, and compares what is said, or why there is no chart, with testdata/worlds.txt.
func TestWorlds(t *testing.T) { golden.Check(t, "worlds.txt", tour(t, worlds)) }

// TestSituations does the same where figures are missing, revised, estimates or of a year that is not over, where one
// member is unlike all others, and where the report has no guideline, price or measure for a chart.
func TestSituations(t *testing.T) { golden.Check(t, "situations.txt", tour(t, situations)) }

// TestOwnMarks holds where the line of a guideline is that is not the same for all: at the mark of the members shown if
// they have the same, else at that of all.
func TestOwnMarks(t *testing.T) {
	w := worlds[slices.IndexFunc(worlds, func(w world) bool { return w.name == "marks of their own" })]
	v := load(t, w.files()).AsOf(civil.MustParse("2020-12-31"))
	for members, want := range map[string]float64{`"ALP"`: 0.9, `"FJO"`: 1.05, `"BAY"`: 0.7, `"BAY", "CAP"`: 0.7, `"ALP", "FJO"`: 0.7, `"ALP", "BAY"`: 0.7, `"BAY", "ALP"`: 0.7} {
		refs := mustDraw(t, v, w.terms(), "kind = \"trend\"\nmembers = ["+members+"]").Model.Refs
		if len(refs) != 1 || refs[0].At != want {
			t.Errorf("%s: %+v, want one at %v", members, refs, want)
		}
	}
}

// tour writes what every kind of chart says of some worlds.
func tour(t *testing.T, worlds []world) []byte {
	var b bytes.Buffer
	for _, w := range worlds {
		fmt.Fprintf(&b, "# %s\n", w.name)
		v := load(t, w.files()).AsOf(civil.MustParse(cmp.Or(w.day, "2020-12-31")))
		for _, k := range All {
			kind := k.Name
			if w.kind != "" && w.kind != kind {
				continue
			}
			spec := "kind = \"" + kind + "\"\n"
			if kind == "revisions" || kind == "sources" {
				spec += "year = 2016\n"
			}
			if kind == "growth" && w.measure == "" {
				spec += "measure = \"rise\"\n"
			}
			c := w.say(&b, v, spec)
			w.say(&b, v, spec+"members = "+w.members+"\n")
			for _, more := range []string{"highlight = [" + w.members[1:6] + "]", "sort = \"name\"", "from = 2016\nto = 2017"} {
				if key, _, _ := strings.Cut(more, " "); w.whole && slices.Contains(k.Keys, key) {
					w.say(&b, v, spec+more+"\n"+map[bool]string{true: "members = " + w.members + "\n"}[k.Named])
				}
			}
			if slices.Contains(strings.Fields(w.drawn), kind) {
				name := strings.ReplaceAll(w.name, " ", "-") + "-" + kind
				golden.Check(t, name+".wide.svg", lines(c.SVG(c.Wide())))
				golden.Check(t, name+".narrow.svg", lines(c.SVG(c.Narrow())))
				golden.Check(t, name+".json", append(option(c), '\n'))
			}
		}
	}
	return b.Bytes()
}

// say writes what a chart says, what its marks show and when else it can be shown. It returns the chart, if there is
// one.
func (w world) say(b *bytes.Buffer, v *dataset.Vintage, spec string) *chart.Chart {
	fmt.Fprintf(b, "\n%s\n", strings.ReplaceAll(strings.TrimSpace(spec), "\n", ", "))
	s, errs := parse(spec)
	c, more := All.Draw(v, w.terms(), british, s)
	for _, e := range append(errs, more...) {
		fmt.Fprintf(b, "! %s\n", strings.ReplaceAll(e.Error(), "\n", " "))
	}
	if c == nil {
		return nil
	}
	write(b, c, w.whole)
	if w.name == worlds[0].name && c.Explorable(v) {
		fs := c.Frames(v, func(*chart.Chart) []string { return nil })
		for _, f := range append(fs.Frames, fs.Periods...) {
			fmt.Fprintf(b, "> %d %d–%d %s: %s\n", f.Year, f.From, f.To, f.Known, pooled(fs, f.Words)[0])
		}
	}
	return c
}

// write writes what a chart says and what its marks show, and its table or the beginning of that.
func write(b *bytes.Buffer, c *chart.Chart, whole bool) {
	for _, text := range append([]string{c.Title, c.Subtitle}, c.Summary...) {
		fmt.Fprintf(b, "%s\n", text)
	}
	for i, m := range c.Model.Marks {
		value := []string{m.Member, strconv.Itoa(m.Year), m.Value.Plain(), m.Tone, m.Label}
		if m.Second.Known() {
			value = append(value, m.Second.Plain())
		}
		fmt.Fprintf(b, "%s %s;", map[bool]string{true: "\n-"}[i == 0 || m.Row != c.Model.Marks[i-1].Row], strings.Join(value, " "))
	}
	fmt.Fprint(b, "\n|")
	for _, column := range c.Table.Columns {
		fmt.Fprintf(b, " %s |", column.Name)
	}
	rows := c.Table.Rows
	if !whole {
		rows = rows[:min(1, len(rows))]
	}
	for _, cell := range rows {
		fmt.Fprint(b, "\n|")
		for _, cell := range cell {
			fmt.Fprintf(b, " %s |", cell.Text)
		}
	}
	fmt.Fprintln(b)
}
