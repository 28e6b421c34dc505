// Package report provides what every part of a report uses.
//
// New takes the settings, the figures and the messages of the interface. It returns a Report: plain values that do not
// change, with methods that describe figures, counts and releases. The package does not know articles, pages or files.
package report

import (
	"iter"
	"slices"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/lists"
)

// A Report is shared by all later packages.
type Report struct {
	Inputs
	Today     *dataset.Vintage // what is known on the report's own day
	Terms     dataset.Terms
	Guideline *dataset.Guideline
	Measure   *dataset.Measure
	Source    *dataset.Source
	Checker   *fact.Checker // nil if no fact or chart can be resolved
	InYears   []int         // years for which the report's own source has a member's figure, newest first
}

// Inputs are what a report is made from.
type Inputs struct {
	Config   *config.Config
	Data     *dataset.Dataset
	Catalog  *i18n.Catalog
	Lexicon  *lexicon.Lexicon
	AsOf     civil.Date // the day of the report
	Explicit bool       // the day was set explicitly, so articles as of latest need not be true on it
	Lenient  bool       // for the comparison of two states of the data: what only some pages need may be missing
}

// New makes a report. If settings do not match the data, it has no checker, but other errors can still be found.
func New(g Inputs) (*Report, diag.List) {
	cfg, d := g.Config, g.Data
	rep := &Report{Inputs: g, Today: d.AsOf(g.AsOf), Terms: cfg.Terms, Source: d.Sources[cfg.Source],
		Measure: d.Measures[cfg.Measure], Guideline: d.Guidelines[cfg.Guideline]}
	var errs diag.List
	sound := rep.checkTerms(&errs)
	rep.checkMissing(&errs)
	if sound || g.Lenient && rep.named() && len(rep.Today.Known(cfg.Source)) > 0 {
		rep.Checker = &fact.Checker{Data: d, Terms: rep.Terms, Today: g.AsOf, Lexicon: g.Lexicon, Replay: g.Explicit}
	}
	if !rep.Unsure() {
		rep.InYears = rep.yearsOfFigures()
	}
	return rep, errs
}

// yearsOfFigures returns the years for which the report's own source has a member's figure.
func (rep *Report) yearsOfFigures() []int {
	var years []int
	for _, e := range rep.Today.Known(rep.Config.Source) {
		some := func(year int) bool { return len(rep.Data.MembersIn(year)) > 0 }
		years = lists.With(years, lists.Filter(e.Span(rep.Config.Measure), some)...)
	}
	slices.Sort(years)
	slices.Reverse(years)
	return years
}

// named reports whether what a report is about is in the data.
func (rep *Report) named() bool {
	return rep.Source != nil && rep.Measure != nil && rep.Guideline != nil
}

