package pages

import (
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// A matrix shows a member's figures of a measure, a row for each year and a column for each edition that has any.
// Releases about the member that are missing here have a column as well.
type matrix struct {
	Columns []matrixColumn
	Rows    []MatrixRow // newest year first
	Gaps    bool        // something is not held
	Notes   []report.NoteLine
	Count   int // of the figures

	File, Workbook string // for download; "" where there are no two releases, or no licence to redistribute them
}

// A matrixColumn is an edition, or a release without a figure of the member here.
type matrixColumn struct {
	Source  *dataset.Source
	Day     civil.Date
	Edition *dataset.Edition // nil for a release that is not held at all
	Path    string           // of the release
	Prices  int              // the year at whose prices its figures are; 0 for current ones, or if that is not known
}

type MatrixRow struct {
	Year  int
	URL   string // of the year's page; "" where there is none
	Cells []cell // by column
}

// A cell is a figure in a table; empty where there is none.
type cell struct {
	Figure   *dataset.Figure
	Text     string
	Meets    bool
	Side     string // " up" or " down" of the guideline, "" for another measure
	Estimate bool
	Notes    []*dataset.Note
	Gap      bool // the release has a figure that is not held
}

// cellOf returns the cell of a figure.
func (s *maker) cellOf(f *dataset.Figure) cell {
	c := cell{Figure: f, Text: s.Catalog.Number(f.Value, f.Decimals), Notes: report.Marked(f),
		Estimate: f.Status == dataset.Estimate}
	if f.Measure == s.Config.Measure {
		c.Meets = s.Guideline.Met(f)
		c.Side = " " + upDown(c.Meets)
	}
	return c
}

// matrix makes the table of a source's figures of a member by a measure, the newest release first.
func (s *maker) matrix(m *dataset.Member, measure string, figures []*dataset.Figure) matrix {
	x := matrix{Count: len(figures), Notes: s.NoteLines(figures)}
	var years []int
	for _, f := range figures {
		if e := f.Edition; len(x.Columns) == 0 || x.Columns[len(x.Columns)-1].Edition != e {
			x.Columns = append(x.Columns, matrixColumn{Source: e.Source, Day: e.Release.Date, Edition: e,
				Path: report.ReleasePath(e), Prices: f.PriceYear()})
		}
		years = lists.With(years, f.Year)
	}
	if len(x.Columns) > 1 && x.Columns[0].Source.Redistribute {
		x.File = report.VintageFile(m.Code, report.SeriesID(x.Columns[0].Source.ID, measure))
		x.Workbook = report.VintageWorkbook(m.Code)
	}
	slices.Sort(years)
	slices.Reverse(years)
	gaps := s.gapColumns(&x, m, measure, years)
	for _, y := range years {
		r := MatrixRow{Year: y, URL: s.YearURL(y), Cells: make([]cell, len(x.Columns))}
		for i, c := range x.Columns {
			if r.Cells[i].Gap = gaps[y][c.Day]; r.Cells[i].Gap || c.Edition == nil {
				continue
			}
			if f, ok := c.Edition.Figure(m.Code, y, measure); ok {
				r.Cells[i] = s.cellOf(f)
			}
		}
		x.Rows = append(x.Rows, r)
	}
	return x
}

// gapColumns adds the releases of which nothing of the member is held, each in
// its place, and returns by year the days of those whose figure is not.
func (s *maker) gapColumns(x *matrix, m *dataset.Member, measure string, years []int) map[int]map[civil.Date]bool {
	gaps := map[int]map[civil.Date]bool{}
	if len(x.Columns) == 0 || measure != s.Config.Measure {
		return gaps // of other measures it is not known which releases had them
	}
	source := x.Columns[0].Source
	for _, y := range years {
		gaps[y] = map[civil.Date]bool{}
		for _, day := range s.Today.Gaps(source.ID, m.Code, y, measure) {
			gaps[y][day], x.Gaps = true, true
			if slices.ContainsFunc(x.Columns, func(c matrixColumn) bool { return c.Day == day }) {
				continue
			}
			at := slices.IndexFunc(x.Columns, func(c matrixColumn) bool { return c.Day.Before(day) })
			if at < 0 {
				at = len(x.Columns)
			}
			x.Columns = slices.Insert(x.Columns, at, matrixColumn{Source: source, Day: day,
				Path: "data/#" + source.ID + "-" + day.String()})
		}
	}
	return gaps
}
