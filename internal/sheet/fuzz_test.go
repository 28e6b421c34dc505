package sheet_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"burdenshare/internal/sheet"
)

// FuzzRead reads tables and workbooks of any bytes: it must not panic, and each error must have a place.
func FuzzRead(f *testing.F) {
	w := excelize.NewFile()
	_ = w.SetCellValue("Sheet1", "A1", "member")
	_ = w.SetCellValue("Sheet1", "B2", 2.16)
	_ = w.SetCellFormula("Sheet1", "C2", "=B2*2")
	_ = w.MergeCell("Sheet1", "A3", "C3")
	var book bytes.Buffer
	if err := w.Write(&book); err != nil {
		f.Fatal(err)
	}
	f.Add("a.xlsx", book.Bytes())
	f.Add("a.csv", []byte("member;2016\nEST;2,16\n"))
	f.Add("a.tsv", []byte("\ufeffmember\t2016\r\n\"EST\t2.16\n"))
	f.Add("a.txt", []byte("a,b\n=1+1,\"x\ny\""))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		tables, errs := sheet.Read(name, data)
		for _, e := range sheet.Printed(errs) {
			if e.Pos.File == "" && name != "" || e.Msg == "" {
				t.Errorf("%v has no place", e)
			}
		}
		for _, table := range tables {
			for _, row := range table.Rows {
				for _, c := range row {
					_ = table.String() + sheet.Place(c.Pos) + sheet.Within(c.Pos)
				}
			}
		}
	})
}
