package dataset_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

// four is a report of four members whose aid and income two sources publish; the second has no income.
var four = map[string]string{
	"data/members.csv":     small["data/members.csv"] + "NOR,NO,Norway,member,1961-01-01,Europe,,2,0\nDNK,DK,Denmark,member,2018-12-31,Europe,,3,0\n",
	"data/measures.toml":   small["data/measures.toml"] + "of = \"gni\"\n[gni]\nname = \"Income\"\nunit = \"usd_million\"\n[staff]\nname = \"Staff\"\nunit = \"persons\"\n",
	"data/guidelines.toml": small["data/guidelines.toml"] + "due = 2021-12-31\n",
	"data/dac/2020-04-16.csv": "member,year,measure,value,status\n" +
		"SWE,2018,oda,0.50,actual\nTUR,2018,oda,1.00,actual\nNOR,2018,oda,0.00,actual\nDNK,2018,oda,0.70,actual\n" +
		"SWE,2019,oda,0.90,actual\nTUR,2019,oda,0.80,estimate\nNOR,2019,oda,0.60,actual\nDNK,2019,oda,0.70,actual\nALL,2019,oda,0.71,actual\n" +
		"SWE,2019,gni,100,actual\nTUR,2019,gni,200,actual\nNOR,2019,gni,300,actual\nDNK,2019,gni,400,actual\nALL,2019,gni,2000,actual\n" +
		"SWE,2019,staff,1,actual\nTUR,2019,staff,2,actual\nNOR,2019,staff,3,actual\nDNK,2019,staff,4,actual\n" +
		"SWE,2018,gni,80,actual\nTUR,2018,gni,0,actual\n",
	"data/bank/source.toml":    strings.ReplaceAll(small["data/dac/source.toml"], "DAC", "Bank"),
	"data/bank/2020-04-16.csv": "member,year,measure,value,status\nSWE,2019,oda,0.95,actual\nTUR,2019,oda,0.85,actual\nNOR,2019,oda,0.65,actual\n",
}

// TestStatistics holds what can be asked of all members or one, the number with the decimals to which it is known and
// its unit, or why there is none.
func TestStatistics(t *testing.T) {
	d := sound(four)
	v := d.AsOf(day("2021-01-01"))
	for _, c := range []struct{ subject, measure, derived, source, total, want string }{
		{"", "", "meeting", "", "", "3 2019"}, {"", "", "below", "", "", "1 2019"},
		{"", "", "median", "", "", "0.75%"}, {"", "", "median", "bank", "", "0.85%"}, // of four, and of three
		{"", "staff", "median", "", "", "2.5"}, {"", "gni", "median", "", "", "$250 million"},
		{"", "", "mean", "", "", "0.75%"}, {"", "", "mean", "bank", "", "0.82%"},
		{"", "", "weighted_mean", "", "", "0.71%"}, // (90 + 160 + 180 + 280) / 1000
		{"", "", "weighted_mean", "bank", "", "no gni of Sweden for 2019 in the edition of Bank, released 2020-04-16"},
		{"", "gni", "weighted_mean", "", "", "gni is not a share of a measure"},
		{"", "gni", "sum", "", "", "$1,000 million"}, {"", "", "sum", "", "", "shares and rates cannot be summed"},
		{"", "", "highest", "", "", "0.90% SWE"}, {"", "", "lowest", "", "", "0.60% NOR"}, {"", "gni", "highest", "", "", "$400 million DNK"},
		{"SWE", "", "rank", "", "", "1"}, {"NOR", "", "rank", "", "", "4"},
		{"SWE", "", "distance", "", "", "+0.20 points"}, {"NOR", "", "distance", "", "", "−0.10 points"},
		{"DNK", "", "meets", "", "", "1"}, {"DNK", "", "misses", "", "", "0"}, {"NOR", "", "meets", "", "", "0"}, {"NOR", "", "misses", "", "", "1"},
		{"NOR", "gni", "share_of_total", "", "", "30.0%"}, {"NOR", "gni", "share_of_total", "", "ALL", "15.0%"},
		{"NOR", "", "share_of_total", "", "", "this report has no measure of spending"},
		{"NOR", "gni", "share_of_total", "", "EUR", "no gni of EUR for 2019 in the edition of DAC, released 2020-04-16"},
		{"NOR", "", "pace", "", "", "8.0%"}, {"SWE", "", "pace", "", "", "0.0%"}, // 0.70 of 0.60 in two years
		{"SWE", "gni", "distance", "", "", "no guideline applies to gni"}, {"", "gni", "meeting", "", "", "no guideline applies to gni"},
		{"SWE", "", "ranks", "", "", "unknown question \"ranks\""},
	} {
		terms := aidTerms
		terms.Total = c.total
		a, err := v.Ask(terms, dataset.Query{Subject: c.subject, Year: 2019, Measure: c.measure, Derived: c.derived, Source: c.source})
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = dataset.Amount(a.Unit, a.Value, a.Decimals)
			if a.Unit == dataset.Count {
				got = fmt.Sprint(a.Value, " ", a.Query.Year)
			} else if a.Unit == dataset.Place || a.Unit == dataset.Truth {
				got = fmt.Sprint(a.Value)
			}
			for _, m := range a.Holders {
				got += " " + m.Code
			}
		}
		if got != c.want {
			t.Errorf("%s %s %s %s %s: got %q, want %q", c.subject, c.measure, c.derived, c.source, c.total, got, c.want)
		}
	}
}

