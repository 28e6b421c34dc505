package links

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A target is something on the site that a link can lead to.
type target struct {
	ids  []string // its fragments; nil if they are not known before rendering
	more bool     // it also has fragments of charts or figures
}

// Resolve returns the site path that a link in a text means. A link may name a Markdown file or an asset beside it, a
// heading, or an address of the site, absolute or relative to the page's own.
func (l *Links) Resolve(from *content.Article, dest string, pos diag.Pos) (string, *diag.Error) {
	dest, fragment, hasFragment := strings.Cut(dest, "#")
	dest, query, _ := strings.Cut(dest, "?")
	generated := false // the address would be that of a page made from figures
	fail := func(hint, msg string) (string, *diag.Error) {
		return "", &diag.Error{Pos: pos, Msg: msg, HintText: hint, Figures: generated}
	}
	// Markdown addresses may be written with percent signs: "a%20b.png".
	if plain, err := url.PathUnescape(dest); err == nil {
		dest = plain
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	where, placed := "", true
	switch {
	case dest == "":
		where, placed = urlOf(from), from.Path != ""
	case strings.HasSuffix(strings.ToLower(dest), ".md"):
		a, wrong := l.byFile(from, dest)
		if wrong != nil {
			return fail(wrong.HintText, "a link to content/"+places(from, dest)[0]+", "+wrong.Msg)
		}
		where, placed = urlOf(a), a.Path != ""
	default:
		var tried []string
		if where, tried = l.lookup(from, dest); where == "" {
			where = l.later(tried, pos)
		}
		if where == "" {
			generated = path.Ext(dest) == "" || strings.HasPrefix(dest, "/data/")
			if wrong := l.missing(from, dest, tried); wrong != nil {
				_, e := fail(wrong.HintText, "a link to "+dest+", "+wrong.Msg)
				e.Follows = wrong.Follows // it may only follow from the wrong name of the article
				return "", e
			}
			return fail(cmp.Or(l.nearestTarget(tried),
				"write an address of the site, such as /members/, or the path of a file beside this one"),
				"a link to "+dest+", which is not on the site")
		}
	}
	to := where
	if query != "" {
		to += "?" + query
	}
	if !hasFragment || !placed { // what has no address has a wrong name, which has been reported
		return to, nil
	}
	if wrong := l.checkFragment(Fragment{where, fragment, pos}); wrong != nil {
		return "", wrong
	}
	return to + "#" + fragment, nil
}

// checkFragment returns what is wrong with a place on a page that the target's ids tell, and remembers one that only
// the rendered page can tell.
func (l *Links) checkFragment(f Fragment) *diag.Error {
	t := l.targets[f.Page]
	switch {
	case f.ID == "" || t != nil && slices.Contains(t.ids, f.ID):
		return nil
	case t == nil || t.ids == nil || t.more && made(f.ID):
		l.mu.Lock()
		defer l.mu.Unlock()
		l.fragments = append(l.fragments, f)
		return nil
	}
	hint := "the page has no headings"
	if len(t.ids) > 0 {
		hint = diag.DidYouMean(f.ID, t.ids, "its headings are "+strings.Join(t.ids, ", "))
	}
	return &diag.Error{Pos: f.Pos, Msg: "a link to #" + f.ID + ", which is not on the page", HintText: hint}
}

// made reports whether a fragment looks like the place of a figure or chart, which is not an id of the editor.
func made(fragment string) bool {
	return strings.HasPrefix(fragment, "fact-") || slices.ContainsFunc(kind.Every.Names(), func(kind string) bool {
		return fragment == kind || strings.HasPrefix(fragment, kind+"-")
	})
}

// lookup tries the places that a destination can mean: beside the file, below the page's own address, from the top of
// the site.
func (l *Links) lookup(from *content.Article, dest string) (where string, tried []string) {
	if form, ok := strings.CutPrefix(dest, "/"); ok && l.targets[form] != nil &&
		l.sources[strings.TrimSuffix(form, "/")] == "" { // as the site writes it
		l.used.Store(form, true)
		return form, nil
	}
	for _, file := range places(from, dest) {
		if published := l.sources[file]; published != "" {
			l.used.Store(published, true)
			return published, nil
		}
	}
	tail := ""
	if strings.HasSuffix(dest, "/") || strings.HasSuffix(dest, "/index.html") {
		tail = "/"
	}
	clean := strings.TrimSuffix(dest, "index.html")
	below := places(from, clean)
	if !strings.HasPrefix(dest, "/") {
		below = append(below, path.Join(urlOf(from), clean))
	}
	tried = lists.Each(below, func(p string) string { return path.Join("/", p)[1:] })
	for _, t := range tried {
		for _, form := range []string{t + tail, t + "/"} {
			if form == "/" || l.targets[form] != nil {
				l.used.Store(form, true)
				return form, tried
			}
		}
	}
	return "", tried
}

// byFile returns the text that a destination names. If a text becomes a folder with an index.md, or the other way
// round, links to it and in it remain valid.
func (l *Links) byFile(from *content.Article, dest string) (*content.Article, *diag.Error) {
	files := places(from, dest)
	for _, file := range files {
		if a := l.texts[textName(file)]; a != nil {
			return a, nil
		}
	}
	for _, left := range l.leftOut {
		for _, file := range files {
			if below, ok := strings.CutPrefix(left.File, "content/"); ok && textName(below) == textName(file) {
				return nil, &diag.Error{Msg: "which is not published: " + left.Reason,
					HintText: "link to it when it is published"}
			}
		}
	}
	if below, ok := strings.CutPrefix(strings.TrimPrefix(dest, "/"), "content/"); ok {
		if a := l.texts[textName(below)]; a != nil {
			return nil, &diag.Error{Msg: "which does not exist", HintText: "write its relative path, " +
				written(from, "", strings.TrimPrefix(a.File, "content/"))}
		}
	}
	known := map[string]*content.Article{} // by name, with its day and without
	for _, name := range slices.Sorted(maps.Keys(l.texts)) {
		a := l.texts[name]
		known[name], known[path.Join(path.Dir(name), path.Base(a.Path))] = a, a
	}
	hint := "articles are in content/articles, standing pages in content/pages"
	if a := known[nearest(textName(files[0]), slices.Collect(maps.Keys(known)))]; a != nil {
		hint = "did you mean " + written(from, dest, strings.TrimPrefix(a.File, "content/")) + "? " + hint
	}
	return nil, &diag.Error{Msg: "which does not exist", HintText: hint}
}

// textName returns the name of a Markdown file, which is the same for a file and a folder: "articles/trees" for
// articles/trees.md and articles/trees/index.md.
func textName(file string) string {
	file = strings.TrimPrefix(file, "content/")
	return strings.TrimSuffix(strings.TrimSuffix(file, path.Ext(file)), "/index")
}

// places returns the paths below content/ that a destination in an article can name: as it is written, and as it was
// before the article became a folder, or a file. A path that leads outside begins with "..".
func places(from *content.Article, dest string) []string {
	if strings.HasPrefix(dest, "/") {
		return []string{path.Clean(dest)[1:]}
	}
	dir := path.Dir(strings.TrimPrefix(from.File, "content/"))
	list := []string{path.Join(dir, dest)}
	if from.Folder != "" {
		return append(list, path.Join(path.Dir(dir), dest))
	}
	if rest, ok := strings.CutPrefix(dest, "../"); ok {
		list = append(list, path.Join(dir, rest))
	}
	return list
}

// LeftOutByDay reports whether a link leads to an article that is only not published yet on the report's own day.
func (l *Links) LeftOutByDay(from *content.Article, dest string) bool {
	dest, _, _ = strings.Cut(dest, "#")
	files := places(from, dest)
	return slices.ContainsFunc(l.leftOut, func(left LeftOut) bool {
		return strings.HasPrefix(left.Reason, "dated ") &&
			slices.ContainsFunc(files, func(f string) bool { return "content/"+f == left.File })
	})
}

// nearestTarget returns a hint with the address most similar to one of those tried, or "".
func (l *Links) nearestTarget(tried []string) string {
	var known []string
	for t := range l.targets {
		if !strings.HasSuffix(t, "/now/") {
			known = append(known, strings.TrimSuffix(t, "/"))
		}
	}
	for _, t := range tried {
		if m := l.rep.Data.Members[strings.ToUpper(path.Base(t))]; m != nil {
			if page := "members/" + address.Slug(m.Name) + "/"; l.targets[page] != nil {
				return "write /" + page
			}
		}
		if n := nearest(t, known); n != "" {
			return "did you mean /" + n + "?"
		}
	}
	return ""
}

// nearest returns the path most similar to one, of those whose last part is, or else the first of them, or "". By the
// whole path any file of a folder would be similar, as its name has so many letters.
func nearest(to string, known []string) string {
	name := diag.Nearest(path.Base(to), lists.Each(known, path.Base))
	alike := slices.DeleteFunc(slices.Sorted(slices.Values(known)), func(k string) bool { return path.Base(k) != name })
	if near := diag.Nearest(to, alike); near != "" || len(alike) == 0 {
		return near
	}
	return alike[0]
}
