package importer_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"burdenshare/internal/importer"
	"burdenshare/internal/sheet"
)

// A book builds a workbook. Its first sheet has a header with the years 2017 and 2018 and two members.
type book struct {
	*excelize.File
	t testing.TB
}

const first = "Table 1"

func newBook(t testing.TB) *book {
	b := &book{excelize.NewFile(), t}
	b.must(b.SetSheetName("Sheet1", first))
	for ref, v := range map[string]any{"A1": "Country", "B1": 2017, "C1": "2018e", "A2": "United Kingdom", "B2": 2.1, "C2": 2.13, "A3": "Slovak Republic", "B3": 1.1, "C3": 1.2} {
		b.set(ref, v)
	}
	return b
}

func (b *book) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *book) set(ref string, v any) { b.t.Helper(); b.must(b.SetCellValue(first, ref, v)) }

// style sets the number format and slant of cells.
func (b *book) style(from, to, format string, italic bool) {
	b.t.Helper()
	s := &excelize.Style{Font: &excelize.Font{Italic: italic}}
	if format != "" {
		s.CustomNumFmt = &format
	}
	id, err := b.NewStyle(s)
	b.must(err)
	b.must(b.SetCellStyle(first, from, to, id))
}

func (b *book) bytes() string {
	b.t.Helper()
	var buf bytes.Buffer
	b.must(b.Write(&buf))
	return buf.String()
}

