package publish

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"burdenshare/internal/golden"
)

// entriesOf lists an archive as: mode, date, size, kind and name.
func entriesOf(t *testing.T, file string) (list []string, data map[string]string) {
	t.Helper()
	f, err := os.Open(file)
	golden.OK(t, err)
	defer f.Close()
	data = map[string]string{}
	for r := tar.NewReader(f); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return list, data
		}
		golden.OK(t, err)
		list = append(list, h.FileInfo().Mode().String()+" "+h.ModTime.UTC().Format(time.DateOnly)+" "+h.Name)
		b, err := io.ReadAll(r)
		if err != nil || h.Uid+h.Gid != 0 || h.Uname+h.Gname+h.Linkname != "" {
			t.Errorf("%+v, %v", h, err)
		}
		data[h.Name] = string(b)
	}
}

func TestTar(t *testing.T) {
	file := filepath.Join(t.TempDir(), "deep", "site.tar")
	long := strings.Repeat("n", 120) + "/" + strings.Repeat("ü", 100) + ".html"
	files := filesOf("index.html", "home", "a/b/c.html", "page", ".nojekyll", "", long, "long")
	info := BuildInfo{Version: "1", AsOf: "2026-07-07"}
	stats, err := writeTar(info, file, files)
	if err != nil || stats.Files != 5 || stats.Written != 5 {
		t.Fatalf("%+v, %v", stats, err)
	}
	list, data := entriesOf(t, file)
	want := []string{"drwxr-xr-x 2026-07-07 ./", "-rw-r--r-- 2026-07-07 ./manifest.json", "drwxr-xr-x 2026-07-07 ./a/", "drwxr-xr-x 2026-07-07 ./a/b/",
		"drwxr-xr-x 2026-07-07 ./" + strings.Repeat("n", 120) + "/", "-rw-r--r-- 2026-07-07 ./.nojekyll", "-rw-r--r-- 2026-07-07 ./a/b/c.html",
		"-rw-r--r-- 2026-07-07 ./index.html", "-rw-r--r-- 2026-07-07 ./" + long}
	if !slices.Equal(list, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(list, "\n"), strings.Join(want, "\n"))
	}
	out := filepath.Join(t.TempDir(), "public")
	must(t)(writeInfo(info, out, files))
	for name, text := range contents(t, out) {
		if text != "/" && data["./"+name] != text {
			t.Errorf("%s holds %q, and %q in the folder", name, data["./"+name], text)
		}
	}

	// The same site is the same archive, and takes the place of the former one.
	first, _ := os.ReadFile(file)
	for range 2 {
		must(t)(writeTar(info, file, files))
		if again, err := os.ReadFile(file); err != nil || !bytes.Equal(again, first) {
			t.Errorf("another archive of the same site: %v", err)
		}
	}
	only(t, filepath.Dir(file), "site.tar")
	if stat, err := os.Stat(file); err != nil || !hasPerm(stat, filePerm) {
		t.Errorf("%v, %v", stat.Mode(), err)
	}

	a, err := OpenTar(file)
	golden.OK(t, err)
	defer a.Close()
	if got := a.Names(); !slices.Equal(got, []string{".nojekyll", "a/b/c.html", "index.html", "manifest.json", long}) {
		t.Errorf("names %q", got)
	}
	m, err := ReadManifest([]byte(data["./manifest.json"]))
	golden.OK(t, err)
	if wrong := m.Check(a.Read); len(wrong) > 0 {
		t.Errorf("the archive is not as its manifest says: %v", wrong)
	}
	cut := filepath.Join(t.TempDir(), "cut.tar")
	golden.OK(t, os.WriteFile(cut, first[:len(first)/2-7], 0o644))
	fails(t, "not an archive of a site: ")(OpenTar(cut))
	if _, err := a.Read("none"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that does not exist: %v", err)
	}
}

// The archive is unpacked by the program that every system has.
func TestTarUnpacked(t *testing.T) {
	program, err := exec.LookPath("tar")
	if err != nil {
		t.Skip("there is no tar")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "site.tar")
	must(t)(writeTar(BuildInfo{}, file, version(1)))
	out := filepath.Join(dir, "public")
	golden.OK(t, os.Mkdir(out, 0o755))
	if said, err := exec.Command(program, "-xf", file, "-C", out).CombinedOutput(); err != nil || len(said) > 0 {
		t.Fatalf("%v\n%s", err, said)
	}
	holds(t, out, 1)
}

