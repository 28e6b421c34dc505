package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A Case is one of several in a txtar archive of testdata: its parts begin with one named "case NAME" and end with one
// named "want", what a test is to make of those between.
type Case struct {
	Name  string
	Parts []txtar.File
	Want  string
}

// Part returns the text of the part of a name, "" if there is none.
func (c Case) Part(name string) string {
	for _, p := range c.Parts {
		if p.Name == name {
			return string(p.Data)
		}
	}
	return ""
}

// Cases returns the cases of an archive.
func Cases(t testing.TB, name string) (list []Case) {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if of, begins := strings.CutPrefix(f.Name, "case "); begins {
			list = append(list, Case{Name: of})
			continue
		}
		switch c := &list[len(list)-1]; f.Name {
		case "want":
			c.Want = string(f.Data)
		default:
			c.Parts = append(c.Parts, f)
		}
	}
	return list
}

// CheckCases makes each case of an archive anew and compares it with what it wants, or writes that anew.
func CheckCases(t testing.TB, name string, made func(Case) string) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	a := &txtar.Archive{Comment: txtar.Parse(src).Comment}
	for _, c := range Cases(t, name) {
		a.Files = append(append(append(a.Files, txtar.File{Name: "case " + c.Name}), c.Parts...),
			txtar.File{Name: "want", Data: []byte(made(c))})
	}
	Check(t, name, txtar.Format(a))
}
