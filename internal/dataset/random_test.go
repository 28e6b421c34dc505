package dataset_test

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

// A world is random data with a second, slow way to count, rank and compute from it. It uses hundredths and fractions
// and nothing of this package.
type world struct {
	joined   []int // by member
	exempt   []bool
	releases []randomRelease // by day
}

type randomRelease struct {
	day     string
	partial bool
	share   map[[2]int]int64 // by member and year, in hundredths of a per cent
	spent   map[[2]int]int64
	whole   map[[2]int]int64
}

// randomTerms are the terms of a world.
var randomTerms = dataset.Terms{Source: "src", Measure: "share", Guideline: "two", Spending: "spent", Collective: "all"}

var randomYears = []int{2010, 2011, 2012}

func randomWorld(r *rand.Rand) *world {
	w := &world{}
	for range 2 + r.IntN(9) {
		w.joined, w.exempt = append(w.joined, 2005+r.IntN(9)), append(w.exempt, r.IntN(6) == 0)
	}
	for i := range 1 + r.IntN(4) {
		rel := randomRelease{fmt.Sprintf("20%02d-0%d-1%d", 13+i, 1+r.IntN(9), r.IntN(10)), r.IntN(5) == 0, map[[2]int]int64{}, map[[2]int]int64{}, map[[2]int]int64{}}
		for m := range w.joined {
			for _, year := range randomYears {
				at := [2]int{m, year}
				if r.IntN(8) > 0 {
					rel.whole[at] = 1000 + r.Int64N(100_000)
				}
				if r.IntN(8) > 0 { // near the mark, so that equal figures and figures at the mark are frequent
					rel.share[at] = 150 + 10*r.Int64N(11)
				}
				if r.IntN(8) > 0 {
					rel.spent[at] = max(1, rel.whole[at]*rel.share[at]/10_000+r.Int64N(9)-4)
				}
			}
		}
		w.releases = append(w.releases, rel)
	}
	return w
}

func (w *world) code(m int) string { return fmt.Sprintf("M%02d", m) }

// root returns the world as files below data/.
func (w *world) root() fstest.MapFS {
	root := fstest.MapFS{}
	put := func(name, text string) { root[name] = &fstest.MapFile{Data: []byte(text)} }
	put("data/measures.toml", "[share]\nname = \"Share\"\nunit = \"percent\"\ndecimals = 2\nof = \"whole\"\nquotient = \"spent / whole\"\n"+
		"[spent]\nname = \"Spent\"\nunit = \"usd_million\"\n[whole]\nname = \"Whole\"\nunit = \"usd_million\"\n")
	put("data/guidelines.toml", "[two]\nname = \"2%\"\nmeasure = \"share\"\nat_least = 2\nadopted = 2000-01-01\n")
	members := "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n"
	for m, year := range w.joined {
		members += fmt.Sprintf("%s,,Member %02d,member,%d-06-01,R,%s,,\n", w.code(m), m, year, map[bool]string{true: "no forces"}[w.exempt[m]])
	}
	put("data/members.csv", members)
	source := "name = \"S\"\npublisher = \"S\"\n"
	for _, rel := range w.releases {
		source += fmt.Sprintf("[[release]]\ndate = %s\ntitle = \"T\"\nurl = \"https://example.org/\"\npartial = %t\n", rel.day, rel.partial)
		rows := []string{}
		for at, v := range rel.share {
			rows = append(rows, fmt.Sprintf("%s,%d,share,%d.%02d,actual\n", w.code(at[0]), at[1], v/100, v%100))
		}
		for at, v := range rel.spent {
			rows = append(rows, fmt.Sprintf("%s,%d,spent,%d,actual\n", w.code(at[0]), at[1], v))
		}
		for at, v := range rel.whole {
			rows = append(rows, fmt.Sprintf("%s,%d,whole,%d,actual\n", w.code(at[0]), at[1], v)) // in the random order of a map
		}
		put("data/src/"+rel.day+".csv", "member,year,measure,value,status\n"+strings.Join(rows, ""))
	}
	put("data/src/source.toml", source)
	return root
}

