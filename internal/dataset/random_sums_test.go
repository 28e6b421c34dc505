package dataset_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

// An account is one random edition whose figures hang together, nearly: shares, growth, two parts of one whole, and an
// aggregate of all members but perhaps one. It works out in fractions what has to follow from them.
type account struct {
	joined  []int // by member
	exempt  []bool
	without int                         // the member that the aggregate leaves out; -1 for none
	of      map[string]map[[2]int]int64 // by measure, member (all for the aggregate) and year; shares in hundredths, growth in tenths
}

const all = -1

var sumTerms = dataset.Terms{Source: "src", Measure: "share", Spending: "spent", Growth: "rise", Total: "ALL", Collective: "all"}

func randomAccount(r *rand.Rand) *account {
	a := &account{without: r.IntN(6) - 3, of: map[string]map[[2]int]int64{}}
	for range 3 + r.IntN(3) {
		a.joined, a.exempt = append(a.joined, []int{2000, 2000, 2011, 2012}[r.IntN(4)]), append(a.exempt, r.IntN(6) == 0)
	}
	a.without = max(a.without, -1)
	put := func(measure string, at [2]int, v int64) {
		if a.of[measure] == nil {
			a.of[measure] = map[[2]int]int64{}
		}
		if r.IntN(12) > 0 {
			a.of[measure][at] = v
		}
	}
	for m := range a.joined {
		for _, year := range randomYears {
			at := [2]int{m, year}
			put("whole", at, 1000+r.Int64N(9000))
			put("spent", at, 10+r.Int64N(500))
		}
	}
	for _, year := range randomYears {
		for _, measure := range []string{"spent", "whole"} {
			sum, _, _ := a.sum(measure, year)
			put(measure, [2]int{all, year}, max(1, sum+r.Int64N(5)-2))
		}
	}
	for m := all; m < len(a.joined); m++ {
		for _, year := range randomYears {
			at, last := [2]int{m, year}, [2]int{m, year - 1}
			if whole := a.of["whole"][at]; whole > 0 {
				put("share", at, min(10_000, max(0, a.of["spent"][at]*10_000/whole+r.Int64N(5)-2)))
			}
			if before, now := a.of["spent"][last], a.of["spent"][at]; before > 0 && now > 0 && now*1000/before < 9000 {
				put("rise", at, max(-1000, now*1000/before-1000+r.Int64N(9)-4))
			}
			arms := r.Int64N(80)
			put("arms", at, arms)
			put("people", at, min(100, 100-arms+max(0, r.Int64N(12)-8)))
		}
	}
	return a
}

func (a *account) code(m int) string {
	if m == all {
		return "ALL"
	}
	return fmt.Sprintf("M%02d", m)
}

// parts returns the members of the aggregate in a year.
func (a *account) parts(year int) (list []int) {
	for m, joined := range a.joined {
		if joined <= year && m != a.without {
			list = append(list, m)
		}
	}
	return list
}

// sum adds up the members of a year; false where one is missing that has figures.
func (a *account) sum(measure string, year int) (sum int64, n int, known bool) {
	for _, m := range a.parts(year) {
		v, ok := a.of[measure][[2]int{m, year}]
		held := false
		for at := range a.of[measure] {
			held = held || at[0] == m
		}
		if !ok && (!a.exempt[m] || held) {
			return sum, n, false
		}
		if ok {
			sum, n = sum+v, n+1
		}
	}
	return sum, n, true
}

