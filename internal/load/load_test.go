package load_test

import (
	"maps"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
	"burdenshare/internal/load"
	"burdenshare/internal/site"
)

func report() fstest.MapFS {
	return golden.With(nil, map[string]string{
		"config.toml":             "title = \"T\"\nbase_url = \"https://example.org/\"\nsource = \"dac\"\nmeasure = \"oda\"\nguideline = \"un\"\nsingular = \"donor\"\nplural = \"donors\"\ncollective = \"donors\"\n",
		"data/members.csv":        "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\nSWE,SE,Sweden,member,1965-01-01,Europe,,2,0\n",
		"data/measures.toml":      "[oda]\nname = \"Aid\"\nunit = \"percent\"\n",
		"data/guidelines.toml":    "[un]\nname = \"0.7%\"\nmeasure = \"oda\"\nat_least = 0.7\nadopted = 1970-10-24\n",
		"data/dac/source.toml":    "name = \"DAC\"\npublisher = \"DAC\"\ndefinition = \"d\"\nlicense = \"l\"\nredistribute = true\n\n[[release]]\ndate = 2020-04-16\ntitle = \"t\"\nurl = \"https://example.org/t\"\n",
		"data/dac/2020-04-16.csv": "member,year,measure,value,status\nSWE,2019,oda,0.99,actual\n",
		"content/articles/a.md":   "+++\ntitle = \"A\"\ndate = 2020-05-01\nsummary = \"S\"\n+++\nText.\n",
		"content/pages/b.md":      "+++\ntitle = \"B\"\n+++\nText.\n",
	})
}

// TestKeeping checks that a keeping Reader returns the same values for what has not changed, and the values of a new
// Reader for the rest.
func TestKeeping(t *testing.T) {
	var ask load.Options
	root := report()
	r := load.Keeping()
	read := func() site.State {
		t.Helper()
		from, sound, errs := r.Read(maps.Clone(root), ask)
		if !sound || errs.Failed() {
			t.Fatal(errs)
		}
		return from
	}
	first, again := read(), read()
	if first.Data != again.Data || first.Assets != again.Assets || first.Templates != again.Templates || first.Content.Articles[0] != again.Content.Articles[0] {
		t.Error("the same bytes were read twice")
	}
	config := string(root["config.toml"].Data)
	write := func(text string) { root["config.toml"] = &fstest.MapFile{Data: []byte(text)} }
	if write(config + "description = \"D\"\n"); read().Templates != first.Templates {
		t.Error("the templates were read again for a setting that they do not have")
	}
	for name, more := range map[string]string{"look": "[look]\nimprint = \"I\"\n", "language": "language = \"fr\"\n"} {
		before := read().Templates
		if write(config + more); read().Templates == before {
			t.Errorf("a change of %s was missed", name)
		}
	}
	write(config)
	first = read()
	root["content/articles/a.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"New\"\ndate = 2020-05-01\nsummary = \"S\"\n+++\nText.\n")}
	text := read()
	if text.Data != first.Data || text.Templates != first.Templates || text.Content.Pages[0] != first.Content.Pages[0] || text.Content.Articles[0] == first.Content.Articles[0] {
		t.Error("the change of one article changed another")
	}
	root["data/dac/2020-04-16.csv"] = &fstest.MapFile{Data: []byte("member,year,measure,value,status\nSWE,2019,oda,0.98,actual\n")}
	if data := read(); data.Data == text.Data || data.Data.Figures[0].Value != 0.98 || data.Templates != text.Templates {
		t.Error("a changed figure of the same length was missed, or more was read again")
	}

	root["data/dac/2020-04-16.csv"] = &fstest.MapFile{Data: []byte("member,year,measure,value,status\nSWE,2019,oda,x,actual\n")}
	for range 2 { // errors are kept too
		if _, sound, errs := r.Read(maps.Clone(root), ask); sound || !errs.Failed() {
			t.Error("data with a wrong figure are reported as sound")
		}
	}
}

// TestSavedMeanwhile checks that a Reader that keeps does not keep what a file had in it for an instant: an editor that
// saves empties a file before filling it.
func TestSavedMeanwhile(t *testing.T) {
	var ask load.Options
	r := load.Keeping()
	_, _, _ = r.Read(&emptied{MapFS: report(), name: "data/dac/2020-04-16.csv"}, ask)
	if _, sound, errs := r.Read(report(), ask); !sound || errs.Failed() {
		t.Errorf("what it was for an instant was kept: %v", errs)
	}
}

// emptied is a root with a file that is empty from the second time it is read.
type emptied struct {
	fstest.MapFS
	name string
	read bool
}

func (e *emptied) ReadFile(name string) ([]byte, error) {
	if name != e.name {
		return e.MapFS.ReadFile(name)
	}
	if e.read {
		return nil, nil
	}
	e.read = true
	return e.MapFS.ReadFile(name)
}
