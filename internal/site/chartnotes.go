package site

import (
	"cmp"
	"maps"
	"slices"

	"burdenshare/internal/report"
)

// counted are the kinds of chart that say how many members meet the mark.
var counted = []string{"distance", "map", "meeting"}

// Notes are the notes of a chart's figures, and of the counts that it shows.
func (v chartView) Notes() []report.NoteLine {
	s, c := v.Site, v.Chart
	var list []report.NoteLine
	if slices.Contains(counted, c.Kind) && c.Guideline != nil {
		years := map[int]bool{}
		for _, f := range c.Figures() {
			years[f.Year] = true
		}
		for _, y := range slices.Sorted(maps.Keys(years)) {
			for _, text := range s.CountNotes(c.Edition.Tally(c.Guideline, y)) {
				if len(years) > 1 {
					text = s.Book.Say("note.in_year", "year", y, "text", text)
				}
				list = append(list, report.NoteLine{Path: cmp.Or(s.YearURL(y), "years/"), Text: text})
			}
		}
	}
	return append(s.NoteLines(c.Figures()), append(list, s.NotDrawn(c)...)...)
}
