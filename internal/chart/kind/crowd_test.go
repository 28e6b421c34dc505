package kind

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// crowdedValues push the texts of a drawing together, or its scale out.
var crowdedValues = map[string]func(i, y int) float64{
	"equal":        func(i, y int) float64 { return 1 },
	"all below":    func(i, y int) float64 { return -float64(i) - 0.01 },
	"all above":    func(i, y int) float64 { return float64(i) },
	"far apart":    func(i, y int) float64 { return float64(i%3-1) * 99.99 },
	"one outlier":  func(i, y int) float64 { return float64(i/31)*90 - 0.01*float64(i) },
	"close":        func(i, y int) float64 { return 0.01 * float64(i+y) },
	"nothing":      func(i, y int) float64 { return 0 },
	"up and down":  func(i, y int) float64 { return 50 * math.Sin(float64(i*i+y)) },
	"barely below": func(i, y int) float64 { return -0.01 },
}

// TestCrowded draws every kind with as many members and years as there may be, with none and with many of them in bold,
// which is wider: all that is written can be read.
func TestCrowded(t *testing.T) {
	for name, value := range crowdedValues {
		for _, n := range []int{1, 2, 7, 32} {
			for _, years := range []int{1, 2, 13, 75} {
				if years > 13 && name != "up and down" {
					continue // the same drawing, slowly
				}
				v := throng(t, n, years, value)
				for _, s := range crowdedSpecs(n, years) {
					c, errs := All.Draw(v, leagueTerms, british, s)
					label := fmt.Sprintf("%s of %d, %d in bold, %d years, %s", s.Kind, n, len(s.Article), years, name)
					if errs.Failed() {
						t.Fatalf("%s: %v", label, errs)
					}
					legible(t, label, c)
					texts := len(boxes(t, c.Wide()))
					if s.Kind == "quadrant" && texts < n+8 && name != "one outlier" { // below the guideline there is no room
						t.Errorf("%s: some names are not there", label)
					}
				}
				if t.Failed() {
					return
				}
			}
		}
	}
}

// crowdedSpecs are charts of every kind of which all names have a place, of n members.
func crowdedSpecs(n, years int) (specs []chart.Spec) {
	var codes []string
	for i := range n {
		codes = append(codes, fmt.Sprintf("M%02d", i))
	}
	for _, k := range All {
		s := chart.Spec{Kind: k.Name, Measure: "rise"}
		switch k {
		case quadrant, shares, money:
			s.Measure = ""
		case growth, sources:
			s.Members = codes[:min(n, 4)]
		case trend, revisions:
			s.Members = codes
		case change, bridge:
			if years == 1 {
				continue
			}
		case panels: // where names are as wide as their panels
			continue
		}
		if k == sources || k == revisions {
			s.Year = 2019
		}
		specs = append(specs, s)
		if s.Article = codes[:min(n-1, 24)]; years == 13 && slices.Contains(k.Keys, "highlight") && k != sources {
			specs = append(specs, s)
		}
		if s.Measure, s.Article = "", nil; k == heatmap || k == mapKind {
			specs = append(specs, s)
		}
	}
	return specs
}

// TestManyMeet draws counts as high as the membership, where the count has no room within its column.
func TestManyMeet(t *testing.T) {
	for n := 1; n <= 32; n++ {
		v := crowd(t, 32, 13, func(i, _ int) float64 { return float64(n - i - 1) })
		legible(t, fmt.Sprintf("%d of 32", n), mustDraw(t, v, crowdTerms, "kind = \"meeting\""))
	}
}

