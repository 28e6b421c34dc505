package kind

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// A world is the league with one thing otherwise: what a chart says there is in testdata/worlds.txt.
type world struct {
	name    string
	replace [2]string // in guidelines.toml
	add     map[string]string
	measure string // "" for that of the league
	members string // those of the specs with a choice
	drawn   string // the kinds whose drawings are kept in testdata too
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
	{name: "money", drawn: "distance panels", replace: [2]string{"measure = \"oda\"\nat_least = 0.7\n", "measure = \"gni\"\nat_least = 85000\n"}, measure: "gni", members: `["BAY", "CAP"]`},
	{name: "persons", drawn: "change", replace: [2]string{"measure = \"oda\"\nat_least = 0.7\n", "measure = \"people\"\nat_least = 100000\n"}, measure: "people", members: `["ALP", "CAP"]`,
		add: map[string]string{"data/dac/2020-04-16.csv": strings.TrimPrefix(table(people), "member,year,measure,value,status\n")}},
	{name: "a unit of its own", replace: [2]string{"measure = \"oda\"\nat_least = 0.7\n", "measure = \"people\"\nat_least = 100000\n"}, measure: "people", members: `["FJO"]`,
		add: map[string]string{"data/dac/2020-04-16.csv": strings.TrimPrefix(table(people), "member,year,measure,value,status\n"),
			"data/units.toml": "[doses]\nplural = \"doses\"\nsymbol = \"d\"\n"}},
	{name: "a break", drawn: "change", members: `["ALP", "FJO"]`, add: map[string]string{"data/dac/notes.toml": "[[note]]\nmeasure = \"oda\"\nmembers = [\"ALP\"]\nfrom = 2017\nto = 2019\nkind = \"break\"\ntext = \"Counted otherwise.\"\n"}},
}

func (w world) files() map[string]string {
	files := maps.Clone(league)
	for name, text := range w.add {
		files[name] += text
	}
	if w.replace[0] != "" {
		files["data/guidelines.toml"] = strings.Replace(files["data/guidelines.toml"], w.replace[0], w.replace[1], 1)
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
func TestWorlds(t *testing.T) {
	var b bytes.Buffer
	for _, w := range worlds {
		fmt.Fprintf(&b, "# %s\n", w.name)
		v := load(t, w.files()).AsOf(civil.MustParse("2020-12-31"))
		for _, kind := range All.Names() {
			spec := "kind = \"" + kind + "\"\n"
			if kind == "revisions" || kind == "sources" {
				spec += "year = 2016\n"
			}
			c := w.say(&b, v, spec)
			w.say(&b, v, spec+"members = "+w.members+"\n")
			if slices.Contains(strings.Fields(w.drawn), kind) {
				name := strings.ReplaceAll(w.name, " ", "-") + "-" + kind
				golden(t, name+".wide.svg", lines(c.SVG(c.Wide())))
				golden(t, name+".narrow.svg", lines(c.SVG(c.Narrow())))
			}
		}
	}
	golden(t, "worlds.txt", b.Bytes())
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
	for _, cell := range c.Table.Rows[:min(1, len(c.Table.Rows))] {
		fmt.Fprint(b, "\n|")
		for _, cell := range cell {
			fmt.Fprintf(b, " %s |", cell.Text)
		}
	}
	fmt.Fprintln(b)
	if w.name == worlds[0].name && c.Explorable(v) {
		fs := c.Frames(v, func(*chart.Chart) []string { return nil })
		for _, f := range append(fs.Frames, fs.Periods...) {
			fmt.Fprintf(b, "> %d %d–%d %s: %s\n", f.Year, f.From, f.To, f.Known, f.Title)
		}
	}
	return c
}
