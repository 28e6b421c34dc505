package site

import (
	"bytes"
	_ "embed"
	"fmt"
	"path"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/diag"
	"burdenshare/internal/links"
	"burdenshare/internal/pages"
)

// addRedirects adds the pages at former addresses that lead to the new ones. They work without a script, under any path
// and from the file system. It is called last, when all other files are known, to find conflicts.
func (s *Site) addRedirects(t *Templates, files map[string][]byte, errs *diag.List) {
	taken, folders := map[string]bool{}, map[string]bool{} // in lower case, as on many disks case does not count
	take := func(name string) {
		name = strings.ToLower(name)
		taken[name] = true
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	for name := range files {
		take(name)
	}
	free := func(name string) bool {
		name = strings.ToLower(name)
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if taken[dir] {
				return false
			}
		}
		return !taken[name] && !folders[name] && !reserved(name)
	}
	var hosts strings.Builder
	hosts.WriteString("# Former addresses, for hosts that lead on themselves.\n")
	for _, a := range s.All() {
		for i, alias := range a.Aliases {
			name := links.RedirectFile(alias)
			if !free(name) {
				errs.Errorf(a.AliasPos[i], "alias %q is an address of the site", "/"+alias).
					Hint("an alias must be an address that is no longer used; delete it")
				continue
			}
			take(name)
			p := &pages.Page{Path: strings.TrimSuffix(name, "index.html"), Template: "redirect.html", Title: a.Headline,
				Of: a.URL}
			page, wrong := s.renderPage(t, p, false, bytes.Clone)
			if wrong != nil {
				errs.Add(wrong)
				return
			}
			files[name] = page
			hosts.WriteString(redirectLines(alias, a))
		}
	}
	files[redirectsFile] = []byte(hosts.String())
}

// Files that some hosts read, such as Netlify, Cloudflare Pages and GitLab. Others serve them like any file, which does
// no harm. Paths in them are those of the folder that is served, whatever the published address.
const (
	headersFile   = "_headers"
	redirectsFile = "_redirects"
)

// headers are what a host is to send beside files: those named by their
// content may be kept for ever, and data may be read by pages of other sites.
//
//go:embed headers.txt
var headers string

// redirectLines returns the rules for a former address, with and without the final slash, so that the server redirects
// and not only the page there.
func redirectLines(alias string, to *article.Article) string {
	from := "/" + address.Escape(alias)
	line := func(from string) string { return fmt.Sprintf("%s /%s 301\n", from, address.Escape(to.URL)) }
	if path.Base(links.RedirectFile(alias)) == "index.html" {
		return line(from) + line(from+"/")
	}
	return line(from)
}
