package build

import (
	"bytes"
	"encoding/gob"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// A build that would write what is there says what the last one said, and does
// no more; whatever is not as that one left it makes a build do its work.
func TestLast(t *testing.T) {
	change := func(name, from, to string) func(string) error {
		return func(root string) error {
			name := filepath.Join(root, name)
			src, err := os.ReadFile(name)
			if err == nil && !bytes.Contains(src, []byte(from)) {
				err = errors.New("it lacks " + from)
			}
			return errors.Join(err, os.WriteFile(name, bytes.Replace(src, []byte(from), []byte(to), 1), 0o644))
		}
	}
	article := "content/articles/2019-05-02-three-donors.md"
	first, day := golden.Copy(t, os.DirFS("../../../cmd/build/testdata/base")), []string{"-as-of", "2026-06-01"}
	if said, ok := Silently(append(day, "-root", first)...); !ok {
		t.Fatal(said)
	}
	forge(t, first, append(day, "-root", first))
	cleanly := cleanly(t, first)
	site := golden.Files(filepath.Join(first, "public"))
	for name, c := range map[string]struct {
		between func(root string) error
		flags   []string
		used    bool
		anew    bool // another site comes out
	}{
		"nothing":             {between: func(string) error { return nil }, used: true},
		"no file of a report": {between: func(root string) error { return os.WriteFile(filepath.Join(root, "notes.txt"), nil, 0o644) }, used: true},
		"an article":          {between: change(article, "title = \"", "title = \"On "), anew: true},
		"a file more": {between: func(root string) error {
			return os.WriteFile(filepath.Join(root, "content/pages/new.md"), []byte("+++\ntitle = \"N\"\n+++\n"), 0o644)
		}, anew: true},
		"a release":            {between: change("data/dac/2020-04-16.csv", "\n", "\r\n\n"), anew: true},
		"another flag":         {between: func(string) error { return nil }, flags: []string{"-drafts"}, anew: true},
		"another address":      {between: func(string) error { return nil }, flags: []string{"-base-url", "https://example.net/"}, anew: true},
		"a page by hand":       {between: change("public/index.html", "<body", "<BODY")},
		"the manifest by hand": {between: change("public/manifest.json", "  ", "\t")},
		"a page less":          {between: func(root string) error { return os.Remove(filepath.Join(root, "public/404.html")) }},
		"a file in the site":   {between: func(root string) error { return os.WriteFile(filepath.Join(root, "public/x"), nil, 0o644) }},
		"no site":              {between: func(root string) error { return os.RemoveAll(filepath.Join(root, "public")) }},
		"no cache":             {between: func(root string) error { return os.RemoveAll(filepath.Join(root, ".cache")) }},
		"a damaged cache": {between: func(root string) (err error) {
			cache := filepath.Join(root, ".cache/build")
			for name := range golden.Files(cache) {
				err = errors.Join(err, os.Truncate(filepath.Join(cache, name), 100))
			}
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			root := golden.Copy(t, os.DirFS(first))
			golden.OK(t, c.between(root))
			flags := append([]string{"-root", root}, append(day, c.flags...)...)
			holdUsed(t, c.used, flags)
			is := golden.Files(filepath.Join(root, "public"))
			same := golden.Differing(is, site) == ""
			if !c.anew {
				if !same {
					t.Error("a clean build is another")
				}
				return
			}
			want, errs := cleanly.Files(os.DirFS(root), flags...)
			if name := (&editedReport{root: root}).differing(want); name != "" || errs.Failed() {
				t.Errorf("/%s is not as a clean build makes it: %v", name, errs)
			}
			if same {
				t.Error("the change does nothing")
			}
		})
	}
}

// TestLastWithoutNPM holds that a build which lacks libraries is repeated while there is no npm, and not once there is.
func TestLastWithoutNPM(t *testing.T) {
	root, bin := golden.Copy(t, os.DirFS("../../../cmd/build/testdata/base")), t.TempDir()
	golden.Write(t, filepath.Join(root, "package.json"), `{"dependencies": {"echarts": "6"}}`)
	golden.Write(t, filepath.Join(bin, "npm"), "#!/bin/sh\nexit 1\n")
	golden.OK(t, os.Chmod(filepath.Join(bin, "npm"), 0o755))
	t.Setenv("PATH", "")
	flags := []string{"-as-of", "2026-06-01", "-root", root}
	if said, ok := Silently(flags...); !ok {
		t.Fatal(said)
	}
	forge(t, root, flags)
	for _, c := range []struct {
		path string
		used bool
	}{{"", true}, {bin, runtime.GOOS == "windows"}, {bin, runtime.GOOS == "windows"}} {
		t.Setenv("PATH", c.path)
		holdUsed(t, c.used, flags)
	}
}

// holdUsed builds a report and holds whether what the last build said, which forge has changed, is used.
func holdUsed(t *testing.T, used bool, flags []string) {
	t.Helper()
	status, said, problems := golden.Run(Run, flags...)
	if status != 0 || strings.Contains(said, "12,345 pages") != used {
		t.Fatalf("status %d, the last build was to be used: %t\n%s%s", status, used, said, problems)
	}
}

// forge changes what the last build said, so that it can be told from another.
func forge(t *testing.T, root string, flags []string) {
	t.Helper()
	o, _ := MemoryBuild{}.parseOptions("build", flags, nil, nil)
	dir := golden.OpenRoot(t, root)
	l := o.openLast(dir)
	data, err := l.cache.Get(l.key(), func() ([]byte, error) { return nil, fs.ErrNotExist })
	golden.OK(t, err)
	var was remembered
	golden.OK(t, gob.NewDecoder(bytes.NewReader(data)).Decode(&was))
	golden.OK(t, os.RemoveAll(filepath.Join(root, ".cache/build")))
	was.Tally.Pages = 12345
	l.keep(&report{tally: was.Tally}, l.inputs, was.Manifest)
}
