package dataset_test

import "fmt"

// Ulmland's share of income in 2016, as known when its defence secretary went to Seatown, and today.
func ExampleVintage_Figure() {
	for _, d := range []string{"2017-02-15", "2026-11-23"} {
		f, _ := whole().AsOf(day(d)).Figure("norda", "GBL", 2016, "share_of_income")
		fmt.Printf("%s: %.2f%% (released %s)\n", d, f.Value, f.Released)
	}
	// Output:
	// 2017-02-15: 2.21% (released 2016-07-04)
	// 2026-11-23: 2.07% (released 2026-07-07)
}
