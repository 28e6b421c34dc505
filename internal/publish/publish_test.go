package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/golden"
)

// write publishes files into the folder out.
func write(out string, files map[string][]byte) (Stats, error) {
	return writeInfo(BuildInfo{}, out, files)
}

func writeInfo(info BuildInfo, out string, files map[string][]byte) (Stats, error) {
	return fsOps{newTree, exchange, rename}.publish(out, files, info)
}

func (ops fsOps) publish(out string, files map[string][]byte, info BuildInfo) (Stats, error) {
	w, err := ops.begin(out)
	if err != nil {
		return Stats{}, err
	}
	return w.Commit(info, files)
}

func writeTar(info BuildInfo, file string, files map[string][]byte) (Stats, error) {
	w, err := BeginTar(file)
	if err != nil {
		return Stats{}, err
	}
	return w.Commit(info, files)
}

// begun returns a Writer to the folder out.
func begun(t testing.TB, out string) *Writer {
	t.Helper()
	w, err := Begin(out)
	golden.OK(t, err)
	return w
}

// addPages adds the pages of a site, all at once, and returns its files as Commit is then given them.
func addPages(t *testing.T, w interface{ Add(string, []byte) error }) map[string][]byte {
	t.Helper()
	files := pages()
	var group sync.WaitGroup
	for name, data := range pages() {
		if strings.HasSuffix(name, ".html") {
			files[name] = nil
			group.Go(func() {
				if err := w.Add(name, data); err != nil {
					t.Error(err)
				}
			})
		}
	}
	group.Wait()
	return files
}

// mustWrite publishes files given as path, content, path, content.
func mustWrite(t testing.TB, out string, pairs ...string) Stats {
	t.Helper()
	stats, err := write(out, filesOf(pairs...))
	golden.OK(t, err)
	if stats.Warning != "" {
		t.Error(stats.Warning)
	}
	return stats
}

func filesOf(pairs ...string) map[string][]byte {
	files := map[string][]byte{}
	for pair := range slices.Chunk(pairs, 2) {
		files[pair[0]] = []byte(pair[1])
	}
	return files
}

// plant makes files by hand, as a person or another program would.
func plant(t testing.TB, dir string, pairs ...string) {
	t.Helper()
	for name, data := range filesOf(pairs...) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		golden.OK(t, os.MkdirAll(filepath.Dir(path), 0o755))
		golden.OK(t, os.WriteFile(path, data, 0o644))
	}
}

// contents reads everything below dir: content of files, "/" for folders, "-> x" for links.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		switch name = filepath.ToSlash(name); {
		case d.IsDir():
			found[name] = "/"
		case d.Type()&fs.ModeSymlink != 0:
			to, err := os.Readlink(path)
			found[name] = "-> " + to
			return err
		default:
			data, err := os.ReadFile(path)
			found[name] = string(data)
			return err
		}
		return nil
	})
	golden.OK(t, err)
	return found
}

func same(t testing.TB, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("found on disk:\n%q\nwant:\n%q", got, want)
	}
}

// must ends the test if there is an error.
func must(t testing.TB) func(any, error) {
	t.Helper()
	return func(_ any, err error) {
		t.Helper()
		golden.OK(t, err)
	}
}

// fails wants an error with some words.
func fails(t testing.TB, want string) func(any, error) {
	t.Helper()
	return func(_ any, err error) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

// only wants nothing but one name in dir.
func only(t testing.TB, dir, name string) {
	t.Helper()
	if left := names(t, dir); !slices.Equal(left, []string{name}) {
		t.Errorf("in %s: %q, want only %q", dir, left, name)
	}
}

// names lists the top of dir.
func names(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	golden.OK(t, err)
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestNewFolder(t *testing.T) {
	root := t.TempDir()
	out := filepath.Join(root, "deep", "down", "public")
	stats := mustWrite(t, out, "index.html", "home", "members/estonia/index.html", "est", ".nojekyll", "")

	got := contents(t, out)
	list := got[ManifestName]
	delete(got, ManifestName)
	same(t, got, map[string]string{
		"index.html": "home", ".nojekyll": "",
		"members": "/", "members/estonia": "/", "members/estonia/index.html": "est",
	})
	if want := (Stats{Files: 4, Written: 4, Bytes: int64(len("home") + len("est") + len(list)), Manifest: sumOf([]byte(list))}); stats != want {
		t.Errorf("stats %+v, want %+v", stats, want)
	}
	only(t, filepath.Dir(out), "public")
}

func TestStaleFilesVanish(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, "index.html", "1", "tags/old/index.html", "old", "years", "a file")
	mustWrite(t, out, "index.html", "2", "years/2016/index.html", "now a folder")
	got := contents(t, out)
	delete(got, ManifestName)
	same(t, got, map[string]string{
		"index.html": "2", "years": "/", "years/2016": "/", "years/2016/index.html": "now a folder",
	})
}

func TestGitignoreKept(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	plant(t, out, gitignore, "*\n!.gitignore\n")
	for range 2 { // into the empty folder, and over a site
		mustWrite(t, out, "index.html", "home")
		got := contents(t, out)
		if got[gitignore] != "*\n!.gitignore\n" || got["index.html"] != "home" {
			t.Fatalf("found %q", got)
		}
		if strings.Contains(got[ManifestName], gitignore) {
			t.Error("the manifest lists .gitignore")
		}
	}
}

func TestSymlink(t *testing.T) {
	root := t.TempDir()
	out, real := filepath.Join(root, "public"), filepath.Join(root, "disk", "site")
	if err := os.Symlink(filepath.Join("disk", "site"), out); err != nil {
		t.Skip(err)
	}
	fails(t, "symbolic link")(write(out, filesOf("index.html", "1")))
	same(t, contents(t, root), map[string]string{"public": "-> " + filepath.Join("disk", "site")})

	golden.OK(t, os.MkdirAll(real, 0o755))
	for _, text := range []string{"1", "2"} {
		mustWrite(t, out, "index.html", text)
		if got := contents(t, real)["index.html"]; got != text {
			t.Errorf("the link's target holds %q, want %q", got, text)
		}
	}
	if got := contents(t, root)["public"]; !strings.HasPrefix(got, "-> ") {
		t.Error("the link was replaced")
	}
	only(t, filepath.Dir(real), "site")
}
