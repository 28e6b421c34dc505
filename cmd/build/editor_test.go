package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"burdenshare/internal/command/build"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/load"
)

// baseFiles are those of the tiny report in testdata/base.
var baseFiles = sync.OnceValue(func() fstest.MapFS { return golden.FS(filepath.Join("testdata", "base")) })

// edited returns the tiny report with some of its files written anew.
func edited(changes map[string]string) fstest.MapFS { return golden.With(baseFiles(), changes) }

// kept is what all tests of this package build with, which follow one another: what has not changed from one report to
// the next is not read or painted again.
var kept = build.MemoryBuild{Reader: load.Keeping()} // suite.Run adds a folder of pictures

// keptFor returns kept or, for a report that does not look as the program does, the same with a reader for those, so that
// the program's templates and style sheets are read once.
func keptFor(root fs.FS) build.MemoryBuild {
	if bringsLook(root) {
		return build.MemoryBuild{Reader: looksReader, Pictures: kept.Pictures}
	}
	return kept
}

// bringsLook reports whether a report looks otherwise than the program has it.
func bringsLook(root fs.FS) bool {
	for _, name := range []string{"templates", "package.json"} {
		if _, err := fs.Stat(root, name); err == nil {
			return true
		}
	}
	config, _ := fs.ReadFile(root, "config.toml") // none is an error of the build
	return ownLooks.Match(config)
}

var (
	ownLooks    = regexp.MustCompile(`(?m)^\s*(\[+look|language)\b`)
	looksReader = load.Keeping()
)

// buildEdited builds a report in memory, as known on the first of August
// 2026, and returns its files and what is said of it.
func buildEdited(t *testing.T, root fs.FS, flags ...string) (map[string][]byte, string) {
	t.Helper()
	files, errs := keptFor(root).Files(root, append([]string{"-root", "testdata/base", "-as-of", "2026-08-01"}, flags...)...)
	return files, said(errs)
}

// said returns problems as the command prints them.
func said(errs diag.List) string {
	if len(errs) == 0 {
		return ""
	}
	return errs.Once().Error() + "\n"
}

// A flat picture of so many pixels.
func pngOf(w, h int) string {
	var b bytes.Buffer
	_ = png.Encode(&b, speckled(w, h)) // a buffer takes all
	return b.String()
}

func jpegOf(w, h int) string {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, speckled(w, h), nil)
	return b.String()
}

// speckled is a picture that grows smaller in a smaller size.
func speckled(w, h int) image.Image {
	m, n := image.NewNRGBA(image.Rect(0, 0, w, h)), uint32(1)
	for y := range h {
		for x := range w {
			n = n*1664525 + 1013904223
			m.SetNRGBA(x, y, color.NRGBA{uint8(n >> 28), uint8(n >> 27), 128, 255})
		}
	}
	return m
}

// frontMatter returns front with more keys.
func frontMatter(more string) string { return strings.Replace(front, "+++\n\n", more+"+++\n\n", 1) }

// TestEditorPictures builds an article in a folder of its own, with pictures beside it and elsewhere.
func TestEditorPictures(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>`
	root := edited(map[string]string{
		"content/articles/2019-06-01-trees/index.md": frontMatter("image = \"wood.jpg\"\n") +
			"![A wood of [](fact:SWE/2018)](wood.jpg)\n\n![A leaf](leaves/leaf.png \"Autumn\") ![](/line.svg \"decorative\")\n\n" +
			"[Large](wood.jpg), [methods](../../pages/methods.md), [three](../2019-05-02-three-donors.md)\n",
		"content/articles/2019-06-01-trees/wood.jpg":        jpegOf(1400, 700),
		"content/articles/2019-06-01-trees/leaves/leaf.png": pngOf(40, 30),
		"content/line.svg":                            svg,
		"content/articles/2019-06-02-held/index.md":   "+++\ntitle = \"Held\"\ndate = 2019-06-02\nsummary = \"S\"\ndraft = true\n+++\n",
		"content/articles/2019-06-02-held/secret.png": pngOf(5, 5),
		"content/pages/methods.md":                    "+++\ntitle = \"Methods\"\n+++\n\n## What counts\n\n[Trees](../articles/2019-06-01-trees/index.md) ![wood](../articles/2019-06-01-trees/wood.jpg)\n",
	})
	files, problems := buildEdited(t, root, "-strict")
	if problems != "" {
		t.Fatal(problems)
	}
	page := string(files["articles/trees/index.html"])
	for _, want := range []string{
		`<img src="../../articles/trees/wood.jpg" srcset="../../images/wood-`,
		`-480.jpg 480w, ../../images/wood-`,
		`../../articles/trees/wood.jpg 1400w" sizes="(min-width: 44rem) 42rem, calc(100vw - 2rem)" width="1400" height="700" alt="A wood of 1.04%">`, // the first is not lazy
		`<img src="../../articles/trees/leaves/leaf.png" width="40" height="30" loading="lazy" alt="A leaf" title="Autumn">`,
		`<img src="../../line.svg" width="30" height="20" loading="lazy" alt="">`,
		`<a href="../../articles/trees/wood.jpg">`,
		`<a href="../../methods/index.html">`,
		`<a href="../../articles/three-donors/index.html">`,
		`<meta property="og:image" content="https://example.org/aid/articles/trees/wood.jpg">`,
		`<meta property="og:image:width" content="1400">`,
		`<meta property="og:image:alt" content="A wood of 1.04%">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s:\n%s", want, page)
		}
	}
	copies := 0
	for name, data := range files {
		if strings.HasPrefix(name, "images/wood-") {
			copies++
			if m, err := jpeg.Decode(bytes.NewReader(data)); err != nil || m.Bounds().Dx() != 2*m.Bounds().Dy() {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if copies != 3 {
		t.Errorf("%d smaller copies, want 480, 720 and 1080 pixels", copies)
	}
	if !strings.Contains(string(files["methods/index.html"]), `src="../articles/trees/wood.jpg" srcset="../images/wood-`) {
		t.Error("a page shows the picture of an article otherwise")
	}
	if files["articles/trees/leaves/leaf.png"] == nil || files["articles/2019-06-01-trees/wood.jpg"] != nil || files["cards/articles/trees.png"] != nil {
		t.Error("an article's folder is not published as it should be")
	}
	for name := range files {
		if strings.Contains(name, "secret") || strings.Contains(name, "held") {
			t.Errorf("%s belongs to a draft", name)
		}
	}
}
