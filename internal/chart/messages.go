package chart

import (
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
)

// Messages are the messages of the interface, with those turns of phrase that several kinds share. Everything that has
// text for readers contains them: the kinds and the SVG writer.
type Messages struct{ *i18n.Catalog }

// Runs writes years in order with unbroken runs shortened: "2014, 2016–2026".
func (w Messages) Runs(years []int) string { return w.List(w.runs(years)) }

func (w Messages) runs(years []int) (parts []string) {
	for _, r := range lists.Runs(years) {
		if r[1] == r[0]+1 {
			parts = append(parts, strconv.Itoa(r[0]), strconv.Itoa(r[1]))
		} else {
			parts = append(parts, w.Span(r[0], r[1]))
		}
	}
	return parts
}

// Span writes a period: "2014–2026", or one year.
func (w Messages) Span(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return w.Message("chart.span", "from", from, "to", to)
}

// Clauses writes clauses one after another: "one; two; three". Empty ones are left out.
func (w Messages) Clauses(clauses ...string) (s string) {
	for _, next := range clauses {
		switch {
		case s == "":
			s = next
		case next != "":
			s = w.Message("chart.series", "before", s, "next", next)
		}
	}
	return s
}

// Sentence writes clauses as one sentence.
func (w Messages) Sentence(clauses ...string) string {
	return w.Message("chart.sentence", "clauses", w.Clauses(clauses...))
}

// Fraction returns how many of how many, "at least" where members are missing: "five of 28 allies", "at least 30 of 32
// allies".
func (w Messages) Fraction(t *dataset.Tally, number func(int) string) string {
	key, of := partOf(t)
	return w.Message("chart.part."+key, "n", t.Meeting, "met", number(t.Meeting), "of", w.Few(of))
}

// Ratio is Fraction in a sentence that already names the members: "five of 28".
func (w Messages) Ratio(t *dataset.Tally) string {
	key, of := partOf(t)
	return w.Message("chart.ratio."+key, "met", w.Few(t.Meeting), "of", w.Few(of))
}

// partOf returns the last part of the key of a message on how many meet a guideline, and of how many.
func partOf(t *dataset.Tally) (key string, of int) {
	switch {
	case t.AtLeast() && t.Meeting == 0:
		return "none_known", len(t.Ranked)
	case t.AtLeast():
		return "at_least", t.Of()
	}
	return someOrAll(t.Meeting, t.Of()), t.Of()
}

// someOrAll returns the same of a number out of another.
func someOrAll(n, of int) string {
	switch {
	case of == 1 && n == 1:
		return "sole"
	case of == 1:
		return "sole_none"
	case n < of:
		return "some"
	case n == 2:
		return "both"
	}
	return "all"
}

// Some writes one number out of another: "three of five".
func (w Messages) Some(n, of int) string {
	key := "some"
	if of == 1 {
		key = someOrAll(n, of)
	}
	return w.Message("chart.ratio."+key, "met", w.Few(n), "of", w.Few(of))
}

// All writes a number of which none is left out: "all three", "both".
func (w Messages) All(n int, number func(int) string) string {
	return w.Message("chart.ratio."+someOrAll(n, n), "of", number(n))
}

// AllOf is All with the name of what is counted: "all 28 allies", "both allies".
func (w Messages) AllOf(n int, number func(int) string) string {
	return w.Message("chart.part."+someOrAll(n, n), "of", number(n))
}

// OfThese counts some of the members that a spec names: "two of these three", "all three".
func (w Messages) OfThese(n, all int, number func(int) string) string {
	if n == all {
		return w.All(n, number)
	}
	return w.Message("chart.of_these", "count", number(n), "all", w.Few(all))
}

// MeetIn returns the headline of who meets a guideline in a year.
func (w Messages) MeetIn(who string, year int) string {
	return w.Message("chart.meet_in", "who", who, "year", year)
}

// SayMeet says who meets the guideline in the newest year of a chart, n of them.
func (q *Query) SayMeet(who string, n, year int) {
	q.Say("chart.meet_for."+q.shown.Tense(), "n", n, "who", who, "year", year)
}

// SayMeetFrom says who met the guideline in the first year of a chart, n of them, and who then in its last.
func (q *Query) SayMeetFrom(who string, n int, then string) {
	key := "chart.meet_from."
	if q.shown.estimatedIn(q.shown.From) {
		key = "chart.meet_since."
	}
	q.Say(key+q.shown.Tense(), "n", n, "who", who, "then", then)
}

// Say adds a sentence to the summary.
func (q *Query) Say(key string, values ...any) { q.SayAll(q.Message(key, values...)) }

// SayAll adds sentences that are written.
func (q *Query) SayAll(sentences ...string) { q.said = append(q.said, sentences...) }

// SayNames says something of names; nothing where there are none.
func (q *Query) SayNames(key string, names []string, values ...any) {
	if len(names) > 0 {
		q.Say(key, append(values, "names", names)...)
	}
}

// SayFew is SayNames for names that are not worth a sentence where they are many.
func (q *Query) SayFew(key string, names []string, values ...any) {
	if len(names) <= MostNamed {
		q.SayNames(key, names, values...)
	}
}

// SayMissing says who has no figure and why; a message continues the first sentence, unless its key is empty.
func (q *Query) SayMissing(bounded string, s *dataset.Standings) {
	if len(s.Missing) > 0 {
		sentence := q.NoFigures(s.Missing)
		if bounded != "" {
			sentence = q.Message(bounded, "sentence", sentence, "names", dataset.Names(s.Missing))
		}
		q.SayAll(sentence)
	}
	q.SayAll(q.Excused(s.Exempt)...)
}

// EditionName returns how sentences name an edition: "the DAC edition of 7 July 2026".
func (w Messages) EditionName(e *dataset.Edition) string {
	return w.Message("chart.edition", "source", e.Source.Name, "day", e.Release.Date)
}

// Excused explains the members that have no figure of their own, those of one
// reason together: "Iceland: no armed forces."
func (w Messages) Excused(members []*dataset.Member) []string {
	why := func(m *dataset.Member) string { return m.Exempt }
	return Grouped(members, why, func(m *dataset.Member) string { return m.Name }, w.Because)
}

// Grouped returns one sentence for the names of all that have a text in common, in the order of the texts. What has no
// text is left out.
func Grouped[T any](list []T, text, name func(T) string, say func(names []string, text string) string) (said []string) {
	for _, group := range lists.Groups(list, text) {
		if s := text(group[0]); s != "" {
			said = append(said, say(lists.Each(group, name), s))
		}
	}
	return said
}

// Because returns some members' reason: "Iceland: no armed forces."
func (w Messages) Because(names []string, reason string) string {
	return w.Message("chart.because", "names", names, "reason", reason)
}

// NoFigure returns what a table has in place of a number that there is not.
func (w Messages) NoFigure() string { return w.Message("chart.no_figure") }

// NoFigures names those without a figure.
func (w Messages) NoFigures(members []*dataset.Member) string {
	return w.Message("chart.no_figures", "names", dataset.Names(members))
}

// Lacking returns a sentence that some members have no figure for some years.
func (w Messages) Lacking(names []string, years string) string {
	return w.Message("chart.lacking", "n", len(names), "names", names, "years", years)
}

// MostNamed is how many members a sentence names before it only counts them.
const MostNamed = 8
