package lists_test

import (
	"fmt"
	"strconv"

	"burdenshare/internal/lists"
)

func Example() {
	years := []int{2014, 2016, 2026}
	fmt.Printf("%q\n", lists.Each(years, strconv.Itoa))
	fmt.Println(lists.Filter(years, func(y int) bool { return y > 2014 }))
	fmt.Println(lists.With(years, 2016, 2024))
	fmt.Println(lists.Groups(years, func(y int) bool { return y%4 == 0 }))
	fmt.Println(*lists.Find([]*int{&years[0], &years[2]}, func(y *int) bool { return *y > 2014 }),
		lists.Find([]*int{&years[0]}, func(y *int) bool { return *y > 2014 }))
	fmt.Println(lists.Runs([]int{2014, 2016, 2017, 2018}))
	// Output:
	// ["2014" "2016" "2026"]
	// [2016 2026]
	// [2014 2016 2026 2024]
	// [[2014 2026] [2016]]
	// 2026 <nil>
	// [[2014 2014] [2016 2018]]
}
