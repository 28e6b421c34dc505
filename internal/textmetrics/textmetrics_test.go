package textmetrics

import (
	"math"
	"strings"
	"testing"
)

// TestWidths compares the widths with those that browsers give for Arial.
func TestWidths(t *testing.T) {
	for _, c := range []struct {
		text          string
		regular, bold float64 // at 100 px
	}{
		{"North Macedonia", 762, 811}, {"United Kingdom", 712, 772}, {"2% of aid", 417, 439},
		{"0123456789", 556, 556}, {"+3.33", 253, 253}, {"−", 58, 58}, {"Türkiye", 328, 356},
	} {
		for _, m := range []struct{ got, want float64 }{{Regular().Width(c.text, 100), c.regular}, {Bold().Width(c.text, 100), c.bold}} {
			if math.Abs(m.got-m.want) > 0.02*m.want {
				t.Errorf("%q is %.0f wide, want %.0f", c.text, m.got, m.want)
			}
		}
	}
	if got := Regular().Width("中文", 10); got != 20 {
		t.Errorf("two Chinese characters are %v wide, want two ems", got)
	}
}

func TestWrapAndFit(t *testing.T) {
	const text = "All members of the league together"
	lines := Bold().Wrap(text, 13, 100)
	if Bold().Widest(lines, 13) > 100 || strings.Join(lines, " ") != text || len(lines) < 2 {
		t.Errorf("wrapped to %q", lines)
	}
	even := Bold().Balanced(text, 13, 150)
	if len(even) != len(Bold().Wrap(text, 13, 150)) || strings.Join(even, " ") != text || Bold().Widest(even, 13) > Bold().Widest(Bold().Wrap(text, 13, 150), 13) {
		t.Errorf("balanced to %q", even)
	}
	if got := Regular().Fit("no armed forces of its own", 13, 80); !strings.HasSuffix(got, "…") || Regular().Width(got, 13) > 80 {
		t.Errorf("cut to %q", got)
	}
	if got := Regular().Fit("short", 13, 80); got != "short" {
		t.Errorf("cut %q", got)
	}
}
