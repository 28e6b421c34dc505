package dataset_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

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
