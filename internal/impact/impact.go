// Package impact finds the effects that a change of figures, words or settings has on a report.
//
// Compare takes two states of everything that a report is made from. It returns, as sentences, the figures that are
// new, the facts, claims, counts, ranks and charts whose results change, and the pages and files that change. It
// assembles reports with package site and compares values; it does not know how a report is built or written.
package impact

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
	"burdenshare/internal/fact"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
	"burdenshare/internal/site"
)

// assemble assembles the report of a state as far as possible.
func assemble(s site.State) *site.Site {
	s.Options.Lenient, s.Options.Check, s.Options.Compared = true, true, true
	made, _ := site.Assemble(s)
	return made
}

// Impact are the effects that a change from one state to another has on a report.
type Impact struct {
	Sections  []Section
	Published []string // the files of the pages that the former state publishes
}

// An Section is one kind of effect, with a sentence on each line.
type Section struct {
	Title string
	Lines []string
}

// Compare returns the effects of a change from old to now on a report. The effects of figures are found with the
// settings, the articles and the day of now; then the changes to pages with all of the change. It returns nil if the
// report cannot be assembled from now; facts that are not true are among the effects.
func Compare(old, now site.State) *Impact {
	after := assemble(now)
	if after.Checker == nil {
		return nil
	}
	figures := now
	figures.Data = old.Data
	before := assemble(figures)
	x := &comparison{before: before, after: after, vintages: map[civil.Date]*dataset.Vintage{},
		checker: fact.Checker{Data: old.Data, Terms: after.Terms, Today: after.AsOf, Lexicon: after.Checker.Lexicon}}
	e := &Impact{}
	add := func(title string, lines []string) {
		for i, l := range lines {
			lines[i] = strings.Join(strings.Fields(l), " ") // a value in TOML may have several lines
		}
		if len(lines) > 0 {
			e.Sections = append(e.Sections, Section{title, lines})
		}
	}
	add("Figures", x.figures())
	add("Sentences", x.sentences())
	add("Claims", x.claims())
	if before.Checker != nil {
		add("Counts", x.counts())
		add("Ranks", x.ranks())
		add("Charts", x.charts())
	}
	former := assemble(old)
	add("Evidence", evidence(former.Numbers, after.Numbers))
	e.Published = publishedFiles(former, old)
	pages, others := compareFiles(render(former, old), render(before, now), render(after, now))
	add("Pages", pages)
	add("Other files", others)
	return e
}

// evidence lists changes in how many numbers of the texts have evidence, by kind.
func evidence(was, is content.Numbers) []string {
	var lines []string
	for _, n := range []struct {
		what    string
		was, is int
	}{{"borne out by figures", was.Checked, is.Checked}, {"linked to a source", was.Linked, is.Linked},
		{"in quotations", was.Quoted, is.Quoted},
		{"excused by a footnote or comment", was.Excused, is.Excused}, {"without evidence", was.Bare, is.Bare}} {
		by, change := n.is-n.was, "more"
		if by < 0 {
			by, change = -by, "fewer"
		}
		if by != 0 {
			lines = append(lines, fmt.Sprintf("Numbers %s: %d, were %d, %d %s.", n.what, n.is, n.was, by, change))
		}
	}
	return lines
}

// publishedFiles returns the files of the pages that are published, without drafts.
func publishedFiles(s *site.Site, from site.State) []string {
	if from.Options.Drafts {
		from.Options.Drafts = false
		s = assemble(from)
	}
	return lists.Each(s.Pages, (*pages.Page).File)
}

// Text returns the effects for a terminal.
func (e *Impact) Text() string {
	var b strings.Builder
	for i, sec := range e.Sections {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(sec.Title + "\n")
		for _, l := range sec.Lines {
			b.WriteString("  " + l + "\n")
		}
	}
	if len(e.Sections) == 0 {
		b.WriteString("Nothing changes.\n")
	}
	return b.String()
}

// A comparison is a report made from two states of the data.
type comparison struct {
	before, after *site.Site   // before may have no pages
	checker       fact.Checker // with the old data
	vintages      map[civil.Date]*dataset.Vintage
}

// A figureID identifies a figure of a release.
type figureID struct {
	member, measure string
	year            int
}

// A release is an edition of a source.
type release struct {
	day    civil.Date
	source string
}

// index returns the figures of the releases until the day of the report.
func index(s *site.Site) map[release]map[figureID]*dataset.Figure {
	m := map[release]map[figureID]*dataset.Figure{}
	for f := range s.KnownFigures() {
		r := release{f.Released, f.Source}
		if m[r] == nil {
			m[r] = map[figureID]*dataset.Figure{}
		}
		m[r][figureID{f.Member, f.Measure, f.Year}] = f
	}
	return m
}

// figures counts new, changed and removed figures, release by release.
func (x *comparison) figures() []string {
	old, now := index(x.before), index(x.after)
	all := maps.Clone(old)
	maps.Copy(all, now)
	var lines []string
	for _, r := range slices.SortedFunc(maps.Keys(all), func(a, b release) int {
		return cmp.Or(b.day.Compare(a.day), cmp.Compare(a.source, b.source))
	}) {
		src := cmp.Or(x.after.Data.Sources[r.source], x.before.Data.Sources[r.source])
		lines = append(lines, changedFigures(fmt.Sprintf("%s, released %s", src.Name, r.day), old[r], now[r])...)
	}
	return lines
}

// changedFigures counts how the figures of an edition differ, and lists those that were changed or removed, since a
// release is never rewritten.
func changedFigures(edition string, old, now map[figureID]*dataset.Figure) []string {
	added, changed := 0, 0
	var rewritten []figureID
	for k, f := range now {
		switch was := old[k]; {
		case was == nil:
			added++
		case was.Value != f.Value || was.Decimals != f.Decimals || was.Status != f.Status:
			changed++
			rewritten = append(rewritten, k)
		}
	}
	for k := range old {
		if now[k] == nil {
			rewritten = append(rewritten, k)
		}
	}
	var parts []string
	for _, p := range []struct {
		n    int
		word string
	}{{added, "added"}, {changed, "changed"}, {len(rewritten) - changed, "removed"}} {
		if p.n > 0 {
			parts = append(parts, dataset.Number(float64(p.n), 0)+" "+p.word)
		}
	}
	if parts == nil {
		return nil
	}
	lines := []string{edition + ": " + english.List(parts) + "."}
	slices.SortFunc(rewritten, func(a, b figureID) int {
		return cmp.Or(cmp.Compare(a.member, b.member), cmp.Compare(a.measure, b.measure), cmp.Compare(a.year, b.year))
	})
	for _, k := range rewritten {
		is := "is gone"
		if f := now[k]; f != nil {
			is = "is now " + published(f)
		}
		lines = append(lines, fmt.Sprintf("%s: %s, %d, %s: was %s, %s.",
			edition, k.member, k.year, k.measure, published(old[k]), is))
	}
	return lines
}

// published returns a figure as in its release file.
func published(f *dataset.Figure) string {
	return strconv.FormatFloat(f.Value, 'f', f.Decimals, 64) + " (" + f.Status.String() + ")"
}
