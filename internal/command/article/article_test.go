package article

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
	"burdenshare/internal/load"
	"burdenshare/internal/site"
	"burdenshare/internal/tempdir"
)

func TestMain(m *testing.M) {
	tempdir.Prepare()
	testscript.Main(m, map[string]func(){"new": func() { os.Exit(Run(os.Args[1:], os.Stdout, os.Stderr)) }})
}

// TestScripts begins articles in the tiny report on development aid that the
// build command is tested with, and in a whole report.
func TestScripts(t *testing.T) {
	repo, err := filepath.Abs(filepath.Join("..", "..", ".."))
	golden.OK(t, err)
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(env.WorkDir, os.DirFS(filepath.Join(repo, "cmd", "build", "testdata", "base")))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// sound puts the report in a folder together as build -drafts -strict does; a finding of any kind fails.
			"sound": func(ts *testscript.TestScript, _ bool, args []string) {
				assembled(ts, ts.MkAbs(args[0]))
			},
			// whole copies what a whole report is made from.
			"whole": func(ts *testscript.TestScript, _ bool, args []string) {
				to := ts.MkAbs(args[0])
				ts.Check(os.CopyFS(to, os.DirFS(filepath.Join(repo, "testdata", "report"))))
			},
		},
	})
}

func assembled(ts *testscript.TestScript, dir string) {
	opts := site.Options{AsOf: civil.MustParse("2030-01-01"), Drafts: true}
	from, _, errs := new(load.Reader).Read(os.DirFS(dir), load.Options{Site: opts})
	s, more := site.Assemble(from)
	ts.Logf("%d articles", len(s.Articles))
	if errs.Add(more...); len(errs) > 0 {
		ts.Fatalf("%v", errs)
	}
}
