package dataset_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// small is a report on another subject: development aid.
var small = map[string]string{
	"data/members.csv": "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n" +
		"SWE,SE,Sweden,member,1965-01-01,Europe,,0,0\n" +
		"TUR,TR,Türkiye,member,1961-01-01,Europe,,1,0\n" +
		"ALL,,All donors,aggregate,,,,,\n",
	"data/measures.toml":   "[oda]\nname = \"Aid\"\nunit = \"percent\"\ndecimals = 2\n",
	"data/guidelines.toml": "[un]\nname = \"0.7% of GNI\"\nmeasure = \"oda\"\nat_least = 0.7\nadopted = 1970-10-24\n",
	"data/dac/source.toml": "name = \"DAC\"\npublisher = \"OECD\"\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n",
	"data/dac/2020-04-16.csv": "member,year,measure,value,status\n" +
		"SWE,2019,oda,0.99,actual\nTUR,2019,oda,1.15,estimate\nALL,2019,oda,0.30,actual\n",
}

// release is the file of its only release.
const release = "data/dac/2020-04-16.csv"

func load(changes map[string]string) (*dataset.Dataset, string) {
	return loadFor(changes, dataset.Terms{})
}

func loadFor(changes map[string]string, terms dataset.Terms) (*dataset.Dataset, string) {
	root := fstest.MapFS{}
	files := maps.Clone(small)
	maps.Copy(files, changes)
	for name, src := range files {
		if src != "gone" {
			root[name] = &fstest.MapFile{Data: []byte(src)}
		}
	}
	d, errs := dataset.LoadFor(root, terms)
	return d, errs.Error()
}

// sound is load of files in which nothing may be wrong.
func sound(changes map[string]string) *dataset.Dataset {
	d, errs := load(changes)
	if errs != "" {
		panic(errs)
	}
	return d
}

func TestLoadSmall(t *testing.T) {
	for name, changes := range map[string]map[string]string{
		"as it is": nil,
		"with a BOM and CRLF": {"data/dac/2020-04-16.csv": "\ufeff" + strings.ReplaceAll(small["data/dac/2020-04-16.csv"], "\n", "\r\n"),
			"data/members.csv": "\ufeff" + small["data/members.csv"]},
	} {
		d, errs := load(changes)
		if errs != "" {
			t.Fatalf("%s: %s", name, errs)
		}
		f := d.Figures[1]
		if len(d.Figures) != 3 || f.Value != 1.15 || f.Decimals != 2 || f.Status != dataset.Estimate || f.Pos.String() != "data/dac/2020-04-16.csv:3:1" {
			t.Errorf("%s: got %d figures, the second %+v", name, len(d.Figures), f)
		}
	}
}

// TestPercentKept checks that the name of a guideline is never broken before its sign.
func TestPercentKept(t *testing.T) {
	d, errs := load(map[string]string{"data/guidelines.toml": strings.Replace(small["data/guidelines.toml"], "0.7% of GNI", "0,7 % du RNB", 1)})
	if got := d.Guidelines["un"].Name.String(); errs != "" || got != "0,7\u00a0% du RNB" {
		t.Errorf("got %q, %s", got, errs)
	}
}

// TestMistakes holds what is said of mistakes in data.
func TestMistakes(t *testing.T) {
	golden.CheckCases(t, "mistakes.txtar", func(c golden.Case) string {
		_, got := load(changesOf(t, c))
		return got
	})
}

// changesOf returns the files that a case changes.
func changesOf(t *testing.T, c golden.Case) map[string]string {
	t.Helper()
	changes := map[string]string{}
	before := func(file string) string {
		if text, changed := changes[file]; changed {
			return text
		}
		return small[file]
	}
	for _, p := range c.Parts {
		does, file, _ := strings.Cut(p.Name, " ")
		text := string(p.Data)
		switch does {
		case "base":
			maps.Copy(changes, map[string]map[string]string{"aid": aid, "books": books}[file])
			continue
		case "rows":
			file, text = release, "member,year,measure,value,status\n"+text
		case "add":
			text = before(file) + text
		case "edit":
			from, to := golden.Edit(t, p)
			if !strings.Contains(before(file), from) {
				t.Fatalf("%s: %s has no %q", c.Name, file, from)
			}
			text = strings.Replace(before(file), from, to, 1)
		case "delete":
			text = "gone"
		}
		changes[file] = text
	}
	return changes
}

// TestUnreadableBytes names the place of bytes that are no text.
func TestUnreadableBytes(t *testing.T) {
	for file, c := range map[string]struct{ text, at string }{
		release:                {"member,year,measure,value,status\nSWE,2019,oda,\xff,actual\n", ":2:14"},
		"data/dac/source.toml": {"name = \"\xff\"\n", ":1:9"},
		"data/measures.toml":   {"[oda]\nname = \"\xff\"\n", ":2:9"},
	} {
		if _, got := load(map[string]string{file: c.text}); !strings.Contains(got, file+c.at+": text that is not UTF-8") {
			t.Errorf("%s: got\n%s", file, got)
		}
	}
}

// TestMissing checks that a member without a figure makes a count a lower bound, and that an edition in which too
// many are missing does not answer.
func TestMissing(t *testing.T) {
	rows := "data/dac/2020-04-16.csv"
	members := small["data/members.csv"] + "NOR,NO,Norway,member,1961-01-01,Europe,,2,0\nDNK,DK,Denmark,member,1963-01-01,Europe,,3,0\nFIN,FI,Finland,member,2019-12-31,Europe,,4,0\n"
	terms := dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Collective: "donors"}
	q := dataset.Query{Year: 2019, Measure: "meeting"}
	head := "member,year,measure,value,status\nSWE,2019,oda,0.99,actual\nTUR,2019,oda,0.70,actual\nNOR,2019,oda,0.69,actual\n"

	d := sound(map[string]string{"data/members.csv": members, rows: head + "DNK,2019,oda,0.71,actual\n"})
	a, err := d.AsOf(day("2020-05-01")).Ask(terms, q)
	if err != nil || a.Value != 3 || !a.AtLeast || a.Tally.Of() != 5 || a.Tally.Missing[0].Code != "FIN" {
		t.Errorf("four of five: got %+v, %v; want at least 3 of 5, Finland missing", a, err)
	}
	d, _ = load(map[string]string{"data/members.csv": members, rows: head + "ALL,2019,oda,0.30,actual\n"})
	if a, err := d.AsOf(day("2020-05-01")).Ask(terms, q); err == nil {
		t.Errorf("three of five: got %v, want no answer", a.Value)
	}
}

func FuzzRelease(f *testing.F) {
	f.Add([]byte(small["data/dac/2020-04-16.csv"]))
	f.Add([]byte("\ufeffmember,year,measure,value,status\r\nSWE,2019,oda,\"0,9\n9\",actual"))
	f.Add([]byte("member,year,measure,value,status\nSWE,2019,oda,--1,\"\n\"\"\nx"))
	f.Fuzz(func(t *testing.T, src []byte) {
		root := fstest.MapFS{}
		for name, text := range small {
			root[name] = &fstest.MapFile{Data: []byte(text)}
		}
		const file = "data/dac/2020-04-16.csv"
		root[file] = &fstest.MapFile{Data: src}
		d, errs := dataset.Load(root)
		for _, e := range errs {
			if e.Pos.File == file && (e.Pos.Line < 1 || e.Pos.Col < 1) {
				t.Errorf("%v has no place", e)
			}
		}
		for _, fig := range d.Figures {
			if fig.Value < 0 || fig.Value > 100 {
				t.Errorf("%v is outside the range", fig)
			}
		}
	})
}
