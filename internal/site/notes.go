package site

import (
	"cmp"
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/phrase"
	"burdenshare/internal/picture"
)

// This file tells what a reader has to know of figures: their notes, below
// whatever shows them, with what the figures themselves add to it.

// A noteLine is a note as it stands below the figures that have it.
type noteLine struct {
	Note *dataset.Note // nil where the figures themselves say it
	Path string        // of the page that has more
	Text string        // "Luxembourg, from 2023: measured against …"
	Mark bool          // the figures carry its mark
}

// notePath returns the address of a note on the site.
func notePath(n *dataset.Note) string { return "data/#note-" + n.ID }

// fewMembers is the largest number of members whose remarks stand below their
// figures; below those of more stand only the notes that have a mark.
const fewMembers = 3

// noteLines are the notes of some figures, those that carry a mark first.
func (s *Site) noteLines(figures []*dataset.Figure) []noteLine {
	var list []noteLine
	few := membersOf(figures) <= fewMembers
	for _, n := range dataset.NotesOf(figures...) {
		if !few && !n.Qualifies() {
			continue
		}
		covered := slices.DeleteFunc(slices.Clone(figures), func(f *dataset.Figure) bool { return !n.Covers(f) })
		text := s.Book.Say("note.line", "about", s.aboutNote(n, covered, editionsIn(figures) > 1), "text", n.Text)
		if len(n.Members) == 0 && n.From == 0 && n.To == 0 && editionsIn(figures) < 2 {
			text = n.Text
		}
		if more := s.computedFor(n, covered); more != "" {
			text += " " + more
		}
		list = append(list, noteLine{n, notePath(n), text, n.Qualifies()})
	}
	list = append(list, s.oneWitness(figures)...)
	slices.SortStableFunc(list, func(a, b noteLine) int {
		switch {
		case a.Mark == b.Mark:
			return 0
		case a.Mark:
			return -1
		}
		return 1
	})
	return list
}