// checkTerms compares the names in config.toml with the data, and reports whether a report can be made from both.
func (rep *Report) checkTerms(errs *diag.List) bool {
	d, cfg := rep.Data, rep.Config
	named := func(key, value, what string, known []string) {
		if value != "" && !slices.Contains(known, value) && !d.Doubts.Explain("unknown "+what) {
			errs.Errorf(cfg.Pos(key), "%s: unknown %s %q", key, what, value).
				Hint("%s", diag.DidYouMean(value, known, "names are those in data/: "+strings.Join(known, ", ")))
		}
	}
	named("source", cfg.Source, "source", d.SourceIDs())
	named("measure", cfg.Measure, "measure", d.MeasureIDs())
	named("guideline", cfg.Guideline, "guideline", d.GuidelineIDs())
	named("second_guideline", cfg.Second, "guideline", d.GuidelineIDs())
	named("spending", cfg.Spending, "measure", d.MeasureIDs())
	named("growth", cfg.Growth, "measure", d.MeasureIDs())
	if m := d.Measures[cfg.Spending]; m != nil && m.Unit == dataset.Percent {
		errs.Errorf(cfg.Pos("spending"), "spending: %s is in per cent", m.ID).
			Hint("name the measure of the amounts that shares are made of")
	}
	if m := d.Measures[cfg.Growth]; m != nil && m.Unit != dataset.Percent {
		errs.Errorf(cfg.Pos("growth"), "growth: %s is in %s, not in per cent", m.ID, m.Unit).
			Hint("name a measure of growth")
	}
	aggregates := lists.Each(d.Aggregates, func(m *dataset.Member) string { return m.Code })
	named("total", cfg.Total, "aggregate", aggregates)
	if d.Members[cfg.Collective] != nil {
		errs.Errorf(cfg.Pos("collective"), "collective: %q is a member's code", cfg.Collective).
			Hint("choose a word that is not a member's code")
	}
	if errs.Failed() || !rep.named() || cfg.Collective == "" { // what is missing or unreadable has been reported
		return false
	}
	if rep.Guideline.Measure != cfg.Measure && d.Doubts.Explain("unknown guideline") {
		return false
	}
	if rep.Guideline.Measure != cfg.Measure {
		errs.Errorf(cfg.Pos("guideline"), "guideline: %q applies to %s", cfg.Guideline, rep.Guideline.Measure).
			Hint("choose a guideline for %s", cfg.Measure)
	}
	if g := rep.Guideline; g.Adopted.After(rep.AsOf) && !rep.Explicit {
		errs.Warnf(cfg.Pos("guideline"), "guideline: %q is adopted on %s, which lies ahead", g.ID, g.Adopted).
			Hint("write the day on which it was agreed into data/guidelines.toml")
	}
	if len(rep.Today.Known(cfg.Source)) == 0 {
		if d.Doubts.TouchSource(cfg.Source) {
			return false
		}
		e := errs.Errorf(cfg.Pos("source"), "nothing of %s had been released by %s", rep.Source.Name, rep.AsOf)
		if len(rep.Source.Releases) == 0 { // a new report
			e.Severity = diag.Warning
			e.Hint("add a release to data/%s, which burdenshare import does", rep.Source.ID)
		} else {
			e.Hint("build it as of a later day: its first release is of %s", rep.Source.Releases[0].Date)
		}
	}
	return !errs.Failed()
}

// checkMissing reports releases that cannot be missing yet.
func (rep *Report) checkMissing(errs *diag.List) {
	for _, src := range rep.Data.Sources {
		for _, m := range src.Missing {
			if m.Date.After(rep.AsOf) && !rep.Explicit {
				errs.Warnf(m.DatePos, "missing release %s lies ahead", m.Date).
					Hint("write the day it was published; a release that is not out yet has no entry")
			}
		}
	}
}

// Unsure reports whether figures or settings could not be read. Then the site is not made, and an error about its
// pages may only follow from that.
func (rep *Report) Unsure() bool { return rep.Checker == nil || rep.Data.Doubts.Any() }

// Agreed returns the guidelines for the report's own measure that were adopted by its day, oldest first.
func (rep *Report) Agreed() []*dataset.Guideline {
	return lists.Filter(rep.Data.AllGuidelines, func(g *dataset.Guideline) bool {
		return g.Measure == rep.Config.Measure && !g.Adopted.After(rep.AsOf)
	})
}

// KnownFigures returns all figures that had been released by the report's day, in the order of the data.
func (rep *Report) KnownFigures() iter.Seq[*dataset.Figure] {
	return func(yield func(*dataset.Figure) bool) {
		for i := range rep.Data.Figures {
			if f := &rep.Data.Figures[i]; !f.Released.After(rep.AsOf) && !yield(f) {
				return
			}
		}
	}
}

// NewestEdition returns the newest edition of the report's own source, or nil if a new report has none. Pages show
// its day instead of today's, because two builds of the same input must produce the same bytes.
func (rep *Report) NewestEdition() *dataset.Edition {
	if known := rep.Today.Known(rep.Config.Source); len(known) > 0 {
		return known[0]
	}
	return nil
}

// NewestDay returns the day of the newest release of any source, the zero Date where none has a release.
func (rep *Report) NewestDay() civil.Date {
	known := func(e *dataset.Edition) bool { return !e.Release.Date.After(rep.AsOf) }
	if newest := lists.Find(rep.Data.Editions, known); newest != nil {
		return newest.Release.Date
	}
	return civil.Date{}
}

// Draw draws a chart that the report itself needs on a page of the data. It must not fail the build there: a source
// may not go back far enough.
func (rep *Report) Draw(spec chart.Spec) *chart.Chart {
	c, errs := kind.Every.Draw(rep.Today, rep.Terms, rep.Catalog, spec)
	if errs.Failed() {
		return nil
	}
	return c
}
