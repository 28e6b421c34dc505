package release

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"burdenshare/internal/golden"
	"burdenshare/internal/lists"
)

// report is a whole report with the editions of a dozen years.
var report = filepath.Join("..", "..", "..", "testdata", "report")

// A printing is a release laid out again as its publisher has it: title rows, years across with an e for estimates,
// several blocks under one head, names with footnote marks, and notes at the foot.
type printing struct {
	names   [][]string // codes and names, in the order of rows
	sheets  []printedSheet
	figures map[string]map[string]string // by measure, and by member and year
	status  map[int]bool                 // estimates
	years   []int
}

type printedSheet struct {
	name   string
	blocks []printedBlock
	repeat bool // the head stands above each block
}

type printedBlock struct{ heading, measure string }

// asPrinted are the codes and names of members as the tables have them, in their order.
func asPrinted(t *testing.T) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(golden.Read(t, "testdata/printed-names.csv"))).ReadAll()
	golden.OK(t, err)
	return rows[1:]
}

// table returns the rows of a table of the report's data, without its head.
func table(t *testing.T, name ...string) [][]string {
	t.Helper()
	file := golden.Read(t, filepath.Join(append([]string{report, "data"}, name...)...))
	rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	golden.OK(t, err)
	return rows[1:]
}

func readPrinting(t *testing.T, day string) *printing {
	t.Helper()
	p := &printing{names: asPrinted(t), figures: map[string]map[string]string{}, status: map[int]bool{}}
	for _, r := range table(t, "norda", day+".csv") {
		year, err := strconv.Atoi(r[1])
		golden.OK(t, err)
		if p.figures[r[2]] == nil {
			p.figures[r[2]] = map[string]string{}
		}
		p.figures[r[2]][r[0]+r[1]] = r[3]
		p.status[year] = r[4] == "estimate"
		p.years = lists.With(p.years, year)
	}
	slices.Sort(p.years)
	for _, s := range []printedSheet{
		{"Table 2", []printedBlock{{"Current prices and exchange rates", "spent_current"}, {"2015 prices and exchange rates", "spent_constant"}}, false},
		{"Table 3", []printedBlock{{"Share of real income (%)", "share_of_income"}, {"Annual real change (%)", "real_growth"}}, false},
		{"Table 5", []printedBlock{{"Current prices", "income_current"}, {"2015 prices", "income_constant"}}, true},
		{"Table 7a", []printedBlock{{"Equipment (b)", "gear_share"}, {"Personnel (a)", "payroll_share"}}, true},
	} {
		s.blocks = slices.DeleteFunc(s.blocks, func(b printedBlock) bool { return p.figures[b.measure] == nil })
		p.sheets = append(p.sheets, s)
	}
	return p
}

// lines lays a sheet out as rows of cells; put writes a figure.
func (p *printing) lines(s printedSheet, put func(text string) string) [][]string {
	head := []string{""}
	for _, y := range p.years {
		label := fmt.Sprint(y)
		if p.status[y] {
			label += "e"
		}
		head = append(head, label)
	}
	rows := [][]string{{s.name + " : Defence expenditure"}, {"(in the units below; financial years)"}, {}}
	if !s.repeat {
		rows = append(rows, head)
	}
	for _, b := range s.blocks {
		rows = append(rows, []string{"", "", b.heading})
		if s.repeat {
			rows = append(rows, head)
		}
		for _, m := range p.names {
			row := []string{m[1]}
			held := false
			for _, y := range p.years {
				text, ok := p.figures[b.measure][m[0]+fmt.Sprint(y)]
				if ok {
					row, held = append(row, put(text)), true
				} else {
					row = append(row, "..")
				}
			}
			if held || m[0] == "ISM" { // aggregates without figures have no row
				rows = append(rows, row)
			}
		}
		rows = append(rows, []string{})
	}
	return append(rows, []string{"Notes: figures for the last two years are estimates; 2014, 2015 and so on are calendar years."},
		[]string{"* From the year each joined.", "", "(1) See 2.07 in the text."}, []string{"(a) Pensions included."})
}

func grouped(text, sep string) string {
	whole, frac, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + sep + whole[i:]
	}
	if point {
		whole += "." + frac
	}
	if strings.HasPrefix(text, "-") {
		whole = "-" + whole
	}
	return whole
}

// workbook makes an XLSX file: figures are the workbook's numbers, shown with
// as many decimals as are printed and holding more, some of them texts.
func (p *printing) workbook(t *testing.T, file string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	two, whole := "0.00", "#,##0"
	percent, err := f.NewStyle(&excelize.Style{CustomNumFmt: &two, Font: &excelize.Font{Italic: false}})
	golden.OK(t, err)
	dollars, err := f.NewStyle(&excelize.Style{CustomNumFmt: &whole})
	golden.OK(t, err)
	for i, s := range p.sheets {
		_, err := f.NewSheet(s.name)
		golden.OK(t, err)
		rows := p.lines(s, func(text string) string { return text })
		golden.OK(t, f.MergeCell(s.name, "A1", "H1"))
		for r, row := range rows {
			for c, text := range row {
				ref, err := excelize.CoordinatesToCellName(c+1, r+1)
				golden.OK(t, err)
				number, isNumber := strconv.ParseFloat(text, 64)
				switch {
				case text == "":
				case isNumber != nil || c == 0:
					golden.OK(t, f.SetCellStr(s.name, ref, text))
				case len(text) == 4 && text[:2] == "20" && row[0] == "":
					golden.OK(t, f.SetCellInt(s.name, ref, int64(number)))
				case (r+c)%11 == 0:
					golden.OK(t, f.SetCellStr(s.name, ref, grouped(text, ",")+"*"))
				case strings.Contains(text, "."):
					golden.OK(t, f.SetCellFloat(s.name, ref, number+0.0013, -1, 64))
					golden.OK(t, f.SetCellStyle(s.name, ref, ref, percent))
				default:
					golden.OK(t, f.SetCellFloat(s.name, ref, number-0.21, -1, 64))
					golden.OK(t, f.SetCellStyle(s.name, ref, ref, dollars))
				}
			}
			if len(row) == 3 && row[0] == "" { // the block's heading stands over the figures
				from, _ := excelize.CoordinatesToCellName(3, r+1)
				to, _ := excelize.CoordinatesToCellName(8, r+1)
				golden.OK(t, f.MergeCell(s.name, from, to))
			}
		}
		if i == 0 {
			golden.OK(t, f.DeleteSheet("Sheet1"))
		}
	}
	golden.OK(t, f.SaveAs(file))
}

