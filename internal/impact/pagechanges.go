package impact

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"burdenshare/internal/english"
	"burdenshare/internal/i18n"
	"burdenshare/internal/pages"
	"burdenshare/internal/site"
)

// A rendering is every file of a report made from a state, for comparison: it does not depend on the names of style
// sheets and scripts or on the size of the whole.
type rendering struct {
	pages map[string]*pages.Page // by the name of their file
	files map[string][]byte      // of pictures and workbooks, what they would be made of
}

// render renders a report as far as possible, or returns nil if it cannot.
func render(s *site.Site, from site.State) *rendering {
	if s.Checker == nil || from.Templates == nil {
		return nil
	}
	files, _ := s.Render(from.Templates, site.Means{})
	r := &rendering{pages: map[string]*pages.Page{}, files: map[string][]byte{}}
	names := []string{template.HTMLEscapeString(s.BuiltFrom()), ""} // at the foot of every page, whatever it is about
	for entry, path := range s.Assets.Names() {
		names = append(names, path, "assets/"+entry)
	}
	plain := strings.NewReplacer(names...)
	for _, p := range s.Pages {
		r.pages[p.File()] = p
	}
	for name, data := range files {
		if r.pages[name] != nil && data != nil {
			data = []byte(plain.Replace(string(data)))
		}
		r.files[plain.Replace(name)] = data
	}
	return r
}

// compareFiles lists the pages and files that are added, removed and changed from one state to the next. between is
// the report with the old data/ and everything else new: a page that is the same in between and is has no change
// from there, and one that is the same in between and was has no other. Not all of these are changes of figures: names,
// definitions, notes and guidelines are in data/ too.
func compareFiles(was, between, is *rendering) (pages, others []string) {
	if was == nil || is == nil {
		return []string{"They cannot be compared: with this program the former state makes no report."}, nil
	}
	unmade := 0
	names := maps.Clone(was.files)
	maps.Copy(names, is.files)
	byAddress := func(a, b string) int {
		return cmp.Compare(strings.TrimSuffix(a, "index.html"), strings.TrimSuffix(b, "index.html"))
	}
	for _, name := range slices.SortedFunc(maps.Keys(names), byAddress) {
		old, before := was.files[name]
		now, after := is.files[name]
		page := cmp.Or(is.pages[name], was.pages[name])
		verdict := ""
		switch {
		case page != nil && before && old == nil:
			unmade++
			continue
		case !before:
			verdict = "is new"
		case !after:
			verdict = "is gone"
		case bytes.Equal(old, now):
			continue
		case page == nil || between == nil:
			verdict = "changes"
		case bytes.Equal(old, between.files[name]):
			verdict = "changes, by data/ only"
		case bytes.Equal(between.files[name], now):
			verdict = "changes, not by data/"
		default:
			verdict = "changes, by data/ and otherwise"
		}
		switch {
		case page == nil:
			others = append(others, "/"+name+" "+verdict+".")
		case page.Title == "":
			pages = append(pages, fmt.Sprintf("/%s %s.", page.Path, verdict))
		default:
			pages = append(pages, fmt.Sprintf("/%s “%s” %s.", page.Path, page.Title, verdict))
		}
	}
	switch {
	case unmade == 1:
		pages = append(pages, "One page cannot be compared: with this program the former templates do not make it.")
	case unmade > 1:
		pages = append(pages, i18n.Capital(english.Few(unmade))+
			" pages cannot be compared: with this program the former templates do not make them.")
	}
	return pages, others
}
