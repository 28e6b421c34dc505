package pages

import (
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// Data is what the data page shows.
type Data struct {
	Sources    []sourceView
	Measures   []*dataset.Measure
	Guidelines []*dataset.Guideline
	Computed   []report.Term
	Figures    int
	Files      []download
	Columns    []Field // of figures.csv
	Contents   []article.ContentsLine
	In         map[string]string // by measure: in what it is counted
	Notes      []noteView
	Audit      []differenceRow
	Audited    bool // whether any edition has figures that can be compared
}

// A download is a file for programs, with what it holds.
type download struct {
	File, Name, Holds, Size string
}

type sourceView struct {
	*dataset.Source
	Editions []editionView      // newest first
	NotHeld  []*dataset.Missing // known releases that are not held
}

type editionView struct {
	*dataset.Edition
	From, To int        // the years of its figures
	File     string     // path on the site; "" when it may not be passed on
	Size     string     // of the file, for the reader
	Coverage []coverage // by measure, in the order of the view's
}

// A coverage is what an edition has of a measure, in years: those of which it answers counts and charts, those of which
// it has single figures only, and those of which it has no member's.
type coverage struct{ Whole, Some, Totals string }

func (s *maker) dataView() *Data {
	v := &Data{Sources: s.editions, Measures: s.measures(), Computed: s.Definitions()}
	for _, src := range v.Sources {
		for _, e := range src.Editions {
			v.Figures += e.Len()
		}
	}
	v.Guidelines = lists.Filter(s.Data.AllGuidelines, func(g *dataset.Guideline) bool {
		return !g.Adopted.After(s.AsOf)
	})
	say := s.Catalog.Message
	for _, f := range [][2]string{{"figures.csv", say("package.figures")}, {"figures.xlsx", say("package.workbook")},
		{"members.csv", say("package.members")}, {"measures.csv", say("package.measures")},
		{"notes.csv", say("package.notes")}, {"datapackage.json", say("package.itself")}} {
		file := "data/" + f[0]
		v.Files = append(v.Files, download{file, f[0], f[1], s.sizeOf(file)})
	}
	v.In = map[string]string{}
	for _, m := range v.Measures {
		unit := s.Catalog.Entry("data.unit", m.Unit.ID)
		if m.Unit.Own() {
			unit = s.Catalog.Named(m.Unit)
		}
		v.In[m.ID] = i18n.Capital(s.Catalog.Message("data.decimals", "n", m.Decimals, "unit", unit))
	}
	v.Columns = SchemaOf(s.Report, "figures").Fields
	v.Notes, v.Audit, v.Audited = AllNotes(s.Report), s.differences(), s.Data.Audited
	for _, id := range []string{"downloads", "coverage", "sources", "notes", "guidelines", "dictionary", "cite"} {
		text := s.Catalog.Entry("data.section", id)
		v.Contents = append(v.Contents, article.ContentsLine{Level: 2, ID: id, Text: text})
	}
	return v
}

// covers returns what an edition has of a measure in these years.
func covers(e *dataset.Edition, measure string, all []int) coverage {
	whole, span := e.Years(measure), e.Span(measure)
	some := lists.Filter(span, func(y int) bool { return !slices.Contains(whole, y) })
	totals := lists.Filter(all, func(y int) bool { return !slices.Contains(span, y) })
	return coverage{years(whole), years(some), years(totals)}
}

// years writes years as ranges: "2014, 2016–2019".
func years(list []int) string {
	return strings.Join(lists.Each(lists.Runs(list), func(r [2]int) string {
		if r[0] == r[1] {
			return strconv.Itoa(r[0])
		}
		return strconv.Itoa(r[0]) + "–" + strconv.Itoa(r[1])
	}), ", ")
}

// sizeOf returns the size of a file in words; "" for one that is made later.
func (s *maker) sizeOf(file string) string {
	n, made := s.sizes[file]
	switch {
	case !made:
		return ""
	case n < 1000:
		return s.Catalog.Message("data.bytes", "n", n)
	case n < 1000*1000:
		return s.Catalog.Message("data.kilobytes", "size", s.Catalog.Number(float64(n)/1000, 0))
	}
	return s.Catalog.Message("data.megabytes", "size", s.Catalog.Number(float64(n)/1e6, 1))
}

// Published returns the page on which the publisher itself released the edition, or "" if none is known.
func (e editionView) Published() string {
	own, at := address.Host(e.Source.URL), address.Host(e.Release.URL)
	if own != "" && (at == own || strings.HasSuffix(at, "."+own)) {
		return e.Release.URL
	}
	return ""
}

// FoundAt returns the other pages that have its figures, or where they were found.
func (e editionView) FoundAt() []string {
	if e.Release.URL != "" && e.Published() == "" {
		return append([]string{e.Release.URL}, e.Release.FoundAt...)
	}
	return e.Release.FoundAt
}

// ReleaseID returns the anchor of the edition.
func (e editionView) ReleaseID() string { return report.ReleaseID(e.Edition) }

// measures returns all of them, the report's own first.
func (s *maker) measures() []*dataset.Measure {
	return lists.Each(s.MeasureIDs(), func(id string) *dataset.Measure { return s.Data.Measures[id] })
}

// An editionMeasure is a measure in one edition.
type editionMeasure struct {
	*dataset.Edition
	measure string
}

// edition returns what is shown of an edition, which has figures in these years.
func (s *maker) edition(e *dataset.Edition, years map[editionMeasure][]int) editionView {
	v := editionView{Edition: e}
	if e.Len() > 0 {
		var all []int
		for _, m := range s.measures() {
			of := slices.Sorted(slices.Values(years[editionMeasure{e, m.ID}]))
			v.Coverage, all = append(v.Coverage, covers(e, m.ID, of)), append(all, of...)
		}
		v.From, v.To = slices.Min(all), slices.Max(all)
	}
	if e.Source.Redistribute {
		v.File = e.Release.File
		v.Size = s.sizeOf(v.File)
	}
	return v
}

// sources returns all that had released something by the report's day, with their editions.
func (s *maker) sources() (list []sourceView) {
	years := map[editionMeasure][]int{}
	for f := range s.KnownFigures() {
		k := editionMeasure{f.Edition, f.Measure}
		years[k] = lists.With(years[k], f.Year)
	}
	for _, id := range s.SourceIDs() {
		src := sourceView{Source: s.Data.Sources[id], NotHeld: s.NotHeld(s.Data.Sources[id])}
		for _, e := range s.Today.Known(id) {
			src.Editions = append(src.Editions, s.edition(e, years))
		}
		if len(src.Editions) > 0 {
			list = append(list, src)
		}
	}
	return list
}
