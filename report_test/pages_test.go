package report_test

import (
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

// TestPages holds what pages say, and what they do not.
func TestPages(t *testing.T) {
	s := sitetest.Own(t)
	golden.CheckLines(t, "pages.txt", func(line string) string {
		file, text, _ := strings.Cut(line, ": ")
		switch {
		case s.Files[file] == nil:
			return "there is no such file"
		case !strings.Contains(string(s.Files[file]), text):
			return "is not said"
		}
		return ""
	})
}
