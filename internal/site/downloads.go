package site

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"regexp"
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/phrase"
	"burdenshare/internal/picture"
)

// addDownloads adds the files of every chart, several at a time.
func (s *Site) addDownloads(files map[string][]byte, errs *diag.List) {
	type drawn struct {
		csv, svg, png []byte
		err           error
	}
	made := make([]drawn, len(s.takeaways))
	parallel(len(s.takeaways), func(i int) {
		t, d := s.takeaways[i], &made[i]
		if d.csv, d.err = s.chartCSV(t.Chart); d.err != nil || s.opts.Look == nil {
			return
		}
		var p *picture.Picture
		if p, d.err = s.opts.Look.Chart(t.Chart, s.wordsBelow(t)); d.err != nil {
			return
		}
		d.svg = p.SVG()
		if s.opts.Check {
			d.err = p.Check()
			return
		}
		d.png, d.err = p.PNG(s.opts.Pictures)
	})
	for i, t := range s.takeaways {
		d := &made[i]
		if d.err != nil {
			pictureFault(errs, d.err)
			continue
		}
		files[t.File("csv")] = d.csv
		files[t.URL()+"option.json"] = s.resolved(t.Option)
		files[t.URL()+"option.js"] = slices.Concat([]byte(`chartOption("`+t.Name+`",`), t.Option, []byte(");\n"))
		if s.opts.Look != nil {
			files[t.File("svg")], files[t.File("png")] = d.svg, d.png
		}
	}
}

// property is a colour of the page in an option.
var property = regexp.MustCompile(`var\(--([a-z0-9-]+)\)`)

// resolved gives an option with the colours that the page has by daylight, so
// that it draws without the page's style sheet.
func (s *Site) resolved(option []byte) []byte {
	if s.opts.Look == nil {
		return option
	}
	return property.ReplaceAllFunc(option, func(v []byte) []byte {
		return []byte(s.opts.Look.Colour(string(property.FindSubmatch(v)[1])))
	})
}

// pictureFault reports what keeps a picture from being drawn. That is never
// in the figures, and the drawings are this program's own.
func pictureFault(errs *diag.List, err error) {
	errs.Errorf(diag.Pos{File: "templates/assets/chart.css"}, "%v", err).
		Hint("pictures for download follow a part of CSS; see the package picture")
}

// wordsBelow tells below a picture what the page around a chart tells.
func (s *Site) wordsBelow(t *takeaway) picture.Words {
	w := picture.Words{Source: s.Book.Say("chart_page.source", "sources", t.Sources), Site: s.Config.Title, URL: s.Config.BaseURL + t.URL()}
	switch {
	case t.HasEstimates && bytes.Contains(t.Wide, []byte("<pattern")):
		w.Source += "; hatched: estimates"
	case t.HasEstimates:
		w.Source += "; hollow: estimates"
	}
	w.Source += "."
	for _, terms := range s.licensesOf(t.Chart) {
		w.Source += " " + terms
	}
	for _, l := range s.noteLines(t.Figures) {
		if l.Note != nil && l.Note.Kind != dataset.Doubt && l.Mark {
			w.Source += " " + phrase.Capital(l.Text)
		}
	}
	return w
}

