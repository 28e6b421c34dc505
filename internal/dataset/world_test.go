package dataset_test

import (
	"fmt"
	"math/rand/v2"
	"testing/fstest"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// A world is random data with a second, slow way to compute from it (random_test.go). It uses hundredths and fractions
// and nothing of this package.
type world struct {
	joined   []int // by member
	exempt   []bool
	without  int              // the member that the aggregate leaves out; -1 for none
	releases []*randomRelease // by day
}

type randomRelease struct {
	*world
	day     string
	partial bool
	of      map[string]map[cell]int64 // by measure: shares in hundredths, growth in tenths
}

// A cell is of a member and a year.
type cell struct{ member, year int }

// all is the aggregate among the members.
const all = -1

var randomTerms = dataset.Terms{Source: "src", Measure: "share", Guideline: "two", Spending: "spent", Growth: "rise", Total: "ALL", Collective: "all"}

var randomYears = []int{2010, 2011, 2012}

func randomWorld(r *rand.Rand) *world {
	w := &world{}
	for range 2 + r.IntN(9) {
		w.joined, w.exempt = append(w.joined, 2005+r.IntN(9)), append(w.exempt, r.IntN(6) == 0)
	}
	w.without = max(-1, r.IntN(6)-4)
	for i := range 1 + r.IntN(4) {
		rel := &randomRelease{w, fmt.Sprintf("20%02d-0%d-1%d", 13+i, 1+r.IntN(9), r.IntN(10)), r.IntN(5) == 0, map[string]map[cell]int64{}}
		w.releases = append(w.releases, rel)
		rel.fill(r)
	}
	return w
}

// fill makes figures that hang together, nearly: shares, growth, two parts of one whole, and an aggregate of all members
// but perhaps one. Shares are near the mark, so that equal ones and some at the mark are frequent.
func (rel *randomRelease) fill(r *rand.Rand) {
	put := func(measure string, at cell, v int64) {
		if rel.of[measure] == nil {
			rel.of[measure] = map[cell]int64{}
		}
		if r.IntN(10) > 0 {
			rel.of[measure][at] = v
		}
	}
	for m := range rel.joined {
		for _, year := range randomYears {
			at, share := cell{m, year}, 150+10*r.Int64N(11)
			put("whole", at, 1000+r.Int64N(100_000))
			put("share", at, share)
			put("spent", at, max(1, rel.of["whole"][at]*share/10_000+r.Int64N(9)-4))
		}
	}
	for _, year := range randomYears {
		at := cell{all, year}
		for _, measure := range []string{"spent", "whole"} {
			sum, _, _ := rel.sum(measure, year)
			put(measure, at, max(1, sum+r.Int64N(5)-2))
		}
		if whole := rel.of["whole"][at]; whole > 0 {
			put("share", at, min(10_000, max(0, rel.of["spent"][at]*10_000/whole+r.Int64N(5)-2)))
		}
	}
	for m := all; m < len(rel.joined); m++ {
		for _, year := range randomYears {
			at := cell{m, year}
			if before, now := rel.of["spent"][cell{m, year - 1}], rel.of["spent"][at]; before > 0 && now > 0 && now*1000/before < 9000 {
				put("rise", at, max(-1000, now*1000/before-1000+r.Int64N(9)-4))
			}
			arms := r.Int64N(80)
			put("arms", at, arms)
			put("people", at, min(100, 100-arms+max(0, r.Int64N(12)-8)))
		}
	}
}

func (w *world) code(m int) string {
	if m == all {
		return "ALL"
	}
	return fmt.Sprintf("M%02d", m)
}

// members returns the members of a year, and those of them that a release must have.
func (w *world) members(year int) (joined, asked []int) {
	for m, from := range w.joined {
		if from <= year {
			joined = append(joined, m)
			if !w.exempt[m] {
				asked = append(asked, m)
			}
		}
	}
	return joined, asked
}

// parts returns the members of the aggregate in a year.
func (w *world) parts(year int) (list []int) {
	for m, joined := range w.joined {
		if joined <= year && m != w.without {
			list = append(list, m)
		}
	}
	return list
}

// sum adds up n members of a year; it is not known where one is missing that has figures.
func (rel *randomRelease) sum(measure string, year int) (sum int64, n int, known bool) {
	for _, m := range rel.parts(year) {
		v, ok := rel.of[measure][cell{m, year}]
		if !ok && (!rel.exempt[m] || rel.held(measure, m)) {
			return sum, n, false
		}
		if ok {
			sum, n = sum+v, n+1
		}
	}
	return sum, n, true
}

// held reports whether any release has a figure of a member.
func (w *world) held(measure string, m int) bool {
	for _, rel := range w.releases {
		for at := range rel.of[measure] {
			if at.member == m {
				return true
			}
		}
	}
	return false
}

// answering returns the newest release by a day that answers counts of a year, or nil.
func (w *world) answering(day string, year int) (newest *randomRelease) {
	_, asked := w.members(year)
	for _, rel := range w.releases {
		n := 0
		for _, m := range asked {
			if _, ok := rel.of["share"][cell{m, year}]; ok {
				n++
			}
		}
		if rel.day <= day && !rel.partial && n > 0 && 4*n >= 3*len(asked) {
			newest = rel
		}
	}
	return newest
}

// newest returns the newest release by a day with a share.
func (w *world) newest(day string, at cell) (newest *randomRelease) {
	for _, rel := range w.releases {
		if _, ok := rel.of["share"][at]; ok && rel.day <= day {
			newest = rel
		}
	}
	return newest
}

// root returns the world as files below data/.
func (w *world) root() fstest.MapFS {
	root := golden.FS("testdata/world") // measures and a guideline
	put := func(name, text string) { root[name] = &fstest.MapFile{Data: []byte(text)} }
	members := "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\nALL,,All,aggregate,,,,,\n"
	for m, year := range w.joined {
		members += fmt.Sprintf("%s,,Member %02d,member,%d-06-01,R,%s,,\n", w.code(m), m, year, map[bool]string{true: "no forces"}[w.exempt[m]])
	}
	put("data/members.csv", members)
	put("data/aggregates.toml", "[ALL]\n")
	if w.without >= 0 {
		put("data/aggregates.toml", fmt.Sprintf("[ALL]\nwithout = [%q]\n", w.code(w.without)))
	}
	source := "name = \"S\"\npublisher = \"S\"\n"
	for _, rel := range w.releases {
		source += fmt.Sprintf("[[release]]\ndate = %s\ntitle = \"T\"\nurl = \"https://example.org/\"\npartial = %t\n", rel.day, rel.partial)
		rows := "member,year,measure,value,status\n"
		for measure, figures := range rel.of { // in the random order of maps
			decimals := map[string]int{"share": 2, "rise": 1}[measure]
			for at, v := range figures {
				rows += fmt.Sprintf("%s,%d,%s,%s,actual\n", w.code(at.member), at.year, measure, rat(v, []int64{1, 10, 100}[decimals]).FloatString(decimals))
			}
		}
		put("data/src/"+rel.day+".csv", rows)
	}
	put("data/src/source.toml", source)
	return root
}