func (a *account) root() fstest.MapFS {
	root := fstest.MapFS{}
	put := func(name, text string) { root[name] = &fstest.MapFile{Data: []byte(text)} }
	measures := "[share]\nname = \"Share\"\nunit = \"percent\"\ndecimals = 2\nquotient = \"spent / whole\"\n[rise]\nname = \"Rise\"\nunit = \"percent\"\nmin = -100\nmax = 1000\ngrowth_of = \"spent\"\n"
	for _, id := range []string{"arms", "people"} {
		measures += fmt.Sprintf("[%s]\nname = %[1]q\nunit = \"percent\"\nbreakdown = \"spent\"\n", id)
	}
	put("data/measures.toml", measures+"[spent]\nname = \"Spent\"\nunit = \"usd_million\"\n[whole]\nname = \"Whole\"\nunit = \"usd_million\"\n")
	put("data/guidelines.toml", "")
	members := "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\nALL,,All,aggregate,,,,,\n"
	for m, year := range a.joined {
		members += fmt.Sprintf("%s,,Member %02d,member,%d-06-01,R,%s,,\n", a.code(m), m, year, map[bool]string{true: "no forces"}[a.exempt[m]])
	}
	put("data/members.csv", members)
	aggregate := "[ALL]\n"
	if a.without >= 0 {
		aggregate += fmt.Sprintf("without = [%q]\n", a.code(a.without))
	}
	put("data/aggregates.toml", aggregate)
	put("data/src/source.toml", "name = \"S\"\npublisher = \"S\"\n[[release]]\ndate = 2014-01-01\ntitle = \"T\"\nurl = \"https://example.org/\"\n")
	rows := "member,year,measure,value,status\n"
	for measure, figures := range a.of {
		scale := map[string]int64{"share": 100, "rise": 10}[measure]
		for at, v := range figures {
			value := fmt.Sprint(v)
			if scale > 0 {
				value = big.NewRat(v, scale).FloatString(len(fmt.Sprint(scale)) - 1)
			}
			rows += fmt.Sprintf("%s,%d,%s,%s,actual\n", a.code(at[0]), at[1], measure, value)
		}
	}
	put("data/src/2014-01-01.csv", rows)
	return root
}

// TestRandomSums compares totals, growth, parts of a whole, shares taken apart and growth like for like with what
// follows in fractions, on random editions.
func TestRandomSums(t *testing.T) {
	found, moved, alike := map[string]int{}, 0, 0
	n := trials(200)
	for seed := range n {
		a := randomAccount(rand.New(rand.NewPCG(uint64(seed), 23)))
		d, errs := dataset.Load(a.root())
		if errs.Failed() {
			t.Fatalf("seed %d: %v", seed, errs)
		}
		where := fmt.Sprint("seed ", seed)
		a.compareChecks(t, where, d, found)
		moved += a.compareMoves(t, where, d)
		alike += a.compareGrowth(t, where, d)
	}
	for _, check := range []string{"share", "rise", "spent", "whole", "arms"} {
		if found[check] < n/20 {
			t.Errorf("only %d differences of %s were found", found[check], check)
		}
	}
	if moved < n || alike < n/10 {
		t.Errorf("only %d shares were taken apart, and %d growths compared", moved, alike)
	}
}

// rat is a fraction as it is written.
func rat(a, b int64) *big.Rat { return big.NewRat(a, b) }

// within reports whether a printed number of so many parts of one may be a number between two.
func within(printed, parts int64, low, high *big.Rat) bool {
	return low.Cmp(rat(2*printed+1, 2*parts)) <= 0 && high.Cmp(rat(2*printed-1, 2*parts)) >= 0
}

