package kind

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBridge holds what bridges say, and that their steps add up: whatever was
// written of each end, the sum of what is between is the difference.
func TestBridge(t *testing.T) {
	for _, c := range []struct{ spec, title, steps string }{
		{"guideline = \"some\"\nfrom = 2016\nto = 2017", "Four of seven members at or above 0.41% of income in 2016, at least four of seven members in 2017", "DEL +1 CAP -1"},
		{"guideline = \"some\"\nfrom = 2016\nto = 2019", "Four of seven members at or above 0.41% of income in 2016, at least five of eight members in 2019", "DEL +1"},
		{"guideline = \"un\"\nyear = 2016\nreleased_from = 2018-04-10\nreleased_to = 2020-04-16", "Three of seven members at or above 0.7% of income in 2016 by both releases", ""},
		{"members = [\"ALP\"]\nfrom = 2016\nto = 2017", "Alpland: 0.88% in 2016, 0.86% in 2017, moved most by income", "aid +0.04 gni -0.06"},
		{"members = [\"ALP\"]\nyear = 2016\nreleased_from = 2018-04-10\nreleased_to = 2020-04-16", "Alpland in 2016: 0.90% became 0.88%, moved most by income", "aid 0.00 gni -0.02"},
	} {
		drawn := mustDraw(t, known(t), leagueTerms, "kind = \"bridge\"\n"+c.spec)
		marks := drawn.Model.Marks
		var steps []string
		sum := 0.0
		for _, k := range marks[1 : len(marks)-1] {
			who := k.Member
			if k.Measure != "" {
				who = k.Measure
			}
			text := k.Value.Plain()
			if k.Value.V > 0 {
				text = "+" + text
			}
			steps, sum = append(steps, who+" "+text), sum+number(t, k.Value.Plain())
			if at := number(t, marks[0].Value.Plain()) + sum - k.Value.V; math.Abs(k.From-at) > 1e-9 {
				t.Errorf("%s: the step of %s begins at %v, not at %v", c.spec, who, k.From, at)
			}
		}
		by := number(t, marks[len(marks)-1].Value.Plain()) - number(t, marks[0].Value.Plain())
		if got := strings.Join(steps, " "); drawn.Title != c.title || got != c.steps || math.Abs(sum-by) > 1e-9 {
			t.Errorf("%s: %q with the steps %s, %v of %v; want %q with %s", c.spec, drawn.Title, got, sum, by, c.title, c.steps)
		}
	}
}

// TestOneFile holds that a kind is one file: 150 lines at most, its line in the
// list of kinds, its messages, and its drawings. Nothing else that makes charts
// knows it.
func TestOneFile(t *testing.T) {
	for _, name := range []string{"bridge", "panels"} {
		file := name + ".go"
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(src, []byte("\n")); n > 150 {
			t.Errorf("%s has %d lines", file, n)
		}
		_ = filepath.WalkDir(filepath.Join("..", ".."), func(path string, e os.DirEntry, err error) error {
			if err != nil || !strings.Contains(path, "chart") && !strings.Contains(path, "raster") || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			if base := filepath.Base(path); base == file || base == "kinds.go" {
				return nil
			}
			src, err := os.ReadFile(path)
			for _, word := range []string{`"` + name, "chart." + name + "."} {
				if bytes.Contains(src, []byte(word)) {
					t.Errorf("%s knows the kind %s: %s", path, name, word)
				}
			}
			return err
		})
		if !slices.Contains(All.Names(), name) {
			t.Errorf("%s is not in the list of kinds", name)
		}
	}
}

// TestRandomBridge compares the bridge of a count with the members on either side of it, found in another way: those
// above the mark in one of two years, on random figures with gaps and members that join.
func TestRandomBridge(t *testing.T) {
	drawn := 0
	for seed := range 60 {
		r := rand.New(rand.NewPCG(uint64(seed), 31))
		files := crowdFiles(4+r.IntN(8), 2, func(int, int) float64 { return float64(r.IntN(9)-4) / 100 })
		joined := map[string]bool{} // in the later year
		rows, members := strings.Split(files["data/dac/2020-04-16.csv"], "\n"), strings.Split(files["data/members.csv"], "\n")
		for i := range members {
			if code, _, ok := strings.Cut(members[i], ","); ok && i > 0 && r.IntN(4) == 0 {
				joined[code] = true
				members[i] = strings.Replace(members[i], "1900-01-01", "2019-05-05", 1)
			}
		}
		rows = slices.DeleteFunc(rows, func(row string) bool { return strings.HasPrefix(row, "M") && r.IntN(10) == 0 })
		files["data/dac/2020-04-16.csv"], files["data/members.csv"] = strings.Join(rows, "\n"), strings.Join(members, "\n")

		met := map[string][2]bool{}
		count := [2]float64{}
		for _, row := range rows {
			c := strings.Split(row, ",")
			if c[0] == "member" || len(c) < 5 || c[1] == "2018" && joined[c[0]] {
				continue
			}
			end, way := 0, met[c[0]]
			if c[1] == "2019" {
				end = 1
			}
			if way[end] = !strings.HasPrefix(c[3], "-"); way[end] {
				count[end]++
			}
			met[c[0]] = way
		}
		s, _ := parse("kind = \"bridge\"\nguideline = \"grow\"\nfrom = 2018\nto = 2019")
		c, errs := All.Draw(newest(t, files), crowdTerms, british, s)
		if errs.Failed() {
			continue // too few figures
		}
		drawn++
		marks := c.Model.Marks
		if got := [2]float64{marks[0].Value.V, marks[len(marks)-1].Value.V}; got != count {
			t.Errorf("seed %d: from %v to %v, want %v", seed, got[0], got[1], count)
		}
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
