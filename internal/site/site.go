// Package site makes the pages of a report and the bytes of every file.
//
// In come the settings, the figures and the articles. Assemble answers every
// embed from the vintage of its article, draws every chart and makes every
// Page; whatever is wrong is found there, before a single byte is rendered.
// Render puts the pages through the templates and gives all output files.
//
// A page type has its own file here and its own template. The package knows
// nothing of the network, the clock or the output folder.
package site

import (
	"io/fs"
	"sync"

	"burdenshare/internal/asset"
	"burdenshare/internal/cache"
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/look"
	"burdenshare/internal/phrase"
)

// Options are what a build is asked for beyond what stands in the root.
type Options struct {
	AsOf     civil.Date       // the report's own day: what is dated or released later does not exist
	Explicit bool             // the day was asked for; a floating page's claims need not have held then
	Drafts   bool             // drafts are published too
	Assets   fs.FS            // content/, from which images and the like are copied
	Book     *phrase.Book     // the words of the interface
	Lexicon  *lexicon.Lexicon // the words of facts
	Prose    content.Options  // how Markdown is read

	Theme    *scene.Theme  // colours of pictures for download and sharing; nil for a site without them
	Pictures *cache.Folder // of former builds; nil draws each
	Brand    *look.Folder  // the report's own logo and icon; nil for none
	Check    bool          // nothing will be written: pictures are only checked

	Lenient bool // an embed without an answer does not end the work: two states of the data are compared
}

// A Site is a report put together. It does not change any more, so that its
// pages can be rendered at the same time.
type Site struct {
	Config    *config.Config
	Data      *dataset.Dataset
	Today     *dataset.Vintage // what is known on the report's own day
	Terms     dataset.Terms
	Book      *phrase.Book
	Guideline *dataset.Guideline
	Measure   *dataset.Measure
	Source    *dataset.Source
	Pages     []*Page
	Articles  []*Article // published, newest first
	Menu      []*Article // standing pages, in their order
	LeftOut   []LeftOut  // what exists and is not published
	Facts     int        // claims tested
	Charts    int        // charts drawn
	Claims    []*Claim   // by the report's day, newest first
	Flips     int        // verdicts on them that later figures turned,
	Unseen    int        // and claims whose newest flip no editor has acknowledged

	opts    Options
	Assets  *asset.Set
	Checker *fact.Checker
	members map[string]*memberView // by code

	entries   []entry // everything that has a name
	released  releaseDays
	series    map[seriesKey][]*dataset.Figure // known by the report's day, newest release first
	bulk      map[string][]byte               // the files of data/ for download, by path
	takeaways []*takeaway                     // every chart once, in the order of the pages
	taken     map[*chart.Chart]*takeaway
	cards     map[string]*card // by the path of their page
	cardOrder []*card

	Years   []*yearView  // newest first
	whatIfs *whatIf      // nil when there is nothing to ask about
	compare *compareView // nil when there are no two members to compare
	targets map[string]*target
	tagged  []*tagView
	texts   map[string]*Article // articles and pages by textName
	held    []*content.Article  // not published
	moved   map[string]*Article // by their former addresses, "articles/old"

	files    map[string]string           // content assets: published path -> path below content/,
	sources  map[string]string           // and the other way round
	unplaced map[string]*content.Article // assets in the folder of an article that is not published

	used      sync.Map // addresses that something leads to
	fragments fragments
	pictures  sync.Map // pictures shown: published path -> func() (*illustration, *diag.Error)
}

// A LeftOut is a piece of content that is not published, and why.
type LeftOut struct{ File, Reason string }

// A Page is one HTML file.
type Page struct {
	Path     string // of its folder, "members/poland/", "" for the home page; or of its file, "404.html"
	Template string // its file in templates/
	Title    string // plain; "" for the home page, which is titled like the report
	Summary  string // plain, for description
	Section  string // the menu entry it stands under
	View     any    // what its template shows, of the type that goes with Template
	Of       string // path of the page that this one tells again, which is the one to be found; "" for most
}