func (a *account) compareChecks(t *testing.T, where string, d *dataset.Dataset, found map[string]int) {
	t.Helper()
	var got, want []string
	for _, o := range d.Differences {
		got = append(got, fmt.Sprintf("%s %s %d", o.Figure.Measure, o.Figure.Member, o.Figure.Year))
	}
	differ := func(measure string, at [2]int) {
		want = append(want, fmt.Sprintf("%s %s %d", measure, a.code(at[0]), at[1]))
		found[measure]++
	}
	for at, share := range a.of["share"] {
		spent, ok := a.of["spent"][at]
		if whole, too := a.of["whole"][at]; ok && too && !within(share, 100, rat((2*spent-1)*100, 2*whole+1), rat((2*spent+1)*100, 2*whole-1)) {
			differ("share", at)
		}
	}
	for at, rise := range a.of["rise"] {
		now, ok := a.of["spent"][at]
		before, too := a.of["spent"][[2]int{at[0], at[1] - 1}]
		if ok && too && !within(rise, 10, rat((2*now-1-2*before-1)*100, 2*before+1), rat((2*now+1-2*before+1)*100, 2*before-1)) {
			differ("rise", at)
		}
	}
	for _, measure := range []string{"spent", "whole"} {
		for _, year := range randomYears {
			at := [2]int{all, year}
			total, ok := a.of[measure][at]
			if sum, n, known := a.sum(measure, year); ok && known && !within(total, 1, rat(2*sum-int64(n), 2), rat(2*sum+int64(n), 2)) {
				differ(measure, at)
			}
		}
	}
	for m := all; m < len(a.joined); m++ {
		for _, year := range randomYears {
			at := [2]int{m, year}
			arms, ok := a.of["arms"][at]
			people, too := a.of["people"][at]
			if ok && too && 2*(arms+people)-2 > 200 {
				differ("arms", at)
			}
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: the audit finds\n%s\nwant\n%s", where, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// compareMoves takes every share apart between two years: the mean of both orders, and what those that joined brought.
func (a *account) compareMoves(t *testing.T, where string, d *dataset.Dataset) (n int) {
	t.Helper()
	e := d.AsOf(day("2015-01-01")).Known("src")[0]
	for m := all; m < len(a.joined); m++ {
		for i, y0 := range randomYears {
			for _, y1 := range randomYears[i+1:] {
				first, ok := e.Figure(a.code(m), y0, "share")
				last, too := e.Figure(a.code(m), y1, "share")
				if !ok || !too {
					continue
				}
				got := d.MoveOf(first, last, dataset.Quotient{})
				want, ok := a.move(m, y0, y1)
				if ok != (got != nil) {
					t.Errorf("%s: %s from %d to %d: %+v, want one: %t", where, a.code(m), y0, y1, got, ok)
				}
				if got == nil || !ok {
					continue
				}
				n++
				for j, v := range []float64{got.ByPart, got.ByWhole, got.ByJoined} {
					if f, _ := want[j].Float64(); math.Abs(v-f) > 0.005+1e-9 {
						t.Errorf("%s: %s from %d to %d: step %d is %v, want %v", where, a.code(m), y0, y1, j, v, f)
					}
				}
				if sum := got.ByPart + got.ByWhole + got.ByJoined + got.Rest; math.Abs(sum-got.By) > 1e-9 || math.Abs(got.By-(last.Value-first.Value)) > 1e-9 {
					t.Errorf("%s: %s from %d to %d: the steps add up to %v, by %v", where, a.code(m), y0, y1, sum, got.By)
				}
			}
		}
	}
	return n
}

// move returns what part, whole and those that joined did to a share in per cent.
func (a *account) move(m, y0, y1 int) (steps [3]*big.Rat, ok bool) {
	value := func(measure string, who, year int) int64 {
		v, found := a.of[measure][[2]int{who, year}]
		ok = ok && found
		return v
	}
	ok = true
	p0, p1, w0, w1 := value("spent", m, y0), value("spent", m, y1), value("whole", m, y0), value("whole", m, y1)
	p, w := p1, w1 // without those that joined
	if m == all {
		for _, who := range a.parts(y1) {
			if a.joined[who] > y0 && !a.exempt[who] {
				p, w = p-value("spent", who, y1), w-value("whole", who, y1)
			}
		}
	}
	if !ok || w <= 0 {
		return steps, false
	}
	per := func(part, whole int64) *big.Rat { return rat(100*part, whole) }
	less := func(x, y *big.Rat) *big.Rat { return new(big.Rat).Sub(x, y) }
	mean := func(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(new(big.Rat).Add(x, y), rat(1, 2)) }
	steps[0] = mean(less(per(p, w0), per(p0, w0)), less(per(p, w), per(p0, w)))
	steps[1] = mean(less(per(p0, w), per(p0, w0)), less(per(p, w), per(p, w0)))
	steps[2] = less(per(p1, w1), per(p, w))
	return steps, true
}

// compareGrowth asks for the growth of the aggregate with the same members in both years.
func (a *account) compareGrowth(t *testing.T, where string, d *dataset.Dataset) (n int) {
	t.Helper()
	for _, year := range randomYears[1:] {
		_, ok := a.of["rise"][[2]int{all, year}]
		var now, before int64
		for _, m := range a.parts(year) {
			v, found := a.of["spent"][[2]int{m, year}]
			u, too := a.of["spent"][[2]int{m, year - 1}]
			switch {
			case found && too:
				now, before = now+v, before+u
			case !a.exempt[m]:
				ok = false
			}
		}
		got, err := d.AsOf(day("2015-01-01")).Ask(sumTerms, dataset.Query{Subject: "ALL", Year: year, Derived: "like_for_like"})
		if ok = ok && before > 0; ok != (err == nil) {
			t.Errorf("%s: %d has growth like for like: %v, want one: %t", where, year, err, ok)
		}
		if !ok || err != nil {
			continue
		}
		n++
		if want, _ := rat((now-before)*100, before).Float64(); math.Abs(got.Value-want) > 1e-9 {
			t.Errorf("%s: %d grew by %v like for like, want %v", where, year, got.Value, want)
		}
	}
	return n
}
