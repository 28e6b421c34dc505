package fact_test

import (
	"fmt"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
)

// TestOverturned distinguishes a conclusion that is no longer true from a number that has only changed, for facts of
// 2017 and of 2025 with the figures of 2026.
func TestOverturned(t *testing.T) {
	c := checker()
	golden.CheckLines(t, "overturned.txt", func(line string) string {
		parts := linkOnDay.FindStringSubmatch(line)
		claim := fact.Claim{Ref: parts[3], Words: parts[2]}
		f, err := c.Check(c.Data.AsOf(civil.MustParse(parts[1])), claim)
		if err != nil {
			return err.Error()
		}
		j := c.Judge(c.Data.AsOf(c.Today), claim)
		if j.Fact == nil {
			return j.NoAnswer.Error()
		}
		stands := map[bool]string{true: "overturned", false: "stands"}
		return fmt.Sprintf("%s, then %s: %s", f.Exact, j.Fact.Exact, stands[c.Overturned(f, j.Fact.Answer, j.Disagrees == nil)])
	})
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
