package chart

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// british are the messages that the program comes with.
var british = func() Messages {
	c, errs := i18n.Load(templates.FS, templates.FS, "en-GB")
	if len(errs) > 0 {
		panic(errs)
	}
	return Messages{c}
}()

// TestNumberWords holds how charts write numbers with their units, on axes, at marks and in sentences.
func TestNumberWords(t *testing.T) {
	q := query(nil, dataset.Terms{}, british.Catalog, Spec{})
	q.Guideline = &dataset.Guideline{Name: dataset.Goal{Name: "2% of income"}}
	q.Kind = &Kind{}
	q.Measure = &dataset.Measure{Unit: dataset.Percent}
	money := &Query{Measure: &dataset.Measure{Unit: dataset.USDMillion}}
	away := func(v float64) Number { return Number{V: v, Decimals: 2, Unit: q.DistanceUnit()} }
	for _, c := range []struct{ what, got, want string }{
		{"a distance of a share", british.SignedIn(Number{V: 0.21, Decimals: 2, Unit: dataset.Points}), "+0.21"},
		{"a distance in money", british.SignedIn(Number{V: -1200, Unit: dataset.USDMillion}), "−$1.2bn"},
		{"how far below", british.Away(Number{V: -0.4, Decimals: 2, Unit: dataset.Percent}), "0.40 points"},
		{"how far in money", british.Away(Number{V: -90, Unit: dataset.USDMillion}), "$90m"},
		{"above, of a guideline", q.PositionOf(away(0.21), "ALP"), "0.21 points above 2% of income"},
		{"above one that is named", q.PlaceOf(away(0.21)), "0.21 points above"},
		{"short, of a guideline", q.PositionOf(away(-0.21), "ALP"), "0.21 points short of 2% of income"},
		{"short of one that is named", q.PlaceOf(away(-0.21)), "0.21 points short"},
		{"at a guideline", q.PositionOf(away(0), "ALP"), "exactly at 2% of income"},
		{"at one that is named", q.PlaceOf(away(0)), "exactly on the mark"},
		{"nothing on an axis of money", british.AxisLabel(dataset.USDMillion, 0, 0), "0"},
		{"money on an axis", british.AxisLabel(dataset.USDMillion, 2500, 0), "$2.5bn"},
		{"persons on an axis", british.AxisLabel(dataset.Persons, 999_999, 0), "999,999"},
		{"a million persons", british.AxisLabel(dataset.Persons, 1e6, 0), "1m"},
		{"millions and tenths", british.AxisLabel(dataset.Persons, 2_500_000, 0), "2.5m"},
		{"a share on an axis", british.AxisLabel(dataset.Percent, 0, 1), "0.0"},
		{"no distance on an axis", british.AxisLabel(dataset.Points, 0, 1), "0"},
		{"no money on an axis", british.AxisLabel(dataset.USDMillion, 0, 1), "0"},
		{"a distance on an axis", british.AxisLabel(dataset.Points, 0.5, 1), "+0.5"},
		{"a share of nothing on an axis", british.AxisLabel(dataset.Percent, 0, 1), "0.0"},
		{"the unit of distances", british.UnitName(q.DistanceUnit()), "percentage points"},
		{"the unit of distances in money", british.UnitName(money.DistanceUnit()), "US dollars"},
		{"a column of shares", british.Heading("Aid", dataset.Percent).Name, "Aid (%)"},
		{"a column of money", british.Heading("Income", dataset.USDMillion).Name, "Income (US$ million)"},
		{"a column of distances", british.ColumnUnit(q.DistanceUnit()), "percentage points"},
		{"a measure and its unit", british.Measured(&dataset.Measure{Name: "Aid", Unit: dataset.Percent}), "Aid, in per cent"},
		{"a measure that has its unit in its name", british.Measured(&dataset.Measure{Name: "Income in US dollars", Unit: dataset.USDMillion}), "Income in US dollars"},
		{"its name without the unit", british.BriefName(&dataset.Measure{Name: "Income in US dollars", Unit: dataset.USDMillion}), "Income"},
		{"a name without a unit", british.BriefName(&dataset.Measure{Name: "Income", Unit: dataset.USDMillion}), "Income"},
		{"a month", british.MonthYear(civil.MustParse("2016-07-04")), "Jul 2016"},
		{"a day", british.ShortDay(civil.MustParse("2016-07-04")), "4 Jul 2016"},
		{"an estimate", british.Status(true), "estimate"},
		{"a final figure", british.Status(false), "actual"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

// release is a release in a source.toml.
func release(day string) string {
	return "[[release]]\ndate = " + day + "\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"
}

// TestTense holds how a headline is hedged: by the newest year of the figures behind it, in each source's newest edition.
func TestTense(t *testing.T) {
	d, errs := dataset.Load(fstest.MapFS{
		"data/members.csv":        {Data: []byte("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\nAAA,,A,member,1960-01-01,,,,\nBBB,,B,member,1960-01-01,,,,\n")},
		"data/guidelines.toml":    {},
		"data/measures.toml":      {Data: []byte("[oda]\nname = \"Aid\"\nunit = \"percent\"\ndecimals = 2\n")},
		"data/dac/source.toml":    {Data: []byte("name = \"DAC\"\npublisher = \"OECD\"\n" + release("2019-04-16") + release("2020-04-16") + release("2020-12-31") + release("2021-01-01"))},
		"data/dac/2019-04-16.csv": {Data: []byte("member,year,measure,value,status\nAAA,2018,oda,1,estimate\nBBB,2018,oda,1,actual\n")},
		"data/dac/2020-04-16.csv": {Data: []byte("member,year,measure,value,status\nAAA,2018,oda,1,actual\nBBB,2018,oda,1,estimate\nAAA,2017,oda,1,estimate\nBBB,2017,oda,1,actual\n")},
		"data/dac/2020-12-31.csv": {Data: []byte("member,year,measure,value,status\nAAA,2020,oda,1,estimate\n")},
		"data/dac/2021-01-01.csv": {Data: []byte("member,year,measure,value,status\nAAA,2020,oda,1,actual\n")},
		"data/un/source.toml":     {Data: []byte("name = \"UN\"\npublisher = \"UN\"\n" + release("2019-04-16"))},
		"data/un/2019-04-16.csv":  {Data: []byte("member,year,measure,value,status\nAAA,2018,oda,1,actual\n")},
	})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	v := d.AsOf(civil.MustParse("2021-12-31"))
	if got := (&Model{}).Tense(); got != actual {
		t.Errorf("without figures: %s", got)
	}
	golden.CheckLines(t, "tense.txt", func(line string) string {
		m := &Model{}
		for of := range strings.SplitSeq(line, ", ") {
			words := strings.Fields(of)
			e, _ := v.Released(words[0], civil.MustParse(words[1]))
			year, _ := strconv.Atoi(words[3])
			f, ok := e.Figure(words[2], year, "oda")
			if !ok {
				t.Fatal(of)
			}
			m.Append(Mark{Figures: []*dataset.Figure{f}})
		}
		return m.Tense()
	})
}

// TestExtent holds what an axis has to reach: marks, what they begin at, the chart's own guideline and, for bars, nothing.
func TestExtent(t *testing.T) {
	value := func(from, v, second float64) *Mark {
		return &Mark{From: from, Value: Number{V: v}, Second: Number{V: second}}
	}
	for _, c := range []struct {
		name   string
		m      Model
		zero   bool
		refs   []Ref
		y      bool
		lo, hi float64
	}{
		{"no marks", Model{}, false, nil, false, 0, 0},
		{"marks", Model{Marks: []*Mark{value(0, 2, 0), value(0, 5, 0)}}, false, nil, false, 2, 5},
		{"bars", Model{Marks: []*Mark{value(0, 2, 0), value(0, 5, 0)}}, true, nil, false, 0, 5},
		{"bars below nothing", Model{Marks: []*Mark{value(0, -2, 0)}}, true, nil, false, -2, 0},
		{"bars that begin elsewhere", Model{Marks: []*Mark{value(4, 2, 0), value(3, -1, 0)}}, false, nil, false, 2, 6},
		{"one that begins below", Model{Marks: []*Mark{value(1, 2, 0)}}, false, nil, false, 1, 3},
		{"a guideline above", Model{Marks: []*Mark{value(0, 2, 0)}}, false, []Ref{{At: 7}}, false, 2, 7},
		{"a lesser guideline", Model{Marks: []*Mark{value(0, 2, 0)}}, false, []Ref{{At: 7, Side: true}}, false, 2, 2},
		{"points, across", Model{Marks: []*Mark{value(0, 2, 30)}}, false, nil, false, 2, 2},
		{"points, upwards", Model{Marks: []*Mark{value(0, 2, 30)}}, false, nil, true, 30, 30},
	} {
		m := c.m
		axis := &m.X
		if m.X.Scale = Values; c.y {
			axis = &m.Y
		}
		axis.Zero = c.zero
		for _, r := range c.refs {
			r.On = axis
			m.Refs = append(m.Refs, r)
		}
		if lo, hi := m.Extent(axis); lo != c.lo || hi != c.hi {
			t.Errorf("%s: %v to %v, want %v to %v", c.name, lo, hi, c.lo, c.hi)
		}
	}
}

// TestClass holds which classes the shape of a mark has.
func TestClass(t *testing.T) {
	for want, m := range map[string]Mark{"bar": {}, "bar up": {Tone: "up"}, "bar est": {Unlike: true}, "bar down est": {Tone: "down", Unlike: true}} {
		if got := m.Class("bar"); got != want {
			t.Errorf("%+v: %q, want %q", m, got, want)
		}
	}
}

// TestRoundOutward holds where an axis ends.
func TestRoundOutward(t *testing.T) {
	for _, c := range []struct {
		lo, hi         float64
		most           int
		wantLo, wantHi float64
	}{
		{0.15, 1.1, 6, 0, 1.2},
		{-1.56, 1.61, 5, -2, 2},
		{0, 4, 6, 0, 4},
		{0.1, 0.3, 6, 0.1, 0.3},
		{2, 2, 6, 2, 3},
		{17, 23, 2, 17, 23}, // there are no two round numbers
	} {
		if lo, hi := RoundOutward(c.lo, c.hi, c.most); lo != c.wantLo || hi != c.wantHi {
			t.Errorf("%v to %v: %v to %v, want %v to %v", c.lo, c.hi, lo, hi, c.wantLo, c.wantHi)
		}
	}
}

// TestBounds holds which distances are in a class: on the side of the guideline where it is met, classes count up.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		side   dataset.Side
		class  int
		lo, hi float64
	}{
		{dataset.Floor, 1, 0, 0.5}, {dataset.Floor, 3, 1, 1.5}, {dataset.Floor, -1, -0.5, 0}, {dataset.Floor, -3, -1.5, -1},
		{dataset.Ceiling, 1, -0.5, 0}, {dataset.Ceiling, -1, 0, 0.5}, {dataset.Ceiling, -3, 1, 1.5},
	} {
		b := Bins{Step: 0.5, Side: c.side}
		if lo, hi := b.Bounds(c.class); lo != c.lo || hi != c.hi {
			t.Errorf("class %d: %v to %v, want %v to %v", c.class, lo, hi, c.lo, c.hi)
		}
		if middle := (c.lo + c.hi) / 2; b.Of(middle) != c.class {
			t.Errorf("%v is in class %d, want %d", middle, b.Of(middle), c.class)
		}
	}
}
