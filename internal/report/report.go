// Package report holds what every part of a report rests on.
//
// In come the settings, the figures and the words of the interface; out comes a Report: plain values that do not change,
// and what is said of figures, counts and releases by them alone. The package knows of no article, page or file.
package report

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/phrase"
)

// A Report is what everything later shares.
type Report struct {
	Config    *config.Config
	Data      *dataset.Dataset
	Today     *dataset.Vintage // what is known on the report's own day
	Terms     dataset.Terms
	Book      *phrase.Book
	Guideline *dataset.Guideline
	Measure   *dataset.Measure
	Source    *dataset.Source
	AsOf      civil.Date    // the report's own day
	Explicit  bool          // the day was asked for; what floats need not have held then
	Checker   *fact.Checker // nil where no fact or chart could be answered
	InYears   []int         // for which the report's own source has a member's figure, newest first
}

// A Ground is what a report is made from.
type Ground struct {
	Config   *config.Config
	Data     *dataset.Dataset
	Book     *phrase.Book
	Lexicon  *lexicon.Lexicon
	AsOf     civil.Date
	Explicit bool
	Lenient  bool // two states of the data are compared: what only some pages need may be missing
}

// New makes a report. Where settings do not fit the data it has no checker, and other mistakes can still be found.
func New(g Ground) (*Report, diag.List) {
	cfg := g.Config
	rep := &Report{Config: cfg, Data: g.Data, Today: g.Data.AsOf(g.AsOf), Book: g.Book, AsOf: g.AsOf, Explicit: g.Explicit,
		Terms: dataset.Terms{Source: cfg.Source, Measure: cfg.Measure, Guideline: cfg.Guideline, Second: cfg.Second,
			Spending: cfg.Spending, Growth: cfg.Growth, Total: cfg.Total, Collective: cfg.Collective}}
	var errs diag.List
	rep.checkTerms(&errs)
	if !errs.Failed() && rep.Guideline != nil || g.Lenient && rep.lenientTerms() {
		rep.Checker = &fact.Checker{Data: g.Data, Terms: rep.Terms, Today: g.AsOf, Lexicon: g.Lexicon, Replay: g.Explicit}
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
		for _, y := range e.Span(rep.Config.Measure) {
			if len(rep.Data.MembersIn(y)) > 0 && !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	slices.Sort(years)
	slices.Reverse(years)
	return years
}

// checkTerms holds the names in config.toml against the data.
func (rep *Report) checkTerms(errs *diag.List) {
	d, cfg := rep.Data, rep.Config
	named := func(key, value, what string, known []string) {
		for _, k := range known {
			if k == value {
				return
			}
		}
		if value != "" && !d.Doubts().Explain("unknown "+what) {
			errs.Errorf(cfg.Pos(key), "%s: unknown %s %q", key, what, value).
				Hint("%s", diag.DidYouMean(value, known, "names are those in data/"))
		}
	}
	named("source", cfg.Source, "source", d.SourceIDs())
	named("measure", cfg.Measure, "measure", d.MeasureIDs())
	named("guideline", cfg.Guideline, "guideline", d.GuidelineIDs())
	named("second_guideline", cfg.Second, "guideline", d.GuidelineIDs())
	named("spending", cfg.Spending, "measure", d.MeasureIDs())
	named("growth", cfg.Growth, "measure", d.MeasureIDs())
	var aggregates []string
	for _, m := range d.Aggregates() {
		aggregates = append(aggregates, m.Code)
	}
	named("total", cfg.Total, "aggregate", aggregates)
	if d.Members[cfg.Collective] != nil {
		errs.Errorf(cfg.Pos("collective"), "collective: %q is a member's code", cfg.Collective).
			Hint("choose a word that is no member's code")
	}
	if errs.Failed() {
		return
	}
	rep.Source, rep.Measure, rep.Guideline = d.Sources[cfg.Source], d.Measures[cfg.Measure], d.Guidelines[cfg.Guideline]
	if rep.Source == nil || rep.Measure == nil || rep.Guideline == nil || cfg.Collective == "" {
		rep.Guideline = nil // that a setting is missing, or could not be read, has been said
		return
	}
	if rep.Guideline.Measure != cfg.Measure && d.Doubts().Explain("unknown guideline") {
		rep.Guideline = nil
		return
	}
	if rep.Guideline.Measure != cfg.Measure {
		errs.Errorf(cfg.Pos("guideline"), "guideline: %q is a mark for %s", cfg.Guideline, rep.Guideline.Measure).
			Hint("choose a guideline for %s", cfg.Measure)
	}
	if len(rep.Today.Known(cfg.Source)) == 0 && d.Doubts().TouchSource(cfg.Source) {
		rep.Guideline = nil
	} else if len(rep.Today.Known(cfg.Source)) == 0 {
		e := errs.Errorf(cfg.Pos("source"), "nothing of %s had been released by %s", rep.Source.Name, rep.AsOf)
		if len(rep.Source.Releases) == 0 { // a report that begins
			e.Severity = diag.Warning
		}
		e.Hint("build it as of a later day, or add a release")
	}
}

// lenientTerms lets a comparison go on with data that lack what only some
// pages need. It reports whether there is enough for a report.
func (rep *Report) lenientTerms() bool {
	d := rep.Data
	rep.Source, rep.Measure, rep.Guideline = d.Sources[rep.Config.Source], d.Measures[rep.Config.Measure], d.Guidelines[rep.Config.Guideline]
	return rep.Source != nil && rep.Measure != nil && rep.Guideline != nil && len(rep.Today.Known(rep.Config.Source)) > 0
}

// Unsure reports whether figures or settings could not be read: then the site
// is not made, and a finding about its pages may only follow from that.
func (rep *Report) Unsure() bool { return rep.Checker == nil || rep.Data.Doubts().Any() }

// NewestEdition returns the newest edition of the report's own source. A page
// shows its day where it must not show today's: two builds of the same input
// are to give the same bytes.
// A report that begins has none: it is nil.
func (rep *Report) NewestEdition() *dataset.Edition {
	if known := rep.Today.Known(rep.Config.Source); len(known) > 0 {
		return known[0]
	}
	return nil
}

// Draw draws a chart that the report itself asks for, on a page of the data.
// There it must not fail the build: a source may simply not reach that far.
func (rep *Report) Draw(v *dataset.Vintage, spec chart.Spec) *chart.Chart {
	c, errs := kind.Every.Draw(v, rep.Terms, rep.Book, spec)
	if errs.Failed() {
		return nil
	}
	return c
}
