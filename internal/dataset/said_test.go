package dataset_test

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

func day(s string) civil.Date { return civil.MustParse(s) }

// said returns what is said to a line: by a function of told that it begins with the name of, or else to a query. A
// word such as on=2020-12-31 says on which day.
func said(t *testing.T, d *dataset.Dataset, terms dataset.Terms, line string) string {
	on := day("2021-01-01")
	words := slices.DeleteFunc(strings.Fields(line), func(word string) bool {
		of, found := strings.CutPrefix(word, "on=")
		if found {
			on = day(of)
		}
		return found
	})
	v := d.AsOf(on)
	if tell := told[words[0]]; tell != nil {
		return cmp.Or(strings.TrimSpace(tell(v, words[1:])), "none")
	}
	q, terms := queryOf(t, terms, words)
	if words[0] == "doubted" {
		return fmt.Sprint(v.Doubts.Touch(q))
	}
	a, err := v.Ask(terms, q)
	if no := (*dataset.NoAnswer)(nil); errors.As(err, &no) {
		said := no.Msg
		if no.Form {
			said = "wrong by itself: " + said
		}
		if no.Hint != "" {
			said += "\n\thint: " + no.Hint
		}
		return said
	}
	if words[0] == "noted" {
		return strings.Join(lists.Each(dataset.NotesOf(a.Figures...), func(n *dataset.Note) string {
			return fmt.Sprintf("%s, qualifies: %t", n.ID, n.Qualifies())
		}), "; ")
	}
	return answer(a)
}

// queryOf returns what words ask, such as subject=SWE and year=2019, and in what terms.
func queryOf(t *testing.T, terms dataset.Terms, words []string) (q dataset.Query, _ dataset.Terms) {
	texts := map[string]*string{"subject": &q.Subject, "measure": &q.Measure, "derived": &q.Derived, "source": &q.Source,
		"comparison": &q.Comparison, "against": &q.Against, "guideline": &q.Guideline, "total": &terms.Total, "second": &terms.Second}
	years := map[string]*int{"year": &q.Year, "from": &q.From}
	for _, word := range words {
		key, value, _ := strings.Cut(word, "=")
		switch {
		case texts[key] != nil:
			*texts[key] = value
		case years[key] != nil:
			*years[key], _ = strconv.Atoi(value)
		case key == "released":
			q.Released = day(value)
		case key != "doubted" && key != "noted":
			t.Fatalf("%q: nothing is called %s", words, key)
		}
	}
	return q, terms
}

// answer writes an answer, with what it is of and rests on.
func answer(a *dataset.Answer) string {
	value := dataset.Amount(a.Unit, a.Value, a.Decimals)
	switch a.Unit {
	case dataset.Count, dataset.Place, dataset.Truth:
		value = fmt.Sprint(a.Unit, " ", a.Value)
	}
	parts := []string{value}
	if a.AtLeast {
		parts[0] = "at least " + value
	}
	expected := slices.ContainsFunc(a.Figures, (*dataset.Figure).Expected)
	if t := a.Tally; t != nil {
		parts = append(parts, fmt.Sprint("of ", t.Of()), "met by"+codes(t.Met()), "short"+codes(t.Short()))
		expected = t.Expected()
	}
	for _, m := range a.Missing {
		parts = append(parts, "without "+m.Code)
	}
	for _, m := range a.Holders {
		parts = append(parts, m.Code)
	}
	switch {
	case a.Tally != nil && a.Tally.AllEstimates():
		parts = append(parts, "all estimates")
	case a.Estimate:
		parts = append(parts, "estimate")
	}
	if expected {
		parts = append(parts, "expected")
	}
	if a.Guideline != nil {
		parts = append(parts, "guideline "+a.Guideline.ID)
	}
	if a.Priced != nil {
		parts = append(parts, "priced by "+a.Priced.Edition.String())
	}
	if a.About {
		parts = append(parts, "about")
	}
	return strings.Join(append(parts, fmt.Sprint(a.Query.Year), fmt.Sprint("figures: ", len(a.Figures))), ", ")
}

// codes returns the codes of at most five members in their order, and of others how many they are.
func codes(list []dataset.Standing) (said string) {
	if len(list) == 0 || len(list) > 5 {
		return fmt.Sprint(" ", len(list))
	}
	for _, s := range list {
		said += " " + s.Member.Code
	}
	return said
}