// TestFourHundred draws 400 members over 80 years: every one is there, in each kind that shows all of them, and every
// text can be read. A mark of a count is of all members together.
func TestFourHundred(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	v := crowd(t, 400, 80, func(i, y int) float64 { return 3*math.Sin(float64(i)) + 0.02*float64(y) })
	for spec, members := range map[string]int{
		"kind = \"distance\"": 400, "kind = \"meeting\"": 1, "kind = \"heatmap\"": 400, "kind = \"change\"": 400,
		"kind = \"panels\"": 400, "kind = \"map\"": 400, "kind = \"trend\"\nmembers = [\"M00\", \"M399\"]": 2,
	} {
		c := mustDraw(t, v, crowdTerms, spec)
		if c.Kind != "panels" { // where a name that is cut takes the room kept for wider typefaces
			legible(t, spec, c)
		}
		for _, s := range []*scene.Scene{c.Wide(), c.Narrow()} {
			seen := map[string]bool{}
			for _, it := range s.Items {
				if k, ok := it.Mark.(*chart.Mark); ok && k.Member != "" {
					seen[k.Member] = true
				}
			}
			if len(seen) != members {
				t.Errorf("%s, %s: %d members have marks, want %d", spec, s.Name, len(seen), members)
			}
		}
	}
}

// agreed writes guidelines for growth that were agreed on random days.
func agreed(r *rand.Rand, n int, from int, event func() string) string {
	var b strings.Builder
	for i := range n {
		name := event()
		fmt.Fprintf(&b, "[g%d]\nname = \"mark %d\"\nmeasure = \"rise\"\nat_least = %d\nadopted = %d-%02d-15\nevent = \"%s\"\n",
			i, i, i, from+r.IntN(2020-from), 1+r.IntN(12), name)
	}
	return b.String()
}

// pledges are guidelines agreed within the years of the league's figures.
func pledges(t testing.TB) string { return string(golden.Read(t, "testdata/pledges.toml")) }

// TestManyEvents agrees on something at random days: what is drawn can be read and is over its day, and what is not
// drawn is still told.
func TestManyEvents(t *testing.T) {
	words := strings.Fields("Summit of the Hills declaration Harbour WWWWWWWWWWWWWW pledge communiqué in")
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 3))
		files := crowdFiles(5, 13, func(i, y int) float64 { return float64(i*y%7) - 2 })
		n := r.IntN(9)
		files["data/guidelines.toml"] += agreed(r, n, 2007, func() string {
			var name []string
			for range 1 + r.IntN(5) {
				name = append(name, words[r.IntN(len(words))])
			}
			return strings.Join(name, " ")
		})
		v := newest(t, files)
		for _, spec := range []string{"kind = \"meeting\"", "kind = \"revisions\"\nyear = 2019\nmembers = [\"M00\"]",
			"kind = \"trend\"\nmembers = [\"M00\", \"M01\", \"M02\", \"M03\", \"M04\"]"} {
			c := mustDraw(t, v, crowdTerms, spec)
			legible(t, fmt.Sprintf("%s %d", c.Kind, seed), c)
			if all := strings.Join(c.Summary, " "); c.Kind != "revisions" && strings.Count(all, "mark ") != n {
				t.Errorf("%s %d: %d events, told: %s", c.Kind, seed, n, all)
			}
		}
		if t.Failed() {
			return
		}
	}
}

var revisedMembers = []string{"ALP", "BAY", "CAP", "DEL", "FJO", "MOR"}

// revised is a report whose source said something of 2016 in n editions, on days that are close or far apart, of members
// that come and go.
func revised(t testing.TB, n, members int, r *rand.Rand) *dataset.Vintage {
	files := maps.Clone(league)
	files["data/guidelines.toml"] += pledges(t)
	delete(files, "data/dac/2018-04-10.csv")
	delete(files, "data/dac/2020-09-01.csv")
	releases := "name = \"DAC\"\npublisher = \"OECD\"\n"
	for i := range n {
		day := civil.Date{Year: 2016 + i*4/n, Month: 1, Day: 1 + i%28}
		if r.IntN(3) > 0 {
			day.Month += 11
		}
		if i == n-1 {
			day = civil.MustParse("2020-04-16")
		}
		file := "data/dac/" + day.String() + ".csv"
		if files[file] != "" && i < n-1 {
			continue
		}
		releases += "[[release]]\ndate = " + day.String() + "\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\npartial = true\n"
		rows := ""
		for k, code := range revisedMembers[:members] {
			if i == n-1 && k == 0 || r.IntN(4) > 0 {
				rows += fmt.Sprintf("%s,2016,oda,%.2f,actual\n", code, 0.6+0.01*float64(r.IntN(1+i*3)))
			}
		}
		files[file] = "member,year,measure,value,status\n" + cmp.Or(rows, "ALP,2016,oda,0.70,actual\n")
	}
	files["data/dac/source.toml"] = releases
	return newest(t, files)
}

