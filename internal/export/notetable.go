package export

import (
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/pages"
)

// noteIDs names the notes of a figure in a file: separated by spaces.
func noteIDs(f *dataset.Figure) string {
	var ids []string
	for _, n := range f.Notes() {
		ids = append(ids, n.ID)
	}
	return strings.Join(ids, " ")
}

func (s *Export) noteSchema() pages.TableSchema {
	return pages.TableSchema{Key: []string{"note"}, Fields: []pages.Field{
		pages.NewField(s.Report, "note", "string", &pages.Constraints{Required: true, Unique: true}),
		pages.NewField(s.Report, "source", "string", &pages.Constraints{Required: true}),
		pages.NewField(s.Report, "measures", "string", &pages.Constraints{Required: true}),
		pages.NewField(s.Report, "members", "string", nil),
		pages.NewField(s.Report, "from", "year", nil),
		pages.NewField(s.Report, "to", "year", nil),
		pages.NewField(s.Report, "released_from", "date", nil),
		pages.NewField(s.Report, "released_to", "date", nil),
		pages.NewField(s.Report, "note_kind", "string", nil),
		pages.NewField(s.Report, "text", "string", &pages.Constraints{Required: true}),
		pages.NewField(s.Report, "url", "string", nil),
	}}
}

// noteTable is notes.csv: every note, with the figures that it belongs to.
func (s *Export) noteTable() *table {
	var rows [][]string
	year := func(y int) string {
		if y == 0 {
			return ""
		}
		return strconv.Itoa(y)
	}
	day := func(d civil.Date) string {
		if d.IsZero() {
			return ""
		}
		return d.String()
	}
	for _, n := range pages.AllNotes(s.Report) {
		rows = append(rows, []string{n.ID, n.Source.ID, strings.Join(n.Note.Measures, " "), strings.Join(n.Members, " "),
			year(n.From), year(n.To), day(n.ReleasedFrom), day(n.ReleasedTo), string(n.Kind), n.Text, n.URL})
	}
	return tableBy(s.noteSchema(), rows)
}
