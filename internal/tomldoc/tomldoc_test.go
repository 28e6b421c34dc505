package tomldoc_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/tomldoc"
)

var first = diag.Pos{File: "x.toml", Line: 3, Col: 1}

// failing is a folder whose files cannot be read.
type failing struct{ fstest.MapFS }

func (failing) ReadFile(name string) ([]byte, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestRead(t *testing.T) {
	folder := fstest.MapFS{"mark.toml": {Data: []byte("\ufeffa = 1\n")}, "latin.toml": {Data: []byte("# Einwohner\na = \"\xfc\"\n")}}
	for _, c := range []struct {
		folder     fs.FS
		name, want string
	}{
		{folder, "mark.toml", "in/mark.toml:1:5: a must be a text, not the number 1"},
		{folder, "latin.toml", "in/latin.toml:2:6: text that is not UTF-8\n\thint: save the file as UTF-8"},
		{failing{}, "a.toml", "in/a.toml: the file cannot be read: permission denied\n\thint: it must be a plain file below the root that may be read"},
	} {
		doc, top := tomldoc.Read(c.folder, "in", c.name)
		if got := top.String("a"); got != "" || len(doc.Errors()) != 1 || !strings.HasPrefix(doc.Errors().Error(), c.want) {
			t.Errorf("%s: %q, %v, want %s", c.name, got, doc.Errors(), c.want)
		}
	}
	if doc, _ := tomldoc.Read(folder, "in", "none.toml"); doc != nil {
		t.Errorf("of no file: %v", doc.Errors())
	}
}

func TestPlaces(t *testing.T) {
	src := "# a comment\n" +
		"title = \"Sechs \\u00fcber\\\" acht\" # Umlaut\n" +
		"members = [\"GBR\",\n  'USA', # not \"]\"\n  \"EST\"]\n" +
		"point = { x = 1, \"y z\" = 2 }\n" +
		"[[release]]\ndate = 2016-07-04\n" +
		"[[release]]\ndate = 2017-03-13\nnotes = \"\"\"\na \"quoted\" word\"\"\"\n"
	doc, root := tomldoc.Parse(first, []byte(src))
	if errs := doc.Errors(); len(errs) > 0 {
		t.Fatal(errs)
	}
	releases := root.Tables("release")
	if len(releases) != 2 {
		t.Fatalf("got %d releases, want 2", len(releases))
	}
	for _, c := range []struct {
		what string
		got  diag.Pos
		want string
	}{
		{"a key", root.KeyPos("title"), "x.toml:4:1"},
		{"a value", root.ValuePos("title"), "x.toml:4:9"},
		{"inside a text, before escapes", root.Inside("title", 6), "x.toml:4:16"},
		{"inside a text, behind escapes", root.Inside("title", len("Sechs über\" ")), "x.toml:4:28"},
		{"an item", root.ItemPos("members", 0), "x.toml:5:12"},
		{"an item on a later line", root.ItemPos("members", 2), "x.toml:7:3"},
		{"an item that does not exist", root.ItemPos("members", 3), "x.toml:5:11"},
		{"the text", root.Pos(), "x.toml:3:1"},
		{"an inline table's key", root.Table("point").KeyPos("y z"), "x.toml:8:18"},
		{"a table in a list", releases[1].Pos(), "x.toml:11:1"},
		{"a value in a table in a list", releases[1].ValuePos("date"), "x.toml:12:8"},
		{"inside a text of many lines", releases[1].Inside("notes", 3), "x.toml:14:4"},
		{"an absent key is where its table is", releases[0].KeyPos("url"), "x.toml:9:1"},
	} {
		if c.got.String() != c.want {
			t.Errorf("%s: got %s, want %s", c.what, c.got, c.want)
		}
	}
}

// TestFindings holds what is said of the keys title, date and tags, of one that is needed, and of others.
func TestFindings(t *testing.T) {
	golden.CheckLines(t, "findings.txt", func(line string) string {
		doc, root := tomldoc.Parse(first, []byte(strings.ReplaceAll(line, "⏎", "\n")))
		root.String("title")
		root.Date("date")
		root.Strings("tags")
		root.Require("need")
		root.Done("all keys are in DOCS")
		errs := doc.Errors()
		errs.Sort()
		return errs.Error()
	})
}

// source is the format of the tables of TestCheck.
var source = &tomldoc.Format{Name: "a source", Keys: []tomldoc.Key{{Name: "name", Type: tomldoc.Text, Required: true},
	{Name: "since", Type: tomldoc.DayOr, OneOf: []string{"ever"}}, {Name: "release", Type: tomldoc.ManyTables}}}

// readers read a source: most of them not as its format says, which is a bug.
var readers = map[string]func(*tomldoc.Table){
	"more": func(t *tomldoc.Table) { t.Int("year") }, "other": func(t *tomldoc.Table) { t.Strings("name") },
}

// TestCheck checks what an editor is told about the keys of a table, and its program about how they are read.
func TestCheck(t *testing.T) {
	golden.CheckLines(t, "formats.txt", func(line string) string {
		reader, src, _ := strings.Cut(line, " ")
		doc, top := tomldoc.Parse(first, []byte(strings.ReplaceAll(src, "⏎", "\n")))
		top.String("name")
		if reader != "less" && top.Has("since") && top.String("since") == "" {
			top.Date("since")
		}
		for _, release := range top.Tables("release") {
			release.Check(&tomldoc.Format{Name: "a release"}, source)
		}
		if read := readers[reader]; read != nil {
			read(top)
		}
		top.Check(source)
		return doc.Errors().Error()
	})
}

// TestLongNumbers holds what is said of more digits than a number has.
func TestLongNumbers(t *testing.T) {
	digits := strings.Repeat("1234567890", 40)
	for value, want := range map[string]string{
		digits:               "n is too large a number\n\thint: write at most 15 digits before the point",
		"\"" + digits + "\"": `n must be a number, not the text "` + digits[:59] + "…" + digits[380:] + `"`,
	} {
		doc, root := tomldoc.Parse(first, []byte("n = "+value))
		root.Float("n", 7)
		if err := doc.Errors().Error(); root.Broken("n") != strings.Contains(err, "too large") || !strings.Contains(err, want) {
			t.Errorf("%s: %s, want %s", value, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("a = 1\n[b.c]\nd = [1, {e = \"f\"}]\n[[g]]\nh = '''x'''"))
	f.Add([]byte("a = \"\"\"\\"))
	f.Add([]byte("\"a"))
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, root := tomldoc.Parse(first, src)
		for _, k := range root.Names() {
			root.String(k)
			root.Strings(k)
			root.Inside(k, 3)
		}
		root.Done("")
		for _, e := range doc.Errors() {
			if e.Pos.Line < first.Line {
				t.Errorf("%v has no place", e)
			}
		}
	})
}