// text makes a CSV file of all sheets, one below the other.
func (p *printing) text(t *testing.T, file string, comma rune, put func(string) string) {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	for _, s := range p.sheets {
		for _, row := range p.lines(s, put) {
			for len(row) < 12 && comma != ',' {
				row = append(row, "")
			}
			golden.OK(t, w.Write(row))
		}
	}
	w.Flush()
	golden.Write(t, file, b.String())
}

// without copies a report's data to a folder, as if a release had not been
// published, and gives source.toml as it was before.
func without(t *testing.T, root, source, day string) string {
	t.Helper()
	golden.OK(t, os.CopyFS(filepath.Join(root, "data"), os.DirFS(filepath.Join(report, "data"))))
	golden.Write(t, filepath.Join(root, "config.toml"), string(golden.Read(t, filepath.Join(report, "config.toml"))))
	file := filepath.Join(root, "data", source, "source.toml")
	text := golden.Read(t, file)
	entries := strings.Split(string(text), "[[release]]\n")
	entries = slices.DeleteFunc(entries, func(e string) bool { return strings.HasPrefix(e, "date = "+day) })
	before := strings.TrimRight(strings.Join(entries, "[[release]]\n"), "\n") + "\n"
	golden.Write(t, file, before)
	golden.OK(t, os.Remove(filepath.Join(root, "data", source, day+".csv")))
	_ = os.Remove(filepath.Join(root, "data", source, "notes.toml")) // a note names the release; not every source has some
	return before
}

// TestWholeRelease lays two whole releases out as tables, as a workbook and as CSV in two styles, and imports them: the
// file must be the release's own, byte for byte.
func TestWholeRelease(t *testing.T) {
	for _, day := range []string{"2024-06-17", "2026-07-07"} {
		p := readPrinting(t, day)
		want := golden.Read(t, filepath.Join(report, "data", "norda", day+".csv"))
		for _, form := range []string{"xlsx", "commas", "semicolons"} {
			t.Run(day+" "+form, func(t *testing.T) {
				root := t.TempDir()
				before := without(t, root, "norda", day)
				file := filepath.Join(root, "printed.csv")
				switch form {
				case "xlsx":
					file = filepath.Join(root, "printed.xlsx")
					p.workbook(t, file)
				case "commas":
					p.text(t, file, ',', func(s string) string { return strings.ReplaceAll(grouped(s, ","), "-", "−") })
				case "semicolons":
					p.text(t, file, ';', func(s string) string {
						s = strings.ReplaceAll(grouped(s, "\u2009"), ".", ",")
						if rest, ok := strings.CutPrefix(s, "-"); ok {
							s = "(" + rest + ")"
						}
						return s
					})
				}
				args := []string{"-root", root, "-source", "norda", "-released", day, "-strict", "-title", "A \"new\" release", "-url", "https://example.org/", "-price-year", "2015"}
				number := 0
				for _, s := range p.sheets {
					for _, b := range s.blocks {
						number++
						table := fmt.Sprintf("block=%d,measure=%s", number, b.measure)
						if form == "xlsx" {
							table = fmt.Sprintf("sheet=%s,block=%s,measure=%s", s.name, b.heading, b.measure)
						}
						args = append(args, "-table", table)
					}
				}
				status, stdout, stderr := golden.Run(Run, append(args, file)...)
				audited := strings.Count(stderr, "disagrees with") // what the notes, which are gone, answered
				if status != 0 || strings.Count(stderr, "warning: ") != audited || audited == 0 {
					t.Fatalf("status %d\n%s\n%s", status, stderr, stdout)
				}
				got := golden.Read(t, filepath.Join(root, "data", "norda", day+".csv"))
				if !bytes.Equal(got, want) {
					t.Errorf("the file differs: %s", firstDifference(string(got), string(want)))
				}
				after := golden.Read(t, filepath.Join(root, "data", "norda", "source.toml"))
				entry := "\n[[release]]\ndate = " + day + "\ntitle = \"A \\\"new\\\" release\"\nurl = \"https://example.org/\"\nprice_year = 2015\n"
				if string(after) != before+entry {
					t.Errorf("source.toml ends %q", after[len(after)-200:])
				}
				for i, line := range strings.Split(stdout, "\n") {
					if n := len([]rune(line)); n > width && !strings.Contains(line, root) {
						t.Errorf("line %d of the output has %d characters: %s", i+1, n, line)
					}
				}
			})
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: got %q, want %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
