package site

import (
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/phrase"
	"burdenshare/internal/report"
)

// This file shows on the data page what a reader has to know of figures: all
// notes, what the audit of the editions found, and which releases are not
// held.

// A releaseRow is a release of a source, or one that is known and not held.
type releaseRow struct {
	*editionView
	Missing *dataset.Missing
}

// Rows are the releases of the source, newest first, with those not held in
// their places.
func (v sourceView) Rows() []releaseRow {
	var rows []releaseRow
	for i := range v.Editions {
		rows = append(rows, releaseRow{editionView: &v.Editions[i]})
	}
	for _, m := range v.NotHeld {
		at := slices.IndexFunc(rows, func(r releaseRow) bool { return r.editionView != nil && r.Release.Date.Before(m.Date) })
		if at < 0 {
			at = len(rows)
		}
		rows = slices.Insert(rows, at, releaseRow{Missing: m})
	}
	return rows
}

// A noteView is a note as the data page lists it.
type noteView struct {
	*dataset.Note
	About, Measures string
}

// allNotes are the notes that had figures by the report's day.
func (s *Site) allNotes() []noteView {
	shown := map[*dataset.Note][]*dataset.Figure{}
	for i := range s.Data.Figures {
		f := &s.Data.Figures[i]
		for _, n := range f.Notes() {
			if !f.Released.After(s.opts.AsOf) {
				shown[n] = append(shown[n], f)
			}
		}
	}
	var list []noteView
	for _, n := range s.Data.AllNotes() {
		if len(shown[n]) == 0 {
			continue
		}
		var measures []string
		for _, id := range n.Measures {
			measures = append(measures, s.Data.Measures[id].Name)
		}
		list = append(list, noteView{n, phrase.Capital(s.AboutNote(n, shown[n], true)), s.Book.Series(measures)})
	}
	return list
}

// A differenceRow is what the audit found of a figure.
type differenceRow struct {
	Edition           *dataset.Edition
	Figure            *dataset.Figure
	Who, Measure      string
	Year              int
	Printed, Computed string
	Note              string // its path; "" for one that no note answers
}

// differences are what the audit found in the editions known.
func (s *Site) differences() []differenceRow {
	var rows []differenceRow
	for _, d := range s.Data.Differences() {
		f := d.Figure
		if f.Released.After(s.opts.AsOf) {
			continue
		}
		m := s.Data.Measures[f.Measure]
		r := differenceRow{Edition: s.Data.EditionOf(f), Figure: f, Who: s.Data.Members[f.Member].Name,
			Measure: m.Name, Year: f.Year, Printed: s.Amount(m, f.Value, f.Decimals), Computed: s.Amount(m, d.Computed, d.Decimals)}
		if d.Note != nil {
			r.Note = report.NotePath(d.Note)
		}
		rows = append(rows, r)
	}
	return rows
}

// noteIDs names the notes of a figure in a file: separated by spaces.
func noteIDs(f *dataset.Figure) string {
	var ids []string
	for _, n := range f.Notes() {
		ids = append(ids, n.ID)
	}
	return strings.Join(ids, " ")
}

func (s *Site) noteSchema() tableSchema {
	return tableSchema{Key: []string{"note"}, Fields: []field{
		s.field("note", "string", &constraints{Required: true, Unique: true}),
		s.field("source", "string", &constraints{Required: true}),
		s.field("measures", "string", &constraints{Required: true}),
		s.field("members", "string", nil),
		s.field("from", "year", nil),
		s.field("to", "year", nil),
		s.field("released_from", "date", nil),
		s.field("released_to", "date", nil),
		s.field("note_kind", "string", nil),
		s.field("text", "string", &constraints{Required: true}),
		s.field("url", "string", nil),
	}}
}

// noteTable is notes.csv: every note, with the figures that it belongs to.
func (s *Site) noteTable() []byte {
	rows := [][]string{{"note", "source", "measures", "members", "from", "to", "released_from", "released_to",
		"note_kind", "text", "url"}}
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
	for _, n := range s.allNotes() {
		rows = append(rows, []string{n.ID, n.Source.ID, strings.Join(n.Note.Measures, " "), strings.Join(n.Members, " "),
			year(n.From), year(n.To), day(n.ReleasedFrom), day(n.ReleasedTo), string(n.Kind), n.Text, n.URL})
	}
	return encodeCSV(rows)
}
