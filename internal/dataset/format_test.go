package dataset

import (
	"math/rand/v2"
	"strconv"
	"testing"
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
		if got := Plain(c.v, c.decimals); got != c.want {
			t.Errorf("%v with %d decimals is %s, want %s", c.v, c.decimals, got, c.want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 10000 { // published values have no more digits than are written
		decimals := random.IntN(5)
		want := strconv.FormatFloat(random.Float64()*1e6, 'f', decimals, 64)
		v, _ := strconv.ParseFloat(want, 64)
		if got := Plain(v, decimals); got != want {
			t.Fatalf("%v with %d decimals is %s, want %s", v, decimals, got, want)
		}
	}
}
