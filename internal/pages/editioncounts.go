package pages

import (
	"cmp"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// A editionCount is how many members met the guideline by one edition.
type editionCount struct {
	*dataset.Tally
	Changed bool     // against the edition before
	Hangs   []string // figures with a marked note, on which it depends
}

// A editionLine is an edition's count, or a release about the year that is missing here, wholly or in part.
type editionLine struct {
	*editionCount
	Day     civil.Date
	Path    string
	NotHeld string // in the reader's words
}

// editionLines returns the count of a year by each release, oldest first.
func (s *maker) editionLines(year int, told []editionCount) []editionLine {
	var lines []editionLine
	add := func(day civil.Date, how string) {
		lines = append(lines, editionLine{Day: day, Path: "data/#" + s.Source.ID + "-" + day.String(), NotHeld: how})
	}
	for i := range told {
		e := told[i].Edition
		lines = append(lines, editionLine{editionCount: &told[i], Day: e.Release.Date, Path: report.ReleasePath(e)})
	}
	for _, m := range s.NotHeld(s.Source) {
		if m.From <= year && year <= m.To {
			add(m.Date, s.Catalog.Message("data.not_held"))
		}
	}
	for _, e := range s.Today.Known(s.Source.ID) {
		if r := e.Release; r.From <= year && year <= r.To && !e.Answers(s.Config.Measure, year) {
			add(r.Date, s.Catalog.Message("data.held_in_part"))
		}
	}
	slices.SortStableFunc(lines, func(a, b editionLine) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.NotHeld, b.NotHeld))
	})
	return lines
}
