package chart

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/english"
)

// This file holds what the kinds that show all members of a year have in
// common: quadrant, heatmap, map, shares and money.

// editionWith gives the newest edition that answers several measures for the
// spec's year, or for the newest year that any edition answers all of them.
func (r *request) editionWith(measures ...*dataset.Measure) (*dataset.Edition, int) {
	all := func(e *dataset.Edition, year int) bool {
		return !slices.ContainsFunc(measures, func(m *dataset.Measure) bool { return !e.Answers(m.ID, year) })
	}
	var best *dataset.Edition
	newest := 0
	for _, e := range r.v.Known(r.source.ID) {
		for _, y := range e.Years(measures[0].ID) {
			if (r.s.Year == 0 || r.s.Year == y) && y > newest && all(e, y) {
				best, newest = e, y
			}
		}
	}
	if best != nil {
		return best, newest
	}
	ids := make([]string, len(measures))
	for i, m := range measures {
		ids[i] = m.ID
	}
	hint, late := "an edition answers when it is not partial and holds three quarters of the year's members", ""
	for _, e := range r.v.Editions() { // newest first: the last one found is the first released
		for _, y := range e.Years(measures[0].ID) {
			if e.Source == r.source && (r.s.Year == 0 || r.s.Year == y) && all(e, y) {
				late = fmt.Sprintf("%s answers; set as_of = %s", e, e.Release.Date)
			}
		}
	}
	if late != "" {
		hint = late
	}
	if r.s.Year != 0 {
		r.errorf("year", "no edition of %s known on %s answers %s for %d", r.source.Name, r.v.Day, english.List(ids), r.s.Year).
			Hint("%s", hint)
	} else {
		r.errorf("source", "no edition of %s known on %s answers %s", r.source.Name, r.v.Day, english.List(ids)).
			Hint("%s", hint)
	}
	return nil, 0
}

// chosenAmong reports the members named in the spec that have no mark.
func (r *request) chosenAmong(e *dataset.Edition, year int, has func(*dataset.Member) bool) bool {
	for _, m := range r.members {
		switch {
		case has(m):
		case m.Aggregate:
			r.noMember(m, "a trend chart takes aggregates", "%s is an aggregate; a %s chart compares members", m.Code, r.kind.name)
		case m.Joined.Year > year:
			r.noMember(m, "leave it out, or choose a later year", "%s joined on %s, after %d", m.Name, m.Joined, year)
		default:
			r.noMember(m, "leave it out", "no %s of %s for %d in the edition of %s", r.measure.ID, m.Name, year, e)
		}
	}
	return !r.errs.Failed()
}

// chosen says whether the spec names a member.
func (r *request) chosen(m *dataset.Member) bool { return slices.Contains(r.members, m) }

// needTerm looks up a measure that a setting of the report names, and reports
// the setting when it is absent.
func (r *request) needTerm(key, id, what string) *dataset.Measure {
	if id == "" {
		r.errorf("kind", "a %s chart needs the setting %s", r.kind.name, key).
			Hint("set %s in config.toml to %s", key, what)
		return nil
	}
	m := r.v.Measures[id]
	if m == nil {
		r.errorf("kind", "%s in config.toml is %q, which is no measure", key, id).
			Hint("%s", diag.DidYouMean(id, r.v.MeasureIDs(), "all measures are in data/measures.toml"))
	}
	return m
}

// needBase gives what the chart's measure is a share of.
func (r *request) needBase() *dataset.Measure {
	base := r.v.Measures[r.measure.Of]
	if base == nil || base.Unit != dataset.USDMillion {
		r.errorf("measure", "a %s chart needs a share of something in US dollars; %s is none", r.kind.name, r.measure.ID).
			Hint("set of in data/measures.toml, [%s], to a measure in US dollars", r.measure.ID)
		return nil
	}
	return base
}

// tileCode is the short name of a member.
func tileCode(m *dataset.Member) string {
	if m.ISO2 != "" {
		return m.ISO2
	}
	return m.Code
}

// drawBoth makes the two drawings; the description is the beginning of the
// summary.
func (c *Chart) drawBoth(w words, draw func(p *pen, s size, open func(height float64)) []byte) {
	desc := strings.Join(c.Summary[:min(2, len(c.Summary))], " ")
	for _, s := range []size{wide, narrow} {
		p := newPen(c.ID, s, w)
		svg := draw(p, s, func(height float64) { p.open(s, height, c.Title, desc) })
		if s.name == wide.name {
			c.Wide = svg
		} else {
			c.Narrow = svg
		}
	}
}

// veil defines the pattern that is laid over filled marks of estimates.
func (p *pen) veil() {
	p.raw(`<pattern id="`).raw(p.id).raw(`-veil" class="veil" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h1.8v5H0z"/></pattern>`)
}

// veiled writes the attributes of something filled with the veil.
func (p *pen) veiled() *pen { return p.raw(` fill="url(#`).raw(p.id).raw(`-veil)"`) }

// box draws a rectangle as part of a path.
func (p *pen) box(x, y, w, h float64) {
	p.raw("M").num(x).raw(" ").num(y).raw("h").num(w).raw("v").num(h).raw("h").num(-w).raw("z")
}
