package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/dataset"
)

var (
	smallNumbers = strings.Fields("none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens         = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

// inWords writes a count below a hundred in words, as headlines begin.
func inWords(n int) string {
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 20:
		return smallNumbers[n]
	case n%10 == 0:
		return tens[n/10-2]
	}
	return tens[n/10-2] + "-" + smallNumbers[n%10]
}

// count writes a number as sentences have it: in words up to ten.
func count(n int) string {
	if n <= 10 {
		return inWords(n)
	}
	return strconv.Itoa(n)
}

// capital begins a sentence.
func capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// list joins names with commas and an "and".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

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
	return list(parts)
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
	of := fmt.Sprintf("%s of %s %s", number(t.Meeting), count(t.Of()), collective)
	if t.Meeting == t.Of() {
		of = fmt.Sprintf("all %s %s", count(t.Of()), collective)
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
		sentences = append(sentences, list(same)+": "+reason+".")
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