// TestNoStatistics holds why some years have no answer.
func TestNoStatistics(t *testing.T) {
	d := sound(four)
	for _, c := range []struct {
		q    dataset.Query
		want string
	}{
		{dataset.Query{Subject: "NOR", Year: 2018, Derived: "pace"}, "no growth leads from 0.00 to the guideline"},
		{dataset.Query{Subject: "SWE", Year: 2018, Measure: "gni", Derived: "share_of_total"}, "DAC, released 2020-04-16 has too few figures of gni for 2018 to make a sum"},
		{dataset.Query{Year: 2022}, "who will be a member in 2022 is not known on 2021-01-01"},
		{dataset.Query{Year: 1900}, "nobody had joined by the end of 1900"},
		{dataset.Query{Year: 2019, Measure: "gni"}, "donors have no gni of their own"},
		{dataset.Query{Subject: "SWE", Year: 2019, Measure: "gni", Guideline: "un"}, "the guideline \"un\" applies to oda, not to gni"},
	} {
		if _, err := d.AsOf(day("2021-01-01")).Ask(aidTerms, c.q); err == nil || err.Error() != c.want {
			t.Errorf("%+v: got %v, want %s", c.q, err, c.want)
		}
	}
	if a, err := d.AsOf(day("2021-01-01")).Ask(aidTerms, dataset.Query{Year: 2017}); err != nil || a.Value != 3 {
		t.Errorf("members in 2017: %+v, %v; want 3, as Denmark joined on the last day of 2018", a, err)
	}
	if a, err := d.AsOf(day("2018-12-31")).Ask(aidTerms, dataset.Query{Year: 2018}); err != nil || a.Value != 4 {
		t.Errorf("members in 2018: %+v, %v; want 4", a, err)
	}
}

// TestBadForm tells queries that are wrong whatever the figures are from those that have no answer yet.
func TestBadForm(t *testing.T) {
	d := sound(four)
	for _, c := range []struct {
		name string
		q    dataset.Query
		bad  bool
	}{
		{"a sum of shares", dataset.Query{Year: 2019, Derived: "sum"}, true},
		{"a place of all", dataset.Query{Year: 2019, Derived: "rank"}, true},
		{"all as one", dataset.Query{Year: 2019, Measure: "gni"}, true},
		{"a sum of a year without figures", dataset.Query{Year: 2010, Measure: "gni", Derived: "sum"}, false},
		{"a later year", dataset.Query{Subject: "SWE", Year: 2022}, false},
	} {
		var no *dataset.NoAnswer
		if _, err := d.AsOf(day("2021-01-01")).Ask(aidTerms, c.q); !errors.As(err, &no) || no.Form != c.bad {
			t.Errorf("%s: %v, wrong by itself: %t", c.name, err, no != nil && no.Form)
		}
	}
}

