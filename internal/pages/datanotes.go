package pages

import (
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// This file shows on the data page what a reader has to know of figures: all notes, what the audit of the editions
// found, and which releases are not held.

// A releaseRow is a release of a source, or one that is known and not held.
type releaseRow struct {
	*editionView
	Missing *dataset.Missing
}

func (r releaseRow) day() civil.Date {
	if r.Missing != nil {
		return r.Missing.Date
	}
	return r.Release.Date
}

// Rows returns the releases of the source, newest first, with those not held in their places.
func (v sourceView) Rows() []releaseRow {
	var rows []releaseRow
	for i := range v.Editions {
		rows = append(rows, releaseRow{editionView: &v.Editions[i]})
	}
	rows = append(rows, lists.Each(v.NotHeld, func(m *dataset.Missing) releaseRow { return releaseRow{Missing: m} })...)
	slices.SortStableFunc(rows, func(a, b releaseRow) int { return b.day().Compare(a.day()) })
	return rows
}

// A noteView is a note as the data page lists it.
type noteView struct {
	*dataset.Note
	About, Measures string
}

// AllNotes returns the notes that had figures by the report's day.
func AllNotes(s *report.Report) []noteView {
	shown := map[*dataset.Note][]*dataset.Figure{}
	for f := range s.KnownFigures() {
		for _, n := range f.Notes {
			shown[n] = append(shown[n], f)
		}
	}
	var list []noteView
	for _, n := range s.Data.AllNotes {
		if len(shown[n]) == 0 {
			continue
		}
		measures := lists.Each(n.Measures, func(id string) string { return s.Data.Measures[id].Name })
		list = append(list, noteView{n, i18n.Capital(s.AboutNote(n, shown[n], true)), s.Catalog.Series(measures)})
	}
	return list
}

// A differenceRow is what the audit found of a figure.
type differenceRow struct {
	Figure            *dataset.Figure
	Who, Measure      string
	Printed, Computed string
	Note              string // its path; "" for one that no note answers
}

// differences returns what the audit found in the editions known.
func (s *maker) differences() []differenceRow {
	var rows []differenceRow
	for _, d := range s.Data.Differences {
		f := d.Figure
		if f.Released.After(s.AsOf) {
			continue
		}
		m := s.Data.Measures[f.Measure]
		r := differenceRow{Figure: f, Who: s.Data.Members[f.Member].Name, Measure: m.Name, Printed: s.AmountOf(f),
			Computed: s.Catalog.Amount(m.Unit, d.Computed, d.Decimals)}
		if d.Note != nil {
			r.Note = report.NotePath(d.Note)
		}
		rows = append(rows, r)
	}
	return rows
}
