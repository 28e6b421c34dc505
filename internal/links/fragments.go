package links

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A Fragment is a place that a link names.
type Fragment struct {
	Page, ID string
	Pos      diag.Pos
}

// File returns the file of the page.
func (f Fragment) File() string { return address.File(strings.TrimPrefix(f.Page, "/")) }

var idOf = regexp.MustCompile(`\sid="([^"]*)"`)

// Places returns the places that links name on pages whose places are known only after rendering.
func (l *Links) Places() []Fragment {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.fragments)
}

// CheckPlaces checks that the pages have the places.
func CheckPlaces(places []Fragment, files map[string][]byte, errs *diag.List) {
	places = slices.SortedFunc(slices.Values(places),
		func(a, b Fragment) int { return cmp.Or(cmp.Compare(a.Page, b.Page), a.Pos.Compare(b.Pos)) })
	page, ids := "", []string(nil)
	for _, f := range places {
		name := f.File()
		if !strings.HasSuffix(name, ".html") {
			continue // "#page=3" of a document
		}
		if f.Page != page {
			page, ids = f.Page, nil
			for _, m := range idOf.FindAllSubmatch(files[name], -1) {
				ids = append(ids, string(m[1]))
			}
		}
		if !slices.Contains(ids, f.ID) {
			errs.Errorf(f.Pos, "a link to #%s, which is not on the page /%s", f.ID, strings.TrimPrefix(f.Page, "/")).
				Hint("%s", diag.DidYouMean(f.ID, ids, placesHint(ids)))
		}
	}
}

// placesHint lists the places of a page that a link may want: not the parts of drawings, nor the links back from
// footnotes and figures.
func placesHint(ids []string) string {
	list := lists.Filter(ids, func(id string) bool { return !inDrawing.MatchString(id) })
	if len(list) == 0 {
		return "the page has no places to link to"
	}
	return "places are " + strings.Join(list[:min(12, len(list))], ", ")
}

var inDrawing = regexp.MustCompile(`-(?:wide|narrow)-|^fn|^use-`)
