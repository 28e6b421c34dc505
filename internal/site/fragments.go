package site

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"burdenshare/internal/diag"
)

// fragments are those that links name on pages whose places are known only
// when they are rendered.
type fragments struct {
	sync.Mutex
	list []fragment
}

type fragment struct {
	page, id string
	pos      diag.Pos
}

func (f *fragments) add(page, id string, pos diag.Pos) {
	f.Lock()
	defer f.Unlock()
	f.list = append(f.list, fragment{page, id, pos})
}

var idOf = regexp.MustCompile(`\sid="([^"]*)"`)

// checkFragments looks for them in the pages.
func (s *Site) checkFragments(files map[string][]byte, errs *diag.List) {
	slices.SortFunc(s.fragments.list, func(a, b fragment) int { return cmp.Or(cmp.Compare(a.page, b.page), a.pos.Compare(b.pos)) })
	page, ids := "", []string(nil)
	for _, f := range s.fragments.list {
		name := fileOf(strings.TrimPrefix(f.page, "/"))
		if !strings.HasSuffix(name, ".html") {
			continue // "#page=3" of a document
		}
		if f.page != page {
			page, ids = f.page, nil
			for _, m := range idOf.FindAllSubmatch(files[name], -1) {
				ids = append(ids, string(m[1]))
			}
		}
		if !slices.Contains(ids, f.id) {
			errs.Errorf(f.pos, "a link to #%s, which is not on the page /%s", f.id, strings.TrimPrefix(f.page, "/")).
				Hint("%s", diag.DidYouMean(f.id, ids, placesHint(ids)))
		}
	}
}

// placesHint names the places of a page that a link may want: not the parts
// of drawings, nor the ways back from footnotes and figures.
func placesHint(ids []string) string {
	var list []string
	for _, id := range ids {
		if !inDrawing.MatchString(id) && len(list) < 12 {
			list = append(list, id)
		}
	}
	if len(list) == 0 {
		return "the page has no places to link to"
	}
	return "places are " + strings.Join(list, ", ")
}

// CheckPlaces looks for the places that links name on pages which are made from
// figures, and renders no other page: for a site in which something else is
// wrong.
func (s *Site) CheckPlaces(t *Templates) (errs diag.List) {
	files := map[string][]byte{}
	for _, f := range s.fragments.list {
		name := fileOf(strings.TrimPrefix(f.page, "/"))
		if _, seen := files[name]; seen {
			continue
		}
		files[name], _, _ = s.Page(t, name) // what is wrong with a template is another matter
	}
	for name, page := range files {
		if page == nil {
			delete(files, name)
		}
	}
	s.fragments.list = slices.DeleteFunc(s.fragments.list, func(f fragment) bool {
		return files[fileOf(strings.TrimPrefix(f.page, "/"))] == nil
	})
	s.checkFragments(files, &errs)
	return errs
}

var inDrawing = regexp.MustCompile(`-(?:wide|narrow)-|^fn|^use-`)
