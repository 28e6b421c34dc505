package dataset

import (
	"math"
	"strconv"
	"strings"
)

// Minus is the sign of a negative number in print.
const Minus = "−"

// Round rounds to so many digits behind the point, halves away from zero. It
// frees a difference of two published numbers from binary dust: 2.21 − 2 is
// 0.21.
func Round(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	r := math.Round(v*p) / p
	if r == 0 {
		return 0 // never minus zero
	}
	return r
}

// Plain writes a value with so many digits behind the point, a hyphen for the
// minus and no unit, for data rather than for reading.
func Plain(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return s
}

// Number writes a value for reading: thousands separated by commas, a true
// minus.
func Number(v float64, decimals int) string {
	s := Plain(v, decimals)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = Minus, s[1:]
	}
	whole, frac, point := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		return sign + whole + "." + frac
	}
	return sign + whole
}

// Signed is Number with a plus before what is above zero.
func Signed(v float64, decimals int) string {
	if Round(v, decimals) > 0 {
		return "+" + Number(v, decimals)
	}
	return Number(v, decimals)
}

// Format writes a value with its unit, exactly: "2.21%", "$1,032,849 million".
func (u Unit) Format(v float64, decimals int) string {
	switch u {
	case Percent:
		return Number(v, decimals) + "%"
	case USDMillion:
		if v < 0 {
			return Minus + "$" + Number(-v, decimals) + " million"
		}
		return "$" + Number(v, decimals) + " million"
	case Ratio:
		return Number(v, decimals) + " times"
	case Points:
		return Signed(v, decimals) + " points"
	}
	return Number(v, decimals)
}

// Money writes millions of US dollars shortly: "$62.4bn", "$740m".
func Money(millions float64) string {
	sign := ""
	if millions < 0 {
		sign, millions = Minus, -millions
	}
	switch {
	case millions >= 999_950:
		return sign + "$" + Number(millions/1e6, 2) + "tn"
	case millions >= 99_950:
		return sign + "$" + Number(millions/1e3, 0) + "bn"
	case millions >= 999.5:
		return sign + "$" + Number(millions/1e3, 1) + "bn"
	}
	return sign + "$" + Number(millions, 0) + "m"
}
