package main

import (
	"fmt"
	"io"
	"io/fs"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/testscript"

	"burdenshare/internal/chromium"
	"burdenshare/internal/command/build"
	"burdenshare/internal/command/verify"
	"burdenshare/internal/golden"
	"burdenshare/internal/load"
	"burdenshare/internal/raster"
	"burdenshare/internal/tempdir"
)

func TestMain(m *testing.M) {
	if os.Getenv("BUILD_AS_MAIN") != "" { // TestSameBytes runs this program as the command
		main()
	}
	testscript.Main(suite{m}, map[string]func(){"burdenshare": main})
}

// A suite is the tests, asking for what they want themselves on GitHub too.
type suite struct{ *testing.M }

func (s suite) Run() int {
	tempdir.Prepare()
	dir, err := os.MkdirTemp("", "pictures")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	root, err := os.OpenRoot(dir)
	if err != nil {
		log.Fatal(err)
	}
	defer root.Close()
	kept.Pictures = raster.OpenCache(root)
	return chromium.Main(s.M)
}

// TestScripts runs the end-to-end sites. Each starts from testdata/base, a tiny report on development aid, and changes
// what it is about; the files in a script stand over those of the base.
func TestScripts(t *testing.T) {
	here, err := filepath.Abs("testdata") // build leaves the folder
	golden.OK(t, err)
	path, base := os.Getenv("PATH"), baseFiles()
	t.Cleanup(func() {
		if t.Failed() && !*golden.Update {
			t.Log("in a difference, + is what is wanted: if - is right too, run go test ./cmd/build -run TestScripts -update")
		}
	})
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(here, "script"),
		UpdateScripts: *golden.Update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("GITHUB_ACTIONS", "")
			env.Setenv("PATH", path)    // that of the process may be another script's at this moment
			missing := maps.Clone(base) // those that the script does not bring
			maps.DeleteFunc(missing, func(name string, _ *fstest.MapFile) bool {
				_, err := os.Stat(filepath.Join(env.WorkDir, name))
				return err == nil
			})
			return os.CopyFS(env.WorkDir, missing)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"build":  inProcess(buildKept),
			"verify": inProcess(verify.Run),
			// within looks for a text in every file of a folder.
			"within": func(ts *testscript.TestScript, neg bool, args []string) {
				found := ""
				ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d fs.DirEntry, err error) error {
					if err == nil && !d.IsDir() && strings.Contains(ts.ReadFile(path), args[1]) {
						found = path
					}
					return err
				}))
				if neg && found != "" {
					ts.Fatalf("%q stands in %s", args[1], found)
				}
				if !neg && found == "" {
					ts.Fatalf("%q stands nowhere in %s", args[1], args[0])
				}
			},
			// crlf ends the lines of all files of some folders with CR LF.
			"crlf": func(ts *testscript.TestScript, _ bool, args []string) {
				for _, arg := range args {
					ts.Check(filepath.WalkDir(ts.MkAbs(arg), func(path string, d fs.DirEntry, err error) error {
						if err != nil || d.IsDir() {
							return err
						}
						return os.WriteFile(path, []byte(strings.ReplaceAll(ts.ReadFile(path), "\n", "\r\n")), 0o666)
					}))
				}
			},
		},
	})
}

var building sync.Mutex

// scriptReaders are what scripts read with, which build in turns: a Reader keeps one look, so builds with libraries and
// checks without have one each, and so has every script that brings a look of its own.
var scriptReaders = map[string]*load.Reader{}

// buildKept is the subcommand build with what former scripts have read and painted, but for libraries: those are looked
// for anew only by a reader that has kept nothing.
func buildKept(args []string, stdout, stderr io.Writer) int {
	m, here := build.MemoryBuild{Pictures: kept.Pictures}, os.DirFS(".")
	if _, err := fs.Stat(here, "package.json"); err == nil {
		return m.Run(args, stdout, stderr)
	}
	key := fmt.Sprint(slices.Contains(args, "-check"))
	if bringsLook(here) {
		wd, _ := os.Getwd() // the script's
		key += wd
	}
	if scriptReaders[key] == nil {
		scriptReaders[key] = load.Keeping()
	}
	m.Reader = scriptReaders[key]
	return m.Run(args, stdout, stderr)
}

// inProcess returns what runs a command in this process, which has one folder and one environment: one script after
// another. A script that needs a process of its own runs exec burdenshare.
func inProcess(run func(args []string, stdout, stderr io.Writer) int) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) { within(ts, neg, args, run) }
}

func within(ts *testscript.TestScript, neg bool, args []string, run func(args []string, stdout, stderr io.Writer) int) {
	building.Lock()
	defer building.Unlock()
	wd, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer func() { ts.Check(os.Chdir(wd)) }()
	for _, name := range []string{"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "HOME", "PATH"} {
		former := os.Getenv(name)
		ts.Check(os.Setenv(name, ts.Getenv(name)))
		defer func() { ts.Check(os.Setenv(name, former)) }()
	}
	if status := run(args, ts.Stdout(), ts.Stderr()); neg == (status == 0) {
		ts.Fatalf("it ended with status %d", status)
	}
}
