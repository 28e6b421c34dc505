package dataset_test

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestStatistics holds what can be asked of all members, of one, and of two or two years, and why some has no answer.
func TestStatistics(t *testing.T) {
	four := golden.Must(dataset.Load(os.DirFS("testdata/four")))
	golden.CheckLines(t, "statistics.txt", func(line string) string { return said(t, four, aidTerms, line) })
}

// TestAnswers holds what is answered from many releases of several sources: the counts that the project began with.
func TestAnswers(t *testing.T) {
	golden.CheckLines(t, "answers.txt", func(line string) string { return said(t, whole(), terms, line) })
}

// TestReports holds what is answered in reports that differ in what their cases say.
func TestReports(t *testing.T) {
	golden.CheckCases(t, "reports.txtar", func(c golden.Case) string {
		changes := map[string]string{}
		for _, p := range c.Parts {
			changes[p.Name] = string(p.Data)
		}
		d := sound(changes)
		var b strings.Builder
		for line := range strings.Lines(c.Part("ask")) {
			b.WriteString(line + "\t" + said(t, d, aidTerms, line) + "\n")
		}
		return b.String()
	})
}

// queryOf returns what a line asks, such as "subject=SWE year=2019", on which day and in what terms.
func queryOf(t *testing.T, terms dataset.Terms, line string) (q dataset.Query, on civil.Date, _ dataset.Terms) {
	on = day("2021-01-01")
	texts := map[string]*string{"subject": &q.Subject, "measure": &q.Measure, "derived": &q.Derived, "source": &q.Source,
		"comparison": &q.Comparison, "against": &q.Against, "guideline": &q.Guideline, "total": &terms.Total, "second": &terms.Second}
	years := map[string]*int{"year": &q.Year, "from": &q.From}
	days := map[string]*civil.Date{"on": &on, "released": &q.Released}
	for _, word := range strings.Fields(line) {
		key, value, _ := strings.Cut(word, "=")
		switch {
		case texts[key] != nil:
			*texts[key] = value
		case years[key] != nil:
			*years[key], _ = strconv.Atoi(value)
		case days[key] != nil:
			*days[key] = day(value)
		default:
			t.Fatalf("%s: nothing is called %s", line, key)
		}
	}
	return q, on, terms
}

// said returns the answer to what a line asks, with what it is of and rests on.
func said(t *testing.T, d *dataset.Dataset, terms dataset.Terms, line string) string {
	q, on, terms := queryOf(t, terms, line)
	a, err := d.AsOf(on).Ask(terms, q)
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
	value := dataset.Amount(a.Unit, a.Value, a.Decimals)
	switch a.Unit {
	case dataset.Count, dataset.Place, dataset.Truth:
		value = fmt.Sprint(a.Unit, " ", a.Value)
	}
	parts := []string{value}
	if a.AtLeast {
		parts[0] = "at least " + value
	}
	if t := a.Tally; t != nil {
		parts = append(parts, fmt.Sprint("of ", t.Of()), "met by"+codes(t.Met()), "short"+codes(t.Short()))
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
	if a.Guideline != nil {
		parts = append(parts, "guideline "+a.Guideline.ID)
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

// TestAmount holds how editors are told a value.
func TestAmount(t *testing.T) {
	units := map[string]dataset.Unit{"none": nil}
	for _, u := range []dataset.Unit{dataset.Percent, dataset.Points, dataset.Ratio, dataset.USDMillion, dataset.Persons} {
		units[u.ID] = u
	}
	golden.CheckLines(t, "amounts.txt", func(line string) string {
		var value float64
		var decimals int
		var id string
		if _, err := fmt.Sscan(line, &value, &decimals, &id); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		return dataset.Amount(units[id], value, decimals)
	})
}
