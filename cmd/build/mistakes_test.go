package main

import (
	"encoding/binary"
	"hash/crc32"
	"io/fs"
	"os"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// An edit puts one text in the place of another; with nothing to replace it writes the whole file.
type edit struct{ file, from, to string }

// editsOf returns what a case in testdata/mistakes does to the tiny report in testdata/base: its parts are the text of
// an article, files that are written, edited or deleted, and pictures.
func editsOf(t *testing.T, c golden.Case) (edits []edit) {
	t.Helper()
	for _, p := range c.Parts {
		does, file, _ := strings.Cut(p.Name, " ")
		e, text := edit{file: file}, string(p.Data)
		switch does {
		case "text":
			e.file, e.to = article, front+text
		case "write":
			e.to = text
		case "edit":
			e.from, e.to = golden.Edit(t, p)
		case "picture":
			e.to = pictures[strings.TrimSpace(text)]
		case "delete":
			e.to = golden.Gone
		default:
			t.Fatalf("%s: unknown part %q", c.Name, p.Name)
		}
		edits = append(edits, e)
	}
	return edits
}

// drawing is a small picture.
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>`

// article is the file of most mistakes.
const article = "content/articles/2019-06-01-trees.md"

// front is a front matter without a mistake: the text begins on line 7 of content/articles/2019-06-01-trees.md.
const front = "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n\n"

// pictures has pictures, and what may be wrong with them.
var pictures = map[string]string{
	"dot":     dot,
	"cut":     dot[:len(dot)/2],
	"bomb":    claiming(dot, 100_000),
	"heic":    "\x00\x00\x00\x18ftypheic\x00",
	"located": strings.Replace(jpegOf(20, 20), "\xff\xd8", "\xff\xd8\xff\xe1\x00\x22"+placed, 1),
}

var dot = pngOf(20, 20)

// placed is the part of a photograph that says where it was taken.
const placed = "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00"

// claiming returns a PNG that says it is so many pixels wide and high.
func claiming(src string, n uint32) string {
	b := []byte(src)
	binary.BigEndian.PutUint32(b[16:], n)
	binary.BigEndian.PutUint32(b[20:], n)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return string(b)
}

// mistaken returns the report with the edits made.
func mistaken(t *testing.T, edits []edit) fs.FS {
	t.Helper()
	changes := map[string]string{}
	for _, e := range edits {
		text := e.to
		if e.from != "" {
			old, ok := changes[e.file]
			if name, own := strings.CutPrefix(e.file, "templates/"); own && !ok {
				src, _ := fs.ReadFile(templates.FS, name)
				old = string(src)
			} else if !ok {
				old = string(baseFiles()[e.file].Data)
			}
			if !strings.Contains(old, e.from) {
				t.Fatalf("%s has no %q", e.file, e.from)
			}
			text = strings.Replace(old, e.from, e.to, 1)
		}
		changes[e.file] = text
	}
	return edited(changes)
}

// TestEditorMistakes makes one mistake after another and holds all that is said of it against testdata/mistakes.
func TestEditorMistakes(t *testing.T) {
	n := 0
	for _, name := range mistakes(t) {
		golden.CheckCases(t, name, func(c golden.Case) string {
			n++
			_, problems := buildEdited(t, mistaken(t, editsOf(t, c)), "-check")
			return strings.ReplaceAll(problems, site.Version, "VERSION")
		})
	}
	if n < 370 {
		t.Errorf("only %d mistakes", n)
	}
}

// mistakes returns the files of testdata/mistakes.
func mistakes(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(os.DirFS("testdata"), "mistakes/*.txtar")
	golden.OK(t, err)
	return names
}
