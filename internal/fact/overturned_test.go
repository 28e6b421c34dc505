package fact_test

import (
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/fact"
)

// TestOverturned distinguishes a conclusion that is no longer true from a number that has only changed, for facts of
// 2017 and of 2025 with the figures of 2026.
func TestOverturned(t *testing.T) {
	c := checker()
	for _, x := range []struct {
		day, ref, words string
		want            bool
	}{
		{"2017-02-15", "GBL/2016", "2.21%", false},              // 2.07 now, on the same side
		{"2017-02-15", "GBL/2016", "more than 2.1%", true},      // a bound
		{"2017-02-15", "GBL/2016", "about 2.2%", false},         // about is none
		{"2017-02-15", "GBL/2016", "more than 2%", false},       // still so
		{"2017-02-15", "POM/2016", "2.00%", true},               // 1.99 now: another side
		{"2017-02-15", "POM/2016/meets", "meets it", true},      // no longer so
		{"2017-02-15", "GBL/2016/meets", "meets it", false},     // still so
		{"2017-02-15", "POM/2016/distance", "exactly 0", true},  // on it, now below
		{"2024-03-14", "DOR/2023/distance", "exactly 0", false}, // on it, now above: the same side
		{"2024-03-14", "DOR/2023", "2.00%", false},
		{"2017-02-15", "FRB/2016/distance", "0.22 points short", false},
		{"2017-02-15", "allies/2016/meeting", "five", true}, // four
		{"2017-02-15", "allies/2016/meeting", "more than three", false},
		{"2017-02-15", "allies/2016", "28", false},
		{"2017-02-15", "NORDA_LESS_USO/2016/real_growth", "3.8%", false}, // 2.87: smaller, and a rise
		{"2025-08-29", "NORDA_LESS_USO/2024", "1.99%", false},            // a group has no guideline to meet
		{"2025-08-29", "ESV/2025", "3.38%", false},
		{"2025-08-29", "ESV/2025/distance?guideline=haven", "0.12 points short", true},
		{"2025-08-29", "allies/2025/meeting?guideline=haven", "at least three", false}, // four now
		{"2025-08-29", "LTM/2025/rank", "second", false},
		{"2025-08-29", "ESV/2025/rank", "fourth", true}, // third
		{"2025-08-29", "allies/2025/highest", "Polmark", false},
		{"2025-08-29", "allies/2023/gear_share/lowest", "Dorwin", true}, // Nethermere
		{"2025-08-29", "BEQ/2022..2023/change", "rose by 0.02 points", true},
		{"2025-08-29", "GBL/2022..2023/change", "fell by 0.02 points", true}, // no change
		{"2024-03-14", "NOV/2015/real_growth", "fell by 1.63%", true},
		{"2017-02-15", "GBL/2016", "", false},
	} {
		v := c.Data.AsOf(civil.MustParse(x.day))
		f, err := c.Check(v, fact.Claim{Ref: x.ref, Words: x.words})
		if err != nil {
			t.Errorf("%s %q does not hold on its day: %v", x.ref, x.words, err)
			continue
		}
		j := c.Judge(c.Data.AsOf(c.Today), fact.Claim{Ref: x.ref, Words: x.words})
		if j.Fact == nil {
			t.Errorf("%s has no figure today", x.ref)
			continue
		}
		if got := c.Overturned(f, j.Fact.Answer, j.Disagrees == nil); got != x.want {
			t.Errorf("%s %q, %s now: %v, want %v", x.ref, x.words, j.Fact.Exact, got, x.want)
		}
	}
	for _, x := range []struct {
		ref  string
		now  float64
		want bool
	}{{"NORDA_LESS_USO/2016", 2.5, false}, {"FRB/2016", 2.5, true}, {"GBL/2016", 2, false},
		{"NORDA_LESS_USO/2016/real_growth", 0.5, false}, {"GBL/2016..2026/change", 1.5, false}} { // a group has no side of the mark to be on
		f, err := c.Check(c.Data.AsOf(c.Today), fact.Claim{Ref: x.ref})
		if err != nil {
			t.Fatal(err)
		}
		now := *f.Answer
		if now.Value = x.now; c.Overturned(f, &now, true) != x.want {
			t.Errorf("%s from %s to %v%%: %t", x.ref, f.Exact, x.now, !x.want)
		}
	}
}
