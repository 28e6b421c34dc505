package importer

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A Comparison compares the figures of one measure with the previous edition that has it.
type Comparison struct {
	Measure *dataset.Measure
	Edition *dataset.Edition // nil for a measure that is new for the source
	Same    int
	Firm    int        // the same value, which is no longer an estimate
	Loose   int        // the same value, which has become an estimate
	Revised []Revision // the largest first
	New     int
	Removed []*dataset.Figure // by member and year
	Left    int               // figures of years before or after those that the edition is now about
}

// A Revision is a figure that differs from the previous edition by more than its digits.
type Revision struct {
	Now    *Figure
	Before *dataset.Figure
}

// Change returns how far the figure has moved, in the unit of the measure.
func (r Revision) Change() float64 { return r.Now.Value - r.Before.Value }

// size returns the key by which revisions are ordered: percentage points, or else the relative change.
func (r Revision) size(m *dataset.Measure) float64 {
	if m.Unit == dataset.Percent || r.Before.Value == 0 {
		return math.Abs(r.Change())
	}
	return math.Abs(r.Change() / r.Before.Value)
}

// warn adds a warning about the figure before and now.
func (r Revision) warn(errs *diag.List) *diag.Error {
	return errs.Warnf(r.Now.Pos, "%s is %s, after %s in the edition of %s", r.Now, r.Now.Text,
		dataset.Plain(r.Before.Value, r.Before.Decimals), r.Before.Released)
}

// Compare compares a Result with the newest edition before it, measure by measure. It prefers editions that are not
// partial.
func (in *Result) Compare(data *dataset.Dataset, source string, released civil.Date) []Comparison {
	var list []Comparison
	held := in.index()
	for _, id := range in.Measures() {
		years := lists.Each(in.Of(id), func(f *Figure) int { return f.Year })
		first, last := slices.Min(years), slices.Max(years)
		c := Comparison{Measure: data.Measures[id], Edition: before(data, source, id, released)}
		for _, f := range in.Of(id) {
			if c.Edition == nil {
				c.New++
				continue
			}
			old, ok := c.Edition.Figure(f.Member, f.Year, id)
			switch {
			case !ok:
				c.New++
			case !dataset.Agree(old.Value, old.Decimals, f.Value, dataset.DecimalsOf(f.Text)):
				c.Revised = append(c.Revised, Revision{f, old})
			case old.Status == dataset.Estimate && f.Status == dataset.Actual:
				c.Firm++
			case old.Status != f.Status:
				c.Loose++
			default:
				c.Same++
			}
		}
		for i := range data.Figures {
			old := &data.Figures[i]
			switch {
			case c.Edition == nil || old.Edition != c.Edition || old.Measure != id ||
				held[key{old.Member, id, old.Year}] != nil:
			case old.Year < first || old.Year > last:
				c.Left++
			default:
				c.Removed = append(c.Removed, old)
			}
		}
		larger := func(a, b Revision) int { return cmp.Compare(b.size(c.Measure), a.size(c.Measure)) }
		slices.SortStableFunc(c.Revised, larger)
		slices.SortFunc(c.Removed, func(a, b *dataset.Figure) int {
			return cmp.Or(strings.Compare(a.Member, b.Member), cmp.Compare(a.Year, b.Year))
		})
		list = append(list, c)
	}
	return list
}

// Measures returns the identifiers of the measures with figures, in alphabetical order.
func (in *Result) Measures() []string {
	ids := lists.Each(in.Figures, func(f *Figure) string { return f.Measure })
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Of returns the figures of a measure, in order.
func (in *Result) Of(measure string) []*Figure {
	return lists.Filter(in.Figures, func(f *Figure) bool { return f.Measure == measure })
}

// index returns the figures by what they are of.
func (in *Result) index() map[key]*Figure {
	of := map[key]*Figure{}
	for _, f := range in.Figures {
		of[key{f.Member, f.Measure, f.Year}] = f
	}
	return of
}

func before(data *dataset.Dataset, source, measure string, released civil.Date) *dataset.Edition {
	var partial *dataset.Edition
	for _, e := range data.AsOf(released).Known(source) {
		if !e.Release.Date.Before(released) || len(e.Span(measure)) == 0 {
			continue
		}
		if !e.Release.Partial {
			return e
		}
		partial = cmp.Or(partial, e)
	}
	return partial
}

// CSV returns the figures in the format of a release file.
func (in *Result) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("member,year,measure,value,status\n")
	for _, f := range in.Figures {
		fmt.Fprintf(&b, "%s,%d,%s,%s,%s\n", f.Member, f.Year, f.Measure, f.Text, f.Status)
	}
	return b.Bytes()
}
