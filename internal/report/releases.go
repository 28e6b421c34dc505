package report

import (
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// This file leads from a figure to the release that it is from.

// ReleaseID names a release: it is the anchor on the data page that every
// edition on the site leads to.
func ReleaseID(e *dataset.Edition) string { return e.Source.ID + "-" + e.Release.Date.String() }

func ReleasePath(e *dataset.Edition) string { return "data/#" + ReleaseID(e) }

// NotHeld are the missing releases of a source by a day.
func (rep *Report) NotHeld(src *dataset.Source) []*dataset.Missing {
	return slices.DeleteFunc(slices.Clone(src.Missing), func(m *dataset.Missing) bool { return m.Date.After(rep.AsOf) })
}

// EditionName names an edition for the reader: "NATO, 7 July 2026".
func (rep *Report) EditionName(e *dataset.Edition) string {
	if e == nil {
		return rep.Source.Name
	}
	return rep.Book.Say("chart_page.edition", "source", e.Source.Name, "day", e.Release.Date)
}

// SourcesOf names them: "NATO, 7 July 2026", or "NATO, 21 editions from 4 July
// 2016 to 7 July 2026".
func (rep *Report) SourcesOf(c *chart.Chart) string {
	type told struct {
		source      *dataset.Source
		n           int
		first, last civil.Date
	}
	var list []told
	for _, e := range c.Editions() {
		day := e.Release.Date
		i := slices.IndexFunc(list, func(t told) bool { return t.source == e.Source })
		if i < 0 {
			list = append(list, told{e.Source, 1, day, day})
			continue
		}
		list[i].n++
		if day.Before(list[i].first) {
			list[i].first = day
		}
		if day.After(list[i].last) {
			list[i].last = day
		}
	}
	said := ""
	for i, t := range list {
		next := rep.Book.Say("chart_page.edition", "source", t.source.Name, "day", t.last)
		if t.n > 1 {
			next = rep.Book.Say("chart_page.editions", "source", t.source.Name, "n", t.n, "first", t.first, "last", t.last)
		}
		if said = rep.Book.Say("chart_page.series", "before", said, "next", next); i == 0 {
			said = next
		}
	}
	return said
}

// LicensesOf returns the terms of a chart's sources, each a sentence and once.
func (rep *Report) LicensesOf(c *chart.Chart) []string {
	var list []string
	for _, e := range c.Editions() {
		terms := strings.TrimSuffix(e.Source.License, ".") + "."
		if terms != "." && !slices.Contains(list, terms) {
			list = append(list, terms)
		}
	}
	return list
}

// A Line is a row of a published release file. The header is row 1, as
// RFC 7111 counts.
type Line struct {
	Figure *dataset.Figure
	File   string // its path on the site; "" when the file may not be passed on
	Row    int
}

// Name returns the file's name.
func (l *Line) Name() string { return path.Base(l.File) }

// Path returns the row's address on the site: in its file, or where the file
// may not be passed on among the figures of its member.
func (l *Line) Path() string {
	if l.File == "" {
		return RecordURL(l.Figure.Member) + "#" + RecordID(l.Figure)
	}
	return l.File + "#row=" + strconv.Itoa(l.Row)
}

// LineOf finds the row of an answer that is, or rests on, a single figure.
func (rep *Report) LineOf(a *dataset.Answer) *Line {
	if len(a.Figures) != 1 {
		return nil
	}
	return rep.RowOf(a.Figures[0])
}

// RowOf finds a figure's row. Release files are published in the order of
// data/, which is that of Figures.
func (rep *Report) RowOf(f *dataset.Figure) *Line {
	src := rep.Data.Sources[f.Source]
	if !src.Redistribute {
		return &Line{Figure: f}
	}
	all := rep.Data.Figures
	find := func(line int) int {
		return sort.Search(len(all), func(i int) bool {
			g := &all[i]
			switch {
			case g.Source != f.Source:
				return g.Source > f.Source
			case g.Released != f.Released:
				return g.Released.After(f.Released)
			}
			return g.Pos.Line >= line
		})
	}
	return &Line{f, f.Pos.File, find(f.Pos.Line) - find(0) + 2}
}
