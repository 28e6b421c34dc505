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
	src, ok := decode(name, raw, &errs)
	if !ok {
		return nil, errs
	}
	a := &Article{File: name, Pos: start(name), PathPos: start(name)}
	dir := path.Dir(name)
	if path.Base(name) == indexFile && dir != articlesDir && dir != pagesDir {
		a.Folder, dir = strings.TrimPrefix(dir, root+"/"), path.Dir(dir)
	}
	if dir == pagesDir {
		a.Kind, a.Latest = StandingPage, true
	}

	// The body is read even if the front matter is wrong, so that all errors are reported at once.
	f, ok := split(name, src, &errs)
	opts.count = &a.Numbers
	if ok {
		readFront(a, f, opts, &errs)
	} else {
		nameOnly(a, &errs)
	}
	body := &diag.Lines{First: diag.Pos{File: name, Line: f.bodyLine, Col: 1}, Src: f.body}
	a.Body, a.Headings = parseBody(body, opts, &errs)
	a.unfinished(body, grammarOf(opts.Words).words, &errs)
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

// decode prepares the bytes of a file for the parsers. Text that is not UTF-8 or contains control characters is refused
// at the first such place, since a file in another encoding would cause hundreds of errors.
func decode(file string, raw []byte, errs *diag.List) (src []byte, ok bool) {
	src, ok = errs.Text(start(file), raw)
	return src, ok && !errs.Control(src, func(i int) diag.Pos { return diag.Place(start(file), src, i) })
}
