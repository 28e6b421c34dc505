package fact

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/lists"
)

// check compares words with an answer. It returns nil if they agree.
func (c *Checker) check(words string, a *dataset.Answer) *problem {
	if wrong := c.stranger(words, a); wrong != nil {
		return wrong
	}
	switch a.Unit {
	case dataset.Truth:
		return c.checkTruth(words, a)
	case dataset.Place:
		return c.checkPlace(words, a)
	}
	named, held := c.holders(words, a)
	if named && !held {
		return disagrees(words, a, false)
	}
	r, found, wrong := c.claimed(words, a)
	switch {
	case wrong != nil:
		return (*problem)(wrong)
	case !found && held:
		return nil
	case !found:
		return c.nothing(words, a)
	}
	if place, wrong := c.Lexicon.Place(words); wrong == nil && place.Ordinal && !r.Fraction &&
		a.Unit != dataset.Count && r.Unit == "" && r.Currency == "" {
		return c.nothing(words, a) // "1st" is not 1%
	}
	if wrong := c.unitOf(words, r.Number, a); wrong != nil {
		return wrong
	}
	if wrong := c.unitOf(words, r.High, a); wrong != nil { // a number without a unit where there is no range
		return wrong
	}
	if r.HasOf && (a.Tally == nil || r.Of != float64(a.Tally.Of())) {
		return disagrees(words, a, true)
	}
	if a.AtLeast && r.Relation != lexicon.AtLeast {
		least := c.Lexicon.Quoted("at_least", "at least")
		return &problem{"\"" + words + "\" must say \"" + least + "\": no figure of " +
			strings.Join(dataset.Names(a.Missing), ", ") + ", so " + dataset.Number(a.Value, a.Decimals) +
			" is a lower bound " + evidence(a),
			"write \"" + strings.Replace(filled(a), "at least", least, 1) + "\""}
	}
	if !agrees(r, a) {
		p := disagrees(words, a, r.HasOf || r.All || r.Fraction)
		if other, own := c.otherwise(r, a); other != "" {
			p.Hint = "it is the figure of " + other +
				strings.ReplaceAll(p.Hint, "the figure is", "; that of "+own+" is")
		}
		turned := *a
		turned.Value = -a.Value
		if signed(a) && !r.Signed && cmp.Or(r.Position, r.Movement, r.Bound) == 0 && agrees(r, &turned) {
			less := c.Lexicon.Quoted("less", "short, below or fell")
			p.Hint = "say in the words of the link that it is less, as in " + less + ", or write a minus sign"
		}
		p.Hint = allows[r.Relation] + cmp.Or(besideNumber(r, a), p.Hint)
		return p
	}
	return nil
}

// besideNumber returns what is wrong with words whose number agrees, or "".
func besideNumber(r lexicon.Claim, a *dataset.Answer) string {
	bare := lexicon.Claim{Number: r.Number, All: r.All, Of: r.Of, HasOf: r.HasOf}
	switch {
	case r.Relation != lexicon.Equal || signed(a) || !agrees(bare, a):
		return ""
	case r.By || r.Compared:
		return "the number is right, but the fact is not a change; ask for that of two years, as in 2014..2016/change"
	}
	if _, known := sideOf(a); !known {
		return "the number is right; on which side it is cannot be checked, so leave that outside the link"
	}
	return "the number is right, but the words name the other side"
}

// MayHold reports whether words that disagree with a lower bound may be true, as members without a figure may count.
func (c *Checker) MayHold(words string, a *dataset.Answer) bool {
	if !a.AtLeast || a.Tally == nil {
		return a.AtLeast
	}
	whole := *a
	for whole.AtLeast = false; whole.Value <= a.Value+float64(len(a.Tally.Missing)); whole.Value++ {
		if c.check(words, &whole) == nil {
			return true
		}
	}
	return false
}

// claimed reads what words claim of an answer. Those of its unit, such as "per thousand", are not a part of the number.
func (c *Checker) claimed(words string, a *dataset.Answer) (lexicon.Claim, bool, *lexicon.Problem) {
	if u := a.Unit; u.Own() && !u.Money() {
		words = strings.ReplaceAll(words, u.Plural, "")
		if u.Behind != nil { // 5 t is not 5 trillion
			words = u.Behind.ReplaceAllString(words, "$1$2")
		}
	}
	years := []int{a.Query.Year, a.Query.From}
	if a.Derived != nil && a.Derived.Name == "pace" {
		years = append(years, a.Guideline.Due.Year)
	}
	r, found, wrong := c.Lexicon.Claim(words, years...)
	inUnitOf(a, &r.Number)
	inUnitOf(a, &r.High)
	return r, found, wrong
}

