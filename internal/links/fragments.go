package links

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A Fragment is a place that a link names; without an ID it is a page or file of which only that it exists is known
// after rendering.
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

// late matches what is made of charts and articles once all are answered: pages and files of charts, of tables and of
// members' figures, pictures of pages, licences, schemas, feeds, and the facts of a text.
var late = regexp.MustCompile(`^(?:(?:charts|tables|cards)/[^/]+(?:/[^/]+)?|data/figures/[^/]+/[^/]+|` +
	`licences\.txt|schema/[^/]+|.+/(?:feed\.(?:xml|json)|facts\.json))$`)

// later returns the address among those tried that may exist once all is rendered, and remembers that it has to.
func (l *Links) later(tried []string, pos diag.Pos) string {
	i := slices.IndexFunc(tried, late.MatchString)
	if i < 0 {
		return ""
	}
	where := tried[i]
	if path.Ext(where) == "" {
		where += "/"
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fragments = append(l.fragments, Fragment{Page: where, Pos: pos})
	return where
}

// CheckPlaces checks that the pages have the places. files has the names of all files of the site.
func CheckPlaces(places []Fragment, files map[string][]byte, errs *diag.List) {
	places = slices.SortedFunc(slices.Values(places),
		func(a, b Fragment) int { return cmp.Or(cmp.Compare(a.Page, b.Page), a.Pos.Compare(b.Pos)) })
	page, ids := "", []string(nil)
	for _, f := range places {
		name := f.File()
		if _, exists := files[name]; f.ID == "" {
			if !exists {
				errs.Errorf(f.Pos, "a link to /%s, which is not on the site", f.Page).
					Hint("%s", pageHint(f.Page, files))
			}
			continue
		}
		if !strings.HasSuffix(name, ".html") {
			continue // "#page=3" of a document
		}
		if f.Page != page {
			page = f.Page
			ids = lists.Each(idOf.FindAllSubmatch(files[name], -1), func(m [][]byte) string { return string(m[1]) })
		}
		if !slices.Contains(ids, f.ID) {
			errs.Errorf(f.Pos, "a link to #%s, which is not on the page /%s", f.ID, strings.TrimPrefix(f.Page, "/")).
				Hint("%s", diag.DidYouMean(f.ID, ids, placesHint(ids)))
		}
	}
}

func pageHint(page string, files map[string][]byte) string {
	if near := nearest(page, neighbours(page, files)); near != "" {
		return "did you mean /" + near + "?"
	}
	return "its page leads to each file, and the Share of a chart to its page"
}

// neighbours returns the addresses of the site that are in the same folder as another.
func neighbours(page string, files map[string][]byte) (list []string) {
	folder := path.Dir(strings.TrimSuffix(page, "/")) + "/"
	for name := range files {
		if strings.HasPrefix(name, folder) {
			list = append(list, strings.TrimSuffix(name, "index.html"))
		}
	}
	return list
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
