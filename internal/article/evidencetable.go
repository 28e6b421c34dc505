package article

import (
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// An EvidenceTable is "Figures in this article": the evidence of its facts in reading order, equal facts in one row.
type EvidenceTable []*Row

// A Row is the evidence of a fact and its later revisions.
type Row struct {
	N        int // from 1
	Wordings []*wording
	Uses     int
	Who      string // whom the number is of, and when: "Poland, 2016"
	Phrase   string // what it counts
	Terms    []*report.Term
	Result
	Note    string
	Notes   []report.NoteLine // of a single figure, or of what a number rests on
	Counts  []string          // on whose figures a count hangs
	Inputs  *members          // the figures behind it, when there are several
	Revised *Result           // by a later edition

	Overturned bool // the article concludes from it what no longer holds

	Fact   *fact.Fact
	Newest *dataset.Answer // to the same question, by the newest figures; nil when there is none
}

// A wording is a wording of a fact, and the places where the article has it.
type wording struct {
	Words  string
	Places []place
}

// A place is one use of a fact. ID is "" where nothing can be led back to: in an attribute.
type place struct {
	N  int // among the uses of the row, from 1
	ID string
}

// A Result is an answer as readers see it.
type Result struct {
	Exact    string
	Verdict  string // of a fact that claims a side: "meets 2% of GNI"
	Estimate bool
	Edition  *dataset.Edition
	Line     *report.Line // of a single figure
}

// ResultOf returns an answer as readers see it, nil for none.
func ResultOf(rep *report.Report, a *dataset.Answer) *Result {
	if a == nil {
		return nil
	}
	return &Result{rep.Format(a), rep.SideTaken(a), a.Estimate, a.Edition, rep.LineOf(a)}
}

// row finds or adds the row of a fact and records the use. If open is true the use can carry an id and gets one.
func (w *resolver) row(f *fact.Fact, open bool) (r *Row, id string) {
	r = w.rows[f.Key]
	if r == nil {
		r = w.mk.newRow(f, len(w.article.Evidence)+1)
		if w.rows == nil {
			w.rows = map[string]*Row{}
		}
		w.rows[f.Key] = r
		w.article.Evidence = append(w.article.Evidence, r)
	}
	r.Uses++
	if open {
		id = "use-" + strconv.Itoa(r.N)
		if r.Uses > 1 {
			id += "-" + strconv.Itoa(r.Uses)
		}
	}
	words := w.mk.WordsOf(f)
	i := slices.IndexFunc(r.Wordings, func(s *wording) bool { return s.Words == words })
	if i < 0 {
		i = len(r.Wordings)
		r.Wordings = append(r.Wordings, &wording{Words: words})
	}
	r.Wordings[i].Places = append(r.Wordings[i].Places, place{r.Uses, id})
	return r, id
}

func (s *maker) newRow(f *fact.Fact, n int) *Row {
	a := f.Answer
	r := &Row{N: n, Fact: f, Result: *ResultOf(s.Report, a), Who: s.Who(a), Phrase: s.Counting(a), Terms: s.TermsOf(a),
		Note: s.Priced(a.Priced), Inputs: s.inputs(a), Newest: s.AskToday(a)}
	r.Notes, r.Counts = s.AnswerNotes(a)
	if report.Revised(a, r.Newest) {
		r.Revised = ResultOf(s.Report, r.Newest)
	}
	return r
}

// Revised counts the rows that a later edition has revised.
func (l EvidenceTable) Revised() int {
	return len(lists.Filter(l, func(r *Row) bool { return r.Revised != nil }))
}

// Overturned reports whether something that the article concludes no longer holds.
func (l EvidenceTable) Overturned() bool {
	return slices.ContainsFunc(l, func(r *Row) bool { return r.Overturned })
}

// HasRowOf reports whether a row is of a member.
func (l EvidenceTable) HasRowOf(code string) bool {
	return slices.ContainsFunc(l, func(r *Row) bool {
		return r.Fact.Answer.Query.Subject == code || r.Fact.Answer.Query.Against == code
	})
}

// Terms returns what is to be explained below the rows, each once.
func (l EvidenceTable) Terms() []*report.Term {
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

// Term returns the term that the row's phrase leads to; nil without a definition.
func (r *Row) Term() *report.Term {
	if len(r.Terms) > 0 && r.Terms[0].Definition != "" {
		return r.Terms[0]
	}
	return nil
}

// noted reports whether the fact depends on figures with a marked note: on some of a few, or on one that decides a
// count.
func (r *Row) noted() bool {
	few := r.Inputs == nil
	return len(r.Counts) > 0 || few && slices.ContainsFunc(r.Notes, func(l report.NoteLine) bool { return l.Mark })
}
