package sitetest

import (
	"maps"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/address"
	"burdenshare/internal/golden"
	"burdenshare/internal/site"
)

// TestFolder opens a whole report from the disk, where only relative links that name a file work. It leaves out 404.html,
// which is for servers.
func TestFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("follows thousands of links")
	}
	s := Whole(t)
	dir := s.Folder(t)
	root := &url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}
	s.crawl(t, root, func(u *url.URL) (int, []byte) {
		name, inside := strings.CutPrefix(u.Path, root.Path)
		if u.Scheme != "file" || !inside || strings.HasSuffix(u.Path, "/") {
			return http.StatusForbidden, nil
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return http.StatusNotFound, nil
		}
		return http.StatusOK, data
	})
	for _, name := range address.Fixed {
		if _, ok := s.Files[name]; !ok && name != "manifest.json" { // which is written last, of all others
			t.Errorf("there is no /%s, to which texts may link", name)
		}
	}
}

// TestLinkable links from a text to every page and to every file with an address of its own. A page type whose
// addresses are not among those of pages.Views, or a file that is not in address.Fixed, can be read but not linked to.
func TestLinkable(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a report")
	}
	var text strings.Builder
	text.WriteString("+++\ntitle = \"All pages\"\nsummary = \"S\"\n+++\n\n")
	for _, file := range slices.Sorted(maps.Keys(Whole(t).Files)) {
		top, below, _ := strings.Cut(file, "/")
		switch {
		case strings.HasSuffix(file, "/now/index.html"):
			continue // to which texts lead
		case strings.HasSuffix(file, "/index.html"), top == "data", top == "charts" && path.Ext(below) != ".js", top == "tables",
			strings.Contains(path.Base(file), "feed."), top == "schema":
			text.WriteString("- [to](/" + strings.TrimSuffix(file, "index.html") + ")\n")
		}
	}
	more := map[string]string{"content/pages/all.md": text.String()}
	_, _, errs := assemble(Repo, golden.With(golden.FS(TestReport), more), site.Options{AsOf: late, Check: true})
	(&Site{problems: errs.Error()}).sound(t)
}