func TestTarRefused(t *testing.T) {
	dir := t.TempDir()
	plant(t, dir, "notes.txt", "mine", "folder/x", "mine", "empty.tar", "")
	other := filepath.Join(dir, "other.tar")
	archiveOf(t, other, tar.Header{Name: "x", Mode: 0o644}, tar.Header{Name: ManifestName, Mode: 0o644}) // which does not come first
	before := contents(t, dir)
	for name, want := range map[string]string{
		"notes.txt":   "notes.txt is there and is not an archive that was written by burdenshare; nothing was changed",
		"folder":      "is there and is not an archive",
		"other.tar":   "is there and is not an archive",
		"notes.txt/x": "not a directory; nothing was changed",
	} {
		fails(t, want)(writeTar(BuildInfo{}, filepath.Join(dir, name), pages()))
	}
	if _, err := writeTar(BuildInfo{}, filepath.Join(dir, "site.tar"), filesOf("../x", "")); err == nil {
		t.Error("a path that leads outside was written")
	}
	same(t, contents(t, dir), before)
	if _, err := writeTar(BuildInfo{}, filepath.Join(dir, "empty.tar"), pages()); err != nil {
		t.Errorf("into an empty file: %v", err)
	}
	if _, err := OpenTar(filepath.Join(dir, "none.tar")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("of no archive: %v", err)
	}
	if err := new(site).writeTar(other, BuildInfo{}, nil); !errors.Is(err, os.ErrExist) {
		t.Errorf("over another archive: %v", err)
	}
	f, err := os.Open(filepath.Join(dir, "empty.tar"))
	golden.OK(t, err)
	defer f.Close()
	if h, err := tar.NewReader(f).Next(); err != nil || h.ModTime.UTC().Format(time.DateTime) != "1980-01-01 00:00:00" {
		t.Errorf("a site of no day is dated %v, %v", h.ModTime, err)
	}
}

// archiveOf writes an archive with these entries, of which that of the name has a manifest in it.
func archiveOf(t *testing.T, file string, entries ...tar.Header) {
	t.Helper()
	list := &site{entries: []File{{Path: "a", Bytes: 1, SHA256: "x"}}}
	list.list(BuildInfo{})
	f, err := os.Create(file)
	golden.OK(t, err)
	w := tar.NewWriter(f)
	for _, h := range entries {
		var data []byte
		if path.Base(h.Name) == ManifestName {
			data = list.manifest
		}
		h.Size = int64(len(data))
		golden.OK(t, w.WriteHeader(&h))
		must(t)(w.Write(data))
	}
	golden.OK(t, errors.Join(w.Close(), f.Close()))
}

// What an archive holds beyond plain files that everybody may read is named.
func TestTarStrange(t *testing.T) {
	for name, h := range map[string]tar.Header{
		"link":       {Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
		"hard":       {Typeflag: tar.TypeLink, Linkname: "a"},
		"secret":     {Typeflag: tar.TypeReg, Mode: 0o600},
		"../outside": {Typeflag: tar.TypeReg, Mode: 0o644},
		"pipe":       {Typeflag: tar.TypeFifo, Mode: 0o644},
		"closed/":    {Typeflag: tar.TypeDir, Mode: 0o700},
		"twice":      {Typeflag: tar.TypeReg, Mode: 0o644},
	} {
		file := filepath.Join(t.TempDir(), "site.tar")
		h.Name = name
		entries := []tar.Header{{Name: "./manifest.json", Mode: 0o644, Typeflag: tar.TypeReg}, h}
		if name == "twice" {
			entries = append(entries, h)
		}
		archiveOf(t, file, entries...)
		a, err := OpenTar(file)
		golden.OK(t, err)
		clean := strings.TrimSuffix(name, "/")
		if _, err := a.Read(clean); err == nil || !slices.Contains(a.Names(), clean) {
			t.Errorf("%s is read without a word: %v", name, err)
		}
		a.Close()
	}
}

// TestTarWriter holds that files which are added as they are made give the same archive, and that nothing is left of
// one that is discarded.
func TestTarWriter(t *testing.T) {
	dir := t.TempDir()
	whole, file := filepath.Join(dir, "whole.tar"), filepath.Join(dir, "site.tar")
	info := BuildInfo{AsOf: "2026-07-07"}
	must(t)(writeTar(info, whole, pages()))
	for _, commit := range []bool{false, true} {
		w, err := BeginTar(file)
		golden.OK(t, err)
		fails(t, "another build is writing "+filepath.ToSlash(file)+";")(BeginTar(file))
		files := addPages(t, w)
		if !commit {
			golden.OK(t, w.Discard())
		} else if stats, err := w.Commit(info, files); err != nil || stats.Files != len(files)+1 {
			t.Errorf("%+v, %v", stats, err)
		}
		names, err := filepath.Glob(filepath.Join(dir, "*"))
		hidden, _ := filepath.Glob(filepath.Join(dir, ".*"))
		if want := map[bool]int{false: 1, true: 2}[commit]; len(names) != want || len(hidden) != 0 || err != nil {
			t.Errorf("%q and %q are left, %v", names, hidden, err)
		}
	}
	w, err := BeginTar(file)
	golden.OK(t, err)
	fails(t, "not a plain path")(w.Commit(info, filesOf("../x", "")))
	was, err := os.ReadFile(whole)
	if is, more := os.ReadFile(file); err != nil || more != nil || string(is) != string(was) {
		t.Errorf("another archive of %d bytes than of %d, %v %v", len(is), len(was), err, more)
	}
}
