// Package links knows the addresses of everything on the site.
//
// New takes the texts of a report, the files beside them and the addresses of the pages that are made from figures.
// It returns Links, which resolves the destinations in a text to paths of the site or reports why it cannot. Links
// records which files are linked to, and which places links name on pages that are not rendered yet.
package links

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"

	"burdenshare/internal/address"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// Links are the addresses of a site.
type Links struct {
	rep      *report.Report
	all      []*content.Article // published
	leftOut  []LeftOut
	texts    map[string]*content.Article // by textName
	targets  map[string]*target
	Files    map[string]string           // published path -> path below content/,
	sources  map[string]string           // the inverse of Files
	unplaced map[string]*content.Article // files in the folders of articles that are not published
	moved    map[string]*content.Article // by their former addresses, "articles/old"

	used      sync.Map // paths that something links to
	mu        sync.Mutex
	fragments []Fragment // that links name on pages whose places are known only after rendering
}

// A LeftOut is a file of content that is not published, and the reason.
type LeftOut struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

// A Known contains everything that links can lead to, or fail to.
type Known struct {
	Texts    []*content.Article // published
	Withheld []*content.Article // not published
	LeftOut  []LeftOut
	Files    []string // files of content/ that are not texts
	Claims   []string // their ids
	Pages    []string // addresses of pages and files that are made from figures
}

// New returns the addresses of a site.
func New(rep *report.Report, k Known) (*Links, diag.List) {
	var errs diag.List
	l := &Links{rep: rep, all: k.Texts, leftOut: k.LeftOut, texts: map[string]*content.Article{},
		targets: map[string]*target{}, Files: map[string]string{}, sources: map[string]string{},
		unplaced: map[string]*content.Article{}, moved: map[string]*content.Article{}}
	for _, path := range k.Pages {
		l.targets[path] = &target{}
	}
	l.targets["data/"] = &target{ids: dataPlaces(rep)}
	if len(k.Claims) > 0 {
		l.targets["claims/"] = &target{ids: k.Claims}
	}
	l.placeAssets(k.Files, k.Withheld)
	l.placeTexts(&errs)
	l.placeAliases(&errs)
	return l, errs
}

// dataPlaces returns the anchors of the data page that are known before it is rendered.
func dataPlaces(rep *report.Report) []string {
	ids := []string{"downloads", "coverage", "sources", "guidelines", "dictionary", "cite"}
	for _, id := range rep.Data.SourceIDs() {
		ids = append(ids, "source-"+id)
	}
	known := lists.Filter(rep.Today.Editions, func(e *dataset.Edition) bool { return !e.Release.Date.After(rep.AsOf) })
	return append(ids, lists.Each(known, report.ReleaseID)...)
}

// urlOf returns the folder of a text on the site.
func urlOf(a *content.Article) string { return a.Path + "/" }

// placeTexts determines the address of every text, and reports addresses that are already in use.
func (l *Links) placeTexts(errs *diag.List) {
	taken, released := map[string]bool{}, !l.rep.NewestDay().IsZero()
	for _, a := range l.all {
		l.texts[textName(a.File)] = a
		if a.Path == "" {
			continue // its name is wrong, which package content has reported
		}
		if l.targets[urlOf(a)] != nil && !taken[urlOf(a)] { // which package content has reported
			errs.Errorf(a.Pos, "its address /%s is already used", urlOf(a)).Hint("choose another name for the file")
		}
		taken[urlOf(a)] = true
		ids := lists.Each(a.Headings, func(h content.Heading) string { return h.ID })
		l.targets[urlOf(a)] = &target{ids: ids, more: a.HasEmbeds()}
		if a.Moves() && released {
			l.targets[urlOf(a)+"now/"] = &target{}
		}
		for _, tag := range a.Tags {
			l.targets["tags/"+address.Slug(tag)+"/"] = &target{}
		}
	}
}

// placeAliases lists former addresses, and reports those that are the address of a page.
func (l *Links) placeAliases(errs *diag.List) {
	for _, a := range l.all {
		for i, alias := range a.Aliases {
			if slices.ContainsFunc(l.all, func(b *content.Article) bool { return strings.EqualFold(b.Path, alias) }) {
				continue // package content has reported it
			}
			if l.targets[alias] != nil || l.targets[alias+"/"] != nil {
				errs.Errorf(a.AliasPos[i], "alias %q is an address of the site", "/"+alias+"/").
					Hint("an alias must be an address that is no longer used; delete it")
				continue
			}
			l.moved[alias] = a
		}
	}
}

// RedirectFile returns the file for a former address.
func RedirectFile(alias string) string {
	if ext := path.Ext(alias); strings.EqualFold(ext, ".html") || strings.EqualFold(ext, ".htm") {
		return alias
	}
	return alias + "/index.html"
}

// CheckFoot reports links at the foot of pages to pages that do not exist.
func (l *Links) CheckFoot(foot []config.Link) (errs diag.List) {
	for _, link := range foot {
		if !strings.HasPrefix(link.URL, "/") {
			continue
		}
		where, _, _ := strings.Cut(link.URL, "#")
		if found, tried := l.lookup(nil, where); found == "" && !l.rep.Unsure() {
			errs.Errorf(link.Pos, "a link to %s, which is not on the site", link.URL).
				Hint("%s", cmp.Or(l.nearestTarget(tried), "write an address of the site, such as /members/"))
		}
	}
	return errs
}
