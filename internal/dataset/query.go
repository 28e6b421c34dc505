package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// Terms are the subject of a report: the defaults of a query.
type Terms = config.Terms

// A Query asks for one number.
type Query struct {
	Subject    string // the code of a member or aggregate; "" for all members together
	Year       int
	From       int        // the earlier year of a comparison of two years; otherwise 0
	Measure    string     // of data/measures.toml, or a derived name; "" for the report's own, or the number of members
	Derived    string     // a derived measure; "" for the figure as published
	Comparison string     // change, growth or ratio; "" for none
	Against    string     // the other member of a comparison of two members
	Source     string     // "" for the report's own
	Released   civil.Date // the edition; zero for the newest one that answers
	Guideline  string     // "" for the measure's own
}

// An Answer is a number with its evidence.
type Answer struct {
	Query     Query // with all defaults filled in
	Value     float64
	Decimals  int // decimals to which Value is known
	Unit      Unit
	Measure   *Measure   // the measure counted or compared; nil for a number of members
	Guideline *Guideline // nil where none is involved
	Derived   *Derived   // nil for a published figure and a number of members
	Edition   *Edition   // nil for a number of members
	Figures   []*Figure  // the figures the number is computed from, in order
	Tally     *Tally     // for a count or rank: the members that meet and those that do not
	Holders   []*Member  // for highest and lowest: the members with that figure
	Missing   []*Member  // members without a figure, if the number is computed from all members
	Parts     [2]*Answer // for a comparison: the later or first answer, and the one it is compared with
	AtLeast   bool       // members are missing: the value is a lower bound
	Estimate  bool       // some of Figures are estimates
	Priced    *Figure    // the figure that prices it, if that is from another edition than the number, or nil
	About     bool       // an amount of money computed from a share as printed
}

// A NoAnswer is the reason why a query has no answer.
type NoAnswer struct {
	Msg, Hint string
	Form      bool // the query itself is wrong, whatever the figures are
}

// Error returns the reason.
func (e *NoAnswer) Error() string { return e.Msg }

func noAnswer(hint, format string, args ...any) error {
	return &NoAnswer{Msg: fmt.Sprintf(format, args...), Hint: hint}
}

// badForm is like noAnswer, for a query that no figures could answer.
func badForm(hint, format string, args ...any) error {
	return &NoAnswer{Msg: fmt.Sprintf(format, args...), Hint: hint, Form: true}
}

// Ask answers a query from what was known on the vintage's day. The error is a *NoAnswer.
func (v *Vintage) Ask(t Terms, q Query) (*Answer, error) {
	q.Source = cmp.Or(q.Source, t.Source)
	if IsDerived(q.Measure) && q.Derived == "" {
		q.Measure, q.Derived = "", q.Measure
	}
	if IsComparison(q.Measure) && q.Comparison == "" {
		q.Measure, q.Comparison = "", q.Measure
	}
	if err := v.unknown(t, q); err != nil {
		return nil, err
	}
	g, err := v.guidelineOf(t, &q)
	if err != nil {
		return nil, err
	}
	if q.Comparison != "" || q.From != 0 || q.Against != "" {
		return v.compare(t, q)
	}
	if q.Derived == "" {
		return v.published(t, q, g)
	}
	d := derivedNamed(q.Derived)
	if d == nil {
		names := derivedNames(q.Subject == "")
		return nil, badForm(diag.DidYouMean(q.Derived, append(names, Comparisons...),
			"what can be asked is "+strings.Join(names, ", ")), "unknown question %q", q.Derived)
	}
	if d.Collective != (q.Subject == "") {
		return nil, v.wrongSubject(t, q, d)
	}
	if d.Guideline && g == nil {
		return nil, noAnswer("all guidelines are in "+guidelinesFile, "no guideline applies to %s", q.Measure)
	}
	a, err := d.derive(v, t, q, g)
	if err != nil {
		return nil, err
	}
	a.Query, a.Derived = q, d
	a.Estimate = anyEstimate(a.Figures)
	return a, nil
}

// unknown returns an error if the source, a member or the measure of a query is unknown.
func (v *Vintage) unknown(t Terms, q Query) error {
	if v.Sources[q.Source] == nil {
		return noAnswer(v.SourceHint(q.Source), "unknown source %q", q.Source)
	}
	for _, code := range []string{q.Subject, q.Against} {
		if code != "" && v.Members[code] == nil {
			return noAnswer(v.MemberHint(code, t.Collective), "unknown member %q", code)
		}
	}
	id := cmp.Or(q.Measure, t.Measure)
	if v.Measures[id] != nil {
		return nil
	}
	derived := derivedNames(q.Subject == "")
	names := slices.Concat(v.MeasureIDs(), derived, Comparisons)
	known := diag.Listed("measures", v.MeasureIDs(), "measures are in "+measuresFile)
	return noAnswer(diag.DidYouMean(id, names, known+"; or ask "+strings.Join(derived, ", ")), "unknown measure %q", id)
}

