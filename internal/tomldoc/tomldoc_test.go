package tomldoc_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/diag"
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

func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a wrong type", "title = 5", "x.toml:3:9: title must be a text, not the number 5\n\thint: write title = \"…\" with quotation marks"},
		{"a wrong day", "date = \"2017-02-30\"", "x.toml:3:8: date: \"2017-02-30\" is not a day of the calendar"},
		{"an item of the wrong type", "tags = [\"a\", 7]", "x.toml:3:14: tags must be a list of texts, not the number 7"},
		{"an unknown key", "titel = \"x\"", "x.toml:3:1: unknown key \"titel\"\n\thint: did you mean \"title\"? all keys are in DOCS"},
		{"a missing key", "", "x.toml:3:1: need is missing"},
		{"no TOML", "title = \"a\"\ndate = = 3\nneed = 1", "x.toml:4:8: more than one equals sign\n\thint: write date = 3"},
		{"several at once", "title = 5\ndate = true\nneed = 1", "x.toml:4:8: date must be a day, not true"},
	} {
		doc, root := tomldoc.Parse(first, []byte(c.src))
		root.String("title")
		root.Date("date")
		root.Strings("tags")
		root.Require("need")
		root.Done("all keys are in DOCS")
		if got := doc.Errors().Error(); !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestMissingOrBroken checks that a key is not reported missing if an unreadable line may set it.
func TestMissingOrBroken(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"need = = 3", "x.toml:3:8: more than one equals sign\n\thint: write need = 3"},
		{"nede = = 3", "x.toml:3:8: more than one equals sign\n\thint: write nede = 3"},
		{"the need = 3", "x.toml:3:5: \"the need\" is more than one word\n\thint: a key is one word, such as the_need"},
		{"date = = 3", "x.toml:3:1: need is missing\n\thint: add a line need = …\nx.toml:3:8: more than one equals sign\n\thint: write date = 3"},
	} {
		doc, root := tomldoc.Parse(first, []byte(c.src))
		root.Require("need")
		errs := doc.Errors()
		if errs.Sort(); errs.Error() != c.want {
			t.Errorf("%q: got\n%s\nwant\n%s", c.src, errs, c.want)
		}
	}
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
