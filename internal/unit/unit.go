// Package unit holds what values count: per cent, dollars, doses.
//
// It knows how a unit is called and written, and not what is counted in it.
package unit

// A Unit is what a value counts. Units are compared by their pointers.
type Unit struct {
	ID       string
	Symbol   string  // "€", "t"; "" for one that is written in words
	Before   bool    // the symbol comes before the number
	Scale    float64 // how many single ones a value of 1 is: 1e6 where millions are counted
	Plural   string  // many of them in words: "euros"; "" for the program's own, which strings.toml names
	Rate     bool    // a rate, such as euros a head: it does not add up over members
	Currency string  // its ISO 4217 code; "" for what is no money
}

// The program's own units. The first three are those of published figures,
// the others only those of derived measures.
var (
	Percent    = &Unit{ID: "percent", Scale: 1}                                                   // 2.21 means 2.21%
	USDMillion = &Unit{ID: "usd_million", Symbol: "$", Before: true, Scale: 1e6, Currency: "USD"} // millions of US dollars
	Persons    = &Unit{ID: "persons", Scale: 1}

	Points = &Unit{ID: "points", Scale: 1} // percentage points
	Count  = &Unit{ID: "count", Scale: 1}  // a number of members
	Place  = &Unit{ID: "place", Scale: 1}  // a rank, from 1
	Truth  = &Unit{ID: "truth", Scale: 1}  // 1 for true, 0 for false
	Ratio  = &Unit{ID: "ratio", Scale: 1}  // one value over another; 2 means twice
)

// Scales are how many single ones a unit may count at a time.
var Scales = []float64{1, 1e3, 1e6, 1e9}

// String returns the id.
func (u *Unit) String() string {
	if u == nil {
		return ""
	}
	return u.ID
}

// Money reports whether the unit is one of money.
func (u *Unit) Money() bool { return u != nil && u.Currency != "" }

// Adds reports whether values of several members may be added up.
func (u *Unit) Adds() bool { return u != Percent && !u.Rate }

// Own reports whether the report itself names the unit, in data/units.toml.
func (u *Unit) Own() bool { return u != nil && u.Plural != "" }
