package build

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/site"
)

// TestVersion holds the version against the changelog: a release has its own
// heading on top, and between releases there is what is not released.
func TestVersion(t *testing.T) {
	src := golden.Read(t, filepath.Join("..", "..", "..", "CHANGELOG.md"))
	heads := regexp.MustCompile(`(?m)^## (.*)$`).FindAllStringSubmatch(string(src), -1)
	if len(heads) == 0 {
		t.Fatal("the changelog has no heading")
	}
	number, dev := strings.CutSuffix(site.Version, "-dev")
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(number) {
		t.Errorf("the version is %q", site.Version)
	}
	top := heads[0][1]
	if dev && top != "Unreleased" {
		t.Errorf("version %s, but the changelog begins with %q", site.Version, top)
	}
	if !dev && !regexp.MustCompile(`^`+regexp.QuoteMeta(number)+` \(\d{4}-\d{2}-\d{2}\)$`).MatchString(top) {
		t.Errorf("version %s, but the changelog begins with %q", site.Version, top)
	}
	if got := Version(); !strings.HasPrefix(got, "burdenshare "+site.Version+" (") {
		t.Errorf("said %q", got)
	}
}
