// Package dataset reads data/ and answers what was known on a day.
//
// In come the members, measures, guidelines, sources and releases of figures
// below data/. Out comes a Dataset: every figure ever published, each with the
// source that published it and the day it did. Nothing in it changes
// afterwards, so that any number of pages can ask at the same time.
//
// Two times run through it. A figure is *of* a year and was *released* on a
// day. A Vintage is what had been released by some day; an Edition is one
// release of one source, the unit that feeds a count, a rank or a chart.
//
// The package does not know what the report is about: which source, measure
// and guideline matter is in the question (see Query), not in here.
package dataset

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
)

// A Status says how firm a figure is, as its source marked it.
type Status uint8

// The two statuses. An estimate is what the source calls one, usually the
// newest year or two of a release.
const (
	Actual Status = iota
	Estimate
)

// String returns the word used in release files.
func (s Status) String() string {
	if s == Estimate {
		return "estimate"
	}
	return "actual"
}

// A Figure is one published number: what Source said, on Released, that
// Measure was for Member in Year. It is a row of data/<source>/<released>.csv.
type Figure struct {
	Member   string     // code in data/members.csv: "EST", or an aggregate's
	Year     int        // the year the number is for (valid time)
	Measure  string     // id in data/measures.toml; the unit is the measure's
	Value    float64    // in the measure's unit
	Decimals int        // digits behind the point as published: 2 for "2.00"
	Status   Status     // as the source marked it
	Source   string     // the folder it lies in
	Released civil.Date // the day the source published it (transaction time)
	Pos      diag.Pos   // the row it was read from

	key     key
	edition *Edition
	notes   []*Note
}

// A key is a figure's place within a release.
type key struct{ member, measure, year int16 }

// A Dataset is every figure ever read. Revisions are added, never written
// over. The maps are keyed by code or id and must not be changed.
type Dataset struct {
	Figures    []Figure
	Members    map[string]*Member
	Measures   map[string]*Measure
	Units      map[string]Unit // that measures may have
	Guidelines map[string]*Guideline
	Sources    map[string]*Source

	Ignored []string // hidden files of data/, and those of editors: "data/.DS_Store"; folders end in "/"

	doubts      Doubts
	misread     map[string]bool    // codes in members.csv whose rows could not be read
	members     []*Member          // by name: members, then aggregates
	named       map[string]*Member // by code, name and alias, folded
	guidelines  []*Guideline       // oldest first
	joined      sync.Map           // MembersIn asked for before, by year
	editions    []*Edition         // newest first, then by source
	notes       []*Note            // by source, in the order of its file
	differences []Difference       // that the audit found
}

// Load reads data/ below root. It reports everything that is wrong there, at
// once; when the list holds an error the Dataset must not be used but to find
// what else is wrong, and Doubts says what may only follow from it.
func Load(root fs.FS) (*Dataset, diag.List) {
	d := &Dataset{}
	var errs diag.List
	d.loadMembers(root, &errs)
	if errs.Failed() {
		d.rememberMisread(root)
	}
	d.loadAggregates(root, &errs)
	d.loadOutlines(root, &errs)
	d.loadUnits(root, &errs)
	d.loadMeasures(root, &errs)
	d.loadGuidelines(root, &errs)
	d.loadSources(root, &errs)
	d.loadReleases(root, &errs)
	d.bindSeries(&errs)
	d.loadNotes(root, &errs)
	if !errs.Failed() {
		d.audit(&errs)
	}
	d.doubts = d.doubtsOf(root, errs)
	errs.Sort()
	return d, errs
}

// rememberMisread notes the codes of members.csv that did not make it into
// the Dataset, whatever separates its cells: the figures of a member whose
// row is wrong are not wrong themselves.
func (d *Dataset) rememberMisread(root fs.FS) {
	d.misread = map[string]bool{}
	src, _ := fs.ReadFile(root, membersFile) // that it cannot be read has been said
	for line := range bytes.Lines(src) {
		if i := bytes.IndexAny(line, ",;\t"); i > 0 {
			if code := string(line[:i]); d.Members[code] == nil {
				d.misread[code] = true
			}
		}
	}
}

// AllMembers returns the members by name, without aggregates.
func (d *Dataset) AllMembers() []*Member {
	n := slices.IndexFunc(d.members, func(m *Member) bool { return m.Aggregate })
	if n < 0 {
		return d.members
	}
	return d.members[:n]
}

// Aggregates returns the aggregates by name.
func (d *Dataset) Aggregates() []*Member { return d.members[len(d.AllMembers()):] }

// MembersIn gives, by name, the members that had joined by 31 December of the
// year. Exempt members are among them. The slice must not be changed.
func (d *Dataset) MembersIn(year int) []*Member {
	if in, ok := d.joined.Load(year); ok {
		return in.([]*Member)
	}
	var in []*Member
	for _, m := range d.AllMembers() {
		if m.Joined.Year <= year {
			in = append(in, m)
		}
	}
	d.joined.Store(year, in)
	return in
}

// Codes returns the codes of members and aggregates in alphabetical order.
func (d *Dataset) Codes() []string { return slices.Sorted(maps.Keys(d.Members)) }

// MeasureIDs returns the ids of all measures in alphabetical order.
func (d *Dataset) MeasureIDs() []string { return slices.Sorted(maps.Keys(d.Measures)) }

// GuidelineIDs returns the ids of all guidelines, oldest first.
func (d *Dataset) GuidelineIDs() []string {
	ids := make([]string, len(d.guidelines))
	for i, g := range d.guidelines {
		ids[i] = g.ID
	}
	return ids
}

// SourceIDs returns the ids of all sources in alphabetical order.
func (d *Dataset) SourceIDs() []string { return slices.Sorted(maps.Keys(d.Sources)) }

// Editions returns every edition, newest first, those of one day by source.
func (d *Dataset) Editions() []*Edition { return d.editions }
