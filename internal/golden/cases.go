package golden

import (
	"cmp"
	"fmt"
	"path/filepath"
	"reflect"
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

// Edit returns the two sides of a part that puts one text in the place of another: the first, a line "=>", the second.
func Edit(t testing.TB, part txtar.File) (from, to string) {
	t.Helper()
	from, to, ok := strings.Cut(strings.TrimSuffix(string(part.Data), "\n"), "\n=>\n")
	if !ok {
		t.Fatalf("%q has no line =>", part.Name)
	}
	return from, to
}

// Cases returns the cases of an archive.
func Cases(t testing.TB, name string) []Case {
	t.Helper()
	_, list := read(t, name)
	return list
}

func read(t testing.TB, name string) (comment []byte, list []Case) {
	t.Helper()
	a := txtar.Parse(Read(t, filepath.Join("testdata", name)))
	for _, f := range a.Files {
		of, begins := strings.CutPrefix(f.Name, "case ")
		switch last := len(list) - 1; {
		case begins:
			list = append(list, Case{Name: of})
		case last < 0:
			t.Fatalf("%s begins with no case", name)
		case f.Name == "want":
			list[last].Want = string(f.Data)
		default:
			list[last].Parts = append(list[last].Parts, f)
		}
	}
	return a.Comment, list
}

// CheckCases makes each case of an archive anew and compares it with what it wants, or writes that anew.
func CheckCases(t testing.TB, name string, made func(Case) string) {
	t.Helper()
	comment, list := read(t, name)
	a := &txtar.Archive{Comment: comment}
	for _, c := range list {
		a.Files = append(a.Files, txtar.File{Name: "case " + c.Name})
		a.Files = append(append(a.Files, c.Parts...), txtar.File{Name: "want", Data: []byte(made(c))})
	}
	Check(t, name, txtar.Format(a))
}

// CheckLines makes anew what is said of each line of a file in testdata, which is below it behind tabs, and compares
// that with the file, or writes it anew. Empty lines and those that begin with # are no input.
func CheckLines(t testing.TB, name string, said func(line string) string) {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(string(Read(t, filepath.Join("testdata", name)))) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "\t") {
			continue
		}
		b.WriteString(line + "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if says := strings.TrimSuffix(said(line), "\n"); says != "" {
			b.WriteString("\t" + strings.ReplaceAll(says, "\n", "\n\t") + "\n")
		}
	}
	Check(t, name, []byte(b.String()))
}

// Fields returns what is set in a struct, by the names of its exported fields, and of the fields of structs in it:
// "High.Value: 2.21". show returns how a value is written, or nil for as it is.
func Fields(of any, show func(value any) any) (list []string) {
	v := reflect.Indirect(reflect.ValueOf(of))
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !f.IsExported() || v.Field(i).IsZero() {
			continue
		}
		value := v.Field(i).Interface()
		shown := show(value)
		if _, named := value.(fmt.Stringer); shown == nil && f.Type.Kind() == reflect.Struct && !named {
			for _, field := range Fields(value, show) {
				list = append(list, f.Name+"."+field)
			}
			continue
		}
		list = append(list, fmt.Sprintf("%s: %v", f.Name, cmp.Or(shown, value)))
	}
	return list
}
