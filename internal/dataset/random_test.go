package dataset_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestRandom compares counts, ranks, medians, amounts of money, the audit, shares taken apart and growth like for like
// with the second way, on random data and days.
func TestRandom(t *testing.T) {
	did, n := map[string]int{}, golden.Trials(60, 200, 20_000)
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 17))
		w := randomWorld(r)
		d, errs := dataset.Load(w.root())
		if errs.Failed() {
			t.Fatalf("seed %d: %v", seed, errs)
		}
		on := fmt.Sprintf("20%02d-0%d-15", 12+r.IntN(6), 1+r.IntN(9))
		c := &comparing{t, w, d.AsOf(day(on)), on, fmt.Sprintf("seed %d as of %s", seed, on), did}
		for _, year := range randomYears {
			c.counts(year)
			c.ranks(year)
			c.prices(year)
		}
		c.audit()
		c.v = d.AsOf(day("2030-01-01"))
		for _, rel := range w.releases {
			c.moves(rel)
			c.growth(rel)
		}
	}
	for what, least := range map[string]int{"count": n / 2, "rank": n, "price": n, "share": n / 10, "rise": n / 20, "spent": n / 20,
		"whole": n / 20, "arms": n / 20, "move": n, "growth": n / 10} {
		if did[what] < least {
			t.Errorf("only %d of %s were compared", did[what], what)
		}
	}
}

// comparing is one world beside what is answered from it.
type comparing struct {
	*testing.T
	w     *world
	v     *dataset.Vintage
	on    string
	where string
	did   map[string]int // how many comparisons, by kind
}

func rat(a, b int64) *big.Rat { return big.NewRat(a, b) }

func (c *comparing) counts(year int) {
	a, err := c.v.Ask(randomTerms, dataset.Query{Year: year, Measure: "meeting"})
	rel := c.w.answering(c.on, year)
	if (rel == nil) != (err != nil) {
		c.Errorf("%s: an answering release for %d: %v, an answer: %v", c.where, year, rel != nil, err)
	}
	if rel == nil || err != nil {
		return
	}
	joined, asked := c.w.members(year)
	meeting, known := 0, []int64{}
	for _, m := range asked {
		if share, ok := rel.of["share"][cell{m, year}]; ok {
			known = append(known, share)
			if share >= 200 {
				meeting++
			}
		}
	}
	if int(a.Value) != meeting || a.Tally.Of() != len(joined) || a.AtLeast != (len(known) < len(asked)) || a.Edition.Release.Date.String() != rel.day {
		c.Errorf("%s, %d: %v of %d, at least %v, by %s; want %d of %d, %d of %d known, by %s", c.where, year, a.Value, a.Tally.Of(), a.AtLeast, a.Edition, meeting, len(joined), len(known), len(asked), rel.day)
	}
	slices.Sort(known)
	median := known[len(known)/2] + known[(len(known)-1)/2] // in two-hundredths
	if b, err := c.v.Ask(randomTerms, dataset.Query{Year: year, Derived: "median", Measure: "share"}); err != nil || math.Abs(b.Value*200-float64(median)) > 1e-6 {
		c.Errorf("%s, %d: the median is %+v (%v), want %d two-hundredths", c.where, year, b, err, median)
	}
	c.did["count"]++
}

func (c *comparing) ranks(year int) {
	rel := c.w.answering(c.on, year)
	if rel == nil {
		return
	}
	_, asked := c.w.members(year)
	for _, m := range asked {
		share, ok := rel.of["share"][cell{m, year}]
		a, err := c.v.Ask(randomTerms, dataset.Query{Subject: c.w.code(m), Year: year, Measure: "rank"})
		if ok != (err == nil) {
			c.Errorf("%s, %d: %s has a share: %t, a rank: %v", c.where, year, c.w.code(m), ok, err)
		}
		if !ok || err != nil {
			continue
		}
		higher := 0
		for _, o := range asked {
			if s, ok := rel.of["share"][cell{o, year}]; ok && s > share {
				higher++
			}
		}
		if int(a.Value) != higher+1 {
			c.Errorf("%s, %d: %s ranks %v, want %d", c.where, year, c.w.code(m), a.Value, higher+1)
		}
		c.did["rank"]++
	}
}

func (c *comparing) prices(year int) {
	for m := range c.w.joined {
		at := cell{m, year}
		rel := c.w.newest(c.on, at)
		if rel == nil {
			continue
		}
		share := rel.of["share"][at]
		f, ok := c.v.Figure("src", c.w.code(m), year, "share")
		if !ok || f.Released.String() != rel.day || math.Round(f.Value*100) != float64(share) {
			c.Errorf("%s, %d: %s is %+v, want that of %s", c.where, year, c.w.code(m), f, rel.day)
			continue
		}
		whole, hasWhole := rel.of["whole"][at]
		spent, hasSpent := rel.of["spent"][at]
		price, ok := c.v.Price(c.v.Guidelines["two"], f)
		if !hasWhole || !ok {
			continue // priced by another edition, or by none
		}
		// The spending less a fiftieth of the base, unless that is above the mark and the share is below it; then the
		// share's distance times the base.
		exact := rat(spent*50-whole, 50)
		about := !hasSpent || share < 200 && exact.Sign() > 0
		if about {
			exact = rat((share-200)*whole, 10_000)
		}
		want, _ := exact.Float64()
		if math.Abs(price.Value-want) > 1e-6 || price.About != about {
			c.Errorf("%s, %d: %s is priced at %v, about %t; want %v, %t (share %d, spent %d of %d)", c.where, year, c.w.code(m), price.Value, price.About, want, about, share, spent, whole)
		}
		c.did["price"]++
	}
}

