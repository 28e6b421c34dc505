package build

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/input"
	"burdenshare/internal/load"
	"burdenshare/internal/raster"
	"burdenshare/internal/tempdir"
)

func TestMain(m *testing.M) { os.Exit(tempdir.Main(m)) }

// An edited report is one that somebody works at, whose site is built again and again into the same folder.
type editedReport struct {
	rnd   *rand.Rand
	base  fs.FS
	root  string
	texts [4][]int // of each article, the choice of every aspect
}

func (r *editedReport) at(name string) string { return filepath.Join(r.root, filepath.FromSlash(name)) }

func (r *editedReport) write(name, text string) error {
	return errors.Join(os.MkdirAll(filepath.Dir(r.at(name)), 0o755), os.WriteFile(r.at(name), []byte(text), 0o644))
}

// either writes a file of the base as it was, or with something else in it.
func (r *editedReport) either(name, from, to string) error {
	src, err := fs.ReadFile(r.base, name)
	if text := string(src); err == nil && r.rnd.IntN(2) == 0 {
		src = []byte(strings.Replace(text, from, to, 1))
		if string(src) == text {
			err = errors.New(name + " lacks " + from)
		}
	}
	return errors.Join(err, r.write(name, string(src)))
}

// aspects are what the front matter and the text of an article are made of, each with what it may be. The first of each
// is that of the beginning.
var aspects = [][]string{
	{"title = \"A\"\n", "title = \"B\"\n", "title = \"On [1.04%](fact:SWE/2018)\"\n"},
	{"summary = \"S\"\n", "summary = \"T\"\n"},
	{"date = 2019-05-02\n", "date = 2019-05-01\n", "date = 2019-05-25\n"},
	{"", "slug = \"s%d\"\n"},
	{"", "", "aliases = [\"/old-%d/\"]\n"},
	{"", "", "", "draft = true\n"},
	{"tags = [\"Nordics\"]\n", "tags = [\"Other\", \"Nordics\"]\n"},
	{"members = [\"SWE\"]\n", "members = [\"DNK\"]\n"},
	{"", "as_of = \"latest\"\n", "updated = 2019-07-01\n", "image = \"../a.png\"\n"},
	{"+++\n\n"},
	{"[All](a0.md) [of](a1.md) [the](a2.md) [four](a3.md).\n", "A [link](a0.md).\n", "Links [to](a1.md) [articles](a2.md).\n"},
	{"", "\nSweden gave [1.04%](fact:SWE/2018), a grant.\n", "\n| A |\n| --- |\n| b |\n", "\n## H\n\n[The first](2019-05-02-three-donors.md)\n", "\n2% of it.\n"},
	{"", "", "", "\n```chart\nkind = \"distance\"\nyear = 2018\n```\n", "\n```chart\nkind = \"distance\"\nyear = 2018\ntitle = \"Mine\"\n```\n", "\n```claim\nid = \"c\"\n```\n", "\n![words](../a.png)\n"},
}

// addressAspect is that which the pages of other articles show.
const addressAspect = 3

// article changes something in one of four articles. They lead to one another, so the address of one is on the page of
// another.
func (r *editedReport) article() error {
	n, of := r.rnd.IntN(len(r.texts)), addressAspect
	if r.rnd.IntN(4) > 0 {
		of = r.rnd.IntN(len(aspects))
	}
	was := aspects[of][r.texts[n][of]]
	for range 10 {
		if r.texts[n][of] = r.rnd.IntN(len(aspects[of])); aspects[of][r.texts[n][of]] != was {
			break
		}
	}
	return r.writeArticle(n)
}

func (r *editedReport) writeArticle(n int) error {
	var b strings.Builder
	b.WriteString("+++\n")
	for i, of := range aspects {
		b.WriteString(strings.ReplaceAll(of[r.texts[n][i]], "%d", strconv.Itoa(n)))
	}
	return r.write(fmt.Sprintf("content/articles/a%d.md", n), b.String())
}

// damage changes a file of a folder.
func (r *editedReport) damage(dir string) error {
	var files []string
	err := filepath.WalkDir(r.at(dir), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return nil // it need not be there
	})
	if err != nil || len(files) == 0 {
		return err
	}
	name := files[r.rnd.IntN(len(files))]
	src, err := os.ReadFile(name)
	if err != nil || len(src) == 0 {
		return err
	}
	if n := r.rnd.IntN(len(src)); r.rnd.IntN(2) == 0 {
		src[n] ^= 1
	} else {
		src = src[:n]
	}
	return os.WriteFile(name, src, 0o644)
}