// wrongSubject returns the error of a query that asks one member what applies to all, or the other way round.
func (v *Vintage) wrongSubject(t Terms, q Query, d *Derived) error {
	if d.Collective {
		hint := fmt.Sprintf("write fact:%s/%d/%s", t.Collective, q.Year, d.Name)
		if own := counterpart[d.Name]; own != "" {
			hint = fmt.Sprintf("write fact:%s/%d/%s, or %s for all", q.Subject, q.Year, own, hint[len("write "):])
		}
		return badForm(hint, "%s applies to all %s together, not to one", d.Name, t.Members())
	}
	hint := "name a member"
	if all := v.AllMembers; len(all) > 0 {
		hint += fmt.Sprintf(", such as fact:%s/%d/%s", all[0].Code, q.Year, d.Name)
	}
	if all := counterpart[d.Name]; all != "" {
		hint = fmt.Sprintf("write fact:%s/%d/%s for how many do, or name a member", t.Collective, q.Year, all)
	}
	return badForm(hint, "%s applies to one member, not to all", d.Name)
}

// counterpart maps names that apply to one member to those that apply to all, and the other way round.
var counterpart = map[string]string{"meets": "meeting", "meeting": "meets", "misses": "below", "below": "misses"}

// guidelineOf returns the guideline that a query means: the one it names; otherwise, of the guidelines for its
// measure, the report's own, the second, or the one agreed first. It may be nil for a query that needs none. For a
// query about a guideline's measure that does not name the measure, it sets the measure.
func (v *Vintage) guidelineOf(t Terms, q *Query) (*Guideline, error) {
	named := q.Guideline
	if named == "" && q.Measure == "" {
		q.Guideline = t.Guideline
	}
	if named == "" && q.Measure != "" {
		q.Guideline = v.markFor(t, q.Measure)
	}
	g := v.Guidelines[q.Guideline]
	switch {
	case g == nil && q.Guideline != "":
		return nil, noAnswer(v.GuidelineHint(named), "unknown guideline %q", q.Guideline)
	case g != nil && q.Measure != "" && g.Measure != q.Measure:
		return nil, noAnswer("leave one of the two out",
			"the guideline %q applies to %s, not to %s", g.ID, g.Measure, q.Measure)
	}
	return g, nil
}

func (v *Vintage) markFor(t Terms, measure string) string {
	for _, id := range [2]string{t.Guideline, t.Second} {
		if g := v.Guidelines[id]; g != nil && g.Measure == measure {
			return id
		}
	}
	if g := lists.Find(v.AllGuidelines, func(g *Guideline) bool { return g.Measure == measure }); g != nil {
		return g.ID
	}
	return ""
}

// published answers with a figure as its source published it, or with the number of members.
func (v *Vintage) published(t Terms, q Query, g *Guideline) (*Answer, error) {
	if q.Subject == "" {
		if q.Measure != "" {
			return nil, badForm("ask for "+strings.Join(derivedNames(true), ", "),
				"%s have no %s of their own", t.Members(), q.Measure)
		}
		return v.membership(q)
	}
	q.Measure = cmp.Or(q.Measure, t.Measure)
	m := v.Measures[q.Measure]
	f, err := v.figure(q, m.ID)
	if err != nil {
		return nil, err
	}
	if g != nil && g.Measure != m.ID {
		g = nil
	}
	return &Answer{Query: q, Value: f.Value, Decimals: f.Decimals, Unit: m.Unit, Measure: m, Guideline: g,
		Edition: f.Edition, Figures: []*Figure{f}, Estimate: f.Status == Estimate}, nil
}

func anyEstimate(figures []*Figure) bool {
	return slices.ContainsFunc(figures, func(f *Figure) bool { return f.Status == Estimate })
}

// membership answers with the number of members in a year. It depends on the days of joining, not on an edition.
func (v *Vintage) membership(q Query) (*Answer, error) {
	if q.Year > v.Day.Year {
		return nil, noAnswer("ask of a year that has begun",
			"who will be a member in %d is not known on %s", q.Year, v.Day)
	}
	n := len(v.MembersIn(q.Year))
	if n == 0 {
		return nil, noAnswer("the days of joining are in "+membersFile, "nobody had joined by the end of %d", q.Year)
	}
	return &Answer{Query: q, Value: float64(n), Unit: Count}, nil
}

