// Rename gives the module of a fork a path of its own, so that its commands
// can be installed from where it lives:
//
//	go run ./cmd/rename github.com/you/report
//	go install github.com/you/report/cmd/build@latest
//
// It changes the module line of go.mod and the import paths in all Go files
// below -root, and nothing else. Exit status: 0 renamed; 1 a file cannot be
// read or written, and those named before it are changed; 2 wrong usage.
package main

import (
	"errors"
	"flag"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("rename", flag.ContinueOnError)
	f.SetOutput(stderr)
	root := f.String("root", ".", "the `folder` that holds go.mod")
	if err := f.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if f.NArg() != 1 {
		fmt.Fprintln(stderr, "rename: give the new path of the module, as github.com/you/report")
		return 2
	}
	to := f.Arg(0)
	if err := module.CheckPath(to); err != nil {
		fmt.Fprintf(stderr, "rename: %v\n", err)
		return 2
	}
	from, changed, err := rename(*root, to)
	if err != nil {
		fmt.Fprintf(stderr, "rename: %v\n", err)
		return 1
	}
	fmt.Fprintf(stdout, "renamed %s to %s in %d files\n", from, to, changed)
	return 0
}

// rename gives the module in a folder another path, and tells the former one
// and how many files changed.
func rename(root, to string) (from string, changed int, err error) {
	name := filepath.Join(root, "go.mod")
	src, err := os.ReadFile(name)
	if err != nil {
		return "", 0, err
	}
	mod, err := modfile.Parse(name, src, nil)
	if err != nil {
		return "", 0, err
	}
	if mod.Module == nil {
		return "", 0, fmt.Errorf("%s names no module", name)
	}
	if from = mod.Module.Mod.Path; from == to {
		return from, 0, nil
	}
	err = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != root && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		did, err := renameImports(name, from, to)
		if did {
			changed++
		}
		return err
	})
	if err != nil {
		return from, changed, err
	}
	if err := mod.AddModuleStmt(to); err != nil {
		return from, changed, err
	}
	out, err := mod.Format()
	if err != nil {
		return from, changed, err
	}
	return from, changed + 1, os.WriteFile(name, out, 0o666) // last: until then the command can be run again
}

// renameImports changes the imports of one Go file, and says whether it did.
func renameImports(name, from, to string) (bool, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return false, err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, parser.ImportsOnly)
	if err != nil {
		return false, err
	}
	out := slices.Clone(src)
	for _, spec := range slices.Backward(file.Imports) { // from the end, so that offsets hold
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return false, err
		}
		if rest, ok := strings.CutPrefix(path, from); ok && (rest == "" || rest[0] == '/') {
			at, end := set.Position(spec.Path.Pos()).Offset, set.Position(spec.Path.End()).Offset
			out = slices.Replace(out, at, end, []byte(strconv.Quote(to+rest))...)
		}
	}
	if slices.Equal(out, src) {
		return false, nil
	}
	if out, err = format.Source(out); err != nil { // sorts the imports
		return false, fmt.Errorf("%s: %w", name, err)
	}
	return true, os.WriteFile(name, out, 0o666)
}
