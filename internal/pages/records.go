package pages

import (
	"cmp"
	"slices"

	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// This file makes the page of every figure of a member or a group, on which each has a place of its own: the row of its
// release. Numbers elsewhere lead there, also to those that may not be passed on as a file.

// A Records is what is shown of a member's or a group's figures.
type Records struct {
	*dataset.Member
	URL    string
	Page   *Member // that leads here; nil for a member that joined later
	Series []RecordSeries
	Count  int
}

// A RecordSeries is all figures of a member by one source and measure.
type RecordSeries struct {
	ID      string
	Source  *dataset.Source
	Measure *dataset.Measure
	Title   string
	matrix
}

// A seriesKey identifies the figures of a member by one source and measure.
type seriesKey struct{ member, source, measure string }

// makeSeries gathers what has been released by the report's day, the newest release first, and when that was.
func (s *maker) makeSeries() {
	s.series = map[seriesKey][]*dataset.Figure{}
	s.memberDays, s.yearDays = map[string]civil.Date{}, map[int]civil.Date{}
	for i := range slices.Backward(s.Data.Figures) {
		f := &s.Data.Figures[i]
		if f.Released.After(s.AsOf) {
			continue
		}
		k := seriesKey{f.Member, f.Source, f.Measure}
		s.series[k] = append(s.series[k], f)
		s.memberDays[f.Member] = civil.Later(s.memberDays[f.Member], f.Released)
		if f.Source == s.Config.Source && f.Measure == s.Config.Measure {
			s.yearDays[f.Year] = civil.Later(s.yearDays[f.Year], f.Released)
		}
	}
}

// RecordURL returns the address of the member's figures.
func (v *Member) RecordURL() string { return report.RecordURL(v.Code) }

// records makes the pages, members first.
func (s *maker) records() []*Records {
	var views []*Records
	for _, m := range slices.Concat(s.Data.AllMembers, s.Data.Aggregates) {
		page := cmp.Or(lists.Find(s.Groups, func(g *Member) bool { return g.Code == m.Code }), s.Members[m.Code])
		v := &Records{Member: m, URL: report.RecordURL(m.Code), Page: page}
		for _, source := range s.SourceIDs() {
			for _, measure := range s.MeasureIDs() {
				s.addSeries(v, source, measure)
			}
		}
		if v.Count > 0 {
			views = append(views, v)
		}
	}
	return views
}

// addSeries adds the figures that a source has of a measure, if there are any.
func (s *maker) addSeries(v *Records, source, measure string) {
	figures := s.series[seriesKey{v.Member.Code, source, measure}]
	if len(figures) == 0 {
		return
	}
	r := RecordSeries{ID: report.SeriesID(source, measure), Source: s.Data.Sources[source],
		Measure: s.Data.Measures[measure], matrix: s.matrix(v.Member, measure, figures)}
	r.Title = s.Catalog.Message("records.series", "source", r.Source.Name, "measure", r.Measure.Name,
		"unit", chart.Messages{Catalog: s.Catalog}.ColumnUnit(r.Measure.Unit))
	v.Series, v.Count = append(v.Series, r), v.Count+r.matrix.Count
}

// Contents returns the series of the page.
func (v *Records) Contents() []article.ContentsLine {
	return lists.Each(v.Series, func(r RecordSeries) article.ContentsLine {
		return article.ContentsLine{Level: 2, ID: r.ID, Text: r.Title}
	})
}