// inUnitOf converts a number in basis points, or in cents of every dollar, into the unit of an answer that may be
// written so: a share or a difference of shares. A growth rate may not, as "rose by 26 basis points" is said of a
// share.
func inUnitOf(a *dataset.Answer, n *lexicon.Number) {
	share := a.Unit == dataset.Percent && !signed(a)
	switch {
	case n.Unit == lexicon.BasisPoints && (share || a.Unit == dataset.Points):
		n.InPoints()
		if share {
			n.Unit = lexicon.Percent
		}
	case n.Unit == lexicon.Coins && share:
		n.Unit = lexicon.Percent
	}
}

// otherwise looks for a figure of another year, another release or another source for which the words would be true.
// It returns what distinguishes it from the fact's own figure, or "".
func (c *Checker) otherwise(r lexicon.Claim, a *dataset.Answer) (other, own string) {
	if len(a.Figures) != 1 || a.Derived != nil || a.Query.Comparison != "" || r.Relation != lexicon.Equal || r.Rough ||
		r.Decimals < a.Decimals {
		return "", ""
	}
	fits := func(f *dataset.Figure) bool {
		other := *a
		other.Value, other.Decimals = f.Value, f.Decimals
		return agrees(r, &other)
	}
	f := a.Figures[0]
	years := lists.Filter(a.Edition.Span(f.Measure), func(y int) bool {
		g, ok := a.Edition.Figure(f.Member, y, f.Measure)
		return ok && y != f.Year && fits(g)
	})
	if len(years) > 0 {
		off := func(year int) int { return max(year-f.Year, f.Year-year) }
		nearest := slices.MinFunc(years, func(x, y int) int { return cmp.Compare(off(x), off(y)) })
		return strconv.Itoa(nearest), strconv.Itoa(f.Year)
	}
	for _, e := range c.Data.AsOf(c.Today).Known(f.Source) { // newest first
		if g, ok := e.Figure(f.Member, f.Year, f.Measure); ok && fits(g) {
			day := e.Release.Date.String()
			return day + ", ?released=" + day, a.Edition.Release.Date.String()
		}
	}
	for _, id := range c.Data.SourceIDs() {
		if g, ok := c.Data.AsOf(c.Today).Figure(id, f.Member, f.Year, f.Measure); ok && id != f.Source && fits(g) {
			return c.Data.Sources[id].Name + ", ?source=" + id, a.Edition.Source.Name
		}
	}
	return "", ""
}

// nothing returns the problem of words without a number.
func (c *Checker) nothing(words string, a *dataset.Answer) *problem {
	p := &problem{"nothing to check in \"" + words + "\"",
		"put the number into the words, or leave them empty to have it filled in"}
	if a.Guideline != nil && a.Query.Subject != "" && a.Query.Comparison == "" {
		p.Hint = "put the number into the words, leave them empty to have it filled in, or ask /meets or /misses"
	}
	if place, wrong := c.Lexicon.Place(words); wrong == nil && place.N > 0 && a.Measure != nil && a.Derived == nil &&
		a.Query.Subject != "" {
		p.Msg = "\"" + words + "\" is a rank, but the fact is a figure"
		p.Hint = "ask for the rank: fact:" + a.Query.Subject + "/" + strconv.Itoa(a.Query.Year)
		if a.Measure.ID != c.Terms.Measure {
			p.Hint += "/" + a.Measure.ID
		}
		p.Hint += "/rank"
	}
	return p
}

// otherYear returns the problem of words about a verdict or a rank that name another year than the fact's: none of its
// guideline, nor one with the same verdict.
func (c *Checker) otherYear(words string, a *dataset.Answer) *problem {
	f, g := a.Figures[0], a.Guideline
	for _, n := range c.Lexicon.Numbers(words) {
		year, _ := strconv.Atoi(n.Text)
		then, known := a.Edition.Figure(f.Member, year, f.Measure)
		if year >= 1900 && year < 2100 && year != a.Query.Year && (a.Unit == dataset.Place ||
			year != g.Adopted.Year && year != g.Due.Year && !(known && g.Met(then) == g.Met(f))) {
			return &problem{"\"" + n.Text + "\" in \"" + words + "\" is not the year of the fact, " +
				strconv.Itoa(a.Query.Year), "ask for " + n.Text + ", or leave it outside the link"}
		}
	}
	return nil
}

