package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestMain runs the program if the test binary is called by its name, as programIn has it called.
func TestMain(m *testing.M) {
	if strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe") == "burdenshare" {
		main()
	}
	os.Exit(m.Run())
}

// programIn returns a folder with the program, a copy of the test binary: to link another takes seconds.
func programIn(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the program")
	}
	self, err := os.Executable()
	golden.OK(t, err)
	src := golden.Read(t, self)
	dir, name := t.TempDir(), "burdenshare"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	golden.OK(t, os.WriteFile(filepath.Join(dir, name), src, 0o755))
	return dir
}

// TestCommands runs the program as people call it when they do not know it.
func TestCommands(t *testing.T) {
	for _, c := range []struct {
		args   string
		status int
		stdout string
		stderr string
	}{
		{"", 2, "", "  build       make the site\n"},
		{"help", 0, "The guides are another-report, editing, editors, ", ""},
		{"-help", 0, "  serve ", ""},
		{"biuld", 2, "", "burdenshare: unknown command \"biuld\"\n\thint: did you mean \"build\"?"},
		{"help check", 0, "  -against folder\n    \tprint what", ""},
		{"help build", 0, "  -against folder\n    \twith -check: print what", ""},
		{"help facts", 0, "# ", ""},
		{"help completion", 0, "completion: print what makes a shell complete commands", ""},
		{"help check facts", 2, "", "burdenshare: 2 topics\n\thint: ask for one at a time"},
		{"help fact", 2, "", "burdenshare: no help on \"fact\"\n\thint: did you mean \"facts\"?"},
		{"version", 0, "burdenshare ", ""},
		{"-version", 0, "burdenshare ", ""},
		{"version extra", 2, "", `unexpected argument "extra"`},
		{"new", 2, "", "new: an article needs a title"},
		{"serve -port 1", 2, "", "serve: unknown flag -port"},
		{"check -root nowhere", 2, "", "check: -root nowhere: no such file or directory"},
		{"verify -rebuild=perhaps", 2, "", "verify: -rebuild: "},
		{"template", 0, "assets/tokens.css\n", ""},
		{"template 404.html", 0, "{{/* From burdenshare ", ""},
		{"template templates/assets/print.css", 0, "@media print", ""},
		{"template 405.html", 2, "", "template: there is no template \"405.html\"\n\thint: did you mean \"404.html\"?"},
		{"template a b", 2, "", "template: one template at a time"},
		{"completion", 2, "", "name a shell: bash, zsh or fish"},
		{"completion tcsh", 2, "", "name a shell"},
		{"completion bash", 0, "complete -o default -F _burdenshare burdenshare\n", ""},
		{"completion zsh", 0, "bashcompinit", ""},
		{"completion fish", 0, "complete -c burdenshare", ""},
		{"completion -- ver", 0, "verify\nversion\n", ""},
		{"completion -- help fac", 0, "facts\n", ""},
		{"completion -- check -ag", 0, "-against\n", ""},
		{"completion -- import --", 0, "", ""},
	} {
		status, stdout, stderr := golden.Run(run, strings.Fields(c.args)...)
		if status != c.status || !strings.Contains(stdout, c.stdout) || !strings.Contains(stderr, c.stderr) ||
			c.stdout == "" && stdout != "" || c.stderr == "" && stderr != "" {
			t.Errorf("burdenshare %s: status %d\n%s\n%s", c.args, status, stdout, stderr)
		}
	}
}

// TestBash has a shell complete a command and a flag.
func TestBash(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no bash")
	}
	program := programIn(t)
	for words, want := range map[string]string{"burdenshare ser": "serve", "burdenshare check -stri": "-strict"} {
		list := strings.Fields(words)
		script := "PATH=" + program + ":$PATH; source <(burdenshare completion bash); COMP_WORDS=(" + words + "); COMP_CWORD=" +
			string(rune('0'+len(list)-1)) + "; _burdenshare; echo \"${COMPREPLY[*]}\""
		out, err := exec.Command("bash", "-c", script).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%s: got %q, want %q", words, got, want)
		}
	}
}
