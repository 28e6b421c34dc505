package export

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
	"burdenshare/templates"
)

// formulas are texts that a spreadsheet would work out, or that are no XML.
var formulas = []string{
	"=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", `=HYPERLINK("https://evil.example","x")`, "\t=1", "\r=1", "＝1+1",
	"<f>1</f>", "]]>", "&amp;", "Türkiye", "2.50", " lead and trail ", "a\nb",
}

func hostileSheets() []sheet {
	t := &table{columns: []column{{"=name", false}, {"year", true}, {"value", true}}}
	for _, text := range formulas {
		t.rows = append(t.rows, []string{text, "2016", "2.50"})
	}
	t.rows = append(t.rows, []string{"", "2017", "-0.4"}, []string{"none", "", ""})
	return []sheet{{"dac share_of_income_with_a_long_name", t}, {"DAC share_of_income_with_a_long_name 2", t}, {"a/b:c*?", t}}
}

// TestWorkbook holds that texts stay texts, numbers are numbers with their
// decimals, and that the same tables are the same bytes.
func TestWorkbook(t *testing.T) {
	props := &excelize.DocProperties{Title: "T", Created: "2020-04-16T00:00:00Z", Modified: "2020-04-16T00:00:00Z"}
	data, err := encodeWorkbook(props, hostileSheets())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 { // sheets are in a map
		if again, err := encodeWorkbook(props, hostileSheets()); err != nil || !bytes.Equal(again, data) {
			t.Fatalf("the same tables make other bytes (%v)", err)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	names := f.GetSheetList()
	if want := []string{"dac share_of_income_with_a_long", "DAC share_of_income_with_a_lo 2", "a-b-c--"}; !slices.Equal(names, want) {
		t.Errorf("the sheets are %q, want %q", names, want)
	}
	for _, name := range names {
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil || len(rows) != len(formulas)+3 {
			t.Fatalf("%s: %d rows (%v)", name, len(rows), err)
		}
		for i, want := range append([]string{"=name"}, formulas...) {
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			formula, _ := f.GetCellFormula(name, at)
			kind, _ := f.GetCellType(name, at)
			if rows[i][0] != want || formula != "" || kind != excelize.CellTypeInlineString {
				t.Errorf("%s %s is %q, formula %q, type %v; want the text %q", name, at, rows[i][0], formula, kind, want)
			}
		}
		for column, want := range map[string]float64{"A": 40, "B": 10} { // two more than the longest text
			if width, err := f.GetColWidth(name, column); width != want {
				t.Errorf("%s: column %s is %v wide (%v), want %v", name, column, width, err, want)
			}
		}
		last := len(formulas) + 2
		for _, c := range []struct{ at, shown string }{{"B2", "2016"}, {"C2", "2.50"}, {fmt.Sprint("C", last), "-0.4"}} {
			shown, _ := f.GetCellValue(name, c.at)
			if kind, _ := f.GetCellType(name, c.at); shown != c.shown || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
				t.Errorf("%s %s shows %q, type %v; want the number %s", name, c.at, shown, kind, c.shown)
			}
		}
	}
}

// TestSheets holds that sheets have names in a language, and that the first of a member's workbook explains the others.
func TestSheets(t *testing.T) {
	golden.CheckLines(t, "sheets.txt", func(lang string) string {
		s := &Export{Report: &report.Report{Inputs: report.Inputs{Catalog: golden.Must(i18n.Load(templates.FS, templates.FS, lang))}}}
		bulk := s.named([]sheet{{name: "figures"}, {name: "members"}, {name: "measures"}, {name: "notes"}})
		said := strings.Join(sheetNames(bulk), ", ")
		series := func(name string) pages.RecordSeries {
			return pages.RecordSeries{Measure: &dataset.Measure{ID: "a_code", Name: name}, Title: "DAC: " + name + " (%)"}
		}
		all := []pages.RecordSeries{series("Aid as a share of the income of all"), series("Aid / person")}
		for _, sh := range s.vintageSheets(all) {
			said += fmt.Sprintf("\n%s: %q", sh.name, append(sh.rows, []string{sh.columns[0].name}))
		}
		return said
	})
}