// within reports whether a printed number of so many parts of one may be a number between two.
func within(printed, parts int64, low, high *big.Rat) bool {
	return low.Cmp(rat(2*printed+1, 2*parts)) <= 0 && high.Cmp(rat(2*printed-1, 2*parts)) >= 0
}

// audit compares the figures that do not follow from others, which half a unit either way explains.
func (c *comparing) audit() {
	var got, want []string
	for _, o := range c.v.Differences {
		got = append(got, fmt.Sprintf("%s %s %s %d", o.Figure.Released, o.Figure.Measure, o.Figure.Member, o.Figure.Year))
	}
	for _, rel := range c.w.releases {
		for m := all; m < len(c.w.joined); m++ {
			for _, year := range randomYears {
				for _, measure := range rel.differing(m, year) {
					want = append(want, fmt.Sprintf("%s %s %s %d", rel.day, measure, c.w.code(m), year))
					c.did[measure]++
				}
			}
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		c.Errorf("%s: the audit finds\n%s\nwant\n%s", c.where, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// differing returns the measures whose figures of a member and year do not follow from others.
func (rel *randomRelease) differing(m, year int) (measures []string) {
	differ := func(measure string, parts int64, low, high *big.Rat) {
		if v, ok := rel.of[measure][cell{m, year}]; ok && !within(v, parts, low, high) {
			measures = append(measures, measure)
		}
	}
	at := cell{m, year}
	spent, ok := rel.of["spent"][at]
	if whole, too := rel.of["whole"][at]; ok && too {
		differ("share", 100, rat((2*spent-1)*100, 2*whole+1), rat((2*spent+1)*100, 2*whole-1))
	}
	if before, too := rel.of["spent"][cell{m, year - 1}]; ok && too {
		differ("rise", 10, rat((2*spent-1-2*before-1)*100, 2*before+1), rat((2*spent+1-2*before+1)*100, 2*before-1))
	}
	for _, measure := range []string{"spent", "whole"} {
		if sum, n, known := rel.sum(measure, year); known && m == all {
			differ(measure, 1, rat(2*sum-int64(n), 2), rat(2*sum+int64(n), 2))
		}
	}
	arms, ok := rel.of["arms"][at]
	if people, too := rel.of["people"][at]; ok && too && 2*(arms+people)-2 > 200 {
		measures = append(measures, "arms")
	}
	return measures
}

// moves takes every share apart between two years: the mean of both orders, and what those that joined brought.
func (c *comparing) moves(rel *randomRelease) {
	e, _ := c.v.Released("src", day(rel.day))
	for m := all; m < len(c.w.joined); m++ {
		for i, y0 := range randomYears {
			for _, y1 := range randomYears[i+1:] {
				first, ok := e.Figure(c.w.code(m), y0, "share")
				last, too := e.Figure(c.w.code(m), y1, "share")
				if !ok || !too {
					continue
				}
				where := fmt.Sprintf("%s: %s from %d to %d by %s", c.where, c.w.code(m), y0, y1, rel.day)
				got := c.v.MoveOf(first, last, dataset.Quotient{})
				want, ok := rel.move(m, y0, y1)
				if ok != (got != nil) {
					c.Errorf("%s: %+v, want one: %t", where, got, ok)
				}
				if got == nil || !ok {
					continue
				}
				c.did["move"]++
				for j, v := range []float64{got.ByPart, got.ByWhole, got.ByJoined} {
					if f, _ := want[j].Float64(); math.Abs(v-f) > 0.005+1e-9 {
						c.Errorf("%s: step %d is %v, want %v", where, j, v, f)
					}
				}
				if sum := got.ByPart + got.ByWhole + got.ByJoined + got.Rest; math.Abs(sum-got.By) > 1e-9 || math.Abs(got.By-(last.Value-first.Value)) > 1e-9 {
					c.Errorf("%s: the steps add up to %v, by %v", where, sum, got.By)
				}
			}
		}
	}
}

// move returns what part, whole and those that joined did to a share in per cent.
func (rel *randomRelease) move(m, y0, y1 int) (steps [3]*big.Rat, ok bool) {
	value := func(measure string, who, year int) int64 {
		v, found := rel.of[measure][cell{who, year}]
		ok = ok && found
		return v
	}
	ok = true
	p0, p1, w0, w1 := value("spent", m, y0), value("spent", m, y1), value("whole", m, y0), value("whole", m, y1)
	p, w := p1, w1 // without those that joined
	if m == all {
		for _, who := range rel.parts(y1) {
			if rel.joined[who] > y0 && !rel.exempt[who] {
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

// growth asks for the growth of the aggregate with the same members in both years.
func (c *comparing) growth(rel *randomRelease) {
	for _, year := range randomYears[1:] {
		_, ok := rel.of["rise"][cell{all, year}]
		var now, before int64
		for _, m := range c.w.parts(year) {
			v, found := rel.of["spent"][cell{m, year}]
			u, too := rel.of["spent"][cell{m, year - 1}]
			switch {
			case found && too:
				now, before = now+v, before+u
			case !c.w.exempt[m]:
				ok = false
			}
		}
		got, err := c.v.Ask(randomTerms, dataset.Query{Subject: "ALL", Year: year, Derived: "like_for_like", Released: day(rel.day)})
		if ok = ok && before > 0; ok != (err == nil) {
			c.Errorf("%s: %d by %s has growth like for like: %v, want one: %t", c.where, year, rel.day, err, ok)
		}
		if !ok || err != nil {
			continue
		}
		c.did["growth"]++
		if want, _ := rat((now-before)*100, before).Float64(); math.Abs(got.Value-want) > 1e-9 {
			c.Errorf("%s: %d by %s grew by %v like for like, want %v", c.where, year, rel.day, got.Value, want)
		}
	}
}
