package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// runs writes years in order with unbroken runs shortened: "2014, 2016–2026".
func runs(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		switch j - i {
		case 0:
			parts = append(parts, strconv.Itoa(years[i]))
		case 1:
			parts = append(parts, strconv.Itoa(years[i]), strconv.Itoa(years[j]))
		default:
			parts = append(parts, span(years[i], years[j]))
		}
		i = j + 1
	}
	return english.List(parts)
}

// span writes a period: "2014–2026", or one year.
func span(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

// fraction says how many of how many, "at least" where members are missing:
// "five of 28 allies", "at least 30 of 32 allies".
func fraction(t *dataset.Tally, collective string, number func(int) string) string {
	of := fmt.Sprintf("%s of %s %s", number(t.Meeting), english.Few(t.Of()), collective)
	if t.Meeting == t.Of() {
		of = fmt.Sprintf("all %s %s", english.Few(t.Of()), collective)
	}
	if t.AtLeast() {
		return "at least " + strings.Replace(of, "none", "0", 1)
	}
	return of
}

// plural chooses a verb or noun by a number. None goes with one.
func plural(n int, one, many string) string {
	if n == 0 || n == 1 {
		return one
	}
	return many
}

// excused explains the members that have no figure of their own, those of one
// reason together: "Iceland: no armed forces."
func excused(members []*dataset.Member) []string {
	var sentences, reasons []string
	for _, m := range members {
		if !slices.Contains(reasons, m.Exempt) {
			reasons = append(reasons, m.Exempt)
		}
	}
	for _, reason := range reasons {
		var same []string
		for _, m := range members {
			if m.Exempt == reason {
				same = append(same, m.Name)
			}
		}
		sentences = append(sentences, english.List(same)+": "+reason+".")
	}
	return sentences
}

func names(members []*dataset.Member) []string {
	list := make([]string, len(members))
	for i, m := range members {
		list[i] = m.Name
	}
	return list
}
