package site

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
)

// A redirect is the page that stands at a former address and leads to the new
// one. It works without a script, under any path and from the file system.
type redirect struct{ To *Article }

// placeAliases makes a list of former addresses, and complains of those that
// a page has.
func (s *Site) placeAliases(errs *diag.List) {
	s.moved = map[string]*Article{}
	all := slices.Concat(s.Articles, s.Menu)
	for _, a := range all {
		for i, alias := range a.Aliases {
			if slices.ContainsFunc(all, func(b *Article) bool { return strings.EqualFold(b.Path, alias) }) {
				continue // content has said it
			}
			if s.targets[alias] != nil || s.targets[alias+"/"] != nil {
				errs.Errorf(a.AliasPos[i], "alias %q is an address of the site", "/"+alias+"/").
					Hint("an alias is an address that nothing has any more; delete it")
				continue
			}
			s.moved[alias] = a
		}
	}
}

// redirectFile gives the file that answers a former address.
func redirectFile(alias string) string {
	if ext := path.Ext(alias); strings.EqualFold(ext, ".html") || strings.EqualFold(ext, ".htm") {
		return alias
	}
	return alias + "/index.html"
}

// addRedirects adds the pages at former addresses. It comes last, when all
// other files are known, so that none of them is in its way.
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
	for _, a := range slices.Concat(s.Articles, s.Menu) {
		for i, alias := range a.Aliases {
			name := redirectFile(alias)
			if !free(name) {
				errs.Errorf(a.AliasPos[i], "alias %q is an address of the site", "/"+alias).
					Hint("an alias is an address that nothing has any more; delete it")
				continue
			}
			take(name)
			f := &frame{Page: &Page{Path: strings.TrimSuffix(name, "index.html"), Title: a.Headline, Of: a.URL, View: redirect{a}}, Site: s, Root: address.Root(name), templates: t}
			var b bytes.Buffer
			if err := t.pages["redirect.html"].Execute(&b, f); err != nil {
				e := fault(err)
				e.Msg += " (on the page /" + f.Path + ")"
				errs.Add(e)
				return
			}
			files[name] = b.Bytes()
			hosts.WriteString(redirectLines(alias, a))
		}
	}
	files[redirectsFile] = []byte(hosts.String())
}
