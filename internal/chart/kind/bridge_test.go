package kind

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/golden"
)

// checkSteps holds that the steps of a bridge add up: whatever is written of each end, the sum of what is between is the
// difference, and each begins where the one before ends.
func checkSteps(t *testing.T, name string, marks chart.Marks) {
	t.Helper()
	at := marks[0].Value.V
	for _, k := range marks[1 : len(marks)-1] {
		if math.Abs(k.From-at) > 1e-9 {
			t.Errorf("%s: the step of %s begins at %v, not at %v", name, k.Row, k.From, at)
		}
		at += k.Value.V
	}
	if last := lastOf(marks); math.Abs(last.Value.V-at) > 1e-9 {
		t.Errorf("%s: the steps lead to %v, not to %v", name, at, last.Value.V)
	}
}

// TestOneFile holds that a kind is one file: 150 lines at most, its line in the list of kinds, its messages, and its
// drawings. Nothing else that makes charts knows it.
func TestOneFile(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../*.go", "../*/*.go", "../../raster/*.go"} {
		some, _ := filepath.Glob(pattern)
		files = append(files, some...)
	}
	for _, name := range []string{"bridge", "panels"} {
		if n := bytes.Count(golden.Read(t, name+".go"), []byte("\n")); n > 150 || !slices.Contains(All.Names(), name) {
			t.Errorf("%s.go has %d lines, or is not in the list of kinds", name, n)
		}
		for _, file := range files {
			base := filepath.Base(file)
			if strings.HasSuffix(file, "_test.go") || base == name+".go" || base == "kinds.go" {
				continue
			}
			src := golden.Read(t, file)
			if bytes.Contains(src, []byte(`"`+name)) || bytes.Contains(src, []byte("chart."+name+".")) {
				t.Errorf("%s knows the kind %s", file, name)
			}
		}
	}
}

// TestRandomBridge compares the bridge of a count with the members on either side of it, found in another way: those
// above the mark in one of two years, on random figures with gaps and members that join.
func TestRandomBridge(t *testing.T) {
	drawn := 0
	for seed := range 60 {
		r := rand.New(rand.NewPCG(uint64(seed), 31))
		n, met, count := 4+r.IntN(8), map[string][2]bool{}, [2]float64{}
		joined := r.Perm(n)[:n/4] // in the later year
		files := throngFiles(n, 2, func(i, y int) float64 {
			v, code := float64(r.IntN(9)-4)/100, fmt.Sprintf("M%02d", i)
			if r.IntN(10) == 0 {
				return math.NaN()
			}
			if v >= 0 && (y == 1 || !slices.Contains(joined, i)) {
				way := met[code]
				way[y] = true
				met[code] = way
				count[y]++
			}
			return v
		})
		for _, i := range joined {
			join(files, fmt.Sprintf("M%02d", i), "2019-05-05")
		}
		s, _ := parse("kind = \"bridge\"\nguideline = \"grow\"\nfrom = 2018\nto = 2019")
		c, errs := All.Draw(newest(t, files), leagueTerms, british, s)
		if errs.Failed() {
			continue // too few figures
		}
		drawn++
		marks := c.Model.Marks
		if got := [2]float64{marks[0].Value.V, lastOf(marks).Value.V}; got != count {
			t.Errorf("seed %d: from %v to %v, want %v", seed, got[0], got[1], count)
		}
		checkSteps(t, fmt.Sprint("seed ", seed), marks)
		for _, k := range marks[1 : len(marks)-1] {
			if way := met[k.Member]; way[0] == way[1] || (k.Value.V > 0) != way[1] || math.Abs(k.Value.V) != 1 {
				t.Errorf("seed %d: %s takes a step of %v, above the mark: %v", seed, k.Member, k.Value.V, way)
			}
			delete(met, k.Member)
		}
		for code, way := range met {
			if way[0] != way[1] {
				t.Errorf("seed %d: no step of %s", seed, code)
			}
		}
	}
	if drawn < 20 {
		t.Errorf("only %d bridges were drawn", drawn)
	}
}
