package article

import (
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
)

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

// TestFlips checks which verdicts count as turned, for a claim of 2017: what moved before it was made does not.
func TestFlips(t *testing.T) {
	claim := &Claim{Claim: &content.Claim{Date: civil.MustParse("2017-12-31")}}
	for _, c := range []struct{ verdicts, flips string }{
		{"", ""},
		{"bbbbb", ""},
		{"bobbb", ""},          // all before the claim
		{"bbbob", "2018 2019"}, // there and back
		{"obbbo", "2019"},      // only the last is later
		{"bbb?b", ""},          // a lower bound turns nothing
		{"bbb?o", "2019"},      // but does not hide what follows
		{"???bo", "2019"},      // nothing to turn before the first verdict
		{"bbobobo", "2018 2019 2020 2021"},
	} {
		var got []string
		src := rulings(c.verdicts)
		for _, f := range src.flips(claim) {
			got = append(got, f.To.Edition.Release.Date.String()[:4])
			if !f.To.Flip {
				t.Errorf("%s: a flip is not marked", c.verdicts)
			}
		}
		if strings.Join(got, " ") != c.flips {
			t.Errorf("%s: flips %v, want %q", c.verdicts, got, c.flips)
		}
	}
}

// TestSides checks what an edition's figure is to a claim of 2017.
func TestSides(t *testing.T) {
	for _, c := range []struct {
		claim            content.Claim
		about            string
		year             int
		agrees, estimate bool
		bound            bool
		want             side
	}{
		{year: 2016, agrees: true, want: bearsOut},
		{year: 2018, want: otherwise},
		{year: 2018, bound: true, want: open},
		{year: 2018, bound: true, agrees: true, want: bearsOut},
		{claim: content.Claim{Own: "office"}, year: 2016, agrees: true, want: ownFigure},
		{claim: content.Claim{Own: "office"}, year: 2018, agrees: true, want: ownFigure},
		{claim: content.Claim{Own: "office"}, year: 2018, want: ownRevised},
		{claim: content.Claim{Own: "office"}, year: 2016, want: otherwise}, // it had said otherwise itself
		{claim: content.Claim{Own: "bank"}, year: 2018, want: otherwise},
		{about: "bank", year: 2018, want: OfAnother},
		{about: "bank", year: 2018, agrees: true, want: OfAnother},
		{about: "office", year: 2018, agrees: true, want: bearsOut},
		{claim: content.Claim{Own: "office", Expectation: true}, year: 2016, agrees: true, want: ownFigure},
		{claim: content.Claim{Own: "office", Expectation: true}, year: 2018, estimate: true, want: stillExpected},
		{claim: content.Claim{Own: "office", Expectation: true}, year: 2018, want: turnedOut},
		{claim: content.Claim{Own: "office", Expectation: true}, year: 2018, agrees: true, want: turnedOut},
		{claim: content.Claim{Expectation: true}, year: 2018, bound: true, want: open},
	} {
		c.claim.Date = civil.MustParse("2017-06-30")
		v := &Verdict{agrees: c.agrees, Estimate: c.estimate, Edition: &dataset.Edition{Source: &dataset.Source{ID: "office"},
			Release: &dataset.Release{Date: civil.Date{Year: c.year, Month: 1, Day: 1}}}}
		if got := (&Claim{Claim: &c.claim, about: c.about}).side(v, c.bound); got != c.want {
			t.Errorf("%+v: %v, want %v", c, got, c.want)
		}
	}
}

func TestVerdictOn(t *testing.T) {
	src := rulings("bo")
	for day, want := range map[string]string{"2015-06-30": "", "2015-07-01": "b", "2016-06-30": "b", "2016-07-01": "o", "2030-01-01": "o"} {
		got := ""
		if v := src.On(civil.MustParse(day)); v != nil {
			got = v.Exact
		}
		if got != want {
			t.Errorf("on %s: %q, want %q", day, got, want)
		}
	}
}
