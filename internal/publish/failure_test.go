package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"burdenshare/internal/golden"
)

var errDisk = errors.New("no space left on device")

// thisSystem returns the operations of this system; none is tried again.
func thisSystem() fsOps { return fsOps{newTree, exchange, os.Rename} }

// A failingTree fails at the first name with a suffix, halfway through the file, as a full disk does.
type failingTree struct {
	tree
	suffix string
	begun  *atomic.Int64 // counts the files; may be nil
}

func (t failingTree) mkdir(name string) error {
	if strings.HasSuffix(name+"/", t.suffix) {
		return errDisk
	}
	return t.tree.mkdir(name)
}

func (t failingTree) write(name string, data []byte, perm fs.FileMode) error {
	if t.begun != nil {
		t.begun.Add(1)
	}
	if strings.HasSuffix(name, t.suffix) {
		t.tree.write(name, data[:len(data)/2], perm)
		return &fs.PathError{Op: "write", Path: name, Err: errDisk}
	}
	return t.tree.write(name, data, perm)
}

// An unclosed tree finds out at the end that the disk is full.
type unclosed struct{ tree }

func (t unclosed) close() error { return errors.Join(t.tree.close(), errDisk) }

// failing returns a newTree that fails at names with a suffix.
func failing(suffix string, begun *atomic.Int64) func(string) (tree, error) {
	return func(path string) (tree, error) {
		t, err := newTree(path)
		return failingTree{t, suffix, begun}, err
	}
}

// Whatever fails, the former site is whole afterwards and nothing lies beside it.
func TestFailureLeavesFormerSite(t *testing.T) {
	refused := func(a, b string) error { return &os.LinkError{Op: "rename", Old: a, New: b, Err: errDisk} }
	for _, tt := range []struct {
		name  string
		spoil func(*fsOps)
		want  string
	}{
		{"a page", func(s *fsOps) { s.newTree = failing("a/b.html", nil) }, `cannot write "a/b.html": no space left on device; public/ was left as it was`},
		{"the manifest", func(s *fsOps) { s.newTree = failing("manifest.json", nil) }, `cannot write "manifest.json": no space left`},
		{"the .gitignore", func(s *fsOps) { s.newTree = failing(".gitignore", nil) }, "cannot copy .gitignore: no space left on device; public/ was left"},
		{"a folder", func(s *fsOps) { s.newTree = failing("a/", nil) }, `cannot make the folder "a": no space left on device; public/ was left as it was`},
		{"the end of the tree", func(s *fsOps) {
			s.newTree = func(path string) (tree, error) {
				t, err := newTree(path)
				return unclosed{t}, err
			}
		}, "no space left on device; public/ was left as it was"},
		{"the stage", func(s *fsOps) { s.newTree = func(string) (tree, error) { return nil, errDisk } }, "cannot make a folder for the new site: no space left on device; public/ was left"},
		{"no rename at all", func(s *fsOps) { s.exchange, s.rename = refused, refused }, "the new site cannot take the place of public/: no space left on device; it was left"},
		{"the second rename", func(s *fsOps) {
			s.exchange = refused
			s.rename = func(from, to string) error {
				if filepath.Base(from) == "site" {
					return refused(from, to)
				}
				return os.Rename(from, to)
			}
		}, "it was left as it was"},
		{"a folder of a container image's lower layer", func(s *fsOps) {
			s.exchange = refused
			s.rename = func(from, to string) error { return &os.LinkError{Op: "rename", Err: syscall.EXDEV} }
		}, "it was left as it was"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			plant(t, "public", gitignore, "*")
			mustWrite(t, "public", "index.html", "former", "a/old.html", "former")
			before, files := contents(t, "."), identities(t, ".")

			sys := thisSystem()
			tt.spoil(&sys)
			fails(t, tt.want)(sys.publish("public", filesOf("index.html", "new", "a/b.html", "new page"), BuildInfo{}))
			same(t, contents(t, "."), before)
			for name, info := range identities(t, ".") {
				if !os.SameFile(info, files[name]) {
					t.Errorf("%s was made again", name)
				}
			}
		})
	}
}

func TestFailureOfFirstBuild(t *testing.T) {
	t.Chdir(t.TempDir())
	sys := thisSystem()
	sys.rename = func(string, string) error { return errDisk }
	if _, err := sys.publish("public", filesOf("a", ""), BuildInfo{}); !errors.Is(err, errDisk) {
		t.Errorf("error %v", err)
	}
	same(t, contents(t, "."), map[string]string{})
}

