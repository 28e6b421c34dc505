package report_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/load"
)

// A sample is a fenced block of the guide.
type sample struct {
	language, file string // the words behind the fence
	text           string
	line           int
}

var fenceLine = regexp.MustCompile("^(```+)([^`]*)$")

// samples returns the fenced blocks of a Markdown text.
func samples(src string) []sample {
	var list []sample
	open := ""
	for i, line := range strings.Split(src, "\n") {
		m := fenceLine.FindStringSubmatch(line)
		switch {
		case open == "" && m != nil:
			open = m[1]
			language, file, _ := strings.Cut(strings.TrimSpace(m[2]), " ")
			list = append(list, sample{language: language, file: file, line: i + 1})
		case open != "" && m != nil && m[2] == "" && len(m[1]) >= len(open):
			open = ""
		case open != "":
			list[len(list)-1].text += line + "\n"
		}
	}
	return list
}

// picturesIn are the names of pictures that a text shows.
var picturesIn = regexp.MustCompile(`!\[[^\]]*\]\(([a-z]+\.(?:png|jpg))`)

// TestEditorGuide builds every example of docs/editors.md on the figures of this report: a block with a path is that
// file, any other stands in an article of its own. A block called wrong is answered by the text in the block behind it.
// A file that the report has holds what the guide says it holds.
func TestEditorGuide(t *testing.T) {
	guide := golden.Read(t, path.Join(repo, "docs/editors.md"))
	real := os.DirFS(repo)
	site := fstest.MapFS{}
	for name, data := range golden.Files(filepath.Join(repo, "content")) {
		site["content/"+name] = &fstest.MapFile{Data: data}
	}
	said := func(name, text string) string { // of one more article
		one := fstest.MapFS{name: {Data: []byte(text)}}
		for other, file := range site {
			if strings.HasPrefix(other, "content/pages/") {
				one[other] = file
			}
		}
		_, problems := built(over{real, one}, "-check")
		return problems
	}
	excerpt := func(text string) string {
		return "+++\ntitle = \"An example\"\ndate = 2026-08-01\nsummary = \"From the guide.\"\n+++\n\n" + text
	}
	blocks := samples(string(guide))
	files, excerpts := 0, 0
	for i, b := range blocks {
		switch {
		case b.language == "console", b.language == "text":
		case b.file == "wrong":
			if got := said("content/articles/example.md", excerpt(b.text)); got != blocks[i+1].text {
				t.Errorf("line %d: got\n%s\nwant\n%s", b.line, got, blocks[i+1].text)
			}
		case strings.HasPrefix(b.file, "content/"):
			files++
			site[b.file] = &fstest.MapFile{Data: []byte(b.text)}
			for _, m := range picturesIn.FindAllStringSubmatch(b.text, -1) {
				data := picture(640, 20, false)
				if path.Ext(m[1]) == ".jpg" {
					data = picture(1200, 630, true)
				}
				site[path.Join(path.Dir(b.file), m[1])] = &fstest.MapFile{Data: data}
			}
		case b.file != "":
			if data, err := fs.ReadFile(real, b.file); err != nil || !strings.Contains(string(data), b.text) {
				t.Errorf("line %d: %s does not hold this: %v", b.line, b.file, err)
			}
		default:
			excerpts++
			text := b.text
			if b.language != "markdown" {
				text = "```" + b.language + "\n" + text + "```\n"
			}
			site[fmt.Sprintf("content/articles/2026-08-01-example-%d.md", b.line)] = &fstest.MapFile{Data: []byte(excerpt(text))}
		}
	}
	if files < 6 || excerpts < 9 {
		t.Errorf("%d files and %d excerpts", files, excerpts)
	}
	published, problems := built(over{real, site}, "-check", "-strict")
	if problems != "" {
		t.Error(problems)
	}
	for _, name := range []string{"articles/the-last-one/index.html", "articles/a-shipyard/shipyard.jpg", "articles/a-name-in-haste/index.html", "blog/haste.html", "contact/index.html"} {
		if published[name] == nil {
			t.Errorf("no %s", name)
		}
	}
}

// reader keeps the figures and templates, which all examples share.
var reader = load.Keeping()

// built makes the report of a root as known on 1 August 2026, and returns its files and what is said of it.
func built(root fs.FS, flags ...string) (map[string][]byte, string) {
	files, errs := build.MemoryBuild{Reader: reader}.Files(root, append([]string{"-root", repo, "-as-of", "2026-08-01"}, flags...)...)
	if len(errs) == 0 {
		return files, ""
	}
	return files, errs.Once().Error() + "\n"
}

// picture returns an empty picture of so many pixels.
func picture(w, h int, photo bool) []byte {
	var b bytes.Buffer // takes all
	if m := image.NewGray(image.Rect(0, 0, w, h)); photo {
		_ = jpeg.Encode(&b, m, nil)
	} else {
		_ = png.Encode(&b, m)
	}
	return b.Bytes()
}

// over lays other articles in the place of those of a report, whose data, settings and templates stay.
type over struct {
	base fs.FS
	top  fstest.MapFS
}

// Open opens a file of the articles or of the report.
func (o over) Open(name string) (fs.File, error) {
	if name == "content" || strings.HasPrefix(name, "content/") {
		return o.top.Open(name)
	}
	return o.base.Open(name)
}
