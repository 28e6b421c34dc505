package unit

import (
	"math"
	"strconv"
	"strings"
)

// Minus is the minus sign of printed numbers.
const Minus = "−"

// Number writes a value for readers, rounded to a number of decimals, with a mark before those and another between
// thousands.
func Number(v float64, decimals int, point, group string) string {
	digits := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	s, frac, broken := strings.Cut(digits, ".")
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + group + s[i:]
	}
	if broken {
		s += point + frac
	}
	if v < 0 && strings.ContainsAny(digits, "123456789") {
		return Minus + s
	}
	return s
}
