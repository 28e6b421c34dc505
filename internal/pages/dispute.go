package pages

import (
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// A disputeView is a year in which sources put members on different sides of the guideline.
type disputeView struct {
	Year    int
	Columns []disputeColumn
	Rows    []disputeRow
	Notes   []report.NoteLine
}

// A disputeColumn is an edition, with the sources that repeat its series: they count as one source.
type disputeColumn struct {
	Edition *dataset.Edition
	Names   []string
}

// Path returns the address of the edition's release.
func (c disputeColumn) Path() string { return report.ReleasePath(c.Edition) }

type disputeRow struct {
	Member *Member
	Cells  []cell // by column
}

// disputed finds the newest year for which sources disagree about who meets
// the guideline, by the newest edition of each that answers it.
func (s *maker) disputed() disputeView {
	for _, y := range s.Years {
		if d := s.disputedIn(y.Year); len(d.Rows) > 0 {
			return d
		}
	}
	return disputeView{}
}

func (s *maker) disputedIn(year int) disputeView {
	d := disputeView{Year: year, Columns: s.sourceComparison(year)}
	if len(d.Columns) < 2 || d.Columns[0].Edition.Source != s.Source {
		return d
	}
	var shown []*dataset.Figure
	for _, m := range s.Data.MembersIn(year) {
		row := disputeRow{Member: s.Members[m.Code], Cells: make([]cell, len(d.Columns))}
		var figures []*dataset.Figure
		for i, c := range d.Columns {
			if f, ok := c.Edition.Figure(m.Code, year, s.Config.Measure); ok {
				row.Cells[i] = s.cellOf(f)
				figures = append(figures, f)
			}
		}
		differs := func(f *dataset.Figure) bool {
			return s.Guideline.Met(f) != s.Guideline.Met(figures[0])
		}
		if slices.ContainsFunc(figures, differs) && m.Exempt == "" {
			d.Rows = append(d.Rows, row)
			shown = append(shown, figures...)
		}
	}
	d.Notes = s.NoteLines(shown)
	return d
}

// sourceComparison returns the newest editions that answer a year, one of each series, the report's own source first.
func (s *maker) sourceComparison(year int) []disputeColumn {
	var columns []disputeColumn
	var copies []*dataset.Edition
	for _, id := range s.SourceIDs() {
		e, ok := s.Today.Edition(id, s.Config.Measure, year)
		switch {
		case !ok:
		case e.SeriesOf != nil:
			copies = append(copies, e)
		default:
			columns = append(columns, disputeColumn{e, []string{e.Source.Name}})
		}
	}
	for _, e := range copies {
		i := slices.IndexFunc(columns, func(c disputeColumn) bool { return c.Edition == e.SeriesOf })
		if i < 0 {
			i, columns = len(columns), append(columns, disputeColumn{Edition: e})
		}
		columns[i].Names = append(columns[i].Names, e.Source.Name)
	}
	return columns
}
