package main

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/templates"
)

// A mistake is what an editor does to the tiny report in testdata/base, and
// all that is said of it.
type mistake struct {
	name  string
	edits []edit
	want  string
}

// An edit puts one text in the place of another; with nothing to replace it
// writes the whole file, and with nothing to write it deletes it.
type edit struct{ file, from, to string }

// front is a front matter without a mistake: the text begins on line 7 of
// content/articles/2019-06-01-trees.md.
const front = "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n\n"

// Pictures, and what may be wrong with them.
var (
	drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>`
	dot     = pngOf(20, 20)
	cut     = dot[:len(dot)/2]
	bomb    = claiming(dot, 100_000)
	empty   = "\x00"
)

// claiming gives a PNG that says it is so many pixels wide and high.
func claiming(src string, n uint32) string {
	b := []byte(src)
	binary.BigEndian.PutUint32(b[16:], n)
	binary.BigEndian.PutUint32(b[20:], n)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return string(b)
}

// mistaken gives the report with the edits made.
func mistaken(t *testing.T, edits []edit) fs.FS {
	t.Helper()
	changes := map[string]string{}
	for _, e := range edits {
		if !strings.HasPrefix(e.file, "templates/") {
			continue
		}
		_ = fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				src, _ := fs.ReadFile(templates.FS, name)
				changes["templates/"+name] = string(src)
			}
			return err
		})
	}
	for _, e := range edits {
		text := e.to
		if e.from != "" {
			old, ok := changes[e.file]
			if !ok {
				old = string(baseFiles()[e.file].Data)
			}
			if !strings.Contains(old, e.from) {
				t.Fatalf("%s has no %q", e.file, e.from)
			}
			text = strings.Replace(old, e.from, e.to, 1)
		}
		changes[e.file] = text
	}
	root := edited(changes)
	for name, text := range changes {
		if text == empty {
			root[name] = &fstest.MapFile{}
		}
	}
	return root
}

// TestEditorMistakes makes one mistake after another and holds what is said
// against the table, word by word.
func TestEditorMistakes(t *testing.T) {
	all := append(mistakesInText, mistakesInData...)
	if len(all) < 80 {
		t.Errorf("only %d mistakes", len(all))
	}
	got := map[string]string{}
	for _, m := range all {
		_, problems := buildEdited(t, mistaken(t, m.edits), "-check")
		if problems = strings.TrimSuffix(problems, "\n"); problems != m.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", m.name, problems, m.want)
		}
		got[m.name] = problems
	}
	if f := os.Getenv("GOT"); f != "" {
		data, _ := json.Marshal(got)
		_ = os.WriteFile(f, data, 0o666)
	}
}
