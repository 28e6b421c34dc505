package chart

import (
	"math"
	"strings"
	"testing"
)

// TestWidths holds the widths against those that browsers give for Arial,
// whose widths the Go face has.
func TestWidths(t *testing.T) {
	r := newRuler()
	for _, c := range []struct {
		text          string
		regular, bold float64 // at 100 px
	}{
		{"North Macedonia", 762, 811}, {"United Kingdom", 712, 772}, {"2% of GDP", 500, 511},
		{"0123456789", 556, 556}, {"+3.33", 253, 253}, {"−", 58, 58}, {"Türkiye", 328, 356},
	} {
		for _, m := range []struct{ got, want float64 }{{r.width(c.text, 100), c.regular}, {r.boldWidth(c.text, 100), c.bold}} {
			if got := m.got / slack; math.Abs(got-m.want) > 0.02*m.want {
				t.Errorf("%q is %.0f wide, want %.0f", c.text, got, m.want)
			}
		}
	}
	if got := r.width("中文", 10) / slack; got != 20 {
		t.Errorf("two Chinese characters are %v wide, want two ems", got)
	}
}

func TestWrapAndFit(t *testing.T) {
	r := newRuler()
	lines := r.wrap("All members of the league together", 13, 100)
	for _, line := range lines {
		if r.boldWidth(line, 13) > 100 {
			t.Errorf("line %q is wider than asked", line)
		}
	}
	if strings.Join(lines, " ") != "All members of the league together" || len(lines) < 2 {
		t.Errorf("wrapped to %q", lines)
	}
	if got := r.fit("no armed forces of its own", 13, 80); !strings.HasSuffix(got, "…") || r.width(got, 13) > 80 {
		t.Errorf("cut to %q", got)
	}
	if got := r.fit("short", 13, 80); got != "short" {
		t.Errorf("cut %q", got)
	}
}
