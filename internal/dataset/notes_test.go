package dataset_test

import (
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

const notesFile = "data/dac/notes.toml"

// aid is two editions of the small report, in which Sweden changes its definition in 2019.
var aid = map[string]string{
	"data/dac/source.toml": "name = \"DAC\"\npublisher = \"OECD\"\n[[release]]\ndate = 2019-04-10\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n",
	"data/dac/2019-04-10.csv": "member,year,measure,value,status\nSWE,2017,oda,1.02,actual\nSWE,2018,oda,1.04,estimate\n" +
		"TUR,2018,oda,1.10,estimate\n",
	"data/dac/2020-04-16.csv": "member,year,measure,value,status\nSWE,2018,oda,1.07,actual\nSWE,2019,oda,0.99,actual\n" +
		"TUR,2018,oda,1.11,actual\nTUR,2019,oda,1.15,estimate\nALL,2019,oda,0.30,actual\n",
}

func aidWith(notes string) map[string]string {
	files := map[string]string{notesFile: notes}
	for name, src := range aid {
		files[name] = src
	}
	return files
}

// TestNotes checks which figures a note applies to.
func TestNotes(t *testing.T) {
	d, errs := load(aidWith(`
[[note]]
measure = "oda"
members = ["SWE"]
from = 2019
kind = "definition"
text = "From 2019 counted by grant equivalent."

[[note]]
measure = ["oda"]
released_to = 2019-04-10
kind = "doubt"
text = "Read from a press table."

[[note]]
measure = "oda"
text = "Calendar years."
url = "https://example.org/"
`))
	if errs != "" {
		t.Fatal(errs)
	}
	var got []string
	for i := range d.Figures {
		f := &d.Figures[i]
		line := f.Released.String() + " " + f.Member + " " + dataset.Plain(float64(f.Year), 0) + ":"
		for _, n := range f.Notes {
			line += " " + n.ID
		}
		got = append(got, line)
	}
	want := `2019-04-10 SWE 2017: dac-doubt dac
2019-04-10 SWE 2018: dac-doubt dac
2019-04-10 TUR 2018: dac-doubt dac
2020-04-16 SWE 2018: dac
2020-04-16 SWE 2019: dac-swe-2019-definition dac
2020-04-16 TUR 2018: dac
2020-04-16 TUR 2019: dac
2020-04-16 ALL 2019: dac`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	v := d.AsOf(day("2020-12-31"))
	terms := dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Collective: "donors"}
	a, err := v.Ask(terms, dataset.Query{Year: 2019, Measure: "meeting"})
	if err != nil {
		t.Fatal(err)
	}
	if notes := dataset.NotesOf(a.Figures...); len(notes) != 2 || !notes[0].Qualifies() || notes[1].Qualifies() {
		t.Errorf("the count of 2019 has the notes %v, want the definition and the remark", notes)
	}
	before, _ := v.Figure("dac", "SWE", 2018, "oda")
	after, _ := v.Figure("dac", "SWE", 2019, "oda")
	if n := dataset.BreakBetween(before, after); n == nil || n.ID != "dac-swe-2019-definition" {
		t.Errorf("the break between 2018 and 2019 is %v, want the change of definition", n)
	}
	if h, o := v.History("dac", "SWE", 2018, "oda"); len(h) != 2 || len(o) != 0 {
		t.Errorf("2018 has the history %v and the former figures %v, want two figures that doubts and remarks do not separate", h, o)
	}
	other, _ := v.Figure("dac", "TUR", 2018, "oda")
	later, _ := v.Figure("dac", "TUR", 2019, "oda")
	if n := dataset.BreakBetween(other, later); n != nil {
		t.Errorf("the break between the figures of Türkiye is %s, want none", n.ID)
	}
}

// TestFormer checks that a change of definition is not a revision.
func TestFormer(t *testing.T) {
	d := sound(aidWith("[[note]]\nmeasure = \"oda\"\nmembers = [\"SWE\"]\nreleased_from = 2020-04-16\nkind = \"definition\"\ntext = \"Anew.\"\n"))
	v := d.AsOf(day("2020-12-31"))
	history, former := v.History("dac", "SWE", 2018, "oda")
	if len(history) != 1 || history[0].Value != 1.07 || len(former) != 1 || former[0].Value != 1.04 {
		t.Errorf("the history is %v and the former figures are %v, want 1.07 alone and 1.04", history, former)
	}
	if h, _ := v.History("dac", "TUR", 2018, "oda"); len(h) != 2 {
		t.Errorf("Türkiye, which counts as before, has the history %v", h)
	}
}
