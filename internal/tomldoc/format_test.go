package tomldoc

import (
	"strings"
	"testing"

	"burdenshare/internal/diag"
)

// TestCheck checks what an editor is told about the keys of a table.
func TestCheck(t *testing.T) {
	format := &Format{Name: "a source", Keys: []Key{
		{Name: "name", Type: Text, Required: true}, {Name: "since", Type: DayOr, OneOf: []string{"ever"}}, {Name: "release", Type: ManyTables},
	}}
	check := func(src string, read func(*Table)) string {
		doc, top := Parse(diag.Pos{File: "s.toml", Line: 1, Col: 1}, []byte(src))
		read(top)
		top.Check(format)
		return doc.Errors().Error()
	}
	all := func(top *Table) {
		top.String("name")
		if top.Has("since") && top.String("since") == "" {
			top.Date("since")
		}
		top.Tables("release")
	}
	for _, c := range []struct {
		name, src string
		read      func(*Table)
		want      string
	}{
		{"all is well", "name = \"N\"\nsince = \"ever\"\n[[release]]\n", all, ""},
		{"a key is missing", "since = \"ever\"\n", all, "s.toml:1:1: name is missing\n\thint: add a line name = \"…\""},
		{"a key is misspelt", "name = \"N\"\nsicne = \"ever\"\n", all, "s.toml:2:1: unknown key \"sicne\"\n\thint: did you mean \"since\"? a source has name, since, [[release]]"},
		{"a key is of nobody", "name = \"N\"\nx = 1\n", all, "s.toml:2:1: unknown key \"x\"\n\thint: a source has name, since, [[release]]"},
		{"a heading", "name = \"N\"\n[other]\nsince = \"ever\"\n", all, "s.toml:2:1: unknown table [other]\n\thint: delete the heading: the lines below it belong to it; a source has"},
		{"a key below a heading", "name = \"N\"\n[[release]]\nsince = \"ever\"\n", func(top *Table) {
			all(top)
			top.Tables("release")[0].Check(&Format{Name: "a release"}, format)
		}, "s.toml:3:1: since is below a heading and so belongs to it\n\thint: move its line above the first heading"},
		{"the reader knows more", "name = \"N\"\n", func(top *Table) { all(top); top.Int("year") }, "a bug in this program: a source has no key year"},
		{"the reader knows less", "name = \"N\"\n", func(top *Table) { top.String("name"); top.Tables("release") }, "a bug in this program: nothing reads the key since"},
		{"the reader wants another type", "name = \"N\"\n", func(top *Table) { all(top); top.Strings("name") }, "a bug in this program: the key name is a text but is read as a list of texts"},
	} {
		if got := check(c.src, c.read); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
