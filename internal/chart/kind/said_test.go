package kind

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
)

// A world is the league with something otherwise. A case in testdata has lines "add"ed to a file, a pattern in one
// "edit"ed and, in the part "with", what else is otherwise.
type world struct {
	Day     string
	Terms   dataset.Terms
	Pledged bool // guidelines were agreed within the years of the figures
	Whole   bool // tables are written too; a tour has charts in another order and with a member pointed out as well
	Frames  bool // a tour has the titles at other times

	Kind    string   // of the charts of a tour; "" for all
	Members []string // of the charts with a choice
	Drawn   []string // the kinds whose drawings are kept in testdata

	Charts map[string]string // that are kept in testdata, as blocks on a line
	Timed  []string          // of them, those that are kept as they are at other times too

	files map[string]string
	today *dataset.Vintage
}

func worldOf(t testing.TB, c golden.Case) *world {
	t.Helper()
	w := &world{Day: "2020-12-31", Terms: leagueTerms, files: maps.Clone(league)}
	for _, p := range c.Parts {
		switch does, file, _ := strings.Cut(p.Name, " "); does {
		case "add":
			w.files[file] += string(p.Data)
		case "edit":
			from, to := golden.Edit(t, p)
			was := w.files[file]
			if w.files[file] = regexp.MustCompile(from).ReplaceAllString(was, to); w.files[file] == was {
				t.Errorf("%s: %q is not in %s", c.Name, from, file)
			}
		case "with":
			if _, err := toml.Decode(string(p.Data), w); err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
		}
	}
	if w.Pledged {
		w.files["data/guidelines.toml"] += pledges(t)
	}
	w.today = load(t, w.files).AsOf(civil.MustParse(w.Day))
	return w
}

// TestSaid holds what charts and tables say, and what editors read of those that cannot be. A block begins on line 10 of
// an article.
func TestSaid(t *testing.T) {
	for _, name := range []string{"said.txtar", "errors.txtar"} {
		golden.CheckCases(t, name, func(c golden.Case) string {
			w, kinds, block := worldOf(t, c), All, c.Part("chart")
			if block == "" {
				kinds, block, w.Whole = Tables, c.Part("table"), true
			}
			s, errs := kinds.ParseSpec(diag.Pos{File: "a.md", Line: 10, Col: 1}, []byte(block))
			var said []string
			if !errs.Failed() {
				drawn, more := Every.Draw(w.today, w.Terms, british, s)
				if errs.Add(more...); drawn != nil {
					said = wordsOf(drawn)
					if w.Whole {
						said = append(said, rowsOf(drawn.Table)...)
					}
				}
			}
			if len(errs) > 0 {
				said = append(said, errs.Error())
			}
			return strings.Join(said, "\n") + "\n"
		})
	}
}

// rowsOf returns the lines of a table. Behind a number is an "e" if it is marked as an estimate, and a "?" if it is not
// that of its mark.
func rowsOf(table chart.Table) []string {
	var heads []string
	for _, h := range table.Columns {
		heads = append(heads, h.Name)
	}
	lines := []string{strings.Join(heads, " | ")}
	for _, row := range table.Rows {
		var cells []string
		for _, cell := range row {
			text := cell.Text
			if k := cell.Mark; k != nil && !cell.Header {
				if k.Unlike {
					text += "e"
				}
				if k.Year == 0 || k.Value.Plain() != strings.NewReplacer(",", "", "−", "-").Replace(cell.Text) {
					text += "?"
				}
			}
			cells = append(cells, text)
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return lines
}

// wordsOf returns what is said of a chart, as frames hold it.
func wordsOf(c *chart.Chart) []string { return slices.Concat([]string{c.Title, c.Subtitle}, c.Summary) }
