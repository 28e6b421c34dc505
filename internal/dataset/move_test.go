package dataset_test

import (
	"math"
	"math/big"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// TestMoveOf compares the steps of a move with the mean of both orders, computed in fractions: first the part and
// then the whole, and the other way round.
func TestMoveOf(t *testing.T) {
	files := booksWith("SWE,2019,gni,1000,actual\n", "SWE,2019,gni,1000,actual\nSWE,2020,gni,1300,actual\nSWE,2020,share,8.5,actual\nFIN,2020,gni,500,actual\n"+
		"ALL,2019,gni,1000,actual\nALL,2020,gni,1800,actual\nALL,2019,share,10.0,actual\nALL,2020,share,10.8,actual\n")
	d, wrong := load(files)
	if wrong != "" {
		t.Fatal(wrong)
	}
	e := d.AsOf(civil.MustParse("2021-01-01")).Known("dac")[0]
	for _, c := range []struct {
		who                          string
		part0, part1, whole0, whole1 int64 // without those that joined
		joined                       int
		byJoined                     float64
	}{
		{"SWE", 100, 110, 1000, 1300, 0, 0},
		{"ALL", 100, 110, 1000, 1300, 1, 2.3}, // 194/1800 with Finland, 110/1300 without: 10.78 less 8.46
	} {
		first, _ := e.Figure(c.who, 2019, "share")
		last, _ := e.Figure(c.who, 2020, "share")
		m := d.MoveOf(first, last, dataset.Quotient{})
		if m == nil {
			t.Fatalf("%s: no move", c.who)
		}
		per := func(part, whole int64) *big.Rat { return big.NewRat(100*part, whole) }
		mean := func(a, b, x, y *big.Rat) float64 { // of b-a and y-x
			sum := new(big.Rat).Add(new(big.Rat).Sub(b, a), new(big.Rat).Sub(y, x))
			v, _ := sum.Mul(sum, big.NewRat(1, 2)).Float64()
			return dataset.Round(v, 1)
		}
		part := mean(per(c.part0, c.whole0), per(c.part1, c.whole0), per(c.part0, c.whole1), per(c.part1, c.whole1))
		whole := mean(per(c.part0, c.whole0), per(c.part0, c.whole1), per(c.part1, c.whole0), per(c.part1, c.whole1))
		if m.ByPart != part || m.ByWhole != whole || m.ByJoined != c.byJoined || len(m.Joined) != c.joined {
			t.Errorf("%s: %v by the part, %v by the whole, %v by %d that joined; want %v, %v and %v by %d", c.who, m.ByPart, m.ByWhole, m.ByJoined, len(m.Joined), part, whole, c.byJoined, c.joined)
		}
		if sum := m.ByPart + m.ByWhole + m.ByJoined + m.Rest; math.Abs(sum-m.By) > 1e-9 || m.By != dataset.Round(last.Value-first.Value, 1) {
			t.Errorf("%s: the steps add up to %v, and the share moved by %v", c.who, sum, m.By)
		}
	}
	first, _ := e.Figure("SWE", 2019, "arms")
	if d.MoveOf(first, first, dataset.Quotient{}) != nil {
		t.Error("a share without a quotient has a move")
	}
}
