// Package site assembles a report, stage by stage, and renders it.
//
// Its input is the settings, the figures and the articles. Assemble runs the stages: the report, the links, the
// articles, the pages and the exports; all errors are found there, before anything is rendered. Render executes the
// templates and returns the bytes of every file. The package does not know the network, the clock or the output folder.
package site

import (
	"io/fs"
	"slices"
	"sync"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/asset"
	"burdenshare/internal/cache"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/export"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/links"
	"burdenshare/internal/lists"
	"burdenshare/internal/look"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// Options are the settings of a build that are not in the root.
type Options struct {
	AsOf     civil.Date    // the report's own day: what is dated or released later does not exist
	Explicit bool          // -as-of is set; a floating page's claims need not have held then
	Drafts   bool          // drafts are published too
	Pictures *cache.Folder // of former builds; nil draws each
	Check    bool          // nothing will be written: pictures are only checked
	Compared bool          // in a check, what pictures and workbooks would be made of is in their place
	Preview  bool          // what is wrong in articles is shown where it is, and articles dated ahead are shown too

	Lenient bool // an embed without an answer does not end the work: two states of the data are compared
}

// A Site is an assembled report. It is immutable, so that its pages can be rendered concurrently.
type Site struct {
	*report.Report
	*article.Set
	*pages.Views
	Config  *config.Config // of the report; see frame
	Pages   []*pages.Page
	LeftOut []links.LeftOut // what exists and is not published
	Charts  int             // charts drawn
	Places  []Place         // the menu, which is the same on every page and at every width

	links  *links.Links
	export *export.Export
	files  map[string]string // of content/ to be copied: published path -> path below content/
	texts  article.Inputs    // that the Set is made from
	Assets *asset.Set

	bulk  map[string][]byte // the files of data/ for download, by path
	parts sync.Map          // of pages that are the same on many, by partKey

	withheld []*content.Article // not published
}

// Assemble assembles a report. If the list contains an error the Site must not be rendered.
func Assemble(from State) (*Site, diag.List) {
	opts := from.Options
	rep, errs := report.New(report.Inputs{Config: from.Config, Data: from.Data, Catalog: from.Catalog,
		Lexicon: from.Lexicon, AsOf: opts.AsOf, Explicit: opts.Explicit, Lenient: opts.Lenient})
	s := &Site{Report: rep, Config: rep.Config, Assets: from.Assets}
	chosen, wrong := article.Select(rep, from.Content, opts.Drafts, opts.Preview)
	errs.Add(wrong...)
	s.LeftOut, s.withheld = chosen.LeftOut, chosen.Withheld
	s.Views, wrong = pages.New(rep)
	errs.Add(wrong...)
	s.links, wrong = links.New(rep, s.known(from.Content.Assets, chosen))
	errs.Add(wrong...)
	errs.Add(s.links.CheckFoot(rep.Config.Look.Links)...)
	s.texts = article.Inputs{Report: rep, Links: s.links, Selection: chosen, Prose: from.Prose, Files: from.Files,
		Pictures: opts.Pictures, Check: opts.Check, Lenient: opts.Lenient, Preview: opts.Preview}
	s.Set, wrong = article.Make(s.texts)
	errs.Add(wrong...)
	s.Charts = s.Drawn
	files, left := s.links.Published(&errs)
	s.files, s.LeftOut = files, append(s.LeftOut, left...)
	tags, wrong := pages.Tags(s.Articles)
	errs.Add(wrong...)
	if s.Unsure() || errs.Failed() && !opts.Lenient && !opts.Preview && len(s.links.Places()) == 0 {
		errs.Sort()
		return s, errs
	}
	s.bulk = export.Bulk(rep, s.Views)
	sizes := map[string]int{}
	for name, data := range s.bulk {
		sizes[name] = len(data)
	}
	list, charts := s.Make(s.Set, tags, sizes, opts.Drafts)
	means := export.Means{Theme: from.Theme, Paintings: opts.Pictures, Brand: from.Brand, Check: opts.Check,
		Compared: opts.Compared}
	e, ofCharts := export.New(rep, s.Views, means, list)
	s.export, s.Pages = e, append(list, ofCharts...)
	s.Charts += charts
	s.Places = s.makePlaces()
	errs.Sort()
	return s, errs
}

// known returns everything that links can lead to, or fail to.
func (s *Site) known(files []string, chosen article.Selection) links.Known {
	k := links.Known{Withheld: chosen.Withheld, LeftOut: chosen.LeftOut, Files: files,
		Texts: slices.Concat(chosen.Articles, chosen.Menu),
		Pages: slices.Concat([]string{"/", "members/", "years/", "articles/", pages.IndexPath}, address.Fixed)}
	if s.Checker != nil {
		k.Claims = lists.Each(chosen.Claims, func(c *content.Claim) string { return c.ID })
	}
	k.Pages = append(k.Pages, s.Addresses()...)
	for _, e := range s.Today.Editions {
		if e.Source.Redistribute && !e.Release.Date.After(s.AsOf) {
			k.Pages = append(k.Pages, e.Release.File)
		}
	}
	return k
}

// A State is everything that a report is made from, at one time.
type State struct {
	Config  *config.Config
	Data    *dataset.Dataset
	Content *content.Content
	Files   fs.FS           // content/, from which images and the like are copied
	Prose   content.Options // how Markdown is read
	*Looks
	Options Options
}

// Looks are what is read from the templates.
type Looks struct {
	Assets    *asset.Set
	Templates *Templates
	Catalog   *i18n.Catalog    // the words of the interface
	Lexicon   *lexicon.Lexicon // the words of facts
	Theme     *scene.Theme     // colours of pictures for download and sharing
	Brand     *look.Folder     // the report's own logo and icon
}