// TestComparisons holds how two years or two members are compared, and what is not compared.
func TestComparisons(t *testing.T) {
	d := sound(four)
	v := d.AsOf(day("2021-01-01"))
	for _, c := range []struct {
		q    dataset.Query
		want string
	}{
		{dataset.Query{Subject: "SWE", From: 2018, Comparison: "change"}, "+0.40 points"},
		{dataset.Query{Subject: "TUR", From: 2018, Comparison: "change"}, "−0.20 points (estimate)"},
		{dataset.Query{Subject: "SWE", From: 2018, Comparison: "growth"}, "80.0%"},
		{dataset.Query{Subject: "SWE", From: 2018, Comparison: "ratio"}, "1.80 times"},
		{dataset.Query{Subject: "SWE", From: 2018, Measure: "gni", Comparison: "change"}, "$20 million"},
		{dataset.Query{Subject: "SWE", From: 2018, Measure: "ratio"}, "1.80 times"}, // named as a measure
		{dataset.Query{Subject: "SWE", Against: "NOR", Comparison: "ratio"}, "1.50 times"},
		{dataset.Query{Subject: "NOR", Against: "SWE", Comparison: "change"}, "−0.30 points"},
		{dataset.Query{From: 2018, Derived: "meeting", Comparison: "change"}, "1 (estimate)"},
		{dataset.Query{Subject: "NOR", From: 2018, Comparison: "growth"}, "cannot divide by 0.00; ask for change"},
		{dataset.Query{Subject: "NOR", From: 2018, Comparison: "change"}, "+0.60 points"},
		{dataset.Query{Subject: "SWE", From: 2018}, "two years or members, but not how to compare them; append /change, /growth or /ratio"},
		{dataset.Query{Subject: "SWE", From: 2018, Comparison: "rise"}, "unknown comparison \"rise\"; comparisons are change, growth, ratio"},
		{dataset.Query{Subject: "SWE", Comparison: "change"}, "change compares two numbers; write two years, 2014..2016, or name another member with ?to="},
		{dataset.Query{Subject: "SWE", From: 2018, Against: "NOR", Comparison: "change"}, "two years and two members at once; leave one of the two out"},
		{dataset.Query{Subject: "SWE", From: 2019, Comparison: "change"}, "2019 is compared with itself; write two different years"},
		{dataset.Query{Subject: "SWE", From: 2020, Comparison: "change"}, "2020..2019 goes backwards; write the earlier year first"},
		{dataset.Query{Against: "SWE", Comparison: "change"}, "donors are not compared with one; name two members"},
		{dataset.Query{Subject: "SWE", From: 2018, Derived: "rank", Comparison: "change"}, "a place cannot be compared; write the two separately"},
		{dataset.Query{Subject: "SWE", From: 2018, Derived: "meets", Comparison: "change"}, "a truth cannot be compared; write the two separately"},
	} {
		c.q.Year = 2019
		a, err := v.Ask(aidTerms, c.q)
		var no *dataset.NoAnswer
		got := ""
		if errors.As(err, &no) {
			got = no.Msg + "; " + no.Hint
		} else if got = dataset.Amount(a.Unit, a.Value, a.Decimals); a.Estimate {
			got += " (estimate)"
		}
		if got != c.want {
			t.Errorf("%+v: got %q, want %q", c.q, got, c.want)
		}
	}
}

// TestBreakCompared holds that two years on either side of a break in one member's figures are not compared, and those
// of another member are.
func TestBreakCompared(t *testing.T) {
	files := map[string]string{"data/dac/notes.toml": "[[note]]\nmeasure = \"oda\"\nmembers = [\"SWE\"]\nfrom = 2019\nkind = \"break\"\ntext = \"A new count.\"\n"}
	for name, text := range four {
		files[name] = text
	}
	d := sound(files)
	for subject, want := range map[string]string{"SWE": "oda of SWE in 2018 and 2019 cannot be compared: A new count.", "TUR": "<nil>"} {
		if _, err := d.AsOf(day("2021-01-01")).Ask(aidTerms, dataset.Query{Subject: subject, From: 2018, Year: 2019, Comparison: "change"}); fmt.Sprint(err) != want {
			t.Errorf("%s: %v, want %s", subject, err, want)
		}
	}
}

