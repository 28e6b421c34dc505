package kind

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/golden"
	"burdenshare/internal/tomldoc"
)

// TestWorlds draws every kind of chart where a guideline is a ceiling or a band, where it is of money or of persons,
// where all meet it or nobody does; then where figures are missing, revised, estimates or of a year that is not over,
// where one member is unlike all others, and where the report has no guideline, price or measure for a chart. It holds
// what is said, or why there is no chart.
func TestWorlds(t *testing.T) {
	for _, name := range []string{"worlds.txtar", "situations.txtar"} {
		golden.CheckCases(t, name, func(c golden.Case) string { return worldOf(t, c).tour(t, c.Name) })
	}
}

// worlds returns those of an archive in testdata.
func worlds(t testing.TB, archive string) map[string]*world {
	t.Helper()
	all := map[string]*world{}
	for _, c := range golden.Cases(t, archive) {
		all[c.Name] = worldOf(t, c)
	}
	return all
}

// tour writes what every kind of chart says of a world.
func (w *world) tour(t *testing.T, name string) string {
	var b bytes.Buffer
	members := "members = " + tomldoc.QuoteList(w.Members) + "\n"
	for _, k := range All {
		if w.Kind != "" && w.Kind != k.Name {
			continue
		}
		spec := "kind = \"" + k.Name + "\"\n"
		if k == revisions || k == sources {
			spec += "year = 2016\n"
		}
		if k == growth && w.Terms.Measure == leagueTerms.Measure {
			spec += "measure = \"rise\"\n"
		}
		c, some := w.say(&b, spec), w.say(&b, spec+members)
		for _, drawn := range []*chart.Chart{c, some} {
			if drawn != nil {
				legible(t, name+", "+k.Name, drawn)
			}
		}
		highlight := "highlight = " + tomldoc.QuoteList(w.Members[:1])
		for _, more := range []string{highlight, "sort = \"name\"", "from = 2016\nto = 2017"} {
			if key, _, _ := strings.Cut(more, " "); w.Whole && slices.Contains(k.Keys, key) {
				w.say(&b, spec+more+"\n"+map[bool]string{true: members}[k.Named])
			}
		}
		if slices.Contains(w.Drawn, k.Name) {
			keep(t, strings.ReplaceAll(name, " ", "-")+"-"+k.Name, c)
		}
	}
	return b.String()
}

// say writes what a chart says, what its marks show and when else it can be shown. It returns the chart, if there is
// one.
func (w *world) say(b *bytes.Buffer, spec string) *chart.Chart {
	fmt.Fprintf(b, "\n%s\n", strings.ReplaceAll(strings.TrimSpace(spec), "\n", ", "))
	s, errs := parse(spec)
	c, more := All.Draw(w.today, w.Terms, british, s)
	for _, e := range append(errs, more...) {
		fmt.Fprintf(b, "! %s\n", strings.ReplaceAll(e.Error(), "\n", " "))
	}
	if c == nil {
		return nil
	}
	write(b, c, w.Whole)
	if w.Frames && c.Explorable(w.today) {
		fs := c.Frames(w.today, none, unsaid)
		for _, f := range append(fs.Frames, fs.Periods...) {
			fmt.Fprintf(b, "> %d %d–%d %s: %s\n", f.Year, f.From, f.To, f.Known, pooled(fs, f.Words)[0])
		}
	}
	return c
}

// write writes what a chart says and what its marks show, and its table or the beginning of that.
func write(b io.Writer, c *chart.Chart, whole bool) {
	fmt.Fprintln(b, strings.Join(wordsOf(c), "\n"))
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
