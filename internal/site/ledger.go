package site

import (
	"fmt"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
)

// A Row is a line of "Figures in this article": the evidence of a fact, and
// what has become of it since.
type Row struct {
	N        int      // from 1, in reading order
	Words    []string // the words in which the article says it, each once
	Exact    string
	What     string // what the number is of
	Verdict  string // of a fact that claims a side: "meets 2% of GDP"
	Edition  *dataset.Edition
	File     string // path of the release file on the site; "" when it may not be passed on
	Estimate bool
	Note     string
	Uses     int
	Revised  *Revision
}

// A Revision is what a later edition says.
type Revision struct {
	Exact   string
	Verdict string
	Edition *dataset.Edition
}

// row finds or makes the row of a fact, and counts its uses.
func (w *answerer) row(f *fact.Fact) *Row {
	r := w.rows[f.Key]
	if r == nil {
		a := f.Answer
		r = &Row{N: len(w.article.Ledger) + 1, Exact: f.Exact, What: w.site.what(a), Verdict: verdict(a),
			Edition: a.Edition, Estimate: a.Estimate, Note: a.Note, Revised: w.site.revision(f)}
		if a.Edition != nil && a.Edition.Source.Redistribute {
			r.File = a.Edition.Release.File
		}
		if w.rows == nil {
			w.rows = map[string]*Row{}
		}
		w.rows[f.Key] = r
		w.article.Ledger = append(w.article.Ledger, r)
	}
	r.Uses++
	if !slices.Contains(r.Words, f.Words) {
		r.Words = append(r.Words, f.Words)
	}
	return r
}

// what says what a number is of.
func (s *Site) what(a *dataset.Answer) string {
	q := a.Query
	who := capital(s.Config.Plural)
	if q.Subject != "" {
		who = s.Data.Members[q.Subject].Name
	}
	switch {
	case a.Derived != nil && a.Guideline != nil:
		return fmt.Sprintf("%s, %d: "+a.Derived.Phrase, phraseArgs(a, who)...)
	case a.Derived != nil:
		return fmt.Sprintf("%s, %d: %s of %s", who, q.Year, a.Derived.Phrase, a.Measure.Name)
	case a.Measure != nil:
		return fmt.Sprintf("%s, %d: %s", who, q.Year, a.Measure.Name)
	}
	return fmt.Sprintf("Number of %s, %d", s.Config.Plural, q.Year)
}

func phraseArgs(a *dataset.Answer, who string) []any {
	args := []any{who, a.Query.Year}
	if a.Derived.NamesGuideline() {
		args = append(args, a.Guideline.Name)
	}
	return args
}

// verdict says on which side of the guideline a fact that claims a side is.
func verdict(a *dataset.Answer) string {
	if a.Unit != dataset.Truth {
		return ""
	}
	if a.Guideline.MetBy(a.Figures[0].Value) {
		return "meets " + a.Guideline.Name
	}
	return "is short of " + a.Guideline.Name
}

// revision asks the same of the newest figures. nil when they say the same.
func (s *Site) revision(f *fact.Fact) *Revision {
	then := f.Answer
	if then.Edition == nil {
		return nil
	}
	q := then.Query
	q.Released = civil.Date{}
	now, err := s.Today.Ask(s.Terms, q)
	if err != nil || !now.Edition.Release.Date.After(then.Edition.Release.Date) {
		return nil
	}
	if same(then, now) {
		return nil
	}
	return &Revision{fact.Exact(now), verdict(now), now.Edition}
}

// same says whether two answers to a question agree, as far as the less
// precise of them goes: 2.1 and 2.10 do.
func same(a, b *dataset.Answer) bool {
	d := min(a.Decimals, b.Decimals)
	if a.Unit == dataset.Truth {
		f, g := a.Figures[0], b.Figures[0]
		return a.Value == b.Value && dataset.Round(f.Value, min(f.Decimals, g.Decimals)) == dataset.Round(g.Value, min(f.Decimals, g.Decimals))
	}
	return dataset.Round(a.Value, d) == dataset.Round(b.Value, d) && a.AtLeast == b.AtLeast
}