// After a failure no further file is begun, and the error does not depend on which worker was first.
func TestFailureStops(t *testing.T) {
	files := map[string][]byte{}
	for i := range 1000 {
		files[fmt.Sprintf("%04d", i)] = nil
	}
	var begun atomic.Int64
	sys := thisSystem()
	sys.newTree = failing("", &begun)
	_, err := sys.publish(filepath.Join(t.TempDir(), "public"), files, BuildInfo{})
	if err == nil || !strings.Contains(err.Error(), `"0000"`) {
		t.Errorf("error %v, want the first file", err)
	}
	if n := int(begun.Load()); n > runtime.GOMAXPROCS(0) {
		t.Errorf("%d files begun", n)
	}
}

// Systems without an exchange take two renames, with the same outcome.
func TestWithoutExchange(t *testing.T) {
	t.Chdir(t.TempDir())
	sys := thisSystem()
	sys.exchange = func(string, string) error { return errors.ErrUnsupported }
	plant(t, "public", gitignore, "*")
	for _, text := range []string{"1", "2", "3"} {
		must(t)(sys.publish("public", filesOf("index.html", text, text, ""), BuildInfo{}))
		if got := names(t, "public"); !slices.Equal(got, []string{gitignore, text, "index.html", ManifestName}) {
			t.Errorf("found %q", got)
		}
	}
	only(t, ".", "public")
}

// The former site must survive even a system that lets it be moved away and then refuses every other rename.
func TestFormerSiteCannotBeMovedBack(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, "public", "index.html", "former")
	former := contents(t, "public")
	sys := thisSystem()
	sys.exchange = func(string, string) error { return errors.ErrUnsupported }
	sys.rename = func(from, to string) error {
		if filepath.Base(from) == "public" {
			return os.Rename(from, to)
		}
		return errDisk
	}
	_, err := sys.publish("public", filesOf("index.html", "new"), BuildInfo{})
	if err == nil || !strings.Contains(err.Error(), "the former site is in ") {
		t.Fatalf("error %v", err)
	}
	// As long as it cannot be moved back it stays where it is.
	if _, err = sys.publish("public", filesOf("index.html", "new"), BuildInfo{}); err == nil || !strings.Contains(err.Error(), "cannot be moved back") {
		t.Fatalf("error %v", err)
	}
	same(t, contents(t, filepath.Join(".public.burdenshare-new", "old")), former)
	// A build that fails later has put it back first.
	sys = thisSystem()
	sys.newTree = failing("", nil)
	if _, err := sys.publish("public", filesOf("index.html", "new"), BuildInfo{}); !errors.Is(err, errDisk) {
		t.Fatal(err)
	}
	same(t, contents(t, "public"), former)
	only(t, ".", "public")
}

// A fresh clone inside a container image: public/ with its .gitignore can be removed but not renamed.
func TestFolderThatCannotBeRenamed(t *testing.T) {
	for i, last := range []error{nil, errDisk, errDisk} {
		t.Chdir(t.TempDir())
		plant(t, "public", gitignore, "*")
		if i == 2 { // which has none
			os.Remove(filepath.Join("public", gitignore))
		}
		before := contents(t, ".")
		sys := thisSystem()
		sys.exchange = func(string, string) error { return syscall.EXDEV }
		sys.rename = func(from, to string) error {
			if filepath.Base(from) == "public" {
				return &os.LinkError{Op: "rename", Err: syscall.EXDEV}
			}
			if last != nil {
				return last
			}
			return os.Rename(from, to)
		}
		_, err := sys.publish("public", filesOf("index.html", "new"), BuildInfo{})
		if last != nil {
			if err == nil {
				t.Error("no error")
			}
			same(t, contents(t, "."), before)
		} else if err != nil {
			t.Error(err)
		} else if got := names(t, "public"); !slices.Equal(got, []string{gitignore, "index.html", ManifestName}) {
			t.Errorf("found %q", got)
		}
	}
}

// While another build holds the stage, nothing is touched; afterwards the way is free.
func TestAnotherBuildIsRunning(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, "public", "index.html", "former")
	folder, err := resolve("public")
	golden.OK(t, err)
	st, err := thisSystem().openStage(folder)
	golden.OK(t, err)
	plant(t, st.site, "index.html", "half")
	before := contents(t, ".")
	fails(t, "another build is writing public/; nothing was changed")(write("public", filesOf("index.html", "new")))
	same(t, contents(t, "."), before)
	golden.OK(t, st.close())
	mustWrite(t, "public", "index.html", "new")
}

// TestStageInPart adds two files where the stage could be made in part: both errors say why it could not be made.
func TestStageInPart(t *testing.T) {
	t.Chdir(t.TempDir())
	calls := 0
	w, err := fsOps{func(string) (tree, error) {
		if calls++; calls > 1 {
			return nil, fs.ErrExist
		}
		return nil, errDisk
	}, exchange, rename}.begin("public")
	golden.OK(t, err)
	for _, name := range []string{"a", "b"} {
		if err := w.Add(name, nil); err == nil || !strings.Contains(err.Error(), "no space left on device") {
			t.Errorf("%s: %v", name, err)
		}
	}
	golden.OK(t, w.Discard())
}
