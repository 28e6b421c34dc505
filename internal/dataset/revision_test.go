package dataset

import (
	"strconv"
	"testing"
)

// TestPublishedInTurn holds that a digit more or less revises nothing, and what was published at first and at last.
func TestPublishedInTurn(t *testing.T) {
	published := func(s string) (float64, int) {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v, DecimalsOf(s)
	}
	for _, c := range []struct {
		history     []string
		first, last string
		times       int
	}{
		{[]string{"1.4"}, "1.4", "1.4", 0},
		{[]string{"1.4", "1.40", "1.43"}, "1.40", "1.43", 1},
		{[]string{"1.4", "1.43"}, "1.43", "1.43", 0},
		{[]string{"1.43", "1.4"}, "1.43", "1.43", 0},
		{[]string{"9.5", "9.45", "9.4"}, "9.45", "9.45", 0},
		{[]string{"1.4", "1.46"}, "1.4", "1.46", 1},
		{[]string{"-0.4", "-0.43", "-0.36"}, "-0.43", "-0.36", 1},
		{[]string{"1.38", "1.4", "1.43"}, "1.38", "1.43", 1},
		{[]string{"2.20", "2.17", "2.2"}, "2.20", "2.17", 1},
		{[]string{"12345", "12345.4", "12346"}, "12345.4", "12346", 1},
	} {
		first, last, times := Revisions(c.history, published)
		if first != c.first || last != c.last || times != c.times {
			t.Errorf("%q: %s, %s, %d times; want %s, %s, %d", c.history, first, last, times, c.first, c.last, c.times)
		}
	}
}
