package dataset_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

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

// TestNothing loads a root without data.
func TestNothing(t *testing.T) {
	for _, root := range []fstest.MapFS{{}, {"data": {Data: []byte("a file")}}} {
		if _, errs := dataset.Load(root); !strings.Contains(errs.Error(), "data: ") || !strings.Contains(errs.Error(), "a report needs a folder data with members.csv") {
			t.Errorf("%v: %v", root, errs)
		}
	}
}

// TestFolders holds what is said of files of data/ that are not figures: nothing is left out in silence.
func TestFolders(t *testing.T) {
	root := rootOf(nil)
	for name, file := range map[string]*fstest.MapFile{
		"data/.hidden": {}, "data/.git/x": {}, "data/dac/.DS_Store": {}, "data/dac/old/x.csv": {}, "data/dac/notes.txt": {},
		"data/dac/April.csv": {}, "data/dac/2021-01-01.CSV": {}, "data/link": {Mode: 1 << 27}, "data/units.toml": {Mode: 1 << 27},
		"data/dac/2019-04-10.csv": {Mode: 1 << 27}, "data/dac/pipe": {Mode: 1 << 25},
	} {
		root[name] = file
	}
	d, errs := dataset.Load(root)
	errs.Sort()
	var got []string
	for _, e := range errs {
		got = append(got, e.Pos.File+": "+e.Msg)
	}
	want := []string{"data/dac/2019-04-10.csv: a symbolic link", "data/dac/2021-01-01.CSV: \"2021-01-01.CSV\" is not the name of a release", "data/dac/April.csv: \"April.csv\" is not the name of a release",
		"data/dac/notes.txt: this file is not used", "data/dac/old: this folder is not used", "data/dac/pipe: not a plain file", "data/link: a symbolic link", "data/units.toml: a symbolic link"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	slices.Sort(d.Ignored)
	if ignored := strings.Join(d.Ignored, " "); ignored != "data/.git/ data/.hidden data/dac/.DS_Store" {
		t.Errorf("ignored %s", ignored)
	}
}
