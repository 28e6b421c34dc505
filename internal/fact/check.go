package fact

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
)

// check holds words against an answer. nil means that they agree.
func check(words string, a *dataset.Answer, t dataset.Terms) *problem {
	if a.Unit == dataset.Truth {
		if a.Value == 1 {
			return nil
		}
		return untrue(words, a)
	}
	r, found, wrong := read(words)
	switch {
	case wrong != nil:
		return wrong
	case !found:
		return &problem{"nothing to check in \"" + words + "\"", "put the number into the words, leave them empty to have it filled in, or ask /meets or /misses"}
	}
	if wrong := unitOf(words, r, a); wrong != nil {
		return wrong
	}
	if r.hasOf {
		if a.Tally == nil || r.of != float64(a.Tally.Of()) {
			return disagrees(words, a)
		}
	}
	if a.AtLeast && r.relation != atLeast {
		return &problem{"\"" + words + "\" must say \"at least\": " + missing(a) + " " + evidence(a),
			"write \"at least " + dataset.Number(a.Value, 0) + "\""}
	}
	value, number, decimals := a.Value, r.value, r.decimals
	if a.Unit == dataset.Points && r.side != 0 && !r.signed {
		// "0.39 points short": the words give the side, the number how far.
		if r.relation == lessThan || r.relation == moreThan {
			r.relation = equal // "below" leading a number that is a distance
		}
		value *= float64(r.side)
		if value < 0 {
			return disagrees(words, a)
		}
	}
	if !holds(value, number, decimals, r.relation) {
		return disagrees(words, a)
	}
	return nil
}

// unitOf holds the unit in the words against the measure's.
func unitOf(words string, r reading, a *dataset.Answer) *problem {
	if r.unit == "" || r.unit == a.Unit {
		return nil
	}
	return &problem{"\"" + words + "\" is in " + unitName(r.unit) + ", but " + subject(a) + " is in " + unitName(a.Unit),
		"the figure is " + Exact(a)}
}

func unitName(u dataset.Unit) string {
	switch u {
	case dataset.Percent:
		return "per cent"
	case dataset.USDMillion:
		return "US dollars"
	case dataset.Points:
		return "percentage points"
	case dataset.Count:
		return "members"
	case dataset.Place:
		return "places"
	}
	return string(u)
}

// subject names what was asked for.
func subject(a *dataset.Answer) string {
	switch {
	case a.Derived != nil:
		return a.Derived.Name
	case a.Measure != nil:
		return a.Measure.ID
	}
	return "the number of members"
}

// holds says whether a figure stands to a number as the words claim. Equal
// means equal once rounded to the precision of the words; a tie may round
// either way.
func holds(value, number float64, decimals int, r relation) bool {
	// Compare in units of the last digit written, freed from binary dust.
	p := math.Pow10(decimals)
	v, n := dataset.Round(value*p, 6), dataset.Round(number*p, 6)
	switch r {
	case atLeast:
		return v >= n
	case atMost:
		return v <= n
	case moreThan:
		return v > n
	case lessThan:
		return v < n
	}
	return math.Abs(v-n) <= 0.5
}

func disagrees(words string, a *dataset.Answer) *problem {
	value := Exact(a)
	if a.Unit == dataset.Count {
		value = filled(a)
	}
	return &problem{"\"" + words + "\" disagrees with " + value + " " + evidence(a), hint(a)}
}

func untrue(words string, a *dataset.Answer) *problem {
	is := "is short of "
	if a.Guideline.MetBy(a.Figures[0].Value) {
		is = "meets "
	}
	return &problem{"\"" + words + "\" is not so: " + a.Query.Subject + " " + is + a.Guideline.Name + " with " + Exact(a) + " " + evidence(a),
		"ask /meets or /misses, or another source or day"}
}

// evidence names the edition and the figures that prove an answer:
// "(NATO, released 2016-07-04: EST 2.16, GBR 2.21)".
func evidence(a *dataset.Answer) string {
	if a.Edition == nil {
		return "(days of joining in data/members.csv)"
	}
	var b strings.Builder
	b.WriteString("(" + a.Edition.String() + ": ")
	if a.Tally == nil {
		list(&b, a.Figures)
	} else {
		tally(&b, a.Tally)
	}
	b.WriteByte(')')
	return b.String()
}

// manyMembers is the number above which a list of those who meet is turned
// into a list of those who do not.
const manyMembers = 12

func tally(b *strings.Builder, t *dataset.Tally) {
	if t.Meeting <= manyMembers {
		list(b, figures(t.Met()))
	} else {
		b.WriteString("all but ")
		list(b, figures(t.Short()))
	}
	for _, m := range t.Exempt {
		b.WriteString("; " + m.Code + " " + m.Exempt)
	}
	if len(t.Missing) > 0 {
		b.WriteString("; no figure of")
		for _, m := range t.Missing {
			b.WriteString(" " + m.Code)
		}
	}
}

func figures(s []dataset.Standing) []*dataset.Figure {
	list := make([]*dataset.Figure, len(s))
	for i, r := range s {
		list[i] = r.Figure
	}
	return list
}

func list(b *strings.Builder, figures []*dataset.Figure) {
	if len(figures) == 0 {
		b.WriteString("none")
	}
	byCode := slices.SortedStableFunc(slices.Values(figures), func(f, g *dataset.Figure) int { return cmp.Compare(f.Member, g.Member) })
	for i, f := range byCode {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(f.Member + " " + dataset.Number(f.Value, f.Decimals))
	}
}

func missing(a *dataset.Answer) string {
	var names []string
	for _, m := range a.Tally.Missing {
		names = append(names, m.Name)
	}
	return "no figure of " + strings.Join(names, ", ") + ", so " + dataset.Number(a.Value, 0) + " is a lower bound"
}

// hint tells an editor where to look.
func hint(a *dataset.Answer) string {
	switch {
	case a.Edition == nil:
		return "a member counts from the year in which it joined"
	case len(a.Figures) == 1:
		return "the figure is at " + a.Figures[0].Pos.String()
	}
	return "the figures are in " + a.Edition.Release.File
}