// TestManyRevisions draws all sorts of histories: no text covers another, and the first and the last day are always on
// the axis.
func TestManyRevisions(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 7))
		n, members := 1+r.IntN(20), 1+r.IntN(6)
		v := revised(t, n, members, r)
		s := chart.Spec{Kind: "revisions", Year: 2016}
		s.Members = slices.DeleteFunc(slices.Clone(revisedMembers[:members]), func(code string) bool {
			history, _ := v.History("dac", code, 2016, "oda")
			return len(history) == 0
		})
		c, errs := All.Draw(v, leagueTerms, british, s)
		if errs.Failed() {
			t.Fatal(errs)
		}
		legible(t, fmt.Sprintf("%d editions of %d members (%d)", n, members, seed), c)
		days := c.Model.Days()
		for _, svg := range []*scene.Scene{c.Wide(), c.Narrow()} {
			for _, day := range []civil.Date{days[0], days[len(days)-1]} {
				if !bytes.Contains(c.SVG(svg), []byte(c.Model.MonthYear(day)+"</text>")) {
					t.Errorf("seed %d, %s: %s is not on the axis", seed, svg.Name, day)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

// TestPlacesGolden keeps where the words are in drawings of random figures, whose names, values, days and events are in
// each other's way by chance: a line for each text, with the lines that lead from names to their points.
func TestPlacesGolden(t *testing.T) {
	var b bytes.Buffer
	draw := func(seed uint64, v *dataset.Vintage, terms dataset.Terms, specs ...string) {
		for _, spec := range specs {
			c := mustDraw(t, v, terms, spec)
			places(&b, fmt.Sprintf("%s %d", c.Kind, seed), c)
		}
	}
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 11))
		random := func(i, _ int) float64 { return []float64{1, 2.4, 4}[seed%3] * (2*r.Float64() - 1) }
		v := throng(t, 6+5*int(seed), 1, random)
		draw(seed, v, leagueTerms, `kind = "quadrant"`, `kind = "map"`)
		draw(seed, throng(t, 5, 3, random), leagueTerms, "kind = \"distance\"\nhighlight = [\"M02\"]", `kind = "change"`,
			`kind = "panels"`, `kind = "shares"`)
	}
	for seed := range uint64(7) {
		r := rand.New(rand.NewPCG(seed, 12))
		draw(seed, revised(t, 2+2*int(seed), 4, r), leagueTerms, "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]")
		files := crowdFiles(3, 5+3*int(seed), func(i, y int) float64 { return 3 * (2*r.Float64() - 1) })
		files["data/guidelines.toml"] += agreed(r, int(seed), 2015, func() string {
			return strings.Repeat("summit of the hills ", 1+r.IntN(3))
		})
		draw(seed, newest(t, files), crowdTerms, `kind = "meeting"`, "kind = \"trend\"\nmembers = [\"M00\", \"M01\"]",
			"kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"M00\", \"M01\"]")
	}
	golden.Check(t, "places.txt", b.Bytes())
}

// places writes where the words of a chart's drawings are.
func places(b *bytes.Buffer, name string, c *chart.Chart) {
	for _, s := range []*scene.Scene{c.Wide(), c.Narrow()} {
		fmt.Fprintf(b, "# %s %s, %v high\n", name, s.Name, s.H)
		for _, item := range s.Items {
			switch shape := item.Shape.(type) {
			case *scene.Text:
				fmt.Fprintf(b, "%s %.1f %.1f %d %s %s\n", item.Class, shape.X, shape.Y, shape.Anchor, shape.S, shape.Tail)
			case scene.Path:
				if item.Class == "leader" || strings.HasPrefix(item.Class, "ref") {
					fmt.Fprintf(b, "%s %.1f %.1f to %.1f %.1f\n", item.Class, shape[0].X, shape[0].Y, shape[1].X, shape[1].Y)
				}
			}
		}
	}
}
