package report

import (
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
)

// This file writes counts and years for readers.

// YearURL returns the address of a year's page, or "" if there is none.
func (rep *Report) YearURL(year int) string {
	if !slices.Contains(rep.InYears, year) {
		return ""
	}
	return "years/" + strconv.Itoa(year) + "/"
}

// TallyValues returns the values for a message about a count.
func (rep *Report) TallyValues(t *dataset.Tally) []any {
	allies := i18n.Noun{One: rep.Config.Singular, Many: rep.Config.Plural}
	return []any{"n", t.Meeting, "of", t.Of(), "allies", allies, "guideline", t.Guideline.Name,
		"year", t.Year, "day", t.Edition.Release.Date}
}

// TallySays returns the message about a count in its tense; that whose key ends in _least if members are missing. Of
// the only member it says where it stands. values come before those of the count, which they may replace.
func (rep *Report) TallySays(key string, t *dataset.Tally, values ...any) string {
	values = append(values, rep.TallyValues(t)...)
	switch {
	case t.Of() == 1 && len(t.Ranked) == 1:
		side := "missed."
		if t.Meeting == 1 {
			side = "met."
		}
		return rep.Catalog.Message("sole."+side+t.Tense(), append(values, "who", t.Ranked[0].Member.Name)...)
	case t.AtLeast():
		key += "_least"
	}
	return rep.Catalog.Message(key+"."+t.Tense(), values...)
}

// OutOf returns a count with its denominator, as a lower bound if members are missing.
func (rep *Report) OutOf(t *dataset.Tally) string {
	switch {
	case t.Of() == 1 && t.Meeting == 1:
		return rep.Catalog.Message("chart.ratio.sole")
	case t.Of() == 1 && len(t.Ranked) == 1:
		return rep.Catalog.Message("chart.ratio.sole_none")
	case t.AtLeast():
		return rep.Catalog.Message("year.out_of_least", rep.TallyValues(t)...)
	}
	return rep.Catalog.Message("year.out_of", rep.TallyValues(t)...)
}

// Deadline returns what the due day of a guideline means, written as a day or a year: members only aim to move
// towards some marks by then, and are bound to others.
func (rep *Report) Deadline(g *dataset.Guideline, due any) string {
	if g.Aim {
		return rep.Catalog.Message("deadline.aim", "due", due)
	}
	return rep.Catalog.Message("deadline.due", "due", due)
}

// Target returns a guideline with the year in which it is due, which its name may have already: "3.5% by 2035".
func (rep *Report) Target(g *dataset.Guideline, members ...string) string {
	due, name := strconv.Itoa(g.Due.Year), rep.Catalog.GoalName(g.GoalOf(members...))
	if strings.Contains(name, due) {
		return name
	}
	return rep.Catalog.Message("deadline.by", "guideline", name, "due", due)
}
