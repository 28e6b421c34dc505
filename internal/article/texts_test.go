package article_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/load"
)

const base = "../../cmd/build/testdata/base"

// tiny is a report on aid, which says of its two articles what the tests need.
var tiny = sync.OnceValue(func() fstest.MapFS { return golden.FS(filepath.FromSlash(base)) })

// reader keeps from one report to the next what has not changed.
var reader = load.Keeping()

// made builds the report as known in August 2026 with other files in the place of some.
func made(changes map[string]string, flags ...string) (map[string][]byte, string) {
	files := maps.Clone(tiny())
	for name, text := range changes {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	built, errs := build.MemoryBuild{Reader: reader}.Files(files, append([]string{"-root", base, "-as-of", "2026-08-01", "-check"}, flags...)...)
	errs.Sort()
	return built, errs.Error()
}

const (
	trees = "content/articles/2019-06-01-trees.md"
	front = "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n"
)

// tags are what a page holds besides its words.
var tags = regexp.MustCompile(`<[^>]*>`)

// checkTexts builds the texts of an archive, each behind the same beginning and in a file of its own: in one report those
// with parts that are shown, in another those of which an editor is told. seen returns what is shown, by the names of the
// parts.
func checkTexts(t *testing.T, archive, file, begin string, others map[string]string,
	seen func(built map[string][]byte, i int) map[string]string) {
	t.Helper()
	at, right, wrong := map[string]int{}, maps.Clone(others), maps.Clone(others)
	for i, c := range golden.Cases(t, archive) {
		at[c.Name] = i
		if text := begin + c.Part("text"); len(c.Parts) > 1 {
			right[fmt.Sprintf(file, i)] = text
		} else {
			wrong[fmt.Sprintf(file, i)] = text
		}
	}
	built, none := made(right)
	if none != "" {
		t.Error(none)
	}
	_, said := made(wrong)
	golden.CheckCases(t, archive, func(c golden.Case) string {
		shown := seen(built, at[c.Name])
		for _, p := range c.Parts[1:] {
			if want := strings.TrimSpace(string(p.Data)); !strings.Contains(shown[p.Name], want) {
				t.Errorf("%s:\n%s\nwant\n%s", c.Name, shown[p.Name], want)
			}
		}
		return saidOf(said, fmt.Sprintf(file, at[c.Name]))
	})
}

// saidOf returns what is said of a file, with its places alone.
func saidOf(said, file string) (of string) {
	its := false
	for line := range strings.Lines(said) {
		if !strings.HasPrefix(line, "\t") {
			its = strings.HasPrefix(line, file+":")
		}
		if its {
			of += strings.ReplaceAll(line, file+":", "")
		}
	}
	return of
}

// TestTexts holds what an article shows of a text, or what its editor is told.
func TestTexts(t *testing.T) {
	const three = "words = \"three\"\nacknowledged = 2020-04-16\n"
	others := map[string]string{
		"content/claims/marks.toml":    claim("2019-05-01", "DNK/2018/meets", "acknowledged = 2020-04-16\n"),
		"content/claims/three.toml":    claim("2019-04-20", "donors/2018/meeting", three),
		"content/claims/late.toml":     claim("2019-07-20", "donors/2018/meeting", three),
		"content/articles/drawing.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="400"/>`,
		"content/articles/half.png":    "\x89PNG\r\n\x1a\n",
	}
	for _, size := range [][2]int{{599, 315}, {600, 314}, {600, 315}, {601, 316}} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, size[0], size[1]))); err != nil {
			t.Fatal(err)
		}
		others[fmt.Sprintf("content/articles/p%dx%d.png", size[0], size[1])] = b.String()
	}
	file := strings.Replace(trees, "trees", "trees%d", 1)
	checkTexts(t, "texts.txtar", file, front, others, func(built map[string][]byte, i int) map[string]string {
		page, below, _ := strings.Cut(string(built[fmt.Sprintf("articles/trees%d/index.html", i)]), `<section class="evidence"`)
		if strings.Count(below, "<ul>") != strings.Count(below, "</ul>") {
			t.Errorf("a list of text %d has no end", i)
		}
		evidence, _, _ := strings.Cut(below, "</section>")
		return map[string]string{"shows": page, "evidence": words("<section" + evidence)}
	})
}