// TestWorkbook covers features of spreadsheets: what is shown counts, and what cannot be trusted is reported with the
// name of the cell.
func TestWorkbook(t *testing.T) {
	d := dataOf(t)
	const plain = "GBR,2017,share,2.1,actual; GBR,2018,share,2.13,estimate; SVK,2017,share,1.1,actual; SVK,2018,share,1.2,estimate"
	for _, c := range []struct {
		what    string
		edit    func(b *book)
		options importer.Options
		request importer.Request
		want    string // the figures
		finding string // the errors; with figures, the warnings
		aside   string // what was not read
	}{
		{what: "as it is", edit: func(*book) {}, want: plain},
		{what: "a year with a digit too many", edit: func(b *book) { b.set("C1", 20180) }, finding: `b.xlsx:Table 1!A1: no table of figures in b.xlsx, sheet "Table 1"
	hint: a table has a row of years above rows of members, a row of members above rows of years, or columns for member, year and value (-column member=HEADING names one); for a table of one year add -year 2016`},
		{what: "digits as shown, not as stored", edit: func(b *book) { b.set("B2", 2.0951); b.style("B2", "C3", "0.00", false) },
			want: "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,estimate; SVK,2017,share,1.10,actual; SVK,2018,share,1.20,estimate"},
		{what: "a share of one, shown as a percentage", edit: func(b *book) { b.set("B2", 0.02104); b.style("B2", "B2", "0.00%", false) },
			want: strings.Replace(plain, "2017,share,2.1,", "2017,share,2.10,", 1)},
		{what: "a share of one, rounded", request: importer.Request{Measure: "share", Decimals: new(int)}, edit: func(b *book) { b.set("B2", 0.02104); b.set("B3", 0.016); b.style("B2", "B3", "0.00%", false) },
			want: "GBR,2017,share,2,actual; GBR,2018,share,2,estimate; SVK,2017,share,2,actual; SVK,2018,share,1,estimate"},
		{what: "years with a comma", edit: func(b *book) { b.style("B1", "C1", "#,##0", false) }, want: plain},
		{what: "thousands", request: importer.Request{Measure: "usd"}, edit: func(b *book) {
			for ref, v := range map[string]float64{"B2": 59100.4, "B3": 1499.6, "C3": 900} {
				b.set(ref, v)
			}
			b.set("C2", 61000)
			b.style("B2", "C3", "#,##0", false)
		}, want: "GBR,2017,usd,59100,actual; GBR,2018,usd,61000,estimate; SVK,2017,usd,1500,actual; SVK,2018,usd,900,estimate"},
		{what: "a format that divides by thousands", edit: func(b *book) { b.set("B2", 2100); b.style("B2", "B2", "0.0,", false) },
			finding: "b.xlsx:Table 1!B2: the number 2100 is shown as \""},
		{what: "a day for a figure", edit: func(b *book) { b.set("B2", time.Date(2017, 3, 15, 0, 0, 0, 0, time.UTC)) },
			finding: "b.xlsx:Table 1!B2: the number 42809 is shown as \""},
		{what: "an error value", edit: func(b *book) { b.set("C3", "#REF!") },
			finding: "b.xlsx:Table 1!C3: the error #REF! where a figure is expected\n\thint: correct the sheet, or write .. where there is no figure"},
		{what: "a formula that was worked out", edit: func(b *book) { b.must(b.SetCellFormula(first, "C3", "1+0.2")); b.set("C3", 1.2) }, want: plain},
		{what: "a formula that was not", edit: func(b *book) {
			b.must(b.SetCellValue(first, "C3", nil))
			b.must(b.SetCellFormula(first, "C3", "1+0.2"))
		}, finding: "b.xlsx:Table 1!C3: a formula that was never computed where a figure is expected\n\thint: open the workbook in a spreadsheet program and save it"},
		{what: "merged figures", edit: func(b *book) { b.must(b.MergeCell(first, "B3", "C3")) },
			finding: "b.xlsx:Table 1!B3: \"1.1\" is in merged cells, so its year is not certain\n\thint: split the cells and write the figure into a cell of its own"},
		{what: "a merged title", edit: func(b *book) {
			b.must(b.InsertRows(first, 1, 1))
			b.set("A1", "Share in 2017 and 2018")
			b.must(b.MergeCell(first, "A1", "C1"))
		}, want: plain},
		{what: "a hidden row", edit: func(b *book) { b.must(b.SetRowVisible(first, 3, false)) },
			want: "GBR,2017,share,2.1,actual; GBR,2018,share,2.13,estimate", aside: "b.xlsx: row 3 is hidden and was not read"},
		{what: "a hidden column", edit: func(b *book) { b.must(b.SetColVisible(first, "B", false)) },
			want: "GBR,2018,share,2.13,estimate; SVK,2018,share,1.2,estimate", aside: "b.xlsx: column B is hidden and was not read"},
		{what: "a hidden sheet", edit: func(b *book) {
			_, err := b.NewSheet("Old")
			b.must(err)
			b.must(b.SetCellValue("Old", "A1", "x"))
			b.must(b.SetSheetVisible("Old", false))
		}, want: plain, aside: "b.xlsx: sheet \"Old\" is hidden and was not read"},
		{what: "italics that may be estimates", edit: func(b *book) { b.style("B3", "B3", "", true) }, want: plain,
			finding: "b.xlsx:Table 1!B3: warning: 1 figure in italics, which often marks estimates; it is taken as actual\n\thint: add -italic if they are estimates"},
		{what: "italics that are estimates", edit: func(b *book) { b.style("B3", "B3", "", true) }, options: importer.Options{Style: sheet.Italic},
			want: strings.Replace(plain, "1.1,actual", "1.1,estimate", 1)},
		{what: "a raised digit behind a figure", edit: func(b *book) {
			b.must(b.SetCellRichText(first, "C2", []excelize.RichTextRun{{Text: "2.13"}, {Text: "1", Font: &excelize.Font{VertAlign: "superscript"}}}))
		}, want: plain},
		{what: "a raised digit behind a name", edit: func(b *book) {
			b.must(b.SetCellRichText(first, "A3", []excelize.RichTextRun{{Text: "Slovakia"}, {Text: "12", Font: &excelize.Font{VertAlign: "superscript"}}}))
		}, want: plain},
		{what: "a year in the form of a number", edit: func(b *book) { b.style("B1", "B1", "#,##0", false) }, want: plain},
		{what: "a text for a number", edit: func(b *book) { b.set("C2", "2.13 e"); b.set("B3", "1.1*") }, want: plain},
		{what: "an unknown member", edit: func(b *book) { b.set("A3", "Slovak Republik") },
			finding: "b.xlsx:Table 1!A3: unknown member \"Slovak Republik\"\n\thint: did you mean Slovakia? then add -as \"Slovak Republik=SVK\", or add the name to the aliases in data/members.csv; -skip \"Slovak Republik\" leaves it out"},
		{what: "beyond column Z", edit: func(b *book) { b.set("AB2", 7) }, finding: "b.xlsx:Table 1!AB2: \"7\" is not under a year\n\thint: the row has more cells than its header: a decimal comma has split a cell, or a heading is missing"},
		{what: "true for a figure", edit: func(b *book) { b.set("B2", true) }, finding: "b.xlsx:Table 1!B2: \"TRUE\" is not a figure"},
		{what: "a sheet by number", edit: func(*book) {}, request: importer.Request{Measure: "share", Sheet: "1"}, want: plain},
		{what: "a sheet that does not exist", edit: func(*book) {}, request: importer.Request{Measure: "share", Sheet: "Table 3"},
			finding: "b.xlsx: no sheet \"Table 3\"\n\thint: add -sheet (sheet= in -table) with its number or a part of its name:\n\t      1  Table 1"},
		{what: "two sheets, none chosen", edit: func(b *book) {
			_, err := b.NewSheet("Table 2")
			b.must(err)
			b.must(b.SetCellValue("Table 2", "A1", "x"))
		}, finding: "b.xlsx: 2 sheets: choose one\n\thint: add -sheet (sheet= in -table) with its number or a part of its name:\n\t      1  Table 1\n\t      2  Table 2"},
	} {
		b := newBook(t)
		c.edit(b)
		r := reading{file: "some/b.xlsx", src: b.bytes(), options: c.options}
		if c.request != (importer.Request{}) {
			r.requests = []importer.Request{c.request}
		}
		in, _, errs := r.read(t, d)
		found := strings.ReplaceAll(errs.Error(), "some/", "")
		if !strings.HasPrefix(found, c.finding) || c.finding == "" && found != "" {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, found, c.finding)
		}
		if errs.Failed() {
			if c.want != "" {
				t.Errorf("%s: no figures", c.what)
			}
			continue
		}
		if got := rows(in); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, got, c.want)
		}
		if c.aside != "" && !strings.Contains(strings.Join(in.Unread, "\n"), c.aside) {
			t.Errorf("%s: not reported as unread: %q", c.what, in.Unread)
		}
		b.must(b.Close())
	}
}
