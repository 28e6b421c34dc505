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
	files := golden.With(tiny(), changes)
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
	others := pictures(t)
	others["content/claims/marks.toml"] = claim("2019-05-01", "DNK/2018/meets", "acknowledged = 2020-04-16\n")
	others["content/claims/three.toml"] = claim("2019-04-20", "donors/2018/meeting", three)
	others["content/claims/late.toml"] = claim("2019-07-20", "donors/2018/meeting", three)
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

// pictures returns pictures beside articles: of so many pixels, of shapes, and a broken one.
func pictures(t *testing.T) map[string]string {
	files := map[string]string{
		"content/articles/drawing.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="400"/>`,
		"content/articles/half.png":    "\x89PNG\r\n\x1a\n",
	}
	for _, size := range [][2]int{{599, 315}, {600, 314}, {600, 315}, {601, 316}} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, size[0], size[1]))); err != nil {
			t.Fatal(err)
		}
		files[fmt.Sprintf("content/articles/p%dx%d.png", size[0], size[1])] = b.String()
	}
	return files
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

// TestReports holds what is said of a whole report, and what some of its files show.
func TestReports(t *testing.T) {
	cases := golden.Cases(t, "reports.txtar")
	golden.CheckCases(t, "reports.txtar", func(c golden.Case) string {
		changes := pictures(t)
		maps.Copy(changes, changesOf(t, cases, c))
		built, says := made(changes, strings.Fields(c.Part("flags"))...)
		for _, p := range c.Parts {
			name, shows := strings.CutPrefix(p.Name, "shows ")
			page, ok := built[name]
			lacks := func(line string) bool { return !strings.Contains(string(page), line) }
			if shows && (!ok || slices.ContainsFunc(strings.Split(strings.TrimSpace(string(p.Data)), "\n"), lacks)) {
				t.Errorf("%s: %s is\n%s", c.Name, name, page)
			}
		}
		return says
	})
}

// changesOf returns the files of a case, and of one that it is like, in the place of those of the tiny report.
func changesOf(t *testing.T, cases []golden.Case, c golden.Case) map[string]string {
	t.Helper()
	changes := map[string]string{}
	for _, o := range append(cases, c) {
		if o.Name != c.Name && o.Name != strings.TrimSpace(c.Part("like")) {
			continue
		}
		for _, p := range o.Parts {
			if name, edits := strings.CutPrefix(p.Name, "edit "); edits {
				from, to := golden.Edit(t, p)
				changes[name] = strings.Replace(string(tiny()[name].Data), from, to, 1)
			} else if strings.Contains(name, "/") && !strings.Contains(name, " ") {
				changes[name] = string(p.Data)
			}
		}
	}
	return changes
}
