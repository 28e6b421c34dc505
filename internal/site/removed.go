package site

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
)

// RemovedPages returns a warning for every published page that the report no longer has, because links to it would
// break. Only pages with an address that people share count: the page of a chart is removed with the chart, an article
// beside today's figures with the article, and what is left out on purpose is reported elsewhere.
func (s *Site) RemovedPages(published []string, files map[string][]byte) (errs diag.List) {
	former := map[string]bool{}
	for _, name := range published {
		former[name] = true
	}
	held := map[string]bool{}
	for _, a := range s.withheld {
		held[a.Path] = true
		for _, alias := range a.Aliases {
			held[alias] = true
		}
	}
	fresh := lists.Filter(s.Pages, func(p *pages.Page) bool { // new: one may be what a page is now
		return !former[p.File()] && p.Of == "" && !strings.HasPrefix(p.Path, "charts/")
	})
	for _, name := range published {
		address := strings.TrimSuffix(name, "index.html")
		_, there := files[name]
		chart, deep := strings.CutPrefix(address, "charts/")
		switch {
		case there, path.Ext(name) != ".html":
		case deep && chart != "":
		case strings.HasSuffix(address, "/now/") && former[strings.TrimSuffix(address, "now/")+"index.html"]:
		case held[strings.TrimSuffix(address, "/")]:
		default:
			pos, hint := keep(address, fresh)
			errs.Warnf(pos, "the page /%s was published, and is gone", address).Hint("%s", hint)
		}
	}
	return errs
}

// keep returns how an address that no longer exists can be kept, and where: by an alias of the new page in its folder
// that is most like it.
func keep(address string, fresh []*pages.Page) (diag.Pos, string) {
	alias := "/" + address
	if rest, ok := strings.CutPrefix(address, "articles/"); ok {
		alias = strings.TrimSuffix(rest, "/")
	}
	line := fmt.Sprintf("aliases = [%q]", alias)
	dir := path.Dir(strings.TrimSuffix(address, "/"))
	best, most := (*pages.Page)(nil), 0.0
	for _, p := range fresh {
		if path.Dir(strings.TrimSuffix(p.Path, "/")) != dir {
			continue
		}
		if l := alike(address, p.Path); l > most {
			best, most = p, l
		}
	}
	if best == nil {
		return diag.Pos{}, fmt.Sprintf("a line %s in the front matter of what it is now keeps the address", line)
	}
	var pos diag.Pos
	if best.Written != nil {
		pos = best.Written.Pos
	}
	return pos, fmt.Sprintf("is it /%s now? a line %s in the front matter keeps the address", best.Path, line)
}

// alike returns the similarity of two addresses in one folder, from 0 to 1: by the words of their last parts, or by
// their letters.
func alike(a, b string) float64 {
	a, b = path.Base(a), path.Base(b)
	if diag.Nearest(a, []string{b}) != "" {
		return 1
	}
	as, bs := strings.Split(a, "-"), strings.Split(b, "-")
	common := lists.Filter(as, func(w string) bool { return slices.Contains(bs, w) })
	return float64(2*len(common)) / float64(len(as)+len(bs))
}