// told is what is told of a report that is no answer to a query. Figures are named by source, member, year and measure.
var told = map[string]func(v *dataset.Vintage, of []string) string{
	"figure": func(v *dataset.Vintage, of []string) string { return printed(figure(v, of)) },
	"figures": func(v *dataset.Vintage, _ []string) (said string) {
		for i := range v.Figures {
			f := &v.Figures[i]
			notes := lists.Each(f.Notes, func(n *dataset.Note) string { return " " + n.ID })
			said += fmt.Sprintf("%s %s %d %s:%s\n\t", f.Released, f.Member, f.Year, f.Measure, strings.Join(notes, ""))
		}
		return said
	},
	"history": func(v *dataset.Vintage, of []string) string {
		history, former := v.History(of[0], of[1], number(of[2]), of[3])
		said := printed(history...)
		if len(former) > 0 {
			said += "; formerly " + printed(former...)
		}
		return said
	},
	"gaps": func(v *dataset.Vintage, of []string) string {
		return strings.Join(lists.Each(v.Gaps(of[0], of[1], number(of[2]), of[3]), civil.Date.String), ", ")
	},
	"original": func(v *dataset.Vintage, of []string) string { return printed(figure(v, of).Original()) },
	"sources": func(v *dataset.Vintage, of []string) string {
		own, copies := v.BySource(of[0], number(of[1]), of[2])
		return printed(own...) + "; copies: " + printed(copies...)
	},
	"break": func(v *dataset.Vintage, of []string) string { // from another year
		n := dataset.BreakBetween(figure(v, of), figure(v, []string{of[0], of[1], of[4], of[3]}))
		return cmp.Or(n, &dataset.Note{}).ID
	},
	"price": func(v *dataset.Vintage, of []string) string { // and by a guideline
		p, ok := v.Price(v.Guidelines[of[4]], figure(v, of))
		if !ok {
			return ""
		}
		said := fmt.Sprintf("%s %s of %d figures", dataset.Plain(p.Value, 4), p.Unit, len(p.Figures()))
		if p.About {
			said += ", about"
		}
		if p.Negligible() {
			said += ", negligible"
		}
		if p.Elsewhere != nil {
			said += ", with " + printed(p.Elsewhere)
		}
		return said
	},
	"currency": func(v *dataset.Vintage, of []string) string { return v.Currency(v.Measures[of[0]]).String() },
	"rebased": func(v *dataset.Vintage, of []string) string {
		r, ok := v.Rebase(figure(v, of))
		if !ok {
			return ""
		}
		return dataset.Plain(r.Value, r.Decimals) + " with " + printed(r.Base)
	},
	"move": func(v *dataset.Vintage, of []string) string { // to another year
		m := v.MoveOf(figure(v, of), figure(v, []string{of[0], of[1], of[4], of[3]}), dataset.Quotient{})
		if m == nil {
			return ""
		}
		return fmt.Sprintf("%v: %v by the part, %v by the whole, %v by %d that joined", m.By, m.ByPart, m.ByWhole, m.ByJoined, len(m.Joined))
	},
	"edition": func(v *dataset.Vintage, of []string) string { // of a source for a measure and a year
		e, _ := v.Edition(of[0], of[1], number(of[2]))
		return released(e)
	},
	"newest": func(v *dataset.Vintage, of []string) string { // of a source for a measure
		year, e, _ := v.NewestYear(of[0], of[1])
		return fmt.Sprint(year, " ", released(e))
	},
	"over": func(v *dataset.Vintage, of []string) string { // of a source for a measure from a year to another
		e, _ := v.EditionOver(of[0], of[1], number(of[2]), number(of[3]))
		return released(e)
	},
	"counted": func(v *dataset.Vintage, of []string) string { return v.SourceWith(of[0], number(of[1]), v.Day) },
	"decisive": func(v *dataset.Vintage, of []string) (said string) { // for a guideline in a year
		for _, f := range v.DecisiveFigures(v.Known("dac")[0].Tally(v.Guidelines[of[0]], number(of[1]))) {
			said += fmt.Sprintf("%s: meets %t", f.Member.Code, f.Meets)
			if f.Known {
				said += ", or else " + dataset.Plain(f.Other, f.Figure.Decimals)
			}
		}
		return said
	},
	"differences": func(v *dataset.Vintage, _ []string) (said string) {
		for _, o := range v.Differences {
			said += fmt.Sprintf("%s, computed %s, with a note: %t\n\t", printed(o.Figure), dataset.Plain(o.Computed, o.Decimals), o.Note != nil)
		}
		return fmt.Sprintf("%saudited: %t", said, v.Audited)
	},
	"name": func(v *dataset.Vintage, of []string) string { // of a guideline, said of members
		goal := v.Guidelines[of[0]].GoalOf(of[1:]...)
		said := strconv.QuoteToASCII(goal.String())
		if mark, decimals, unit, _ := goal.OwnMark(); unit != nil {
			said += ", own mark " + dataset.Amount(unit, mark, decimals)
		}
		if _, _, _, others := goal.OwnMark(); others {
			said += ", others too"
		}
		return said
	},
	"marks": func(v *dataset.Vintage, _ []string) string {
		said := fmt.Sprint(v.Marks())
		for _, g := range v.AllGuidelines {
			said += fmt.Sprintf(", %s with %d decimals", g.ID, g.Decimals)
		}
		return said
	},
	"outline": func(v *dataset.Vintage, of []string) string { return fmt.Sprint(v.Members[of[0]].Outline) },
	"doubts": func(v *dataset.Vintage, of []string) string { // and whether they touch a source
		return fmt.Sprint(v.Doubts.Any(), " ", v.Doubts.TouchSource(of[0]))
	},
	"explained": func(v *dataset.Vintage, of []string) string { // a message, by what could not be read
		return fmt.Sprint(v.Doubts.Explain(strings.Join(of, " ")))
	},
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

// figure returns the newest figure of a source, a member, a year and a measure, or nil.
func figure(v *dataset.Vintage, of []string) *dataset.Figure {
	f, _ := v.Figure(of[0], of[1], number(of[2]), of[3])
	return f
}

// printed lists figures with the releases that they are from.
func printed(list ...*dataset.Figure) string {
	return strings.Join(lists.Each(list, func(f *dataset.Figure) string {
		if f == nil {
			return "none"
		}
		return f.Plain() + " " + released(f.Edition)
	}), ", ")
}

func released(e *dataset.Edition) string {
	if e == nil {
		return "none"
	}
	return "(" + e.String() + ")"
}