// TestAmount holds how editors are told a value.
func TestAmount(t *testing.T) {
	for _, c := range []struct {
		unit     dataset.Unit
		value    float64
		decimals int
		want     string
	}{
		{dataset.Percent, 2.214, 2, "2.21%"}, {dataset.Percent, -0.5, 1, "−0.5%"}, {dataset.Ratio, 1.5, 2, "1.50 times"},
		{dataset.Points, 0.21, 2, "+0.21 points"}, {dataset.Points, -0.21, 2, "−0.21 points"}, {dataset.Points, 0.001, 2, "0.00 points"}, {dataset.Points, -0.001, 2, "0.00 points"},
		{dataset.USDMillion, 1032849, 0, "$1,032,849 million"}, {dataset.USDMillion, -5, 0, "−$5 million"}, {dataset.USDMillion, 0, 0, "$0 million"},
		{dataset.Persons, 1234, 0, "1,234"}, {nil, 999, 0, "999"}, {nil, 1000, 0, "1,000"}, {nil, 1234567.891, 2, "1,234,567.89"},
	} {
		if got := dataset.Amount(c.unit, c.value, c.decimals); got != c.want {
			t.Errorf("%v with %d decimals: got %q, want %q", c.value, c.decimals, got, c.want)
		}
	}
}

// TestBand holds what each side of a mark requires: its bounds, which values meet it, from where a distance is
// measured, and what is better.
func TestBand(t *testing.T) {
	low, high := math.Inf(-1), math.Inf(1)
	for _, c := range []struct {
		band         dataset.Band
		side         dataset.Side
		kind, missed string
		marks        []float64
		holds        [5]bool // 1, 2, 2.5, 3 and 4
		edges        [5]float64
		favour       [2]float64 // of −1 and 1
		with         dataset.Band
	}{
		{dataset.Band{Low: 2, High: high}, dataset.Floor, "floor", "short of", []float64{2}, [5]bool{false, true, true, true, true}, [5]float64{2, 2, 2, 2, 2}, [2]float64{-1, 1}, dataset.Band{Low: 2.2, High: high}},
		{dataset.Band{Low: low, High: 3}, dataset.Ceiling, "ceiling", "above", []float64{3}, [5]bool{true, true, true, true, false}, [5]float64{3, 3, 3, 3, 3}, [2]float64{1, -1}, dataset.Band{Low: low, High: 2.2}},
		{dataset.Band{Low: 2, High: 3}, dataset.Between, "band", "outside", []float64{2, 3}, [5]bool{false, true, true, true, false}, [5]float64{2, 2, 2.5, 3, 3}, [2]float64{-1, -1}, dataset.Band{Low: 2.2, High: 3}},
	} {
		g := &dataset.Guideline{All: c.band, Name: dataset.Goal{Name: "G", Side: c.side}, Own: map[string]dataset.Band{"SWE": {Low: 1, High: high}}}
		if c.band.Side() != c.side || g.Name.Kind() != c.kind || c.side.Missed() != c.missed || !slices.Equal(c.band.Marks(), c.marks) || g.Mark() != c.marks[0] || g.With(2.2) != c.with || g.Name.String() != "G" {
			t.Errorf("%v: %v, %s, %s, marks %v, %v", c.band, c.band.Side(), g.Name.Kind(), c.side.Missed(), c.band.Marks(), g.With(2.2))
		}
		for i, v := range []float64{1, 2, 2.5, 3, 4} {
			if g.MetBy("TUR", v) != c.holds[i] || c.band.Edge(v) != c.edges[i] || !g.MetBy("SWE", v) {
				t.Errorf("%v holds %v: %t, from %v", c.band, v, g.MetBy("TUR", v), c.band.Edge(v))
			}
		}
		if got := [2]float64{c.side.Favour(-1), c.side.Favour(1)}; got != c.favour {
			t.Errorf("%v prefers %v, want %v", c.band, got, c.favour)
		}
	}
}