// Assemble puts a report together. When the list holds an error the Site must
// not be rendered.
func Assemble(cfg *config.Config, data *dataset.Dataset, c *content.Content, assets *asset.Set, opts Options) (*Site, diag.List) {
	s := &Site{Config: cfg, Data: data, Today: data.AsOf(opts.AsOf), Book: opts.Book, opts: opts, Assets: assets,
		Terms: dataset.Terms{Source: cfg.Source, Measure: cfg.Measure, Guideline: cfg.Guideline, Second: cfg.Second,
			Spending: cfg.Spending, Growth: cfg.Growth, Total: cfg.Total, Collective: cfg.Collective}}
	var errs diag.List
	s.checkTerms(&errs)
	if !errs.Failed() && s.Guideline != nil || s.lenientTerms() { // else no fact or chart could be answered, but other mistakes are found
		s.Checker = &fact.Checker{Data: data, Terms: s.Terms, Today: opts.AsOf, Lexicon: opts.Lexicon, Replay: opts.Explicit}
	}
	s.selectArticles(c, &errs)
	if !s.unsure() {
		s.makeReleaseDays()
		s.makeSeries()
		s.makeYears()
		s.makeMembers(&errs)
		s.whatIfs = s.whatIf()
	}
	if s.Checker != nil {
		s.makeClaims(c, &errs)
	}
	s.makeTargets(c, &errs)
	s.checkLinks(&errs)
	s.answerArticles(&errs)
	s.dropUnused(&errs)
	s.tagged = s.tags(&errs)
	if s.unsure() || errs.Failed() && !opts.Lenient && len(s.fragments.list) == 0 {
		errs.Sort()
		return s, errs
	}
	s.makePages(&errs)
	errs.Sort()
	return s, errs
}

// checkTerms holds the names in config.toml against the data.
func (s *Site) checkTerms(errs *diag.List) {
	d, cfg := s.Data, s.Config
	named := func(key, value, what string, known []string) {
		for _, k := range known {
			if k == value {
				return
			}
		}
		if value != "" && !d.Doubts().Explain("unknown "+what) {
			errs.Errorf(cfg.Pos(key), "%s: unknown %s %q", key, what, value).
				Hint("%s", diag.DidYouMean(value, known, "names are those in data/"))
		}
	}
	named("source", cfg.Source, "source", d.SourceIDs())
	named("measure", cfg.Measure, "measure", d.MeasureIDs())
	named("guideline", cfg.Guideline, "guideline", d.GuidelineIDs())
	named("second_guideline", cfg.Second, "guideline", d.GuidelineIDs())
	named("spending", cfg.Spending, "measure", d.MeasureIDs())
	named("growth", cfg.Growth, "measure", d.MeasureIDs())
	var aggregates []string
	for _, m := range d.Aggregates() {
		aggregates = append(aggregates, m.Code)
	}
	named("total", cfg.Total, "aggregate", aggregates)
	if d.Members[cfg.Collective] != nil {
		errs.Errorf(cfg.Pos("collective"), "collective: %q is a member's code", cfg.Collective).
			Hint("choose a word that is no member's code")
	}
	if errs.Failed() {
		return
	}
	s.Source, s.Measure, s.Guideline = d.Sources[cfg.Source], d.Measures[cfg.Measure], d.Guidelines[cfg.Guideline]
	if s.Source == nil || s.Measure == nil || s.Guideline == nil || cfg.Collective == "" {
		s.Guideline = nil // that a setting is missing, or could not be read, has been said
		return
	}
	if s.Guideline.Measure != cfg.Measure && d.Doubts().Explain("unknown guideline") {
		s.Guideline = nil
		return
	}
	if s.Guideline.Measure != cfg.Measure {
		errs.Errorf(cfg.Pos("guideline"), "guideline: %q is a mark for %s", cfg.Guideline, s.Guideline.Measure).
			Hint("choose a guideline for %s", cfg.Measure)
	}
	if len(s.Today.Known(cfg.Source)) == 0 && d.Doubts().TouchSource(cfg.Source) {
		s.Guideline = nil
	} else if len(s.Today.Known(cfg.Source)) == 0 {
		errs.Errorf(cfg.Pos("source"), "nothing of %s had been released by %s", s.Source.Name, s.opts.AsOf).
			Hint("build it as of a later day, or add a release")
	}
}

// lenientTerms lets a comparison go on with data that lack what only some
// pages need. It says whether there is enough for a report.
func (s *Site) lenientTerms() bool {
	if !s.opts.Lenient {
		return false
	}
	d := s.Data
	s.Source, s.Measure, s.Guideline = d.Sources[s.Config.Source], d.Measures[s.Config.Measure], d.Guidelines[s.Config.Guideline]
	return s.Source != nil && s.Measure != nil && s.Guideline != nil && len(s.Today.Known(s.Config.Source)) > 0
}

// NewestEdition gives the newest edition of the report's own source. A page
// shows its day where it must not show today's: two builds of the same input
// are to give the same bytes.
func (s *Site) NewestEdition() *dataset.Edition { return s.Today.Known(s.Config.Source)[0] }

// Comparable says whether the site has a page that compares two members.
func (s *Site) Comparable() bool { return s.compare != nil }

// draw draws a chart that the report itself asks for, on a page of the data.
// There it must not fail the build: a source may simply not reach that far.
func (s *Site) draw(v *dataset.Vintage, spec chart.Spec) *chart.Chart {
	c, errs := kind.All.Draw(v, s.Terms, s.Book, spec)
	if errs.Failed() {
		return nil
	}
	return c
}
