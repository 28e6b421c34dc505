package sheet

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"burdenshare/internal/diag"
)

// The limits for a workbook. Tables of figures are far smaller; a file that is not one must not fill the memory.
const (
	mostBytes = 64 << 20 // uncompressed
	mostCells = 400_000  // per sheet
)

// readWorkbook reads the visible sheets of a workbook.
func readWorkbook(file string, data []byte, errs *diag.List) (tables []*Table) {
	pos := diag.Pos{File: file}
	defer func() {
		if r := recover(); r != nil { // the library may panic on a damaged file
			tables = nil
			errs.Errorf(pos, "the workbook is damaged").
				Hint("open it in a spreadsheet program and save it again as .xlsx")
		}
	}()
	limits := excelize.Options{UnzipSizeLimit: mostBytes, UnzipXMLSizeLimit: mostBytes}
	f, err := excelize.OpenReader(bytes.NewReader(data), limits)
	if err != nil {
		hint := "open it in a spreadsheet program and save it again as .xlsx"
		if bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
			hint = "it may be locked by a password or be an old .xls file: save it again as .xlsx, without a password"
		}
		errs.Errorf(pos, "not a workbook that can be read").Hint("%s", hint)
		return nil
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			tables = append(tables, &Table{File: file, Name: name,
				Notes: []string{fmt.Sprintf("sheet %q is hidden and was not read", name)}})
			continue
		}
		w := &worksheet{f: f, t: &Table{File: file, Name: name}, styles: map[int]Style{}}
		if err := w.read(); err != nil {
			first, _, _ := strings.Cut(err.Error(), "\n")
			errs.Errorf(place(file, name, 0, 0), "the sheet cannot be read: %s", first)
			continue
		}
		tables = append(tables, w.t)
	}
	return tables
}

// A worksheet is a sheet that is being read.
type worksheet struct {
	f      *excelize.File
	t      *Table
	styles map[int]Style // by the workbook's index of a style

	raw, shown [][]string      // the cells as stored, and as shown
	merged     map[[2]int]bool // the cells of merged areas: whether it is the first, which has the content
	columns    []column
}

// A column is what is known of a column of a sheet that is being read.
type column struct{ hidden, noted bool }

func (w *worksheet) read() error {
	name := w.t.Name
	var err error
	if w.shown, err = w.f.GetRows(name); err != nil {
		return err
	}
	if w.raw, err = w.f.GetRows(name, excelize.Options{RawCellValue: true}); err != nil {
		return err
	}
	width, height := 0, max(len(w.shown), len(w.raw))
	for _, row := range slices.Concat(w.raw, w.shown) {
		width = max(width, len(row))
	}
	if width*height > mostCells {
		return fmt.Errorf("it has %d rows and %d columns", height, width)
	}
	if err = w.merge(height, width); err != nil {
		return err
	}
	w.columns = make([]column, width)
	for c := range w.columns {
		visible, err := w.f.GetColVisible(name, Letters(c+1))
		w.columns[c].hidden = err == nil && !visible
	}
	for r := range height {
		row, err := w.row(r)
		if err != nil {
			return err
		}
		w.t.Rows = append(w.t.Rows, row)
	}
	return nil
}

// row reads a row. The cells of hidden rows and columns stay empty, which is noted if there was something in them.
func (w *worksheet) row(r int) ([]Cell, error) {
	visible, err := w.f.GetRowVisible(w.t.Name, r+1)
	hidden := err == nil && !visible
	row := make([]Cell, len(w.columns))
	used := false
	for c := range row {
		pos := place(w.t.File, w.t.Name, r+1, c+1)
		row[c].Pos = pos
		at, column := [2]int{r, c}, &w.columns[c]
		wide, merged := w.merged[at]
		if merged && !wide {
			continue
		}
		if err := w.cell(&row[c], text(w.raw, r, c), text(w.shown, r, c)); err != nil {
			return nil, err
		}
		row[c].Wide = wide
		if row[c].Text == "" && row[c].Broken == "" {
			continue
		}
		used = true
		if column.hidden && !hidden && !column.noted {
			column.noted = true
			w.t.Notes = append(w.t.Notes, fmt.Sprintf("column %s is hidden and was not read", Letters(c+1)))
		}
		if hidden || column.hidden {
			row[c] = Cell{Pos: pos}
		}
	}
	if hidden && used {
		w.t.Notes = append(w.t.Notes, fmt.Sprintf("row %d is hidden and was not read", r+1))
	}
	return row, nil
}

