package fact

import (
	"math"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
)

// check holds words against an answer. nil means that they agree.
func check(words string, a *dataset.Answer, d *dataset.Dataset) *problem {
	switch a.Unit {
	case dataset.Truth:
		if a.Value == 1 {
			return nil
		}
		return untrue(words, a)
	case dataset.Place:
		return checkPlace(words, a)
	}
	named, held := holders(words, a, d)
	if named && !held {
		return disagrees(words, a)
	}
	r, found, wrong := read(words, a.Query.Year, a.Query.From)
	switch {
	case wrong != nil:
		return wrong
	case !found && held:
		return nil
	case !found:
		return &problem{"nothing to check in \"" + words + "\"", "put the number into the words, leave them empty to have it filled in, or ask /meets or /misses"}
	}
	if wrong := unitOf(words, r, a); wrong != nil {
		return wrong
	}
	if r.hasOf && (a.Tally == nil || r.of != float64(a.Tally.Of())) {
		return disagrees(words, a)
	}
	if a.AtLeast && r.relation != atLeast {
		return &problem{"\"" + words + "\" must say \"at least\": " + missing(a) + " " + evidence(a), "write \"" + filled(a) + "\""}
	}
	if !agrees(r, a) {
		return disagrees(words, a)
	}
	return nil
}

// agrees says whether the figure stands to the words' number as they claim.
func agrees(r reading, a *dataset.Answer) bool {
	value, number := a.Value, r.value
	switch {
	case r.all:
		if a.Tally == nil {
			return false
		}
		number = float64(a.Tally.Of()) - r.value
	case r.fraction && a.Unit == dataset.Count:
		if a.Tally == nil {
			return false
		}
		value /= float64(a.Tally.Of())
	case r.fraction && a.Unit == dataset.Percent:
		number *= 100
	case a.Unit == dataset.USDMillion && (r.scaled || r.currency != ""):
		value *= 1e6
	}
	if r.side != 0 && !r.signed && signed(a) {
		// "0.39 points short", "fell by 3%": the words give the side, the number
		// how far; a word that could be a bound as well is a side here.
		if (r.relation == lessThan || r.relation == moreThan) && r.boundIsSide() {
			r.relation = equal
		}
		value *= float64(r.side)
		if value < 0 {
			return false
		}
	} else if !r.onSide(a) {
		return false
	}
	return holds(value, number, r.decimals, r.relation, r.rough)
}

// boundIsSide says that the relation came from a single word such as below,
// which is then the side.
func (r reading) boundIsSide() bool {
	return r.relation == lessThan && r.side < 0 || r.relation == moreThan && r.side > 0
}

// signed says whether an answer may be below nothing, so that words such as
// short or fell give its sign.
func signed(a *dataset.Answer) bool {
	return a.Unit == dataset.Points || a.Query.Comparison == "change" || a.Query.Comparison == "growth" ||
		a.Derived == nil && a.Measure != nil && a.Measure.Min < 0
}

// onSide holds words such as "1.98%, below the mark" against the figure's
// distance from its guideline.
func (r reading) onSide(a *dataset.Answer) bool {
	if r.side == 0 || r.relation == lessThan || r.relation == moreThan || a.Guideline == nil || a.Derived != nil || len(a.Figures) != 1 {
		return true
	}
	d, _ := a.Guideline.Distance(a.Figures[0])
	return d*float64(r.side) > 0
}

// unitOf holds the unit in the words against the answer's.
func unitOf(words string, r reading, a *dataset.Answer) *problem {
	wrong := func(in string) *problem {
		return &problem{"\"" + words + "\" is in " + in + ", but " + subject(a) + " is in " + unitName(a.Unit), "the figure is " + Exact(a)}
	}
	switch {
	case r.scaled && a.Unit == dataset.Percent:
		return &problem{"\"" + words + "\" counts millions or the like, but " + subject(a) + " is in per cent", "the figure is " + Exact(a)}
	case r.currency != "" && (a.Unit != dataset.USDMillion || r.currency != currencies["$"]):
		return wrong(r.currency)
	case r.unit == "" || r.unit == a.Unit:
		return nil
	case r.unit == dataset.Ratio && r.rough && a.Unit == dataset.Count:
		return nil
	}
	return wrong(unitName(r.unit))
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
	case dataset.Ratio:
		return "times"
	}
	return string(u)
}

// subject names what was asked for.
func subject(a *dataset.Answer) string {
	switch {
	case a.Query.Comparison != "":
		return a.Query.Comparison
	case a.Derived != nil:
		return a.Derived.Name
	case a.Measure != nil:
		return a.Measure.ID
	}
	return "the number of members"
}

// holds says whether a figure stands to a number in the relation. Comparing
// happens in units of the last digit written, freed from binary dust.
func holds(value, number float64, decimals int, r relation, rough bool) bool {
	p := math.Pow10(decimals)
	v, n := dataset.Round(value*p, 6), dataset.Round(number*p, 6)
	if v < 0 && n < 0 && (r == nearly || r == justAbove) {
		v, n = -v, -n // how far, not how little
	}
	reach := math.Abs(n) * near
	switch r {
	case atLeast:
		return v >= n
	case atMost:
		return v <= n
	case moreThan:
		return v > n
	case lessThan:
		return v < n
	case exactly:
		return v == n
	case nearly:
		return v < n && v >= n-reach
	case justAbove:
		return v > n && v <= n+reach
	case about:
		return math.Abs(v-n) <= max(reach, 0.5)
	}
	if rough {
		return math.Abs(v-n) <= reach
	}
	return math.Abs(v-n) <= 0.5
}

// holders looks for members' names in the words about a highest or lowest
// figure: named says that there is one, held that it is the right one.
func holders(words string, a *dataset.Answer, d *dataset.Dataset) (named, held bool) {
	if len(a.Holders) == 0 {
		return false, false
	}
	low := strings.ToLower(words)
	for _, m := range d.AllMembers() {
		if !strings.Contains(low, strings.ToLower(m.Name)) {
			continue
		}
		named = true
		for _, h := range a.Holders {
			held = held || h == m
		}
	}
	return named, held
}

// checkPlace holds "third", "the second lowest" or "4th of 27" against a rank.
func checkPlace(words string, a *dataset.Answer) *problem {
	t := tokenize(words)
	place, top, found := 0, true, false
	for i, w := range t {
		switch n := ordinals[w]; {
		case n > 0:
			place, found = n, true
		case isDigit(w, 0) && len(w) < 4:
			if n, err := strconv.Atoi(w); err == nil && !found {
				place, found = n, true
			}
		case w == "no" && isDigit(t.at(i+1), 0):
		case numberWords[w] > 0 && t.at(i-1) == "number":
			place, found = int(numberWords[w]), true
		}
		if up, ok := ends[w]; ok {
			top = up
			if place == 0 {
				place = 1
			}
			found = true
		}
	}
	if !found {
		return &problem{"nothing to check in \"" + words + "\"", "write the place: third, second lowest, 4th"}
	}
	got := int(a.Value)
	if !top {
		got = fromBottom(a)
	}
	if place != got {
		return disagrees(words, a)
	}
	return nil
}

// fromBottom gives the place counted from the lowest figure; equal figures
// share the better one.
func fromBottom(a *dataset.Answer) int {
	own := 0.0
	for _, f := range a.Figures {
		if f.Member == a.Query.Subject {
			own = f.Value
		}
	}
	place := 1
	for _, f := range a.Figures {
		if f.Value < own {
			place++
		}
	}
	return place
}
