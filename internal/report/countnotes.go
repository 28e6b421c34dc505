package report

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file describes what notes mean for anything made of figures: counts, facts and charts.

// CountNotes names the figures that decide a count although notes qualify them: the count would be different with the
// figure's other value, or without the figure.
func (rep *Report) CountNotes(t *dataset.Tally) []string {
	var list []string
	for _, h := range rep.Today.DecisiveFigures(t) {
		key, value, n := "doubted", "", t.Meeting-1
		switch defined := h.Note.Kind == dataset.Definition; {
		case h.Known && defined:
			key = "rebased"
		case h.Known:
			key = "worked_out"
		case defined || h.Note.Kind == dataset.Break:
			key = "defined"
		}
		if h.Known {
			value = rep.Catalog.Amount(rep.Data.Measures[h.Figure.Measure].Unit, h.Other, h.Figure.Decimals)
		}
		if !h.Meets {
			n = t.Meeting + 1
		}
		list = append(list, rep.Catalog.Message("note.count."+key, "who", h.Member.Name, "value", value, "n", n,
			"guideline", t.Guideline.Name, "year", t.Year))
	}
	return list
}

// AnswerNotes returns the notes on the figures of an answer, and the sentences about figures that decide a count.
func (rep *Report) AnswerNotes(a *dataset.Answer) ([]NoteLine, []string) {
	if a.Tally == nil {
		return rep.NoteLines(a.Figures), nil
	}
	return rep.NoteLines(a.Figures), rep.CountNotes(a.Tally)
}

// NotDrawn names the releases that covered the figures of a chart over editions but are not in the data, and the
// figures that are not revisions of the others.
func (rep *Report) NotDrawn(c *chart.Chart) []NoteLine {
	if c.Kind != "revisions" || len(c.Figures()) == 0 {
		return nil
	}
	var list []NoteLine
	var gaps []civil.Date
	for _, f := range c.Figures() {
		gaps = lists.With(gaps, rep.Today.Gaps(f.Source, f.Member, f.Year, f.Measure)...)
		_, former := rep.Today.History(f.Source, f.Member, f.Year, f.Measure)
		for _, o := range former {
			text := rep.Catalog.Message("note.former", "who", rep.Data.Members[o.Member].Name, "year", o.Year,
				"value", rep.AmountOf(o), "day", o.Released)
			list = lists.With(list, NoteLine{Path: ReleasePath(o.Edition), Text: text})
		}
	}
	if len(gaps) == 0 {
		return list
	}
	slices.SortFunc(gaps, civil.Date.Compare)
	days := lists.Each(gaps, rep.Catalog.Day)
	f := c.Figures()[0]
	text := rep.Catalog.Message("note.not_held", "n", len(days), "source", rep.Data.Sources[f.Source].Name,
		"year", f.Year, "days", days)
	return append(list, NoteLine{Path: "data/#source-" + f.Source, Text: text})
}