// TestMarks holds that a chart's scale knows every mark that is a share: of all members and of single ones.
func TestMarks(t *testing.T) {
	d, errs := load(map[string]string{
		"data/guidelines.toml": small["data/guidelines.toml"] + "[un.own]\nSWE = 1.25\n[less]\nname = \"At most 900\"\nmeasure = \"gni\"\nat_most = 900\nadopted = 1980-01-01\n" +
			"[few]\nname = \"At most 2\"\nmeasure = \"oda\"\nat_most = 2\nadopted = 1990-01-01\n[few.own]\nTUR = 3\n",
		"data/measures.toml": small["data/measures.toml"] + "[gni]\nname = \"Income\"\nunit = \"usd_million\"\n",
	})
	if errs != "" {
		t.Fatal(errs)
	}
	if got := fmt.Sprint(d.Marks()); got != "map[:[0.7 1.25 2 3] $:[9e+08] USD:[9e+08]]" {
		t.Errorf("marks %s", got)
	}
	if un, few := d.Guidelines["un"], d.Guidelines["few"]; un.Decimals != 2 || few.For("TUR") != (dataset.Band{Low: math.Inf(-1), High: 3}) || un.For("SWE") != (dataset.Band{Low: 1.25, High: math.Inf(1)}) {
		t.Errorf("%+v\n%+v", un, few)
	}
}

// TestDecisive holds which qualified figures decide a count: those at the mark, with what the note describes in doubt.
func TestDecisive(t *testing.T) {
	for _, c := range []struct{ member, kind, value, want string }{
		{"SWE", "definition", "0.99", "SWE true"}, // meets, and perhaps only as it is counted
		{"SWE", "break", "0.70", "SWE true"},
		{"SWE", "doubt", "0.70", "SWE true"}, // at the mark
		{"SWE", "doubt", "0.99", ""},         // well above
		{"SWE", "doubt", "0.69", ""},         // below
		{"SWE", "definition", "0.69", ""},
		{"SWE", "membership", "0.99", ""},
	} {
		d, errs := load(map[string]string{
			"data/dac/2020-04-16.csv": "member,year,measure,value,status\nSWE,2019,oda," + c.value + ",actual\nTUR,2019,oda,1.15,estimate\n",
			notesFile:                 "[[note]]\nmeasure = \"oda\"\nmembers = [\"" + c.member + "\"]\nkind = \"" + c.kind + "\"\ntext = \"N.\"\n",
		})
		if errs != "" {
			t.Fatal(errs)
		}
		v := d.AsOf(day("2021-01-01"))
		e, _ := v.Edition("dac", "oda", 2019)
		got := ""
		for _, f := range v.DecisiveFigures(e.Tally(d.Guidelines["un"], 2019)) {
			got += fmt.Sprint(f.Member.Code, " ", f.Meets)
		}
		if got != c.want {
			t.Errorf("%s at %s: got %q, want %q", c.kind, c.value, got, c.want)
		}
	}
}

// TestDecisiveOfCeiling holds that below a ceiling the lowest decide, who rank last.
func TestDecisiveOfCeiling(t *testing.T) {
	d := sound(map[string]string{
		"data/guidelines.toml":    "[cap]\nname = \"a cap\"\nmeasure = \"oda\"\nat_most = 1\nadopted = 1970-10-24\n",
		"data/dac/2020-04-16.csv": "member,year,measure,value,status\nSWE,2019,oda,0.99,actual\nTUR,2019,oda,1.15,actual\n",
		notesFile:                 "[[note]]\nmeasure = \"oda\"\nkind = \"definition\"\ntext = \"N.\"\n",
	})
	v := d.AsOf(day("2021-01-01"))
	list := v.DecisiveFigures(v.Known("dac")[0].Tally(d.Guidelines["cap"], 2019))
	if len(list) != 1 || list[0].Member.Code != "SWE" {
		t.Errorf("got %+v, want Sweden alone", list)
	}
}

