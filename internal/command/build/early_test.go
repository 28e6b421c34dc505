package build

import (
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/input"
	"burdenshare/internal/publish"
	"burdenshare/internal/raster"
	"burdenshare/internal/site"
)

// TestEarly holds that what a build makes of charts and figures is on the disk, or with -check forgotten, and not in
// memory until all of it is there.
func TestEarly(t *testing.T) {
	root := golden.OpenRoot(t, "../../../cmd/build/testdata/base")
	dir := t.TempDir()
	for _, e := range []*early{{}, {out: path.Join(dir, "public")}, {tar: path.Join(dir, "site.tar")},
		{out: path.Join(dir, "both"), tar: path.Join(dir, "both.tar")}} {
		o, _ := MemoryBuild{}.parseOptions("build", []string{"-as-of", "2026-06-01"}, io.Discard, io.Discard)
		r := &report{options: o, stdout: io.Discard, stderr: io.Discard, early: e}
		files := build(input.Open(root), o, r)
		if r.failed() || len(files) < 100 {
			t.Fatal(len(files), r.errs)
		}
		sizes, kinds := r.early.sizes(files), map[string]int{}
		for name, data := range files {
			if kind := path.Ext(name); slices.Contains([]string{".csv", ".xlsx", ".svg", ".png", ".js"}, kind) {
				kinds[kind]++
				if data != nil || sizes[name] == 0 {
					t.Errorf("%s of %d bytes is in memory", name, sizes[name])
				}
			}
		}
		if len(kinds) != 5 {
			t.Errorf("there are only %v", kinds)
		}
		if e.out+e.tar == "" {
			continue
		}
		stats, err := e.write(publish.BuildInfo{}, files)
		if err != nil || stats.Files != len(files)+1 {
			t.Errorf("%s%s: %d files of %d, %v", e.out, e.tar, stats.Files, len(files), err)
		}
	}
}

// edited returns a report in a folder, and what gives one of its articles another text.
func edited(t *testing.T) (dir string, root *os.Root, edit func(text string)) {
	t.Helper()
	dir = golden.Copy(t, os.DirFS("../../../cmd/build/testdata/base"))
	root = golden.OpenRoot(t, dir)
	return dir, root, func(text string) {
		t.Helper()
		article := "+++\ntitle = \"T\"\ndate = 2019-05-03\nsummary = \"S\"\n+++\n\n" + text
		golden.OK(t, root.WriteFile("content/articles/a.md", []byte(article), 0o666))
	}
}

// TestKeys holds that pages of figures and the files of charts are made of the same while articles are edited.
func TestKeys(t *testing.T) {
	dir, root, edit := edited(t)
	keys := func(article string) map[string]site.FileKey {
		edit(article)
		o, _ := MemoryBuild{}.parseOptions("build", []string{"-root", dir, "-out", path.Join(dir, "public"), "-as-of", "2026-06-01"}, io.Discard, io.Discard)
		r := &report{options: o, stdout: io.Discard, stderr: io.Discard, early: &early{out: o.out}, last: o.openLast(root)}
		defer r.early.discard()
		o.Pictures = raster.OpenCache(root)
		if build(input.Open(root), o, r); r.failed() {
			t.Fatal(r.errs)
		}
		return r.last.keys
	}
	const chart = "```chart\nkind = \"trend\"\nmembers = [\"DNK\"]\n```\n"
	was, is := keys("One.\n\n"+chart), keys("Two.\n\n"+chart)
	for _, name := range []string{"members/sweden/index.html", "years/2018/index.html", "data/figures/swe/index.html", "data/figures.xlsx", "cards/members/sweden.png",
		"charts/trend-dnk/index.html", "charts/trend-dnk/trend-dnk.csv", "charts/trend-swe/index.html", "articles/three-donors/index.html"} {
		if key, ok := is[name]; !ok || key != was[name] {
			t.Errorf("/%s: it is made of something else: %v", name, ok)
		}
	}
	if is["articles/a/index.html"] == was["articles/a/index.html"] {
		t.Error("an edited article is made of the same")
	}
}

// TestPicturesStay holds that a build which keeps files of the former site keeps what was painted for them, until that
// is more than the site has files.
func TestPicturesStay(t *testing.T) {
	dir, root, edit := edited(t)
	built := func(text string) int {
		edit(text)
		if said, ok := Silently("-root", dir, "-as-of", "2026-06-01"); !ok {
			t.Fatal(said)
		}
		return raster.OpenCache(root).Len()
	}
	was, is := built("One."), built("Two.")
	if was < 50 || is != was {
		t.Errorf("of %d pictures %d are kept", was, is)
	}
	for i := range 1000 {
		golden.OK(t, root.WriteFile(fmt.Sprintf(".cache/pictures/%064x", i), nil, 0o666))
	}
	if now := built("Three."); now > was {
		t.Errorf("%d pictures are kept of %d", now, was)
	}
}