// checkTruth checks words about a guideline that is met or missed: whether it is true, that the words do not say the
// opposite or name another side of the mark, and that a share among them is the figure or the mark.
func (c *Checker) checkTruth(words string, a *dataset.Answer) *problem {
	f, of := a.Figures[0], outcomeOf(a)
	band := a.Guideline.For(f.Member)
	verdict := c.Lexicon.Verdict(words, of)
	switch {
	case a.Value == 0:
		return untrue(words, a, verdict > 0)
	case verdict < 0:
		return opposite(words, a, of.At)
	case verdict > 0:
		if wrong := c.otherYear(words, a); wrong != nil {
			return wrong
		}
	}
	for _, n := range c.Lexicon.Numbers(words) {
		n.InPoints()
		switch {
		case units[n.Unit] == a.Measure.Unit && a.Measure.Unit == dataset.Percent:
			if !holds(f.Value, n.Value, n.Decimals, lexicon.Equal, n.Rough) && !slices.Contains(band.Marks(), n.Value) {
				return otherNumber(words, n.Text, a)
			}
		case n.Unit == lexicon.Points &&
			!holds(math.Abs(f.Value-band.Edge(f.Value)), math.Abs(n.Value), n.Decimals, lexicon.Equal, n.Rough):
			return otherNumber(words, n.Text, a)
		}
	}
	return nil
}

// outcomeOf returns where the figure of an answer about a guideline is beside its mark.
func outcomeOf(a *dataset.Answer) lexicon.Outcome {
	v, band := a.Figures[0].Value, a.Guideline.For(a.Figures[0].Member)
	edge, within := band.Edge(v), band.Side() == dataset.Between && band.Holds(v)
	return lexicon.Outcome{Met: band.Holds(v), Above: v > edge || within, At: slices.Contains(band.Marks(), v),
		Below: v < edge || within}
}

// agrees reports whether the figure compares with the number of the claim as the words say.
func agrees(r lexicon.Claim, a *dataset.Answer) bool {
	if r.Relation == lexicon.Between {
		low, high := r, r
		low.Relation, high.Relation, high.Number = lexicon.AtLeast, lexicon.AtMost, r.High
		return agrees(low, a) && agrees(high, a)
	}
	value, number := a.Value, r.Value
	switch {
	case a.Tally == nil && (r.All || r.Fraction && a.Unit == dataset.Count):
		return false
	case r.All:
		number = float64(a.Tally.Of()) - r.Value
	case r.Fraction && a.Unit == dataset.Count:
		value /= float64(a.Tally.Of())
	case r.Fraction && a.Unit == dataset.Percent:
		number *= 100
	case a.Unit.Money() && r.Currency != "" || r.Scaled:
		value *= a.Unit.Scale
	}
	side, relation := cmp.Or(r.Position, r.Movement), r.Relation
	switch {
	case r.Level && signed(a) && a.Query.Comparison != "": // "rose to 2.8 points" is no difference
		return false
	case signed(a) && !r.Signed && cmp.Or(side, r.Bound) != 0:
		// "0.39 points short", "fell by 3%": the words name the side, the number the distance. A lone "below" before
		// the number then is the side.
		if side == 0 {
			relation = lexicon.Equal
		}
		value *= float64(cmp.Or(side, r.Bound))
		if value < 0 {
			return false
		}
	case signed(a):
		if float64(side)*value < 0 { // "rose by −3%"
			return false
		}
	case r.By || r.Compared && a.Query.Comparison == "" && (a.Derived == nil || !a.Derived.Apart) || !onSide(r, a):
		return false
	}
	return holds(value, number, r.Decimals, relation, r.Rough || a.Unit == dataset.Ratio && r.Decimals <= 0)
}

// signed reports whether an answer may be negative, so that words such as short or fell determine its sign.
func signed(a *dataset.Answer) bool {
	return a.Derived != nil && a.Derived.Signed || ShowsSign(a) ||
		a.Derived == nil && a.Measure != nil && a.Measure.Min < 0
}

// Beside returns the words right before or after those of a fact that say the opposite of it, such as "fell by" before
// a rise or "did not" before "meet it", or "".
func (c *Checker) Beside(f *Fact, before, after string) string {
	a := f.Answer
	switch {
	case a.Unit == dataset.Truth:
		return c.Lexicon.Turned(before, f.Words, after, outcomeOf(a))
	case !signed(a):
		return ""
	}
	if r, _, _ := c.claimed(f.Words, a); cmp.Or(r.Position, r.Movement, r.Bound) != 0 {
		return "" // the words themselves say it
	}
	word, way := c.Lexicon.Beside(before, after, a.Derived != nil && a.Derived.Name == "distance")
	if float64(way)*a.Value >= 0 {
		return ""
	}
	return word
}