// edits are what may happen between two builds.
func (r *editedReport) edits() []func() error {
	remove := func(name string) func() error { return func() error { return os.RemoveAll(r.at(name)) } }
	const donors = "content/articles/2019-05-02-three-donors.md"
	return []func() error{
		r.article,
		func() error {
			return os.RemoveAll(r.at(fmt.Sprintf("content/articles/a%d.md", r.rnd.IntN(len(r.texts)))))
		},
		func() error { return r.either(donors, "by the", "by another") },
		func() error { return r.either(donors, "title = \"", "title = \"On \"") }, // which is an error
		func() error { return os.Rename(r.at(donors), r.at("content/articles/2019-05-02-others.md")) },
		func() error {
			return errors.Join(r.write(donors, ""), remove("content/articles/2019-05-02-others.md")(), r.either(donors, "\n\n", "\n\n\n"))
		},
		func() error {
			return r.either("data/dac/2020-04-16.csv", "actual\n", "actual\nSWE,2014,oda,1.01,actual\n")
		},
		func() error { return r.either("data/members.csv", "Sweden", "The Swedes") },
		func() error { return r.either("config.toml", "Who gives", "Who gives what") },
		func() error { return r.either("content/pages/methods.md", "What counts", "What is counted") },
		func() error {
			return r.write("content/pages/glossary.md", fmt.Sprintf("+++\ntitle = \"Words\"\n+++\n\n## Grant\n\nA gift, says %d.\n", r.rnd.IntN(2)))
		},
		remove("content/pages/glossary.md"),
		func() error {
			return r.write("content/claims/c.toml", fmt.Sprintf("who = \"W%d\"\nsaid = \"[1.04%%](fact:SWE/2018)\"\ndate = 2019-05-01\nfact = \"SWE/2018\"\nwords = \"1.04%%\"\nurl = \"https://example.org/\"\n", r.rnd.IntN(2)))
		},
		remove("content/claims"),
		func() error {
			var b bytes.Buffer
			err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 700+r.rnd.IntN(2), 400)))
			return errors.Join(err, r.write("content/a.png", b.String()))
		},
		func() error {
			return r.write("templates/assets/member.css", fmt.Sprintf("p { margin: %dpx }\n", r.rnd.IntN(3)))
		},
		func() error { return r.own("article.html", "<h1>", "<h1>{{len .Site.Articles}}: ") },
		func() error { return r.own("foot.html", "<footer", "<footer data-of=\"{{len .Site.Articles}}\"") },
		func() error { return r.own("strings.toml", "Cite this page:", "Quote this page:") },
		func() error { return r.own("lexicon.en.toml", "\"percent\"", "\"pourcent\"") },
		remove("templates"), remove("templates"),
		func() error { return r.write("public/404.html", "by hand") },
		func() error { return r.damage("public/articles") },
		func() error { return r.damage(".cache") }, func() error { return r.damage(".cache") },
		remove("public/articles"), remove("public"), remove(".cache/build"), remove(".cache/texts"), remove(".cache/pictures"), remove(".cache"),
	}
}

// own lays a changed template over that of the program.
func (r *editedReport) own(name, from, to string) error {
	src, err := os.ReadFile("../../../templates/" + name)
	if err == nil && !strings.Contains(string(src), from) {
		err = errors.New(name + " lacks " + from)
	}
	return errors.Join(err, r.write("templates/"+name, strings.Replace(string(src), from, to, 1)))
}

// TestRandomEdits edits texts, data, settings, templates, the site and the cache at random, going back and forth. Each
// time the site in its folder is that of a build that has neither folder nor cache on the disk: forty times, four hundred
// with LONG=1 in the environment, and twenty in short mode.
func TestRandomEdits(t *testing.T) {
	times := golden.Trials(20, 40, 400)
	r := &editedReport{rnd: rand.New(rand.NewPCG(2026, 14)), base: os.DirFS("../../../cmd/build/testdata/base")}
	r.root = golden.Copy(t, r.base)
	for n := range r.texts {
		r.texts[n] = make([]int, len(aspects))
		golden.OK(t, r.writeArticle(n))
	}
	opened := golden.OpenRoot(t, r.root)
	edited, clean := MemoryBuild{Reader: load.Rereading()}, cleanly(t, t.TempDir())
	edits, built := r.edits(), 0
	for i := range times {
		n := r.rnd.IntN(len(edits))
		if r.rnd.IntN(3) > 0 {
			n = 0 // an article
		}
		before, texts := r.sources(), r.texts
		for k := range texts {
			texts[k] = slices.Clone(texts[k])
		}
		_ = edits[n]() // what is to be renamed may not be there
		said, ok := edited.Silently("-root", r.root, "-as-of", "2026-06-01")
		want, errs := clean.Files(input.Open(opened), "-root", r.root, "-as-of", "2026-06-01")
		if ok == errs.Failed() {
			t.Fatalf("after edit %d, of kind %d: built is %v: %s; cleanly: %v", i, n, ok, said, errs)
		}
		if !ok {
			r.texts = texts
			golden.OK(t, r.undo(before))
			continue
		}
		built++
		if name := r.differing(want); name != "" {
			t.Fatalf("after edit %d, of kind %d, /%s is not as a clean build makes it", i, n, name)
		}
	}
	if built < times/2 {
		t.Errorf("of %d builds %d failed", times, times-built)
	}
}

// editable is what editors write in a report.
var editable = []string{"config.toml", "content", "data", "templates"}

// sources returns the files that an editor writes.
func (r *editedReport) sources() map[string][]byte {
	found := golden.Files(r.root)
	maps.DeleteFunc(found, func(name string, _ []byte) bool {
		top, _, _ := strings.Cut(name, "/")
		return !slices.Contains(editable, top)
	})
	return found
}

// undo brings back the sources as they were.
func (r *editedReport) undo(before map[string][]byte) error {
	for _, name := range editable {
		if err := os.RemoveAll(r.at(name)); err != nil {
			return err
		}
	}
	for name, text := range before {
		if err := r.write(name, string(text)); err != nil {
			return err
		}
	}
	return nil
}

// cleanly returns what builds a report as if nothing of it were on the disk but pictures, which it keeps in a folder.
func cleanly(t *testing.T, pictures string) MemoryBuild {
	t.Helper()
	root := golden.OpenRoot(t, pictures)
	return MemoryBuild{Reader: load.Keeping(), Pictures: raster.OpenCache(root)}
}

// differing returns the name of a file of the site, but for the manifest, that has other bytes than it should; "" for
// none.
func (r *editedReport) differing(want map[string][]byte) string {
	is := golden.Files(r.at("public"))
	delete(is, "manifest.json")
	delete(is, ".gitignore")
	return golden.Differing(is, want)
}
