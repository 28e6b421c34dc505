package start

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
)

// TestRegions holds that a report in another language has regions in it, as readers see them.
func TestRegions(t *testing.T) {
	dir := t.TempDir()
	var stdout, stderr bytes.Buffer
	args := []string{dir, "-name", "Doses", "-members", "g20", "-language", "fr", "-date", "2026-11-28", "-unit", "doses", "-guideline", "10 millions de doses", "-at-least", "10000000"}
	if status := run(args, strings.NewReader(""), false, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	members := golden.Read(t, filepath.Join(dir, "data/members.csv"))
	for _, region := range []string{"Amérique du Nord", "Asie", "Afrique"} {
		if !bytes.Contains(members, []byte(","+region+",")) {
			t.Errorf("no member in %s", region)
		}
	}
	if bytes.Contains(members, []byte(",South America,")) {
		t.Error("a region is called in English")
	}
	if status := build.Run([]string{"-root", dir, "-check", "-strict", "-quiet"}, &stdout, &stderr); status != 0 && !strings.Contains(stderr.String(), "nothing of") || strings.Contains(stderr.String(), "without evidence") {
		t.Errorf("the first article: %s", &stderr)
	}
}

// TestActionNamed holds that a report whose workflows name nobody's repository says what to write there.
func TestActionNamed(t *testing.T) {
	for _, c := range []struct {
		flags []string
		want  bool
	}{{nil, true}, {[]string{"-action", "acme/burdenshare@v0.1.0"}, false}} {
		var stdout, stderr bytes.Buffer
		args := append([]string{t.TempDir(), "-name", "Doses", "-members", "g20", "-date", "2026-11-28"}, c.flags...)
		if status := run(args, strings.NewReader(""), false, &stdout, &stderr); status != 0 {
			t.Fatalf("status %d: %s", status, &stderr)
		}
		if got := strings.Contains(stdout.String(), "\nbefore you publish: in .github/workflows write "); got != c.want {
			t.Errorf("%v: told %t, want %t:\n%s", c.flags, got, c.want, &stdout)
		}
	}
}

// TestNextWithBlanks holds that the next command can be copied where the folder's name has blanks.
func TestNextWithBlanks(t *testing.T) {
	t.Chdir(t.TempDir())
	for dir, want := range map[string]string{"Our report": `cd "Our report" && burdenshare serve`, "ours": `cd ours && burdenshare serve`} {
		var stdout, stderr bytes.Buffer
		if status := run([]string{dir, "-date", "2026-11-28"}, strings.NewReader(""), false, &stdout, &stderr); status != 0 {
			t.Fatalf("status %d: %s", status, &stderr)
		}
		if got := strings.ReplaceAll(stdout.String(), "go run ./cmd/", ""); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", dir, got, want)
		}
	}
}

// TestNameOfMark holds that another mark than that of the example does not have its name.
func TestNameOfMark(t *testing.T) {
	for _, flags := range [][]string{{"-at-least", "3"}, {"-at-most", "3"}, {"-unit", "doses"}} {
		var stdout, stderr bytes.Buffer
		status := run(append(flags, t.TempDir()), strings.NewReader(""), false, &stdout, &stderr)
		if want := "init: \"0.7% of national income\" is not the name of another mark\n"; status != 2 ||
			!strings.HasPrefix(stderr.String(), want) {
			t.Errorf("%v: %d, %s", flags, status, &stderr)
		}
	}
}