// editionsOf gives the editions whose figures a chart shows, in the order in
// which it does: one for most.
func (s *Site) editionsOf(c *chart.Chart) []*dataset.Edition {
	var list []*dataset.Edition
	for _, f := range c.Figures {
		if e := s.Data.EditionOf(f); !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// sourcesOf names them: "NATO, 7 July 2026", or "NATO, 21 editions from 4 July
// 2016 to 7 July 2026".
func (s *Site) sourcesOf(c *chart.Chart) string {
	type told struct {
		source      *dataset.Source
		n           int
		first, last civil.Date
	}
	var list []told
	for _, e := range s.editionsOf(c) {
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
		next := s.Book.Say("chart_page.edition", "source", t.source.Name, "day", t.last)
		if t.n > 1 {
			next = s.Book.Say("chart_page.editions", "source", t.source.Name, "n", t.n, "first", t.first, "last", t.last)
		}
		if said = s.Book.Say("chart_page.series", "before", said, "next", next); i == 0 {
			said = next
		}
	}
	return said
}

// editionName names an edition for the reader: "NATO, 7 July 2026".
func (s *Site) editionName(e *dataset.Edition) string {
	return s.Book.Say("chart_page.edition", "source", e.Source.Name, "day", e.Release.Date)
}

// shownAs names what the marks of a kind show, where that is not a figure
// itself but made from it.
var shownAs = map[string]string{"distance": "distance", "map": "distance", "meeting": "meeting", "money": "shortfall", "shares": "share_of_total"}

// chartCSV gives a chart's figures as a file: a row for each figure that was
// drawn, and beside it what its mark shows where that is something else; what
// the marks show of no single figure, such as a count, has rows of its own.
// Figures that may not be passed on in bulk carry their source's terms.
func (s *Site) chartCSV(c *chart.Chart) ([]byte, error) {
	marks, err := picture.Marks(c.Wide)
	if err != nil {
		return nil, err
	}
	rows := make([]figureRow, 0, len(c.Figures))
	at := map[markKey][]int{} // rows by member, year and edition
	terms := false
	seen := map[*dataset.Figure]bool{}
	for _, f := range c.Figures {
		if seen[f] {
			continue
		}
		seen[f] = true
		src := s.Data.Sources[f.Source]
		terms = terms || !src.Redistribute
		r := figureRow{cells: []string{f.Member, s.Data.Members[f.Member].Name, strconv.Itoa(f.Year), f.Measure, dataset.Plain(f.Value, f.Decimals),
			string(s.Data.Measures[f.Measure].Unit), f.Status.String(), f.Source, f.Released.String()}, note: noteTexts(f), terms: cmp.Or(src.License, "Not to be passed on in bulk; credit "+src.Publisher+".")}
		key := markKey{member: f.Member, year: r.cells[2]}
		at[key] = append(at[key], len(rows))
		key.source, key.released = f.Source, r.cells[8]
		at[key] = append(at[key], len(rows))
		rows = append(rows, r)
	}
	name := cmp.Or(shownAs[c.Kind], "shown")
	for _, m := range marks {
		of := at[markKey{m.Member, m.Year, m.Source, m.Released}]
		if m.Measure != "" {
			of = slices.DeleteFunc(slices.Clone(of), func(i int) bool { return rows[i].cells[3] != m.Measure })
		}
		for _, v := range []string{m.Value, m.Second} {
			if v == "" || slices.ContainsFunc(of, func(i int) bool { return rows[i].cells[4] == v }) {
				continue
			}
			if slices.ContainsFunc(of, func(i int) bool { return rows[i].shown == v }) {
				continue // two marks show the same
			}
			if i := slices.IndexFunc(of, func(i int) bool { return rows[i].shown == "" }); i >= 0 {
				rows[of[i]].shown = v
				continue
			}
			e := c.Edition
			rows = append(rows, figureRow{cells: []string{m.Member, "", m.Year, name, v, "", "", cmp.Or(m.Source, e.Source.ID), cmp.Or(m.Released, e.Release.Date.String())}, of: m.Of, note: s.noteOfCount(c, m), terms: e.Source.License})
		}
	}
	return writeRows(rows, name, terms), nil
}

// A markKey says of whom and when a row is; without source and day, whatever
// its edition.
type markKey struct{ member, year, source, released string }

// A figureRow is a row of a chart's file.
type figureRow struct {
	cells     []string // as in the header of data/figures.csv, with the member's name
	shown, of string
	note      string
	terms     string
}

// writeRows writes the columns that some row has something in.
func writeRows(rows []figureRow, shown string, terms bool) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	header := []string{"member", "name", "year", "measure", "value", "unit", "status", "source", "released"}
	derived := slices.ContainsFunc(rows, func(r figureRow) bool { return r.shown != "" })
	counted := slices.ContainsFunc(rows, func(r figureRow) bool { return r.of != "" })
	if derived {
		header = append(header, shown)
	}
	if counted {
		header = append(header, "of")
	}
	noted := slices.ContainsFunc(rows, func(r figureRow) bool { return r.note != "" })
	if noted {
		header = append(header, "note")
	}
	if terms {
		header = append(header, "terms")
	}
	_ = w.Write(header) // a buffer takes all
	for _, r := range rows {
		line := r.cells
		if derived {
			line = append(line, r.shown)
		}
		if counted {
			line = append(line, r.of)
		}
		if noted {
			line = append(line, r.note)
		}
		if terms {
			line = append(line, r.terms)
		}
		_ = w.Write(line)
	}
	w.Flush()
	return b.Bytes()
}
