package start

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
)

// begin runs init, which asks nothing.
func begin(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(""), false, &out, &errs)
	return status, out.String(), errs.String()
}

// TestRegions holds that a report in another language has regions in it, as readers see them.
func TestRegions(t *testing.T) {
	dir := t.TempDir()
	status, _, wrong := begin(dir, "-name", "Doses", "-members", "g20", "-language", "fr", "-date", "2026-11-28", "-unit", "doses",
		"-guideline", "10 millions de doses", "-at-least", "10000000")
	if status != 0 {
		t.Fatalf("status %d: %s", status, wrong)
	}
	members := string(golden.Read(t, filepath.Join(dir, "data/members.csv")))
	for _, region := range []string{"Amérique du Nord", "Asie", "Afrique"} {
		if !strings.Contains(members, ","+region+",") {
			t.Errorf("no member in %s", region)
		}
	}
	if strings.Contains(members, ",South America,") {
		t.Error("a region is called in English")
	}
	if said, ok := build.Silently("-root", dir, "-check", "-strict"); !ok && !strings.Contains(said, "nothing of") || strings.Contains(said, "without evidence") {
		t.Errorf("the first article: %s", said)
	}
}

// TestNext holds what is said of the next steps: what to write where the workflows name nobody's repository, and the
// next command so that it can be copied where the folder's name has blanks.
func TestNext(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args []string
		want string
		not  string
	}{
		{[]string{"ours"}, "next     cd ours && burdenshare serve\n", ""},
		{[]string{"Our report"}, "next     cd \"Our report\" && burdenshare serve\n", ""},
		{[]string{"theirs"}, "\nbefore you publish: in .github/workflows replace ", ""},
		{[]string{"named", "-action", "acme/burdenshare@v0.1.0"}, "next", "before you publish"},
	} {
		status, said, wrong := begin(append(c.args, "-date", "2026-11-28")...)
		said = strings.ReplaceAll(said, "go run ./cmd/", "")
		if status != 0 || !strings.Contains(said, c.want) || c.not != "" && strings.Contains(said, c.not) {
			t.Errorf("%q: status %d, %s%s", c.args, status, said, wrong)
		}
	}
}

// TestAsked holds that all is asked once more where an answer is wrong, with what was answered.
func TestAsked(t *testing.T) {
	var out, errs bytes.Buffer
	answers := "Doses\nfr\n" + strings.Repeat("\n", 14) + "\ng20\n"
	status := run([]string{t.TempDir()}, strings.NewReader(answers), true, &out, &errs)
	said := out.String()
	if status != 0 || !strings.Contains(errs.String(), "no members \"fr\"") || !strings.Contains(said, "created  Doses in ") ||
		!strings.Contains(said, "called? [Doses]: ") || !strings.Contains(said, "a CSV file like data/members.csv [fr]: ") {
		t.Errorf("status %d\n%s\n%s", status, said, errs.String())
	}
}

// TestRefused holds what is said of answers from which no report is made, and that nothing is written.
func TestRefused(t *testing.T) {
	golden.CheckLines(t, "refused.txt", func(line string) string {
		dir, args := t.TempDir(), strings.Fields(line)
		if strings.HasPrefix(line, "-") {
			args = append(args, dir)
		}
		status, said, wrong := begin(args...)
		if list, err := os.ReadDir(dir); err != nil || len(list) > 0 {
			t.Errorf("%s wrote something: %v", line, err)
		}
		return fmt.Sprintf("%s%sexit status %d", said, wrong, status)
	})
}
