package site

import (
	"slices"
	"strconv"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/report"
)

// A Ledger is "Figures in this article": the evidence of its facts in reading
// order, equal facts in one row.
type Ledger []*Row

// A Row is the evidence of a fact, and what has become of it since.
type Row struct {
	N        int // from 1
	Sayings  []*saying
	Uses     int
	Exact    string
	Who      string // whom the number is of, and when: "Poland, 2016"
	Phrase   string // what it counts
	Terms    []*report.Term
	Verdict  string // of a fact that claims a side: "meets 2% of GDP"
	Edition  *dataset.Edition
	Estimate bool
	Note     string
	Notes    []report.NoteLine // of a single figure, or of what a number rests on
	Counts   []string          // on whose figures a count hangs
	Line     *report.Line      // where the figure stands, when it is a single one
	Behind   *members          // the figures behind it, when there are several
	Revised  *Revision

	of, against string          // the members it is of; "" for all together
	today       *dataset.Answer // to the same question, by the newest figures; nil when there is none
}

// A saying is a wording of a fact, and the places where the article has it.
type saying struct {
	Words  string
	Places []place
}

// A place is one use of a fact. ID is "" where nothing can be led back to: in
// an attribute.
type place struct {
	N  int // among the uses of the row, from 1
	ID string
}

// A Revision is what a later edition says.
type Revision struct {
	Exact    string
	Verdict  string
	Estimate bool
	Edition  *dataset.Edition
	Line     *report.Line
}

// row finds or makes the row of a fact and notes the use. open says that the
// use can carry an id; it is then given.
func (w *answerer) row(f *fact.Fact, open bool) (r *Row, id string) {
	r = w.rows[f.Key]
	if r == nil {
		r = w.site.newRow(f, len(w.article.Ledger)+1)
		if w.rows == nil {
			w.rows = map[string]*Row{}
		}
		w.rows[f.Key] = r
		w.article.Ledger = append(w.article.Ledger, r)
	}
	r.Uses++
	if open {
		id = "use-" + strconv.Itoa(r.N)
		if r.Uses > 1 {
			id += "-" + strconv.Itoa(r.Uses)
		}
	}
	words := w.site.WordsOf(f)
	i := slices.IndexFunc(r.Sayings, func(s *saying) bool { return s.Words == words })
	if i < 0 {
		i = len(r.Sayings)
		r.Sayings = append(r.Sayings, &saying{Words: words})
	}
	r.Sayings[i].Places = append(r.Sayings[i].Places, place{r.Uses, id})
	return r, id
}

func (s *Site) newRow(f *fact.Fact, n int) *Row {
	a := f.Answer
	r := &Row{N: n, Exact: s.Exact(a), Who: s.Who(a), Phrase: s.Counting(a), Terms: s.TermsOf(a), Verdict: s.SideTaken(a),
		Edition: a.Edition, Estimate: a.Estimate, Note: s.Priced(a.Priced), Line: s.LineOf(a), Behind: s.behind(a)}
	r.Notes, r.Counts = s.AnswerNotes(a)
	r.of, r.against = a.Query.Subject, a.Query.Against
	r.today = s.askToday(a)
	r.Revised = s.revision(a, r.today)
	return r
}

// askToday asks the same of the newest figures, whatever edition was named.
func (s *Site) askToday(then *dataset.Answer) *dataset.Answer {
	q := then.Query
	q.Released = civil.Date{}
	now, err := s.Today.Ask(s.Terms, q)
	if err != nil {
		return nil
	}
	return now
}

// revision says what a later edition has made of an answer; nil when it says
// the same.
func (s *Site) revision(then, now *dataset.Answer) *Revision {
	if then.Edition == nil || now == nil || rebased(then, now) || !now.Edition.Release.Date.After(then.Edition.Release.Date) || same(then, now) {
		return nil
	}
	return &Revision{s.Exact(now), s.SideTaken(now), now.Estimate, now.Edition, s.LineOf(now)}
}

// rebased reports whether two answers are at the prices of different years,
// or of what is counted in different ways, so that one does not revise the
// other.
func rebased(then, now *dataset.Answer) bool {
	if len(then.Figures) == 0 || len(now.Figures) == 0 || then.Tally != nil || then.Figures[0].Measure != now.Figures[0].Measure {
		return false
	}
	f, g := then.Figures[0], now.Figures[0]
	return then.Unit == dataset.USDMillion && !f.SameBase(g) || len(then.Figures) == 1 && dataset.BreakBetween(f, g) != nil
}

// same says whether two answers to a question agree, as far as the less
// precise of them goes: 2.1 and 2.10 do.
func same(a, b *dataset.Answer) bool {
	d := min(a.Decimals, b.Decimals)
	if a.Unit == dataset.Truth {
		f, g := a.Figures[0], b.Figures[0]
		return a.Value == b.Value && dataset.Round(f.Value, min(f.Decimals, g.Decimals)) == dataset.Round(g.Value, min(f.Decimals, g.Decimals))
	}
	return dataset.Round(a.Value, d) == dataset.Round(b.Value, d) && a.AtLeast == b.AtLeast && slices.Equal(a.Holders, b.Holders)
}

// Revised counts the rows that a later edition has revised.
func (l Ledger) Revised() int {
	n := 0
	for _, r := range l {
		if r.Revised != nil {
			n++
		}
	}
	return n
}

// tellsOf says whether a row is of a member.
func (l Ledger) tellsOf(code string) bool {
	return slices.ContainsFunc(l, func(r *Row) bool { return r.of == code || r.against == code })
}

// Terms gives what is to be explained below the rows, each once.
func (l Ledger) Terms() []*report.Term {
	var list []*report.Term
	for _, r := range l {
		for _, t := range r.Terms {
			if t.Definition != "" && !slices.ContainsFunc(list, func(o *report.Term) bool { return o.ID == t.ID }) {
				list = append(list, t)
			}
		}
	}
	return list
}

// Term gives the term that the row's phrase leads to; nil without a
// definition.
func (r *Row) Term() *report.Term {
	if len(r.Terms) > 0 && r.Terms[0].Definition != "" {
		return r.Terms[0]
	}
	return nil
}