// aboutNote says which figures a note is of: "Luxembourg, from 2023".
func (s *Site) aboutNote(n *dataset.Note, covered []*dataset.Figure, editions bool) string {
	b := s.Book
	var names []string
	for _, f := range covered {
		if name := s.Data.Members[f.Member].Name; len(n.Members) > 0 && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	parts := []string{b.Series(names)}
	if len(names) == 0 {
		parts[0] = n.Source.Name
	}
	switch values := []any{"from", n.From, "to", n.To}; {
	case n.From != 0 && n.From == n.To:
		parts = append(parts, b.Say("note.year", values...))
	case n.From != 0 && n.To != 0:
		parts = append(parts, b.Say("note.years", values...))
	case n.From != 0:
		parts = append(parts, b.Say("note.since", values...))
	case n.To != 0:
		parts = append(parts, b.Say("note.until", values...))
	}
	if editions {
		switch values := []any{"from", n.ReleasedFrom, "to", n.ReleasedTo}; {
		case !n.ReleasedFrom.IsZero() && n.ReleasedFrom == n.ReleasedTo:
			parts = append(parts, b.Say("note.edition", values...))
		case !n.ReleasedFrom.IsZero() && !n.ReleasedTo.IsZero():
			parts = append(parts, b.Say("note.editions", values...))
		case !n.ReleasedFrom.IsZero():
			parts = append(parts, b.Say("note.editions_since", values...))
		case !n.ReleasedTo.IsZero():
			parts = append(parts, b.Say("note.editions_until", values...))
		}
	}
	return strings.Join(parts, ", ")
}

// membersOf counts the members that figures are of.
func membersOf(figures []*dataset.Figure) int {
	seen := map[string]bool{}
	for _, f := range figures {
		seen[f.Member] = true
	}
	return len(seen)
}

func editionsIn(figures []*dataset.Figure) int {
	type edition struct{ source, day string }
	seen := map[edition]bool{}
	for _, f := range figures {
		seen[edition{f.Source, f.Released.String()}] = true
	}
	return len(seen)
}

// computedFor says what the figures themselves add to a note, of the newest
// figure of which they add anything; "" for nothing.
func (s *Site) computedFor(n *dataset.Note, covered []*dataset.Figure) string {
	covered = slices.Clone(covered)
	slices.SortStableFunc(covered, func(a, b *dataset.Figure) int { return b.Year - a.Year })
	for _, f := range covered {
		if text := s.computed(n, f); text != "" {
			return text
		}
	}
	// What is not known of the figures shown may be of those of a year before.
	if n.Kind == dataset.Definition && len(covered) > 0 {
		e := s.Data.EditionOf(covered[0])
		for y := covered[0].Year - 1; y >= n.From && n.From != 0; y-- {
			if f, ok := e.Figure(covered[0].Member, y, covered[0].Measure); ok {
				if text := s.computed(n, f); text != "" {
					return text
				}
			}
		}
	}
	return ""
}

func (s *Site) computed(n *dataset.Note, f *dataset.Figure) string {
	b, m := s.Book, s.Data.Measures[f.Measure]
	switch n.Kind {
	case dataset.Definition:
		if r, ok := s.Today.Rebase(f); ok {
			return b.Say("note.rebased", "measure", chart.BriefName(b, s.Data.Measures[m.Of]), "source", s.Data.Sources[r.Base.Source].Name,
				"value", s.amount(m, r.Value, r.Decimals), "year", f.Year)
		}
	case dataset.Membership:
		a, err := s.Today.Ask(s.Terms, dataset.Query{Subject: f.Member, Year: f.Year, Measure: "like_for_like", Source: f.Source, Released: f.Released})
		if err == nil {
			return b.Say("note.like_for_like", "value", s.amount(m, a.Value, a.Decimals))
		}
	case dataset.Doubt:
		if d := s.Data.DifferenceOf(f); d != nil && d.Note == n {
			return b.Say("note.worked_out", "printed", s.amount(m, f.Value, f.Decimals), "value", s.amount(m, d.Computed, f.Decimals), "year", f.Year)
		}
	}
	return ""
}

// oneWitness says of sources whose figures are those of another source shown
// with them that the two are one.
func (s *Site) oneWitness(figures []*dataset.Figure) []noteLine {
	var list []noteLine
	for _, f := range figures {
		o := f.Original()
		if o == nil || !slices.ContainsFunc(figures, func(g *dataset.Figure) bool { return g.Source == o.Source && g.Measure == o.Measure }) {
			continue
		}
		e := s.Data.EditionOf(f)
		text := s.Book.Say("note.one_witness", "source", e.Source.Name, "original", s.Data.Sources[o.Source].Name, "day", o.Released)
		if !slices.ContainsFunc(list, func(l noteLine) bool { return l.Text == text }) {
			list = append(list, noteLine{Path: releasePath(e), Text: text})
		}
	}
	return list
}

// marked returns the notes that a figure carries a mark for.
func marked(f *dataset.Figure) []*dataset.Note {
	return slices.DeleteFunc(slices.Clone(f.Notes()), func(n *dataset.Note) bool { return !n.Qualifies() })
}

// noteMark returns the mark of a figure's notes, which says them to a pointer;
// they stand below the table as well.
func noteMark(b *phrase.Book) func([]*dataset.Note) template.HTML {
	return func(notes []*dataset.Note) template.HTML {
		if len(notes) == 0 {
			return ""
		}
		var texts []string
		for _, n := range notes {
			texts = append(texts, n.Text)
		}
		return template.HTML(`<abbr class="note-mark" title="` + template.HTMLEscapeString(strings.Join(texts, " ")) + `">` +
			template.HTMLEscapeString(b.Say("note.mark")) + `</abbr>`)
	}
}

// countNotes says of a count on whose figures it hangs although a note speaks
// against them: by another number that is known of the figure, or without it.
func (s *Site) countNotes(t *dataset.Tally) []string {
	var list []string
	for i, r := range t.Ranked {
		meets := i < t.Meeting
		for _, n := range marked(r.Figure) {
			values := []any{"who", r.Member.Name, "value", "", "n", t.Meeting - 1, "guideline", t.Guideline.Name, "year", t.Year}
			other, known := s.otherwise(n, r.Figure)
			if known {
				values[3] = s.amount(s.Data.Measures[r.Figure.Measure], other, r.Figure.Decimals)
				if !meets {
					values[5] = t.Meeting + 1
				}
			}
			switch {
			case known && t.Guideline.MetBy(dataset.Round(other, r.Figure.Decimals)) == meets, !known && !meets:
			case known && n.Kind == dataset.Definition:
				list = append(list, s.Book.Say("note.count_rebased", values...))
			case known:
				list = append(list, s.Book.Say("note.count_worked_out", values...))
			case n.Kind == dataset.Definition || n.Kind == dataset.Break:
				list = append(list, s.Book.Say("note.count_defined", values...))
			case s.Data.DifferenceOf(r.Figure) == nil && t.Guideline.AtLeast == r.Figure.Value:
				list = append(list, s.Book.Say("note.count_doubted", values...))
			}
		}
	}
	return list
}

// otherwise returns what a figure would be but for its note, where that is
// known.
func (s *Site) otherwise(n *dataset.Note, f *dataset.Figure) (float64, bool) {
	switch n.Kind {
	case dataset.Definition:
		if r, ok := s.Today.Rebase(f); ok {
			return r.Value, true
		}
	case dataset.Doubt:
		if d := s.Data.DifferenceOf(f); d != nil && d.Note == n {
			return d.Computed, true
		}
	}
	return 0, false
}

// answerNotes returns what the evidence of an answer says of its figures: their
// notes, and on whom a count hangs.
func (s *Site) answerNotes(a *dataset.Answer) ([]noteLine, []string) {
	if a.Tally == nil {
		return s.noteLines(a.Figures), nil
	}
	return s.noteLines(a.Figures), s.countNotes(a.Tally)
}

// noted reports whether what the fact says hangs on figures with a marked
// note: on some of a few, or on one that decides a count.
func (r *Row) noted() bool {
	few := r.Behind == nil
	return len(r.Counts) > 0 || few && slices.ContainsFunc(r.Notes, func(l noteLine) bool { return l.Mark })
}

// notedMark marks a fact whose evidence has a note.
func (s *Site) notedMark() string {
	return `<sup class="since"><span aria-hidden="true">` + template.HTMLEscapeString(s.Book.Say("note.mark")) + `</span><span class="sr"> ` +
		template.HTMLEscapeString(s.Book.Say("note.below")) + `</span></sup>`
}

// counted are the kinds of chart that say how many members meet the mark.
var counted = []string{"distance", "map", "meeting"}

// Notes are the notes of a chart's figures, and of the counts that it shows.
func (v chartView) Notes() []noteLine {
	s, c := v.Site, v.Chart
	var list []noteLine
	if slices.Contains(counted, c.Kind) && c.Guideline != nil {
		years := map[int]bool{}
		for _, f := range c.Figures {
			years[f.Year] = true
		}
		for _, y := range slices.Sorted(maps.Keys(years)) {
			for _, text := range s.countNotes(c.Edition.Tally(c.Guideline, y)) {
				if len(years) > 1 {
					text = s.Book.Say("note.in_year", "year", y, "text", text)
				}
				list = append(list, noteLine{Path: cmp.Or(s.yearURL(y), "years/"), Text: text})
			}
		}
	}
	return append(s.noteLines(c.Figures), append(list, s.notDrawn(c)...)...)
}

// notDrawn says which releases spoke of the figures of a chart over editions,
// and are not held here.
func (s *Site) notDrawn(c *chart.Chart) []noteLine {
	if c.Kind != "revisions" || len(c.Figures) == 0 {
		return nil
	}
	f := c.Figures[0]
	seen := map[civil.Date]bool{}
	for _, of := range c.Figures {
		for _, g := range s.Today.Gaps(of.Source, of.Member, of.Year, of.Measure) {
			seen[g.Date] = true
		}
	}
	if len(seen) == 0 {
		return nil
	}
	var days []string
	for _, day := range slices.SortedFunc(maps.Keys(seen), civil.Date.Compare) {
		days = append(days, s.Book.Day(day))
	}
	text := s.Book.Say("note.not_held", "n", len(days), "source", s.Data.Sources[f.Source].Name, "year", f.Year, "days", days)
	return []noteLine{{Path: "data/#source-" + f.Source, Text: text}}
}

// noteTexts are the notes of a figure in a chart's own file.
func noteTexts(f *dataset.Figure) string {
	var texts []string
	for _, n := range f.Notes() {
		texts = append(texts, n.Text)
	}
	return strings.Join(texts, " ")
}

// noteOfCount says in a chart's own file on whose figures a count hangs; ""
// for what is not one.
func (s *Site) noteOfCount(c *chart.Chart, m picture.Mark) string {
	year, err := strconv.Atoi(m.Year)
	if err != nil || m.Of == "" || c.Guideline == nil {
		return ""
	}
	return strings.Join(s.countNotes(c.Edition.Tally(c.Guideline, year)), " ")
}

// NewestNotes are the notes of the newest year's figures.
func (s *Site) NewestNotes() []noteLine {
	year, e, ok := s.Today.NewestYear(s.Config.Source, s.Config.Measure)
	if !ok {
		return nil
	}
	return s.noteLines(e.Standings(s.Config.Measure, year).Figures())
}