// sideOf returns the side that an answer is on by its kind: members meeting a floor are above, a shortfall is below.
// known is false if it has none.
func sideOf(a *dataset.Answer) (side int, known bool) {
	if a.Unit == dataset.Ratio {
		return cmp.Compare(a.Value, 1), true
	}
	if a.Derived != nil && a.Derived.Side != 0 {
		goal := a.Guideline.Name.Side
		return int(goal.Favour(float64(a.Derived.Side))), goal != dataset.Between
	}
	if a.Guideline == nil || a.Query.Comparison != "" {
		return 0, false
	}
	return cmp.Compare(a.Value, a.Guideline.For(a.Query.Subject).Edge(a.Value)), true
}

// onSide compares words such as "1.98%, below the mark" with the side that the answer is on.
func onSide(r lexicon.Claim, a *dataset.Answer) bool {
	said := r.Position
	if a.Unit == dataset.Ratio {
		said = cmp.Or(said, r.Movement)
	}
	side, known := sideOf(a)
	switch {
	case said == 0:
		return true
	case !known:
		return a.Derived == nil // it is unclear what a median is above, so it cannot be checked
	}
	return said == side
}

// units maps the units of the lexicon to those of figures.
var units = map[string]dataset.Unit{lexicon.Percent: dataset.Percent, lexicon.Points: dataset.Points,
	lexicon.Times: dataset.Ratio}

// unitOf compares the unit in the words with that of the answer.
func (c *Checker) unitOf(words string, r lexicon.Number, a *dataset.Answer) *problem {
	wrong := func(in string) *problem {
		return &problem{"\"" + words + "\" is in " + in + ", but " + subject(a) + " is in " +
			cmp.Or(unitNames[a.Unit], a.Unit.Plural, a.Unit.ID), "the figure is " + Exact(a)}
	}
	switch {
	case r.Scaled && a.Unit == dataset.Percent:
		return wrong("millions or the like")
	case r.Currency != "" && (!a.Unit.Money() ||
		r.Currency != c.Lexicon.Currency(a.Unit.Currency, a.Unit.Symbol, a.Unit.Plural)):
		return wrong(r.Currency)
	case r.Unit == "" || units[r.Unit] == a.Unit:
		return nil
	}
	return wrong(cmp.Or(unitNames[units[r.Unit]], r.Unit))
}

// near is the relative distance that "about", "nearly" and "just over" allow. Fractions in words and whole multiples,
// such as a third, twice or three times, are no more precise.
const near = 0.05

// allows begins hints with how far off a figure may be, as that cannot be seen from the words.
var allows = map[lexicon.Relation]string{lexicon.About: "about is within 5%; ",
	lexicon.Nearly: "nearly is at most 5% below; ", lexicon.JustAbove: "just over is at most 5% above; "}

// holds reports whether a figure is in the relation to a number. It compares in units of the last digit written,
// without binary errors.
func holds(value, number float64, decimals int, r lexicon.Relation, rough bool) bool {
	p := math.Pow10(decimals)
	v, n := dataset.Round(value*p, 6), dataset.Round(number*p, 6)
	reach, slack := math.Abs(n)*near, 0.5
	switch r {
	case lexicon.AtLeast:
		return v >= n
	case lexicon.AtMost:
		return v <= n
	case lexicon.MoreThan:
		return v > n
	case lexicon.LessThan:
		return v < n
	case lexicon.Exactly:
		return v == n
	case lexicon.Nearly:
		return v/n < 1 && v/n >= 1-near // of negative numbers too
	case lexicon.JustAbove:
		return v/n > 1 && v/n <= 1+near
	case lexicon.About:
		slack = max(reach, slack)
	}
	if rough {
		slack = reach
	}
	return math.Abs(v-n) <= slack
}

// checkPlace compares "third", "the second lowest" or "4th of 27" with a rank.
func (c *Checker) checkPlace(words string, a *dataset.Answer) *problem {
	p, wrong := c.Lexicon.Place(words)
	if wrong != nil {
		return (*problem)(wrong)
	}
	got := int(a.Value)
	if p.Bottom { // equal figures share the better rank there too
		own := lists.Find(a.Figures, func(f *dataset.Figure) bool { return f.Member == a.Query.Subject })
		got = 1 + len(lists.Filter(a.Figures, func(f *dataset.Figure) bool { return f.Value < own.Value }))
	}
	if p.Of != 0 && p.Of != len(a.Figures) || p.N != got && !(p.Among && got <= p.N) {
		return disagrees(words, a, false)
	}
	return c.otherYear(words, a)
}
