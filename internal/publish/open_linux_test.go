package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"burdenshare/internal/golden"
)

// open lists what this process has open in a folder.
func open(t *testing.T, dir string) (list []string) {
	t.Helper()
	handles, err := filepath.Glob("/proc/self/fd/*")
	golden.OK(t, err)
	for _, handle := range handles {
		path, _ := os.Readlink(handle)
		if path != dir && !strings.HasPrefix(path, dir+"/") {
			continue
		}
		list = append(list, path)
		n, err := strconv.Atoi(filepath.Base(handle))
		golden.OK(t, err)
		if flags, err := unix.FcntlInt(uintptr(n), unix.F_GETFD, 0); err != nil || flags&unix.FD_CLOEXEC == 0 {
			t.Errorf("a program that is started has %s open too: %v", path, err)
		}
	}
	return list
}

// TestNothingLeftOpen holds that every file and folder is closed again, whatever comes of a build.
func TestNothingLeftOpen(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it would close what was forgotten
	dir := t.TempDir()
	t.Chdir(dir)
	plant(t, ".", "public/"+gitignore, "*", "mine/notes.txt", "mine", "notes.tar", "mine")
	site := func(out string, files map[string][]byte) func() error {
		return func() error { _, err := write(out, files); return err }
	}
	archive := func(file string) func() error {
		return func() error { _, err := writeTar(BuildInfo{}, file, pages()); return err }
	}
	for _, c := range []struct {
		name  string
		do    func() error
		fails bool
	}{
		{"a site", site("public", pages()), false},
		{"the same", site("public", pages()), false},
		{"another", site("public", filesOf("index.html", "new")), false},
		{"a folder of somebody's", site("mine", pages()), true},
		{"a tree that is there", func() error { _, err := newTree("mine"); return err }, true},
		{"an archive", archive("site.tar"), false},
		{"the same archive", archive("site.tar"), false},
		{"a file of somebody's", archive("notes.tar"), true},
		{"a site that is given up", func() error {
			w, err := Begin("public")
			if err == nil {
				err = w.Add("a/b.html", nil)
			}
			if n := len(open(t, dir)); err != nil || n == 0 {
				return fmt.Errorf("%d files are open while a site is written: %w", n, err)
			}
			return w.Discard()
		}, false},
	} {
		if err := c.do(); (err != nil) != c.fails {
			t.Errorf("%s: %v", c.name, err)
		}
		if left := open(t, dir); len(left) > 0 {
			t.Errorf("%s: still open: %q", c.name, left)
		}
	}
}