// members returns the members of a year, and those of them that a release must have.
func (w *world) members(year int) (all, asked []int) {
	for m, joined := range w.joined {
		if joined <= year {
			all = append(all, m)
			if !w.exempt[m] {
				asked = append(asked, m)
			}
		}
	}
	return all, asked
}

// answering returns the newest release by a day that answers counts of a year, or nil.
func (w *world) answering(day string, year int) *randomRelease {
	_, asked := w.members(year)
	for i := len(w.releases) - 1; i >= 0; i-- {
		rel := &w.releases[i]
		n := 0
		for _, m := range asked {
			if _, ok := rel.share[[2]int{m, year}]; ok {
				n++
			}
		}
		if rel.day <= day && !rel.partial && n > 0 && 4*n >= 3*len(asked) {
			return rel
		}
	}
	return nil
}

// newest returns the newest release by a day with a share.
func (w *world) newest(day string, at [2]int) (rel *randomRelease) {
	for i := range w.releases {
		if _, ok := w.releases[i].share[at]; ok && w.releases[i].day <= day {
			rel = &w.releases[i]
		}
	}
	return rel
}

// trials returns how many random reports a test makes: usual, few with -short, many with LONG=1 in the environment.
func trials(usual int) int {
	switch {
	case os.Getenv("LONG") != "":
		return 20_000
	case testing.Short():
		return 60
	}
	return usual
}

// TestRandom compares counts, ranks, medians, amounts of money and the audit with the second way, on random data and
// days.
func TestRandom(t *testing.T) {
	counted, ranked, priced, differ := 0, 0, 0, 0
	n := trials(300)
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 17))
		w := randomWorld(r)
		d, errs := dataset.Load(w.root())
		if errs.Failed() {
			t.Fatalf("seed %d: %v", seed, errs)
		}
		on := fmt.Sprintf("20%02d-0%d-15", 12+r.IntN(6), 1+r.IntN(9))
		v := d.AsOf(day(on))
		for _, year := range randomYears {
			where := fmt.Sprintf("seed %d, %d as of %s", seed, year, on)
			counted += w.compareCounts(t, where, v, on, year)
			ranked += w.compareRanks(t, where, v, on, year)
			priced += w.comparePrices(t, where, v, on, year)
		}
		differ += w.compareAudit(t, fmt.Sprint("seed ", seed), d)
	}
	if counted < n/2 || ranked < n || priced < n || differ < n/10 {
		t.Errorf("only %d counts, %d ranks, %d prices and %d differences were compared", counted, ranked, priced, differ)
	}
}

func (w *world) compareCounts(t *testing.T, where string, v *dataset.Vintage, on string, year int) int {
	t.Helper()
	a, err := v.Ask(randomTerms, dataset.Query{Year: year, Measure: "meeting"})
	rel := w.answering(on, year)
	if (rel == nil) != (err != nil) {
		t.Errorf("%s: an answering release: %v, an answer: %v", where, rel != nil, err)
		return 0
	}
	if rel == nil {
		return 0
	}
	all, asked := w.members(year)
	meeting, known := 0, []int64{}
	for _, m := range asked {
		if share, ok := rel.share[[2]int{m, year}]; ok {
			known = append(known, share)
			if share >= 200 {
				meeting++
			}
		}
	}
	if int(a.Value) != meeting || a.Tally.Of() != len(all) || a.AtLeast != (len(known) < len(asked)) || a.Edition.Release.Date.String() != rel.day {
		t.Errorf("%s: %v of %d, at least %v, by %s; want %d of %d, %d of %d known, by %s", where, a.Value, a.Tally.Of(), a.AtLeast, a.Edition, meeting, len(all), len(known), len(asked), rel.day)
	}
	slices.Sort(known)
	median := known[len(known)/2] + known[(len(known)-1)/2] // in two-hundredths
	if b, err := v.Ask(randomTerms, dataset.Query{Year: year, Derived: "median", Measure: "share"}); err != nil || math.Abs(b.Value*200-float64(median)) > 1e-6 {
		t.Errorf("%s: the median is %+v (%v), want %d two-hundredths", where, b, err, median)
	}
	return 1
}

