package dataset_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{2.21, 2, "2.21"}, {-0.05, 2, "-0.05"}, {0, 2, "0.00"}, {-0.001, 2, "0.00"}, {1234567, 0, "1234567"},
		{-7, 0, "-7"}, {0.125, 2, "0.12"}, {2.675, 2, "2.67"}, {1e18, 1, "1000000000000000000.0"},
	} {
		if got := dataset.Plain(c.v, c.decimals); got != c.want {
			t.Errorf("%v with %d decimals is %s, want %s", c.v, c.decimals, got, c.want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 10000 { // published values have no more digits than are written
		decimals := random.IntN(5)
		want := strconv.FormatFloat(random.Float64()*1e6, 'f', decimals, 64)
		v, _ := strconv.ParseFloat(want, 64)
		if got := dataset.Plain(v, decimals); got != want {
			t.Fatalf("%v with %d decimals is %s, want %s", v, decimals, got, want)
		}
	}
}

// TestAmount holds how editors are told a value.
func TestAmount(t *testing.T) {
	units := map[string]dataset.Unit{"none": nil}
	for _, u := range []dataset.Unit{dataset.Percent, dataset.Points, dataset.Ratio, dataset.USDMillion, dataset.Persons} {
		units[u.ID] = u
	}
	golden.CheckLines(t, "amounts.txt", func(line string) string {
		var value float64
		var decimals int
		var id string
		if _, err := fmt.Sscan(line, &value, &decimals, &id); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		return dataset.Amount(units[id], value, decimals)
	})
}
