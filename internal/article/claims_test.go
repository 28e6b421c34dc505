package article

import (
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestVerdicts holds which verdicts count as turned, which is that of a day, and what an edition's figure is to a claim.
func TestVerdicts(t *testing.T) {
	golden.CheckLines(t, "verdicts.txt", func(line string) string {
		words := strings.Fields(line)
		switch words[0] {
		case "turned":
			src := rulings(words[1])
			for _, f := range src.flips(&Claim{Claim: &content.Claim{Date: civil.MustParse("2017-12-31")}}) {
				words = append(words, f.To.Edition.Release.Date.String()[:4])
				if !f.To.Flip {
					t.Errorf("%s: a flip is not marked", line)
				}
			}
			return strings.Join(words[2:], " ")
		case "on":
			if v := rulings(words[2]).On(civil.MustParse(words[1])); v != nil {
				return v.Exact
			}
			return "none"
		}
		return sideOf(words[1:]).String()
	})
}

// rulings makes the verdicts of a source from a word: b bears the claim out, o says otherwise, ? leaves it open. The
// first is released in 2015, each other a year later.
func rulings(word string) *claimSource {
	src := &claimSource{Source: &dataset.Source{Name: "Office"}}
	for i, c := range word {
		side := map[rune]side{'b': bearsOut, 'o': otherwise, '?': open}[c]
		src.Editions = append(src.Editions, &Verdict{Side: side, Exact: string(c), agrees: side == bearsOut,
			Edition: &dataset.Edition{Source: src.Source, Release: &dataset.Release{Date: civil.Date{Year: 2015 + i, Month: 7, Day: 1}}}})
	}
	return src
}

// sideOf returns what a figure released by Office in a year is to a claim of 2017, of which words say more.
func sideOf(words []string) side {
	release := &dataset.Release{Date: civil.Date{Month: 1, Day: 1}}
	v := &Verdict{Edition: &dataset.Edition{Source: &dataset.Source{ID: "office"}, Release: release}}
	c, bound := &Claim{Claim: &content.Claim{Date: civil.MustParse("2017-06-30")}}, false
	release.Date.Year, _ = strconv.Atoi(words[0])
	for _, word := range words[1:] {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "agrees":
			v.agrees = true
		case "estimate":
			v.Estimate = true
		case "bound":
			bound = true
		case "expectation":
			c.Expectation = true
		case "own":
			c.Own = value
		case "about":
			c.about = value
		}
	}
	return c.side(v, bound)
}
