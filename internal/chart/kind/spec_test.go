package kind

import (
	"maps"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

func TestParseSpec(t *testing.T) {
	s, errs := parse("kind = \"trend\"\ntitle = \"T\"\ncaption = \"C\"\nmeasure = \"oda\"\nsource = \"dac\"\nguideline = \"un\"\nfrom = 2016\nto = 2019\nmembers = [\"ALP\", \"ALL\"]\nas_of = 2020-05-01")
	want := chart.Spec{Kind: "trend", Title: "T", Caption: "C", Measure: "oda", Source: "dac", Guideline: "un", From: 2016, To: 2019, AsOf: civil.MustParse("2020-05-01")}
	if len(errs) > 0 || identity(s) != identity(want) || !slices.Equal(s.Members, []string{"ALP", "ALL"}) {
		t.Errorf("got %+v, %v", s, errs)
	}
	if s, errs := parse("kind = \"meeting\"\nas_of = \"latest\""); len(errs) > 0 || !s.Latest || !s.AsOf.IsZero() {
		t.Errorf("the latest: %+v, %v", s, errs)
	}
}

// identity makes specs without lists comparable.
func identity(s chart.Spec) [11]any {
	return [11]any{s.Kind, s.Title, s.Caption, s.Measure, s.Source, s.Guideline, s.Sort, s.Year, s.From, s.To, s.AsOf}
}

// TestKinds holds that the list is in order, as hints show it, and that each
// kind has a drawing in testdata.
func TestKinds(t *testing.T) {
	if !slices.IsSorted(All.Names()) {
		t.Errorf("kinds are not in alphabetical order: %v", All.Names())
	}
	for _, k := range All.Names() {
		if !slices.ContainsFunc(goldens, func(g struct{ name, spec string }) bool { return g.name == k }) {
			t.Errorf("no golden drawing of kind %s", k)
		}
	}
}

// FuzzDraw feeds chart blocks to the whole way: no panic, and each finding
// has its line.
func FuzzDraw(f *testing.F) {
	for _, g := range goldens {
		f.Add(g.spec)
	}
	f.Add("kind = \"trend\"\nmembers = [\"ALP\", 3]\nfrom = 2016\nto = 1e3")
	f.Add("kind = \"meeting\"\nas_of = 2020-01-01T00:00:00Z\n[members]\nx = \"\"\"")
	v := known(f)
	f.Fuzz(func(t *testing.T, src string) {
		s, errs := parse(src)
		c, more := All.Draw(v, leagueTerms, british, s)
		for _, e := range append(errs, more...) {
			if e.Pos.Line < 10 {
				t.Errorf("%v has no place", e)
			}
		}
		if (c == nil) != more.Failed() {
			t.Errorf("a chart and errors at once, or neither: %v", more)
		}
		if c != nil && c.Form != nil {
			c.SVG(c.Wide())
			c.SVG(c.Narrow())
		}
	})
}

// FuzzData writes one file of data/ anew and draws one kind of it: no panic, and no number in a drawing that is none.
func FuzzData(f *testing.F) {
	files := maps.Clone(league)
	files["data/outlines.geojson"] = `{"features":[{"properties":{"member":"ALP"},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]}`
	names := slices.Sorted(maps.Keys(files))
	for i := range goldens {
		which := i % len(names)
		f.Add(uint8(which), uint8(i), files[names[which]])
	}
	f.Fuzz(func(t *testing.T, which, golden uint8, text string) {
		root := fstest.MapFS{}
		for name, src := range files {
			root[name] = &fstest.MapFile{Data: []byte(src)}
		}
		root[names[int(which)%len(names)]] = &fstest.MapFile{Data: []byte(text)}
		d, _ := dataset.Load(root)
		g := goldens[int(golden)%len(goldens)]
		s, _ := parse(g.spec)
		c, _ := All.Draw(d.AsOf(civil.MustParse("2020-12-31")), leagueTerms, british, s)
		if c == nil {
			return
		}
		for _, text := range [][]byte{c.SVG(c.Wide()), c.SVG(c.Narrow()), c.Option(func(string) string { return "#000" })} {
			if none := noNumber.Find(text); none != nil {
				t.Errorf("%s: %s in %s", g.name, none, text)
			}
		}
	})
}

// noNumber matches what a number becomes that is none.
var noNumber = regexp.MustCompile(`\b(NaN|[Ii]nf|Infinity|[0-9]e[+][0-9]+)\b`)
