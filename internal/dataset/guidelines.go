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
	"burdenshare/internal/formats"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// A Guideline is an agreed mark for a measure: a floor, a ceiling or a band.
type Guideline struct {
	ID       string
	Name     Goal // for reference lines: "2% of GNI"
	Measure  string
	unit     Unit
	All      Band            // the mark for all members without their own
	Own      map[string]Band // marks by member; nil if all members have the same
	Decimals int             // decimals with which the mark is written
	Adopted  civil.Date      // the day it was agreed
	Due      civil.Date      // the day by which it is to be met; zero if none was set
	Aim      bool            // members only aim to move towards it and are not bound to meet it
	Event    string          // where it was agreed
	PartOf   float64         // a larger number that readers may know and that this is a part of, or 0
	PartNote string          // what readers need to know about that number
	URL      string          // the text of the agreement if known
	FoundAt  []string        // other pages that report it
}

// A Goal is the name of a guideline and the side on which it is met: a sentence needs both.
type Goal struct {
	Name string
	Side Side

	// Where members have marks of their own and the name has a number, it is that of the others.
	own    float64 // the mark of the member that a sentence is about, in unit; that is nil where the name has the mark
	unit   Unit
	others bool // a sentence is about members with other marks too
}

// String returns the name.
func (g Goal) String() string { return g.Name }

// Kind returns the name of its side in the keys of messages.
func (g Goal) Kind() string { return [...]string{"floor", "ceiling", "band"}[g.Side] }

// OwnMark returns the mark that the name has not, and others whether there are several; the unit is nil without one.
func (g Goal) OwnMark() (mark float64, decimals int, u Unit, others bool) {
	return g.own, decimalsOfMark(g.own), g.unit, g.others
}

// A Side is the side of the mark on which a guideline is met.
type Side int

// The sides: at the mark or above, at the mark or below, between two marks.
const (
	Floor Side = iota
	Ceiling
	Between
)

// Missed returns where a value lies that misses a guideline, in a message to editors.
func (s Side) Missed() string { return [...]string{"short of", "above", "outside"}[s] }

// A Band is what a guideline requires: a value from Low to High, in the unit of the measure. One of the two is
// infinite unless it requires both.
type Band struct{ Low, High float64 }

// Side returns the side on which the band is met.
func (b Band) Side() Side {
	switch {
	case math.IsInf(b.High, 1):
		return Floor
	case math.IsInf(b.Low, -1):
		return Ceiling
	}
	return Between
}

// Holds reports whether a value meets the band. It depends on the value as published: 2.00 meets 2 and 1.98 does not,
// whatever rounding would show.
func (b Band) Holds(v float64) bool { return v >= b.Low && v <= b.High }

// Edge returns the mark from which the distance of a value is measured.
func (b Band) Edge(v float64) float64 {
	switch {
	case b.Side() == Floor, v < b.Low:
		return b.Low
	case b.Side() == Ceiling, v > b.High:
		return b.High
	}
	return v // a value within the band has no distance from it
}

// Marks returns the finite bounds.
func (b Band) Marks() []float64 {
	return lists.Filter([]float64{b.Low, b.High}, func(v float64) bool { return !math.IsInf(v, 0) })
}

// With returns the band of the guideline with another mark for all members; of a band the lower edge is another.
func (g *Guideline) With(mark float64) Band {
	switch g.All.Side() {
	case Ceiling:
		return Band{math.Inf(-1), mark}
	case Between:
		return Band{mark, g.All.High}
	}
	return Band{mark, math.Inf(1)}
}

// Mark returns the mark for all members, the lower one for a band.
func (g *Guideline) Mark() float64 { return g.All.Marks()[0] }

// For returns what the guideline requires of a member.
func (g *Guideline) For(member string) Band {
	if b, ok := g.Own[member]; ok {
		return b
	}
	return g.All
}

// GoalOf returns the name of the guideline in what is said of some members, or of all where none or "" is named.
func (g *Guideline) GoalOf(members ...string) Goal {
	goal := g.Name
	if !goal.others || len(members) == 0 || members[0] == "" {
		return goal
	}
	band := g.For(members[0])
	if slices.ContainsFunc(members, func(code string) bool { return g.For(code) != band }) {
		return goal
	}
	if goal.others = false; band != g.All {
		goal.own, goal.unit = band.Marks()[0], g.unit
	}
	return goal
}

// MetBy reports whether a value of a member meets the guideline.
func (g *Guideline) MetBy(member string, value float64) bool { return g.For(member).Holds(value) }

// Met reports whether a figure meets the guideline.
func (g *Guideline) Met(f *Figure) bool { return g.MetBy(f.Member, f.Value) }

// Distance returns how far a figure is above (positive) or below (negative) the guideline, and with how many decimals
// that is known. For a measure in per cent it is in percentage points.
func (g *Guideline) Distance(f *Figure) (value float64, decimals int) {
	decimals = max(f.Decimals, g.Decimals)
	return Round(f.Value-g.For(f.Member).Edge(f.Value), decimals), decimals
}

