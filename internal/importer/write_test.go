package importer_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/importer"
)

// A failing folder fails at the operation that it was told to fail at.
type failing struct {
	*os.Root
	write  string // part of the name of the file whose write fails
	rename bool
	link   bool
}

var errFull = errors.New("no space left")

func (f *failing) WriteFile(name string, data []byte, perm fs.FileMode) error {
	if f.write != "" && strings.Contains(name, f.write) {
		f.Root.WriteFile(name, data[:len(data)/2], perm) // half of it is written
		return errFull
	}
	return f.Root.WriteFile(name, data, perm)
}

func (f *failing) Rename(from, to string) error {
	if f.rename {
		return errFull
	}
	return f.Root.Rename(from, to)
}

func (f *failing) Link(from, to string) error {
	if f.link {
		return errors.New("no links here")
	}
	return f.Root.Link(from, to)
}

// TestWrite checks that both files are written or neither, whatever fails.
func TestWrite(t *testing.T) {
	const file, source = "data/pact/2020-06-01.csv", "data/pact/source.toml"
	for _, c := range []struct {
		what    string
		folder  failing
		before  func(dir string)
		problem string // "" when both are written
	}{
		{what: "all well"},
		{what: "a file system without links", folder: failing{link: true}},
		{what: "the figures cannot be written", folder: failing{write: ".csv"}, problem: "no space left"},
		{what: "the entry cannot be written", folder: failing{write: "source.toml"}, problem: "no space left"},
		{what: "the entry cannot be put in place", folder: failing{rename: true}, problem: "no space left"},
		{what: "the file is there", before: func(dir string) { os.WriteFile(filepath.Join(dir, file), []byte("theirs"), 0o666) },
			problem: "data/pact/2020-06-01.csv exists already; a release is never overwritten"},
		{what: "the source has changed", before: func(dir string) { os.WriteFile(filepath.Join(dir, source), []byte("other"), 0o666) },
			problem: "data/pact/source.toml has changed in the meantime; run the import again"},
	} {
		dir := t.TempDir()
		golden.Write(t, filepath.Join(dir, source), "old")
		os.Chmod(filepath.Join(dir, source), 0o600)
		if c.before != nil {
			c.before(dir)
		}
		was := fmt.Sprintf("%s", golden.Files(dir))
		c.folder.Root = golden.OpenRoot(t, dir)
		add := importer.Addition{File: file, Source: source, CSV: []byte("figures"), Before: []byte("old"), After: []byte("old and new")}
		err := add.Write(&c.folder)
		now := fmt.Sprintf("%s", golden.Files(dir))
		switch {
		case c.problem == "":
			if want := "map[" + file + ":figures " + source + ":old and new]"; err != nil || now != want {
				t.Errorf("%s: %v, %s", c.what, err, now)
			}
			if info, _ := os.Stat(filepath.Join(dir, source)); info.Mode().Perm() != 0o600 {
				t.Errorf("%s: the mode of source.toml has become %s", c.what, info.Mode())
			}
		case err == nil || !strings.Contains(err.Error(), c.problem) || now != was:
			t.Errorf("%s: %v; there is %s", c.what, err, now)
		}
	}
}

// TestAppend checks that every byte of the file is kept.
func TestAppend(t *testing.T) {
	entry := importer.Entry(dataset.Release{Date: civil.MustParse("2020-06-01"), Title: `A "name"`, URL: "https://example.org/", Cutoff: civil.MustParse("2020-05-20"),
		PriceYear: 2015, Partial: true, Notes: "two\nlines"})
	want := "[[release]]\ndate = 2020-06-01\ntitle = \"A \\\"name\\\"\"\nurl = \"https://example.org/\"\ncutoff = 2020-05-20\nprice_year = 2015\npartial = true\nnotes = \"two\\nlines\"\n"
	if entry != want {
		t.Errorf("got %s", entry)
	}
	for before, between := range map[string]string{"name = 1\n": "\n", "name = 1": "\n\n", "name = 1\n\n": "", "": "", "# kept\r\nname = 1\r\n": "\r\n"} {
		tail := want
		if strings.Contains(before, "\r\n") {
			tail = strings.ReplaceAll(want, "\n", "\r\n")
		}
		if got := string(importer.Append([]byte(before), entry)); got != before+between+tail {
			t.Errorf("behind %q: got %q", before, got)
		}
	}
}
