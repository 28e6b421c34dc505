package main

import (
	"cmp"
	"encoding/binary"
	"hash/crc32"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// An edit puts one text in the place of another; with nothing to replace it writes the whole file, and with nothing to
// write it deletes it.
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
			e.to = cmp.Or(text, empty)
		case "edit":
			e.from, e.to = golden.Edit(t, p)
		case "picture":
			e.to = pictures[strings.TrimSpace(text)]
		case "delete":
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

// empty is what is written for an empty file.
const empty = "\x00"

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
	root := edited(changes)
	for name, text := range changes {
		if text == empty {
			root[name] = &fstest.MapFile{}
		}
	}
	return root
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
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestEditorFiveMistakes holds that one run reports to a new editor all that is wrong with a text.
func TestEditorFiveMistakes(t *testing.T) {
	const text = `+++
title = "Trees"
date = 2019-06-01
summery = "What trees have to do with it"
members = ["DNK", "SVE"]
+++

Sweden gave [1.05%](fact:SWE/2018), as [methods](../pages/methods.md#what-count) say.

![](wood.png)

` + "```chart\nkind = \"distance\"\nyaer = 2018\n```\n"
	const want = `content/articles/2019-06-01-trees.md:4:1: unknown key "summery"
	hint: did you mean "summary"? an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary
content/articles/2019-06-01-trees.md:5:19: unknown member "SVE"
	hint: did you mean "SWE"? all members are in data/members.csv
content/articles/2019-06-01-trees.md:8:13: "1.05%" disagrees with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: it is the figure of Bank, ?source=bank; that of DAC is at data/dac/2019-04-10.csv:10:1
content/articles/2019-06-01-trees.md:8:40: a link to #what-count, which is not on the page
	hint: did you mean "what-counts"? its headings are what-counts
content/articles/2019-06-01-trees.md:10:1: a picture wood.png, which does not exist
	hint: put the file below content/, preferably beside the text, and write its relative path
content/articles/2019-06-01-trees.md:10:1: an image without text for those who cannot see it
	hint: write ![what it shows](wood.png), or ![](wood.png "decorative") if it shows nothing
content/articles/2019-06-01-trees.md:14:1: unknown key "yaer"
	hint: did you mean "year"? the keys of a distance chart are kind, title, caption, measure, source, guideline, as_of, year, members, highlight, sort
`
	if _, got := buildEdited(t, edited(map[string]string{article: text}), "-check"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