func text(rows [][]string, r, c int) string {
	if r < len(rows) && c < len(rows[r]) {
		return rows[r][c]
	}
	return ""
}

// merge records the cells of merged areas.
func (w *worksheet) merge(height, width int) error {
	w.merged = map[[2]int]bool{}
	areas, err := w.f.GetMergeCells(w.t.Name, true)
	for _, m := range areas {
		c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil {
			continue
		}
		for r := r1; r <= min(r2, height); r++ {
			for c := c1; c <= min(c2, width); c++ {
				at := [2]int{r - 1, c - 1}
				_, covered := w.merged[at]
				w.merged[at] = r == r1 && c == c1 && !covered
			}
		}
	}
	return err
}

// cell reads one cell: raw is what is stored, text what is shown.
func (w *worksheet) cell(c *Cell, raw, text string) error {
	ref := reference(c.Pos.Line, c.Pos.Col)
	kind, err := w.f.GetCellType(w.t.Name, ref)
	if err != nil {
		return err
	}
	c.Text, c.Raw = shown(text), raw
	if formula, err := w.f.GetCellFormula(w.t.Name, ref); err == nil && formula != "" && raw == "" {
		c.Broken, c.Hint = "a formula that was never computed", "open the workbook in a spreadsheet program and save it"
		return nil
	}
	if kind == excelize.CellTypeError || slices.Contains(errorValues, c.Text) {
		c.Broken, c.Hint = "the error "+c.Text, "correct the sheet, or write .. where there is no figure"
		return nil
	}
	if c.Text == "" {
		return nil
	}
	c.Number = (kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber) && isNumber(raw)
	style, err := w.f.GetCellStyle(w.t.Name, ref)
	if err != nil {
		return err
	}
	if _, known := w.styles[style]; !known {
		w.styles[style] = 0
		if s, err := w.f.GetStyle(style); err == nil {
			w.styles[style] = styleOf(s.Font)
		}
	}
	c.Style = w.styles[style]
	if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		w.rich(c, ref)
	}
	return nil
}

// rich reads a text of several styles. Superscript digits are footnotes: as plain text they would become part of the
// number before them.
func (w *worksheet) rich(c *Cell, ref string) {
	runs, err := w.f.GetCellRichText(w.t.Name, ref)
	if err != nil || len(runs) < 2 {
		return // a plain text
	}
	var b strings.Builder
	all := Italic | Coloured
	for _, run := range runs {
		text := run.Text
		if run.Font != nil && run.Font.VertAlign == "superscript" {
			text = raised.Replace(text)
		}
		all &= styleOf(run.Font)
		b.WriteString(text)
	}
	c.Text, c.Style = shown(b.String()), all
}

// styleOf returns the distinguishing style of a font. The first four colours of a theme are those of text and
// background.
func styleOf(f *excelize.Font) (s Style) {
	if f == nil {
		return 0
	}
	if f.Italic {
		s |= Italic
	}
	plain := f.Color == "" || strings.HasSuffix(f.Color, "000000")
	if !plain || f.ColorTheme != nil && *f.ColorTheme > 3 {
		s |= Coloured
	}
	return s
}

var raised = strings.NewReplacer(strings.Fields(
	"0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ")...)

// errorValues lists what spreadsheet programs show where there is an error.
var errorValues = strings.Fields("#REF! #DIV/0! #VALUE! #NAME? #NUM! #N/A #NULL! #SPILL! #CALC! #GETTING_DATA")

const digits = "0123456789"

func isNumber(s string) bool {
	return strings.ContainsAny(s, digits) && strings.Trim(s, digits+"-+.Ee") == ""
}