// Favour changes the sign of a distance so that a larger one is better: a value above a ceiling, or outside a band on
// either side, becomes negative.
func (s Side) Favour(distance float64) float64 {
	switch s {
	case Ceiling:
		return -distance
	case Between:
		return -math.Abs(distance)
	}
	return distance
}

func (d *Dataset) loadGuidelines(root fs.FS, errs *diag.List) {
	d.Guidelines = map[string]*Guideline{}
	tables(root, guidelinesFile, false, errs, func(id string, t *tomldoc.Table) {
		g := &Guideline{ID: id, Measure: t.String("measure"), Adopted: t.Date("adopted"), Due: t.Date("due"),
			Aim: t.Bool("aim"), Event: t.String("event"), PartOf: t.Float("part_of", 0),
			PartNote: t.String("part_of_note"), URL: t.Address("url"), FoundAt: t.Addresses("found_at")}
		d.readBands(g, t)
		name := strings.ReplaceAll(t.String("name"), " %", "\u00a0%") // not at the end of a line
		g.Name = Goal{Name: name, Side: g.All.Side(), others: len(g.Own) > 0 && strings.ContainsAny(name, "0123456789")}
		if (g.Measure != "" || t.Blank("measure")) && d.Measures[g.Measure] == nil && len(d.Measures) > 0 {
			t.Errorf("measure", "unknown measure %q", g.Measure).Hint("%s", d.MeasureHint(g.Measure))
		}
		if !g.Due.IsZero() && g.Due.Before(g.Adopted) {
			t.Errorf("due", "due %s comes before adopted %s", g.Due, g.Adopted).
				Hint("due is the day by which the guideline is to be met")
		}
		t.NotBlank("name")
		t.Check(formats.Of("a guideline"))
		if m := d.Measures[g.Measure]; m != nil {
			g.unit = m.Unit
			d.Guidelines[id] = g
			d.AllGuidelines = append(d.AllGuidelines, g)
		}
	})
	slices.SortFunc(d.AllGuidelines, func(a, b *Guideline) int {
		return cmp.Or(a.Adopted.Compare(b.Adopted), cmp.Compare(a.Mark(), b.Mark()), cmp.Compare(a.ID, b.ID))
	})
}

// readBands reads what a guideline requires of all members and of single ones.
func (d *Dataset) readBands(g *Guideline, t *tomldoc.Table) {
	const hint = "write at_least for a floor, at_most for a ceiling, both for a band"
	g.All = Band{t.Float("at_least", math.Inf(-1)), t.Float("at_most", math.Inf(1))}
	switch {
	case !t.Has("at_least") && !t.Has("at_most") && !t.Broken("at_least") && !t.Broken("at_most"):
		t.Errorf("", "at_least is missing").Hint("%s", hint)
	case g.All.Low > g.All.High:
		t.Errorf("at_most", "at_most is below at_least").Hint("%s", hint)
	}
	if g.All == (Band{math.Inf(-1), math.Inf(1)}) { // it has been reported
		g.All.Low = 0
	}
	for _, v := range g.All.Marks() {
		g.Decimals = max(g.Decimals, decimalsOfMark(v))
	}
	own := t.Table("own")
	if own == nil {
		return
	}
	g.Own = map[string]Band{}
	for _, code := range own.Names() {
		switch {
		case d.lost(code): // already reported
			continue
		case d.Members[code] == nil:
			own.Errorf(code, "unknown member %q", code).Hint("%s", d.MemberHint(code))
			continue
		case g.All.Side() == Between:
			own.Errorf(code, "a mark of its own in a band").Hint("a member's own mark is one number; a band is for all")
			continue
		}
		mark := own.Float(code, 0)
		g.Own[code] = g.With(mark)
		g.Decimals = max(g.Decimals, decimalsOfMark(mark))
	}
}

func decimalsOfMark(v float64) int { return DecimalsOf(strconv.FormatFloat(v, 'f', -1, 64)) }

// Marks returns the marks of all guidelines for shares in per cent, under "", for money, in single units of the
// currency, under each name of it, and for what other units count, under "#".
func (d *Dataset) Marks() map[string][]float64 {
	all := map[string][]float64{}
	for _, g := range d.AllGuidelines {
		names, scale := []string{""}, 1.0
		if u := d.Measures[g.Measure].Unit; u.Money() {
			names, scale = []string{u.Currency, u.Symbol, u.Plural}, u.Scale
			names = append(slices.DeleteFunc(names, func(name string) bool { return name == "" }), "#")
		} else if u != Percent {
			names, scale = []string{"#"}, u.Scale
		}
		marks := g.All.Marks()
		for _, code := range slices.Sorted(maps.Keys(g.Own)) {
			marks = append(marks, g.Own[code].Marks()...)
		}
		marks = lists.Each(marks, func(m float64) float64 { return m * scale })
		for _, name := range names {
			all[name] = append(all[name], marks...)
		}
	}
	return all
}
