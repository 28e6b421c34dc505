package unit

import (
	"bytes"
	"math"
	"strconv"
)

// Minus is the minus sign of printed numbers.
const Minus = "−"

// Number writes a value for readers, rounded to a number of decimals, with a mark before those and another between
// thousands.
func Number(v float64, decimals int, point, group string) string {
	var room, written [48]byte // on the stack, as nearly all numbers are short
	digits := strconv.AppendFloat(room[:0], math.Abs(v), 'f', decimals, 64)
	whole, frac, broken := bytes.Cut(digits, []byte("."))
	out := written[:0]
	if v < 0 && bytes.ContainsAny(digits, "123456789") {
		out = append(out, Minus...)
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out = append(out, group...)
		}
		out = append(out, digit)
	}
	if broken {
		out = append(append(out, point...), frac...)
	}
	return string(out)
}
