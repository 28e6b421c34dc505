// Package fact checks the words of a claim against the figure behind it.
//
// A Checker takes the words of a fact link, its reference and a Vintage. It returns a Fact, with the words to print
// and the answer they are based on, or an error that the words and the figures disagree, with the evidence. The
// package does not know where the words are in a page or how they will be shown.
//
// ref.go parses the reference, package lexicon the words, and check.go compares them.
package fact

import (
	"cmp"
	"fmt"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lexicon"
)

// A Claim is a fact link as its author wrote it.
type Claim struct {
	Ref   string   // the link's destination without "fact:"
	Words string   // the link's text, as plain text; empty to be filled in
	Pos   diag.Pos // the place of the bracket before the words
}

// A Fact is a claim that was found to be true.
type Fact struct {
	Ref    string          // as written, for data-fact: "GBR/2016"
	Key    string          // the same for equal facts, however they are written
	Words  string          // to be printed: the author's, or the figure if there were none
	Filled bool            // the author left the words out
	Exact  string          // the figure with its unit, as precise as it is known: "2.21%", "5 of 28"
	AsOf   civil.Date      // the day on which the figures were known
	Pinned bool            // the reference itself names a day or a release, so later figures do not touch it
	Answer *dataset.Answer // with the evidence
}

// A Checker checks claims. It is safe for concurrent use.
type Checker struct {
	Data  *dataset.Dataset
	Terms dataset.Terms
	Today civil.Date // the day of the report: nothing released later is known

	Lexicon *lexicon.Lexicon // the words of the report's language

	// Replay is set if the report is built as of an earlier day. A claim that asks for something later is then a
	// warning, because it was not made on that day.
	Replay bool
}

// A Judgement is the result of checking a claim.
type Judgement struct {
	Fact      *Fact       // nil if there is no answer
	Disagrees *diag.Error // the figures disagree with the words; nil if they agree
	NoAnswer  *diag.Error // the reference has no answer; nil if there is a Fact
	Malformed bool        // it has none on any day: it cannot be read
}

// Check checks a claim against v, or against what was known on the day that the claim's reference names. It returns
// the fact, or what is wrong.
func (c *Checker) Check(v *dataset.Vintage, claim Claim) (*Fact, *diag.Error) {
	j := c.Judge(v, claim)
	if wrong := cmp.Or(j.NoAnswer, j.Disagrees); wrong != nil {
		return nil, wrong
	}
	return j.Fact, nil
}

// Judge is like Check but also returns the figure if the words disagree with it.
func (c *Checker) Judge(v *dataset.Vintage, claim Claim) Judgement {
	ref, err := parseRef(claim.Ref, c.Terms.Collective, newest(c.Terms, v))
	wrong := func(p *problem) *diag.Error {
		e := &diag.Error{Pos: claim.Pos, Msg: p.Msg, HintText: p.Hint}
		if c.Replay && (ref.AsOf.After(c.Today) || ref.Released.After(c.Today)) {
			e.Severity = diag.Warning
		}
		return e
	}
	if err != nil {
		return Judgement{NoAnswer: wrong(err), Malformed: true}
	}
	if !ref.AsOf.IsZero() && ref.AsOf != v.Day {
		if ref.AsOf.After(c.Today) {
			return Judgement{NoAnswer: wrong(&problem{"as-of " + ref.AsOf.String() + " is after " + c.Today.String(),
				"a report cannot know what is released after its own day"})}
		}
		v = c.Data.AsOf(ref.AsOf)
	}
	a, asked := v.Ask(c.Terms, ref.Query)
	if asked != nil {
		no := asked.(*dataset.NoAnswer)
		e := wrong(&problem{no.Msg, no.Hint})
		e.Follows = c.follows(ref.Query, no)
		return Judgement{NoAnswer: e}
	}
	f := &Fact{Ref: claim.Ref, Key: keyOf(a.Query, v.Day), Words: claim.Words, Exact: Exact(a), AsOf: v.Day,
		Pinned: !ref.AsOf.IsZero() || !ref.Released.IsZero(), Answer: a}
	j := Judgement{Fact: f}
	if claim.Words == "" {
		f.Filled, f.Words = true, filled(a)
		if a.Unit == dataset.Truth && a.Value == 0 { // no words for what is not true
			j.Disagrees = wrong(untrue("", a, false))
		}
	} else if p := c.check(claim.Words, a); p != nil {
		j.Disagrees = wrong(p)
		j.Disagrees.Follows = c.Data.Doubts.Touch(a.Query)
	}
	return j
}

