package main

import (
	"encoding/binary"
	"hash/crc32"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/chart/kind"
	"burdenshare/templates"
)

// A mistake is what an editor does to the tiny report in testdata/base, and all that is said of it.
type mistake struct {
	name  string
	edits []edit
	want  string
}

// An edit puts one text in the place of another; with nothing to replace it
// writes the whole file, and with nothing to write it deletes it.
type edit struct{ file, from, to string }

// front is a front matter without a mistake: the text begins on line 7 of content/articles/2019-06-01-trees.md.
const front = "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n\n"

// Pictures, and what may be wrong with them.
var (
	drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>`
	dot     = pngOf(20, 20)
	cut     = dot[:len(dot)/2]
	bomb    = claiming(dot, 100_000)
	located = strings.Replace(jpegOf(20, 20), "\xff\xd8", "\xff\xd8\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x88\x25\x00\x04\x00\x00\x00\x01"+strings.Repeat("\x00", 8), 1)
	empty   = "\x00"
)

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

// morePages is how many pages a fault in a template has besides the first: as many as the site has.
var morePages = regexp.MustCompile(`, and \d+ more\)`)

// TestEditorMistakes makes one mistake after another and holds what is said against the table, word by word.
func TestEditorMistakes(t *testing.T) {
	all := slices.Concat(mistakesInText, mistakesInData, mistakesLeftOpen, mistakesInReferences, mistakesInWords, mistakesTyped, mistakesDrawn, mistakesLinked)
	if len(all) < 370 {
		t.Errorf("only %d mistakes", len(all))
	}
	for _, m := range all {
		_, problems := buildEdited(t, mistaken(t, m.edits), "-check")
		problems = morePages.ReplaceAllString(strings.TrimSuffix(problems, "\n"), ", and more)")
		if want := strings.ReplaceAll(m.want, "KINDS", strings.Join(kind.All.Names(), ", ")); problems != want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", m.name, problems, want)
		}
	}
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
	if _, got := buildEdited(t, edited(map[string]string{"content/articles/2019-06-01-trees.md": text}), "-check"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
