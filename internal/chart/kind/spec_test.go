package kind

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
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

// TestMadeInGo draws specs without places, as pages make them.
func TestMadeInGo(t *testing.T) {
	c, errs := All.Draw(known(t), leagueTerms, british, chart.Spec{Kind: "trend", Members: []string{"ALP", "ALL"}, From: 2016, To: 2017})
	if len(errs) > 0 || c.ID != "trend-alp-all-2016-2017" || len(c.Figures()) != 4 {
		t.Errorf("got %+v, %v", c, errs)
	}
	c, errs = Every.Draw(known(t), leagueTerms, british, chart.Spec{Kind: "table"})
	if errs.Failed() || c.Wide() != nil || len(chart.Drawn([]*chart.Chart{c})) > 0 || c.ID != "table" {
		t.Errorf("a table: %+v, %v", c, errs)
	}
	for want, s := range map[string]chart.Spec{
		"unknown kind of chart \"pie\"\n\thint: kinds are ":                 {Kind: "pie"},
		"unknown member \"XYZ\"":                                            {Kind: "trend", Members: []string{"XYZ"}},
		"no edition of DAC known on 2020-12-31 has enough oda for 1990\n\t": {Kind: "distance", Year: 1990},
	} {
		if _, errs := All.Draw(known(t), leagueTerms, british, s); !strings.HasPrefix(errs.Error(), want) {
			t.Errorf("%+v: got %v, want %s", s, errs, want)
		}
	}
}

// FuzzDraw feeds chart blocks to the whole way: no panic, and each finding has its line.
func FuzzDraw(f *testing.F) {
	for _, g := range samples(f) {
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
	files, charts := maps.Clone(league), samples(f)
	files["data/outlines.geojson"] = `{"features":[{"properties":{"member":"ALP"},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]}`
	names := slices.Sorted(maps.Keys(files))
	for i := range charts {
		which := i % len(names)
		f.Add(uint8(which), uint8(i), files[names[which]])
	}
	f.Fuzz(func(t *testing.T, which, kind uint8, text string) {
		root := golden.With(nil, files)
		root[names[int(which)%len(names)]] = &fstest.MapFile{Data: []byte(text)}
		d, _ := dataset.Load(root)
		g := charts[int(kind)%len(charts)]
		s, _ := parse(g.spec)
		c, _ := All.Draw(d.AsOf(civil.MustParse("2020-12-31")), leagueTerms, british, s)
		if c == nil {
			return
		}
		for _, text := range [][]byte{c.SVG(c.Wide()), c.SVG(c.Narrow()), option(c)} {
			if none := noNumber.Find(text); none != nil {
				t.Errorf("%s: %s in %s", g.name, none, text)
			}
		}
	})
}

// noNumber matches what a number becomes that is none.
var noNumber = regexp.MustCompile(`\b(NaN|[Ii]nf|Infinity|[0-9]e[+][0-9]+)\b`)

// FuzzOption makes the option of charts with any value, precision and text in a mark.
func FuzzOption(f *testing.F) {
	v, charts := known(f), samples(f)
	f.Add(uint(0), uint(0), 1.25, uint(2), "Alpland", "</script>{b}")
	f.Add(uint(3), uint(2), math.Copysign(0, -1), uint(0), "\u2028\xff", "{@value}")
	f.Fuzz(func(t *testing.T, kind, at uint, value float64, decimals uint, name, label string) {
		if math.IsNaN(value) || math.IsInf(value, 0) {
			return // which no figure is
		}
		g := charts[kind%uint(len(charts))]
		s, _ := parse(g.spec)
		c, _ := All.Draw(v, leagueTerms, british, s)
		if c == nil || len(c.Model.Marks) == 0 {
			return
		}
		m := c.Model.Marks[at%uint(len(c.Model.Marks))]
		m.Value.V, m.Value.Decimals, m.Name, m.Label = value, int(decimals%7), name, label
		c.Model.Series[m.Series].Name = label
		checkOption(t, g.name, c)
	})
}
