package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestMutantsOf holds what is changed in code with one of every kind of mutation.
func TestMutantsOf(t *testing.T) {
	const name = "testdata/code.txt"
	list, err := mutantsOf(name)
	golden.OK(t, err)
	var got strings.Builder
	for _, m := range list {
		said, _, _ := strings.Cut(m.String(), "\n")
		got.WriteString(strings.TrimPrefix(said, name+":") + "\n")
	}
	golden.Check(t, "mutants.txt", []byte(got.String()))
}

// The tests of this package check that limit is 3, but not what it is for.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package for each mutant")
	}
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"go.mod":      "module example.org/p\n\ngo 1.26\n",
		"p.go":        "package p\n\nfunc Over(n int) bool { return n > limit() }\n\nfunc limit() int { return 3 }\n",
		"p_test.go":   "package p\n\nimport \"testing\"\n\nfunc TestLimit(t *testing.T) {\n\tif limit() != 3 {\n\t\tt.Error()\n\t}\n}\n",
		"q/q_test.go": "package q\n\nimport (\n\t\"testing\"\n\n\t\"example.org/p\"\n)\n\nfunc TestOver(t *testing.T) {\n\tif p.Over(3) || !p.Over(4) {\n\t\tt.Error()\n\t}\n}\n",
		"equal.toml":  "[[equal]]\nfile = \"p.go\"\nline = \"func Over(n int) bool { return n > limit() }\"\nchange = \"> becomes <=\"\nwhy = \"nobody asks\"\n",
		"bad.toml":    "[[equal]]\nfile = \"p.go\"\n",
	} {
		golden.OK(t, errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)))
	}
	for _, c := range []struct {
		args   string
		status int
		want   string
	}{
		{"-equal equal.toml -tests ./q .", 0, ".: 2 of 2 mutants killed"},
		{"-equal equal.toml -at-least 50 .", 0, "p.go:3:34: > becomes >=\n\tfunc Over(n int) bool { return n > limit() }\n.: 1 of 2 mutants killed"},
		{"-n 1 -seed 2 .", 1, ".: 0 of 1 mutants killed"}, // there is no list of equal ones
		{"", 2, "mutants: name the packages"},
		{"-x .", 2, "flag provided but not defined"},
		{"-equal bad.toml .", 2, "bad.toml:1:1: line is missing"},
		{"./nowhere", 2, "mutants: ./nowhere: "},
	} {
		status, stdout, stderr := golden.Run(run, strings.Fields(c.args)...)
		if said := stdout + stderr; status != c.status || !strings.Contains(said, c.want) {
			t.Errorf("%s: exit status %d\n%s", c.args, status, said)
		}
	}
	if src, err := os.ReadFile("p.go"); err != nil || !strings.Contains(string(src), "n > limit()") {
		t.Errorf("the package was changed to %s, %v", src, err)
	}
}
