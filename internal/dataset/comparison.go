package dataset

import (
	"cmp"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
)

// Comparisons are the names of all comparisons. Each compares two answers: of two years, or of two members in one year.
var Comparisons = []string{"change", "growth", "ratio"}

// IsComparison reports whether name is the name of a comparison.
func IsComparison(name string) bool { return slices.Contains(Comparisons, name) }

// compare answers a query about two years or two members. Both numbers come from one edition: the newest that has both.
func (v *Vintage) compare(t Terms, q Query) (*Answer, error) {
	switch {
	case q.Comparison == "":
		return nil, badForm("append /change, /growth or /ratio", "two years or members, but not how to compare them")
	case !IsComparison(q.Comparison):
		return nil, badForm(diag.DidYouMean(q.Comparison, Comparisons,
			"comparisons are "+strings.Join(Comparisons, ", ")), "unknown comparison %q", q.Comparison)
	case q.From == 0 && q.Against == "":
		return nil, badForm("write two years, 2014..2016, or name another member with ?to=",
			"%s compares two numbers", q.Comparison)
	case q.From != 0 && q.Against != "":
		return nil, badForm("leave one of the two out", "two years and two members at once")
	case q.From != 0 && q.From == q.Year:
		return nil, badForm("write two different years", "%d is compared with itself", q.Year)
	case q.From != 0 && q.From > q.Year:
		return nil, badForm("write the earlier year first", "%d..%d goes backwards", q.From, q.Year)
	case q.Against != "" && q.Subject == "":
		return nil, badForm("name two members", "%s are not compared with one", t.Members())
	}
	first := q
	first.From, first.Comparison, first.Against = 0, "", ""
	second := first
	second.Year, second.Subject = cmp.Or(q.From, q.Year), cmp.Or(q.Against, q.Subject)
	a, b, err := v.both(t, first, second)
	if err != nil {
		return nil, err
	}
	return contrast(q, a, b)
}

// both answers two queries from one edition.
func (v *Vintage) both(t Terms, first, second Query) (a, b *Answer, err error) {
	if !first.Released.IsZero() || first.Subject == "" && first.Derived == "" {
		if a, err = v.Ask(t, first); err == nil {
			b, err = v.Ask(t, second)
		}
		return a, b, err
	}
	for _, e := range v.Known(first.Source) {
		first.Released, second.Released = e.Release.Date, e.Release.Date
		if a, err = v.Ask(t, first); err != nil {
			continue
		}
		if b, err = v.Ask(t, second); err == nil {
			return a, b, nil
		}
	}
	// If the newest figures have no answer, their reason is the better one.
	for _, q := range []Query{first, second} {
		q.Released = civil.Date{}
		if _, err := v.Ask(t, q); err != nil {
			return nil, nil, err
		}
	}
	return nil, nil, noAnswer("editions are not mixed; name one with ?released=",
		"no edition of %s has both", v.Sources[first.Source].Name)
}

func contrast(q Query, a, b *Answer) (*Answer, error) {
	if a.AtLeast || b.AtLeast {
		return nil, noAnswer("write the two counts separately, with \"at least\"",
			"members are missing, so the %s is not known", q.Comparison)
	}
	if a.Unit == Truth || a.Unit == Place {
		return nil, badForm("write the two separately", "a %s cannot be compared", a.Unit)
	}
	if q.From != 0 && q.Subject != "" {
		if n := breakIn(a, b); n != nil {
			return nil, noAnswer("write the two years separately; the note is at "+n.Pos.String(),
				"%s of %s in %d and %d cannot be compared: %s", a.Figures[0].Measure, q.Subject, q.From, q.Year, n.Text)
		}
	}
	q.Source, q.Guideline = a.Query.Source, a.Query.Guideline
	c := &Answer{Query: q, Measure: a.Measure, Guideline: a.Guideline, Derived: a.Derived, Edition: a.Edition,
		Priced: a.Priced, About: a.About || b.About, Figures: slices.Concat(a.Figures, b.Figures),
		Estimate: a.Estimate || b.Estimate, Parts: [2]*Answer{a, b}}
	if q.Comparison != "change" && b.Value <= 0 {
		return nil, noAnswer("ask for change", "cannot divide by %s", Number(b.Value, b.Decimals))
	}
	switch q.Comparison {
	case "change":
		c.Decimals, c.Unit = max(a.Decimals, b.Decimals), a.Unit.Apart()
		c.Value = Round(a.Value-b.Value, c.Decimals+3)
	case "growth":
		c.Value, c.Decimals, c.Unit = (a.Value/b.Value-1)*100, 1, Percent
	case "ratio":
		c.Value, c.Decimals, c.Unit = a.Value/b.Value, 2, Ratio
	}
	return c, nil
}

// breakIn returns the note because of which the figures of one member in two years cannot be compared, or nil if they
// can.
func breakIn(a, b *Answer) *Note {
	for _, f := range a.Figures {
		for _, g := range b.Figures {
			if n := BreakBetween(f, g); n != nil && f.Member == g.Member && f.Measure == g.Measure {
				return n
			}
		}
	}
	return nil
}
