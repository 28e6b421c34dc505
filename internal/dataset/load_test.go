package dataset_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
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

// TestBadData lists errors in data and what the editor is told about them.
func TestBadData(t *testing.T) {
	const rel = "data/dac/2020-04-16.csv"
	figures := func(rows string) map[string]string {
		return map[string]string{rel: "member,year,measure,value,status\n" + rows}
	}
	emptied := func(file, text string) map[string]string {
		return map[string]string{file: strings.Replace(small[file], text, `""`, 1)}
	}
	member := func(row string) map[string]string {
		return map[string]string{"data/members.csv": small["data/members.csv"] + row + "\n"}
	}
	for _, c := range []struct {
		name    string
		changes map[string]string
		want    string
	}{
		{"wrong header", map[string]string{rel: "member,jahr,measure,value,status\n"}, rel + ":1:8: wrong header \"member,jahr,measure,value,status\"\n\thint: its first line is member,year,measure,value,status"},
		{"a release without statuses", map[string]string{rel: "member,year,measure,value\n"}, rel + ":1:21: wrong header \"member,year,measure,value\""},
		{"a header cut short", map[string]string{"data/members.csv": "code,iso2,name\n"}, "data/members.csv:1:11: wrong header \"code,iso2,name\""},
		{"empty file", map[string]string{rel: ""}, rel + ":1:1: the file is empty"},
		{"unknown member", figures("SEW,2019,oda,0.99,actual\n"), rel + ":2:1: unknown member \"SEW\"\n\thint: did you mean \"SWE\"?"},
		{"unknown measure", figures("SWE,2019,oad,0.99,actual\n"), rel + ":2:10: unknown measure \"oad\"\n\thint: did you mean \"oda\"?"},
		{"unknown year", figures("SWE,2O19,oda,0.99,actual\n"), rel + ":2:5: \"2O19\" is not a year of this release\n\thint: did you mean \"2019\"?"},
		{"eleven years ahead", figures("SWE,2031,oda,0.99,actual\n"), rel + ":2:5: \"2031\" is not a year"},
		{"a year far ahead", figures("SWE,2091,oda,0.99,actual\n"), rel + ":2:5: \"2091\" is not a year"},
		{"unknown status", figures("SWE,2019,oda,0.99,actuel\n"), rel + ":2:19: unknown status \"actuel\"\n\thint: did you mean \"actual\"?"},
		{"not a number", figures("SWE,2019,oda,0;99,actual\n"), rel + ":2:14: value \"0;99\" is not a number\n\thint: write 0.99"},
		{"no number at all", figures("SWE,2019,oda,..,actual\n"), rel + ":2:14: value \"..\" is not a number\n\thint: write digits"},
		{"empty value", figures("SWE,2019,oda,,actual\n"), "\n\thint: a figure that does not exist has no row"},
		{"NaN", figures("SWE,2019,oda,NaN,actual\n"), rel + ":2:14: value \"NaN\" is not a number"},
		{"infinity", figures("SWE,2019,oda,Inf,actual\n"), rel + ":2:14: value \"Inf\" is not a number"},
		{"an exponent", figures("SWE,2019,oda,1e1,actual\n"), rel + ":2:14: value \"1e1\" is not a number"},
		{"decimal comma", figures("SWE,2019,oda,\"0,99\",actual\n"), rel + ":2:14: value \"0,99\" is not a number\n\thint: write 0.99"},
		{"decimal comma without quotation marks", figures("SWE,2019,oda,0,99,actual\n"), rel + ":2:14: value \"0,99\" is not a number\n\thint: write 0.99"},
		{"a release without figures", figures(""), rel + ":1:1: a release without figures"},
		{"thousands", figures("SWE,2019,oda,\"1,234,567\",actual\n"), "\n\thint: write 1234567"},
		{"thousands or decimals", figures("SWE,2019,oda,\"13,314\",actual\n"), "\n\thint: write 13314 if the comma separates thousands, 13.314 if it separates decimals"},
		{"thousands without quotation marks", figures("SWE,2019,oda,13,314,actual\n"), "\n\thint: write 13314 if the comma separates thousands, 13.314 if"},
		{"a quotation mark without a second", figures("SWE,2018,oda,0.99,actual\n\"SWE,2019,oda,0.98,actual\nTUR,2019,oda,0.9,actual\n"), rel + ":3:1: not CSV: a quotation mark that is not closed"},
		{"text behind a quoted cell", figures("\"SWE\"x,2019,oda,0.98,actual\n"), rel + ":2:5: not CSV: a quotation mark that does not end its cell"},
		{"per cent sign", figures("SWE,2019,oda,0.99%,actual\n"), rel + ":2:14: value \"0.99%\" is not a number\n\thint: write 0.99"},
		{"a typographic minus", figures("SWE,2019,oda,−1,actual\n"), "\n\thint: write -1"},
		{"outside the range", figures("SWE,2019,oda,101,actual\n"), rel + ":2:14: value 101 is outside the range of oda\n\thint: oda ranges from 0 to 100"},
		{"below the range", figures("SWE,2019,oda,-0.1,actual\n"), rel + ":2:14: value -0.1 is outside the range of oda"},
		{"duplicate row", figures("SWE,2019,oda,0.99,actual\nSWE,2019,oda,0.98,actual\n"), rel + ":3:1: SWE 2019 oda is already on line 2"},
		{"too few cells", figures("SWE,2019,oda,0.99\n"), rel + ":2:1: 4 cells, not 5"},
		{"a quotation mark out of place", figures("SWE,20\"19,oda,0.99,actual\n"), rel + ":2:7: not CSV: a quotation mark in the middle of a cell"},
		{"a quotation mark behind an umlaut", figures("Ö,20\"19,oda,0.99,actual\n"), rel + ":2:5: not CSV: a quotation mark in the middle of a cell"},
		{"not UTF-8", figures("SWE,2019,oda,\xff,actual\n"), rel + ":2:14: text that is not UTF-8"},
		{"two problems in a row, two rows", figures("SEW,2019,oad,0.99,actual\nSWE,2019,oda,x,actual\n"), rel + ":2:10: unknown measure \"oad\"\n\thint: did you mean \"oda\"? measures are oda\n" + rel + ":3:14:"},

		{"no release entry", map[string]string{"data/dac/2021-04-13.csv": "x"}, "data/dac/2021-04-13.csv: no release 2021-04-13 in data/dac/source.toml\n\thint: add to source.toml a [[release]] with date = 2021-04-13, title and url"},
		{"no release file", map[string]string{rel: "gone"}, "data/dac/source.toml:4:8: release 2020-04-16 has no file data/dac/2020-04-16.csv"},
		{"a release twice", map[string]string{"data/dac/source.toml": small["data/dac/source.toml"] + "[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"}, "data/dac/source.toml:8:8: release 2020-04-16 is listed twice"},
		{"a release without a title", map[string]string{"data/dac/source.toml": strings.Replace(small["data/dac/source.toml"], "title = \"Aid\"\n", "", 1)}, "data/dac/source.toml:3:1: title is missing\n\thint: every figure has a source: add title, the name of the publication, and url, where it was found"},
		{"a release without an address", map[string]string{"data/dac/source.toml": strings.Replace(small["data/dac/source.toml"], "url = \"https://example.org/aid\"\n", "", 1)}, "data/dac/source.toml:3:1: url is missing\n\thint: every figure has a source"},
		{"an empty title of a release", emptied("data/dac/source.toml", "\"Aid\""), "data/dac/source.toml:5:9: title is empty\n\thint: write title ="},
		{"an empty address of a release", emptied("data/dac/source.toml", "\"https://example.org/aid\""), "data/dac/source.toml:6:7: url is empty"},
		{"an empty publisher", emptied("data/dac/source.toml", "\"OECD\""), "data/dac/source.toml:2:13: publisher is empty"},
		{"an empty name of a measure", emptied("data/measures.toml", "\"Aid\""), "data/measures.toml:2:8: name is empty"},
		{"an empty name of a guideline", emptied("data/guidelines.toml", "\"0.7% of GNI\""), "data/guidelines.toml:2:8: name is empty"},
		{"an empty reason", map[string]string{"data/dac/source.toml": small["data/dac/source.toml"] + "[[missing]]\ndate = 2019-04-16\ntitle = \"Aid\"\nwhy = \" \"\n"}, "data/dac/source.toml:10:7: why is empty"},
		{"a source that is not UTF-8", map[string]string{"data/dac/source.toml": "name = \"\xff\"\n"}, "data/dac/source.toml:1:9: text that is not UTF-8"},
		{"an error behind others", map[string]string{"data/dac/source.toml": small["data/dac/source.toml"] + "[[release]]\ntitle = \"Aid\"\n[[release]]\ndate = 2020-04-16\n[[release]]\ndate = 2019-04-16\n[[release]]\nnote = 1\n"}, "data/dac/source.toml:14:1: unknown key \"note\""},
		{"an address that is none", map[string]string{"data/dac/source.toml": strings.Replace(small["data/dac/source.toml"], "https://example", "example", 1)}, "data/dac/source.toml:6:7: url \"example.org/aid\" is not an http or https address\n\thint: write url = \"https://example.org/page\""},
		{"unknown release key", map[string]string{"data/dac/source.toml": small["data/dac/source.toml"] + "partail = true\n"}, "data/dac/source.toml:7:1: unknown key \"partail\"\n\thint: did you mean \"partial\"?"},
		{"a source without a name", map[string]string{"data/dac/source.toml": "publisher = \"OECD\"\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"}, "data/dac/source.toml:1:1: name is missing"},
		{"a folder without source.toml", map[string]string{"data/oecd/x.csv": ""}, "data/oecd/source.toml: the file is missing"},
		{"a file that nobody reads", map[string]string{"data/notes.txt": "hello"}, "data/notes.txt: warning: this file is not used"},

		{"member twice", member("SWE,SE,Sverige,member,1965-01-01,Europe,,5,5"), "data/members.csv:5:1: member SWE is listed twice\n\thint: each member has one row; the first is at data/members.csv:2:1"},
		{"an error behind another", member("SWE,SE,Sverige,member,1965-01-01,Europe,,5,5\nNOR,NO,,member,1961-01-01,Europe,,2,0"), "data/members.csv:6:8: member NOR has no name"},
		{"a code in small letters", member("nor,NO,Norway,member,1961-01-01,Europe,,2,0"), "data/members.csv:5:1: member code \"nor\""},
		{"half a tile", member("NOR,NO,Norway,member,1961-01-01,Europe,,2,"), "data/members.csv:5:43: tile_row \"\" is not a place on the tile map"},
		{"a shared tile", member("NOR,NO,Norway,member,1961-01-01,Europe,,1,0"), "data/members.csv:5:41: NOR has the same tile as TUR"},
		{"a tile that is no number", member("NOR,NO,Norway,member,1961-01-01,Europe,,x,0"), "tile_col \"x\" is not a place on the tile map"},
		{"unknown kind", member("NOR,NO,Norway,membr,1961-01-01,Europe,,2,0"), "data/members.csv:5:15: unknown kind \"membr\"\n\thint: did you mean \"member\"?"},
		{"no day of joining", member("NOR,NO,Norway,member,1961,Europe,,2,0"), "data/members.csv:5:22: joined: \"1961\" is not a day"},
		{"an aggregate that joined", member("EUR,,Europe,aggregate,1961-01-01,,,,"), "data/members.csv:5:23: joined of aggregate EUR is \"1961-01-01\""},
		{"columns count characters", member("Å,SE,Öst,member,1965-01-01,Europe,,5,5\nNOR,NO,Nörge,membr,,,,,"), "data/members.csv:6:14: unknown kind"},

		{"unknown unit", map[string]string{"data/measures.toml": "[oda]\nname = \"Aid\"\nunit = \"percnt\"\n"}, "data/measures.toml:3:8: unknown unit \"percnt\"\n\thint: did you mean \"percent\"?"},
		{"a measure of nothing", map[string]string{"data/measures.toml": small["data/measures.toml"] + "of = \"gni\"\n"}, "data/measures.toml:5:6: of: unknown measure \"gni\""},
		{"a measure named like a derived one", map[string]string{"data/measures.toml": small["data/measures.toml"] + "[rank]\nname = \"R\"\nunit = \"percent\"\n"}, "\"rank\" is the name of a derived measure"},
		{"a guideline for nothing", map[string]string{"data/guidelines.toml": strings.Replace(small["data/guidelines.toml"], "\"oda\"", "\"odda\"", 1)}, "data/guidelines.toml:3:11: unknown measure \"odda\"\n\thint: did you mean \"oda\"?"},
		{"a guideline without a mark", map[string]string{"data/guidelines.toml": strings.Replace(small["data/guidelines.toml"], "at_least", "floor", 1)}, "at_least is missing"},
		{"a mark misspelt", map[string]string{"data/guidelines.toml": strings.Replace(small["data/guidelines.toml"], "at_least", "atleast", 1)}, "unknown key \"atleast\"\n\thint: did you mean \"at_least\"?"},
		{"due before adopted", map[string]string{"data/guidelines.toml": small["data/guidelines.toml"] + "due = 1969-01-01\n"}, "data/guidelines.toml:6:7: due 1969-01-01 comes before adopted 1970-10-24"},
		{"semicolons", map[string]string{rel: "member;year;measure;value;status\n"}, "\n\thint: its first line is member,year,measure,value,status; separate cells with commas, not semicolons"},
		{"tabs", map[string]string{rel: "member\tyear\tmeasure\tvalue\tstatus\n"}, "separate cells with commas, not tabs"},
		{"one cell", figures("SWE\n"), rel + ":2:1: 1 cell, not 5"},
		{"too many digits", figures("SWE,2019,oda,0.12345678901234567890,actual\n"), "has too many digits"},
		{"sixteen digits", figures("SWE,2019,oda,1234567890123456,actual\n"), "has too many digits"},
		{"fifteen digits", figures("SWE,2019,oda,123456789012345,actual\n"), "is outside the range of oda"},
		{"ten decimals", figures("SWE,2019,oda,0.1234567890,actual\n"), "has too many digits"},
		{"a member without a name", member("NOR,NO,,member,1961-01-01,Europe,,2,0"), "data/members.csv:5:8: member NOR has no name"},
		{"a range upside down", map[string]string{"data/measures.toml": small["data/measures.toml"] + "min = 5\nmax = 4\n"}, "data/measures.toml:5:7: min is above max"},
		{"too many decimals", map[string]string{"data/measures.toml": strings.Replace(small["data/measures.toml"], "= 2", "= 10", 1)}, "data/measures.toml:4:12: decimals is 10\n\thint: write the number of decimals, 0 to 9"},
		{"fewer decimals than none", map[string]string{"data/measures.toml": strings.Replace(small["data/measures.toml"], "= 2", "= -1", 1)}, "decimals is -1"},
		{"measures that are not UTF-8", map[string]string{"data/measures.toml": "[oda]\nname = \"\xff\"\n"}, "data/measures.toml:2:9: text that is not UTF-8"},
		{"a scale of its own", map[string]string{"data/units.toml": "[dozens]\nplural = \"dozens\"\nscale = 12\n"}, "data/units.toml:3:9: scale is 12\n\thint: write 1, 1000, 1000000 or 1000000000"},
		{"a currency in words", map[string]string{"data/units.toml": "[eur]\nplural = \"euros\"\ncurrency = \"eur\"\n"}, "data/units.toml:3:12: \"eur\" is not a currency code"},
		{"a currency of four letters", map[string]string{"data/units.toml": "[eur]\nplural = \"euros\"\ncurrency = \"EURO\"\n"}, "\"EURO\" is not a currency code"},
		{"a currency with a sign in words", map[string]string{"data/units.toml": "[eur]\nplural = \"euros\"\nsymbol = \"€ per head\"\ncurrency = \"EUR\"\n"}, "data/units.toml:3:10: the symbol of a currency is words: \"€ per head\""},
		{"a unit without its words", map[string]string{"data/units.toml": "[eur]\nsymbol = \"€\"\n"}, "data/units.toml:1:1: plural is missing"},
		{"a unit twice", map[string]string{"data/units.toml": "[percent]\nplural = \"per cent\"\n"}, "data/units.toml:1:1: the unit \"percent\" is predefined"},
		{"a band upside down", map[string]string{"data/guidelines.toml": small["data/guidelines.toml"] + "at_most = 0.6\n"}, "data/guidelines.toml:6:11: at_most is below at_least"},
		{"an own mark in a band", map[string]string{"data/guidelines.toml": small["data/guidelines.toml"] + "at_most = 0.8\n[un.own]\nSWE = 1\n"}, "data/guidelines.toml:8:7: a mark of its own in a band"},
		{"an own mark of nobody", map[string]string{"data/guidelines.toml": small["data/guidelines.toml"] + "[un.own]\nSEW = 1\n"}, "unknown member \"SEW\"\n\thint: did you mean \"SWE\"?"},
		{"no members", map[string]string{"data/members.csv": "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\nALL,,All donors,aggregate,,,,,\n"}, "data/members.csv: no members"},
		{"no data at all", map[string]string{"data/members.csv": "gone"}, "data/members.csv: the file is missing\n\thint: its first line is code,iso2,name,kind"},
	} {
		if _, got := load(c.changes); !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
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
