package pages

import "testing"

// TestPaceDecimals holds that a pace which is not nothing has a digit that shows it.
func TestPaceDecimals(t *testing.T) {
	for v, want := range map[float64]int{0: 1, 2.34: 1, 0.05: 1, 0.032: 2, -0.004: 3} {
		if got := paceDecimals(v); got != want {
			t.Errorf("%v has %d digits, want %d", v, got, want)
		}
	}
}
