package release

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"burdenshare/internal/golden"
	"burdenshare/internal/tempdir"
)

func TestMain(m *testing.M) {
	tempdir.Prepare()
	testscript.Main(m, map[string]func(){"import": func() { os.Exit(Run(os.Args[1:], os.Stdout, os.Stderr)) }})
}

// TestScripts imports into the tiny report on development aid that the build command is tested with.
func TestScripts(t *testing.T) {
	base, err := filepath.Abs(filepath.Join("..", "..", "..", "cmd", "build", "testdata", "base"))
	golden.OK(t, err)
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(env.WorkDir, os.DirFS(base))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// narrow says that no line of a file is wider than a terminal.
			"narrow": func(ts *testscript.TestScript, _ bool, args []string) {
				for _, line := range strings.Split(ts.ReadFile(args[0]), "\n") {
					if len([]rune(line)) > width {
						ts.Fatalf("a line of %d characters: %s", len([]rune(line)), line)
					}
				}
			},
		},
	})
}
