package content

import (
	"path"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
)

// parse makes an Article of the bytes of one file. It returns nil only if they are not text.
func parse(name string, raw []byte, opts Options) (*Article, diag.List) {
	var errs diag.List
	src, bad := decode(name, raw)
	if bad != nil {
		errs.Add(bad)
		return nil, errs
	}
	a := &Article{File: name, Pos: start(name), pathPos: start(name)}
	dir := path.Dir(name)
	if path.Base(name) == indexFile && dir != articlesDir && dir != pagesDir {
		a.Folder, dir = strings.TrimPrefix(dir, root+"/"), path.Dir(dir)
	}
	if dir == pagesDir {
		a.Kind, a.Latest = StandingPage, true
	}

	// The body is read even if the front matter is wrong, so that all errors are reported at once.
	f := split(src)
	opts.count = &a.Numbers
	switch {
	case f.problem != nil:
		f.problem.Pos.File = name
		errs.Add(f.problem)
		nameOnly(a, &errs)
	default:
		readFront(a, f, opts, &errs)
	}
	body := &diag.Lines{First: diag.Pos{File: name, Line: f.bodyLine, Col: 1}, Src: f.body}
	a.Body, a.Headings = parseBody(body, opts, &errs)
	a.unfinished(body, &errs)
	return a, errs
}

// nameOnly sets the address of an article whose front matter is unreadable, so that conflicts of addresses are still
// found.
func nameOnly(a *Article, errs *diag.List) {
	if a.Kind == StandingPage {
		pagePath(a, errs)
		return
	}
	n := a.parseName(errs)
	if address.Valid(n.slug) {
		a.Path = "articles/" + n.slug
	}
	a.Date, a.AsOf, a.Unread = n.day, n.day, true
}

// pagePath sets a standing page's address from the file's name.
func pagePath(a *Article, errs *diag.List) {
	name, form := a.name()
	switch {
	case !address.Valid(name):
		errs.Errorf(start(a.File), "%q cannot be an address", name).Hint("%s", suggestSlug(name, "rename "+form))
	case reserved(name):
		errs.Errorf(start(a.File), "/%s/ is an address of the site itself", name).
			Hint("give the %s another name", a.named())
	default:
		a.Path = name
	}
}
