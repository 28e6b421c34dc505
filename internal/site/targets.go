package site

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/report"
)

// A target is something on the site that a link can lead to.
type target struct {
	ids  []string // the fragments it has; nil when they are not known before rendering
	more bool     // it has others besides, of charts or figures
}

// makeTargets lists everything that links may lead to, and the content
// assets that are to be copied.
func (s *Site) makeTargets(c *content.Content, errs *diag.List) {
	s.targets = map[string]*target{"/": {}, "members/": {}, "years/": {}, "articles/": {}, "404.html": {}, "manifest.json": {}, "data/figures.csv": {}, packageFile: {}, "data/members.csv": {}, "data/measures.csv": {},
		"feed.xml": {}, "feed.json": {}, "sitemap.xml": {}, "robots.txt": {}, "site.webmanifest": {}, "search.json": {}, indexPath: {},
		"data/": {ids: []string{"downloads", "coverage", "sources", "guidelines", "dictionary", "cite"}}}
	for _, id := range s.Data.SourceIDs() {
		s.targets["data/"].ids = append(s.targets["data/"].ids, "source-"+id)
	}
	for _, e := range s.Today.Editions() {
		if !e.Release.Date.After(s.opts.AsOf) {
			s.targets["data/"].ids = append(s.targets["data/"].ids, report.ReleaseID(e))
		}
	}
	for _, m := range s.members {
		s.targets[m.URL] = &target{}
	}
	for k := range s.series {
		s.targets[report.RecordURL(k.member)] = &target{}
	}
	for _, y := range s.Years {
		s.targets[y.URL] = &target{}
	}
	if s.whatIfs != nil {
		for _, m := range s.whatIfs.Marks {
			s.targets[m.URL] = &target{}
		}
	}
	for _, e := range s.Today.Editions() {
		if e.Source.Redistribute && !e.Release.Date.After(s.opts.AsOf) {
			s.targets[e.Release.File] = &target{}
		}
	}
	s.claimTargets()
	s.placeAssets(c.Assets)
	s.texts = map[string]*Article{}
	for _, a := range slices.Concat(s.Articles, s.Menu) {
		s.texts[textName(a.File)] = a
	}
	taken := map[string]*Article{}
	for _, a := range slices.Concat(s.Articles, s.Menu) {
		if a.Path == "" {
			continue // its name is wrong, which content has said
		}
		switch {
		case taken[a.URL] != nil: // content has said it
		case s.targets[a.URL] != nil:
			errs.Errorf(a.Pos, "its address /%s is taken", a.URL).Hint("choose another name for the file")
		}
		taken[a.URL] = a
		t := &target{ids: []string{}, more: a.embeds()}
		for _, h := range a.Headings {
			t.ids = append(t.ids, h.ID)
		}
		s.targets[a.URL] = t
		if a.Moves() {
			s.targets[a.URL+"now/"] = &target{}
		}
		for _, tag := range a.Tags {
			s.targets["tags/"+address.Slug(tag)+"/"] = &target{}
		}
	}
	s.placeAliases(errs)
}

// resolve finds the site path that a link in a piece of content means. A
// link may name a Markdown file or an asset beside it, a heading, or an
// address of the site, absolute or relative to the page's own.
func (s *Site) resolve(from *Article, dest string, pos diag.Pos) (string, *diag.Error) {
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
	where := ""
	switch {
	case dest == "":
		where = from.URL
	case strings.HasSuffix(strings.ToLower(dest), ".md"):
		a, wrong := s.byFile(from, dest)
		if wrong != nil {
			return fail(wrong.HintText, "a link to content/"+places(from, dest)[0]+", "+wrong.Msg)
		}
		where = a.URL
	default:
		var tried []string
		if where, tried = s.lookup(from, dest); where == "" {
			generated = path.Ext(dest) == "" || strings.HasPrefix(dest, "/data/")
			if wrong := s.missing(from, dest, tried); wrong != nil {
				_, e := fail(wrong.HintText, "a link to "+dest+", "+wrong.Msg)
				e.Follows = wrong.Follows // from the name of the article, which is wrong
				return "", e
			}
			return fail(cmp.Or(s.nearestTarget(tried), "write an address of the site, such as /members/, or the path of a file beside this one"), "a link to "+dest+", which is not on the site")
		}
	}
	if query != "" {
		query = "?" + query
	}
	if !hasFragment {
		return where + query, nil
	}
	if t := s.targets[where]; t != nil && t.ids != nil && !(t.more && made(fragment)) && !slices.Contains(t.ids, fragment) && fragment != "" {
		hint := "the page has no headings"
		if len(t.ids) > 0 {
			hint = diag.DidYouMean(fragment, t.ids, "its headings are "+strings.Join(t.ids, ", "))
		}
		return fail(hint, "a link to #"+fragment+", which is not on the page")
	}
	if t := s.targets[where]; fragment != "" && (t == nil || !slices.Contains(t.ids, fragment)) {
		s.fragments.add(where, fragment, pos)
	}
	return where + query + "#" + fragment, nil
}