// figure returns the figure that a query is about, from the edition it names, or else from the newest release that
// has it.
func (v *Vintage) figure(q Query, measure string) (*Figure, error) {
	name := v.Members[q.Subject].Name
	if !q.Released.IsZero() {
		e, err := v.named(q)
		if err != nil {
			return nil, err
		}
		if f, ok := e.Figure(q.Subject, q.Year, measure); ok {
			return f, nil
		}
		return nil, noAnswer(v.elsewhere(q, measure), "no %s of %s for %d in the edition of %s",
			measure, name, q.Year, e)
	}
	if f, ok := v.Figure(q.Source, q.Subject, q.Year, measure); ok {
		return f, nil
	}
	return nil, noAnswer(v.elsewhere(q, measure), "no %s of %s for %d by %s as known on %s",
		measure, name, q.Year, v.Sources[q.Source].Name, v.Day)
}

func (v *Vintage) named(q Query) (*Edition, error) {
	if e, ok := v.Released(q.Source, q.Released); ok {
		return e, nil
	}
	s := v.Sources[q.Source]
	if s.released(q.Released) != nil {
		return nil, noAnswer("add ?as-of= with a later day, or ask for an earlier release",
			"the release of %s was not out on %s", q.Released, v.Day)
	}
	return nil, noAnswer(s.ReleaseHint(q.Released), "%s released nothing on %s", s.Name, q.Released)
}

// elsewhere returns a hint where a missing figure can be found.
func (v *Vintage) elsewhere(q Query, measure string) string {
	if m := v.Members[q.Subject]; m.Exempt != "" {
		return m.Name + ": " + m.Exempt
	}
	for _, own := range []bool{true, false} { // the same source on another day comes first
		for _, e := range v.Editions {
			if _, ok := e.Figure(q.Subject, q.Year, measure); !ok || (e.Source.ID == q.Source) != own {
				continue
			}
			var ask []string
			if !own {
				ask = append(ask, "source="+e.Source.ID)
			}
			if e.Release.Date.After(v.Day) {
				ask = append(ask, "as-of="+e.Release.Date.String())
			}
			if ask == nil {
				return e.String() + " has one"
			}
			return e.String() + " has one; ask ?" + strings.Join(ask, "&")
		}
	}
	return "no source in data/ has one"
}

// edition returns the edition that a count, rank or statistic is computed from.
func (v *Vintage) edition(q Query, measure string) (*Edition, error) {
	if !q.Released.IsZero() {
		e, err := v.named(q)
		switch {
		case err != nil:
			return nil, err
		case e.Release.Partial:
			return nil, noAnswer("ask for an edition that is not partial; this one answers only for single figures",
				"%s has only selected members, so nothing is counted from it", e)
		case !e.Answers(measure, q.Year):
			return nil, noAnswer(enough, "%s has too few figures of %s for %d to count from", e, measure, q.Year)
		}
		return e, nil
	}
	if e, ok := v.Edition(q.Source, measure, q.Year); ok {
		return e, nil
	}
	hint := enough
	if id := v.SourceWith(measure, q.Year, v.Day); id != "" {
		hint = fmt.Sprintf("%s has one; ask ?source=%s", v.Sources[id].Name, id)
	}
	for _, e := range v.Editions {
		if e.Source.ID == q.Source && e.Answers(measure, q.Year) {
			hint = fmt.Sprintf("%s has one; ask ?as-of=%s", e, e.Release.Date)
		}
	}
	return nil, noAnswer(hint, "no edition of %s known on %s has enough %s for %d to count from",
		v.Sources[q.Source].Name, v.Day, measure, q.Year)
}

// enough defines when an edition is complete enough to count from.
const enough = "a count needs an edition that is not partial and has three quarters of the year's members"

// SourceWith returns a source with an edition by the day that is complete enough to count a measure in a year, or in
// any year if year is 0. It returns "" if there is none.
func (d *Dataset) SourceWith(measure string, year int, day civil.Date) string {
	e := lists.Find(d.Editions, func(e *Edition) bool {
		return !e.Release.Date.After(day) && (e.Answers(measure, year) || year == 0 && len(e.Years(measure)) > 0)
	})
	if e == nil {
		return ""
	}
	return e.Source.ID
}
