package dataset

import (
	"cmp"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// A Guideline is an agreed mark for a measure: a floor, a ceiling or a band.
type Guideline struct {
	ID       string
	Name     Goal // for reference lines: "2% of GNI"
	Measure  string
	All      Band            // what it asks of all who have no mark of their own
	Own      map[string]Band // by member: what it asks of that one; nil where all have the same
	Decimals int             // digits behind the point in which the mark is written
	Adopted  civil.Date      // the day it was agreed
	Due      civil.Date      // the day by which it is to be met; zero when none was set
	Aim      bool            // members aim to move towards it by then, and have not bound themselves to meet it
	Event    string          // where it was agreed
	PartOf   float64         // a larger number that readers have heard of, of which this is a part; 0 for none
	PartNote string          // what they have to know of that number
	URL      string          // the agreement's own text where it is known
	FoundAt  []string        // where else it is told
	Pos      diag.Pos        // its table in data/guidelines.toml
}

// A Goal is the name of a guideline, and on which side of it one meets it: a
// sentence needs both.
type Goal struct {
	Name string
	Side Side
}

// String returns the name.
func (g Goal) String() string { return g.Name }

// Kind returns how the messages of its side are called.
func (g Goal) Kind() string { return [...]string{"floor", "ceiling", "band"}[g.Side] }

// A Side is where a guideline is met.
type Side int

// The sides: at the mark or above, at the mark or below, between two marks.
const (
	Floor Side = iota
	Ceiling
	Between
)

// A Band is what a guideline asks: a value from Low to High, in the measure's
// unit. One of the two is infinite unless it asks for both.
type Band struct{ Low, High float64 }

// Side returns where the band is met.
func (b Band) Side() Side {
	switch {
	case math.IsInf(b.High, 1):
		return Floor
	case math.IsInf(b.Low, -1):
		return Ceiling
	}
	return Between
}

// Holds reports whether a value meets the band. It is decided on the value as
// published: 2.00 meets 2, 1.98 does not, whatever rounding would show.
func (b Band) Holds(v float64) bool { return v >= b.Low && v <= b.High }

// Edge returns the mark from which the distance of a value is measured.
func (b Band) Edge(v float64) float64 {
	switch {
	case b.Side() == Floor, v < b.Low:
		return b.Low
	case b.Side() == Ceiling, v > b.High:
		return b.High
	}
	return v // within a band nobody is away from it
}

// Marks returns the finite bounds.
func (b Band) Marks() []float64 {
	switch b.Side() {
	case Floor:
		return []float64{b.Low}
	case Ceiling:
		return []float64{b.High}
	}
	return []float64{b.Low, b.High}
}

// With returns the guideline with another mark for all.
func (g *Guideline) With(mark float64) Band {
	if g.Name.Side == Ceiling {
		return Band{math.Inf(-1), mark}
	}
	return Band{mark, math.Inf(1)}
}

// Mark returns the mark of all, of a band the lower one.
func (g *Guideline) Mark() float64 { return g.All.Marks()[0] }

// Marked returns the goal named by its bare numbers.
func (g *Guideline) Marked() Goal {
	var marks []string
	for _, v := range g.All.Marks() {
		marks = append(marks, Plain(v, g.Decimals))
	}
	return Goal{strings.Join(marks, "–"), g.Name.Side}
}

// For returns what the guideline asks of a member.
func (g *Guideline) For(member string) Band {
	if b, ok := g.Own[member]; ok {
		return b
	}
	return g.All
}

// MetBy reports whether a value of a member meets the guideline.
func (g *Guideline) MetBy(member string, value float64) bool { return g.For(member).Holds(value) }

// Met reports whether a figure meets the guideline.
func (g *Guideline) Met(f *Figure) bool { return g.MetBy(f.Member, f.Value) }

// Distance returns how far a figure lies above (positive) or below (negative)
// the guideline, in percentage points where the measure is in per cent, and
// with how many decimals it is known.
func (g *Guideline) Distance(f *Figure) (value float64, decimals int) {
	decimals = max(f.Decimals, g.Decimals)
	return Round(f.Value-g.For(f.Member).Edge(f.Value), decimals), decimals
}

// Favour turns a distance so that more is better: what is above a ceiling, or
// outside a band on either side, is below nothing.
func (s Side) Favour(distance float64) float64 {
	switch s {
	case Ceiling:
		return -distance
	case Between:
		return -math.Abs(distance)
	}
	return distance
}

func (g *Guideline) compare(h *Guideline) int {
	return cmp.Or(g.Adopted.Compare(h.Adopted), cmp.Compare(g.Mark(), h.Mark()), cmp.Compare(g.ID, h.ID))
}

func (d *Dataset) loadGuidelines(root fs.FS, errs *diag.List) {
	d.Guidelines = map[string]*Guideline{}
	tables(root, guidelinesFile, errs, func(id string, t *tomldoc.Table) {
		g := &Guideline{ID: id, Measure: t.String("measure"), Adopted: t.Date("adopted"), Due: t.Date("due"), Aim: t.Bool("aim"),
			Event: t.String("event"), PartOf: t.Float("part_of", 0), PartNote: t.String("part_of_note"), URL: t.Address("url"), FoundAt: t.Addresses("found_at"), Pos: t.Pos()}
		d.readBands(g, t)
		g.Name = Goal{t.String("name"), g.All.Side()}
		if t.Has("measure") && d.Measures[g.Measure] == nil && len(d.Measures) > 0 {
			t.Errorf("measure", "unknown measure %q", g.Measure).
				Hint("%s", d.MeasureHint(g.Measure))
		}
		if !g.Due.IsZero() && g.Due.Before(g.Adopted) {
			t.Errorf("due", "due %s comes before adopted %s", g.Due, g.Adopted).
				Hint("due is the day by which the mark is to be met")
		}
		t.Check(guidelineFormat)
		d.Guidelines[id] = g
		d.guidelines = append(d.guidelines, g)
	})
	slices.SortFunc(d.guidelines, (*Guideline).compare)
}

// readBands reads what a guideline asks, of all and of each.
func (d *Dataset) readBands(g *Guideline, t *tomldoc.Table) {
	const hint = "write at_least for a floor, at_most for a ceiling, both for a band"
	g.All = Band{t.Float("at_least", math.Inf(-1)), t.Float("at_most", math.Inf(1))}
	switch {
	case !t.Has("at_least") && !t.Has("at_most") && (t.Broken("at_least") || t.Broken("at_most")):
		g.All = Band{0, math.Inf(1)} // that the line cannot be read has been said
	case !t.Has("at_least") && !t.Has("at_most"):
		t.Errorf("", "at_least is missing").Hint("%s", hint)
		g.All = Band{0, math.Inf(1)}
	case g.All.Low > g.All.High:
		t.Errorf("at_most", "at_most is below at_least").Hint("%s", hint)
	}
	for _, v := range g.All.Marks() {
		g.Decimals = max(g.Decimals, decimalsOf(strconv.FormatFloat(v, 'f', -1, 64)))
	}
	own := t.Table("own")
	if own == nil {
		return
	}
	g.Own = map[string]Band{}
	for _, code := range own.Names() {
		switch m := d.Members[code]; {
		case m == nil:
			own.Errorf(code, "unknown member %q", code).Hint("%s", d.MemberHint(code, "codes are in "+membersFile))
			continue
		case g.All.Side() == Between:
			own.Errorf(code, "a mark of its own in a band").Hint("a member's own mark is one number; a band is for all")
			continue
		}
		mark := own.Float(code, 0)
		g.Own[code] = Band{mark, math.Inf(1)}
		if g.All.Side() == Ceiling {
			g.Own[code] = Band{math.Inf(-1), mark}
		}
		g.Decimals = max(g.Decimals, decimalsOf(strconv.FormatFloat(mark, 'f', -1, 64)))
	}
}

// Marks returns the marks of all guidelines that are shares in per cent.
func (d *Dataset) Marks() []float64 {
	var list []float64
	for _, id := range d.GuidelineIDs() {
		g := d.Guidelines[id]
		if d.Measures[g.Measure] == nil || d.Measures[g.Measure].Unit != Percent {
			continue
		}
		list = append(list, g.All.Marks()...)
		for _, code := range slices.Sorted(maps.Keys(g.Own)) {
			list = append(list, g.Own[code].Marks()...)
		}
	}
	return list
}
