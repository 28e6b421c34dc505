//go:build unix

package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"burdenshare/internal/golden"
)

// TestUmask publishes under umasks that would keep the server, or even the owner, from reading the site.
func TestUmask(t *testing.T) {
	for _, umask := range []int{0, 0o022, 0o027, 0o077, 0o177} {
		out := filepath.Join(t.TempDir(), "public")
		plant(t, out, gitignore, "*")
		os.Chmod(filepath.Join(out, gitignore), 0o640)
		old := syscall.Umask(umask)
		_, err := write(out, filesOf("index.html", "home", "a/b/c.html", "page"))
		syscall.Umask(old)
		if err != nil {
			t.Errorf("umask %03o: %v", umask, err)
			continue
		}
		for name, want := range map[string]fs.FileMode{".": 0o755, "a": 0o755, "a/b": 0o755, "index.html": 0o644, "a/b/c.html": 0o644, ManifestName: 0o644, gitignore: 0o640} {
			if info, err := os.Stat(filepath.Join(out, name)); err != nil || info.Mode().Perm() != want {
				t.Errorf("umask %03o: %s has mode %s, want %s", umask, name, fmt.Sprint(info.Mode().Perm()), want)
			}
		}
	}
}

// TestUmaskTaken holds that a name that is taken is an error where modes have to be set too.
func TestUmaskTaken(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	tree, err := newTree(filepath.Join(t.TempDir(), "site"))
	golden.OK(t, err)
	defer tree.close()
	if first, again := tree.mkdir("a"), tree.mkdir("a"); first != nil || !errors.Is(again, fs.ErrExist) {
		t.Errorf("%v, then %v", first, again)
	}
}

func init() {
	limitFiles = func() {
		if limit, err := strconv.ParseUint(os.Getenv("PUBLISH_LIMIT"), 10, 64); err == nil {
			if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
				fmt.Println(err)
			}
		}
	}
}

// TestFileSizeLimit publishes where no file may be larger than some pages are.
func TestFileSizeLimit(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	must(t)(write(out, version(1)))
	said, err := build(t, "once", out, "PUBLISH_LIMIT=8000").Output() // version 9 has a page of 8,577 bytes
	if err == nil || string(said) != fmt.Sprintf("cannot write \"folder0/page35/index.html\": file too large; %s/ was left as it was\n", out) {
		t.Errorf("the build said %s, %v", said, err)
	}
	holds(t, out, 1)
	only(t, filepath.Dir(out), "public")
}
