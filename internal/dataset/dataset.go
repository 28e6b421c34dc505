// Package dataset loads data/ and answers queries about what was known on a day.
//
// Load reads the members, measures, guidelines, sources and releases of figures below data/ and returns a Dataset:
// every published figure with its source and the day of its release. A Dataset does not change after loading, so that
// any number of pages can query it concurrently.
//
// Figures have two times. A figure is of a year and was released on a day. A Vintage is everything that had been
// released by a day; an Edition is one release of one source, from which a count, a rank or a chart is made.
//
// The package does not know what the report is about: the source, the measure and the guideline that matter are part
// of each Query.
package dataset

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A Status is the status of a figure as its source marked it.
type Status uint8

// The two statuses. An estimate is a figure that its source calls one, usually of the newest year or two of a release.
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

// A Figure is one published number: the value of a Measure for a Member in a Year that a Source published on the day
// Released. It is a row of data/<source>/<released>.csv.
type Figure struct {
	Member   string     // code in data/members.csv: "EST", or an aggregate's
	Year     int        // the year the number is for (valid time)
	Measure  string     // id in data/measures.toml; the unit is the measure's
	Value    float64    // in the unit of the measure
	Decimals int        // decimals as published: 2 for "2.00"
	Status   Status     // as the source marked it
	Source   string     // the name of its folder
	Released civil.Date // the day the source published it (transaction time)
	Pos      diag.Pos   // the row it was read from
	Edition  *Edition   // that it is in
	Notes    []*Note    // in the order of notes.toml

	key key
}

// A key identifies a figure within a release, in one word: a map finds it sooner than a struct.
type key uint64

func keyOf(who *Member, what *Measure, year int) key {
	return key(who.id)<<32 | key(what.id)<<16 | key(uint16(year))
}

// A Dataset contains every figure ever published. Revisions are added and do not replace earlier figures. The maps
// are keyed by code or identifier. None of its maps and lists may be changed.
type Dataset struct {
	Figures    []Figure
	Members    map[string]*Member
	Measures   map[string]*Measure
	Units      map[string]Unit // the units that measures may have
	Guidelines map[string]*Guideline
	Sources    map[string]*Source

	AllMembers    []*Member     // by name, without aggregates
	Aggregates    []*Member     // by name
	AllGuidelines []*Guideline  // oldest first
	AllNotes      []*Note       // by source, in the order of its file
	Editions      []*Edition    // newest first, then by source
	Differences   []*Difference // found by the audit in all editions, in the order of the data
	Audited       bool          // whether any edition has figures that the audit could compare
	Doubts        Doubts        // what could not be read

	Ignored []string // hidden files of data/, and those of editors: "data/.DS_Store"; folders end in "/"

	links      []string           // symbolic links in data/
	unreadable map[string]bool    // codes in members.csv whose rows could not be read
	named      map[string]*Member // by code, name and alias, folded
}

// Load loads data/ below root and reports all errors at once. If the list contains an error, the Dataset must only be
// used to find further errors, and Doubts reports which of those may only follow from it.
func Load(root fs.FS) (*Dataset, diag.List) { return LoadFor(root, Terms{}) }

// LoadFor loads the data of a report. What its settings say of the data completes what measures.toml and
// aggregates.toml leave out, so that it is audited as well.
func LoadFor(root fs.FS, t Terms) (*Dataset, diag.List) {
	d := &Dataset{}
	var errs diag.List
	entries, err := d.entries(root, "data", &errs)
	if err != nil {
		errs.Errorf(diag.Pos{File: "data"}, "%s", strings.Replace(readError(err), "file", "folder", 1)).
			Hint("a report needs a folder data with members.csv, measures.toml and a folder for each source")
		d.Doubts = d.doubtsOf(root, errs)
		return d, errs
	}
	d.loadMembers(root, &errs)
	if errs.Failed() {
		d.rememberUnreadable(root)
	}
	d.loadAggregates(root, &errs)
	d.loadOutlines(root, &errs)
	d.loadUnits(root, &errs)
	d.loadMeasures(root, &errs)
	d.loadGuidelines(root, &errs)
	d.loadSources(root, entries, &errs)
	d.loadReleases(root, &errs)
	d.bindSeries(&errs)
	d.loadNotes(root, &errs)
	if !errs.Failed() {
		d.relate(t)
		d.audit(&errs)
	}
	errs = slices.DeleteFunc(errs, d.followsLink)
	d.Doubts = d.doubtsOf(root, errs)
	errs.Sort()
	return d, errs
}

// rememberUnreadable records the codes of members.csv whose rows could not be read, whatever separates the cells: the
// figures of these members are not reported as wrong.
func (d *Dataset) rememberUnreadable(root fs.FS) {
	d.unreadable = map[string]bool{}
	src, _ := fs.ReadFile(root, membersFile) // an unreadable file has already been reported
	for line := range bytes.Lines(src) {
		if i := bytes.IndexAny(line, ",;\t"); i > 0 {
			if code := string(line[:i]); d.Members[code] == nil {
				d.unreadable[code] = true
			}
		}
	}
}

// lost reports whether the row of a member may be one that could not be read.
func (d *Dataset) lost(code string) bool {
	return d.unreadable[code] || d.unreadable != nil && len(d.Members) == 0
}

// everyone returns the members and the aggregates.
func (d *Dataset) everyone() []*Member { return slices.Concat(d.AllMembers, d.Aggregates) }

// MembersIn returns, by name, the members that had joined by 31 December of the year, including exempt members.
func (d *Dataset) MembersIn(year int) []*Member {
	return lists.Filter(d.AllMembers, func(m *Member) bool { return m.Joined.Year <= year })
}

// Codes returns the codes of members and aggregates in alphabetical order.
func (d *Dataset) Codes() []string { return slices.Sorted(maps.Keys(d.Members)) }

// MeasureIDs returns the identifiers of all measures in alphabetical order.
func (d *Dataset) MeasureIDs() []string { return slices.Sorted(maps.Keys(d.Measures)) }

// GuidelineIDs returns the identifiers of all guidelines, oldest first.
func (d *Dataset) GuidelineIDs() []string {
	return lists.Each(d.AllGuidelines, func(g *Guideline) string { return g.ID })
}

// SourceIDs returns the identifiers of all sources in alphabetical order.
func (d *Dataset) SourceIDs() []string { return slices.Sorted(maps.Keys(d.Sources)) }
