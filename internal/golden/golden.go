// Package golden provides what tests of several packages share: files in testdata, files in temporary folders and in
// memory, commands that are run, and trials of which there are more with LONG=1 in the environment.
//
// Check takes what a test makes and compares it with a file, which go test -update writes anew; Must returns what was
// loaded without mistakes, and OK holds that nothing went wrong. The package does not know what is in the files.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// Update reports whether go test -update was called.
var Update = flag.Bool("update", false, "write what is in testdata anew")

// most is how many lines of a difference are printed.
const most = 6

// Check compares bytes with a file in testdata, line by line, or writes that anew.
func Check(t testing.TB, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *Update {
		OK(t, os.WriteFile(path, got, 0o644))
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v\ngo test -update writes it", err)
		return
	}
	now, was := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(now), len(was)) {
		if i >= len(now) || i >= len(was) || !bytes.Equal(now[i], was[i]) {
			t.Errorf("%s:%d is now\n%s\nafter a look at the difference run go test -update", path, i+1,
				bytes.Join(now[min(i, len(now)):min(i+most, len(now))], []byte("\n")))
			return
		}
	}
}

// Must returns what was loaded, in which nothing may be wrong.
func Must[T any](loaded T, errs diag.List) T {
	if len(errs) > 0 {
		panic(errs.Error())
	}
	return loaded
}

// OK ends the test if there is an error.
func OK(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Read returns the bytes of a file.
func Read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	OK(t, err)
	return data
}

// Write writes a file, and its folder if there is none.
func Write(t testing.TB, file, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(file), 0o777)
	if err == nil {
		err = os.WriteFile(file, []byte(text), 0o666)
	}
	OK(t, err)
}

// Copy returns a temporary folder with a copy of the files, which all may read, as in a site, whatever the umask.
func Copy(t testing.TB, files fs.FS) string {
	t.Helper()
	dir := t.TempDir()
	err := os.CopyFS(dir, files)
	if err == nil {
		err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			mode := fs.FileMode(0o644)
			if d.IsDir() {
				mode = 0o755
			}
			return os.Chmod(name, mode)
		})
	}
	OK(t, err)
	return dir
}

// OpenRoot opens a folder until the end of the test.
func OpenRoot(t testing.TB, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	OK(t, err)
	t.Cleanup(func() { root.Close() })
	return root
}

// Files returns the files of a folder by their slash paths. It panics if one cannot be read, so that a variable may
// hold them.
func Files(dir string) map[string][]byte {
	files, from := map[string][]byte{}, os.DirFS(dir)
	names, err := plainfile.Names(from)
	for _, name := range names {
		data, wrong := fs.ReadFile(from, name)
		files[name], err = data, errors.Join(err, wrong)
	}
	if err != nil {
		panic(err)
	}
	return files
}

// FS returns them as a file system in memory.
func FS(dir string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, data := range Files(dir) {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// Gone is what With is given for the text of a file that it leaves out.
const Gone = "\x00gone"

// With returns files with texts in the place of some, or beside them.
func With(files fstest.MapFS, texts map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	maps.Copy(all, files)
	for name, text := range texts {
		if all[name] = (&fstest.MapFile{Data: []byte(text)}); text == Gone {
			delete(all, name)
		}
	}
	return all
}

// Differing returns the name of the first file that is not the same in two sites, or "".
func Differing(a, b map[string][]byte) string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		was, before := a[name]
		if is, after := b[name]; before != after || !bytes.Equal(was, is) {
			return name
		}
	}
	return ""
}

// Run runs a command and returns its exit status and what it has printed.
func Run(run func(args []string, stdout, stderr io.Writer) int, args ...string) (status int, stdout, stderr string) {
	var out, problems bytes.Buffer
	status = run(args, &out, &problems)
	return status, out.String(), problems.String()
}

// Trials returns how often something is tried: usual times, or short in short mode, and long with LONG=1 in the
// environment.
func Trials(short, usual, long int) int {
	switch {
	case os.Getenv("LONG") != "":
		return long
	case testing.Short():
		return short
	}
	return usual
}
