package sitetest_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/sitetest"
)

// TestLinkable links from a text to every page and to every file with an address of its own. A page type whose
// addresses are not among those of pages.Views, or a file that is not in address.Fixed, can be read but not linked to.
func TestLinkable(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a report")
	}
	var text strings.Builder
	text.WriteString("+++\ntitle = \"All pages\"\nsummary = \"S\"\n+++\n\n")
	for _, file := range slices.Sorted(maps.Keys(sitetest.Whole(t).Files)) {
		top, below, _ := strings.Cut(file, "/")
		switch {
		case strings.HasSuffix(file, "/now/index.html"):
			continue // to which texts lead
		case strings.HasSuffix(file, "/index.html"), top == "data", top == "charts" && path.Ext(below) != ".js", top == "tables",
			strings.Contains(path.Base(file), "feed."), top == "schema":
			text.WriteString("- [to](/" + strings.TrimSuffix(file, "index.html") + ")\n")
		}
	}
	sitetest.Assembled(t, map[string]string{"content/pages/all.md": text.String()})
}