// TestNamesInDoubt holds which unknown names may only be unknown because a file could not be read.
func TestNamesInDoubt(t *testing.T) {
	messages := []string{"unknown member \"X\"", "unknown aggregate \"X\"", "unknown measure \"x\"", "unknown guideline \"x\"", "the guideline \"x\" is", "unknown source \"x\"", "no figure"}
	for file, want := range map[string]string{"": "       ", "data/members.csv": "xx     ", "data/measures.toml": "  xxx  ", "data/guidelines.toml": "   xx  "} {
		changes := map[string]string{}
		if file != "" {
			changes[file] = "gone"
		}
		d, _ := load(changes)
		got := ""
		for _, msg := range messages {
			got += map[bool]string{true: "x", false: " "}[d.Doubts.Explain(msg)]
		}
		if got != want || d.Doubts.Any() != (file != "") || d.Doubts.Touch(dataset.Query{Source: "dac", Year: 2019}) != (file != "") || d.Doubts.TouchSource("dac") != (file != "") {
			t.Errorf("without %s: %q, any %t, the source %t", file, got, d.Doubts.Any(), d.Doubts.TouchSource("dac"))
		}
	}
}

// TestFolders holds what is said of files of data/ that are not figures: nothing is left out in silence.
func TestFolders(t *testing.T) {
	root := fstest.MapFS{}
	for name, text := range small {
		root[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, file := range map[string]*fstest.MapFile{
		"data/.hidden": {}, "data/.git/x": {}, "data/dac/.DS_Store": {}, "data/dac/old/x.csv": {}, "data/dac/notes.txt": {},
		"data/dac/April.csv": {}, "data/dac/2021-01-01.CSV": {}, "data/link": {Mode: 1 << 27}, "data/dac/pipe": {Mode: 1 << 25},
	} {
		root[name] = file
	}
	d, errs := dataset.Load(root)
	errs.Sort()
	var got []string
	for _, e := range errs {
		got = append(got, e.Pos.File+": "+e.Msg)
	}
	want := []string{"data/dac/2021-01-01.CSV: \"2021-01-01.CSV\" is not the name of a release", "data/dac/April.csv: \"April.csv\" is not the name of a release",
		"data/dac/notes.txt: this file is not used", "data/dac/old: this folder is not used", "data/dac/pipe: not a plain file", "data/link: a symbolic link"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	slices.Sort(d.Ignored)
	if ignored := strings.Join(d.Ignored, " "); ignored != "data/.git/ data/.hidden data/dac/.DS_Store" {
		t.Errorf("ignored %s", ignored)
	}
}

// TestUnitMissing holds that a measure without a unit is told so once, and not that its unit is unknown.
func TestUnitMissing(t *testing.T) {
	if _, errs := load(map[string]string{"data/measures.toml": "[oda]\nname = \"Aid\"\n"}); !strings.Contains(errs, "unit is missing") || strings.Contains(errs, "unknown unit") {
		t.Error(errs)
	}
}

// TestPricesOfYears holds that two figures at the prices of different years are no revisions of each other, and those at
// current prices are.
func TestPricesOfYears(t *testing.T) {
	for _, c := range []struct {
		constant        string
		first, second   int
		history, former int
	}{{"true", 2015, 2015, 2, 0}, {"true", 2015, 2016, 1, 1}, {"false", 2015, 2016, 2, 0}} {
		d, errs := load(map[string]string{
			"data/measures.toml": small["data/measures.toml"] + "[gni]\nname = \"Income\"\nunit = \"usd_million\"\nconstant = " + c.constant + "\n",
			"data/dac/source.toml": small["data/dac/source.toml"] + fmt.Sprintf("price_year = %d\n[[release]]\ndate = 2021-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\nprice_year = %d\n",
				c.first, c.second),
			"data/dac/2020-04-16.csv": "member,year,measure,value,status\nSWE,2019,gni,100,actual\n",
			"data/dac/2021-04-16.csv": "member,year,measure,value,status\nSWE,2019,gni,110,actual\n",
		})
		v := d.AsOf(day("2022-01-01"))
		history, former := v.History("dac", "SWE", 2019, "gni")
		if errs != "" || len(history) != c.history || len(former) != c.former || history[len(history)-1].Value != 110 {
			t.Errorf("%+v: %d revisions and %d former figures; %s", c, len(history), len(former), errs)
		}
	}
}
