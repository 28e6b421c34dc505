package article

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"burdenshare/internal/asset"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/site"
	"burdenshare/internal/tempdir"
	"burdenshare/templates"
)

func TestMain(m *testing.M) {
	tempdir.InMemory()
	testscript.Main(m, map[string]func(){"new": func() { os.Exit(Run(os.Args[1:], os.Stdout, os.Stderr)) }})
}

// TestScripts begins articles in the tiny report on development aid that the
// build command is tested with, and in a whole report.
func TestScripts(t *testing.T) {
	repo, err := filepath.Abs(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
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
	root := os.DirFS(dir)
	cfg, errs := config.Load(root)
	data, more := dataset.Load(root)
	errs.Add(more...)
	lex, more := lexicon.Load(templates.FS, cfg.Language)
	errs.Add(more...)
	texts, more := content.Load(root, content.Options{Numbers: lex.Finder(cfg.Nouns(), data.Marks())})
	errs.Add(more...)
	assets, more := asset.Load(templates.FS)
	errs.Add(more...)
	catalog, more := i18n.Load(templates.FS, templates.FS, cfg.Language)
	errs.Add(more...)
	if len(errs) == 0 {
		s, more := site.Assemble(cfg, data, texts, assets, site.Options{AsOf: civil.MustParse("2030-01-01"), Drafts: true, Catalog: catalog, Lexicon: lex, Assets: os.DirFS(filepath.Join(dir, "content"))})
		errs.Add(more...)
		ts.Logf("%d articles", len(s.Articles))
	}
	if len(errs) > 0 {
		ts.Fatalf("%v", errs)
	}
}
