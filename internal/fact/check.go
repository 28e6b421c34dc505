package fact

import (
	"cmp"
	"math"
	"slices"
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
	side := cmp.Or(r.position, r.movement)
	switch {
	case signed(a) && !r.signed && cmp.Or(side, r.bound) != 0:
		// "0.39 points short", "fell by 3%": the words give the side, the number
		// how far. A lone "below" before the number is the side then.
		if side == 0 {
			r.relation = equal
		}
		value *= float64(cmp.Or(side, r.bound))
		if value < 0 {
			return false
		}
	case signed(a):
	case r.by || !r.onSide(a):
		return false
	}
	return holds(value, number, r.decimals, r.relation, r.rough)
}

// signed says whether an answer may be below nothing, so that words such as
// short or fell give its sign.
func signed(a *dataset.Answer) bool {
	return a.Unit == dataset.Points || a.Query.Comparison == "change" || a.Query.Comparison == "growth" ||
		a.Derived == nil && a.Measure != nil && a.Measure.Min < 0
}

// sideOf gives the side that an answer is on by what it is: those meeting are
// above, a shortfall is below. 0 for one that has none.
func sideOf(a *dataset.Answer) (side int, known bool) {
	if a.Unit == dataset.Ratio {
		return map[bool]int{true: +1, false: -1}[a.Value >= 1], true
	}
	if a.Derived != nil {
		switch a.Derived.Name {
		case "meeting", "pace":
			return +1, true
		case "below", "shortfall":
			return -1, true
		}
	}
	if a.Guideline == nil || a.Measure == nil || a.Unit != a.Measure.Unit || a.Query.Comparison != "" {
		return 0, false
	}
	return cmp.Compare(a.Value, a.Guideline.AtLeast), true
}

// onSide holds words such as "1.98%, below the mark" against the side that the
// answer is on.
func (r reading) onSide(a *dataset.Answer) bool {
	said := r.position
	if a.Unit == dataset.Ratio {
		said = cmp.Or(said, r.movement)
	}
	side, known := sideOf(a)
	switch {
	case said == 0:
		return true
	case !known:
		return a.Derived == nil // a median above what? it cannot be checked
	}
	return said == side
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
// figure: named says that there is one, held that only right ones are, and
// that no word says the opposite.
func holders(words string, a *dataset.Answer, d *dataset.Dataset) (named, held bool) {
	if len(a.Holders) == 0 {
		return false, false
	}
	low := strings.ToLower(words)
	held = true
	for _, m := range d.AllMembers() {
		if strings.Contains(low, strings.ToLower(m.Name)) {
			named = true
			held = held && slices.Contains(a.Holders, m)
		}
	}
	for _, w := range tokenize(words) {
		if top, ok := ends[w]; ok && top != (a.Derived.Name == "highest") || w == "but" || refusal(w) != "" {
			return true, false
		}
	}
	return named, held && named
}

// checkPlace holds "third", "the second lowest" or "4th of 27" against a rank.
func checkPlace(words string, a *dataset.Answer) *problem {
	t := tokenize(words)
	place, top, numbers, among := 0, true, 0, false
	set := func(n int) { place, numbers = n, numbers+1 }
	for i := 0; i < len(t); i++ {
		w := t[i]
		if how := refusal(w); how != "" {
			return &problem{"\"" + w + "\" in \"" + words + "\" cannot be checked", how}
		}
		switch {
		case w == "last" && slices.Contains([]string{"year", "month", "week", "time"}, t.at(i+1)):
			i++
		case w == "of" && numbers > 0:
			if q, next, bad := quantity(t, i+1); bad == nil && next > i+1 {
				if q.value != float64(len(a.Figures)) {
					return disagrees(words, a)
				}
				i = next - 1
			}
		case w == "%" || isCurrencySign(w) || w == "-" || w == dataset.Minus:
			return &problem{"\"" + words + "\" is no place", "write the place: third, second lowest, 4th"}
		case w == "but" && t.at(i+1) == "one":
			place++
			i++
		case ordinals[w] > 0:
			set(ordinals[w])
		case w == "top" && (numberWords[t.at(i+1)] > 0 || isDigit(t.at(i+1), 0)): // "top ten"
			q, next, bad := quantity(t, i+1)
			if bad != nil {
				return bad
			}
			set(int(q.value))
			among = true
			i = next - 1
		case isDigit(w, 0) && len(w) < 4:
			n, err := strconv.Atoi(w)
			if err != nil {
				return &problem{"\"" + words + "\" is no place", "write the place: third, second lowest, 4th"}
			}
			set(n)
		case numberWords[w] > 0 && t.at(i-1) == "number":
			set(int(numberWords[w]))
		default:
			if up, ok := ends[w]; ok {
				top = up
				place = max(place, 1)
			}
		}
	}
	switch {
	case numbers > 1:
		return &problem{"two numbers in \"" + words + "\"", "a fact holds one number; make the other a fact of its own"}
	case place == 0:
		return &problem{"nothing to check in \"" + words + "\"", "write the place: third, second lowest, 4th"}
	}
	got := int(a.Value)
	if !top {
		got = fromBottom(a)
	}
	if place != got && !(among && got <= place) {
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
