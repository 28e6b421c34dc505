package chart

import (
	"fmt"
	"strings"

	"burdenshare/internal/dataset"
)

// value writes a figure for reading: "2.21%", "$62.4bn", "1,234".
func value(u dataset.Unit, v float64, decimals int) string {
	if u == dataset.USDMillion {
		return dataset.Money(v)
	}
	return u.Format(v, decimals)
}

// signed writes a distance on a mark: "+0.21", "−$1.2bn".
func signed(u dataset.Unit, v float64, decimals int) string {
	if u != dataset.USDMillion {
		return dataset.Signed(v, decimals)
	}
	if v > 0 {
		return "+" + dataset.Money(v)
	}
	return dataset.Money(v)
}

// away writes how far something lies off, without saying on which side: "0.21
// points".
func away(u dataset.Unit, v float64, decimals int) string {
	s := strings.TrimLeft(signed(u, v, decimals), "+"+dataset.Minus)
	if u == dataset.Percent {
		return s + " points"
	}
	return s
}

// stands writes where a distance lies: "0.21 points above", "0.40 points short
// of 2% of GDP", "exactly at 2% of GDP". The goal may be left out where a
// sentence has named it already.
func stands(u dataset.Unit, v float64, decimals int, goal string) string {
	switch {
	case v > 0 && goal != "":
		return away(u, v, decimals) + " above " + goal
	case v > 0:
		return away(u, v, decimals) + " above"
	case v < 0 && goal != "":
		return away(u, v, decimals) + " short of " + goal
	case v < 0:
		return away(u, v, decimals) + " short"
	case goal != "":
		return "exactly at " + goal
	}
	return "exactly on the mark"
}

// inUnit names a measure's unit in a subtitle.
func inUnit(u dataset.Unit) string {
	switch u {
	case dataset.Percent:
		return "in per cent"
	case dataset.USDMillion:
		return "in US dollars"
	}
	return fmt.Sprintf("in %s", u)
}

// distanceUnit names the unit of a distance in a subtitle.
func distanceUnit(u dataset.Unit) string {
	switch u {
	case dataset.Percent:
		return "percentage points"
	case dataset.USDMillion:
		return "US dollars"
	}
	return string(u)
}

// columnUnit is a unit in the head of a table's column, whose cells hold
// plain numbers.
func columnUnit(u dataset.Unit) string {
	switch u {
	case dataset.Percent:
		return "%"
	case dataset.USDMillion:
		return "US$ million"
	}
	return string(u)
}

// tickLabel writes a tick of an axis, in a unit short enough for it.
func tickLabel(u dataset.Unit, v float64, decimals int) string {
	switch {
	case u == dataset.USDMillion && v == 0:
		return "0"
	case u == dataset.USDMillion:
		return dataset.Money(v)
	case u == dataset.Persons && v >= 1e6:
		return strings.TrimSuffix(dataset.Number(v/1e6, 1), ".0") + "m"
	}
	return dataset.Number(v, decimals)
}