// made says whether a fragment looks like the place of a figure or chart,
// which stand in a text without an id of the editor's.
func made(fragment string) bool {
	return strings.HasPrefix(fragment, "fact-") || slices.ContainsFunc(kind.All.Names(), func(kind string) bool {
		return fragment == kind || strings.HasPrefix(fragment, kind+"-")
	})
}

// lookup tries the places a destination can mean: beside the file, below the
// page's own address, from the top of the site.
func (s *Site) lookup(from *Article, dest string) (where string, tried []string) {
	for _, file := range places(from, dest) {
		if published := s.sources[file]; published != "" {
			s.used.Store(published, true)
			return published, nil
		}
	}
	tail := ""
	if strings.HasSuffix(dest, "/") || strings.HasSuffix(dest, "/index.html") {
		tail = "/"
	}
	clean := strings.TrimSuffix(dest, "index.html")
	if strings.HasPrefix(dest, "/") {
		tried = []string{path.Clean("/" + clean)[1:]}
	} else {
		for _, p := range places(from, clean) {
			tried = append(tried, path.Join("/", p)[1:])
		}
		tried = append(tried, path.Join("/", from.URL, clean)[1:])
	}
	for _, t := range tried {
		for _, form := range []string{t + tail, t + "/"} {
			if form == "/" || s.targets[form] != nil {
				s.used.Store(form, true)
				return form, tried
			}
		}
	}
	return "", tried
}

// byFile finds the text that a destination names. A text may become a folder
// with an index.md, or the other way round, and links to it and in it live on.
func (s *Site) byFile(from *Article, dest string) (*Article, *diag.Error) {
	files := places(from, dest)
	for _, file := range files {
		if a := s.texts[textName(file)]; a != nil {
			return a, nil
		}
	}
	for _, l := range s.LeftOut {
		for _, file := range files {
			if below, ok := strings.CutPrefix(l.File, "content/"); ok && textName(below) == textName(file) {
				return nil, &diag.Error{Msg: "which is not published: " + l.Reason, HintText: "link to it when it is"}
			}
		}
	}
	var known []string
	for _, a := range s.texts {
		known = append(known, strings.TrimPrefix(a.File, "content/"))
	}
	hint := "articles are in content/articles, standing pages in content/pages"
	if near := diag.Nearest(files[0], known); near != "" {
		hint = "did you mean " + written(from, dest, near) + "? " + hint
	}
	return nil, &diag.Error{Msg: "which is not there", HintText: hint}
}

// textName names a Markdown file alike whether it is a file or a folder:
// "articles/trees" for articles/trees.md and articles/trees/index.md.
func textName(file string) string {
	file = strings.TrimPrefix(file, "content/")
	return strings.TrimSuffix(strings.TrimSuffix(file, path.Ext(file)), "/index")
}

// places returns the paths below content/ that a destination in an article can
// name: as it is written, and as it was before the article became a folder, or
// a file. One begins with ".." when it leads out.
func places(from *Article, dest string) []string {
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

// leftOutByDay says whether a link leads to an article that is only not out
// yet on the report's own day.
func (s *Site) leftOutByDay(from *Article, dest string) bool {
	dest, _, _ = strings.Cut(dest, "#")
	files := places(from, dest)
	return slices.ContainsFunc(s.LeftOut, func(l LeftOut) bool {
		return strings.HasPrefix(l.Reason, "dated ") && slices.ContainsFunc(files, func(f string) bool { return "content/"+f == l.File })
	})
}

// nearestTarget gives the address that is most like one of those tried, as a
// hint; "" when none is.
func (s *Site) nearestTarget(tried []string) string {
	var known []string
	for t := range s.targets {
		known = append(known, strings.TrimSuffix(t, "/"))
	}
	for _, t := range tried {
		if n := diag.Nearest(t, known); n != "" {
			return "did you mean /" + n + "?"
		}
	}
	return ""
}
