package burdenshare

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"burdenshare/internal/golden"
)

// inMap finds what ARCHITECTURE.md puts in backquotes.
var inMap = regexp.MustCompile("`([^`\n]+)`")

// TestArchitecture checks that the map names every package, that each file it
// names is there, and that it stays short enough to be read.
func TestArchitecture(t *testing.T) {
	text := golden.Read(t, "ARCHITECTURE.md")
	if n := strings.Count(string(text), "\n"); n > 200 {
		t.Errorf("ARCHITECTURE.md has %d lines, over 200", n)
	}
	layout, rest, _ := strings.Cut(string(text), "## How a figure travels")
	named := map[string]bool{}
	for _, m := range inMap.FindAllStringSubmatch(layout, -1) {
		named[m[1]] = true
	}
	dirs, err := filepath.Glob("internal/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		if !named[path.Base(filepath.ToSlash(dir))] {
			t.Errorf("the layout does not name %s", dir)
		}
	}
	for _, m := range inMap.FindAllStringSubmatch(rest, -1) {
		name := m[1]
		if !strings.Contains(name, "/") || strings.ContainsAny(name, " <*…[{") || strings.HasPrefix(name, "/") || strings.HasPrefix(name, ".") {
			continue // not a file that is there
		}
		if first, _, _ := strings.Cut(name, "/"); first == "internal" || first == "templates" || first == "docs" || first == "cmd" {
			if _, err := os.Stat(name); err != nil {
				t.Errorf("%s is not there: %v", name, err)
			}
		}
	}
}

// TestReadable holds that the code that is no test has lines of at most 120 columns, a tab being four, and functions of
// at most 60 lines in which if, for, switch and select are nested three deep at most.
func TestReadable(t *testing.T) {
	files := token.NewFileSet()
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "node_modules" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && d.IsDir() && name != "." {
			return cmp.Or(err, fs.SkipDir)
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src := golden.Read(t, name)
		n := 0
		for line := range strings.Lines(strings.ReplaceAll(string(src), "\t", "    ")) {
			if n++; utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > 120 {
				t.Errorf("%s:%d has more than 120 columns", name, n)
			}
		}
		f, err := parser.ParseFile(files, name, src, parser.SkipObjectResolution)
		for _, d := range f.Decls {
			if _, ok := d.(*ast.FuncDecl); ok {
				if at := files.Position(d.Pos()); files.Position(d.End()).Line-at.Line >= 60 {
					t.Errorf("%s: a function of more than 60 lines", at)
				}
			}
			ast.PreorderStack(d, nil, func(n ast.Node, stack []ast.Node) bool {
				if nesting(stack) == 3 && nesting(append(stack, n)) == 4 {
					t.Errorf("%s: the fourth of nested if, for, switch and select: else if is beside its if, and a closure is in what is round it", files.Position(n.Pos()))
				}
				return true
			})
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// nesting returns how many blocks of control flow are one in the other along a path of nodes.
func nesting(path []ast.Node) (depth int) {
	for i, n := range path {
		switch n.(type) {
		case *ast.IfStmt:
			if _, elseIf := path[i-1].(*ast.IfStmt); !elseIf {
				depth++
			}
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			depth++
		}
	}
	return depth
}
