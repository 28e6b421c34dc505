package dataset

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strconv"

	"burdenshare/internal/unit"
)

// Round rounds to a number of decimals, halves away from zero. It removes binary errors from the difference of two
// published numbers: 2.21 − 2 is 0.21.
func Round(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	return math.Round(v*p)/p + 0 // never minus zero
}

// Plain writes a value with so many digits behind the point, a hyphen for the
// minus and no unit, for data rather than for reading.
func Plain(v float64, decimals int) string { return string(AppendPlain(nil, v, decimals)) }

// Plain writes the value as published.
func (f *Figure) Plain() string { return Plain(f.Value, f.Decimals) }

// AppendPlain appends what Plain writes.
func AppendPlain(b []byte, v float64, decimals int) []byte {
	n := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	if b[n] == '-' && len(bytes.Trim(b[n:], "-0.")) == 0 {
		b = slices.Delete(b, n, n+1)
	}
	return b
}

// Number formats a value for readers: with commas between thousands and a true minus sign.
func Number(v float64, decimals int) string { return unit.Number(v, decimals, ".", ",") }

// Amount formats a value with its unit, exactly, for those who write reports: "2.21%", "$1,032,849 million", "12
// tonnes".
func Amount(u Unit, v float64, decimals int) string {
	switch {
	case u == Percent:
		return Number(v, decimals) + "%"
	case u == Ratio:
		return Number(v, decimals) + " times"
	case u == Points && Round(v, decimals) > 0:
		return "+" + Number(v, decimals) + " points"
	case u == Points:
		return Number(v, decimals) + " points"
	case u == nil || u.Symbol == "" && u.Plural == "":
		return Number(v, decimals)
	}
	scale := map[float64]string{1e3: " thousand", 1e6: " million", 1e9: " billion"}[u.Scale]
	if u.Symbol != "" && (u.Before || u.Money()) {
		sign := ""
		if v < 0 {
			sign, v = unit.Minus, -v
		}
		return sign + u.Symbol + Number(v, decimals) + scale
	}
	return Number(v, decimals) + scale + " " + cmp.Or(u.Symbol, u.Plural)
}