// words returns the words of a part of a page.
func words(page string) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(page, " ")), " ")
}

// claim returns the file of what was said on a day, with a fact and further keys.
func claim(date, fact, more string) string {
	return "said = \"Three of five reached the mark\"\nwho = \"Anna Berg\"\ndate = " + date + "\nwhere = \"Parliament\"\nurl = \"https://example.org/x\"\nfact = \"" + fact + "\"\n" + more
}

// TestClaims holds the verdicts of the editions on a claim, and what its editor is told.
func TestClaims(t *testing.T) {
	const begin = "who = \"Anna Berg\"\nwhere = \"Parliament\"\nurl = \"https://example.org/x\"\n"
	seen := func(built map[string][]byte, _ int) map[string]string {
		return map[string]string{"shows": words(string(built["claims/index.html"]))}
	}
	checkTexts(t, "claims.txtar", "content/claims/c%d.toml", begin, map[string]string{}, seen)
}

// TestFollows holds that what may follow from a file that cannot be read is not told beside it.
func TestFollows(t *testing.T) {
	texts := map[string]string{
		trees:                      front + "as_of = 2020-05-01\nmembers = [\"DKN\"]\n+++\n\n[0.98%](fact:SWE/2019) [0.70%](fact:DNK/2019)\n\n```chart\nkind = \"distance\"\nyear = 2017\nsource = \"bank\"\n```\n\n```claim\nid = \"none\"\n```\n\n[m](method.md)\n",
		"content/claims/five.toml": claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nown = \"dack\"\nmembers = [\"NRO\"]\n"),
	}
	const (
		article = trees + `:6:12: unknown member "DKN"`
		sweden  = trees + `:9:1: "0.98%" disagrees with 0.99% (DAC, released 2020-04-16: SWE 0.99)`
		denmark = trees + `:9:24: "0.70%" disagrees with 0.71% (DAC, released 2020-04-16: DNK 0.71)`
		chart   = trees + `:13:8: no edition of Bank known on 2020-05-01 has enough oda for 2017`
		block   = trees + `:18:6: unknown claim "none"`
		link    = trees + `:21:1: a link to content/articles/method.md, which does not exist`
		turned  = `content/claims/five.toml:1:1: warning: the verdict on this claim has turned: DAC bore it out with 3 of 5 (released 2019-04-10) and says otherwise with 2 of 5 (released 2020-04-16)`
		own     = `content/claims/five.toml:8:7: unknown source "dack"`
		member  = `content/claims/five.toml:9:12: unknown member "NRO"`
	)
	row := strings.Replace(string(tiny()["data/dac/2020-04-16.csv"].Data), "SWE,2019,oda,0.99", "SWE,2019,oda,much", 1)
	for _, c := range []struct {
		file, text string
		says       []string
	}{
		{"data/none.txt", "", []string{article, sweden, denmark, chart, block, link, turned, own, member, `data/none.txt: warning: this file is not used`}},
		{"data/dac/2020-04-16.csv", row, []string{article, denmark, chart, block, link, own, member, `data/dac/2020-04-16.csv:13:14: value "much" is not a number`}},
		{"data/dac/source.toml", ",=\n", []string{article, link, `data/dac/source.toml:1:3: , has no value`}},
		{"data/bank/2019-07-01.csv", ",=\n", []string{article, sweden, denmark, block, link, own, member, `data/bank/2019-07-01.csv:1:1: wrong header ",="`}},
		{"data/members.csv", ",=\n", []string{block, link, own, `data/members.csv:1:1: wrong header ",="`}},
		{"data/measures.toml", ",=\n", []string{article, link, `data/measures.toml:1:3: , has no value`}},
	} {
		changes := maps.Clone(texts)
		changes[c.file] = c.text
		_, errs := made(changes)
		var says []string
		for line := range strings.Lines(errs) {
			if !strings.HasPrefix(line, "\t") {
				says = append(says, strings.TrimSpace(line))
			}
		}
		if !slices.Equal(says, c.says) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.file, strings.Join(says, "\n     "), strings.Join(c.says, "\n     "))
		}
	}
}
