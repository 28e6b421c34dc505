package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

// TestFork renames a copy of this module: every import of every package, tests
// included, leads somewhere, and a command builds and runs. Compiling them all
// under another name would show no more and take half a minute.
func TestFork(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	former := modfile.ModulePath(mod) // of a fork that has been renamed, another
	dir := t.TempDir()
	copySources(t, "../..", dir)
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-root", dir, "github.com/you/report"}, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d: %s", status, stderr.String())
	}
	if !strings.HasPrefix(stdout.String(), "renamed "+former+" to github.com/you/report in ") {
		t.Errorf("said %q", stdout.String())
	}
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".go" {
			src, _ := os.ReadFile(name)
			if bytes.Contains(src, []byte("\t\""+former+"/internal/")) {
				t.Errorf("%s imports the former module", name)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	goCommand(t, dir, "list", "-deps", "-test", "./...")
	goCommand(t, dir, "run", "./cmd/rename", "github.com/you/report")
	// Once more changes nothing.
	if from, n, err := rename(dir, "github.com/you/report"); from != "github.com/you/report" || n != 0 || err != nil {
		t.Errorf("again: %s, %d files, %v", from, n, err)
	}
}

func goCommand(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=readonly", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// copySources copies what a clone would have that Go needs.
func copySources(t *testing.T, from, to string) {
	t.Helper()
	for _, name := range []string{"go.mod", "go.sum", "cmd", "internal", "templates"} {
		err := filepath.WalkDir(filepath.Join(from, name), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(from, path)
			if err != nil {
				return err
			}
			if d.IsDir() {
				return os.MkdirAll(filepath.Join(to, rel), 0o777)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(to, rel), data, 0o666)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestRenameImports(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.go")
	src := `package a

import (
	"fmt"
	alias "burdenshare/internal/x" // why
	"burdenshare"
	"burdenshared/y"
)

// "burdenshare/internal/x" in words stays.
const s = "burdenshare/internal/x"
`
	want := `package a

import (
	"burdenshared/y"
	"example.org/r"
	alias "example.org/r/internal/x" // why
	"fmt"
)

// "burdenshare/internal/x" in words stays.
const s = "burdenshare/internal/x"
`
	if err := os.WriteFile(name, []byte(src), 0o666); err != nil {
		t.Fatal(err)
	}
	did, err := renameImports(name, "burdenshare", "example.org/r")
	got, _ := os.ReadFile(name)
	if !did || err != nil || string(got) != want {
		t.Errorf("%v, %v:\n%s", did, err, got)
	}
	if did, err := renameImports(name, "burdenshare", "example.org/r"); did || err != nil {
		t.Errorf("again: %v, %v", did, err)
	}
}

func TestWrongUsage(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{nil, 2, "give the new path of the module"},
		{[]string{"a b"}, 2, "malformed module path"},
		{[]string{"report"}, 2, "missing dot in first path element"},
		{[]string{"-root", t.TempDir(), "example.org/r"}, 1, "go.mod"},
	} {
		var stderr bytes.Buffer
		if status := run(c.args, io.Discard, &stderr); status != c.status || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("%q: status %d, %s", c.args, status, stderr.String())
		}
	}
}