func (w *world) compareRanks(t *testing.T, where string, v *dataset.Vintage, on string, year int) (n int) {
	t.Helper()
	rel := w.answering(on, year)
	if rel == nil {
		return 0
	}
	_, asked := w.members(year)
	for _, m := range asked {
		share, ok := rel.share[[2]int{m, year}]
		a, err := v.Ask(randomTerms, dataset.Query{Subject: w.code(m), Year: year, Measure: "rank"})
		if ok != (err == nil) {
			t.Errorf("%s: %s has a share: %t, a rank: %v", where, w.code(m), ok, err)
		}
		if !ok || err != nil {
			continue
		}
		higher := 0
		for _, o := range asked {
			if s, ok := rel.share[[2]int{o, year}]; ok && s > share {
				higher++
			}
		}
		if int(a.Value) != higher+1 {
			t.Errorf("%s: %s ranks %v, want %d", where, w.code(m), a.Value, higher+1)
		}
		n++
	}
	return n
}

func (w *world) comparePrices(t *testing.T, where string, v *dataset.Vintage, on string, year int) (n int) {
	t.Helper()
	for m := range w.joined {
		at := [2]int{m, year}
		rel := w.newest(on, at)
		if rel == nil {
			continue
		}
		f, ok := v.Figure("src", w.code(m), year, "share")
		if !ok || f.Released.String() != rel.day || math.Round(f.Value*100) != float64(rel.share[at]) {
			t.Errorf("%s: %s is %+v, want that of %s", where, w.code(m), f, rel.day)
			continue
		}
		whole, hasWhole := rel.whole[at]
		spent, hasSpent := rel.spent[at]
		price, ok := v.Price(v.Guidelines["two"], f)
		if !hasWhole || !ok {
			continue // priced by another edition, or by none
		}
		// The spending less a fiftieth of the base, unless that is above the mark and the share is below it; then the
		// share's distance times the base.
		exact := big.NewRat(spent*50-whole, 50)
		met := rel.share[at] >= 200
		about := !hasSpent || !met && exact.Sign() > 0
		if about {
			exact = big.NewRat((rel.share[at]-200)*whole, 10_000)
		}
		want, _ := exact.Float64()
		if math.Abs(price.Value-want) > 1e-6 || price.About != about {
			t.Errorf("%s: %s is priced at %v, about %t; want %v, %t (share %d, spent %d of %d)", where, w.code(m), price.Value, price.About, want, about, rel.share[at], spent, whole)
		}
		n++
	}
	return n
}

// compareAudit compares the shares for which the audit finds a difference.
func (w *world) compareAudit(t *testing.T, where string, d *dataset.Dataset) int {
	t.Helper()
	var got, want []string
	for _, o := range d.Differences {
		got = append(got, fmt.Sprintf("%s %s %d", o.Figure.Released, o.Figure.Member, o.Figure.Year))
	}
	for _, rel := range w.releases {
		for at, share := range rel.share {
			spent, ok := rel.spent[at]
			whole, too := rel.whole[at]
			if !ok || !too {
				continue
			}
			// Half a unit either way, in fractions: the share may have been share±1/2 hundredths, the parts ±1/2.
			low := big.NewRat((2*spent-1)*10_000, 2*whole+1)
			high := big.NewRat((2*spent+1)*10_000, 2*whole-1)
			if low.Cmp(big.NewRat(2*share+1, 2)) > 0 || high.Cmp(big.NewRat(2*share-1, 2)) < 0 {
				want = append(want, fmt.Sprintf("%s %s %d", rel.day, w.code(at[0]), at[1]))
			}
		}
	}
	slices.SortFunc(got, cmp.Compare[string])
	slices.SortFunc(want, cmp.Compare[string])
	if !slices.Equal(got, want) {
		t.Errorf("%s: the audit finds %q, want %q", where, got, want)
	}
	return len(want)
}
