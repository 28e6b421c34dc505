// Package unit defines the units of values: per cent, dollars, doses.
//
// A Unit is a value: how it is named and written, and whether amounts of it add up. Number writes the number before it.
// The package does not know what is measured in it.
package unit

import (
	"math"
	"regexp"
)

// A Unit is the unit of a value. Units are compared by pointer.
type Unit struct {
	ID       string
	Symbol   string  // "€", "t"; "" if the unit is written in words
	Before   bool    // the symbol comes before the number
	Scale    float64 // the factor of a value: 1e6 if values are in millions
	Plural   string  // the plural in words: "euros"; "" for the predefined units, which strings.toml names
	Singular string  // the singular in words, behind 1; "" for the plural there too
	Rate     bool    // a rate, such as euros a head: it does not add up over members
	Currency string  // its ISO 4217 code; "" if the unit is not money

	Behind *regexp.Regexp // its symbol behind a number in words, of a unit that the report defines; nil for none
}

// BehindNumber matches a symbol behind a number, between the last digit and what follows, which is no letter.
func BehindNumber(symbol string) *regexp.Regexp {
	return regexp.MustCompile(`(\d)[\s\x{a0}\x{202f}]*` + regexp.QuoteMeta(symbol) + `(\PL|$)`)
}

// The predefined units. The first three are units of published figures, the others only of derived measures.
var (
	Percent    = &Unit{ID: "percent", Scale: 1}                                                   // 2.21 means 2.21%
	USDMillion = &Unit{ID: "usd_million", Symbol: "$", Before: true, Scale: 1e6, Currency: "USD"} // millions of dollars
	Persons    = &Unit{ID: "persons", Scale: 1}

	Points = &Unit{ID: "points", Scale: 1} // percentage points
	Count  = &Unit{ID: "count", Scale: 1}  // a number of members
	Place  = &Unit{ID: "place", Scale: 1}  // a rank, from 1
	Truth  = &Unit{ID: "truth", Scale: 1}  // 1 for true, 0 for false
	Ratio  = &Unit{ID: "ratio", Scale: 1}  // one value over another; 2 means twice
)

// Scales lists the factors that a unit may have.
var Scales = []float64{1, 1e3, 1e6, 1e9}

// String returns the identifier of the unit.
func (u *Unit) String() string {
	if u == nil {
		return ""
	}
	return u.ID
}

// Money reports whether the unit is an amount of money.
func (u *Unit) Money() bool { return u != nil && u.Currency != "" }

// Adds reports whether values of several members may be summed.
func (u *Unit) Adds() bool { return u != Percent && !u.Rate }

// Apart returns the unit of the difference of two values: points for shares in per cent.
func (u *Unit) Apart() *Unit {
	if u == Percent {
		return Points
	}
	return u
}

// Digits returns the decimals of a positive value that rounding to whole numbers would make 0: 1 for 0.4, 2 for 0.04.
// It returns 0 for any other, and for one of at most 0.00005.
func Digits(v float64) int {
	for decimals := range 5 {
		if v*math.Pow10(decimals) > 0.5 {
			return decimals
		}
	}
	return 0
}

// Own reports whether the report itself defines the unit, in data/units.toml.
func (u *Unit) Own() bool { return u != nil && u.Plural != "" }