// newest returns a function for the last year of the report's own figures, which examples have.
func newest(t dataset.Terms, v *dataset.Vintage) func() int {
	return func() int {
		if year, _, ok := v.NewestYear(t.Source, t.Measure); ok {
			return year
		}
		return v.Day.Year
	}
}

// Form checks the reference of a claim by itself, for a report whose settings could not be read: its syntax, and the
// member it names.
func (c *Checker) Form(claim Claim) *diag.Error {
	ref, wrong := parseRef(claim.Ref, c.Terms.Collective, newest(c.Terms, c.Data.AsOf(c.Today)))
	if wrong != nil {
		return (&diag.Error{Pos: claim.Pos, Msg: wrong.Msg}).Hint("%s", wrong.Hint)
	}
	for _, code := range []string{ref.Subject, ref.Against} {
		if msg := fmt.Sprintf("unknown member %q", code); code != "" && c.Terms.Collective != "" &&
			c.Data.Members[c.Terms.Collective] == nil && c.Data.Members[code] == nil && !c.Data.Doubts.Explain(msg) {
			return (&diag.Error{Pos: claim.Pos, Msg: msg}).
				Hint("%s", c.Data.MemberHint(code, c.Terms.Collective))
		}
	}
	return nil
}

// follows reports whether a query may have no answer only because part of data/ could not be read.
func (c *Checker) follows(q dataset.Query, no *dataset.NoAnswer) bool {
	doubts := c.Data.Doubts
	if no.Form || !doubts.Any() {
		return false
	}
	if strings.HasPrefix(no.Msg, "unknown ") {
		return doubts.Explain(no.Msg)
	}
	q.Source = cmp.Or(q.Source, c.Terms.Source)
	return doubts.Touch(q)
}

// Exact returns the figure as precisely as it is known.
func Exact(a *dataset.Answer) string {
	bound := ""
	if a.AtLeast {
		bound = "at least "
	}
	switch {
	case a.Unit == dataset.Truth:
		f := a.Figures[0]
		return dataset.Amount(a.Measure.Unit, f.Value, f.Decimals)
	case ShowsSign(a):
		s := dataset.Amount(a.Unit, a.Value, a.Decimals)
		if a.Value > 0 && s[0] != '+' {
			return "+" + s
		}
		return s
	case a.Unit == dataset.Count && a.Tally != nil:
		return bound + dataset.Number(a.Value, 0) + " of " + dataset.Number(float64(a.Tally.Of()), 0)
	case a.Unit == dataset.Place:
		return dataset.Number(a.Value, 0) + " of " + dataset.Number(float64(len(a.Figures)), 0)
	case len(a.Holders) > 0:
		return dataset.Amount(a.Unit, a.Value, a.Decimals) + " (" + strings.Join(dataset.Names(a.Holders), ", ") + ")"
	}
	return bound + dataset.Amount(a.Unit, a.Value, a.Decimals)
}

// ShowsSign reports whether an answer is written with its sign, plus or minus: whether it is a difference.
func ShowsSign(a *dataset.Answer) bool {
	return a.Query.Comparison == "change" || a.Query.Comparison == "growth" ||
		a.Derived != nil && a.Derived.Name == "distance"
}

// filled returns the words of a fact whose author left them out.
func filled(a *dataset.Answer) string {
	switch {
	case a.Unit == dataset.Count && a.AtLeast:
		return "at least " + dataset.Number(a.Value, 0)
	case a.Unit == dataset.Count && a.Query.Comparison == "", a.Unit == dataset.Place:
		return dataset.Number(a.Value, 0)
	case len(a.Holders) > 0:
		return dataset.Amount(a.Unit, a.Value, a.Decimals)
	}
	return Exact(a)
}
