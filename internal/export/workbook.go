package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zip"
	"github.com/xuri/excelize/v2"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// workbookVersion is part of the name of a kept workbook: it changes with how workbooks are made.
const workbookVersion = "workbook 4\n"

// A sheet is a table in a workbook.
type sheet struct {
	name string
	*table
}

// workbook returns tables as an XLSX file, kept from an earlier build where
// one has made it; in a check nothing, or their text.
func (s *Export) workbook(title string, sheets []sheet) ([]byte, error) {
	if s.Check && !s.Compared {
		return nil, nil
	}
	key := bytes.NewBufferString(workbookVersion + title)
	for _, sh := range sheets {
		key.WriteString("\n" + sh.name + "\n")
		key.Write(sh.csv())
	}
	if s.Check {
		key.WriteString(s.Config.Title) // and not the day of the newest release, which every workbook has
		return key.Bytes(), nil
	}
	props := &excelize.DocProperties{Title: title, Creator: s.Config.Title, LastModifiedBy: s.Config.Title,
		Created: timestamp(s.NewestDay()), Modified: timestamp(s.NewestDay())}
	key.WriteString("\n" + props.Creator + props.Created)
	return s.Paintings.Get(key.Bytes(), func() ([]byte, error) { return encodeWorkbook(props, sheets) })
}

// named gives tables that have the names of their files those of sheets, in the language of the report.
func (s *Export) named(tables []sheet) []sheet {
	return lists.Each(tables, func(t sheet) sheet { return sheet{s.Catalog.Message("data.sheet." + t.name), t.table} })
}

// encodeWorkbook writes a workbook whose bytes follow from its tables.
func encodeWorkbook(props *excelize.DocProperties, sheets []sheet) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &orderedZip{w, map[string]*bytes.Buffer{}} })
	names := sheetNames(sheets)
	errs := []error{f.SetDocProps(props), f.SetSheetName(f.GetSheetName(0), names[0])}
	for i, name := range names {
		_, err := f.NewSheet(name) // the first is there already
		errs = append(errs, err, sheets[i].stream(f, name))
	}
	var b bytes.Buffer
	errs = append(errs, f.Write(&b))
	return b.Bytes(), errors.Join(errs...)
}

// stream writes the table to a sheet. A cell of a column of numbers is a number with the decimals it was published
// with, any other is a text, also where it looks like a formula.
func (t *table) stream(f *excelize.File, name string) error {
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	head := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := w.SetPanes(&head); err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for i := len(t.columns); i > 0; i-- { // each is written before the others
		if err := w.SetColWidth(i, i, t.width(i-1)); err != nil {
			return err
		}
	}
	line := lists.Each(t.columns, func(c column) any { return excelize.Cell{StyleID: bold, Value: c.name} })
	if err := w.SetRow("A1", line); err != nil {
		return err
	}
	styles := decimalStyles{f, map[int]int{}}
	for r, row := range t.rows {
		for i, text := range row {
			if line[i], err = styles.cell(text, t.columns[i].number); err != nil {
				return err
			}
		}
		if err := w.SetRow("A"+strconv.Itoa(r+2), line); err != nil {
			return err
		}
	}
	return w.Flush()
}

// width returns the width in characters at which a column shows its texts, up to a width that leaves others in sight.
func (t *table) width(column int) float64 {
	const least, most = 8, 50
	longest := utf8.RuneCountInString(t.columns[column].name)
	for _, row := range t.rows {
		longest = max(longest, utf8.RuneCountInString(row[column]))
	}
	return float64(min(max(longest, least), most) + 2)
}

// decimalStyles are the formats of numbers by how many decimals they have.
type decimalStyles struct {
	file *excelize.File
	made map[int]int
}

// cell returns the cell of a text: nil if it is empty, a number where it may be one.
func (d decimalStyles) cell(text string, number bool) (any, error) {
	if text == "" {
		return nil, nil
	}
	if number {
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			style, err := d.of(text)
			return excelize.Cell{StyleID: style, Value: v}, err
		}
	}
	return text, nil
}

func (d decimalStyles) of(text string) (int, error) {
	n := dataset.DecimalsOf(text)
	if id, ok := d.made[n]; ok {
		return id, nil
	}
	format := "0"
	if n > 0 {
		format += "." + strings.Repeat("0", n)
	}
	id, err := d.file.NewStyle(&excelize.Style{CustomNumFmt: &format})
	d.made[n] = id
	return id, err
}

// longestSheetName is how many characters the name of a sheet may have.
const longestSheetName = 31

var acceptable = strings.NewReplacer("/", "-", `\`, "-", "[", "(", "]", ")", ":", "-", "*", "-", "?", "-", "'", "’")

// sheetName returns a name that spreadsheets accept: the first words of a text, of at most longestSheetName characters.
func sheetName(text string) string {
	letters := []rune(acceptable.Replace(text))
	if len(letters) <= longestSheetName {
		return string(letters)
	}
	text = string(letters[:longestSheetName+1])
	if i := strings.LastIndex(text, " "); i > longestSheetName/2 {
		return text[:i]
	}
	return string(letters[:longestSheetName])
}

// sheetNames returns the names of sheets, each once.
func sheetNames(sheets []sheet) (names []string) {
	for i, sh := range sheets {
		name := sheetName(sh.name)
		if slices.ContainsFunc(names, func(other string) bool { return strings.EqualFold(other, name) }) || name == "" {
			end := " " + strconv.Itoa(i+1)
			letters := []rune(name)
			name = string(letters[:min(longestSheetName-len(end), len(letters))]) + end
		}
		names = append(names, name)
	}
	return names
}

// An orderedZip writes an archive in the order of its names: excelize has the
// sheets of a workbook in the order of a map.
type orderedZip struct {
	w     io.Writer
	files map[string]*bytes.Buffer
}

func (z *orderedZip) Create(name string) (io.Writer, error) {
	z.files[name] = &bytes.Buffer{}
	return z.files[name], nil
}

// AddFS is not needed to write workbooks.
func (z *orderedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the archive, without times.
func (z *orderedZip) Close() error {
	archive := zip.NewWriter(z.w)
	for _, name := range slices.Sorted(maps.Keys(z.files)) {
		w, err := archive.Create(name)
		if err == nil {
			_, err = w.Write(z.files[name].Bytes())
		}
		if err != nil {
			return err
		}
	}
	return archive.Close()
}

// figuresWorkbook is the workbook of all figures that may be passed on, with the tables that explain their codes.
const figuresWorkbook = "data/figures.xlsx"

// Workbook adds the workbook of all figures, made from the files of data/.
func (s *Export) Workbook(bulk map[string][]byte, files *Files) {
	files.Group([]string{figuresWorkbook}, []byte{}, func() {
		rows, _ := csv.NewReader(bytes.NewReader(bulk["data/figures.csv"])).ReadAll() // it was written by this program
		sheets := append([]sheet{{"figures", s.tableOf("figures", rows[1:])}}, s.codeTables()...)
		data, err := s.workbook(s.Catalog.Message("data.dataset", "site", s.Config.Title), s.named(sheets))
		files.picture(figuresWorkbook, data, err)
	})
}
