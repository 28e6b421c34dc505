package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// code contains one of every kind of mutation.
const code = `package p

func f(a, b []int, err error) (int, error) {
	n := 0
	for i := 0; i < len(a); i++ {
		if !(a[i] == 7 && true) {
			continue
		}
		n += a[i] * 2
	}
	switch {
	case n > 9:
		g(b[1:n])
	}
	b = make([]int, 3, 64+n)
	defer g(b)
	return n, err
}
`

func TestMutantsOf(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.go")
	golden.Write(t, name, code)
	list, err := mutantsOf(name)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range list {
		if m.was != string(code[m.from:m.to]) || !strings.Contains(m.whole, strings.Split(m.was, "\n")[0]) {
			t.Errorf("%v is at %q", m, code[m.from:m.to])
		}
		got = append(got, strings.TrimPrefix(m.String()[:strings.Index(m.String(), "\n")], name+":"))
	}
	for _, want := range []string{
		"4:7: 0 becomes 1",
		"5:14: i < len(a) becomes (i < len(a)) && false",
		"5:16: < becomes <=",
		"5:16: < becomes >=",
		"5:27: ++ becomes --",
		"6:6: ! is left out",
		"6:6: !(a[i] == 7 && true) becomes (!(a[i] == 7 && true)) || true",
		"6:13: == becomes !=",
		"6:18: && becomes ||",
		"6:21: true becomes false",
		"7:4: continue becomes break",
		"9:3: n += a[i] * 2 is left out",
		"9:5: += becomes -=",
		"9:13: * becomes /",
		"12:7: n > 9 becomes (n > 9) && false",
		"13:3: g(b[1:n]) is left out",
		"13:7: 1 is left out",
		"13:9: n is left out",
		"15:2: b = make([]int, 3, 64+n) is left out",
		"15:18: 3 becomes 4",
		"16:2: defer g(b) is left out",
		"17:12: err becomes nil",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no mutant %s", want)
		}
	}
	if len(got) != 30 { // no other capacity
		t.Errorf("%d mutants:\n%s", len(got), strings.Join(got, "\n"))
	}
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
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
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
		var stdout, stderr bytes.Buffer
		status := run(strings.Fields(c.args), &stdout, &stderr)
		if said := stdout.String() + stderr.String(); status != c.status || !strings.Contains(said, c.want) {
			t.Errorf("%s: exit status %d\n%s", c.args, status, said)
		}
	}
	if src, err := os.ReadFile("p.go"); err != nil || !strings.Contains(string(src), "n > limit()") {
		t.Errorf("the package was changed to %s, %v", src, err)
	}
}
