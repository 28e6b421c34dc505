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
	x := &comparison{before: before, after: after,
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
func evidence(was, is content.Numbers) (list lines) {
	for _, n := range []struct {
		what    string
		was, is int
	}{{"borne out by figures", was.Facts, is.Facts}, {"linked to a source", was.Linked, is.Linked},
		{"in quotations", was.Quoted, is.Quoted},
		{"excused by a footnote or comment", was.Excused, is.Excused}, {"without evidence", was.Bare, is.Bare}} {
		by, change := n.is-n.was, "more"
		if by < 0 {
			by, change = -by, "fewer"
		}
		if by != 0 {
			list.add("Numbers %s: %d, were %d, %d %s.", n.what, n.is, n.was, by, change)
		}
	}
	return list
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
	text := lists.Each(e.Sections, func(s Section) string {
		return s.Title + "\n  " + strings.Join(s.Lines, "\n  ") + "\n"
	})
	return cmp.Or(strings.Join(text, "\n"), "Nothing changes.\n")
}

// A comparison is a report made from two states of the data.
type comparison struct {
	before, after *site.Site   // before may have no pages
	checker       fact.Checker // with the old data
}

// lines are sentences on changes.
type lines []string

func (l *lines) add(format string, args ...any) { *l = append(*l, fmt.Sprintf(format, args...)) }

// A figureID identifies a figure of a release.
type figureID struct {
	release
	member, measure string
	year            int
}

// A release is an edition of a source.
type release struct {
	day    civil.Date
	source string
}

// index returns the figures of the releases until the day of the report.
func index(s *site.Site) map[figureID]*dataset.Figure {
	m := map[figureID]*dataset.Figure{}
	for f := range s.KnownFigures() {
		m[figureID{release{f.Released, f.Source}, f.Member, f.Measure, f.Year}] = f
	}
	return m
}

// figures counts new, changed and removed figures, release by release, and lists those that were changed or removed,
// since a release is never rewritten.
func (x *comparison) figures() (list lines) {
	old, now := index(x.before), index(x.after)
	all := maps.Clone(old)
	maps.Copy(all, now)
	maps.DeleteFunc(all, func(k figureID, _ *dataset.Figure) bool { return published(old[k]) == published(now[k]) })
	ids := slices.SortedFunc(maps.Keys(all), func(a, b figureID) int {
		return cmp.Or(b.day.Compare(a.day), cmp.Compare(a.source, b.source), cmp.Compare(a.member, b.member),
			cmp.Compare(a.measure, b.measure), cmp.Compare(a.year, b.year))
	})
	for _, of := range lists.Groups(ids, func(k figureID) release { return k.release }) {
		src := cmp.Or(x.after.Data.Sources[of[0].source], x.before.Data.Sources[of[0].source])
		edition := fmt.Sprintf("%s, released %s", src.Name, of[0].day)
		counts := map[string]int{}
		var rewritten lines
		for _, k := range of {
			switch was, is := published(old[k]), published(now[k]); {
			case was == "":
				counts["added"]++
			case is == "":
				counts["removed"]++
				rewritten.add("%s: %s, %d, %s: was %s, is gone.", edition, k.member, k.year, k.measure, was)
			default:
				counts["changed"]++
				rewritten.add("%s: %s, %d, %s: was %s, is now %s.", edition, k.member, k.year, k.measure, was, is)
			}
		}
		parts := lists.Each(slices.Sorted(maps.Keys(counts)), func(how string) string {
			return dataset.Number(float64(counts[how]), 0) + " " + how
		})
		list.add("%s: %s.", edition, english.List(parts))
		list = append(list, rewritten...)
	}
	return list
}

// published returns a figure as in its release file, "" for none.
func published(f *dataset.Figure) string {
	if f == nil {
		return ""
	}
	return f.Plain() + " (" + f.Status.String() + ")"
}
