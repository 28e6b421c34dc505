package fact

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/lists"
)

// disagrees returns the problem of words that are not true of an answer; of reports that they are about a part of all
// members, so that it says of how many.
func disagrees(words string, a *dataset.Answer, of bool) *problem {
	value := Exact(a)
	if a.Unit == dataset.Count && !of {
		value = filled(a)
	}
	return &problem{"\"" + words + "\" disagrees with " + value + " " + evidence(a), hint(a)}
}

// untrue returns the problem of a fact that does not hold; so reports that its words say what does. There may be none.
func untrue(words string, a *dataset.Answer, so bool) *problem {
	is, ask := "is "+a.Guideline.Name.Side.Missed()+" ", "misses"
	if a.Guideline.Met(a.Figures[0]) {
		is, ask = "meets ", "meets"
	}
	said := "\"" + words + "\" is not true"
	try := "write that it " + is + "the mark, with /" + ask + "; or ask another source or day"
	switch {
	case words == "":
		said = "not so"
	case so:
		said, try = "\""+words+"\" is true, but not its fact, /"+a.Derived.Name, "link the words to /"+ask
	}
	return &problem{said + ": " + a.Query.Subject + " " + is + goalOf(a) + " with " +
		Exact(a) + " " + evidence(a), try}
}

// goalOf names what a guideline requires of the member of an answer.
func goalOf(a *dataset.Answer) string {
	if mark, decimals, unit, _ := a.Guideline.GoalOf(a.Query.Subject).OwnMark(); unit != nil {
		return "its own mark of " + dataset.Amount(unit, mark, decimals)
	}
	return a.Guideline.Name.Name
}

// opposite returns the problem of words that say something else than the fact they are linked to; at reports that the
// figure is the mark itself.
func opposite(words string, a *dataset.Answer, at bool) *problem {
	is, such, says := "meets", "met it", "the opposite of"
	if at {
		says = "something else than"
	}
	if a.Derived.Name == "misses" {
		is, such = "is short of", "fell short"
		if side := a.Guideline.Name.Side; side != dataset.Floor {
			is, such = "is "+side.Missed(), "was "+side.Missed()+" it"
		}
	}
	return &problem{"\"" + words + "\" says " + says + " its fact: " + a.Query.Subject + " " + is + " " +
		goalOf(a) + " with " + Exact(a) + " " + evidence(a),
		"say so, as in \"" + such + "\", or link the words to another fact"}
}

// otherNumber returns the problem of a number in words about a guideline that is neither the figure nor the mark.
func otherNumber(words, number string, a *dataset.Answer) *problem {
	return &problem{"\"" + number + "\" in \"" + words + "\" disagrees with " + Exact(a) +
		", and is not the mark either " + evidence(a),
		"make the number a fact of its own, or leave it out"}
}

// evidence returns the edition and the figures that prove an answer: "(DAC, released 2019-05-01: SWE 1.04, DNK 0.72)".
func evidence(a *dataset.Answer) string {
	if a.Edition == nil {
		return "(days of joining in data/members.csv)"
	}
	return "(" + a.Edition.String() + ": " + RestsOn(a) + ")"
}

// RestsOn returns the figures that prove an answer of an edition.
func RestsOn(a *dataset.Answer) string {
	switch {
	case a.Query.Comparison != "":
		return part(a.Parts[0], a.Parts[1]) + " against " + part(a.Parts[1], a.Parts[0])
	case a.Unit == dataset.Place:
		return list(a.Figures) + without(a.Missing)
	case a.Tally == nil:
		return byCode(a.Figures) + without(a.Missing)
	}
	return tally(a)
}

// without names members that have no figure, behind those that have.
func without(members []*dataset.Member) string {
	if len(members) == 0 {
		return ""
	}
	return "; no figure of " + strings.Join(lists.Each(members, func(m *dataset.Member) string { return m.Code }), " ")
}

// part writes one side of a comparison: what distinguishes it from the other, and its value.
func part(a, other *dataset.Answer) string {
	name := strconv.Itoa(a.Query.Year)
	if a.Query.Subject != other.Query.Subject {
		name = a.Query.Subject
	}
	return name + " " + dataset.Number(a.Value, a.Decimals)
}

// manyMembers is the number of members above which those who are not counted are listed instead of those who are.
const manyMembers = 12

// countedIn returns the members that a count counts, and the others that have a figure.
func countedIn(a *dataset.Answer) (counted, rest []dataset.Standing) {
	if a.Derived != nil && a.Derived.Name == "below" {
		return a.Tally.Short(), a.Tally.Met()
	}
	return a.Tally.Met(), a.Tally.Short()
}

// tally returns the figures that are counted, and the members without one.
func tally(a *dataset.Answer) string {
	t := a.Tally
	counted, rest := countedIn(a)
	text := "all that have a figure"
	switch {
	case len(counted) <= manyMembers:
		text = byCode(dataset.FiguresOf(counted))
	case len(rest) > 0:
		text = "all but " + byCode(dataset.FiguresOf(rest))
	}
	for _, m := range t.Exempt {
		text += "; " + m.Code + " " + m.Exempt
	}
	return text + without(t.Missing)
}

// byCode is like list, in the order of the members' codes.
func byCode(figures []*dataset.Figure) string {
	return list(slices.SortedStableFunc(slices.Values(figures), func(f, g *dataset.Figure) int {
		return cmp.Compare(f.Member, g.Member)
	}))
}

// list writes figures as "EST 2.16, GBR 2.21".
func list(figures []*dataset.Figure) string {
	write := func(f *dataset.Figure) string { return f.Member + " " + dataset.Number(f.Value, f.Decimals) }
	return cmp.Or(strings.Join(lists.Each(figures, write), ", "), "none")
}

// hint returns where to look for the evidence.
func hint(a *dataset.Answer) string {
	switch {
	case a.Edition == nil:
		return "a member counts from the year in which it joined"
	case len(a.Figures) == 1:
		return "the figure is at " + a.Figures[0].Pos.String()
	}
	return "the figures are in " + a.Edition.Release.File
}

// unitNames are the names of units that a report does not define.
var unitNames = map[dataset.Unit]string{
	dataset.Percent: "per cent", dataset.USDMillion: "US dollars", dataset.Points: "percentage points",
	dataset.Count: "members", dataset.Ratio: "times",
}

// subject returns the name of what was asked for.
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

// Overturned reports whether a later answer changes the conclusion of a fact and not only its number: whether a
// guideline is met, a count or a rank, whose figure is the highest, the sign of a change, the side of a mark, or a
// bound such as "more than". hold reports that the words are also true of the later answer.
func (c *Checker) Overturned(f *Fact, now *dataset.Answer, hold bool) bool {
	then := f.Answer
	switch then.Unit {
	case dataset.Truth:
		return then.Value != now.Value
	case dataset.Count, dataset.Place:
		return !hold
	}
	switch {
	case !slices.Equal(then.Holders, now.Holders):
		return true
	case then.Unit == dataset.Points && then.Guideline != nil:
		return (then.Value >= 0) != (now.Value >= 0)
	case signed(then):
		return cmp.Compare(then.Value, 0) != cmp.Compare(now.Value, 0)
	}
	side, known := sideOf(then)
	is, _ := sideOf(now)
	m := c.Data.Members[then.Query.Subject]
	if known && (m == nil || !m.Aggregate) && (side >= 0) != (is >= 0) { // no guideline applies to an aggregate
		return true
	}
	r, _, _ := c.claimed(f.Words, f.Answer) // "more than", "nearly", "exactly"
	return !hold && r.Relation != lexicon.Equal && r.Relation != lexicon.About
}
