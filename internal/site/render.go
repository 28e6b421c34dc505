package site

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
	"sync"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/export"
	"burdenshare/internal/links"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
	"burdenshare/internal/parallel"
	"burdenshare/internal/tomldoc"
)

// A frame is what a template sees: its page, the site, and the way up to the
// home page, from which every relative address is made.
type frame struct {
	*pages.Page
	place

	// Again, of what is embedded, what templates show on every page: reflection finds direct fields without a search.
	Site                 *Site
	Path, Title, Summary string
	View                 any

	charts int  // shown so far
	bare   bool // of charts only the words that come from elsewhere are wanted: in all else nothing can be wrong
}

func newFrame(p *pages.Page, at place) *frame {
	return &frame{Page: p, place: at, Site: at.Site, Path: p.Path, Title: p.Title, Summary: p.Summary, View: p.View}
}

// Canonical returns the absolute address under which the page is to be found.
func (f *frame) Canonical() string { return f.Site.Config.BaseURL + cmp.Or(f.Of, f.Path) }

// Text returns an article's title, summary or body with its links made for this page and its charts drawn.
func (f *frame) Text(r article.Segments) (template.HTML, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	for _, p := range r {
		switch shown := p.Shown.(type) {
		case *article.ChartBlock:
			if f.bare {
				b.WriteString(shown.Chart.Title + " " + shown.Chart.Caption)
				continue
			}
			f.charts++
			view := chartView{f, shown.Chart, cmp.Or(shown.Words, &article.ChartWords{})}
			if err := f.templates.chart.Execute(b, view); err != nil {
				return "", err
			}
		case *article.ThenNow:
			if err := f.templates.claim.Execute(b, claimFrame{f, shown}); err != nil {
				return "", err
			}
		case *article.Image:
			b.WriteString(shown.Attributes(f.Root))
		default:
			if b.WriteString(p.HTML); p.Path != "" {
				b.WriteString(template.HTMLEscapeString(address.Href(f.Root, p.Path)))
			}
		}
	}
	return template.HTML(b.String()), nil
}

// Figure returns a chart as its template draws it.
func (f *frame) Figure(c *chart.Chart) (template.HTML, error) {
	return f.Text(article.Segments{{Shown: &article.ChartBlock{Chart: c}}})
}

// chartView is what the chart's template sees.
type chartView struct {
	*frame
	Chart *chart.Chart
	words *article.ChartWords // empty for plain ones
}

// Headline returns the chart's title, with the facts of its article.
func (v chartView) Headline() (template.HTML, error) { return v.said(v.Chart.Title, v.words.Title) }

// Caption returns the chart's caption likewise, "" for none.
func (v chartView) Caption() (template.HTML, error) { return v.said(v.Chart.Caption, v.words.Caption) }

// said returns a plain text, or the same with facts where there is one.
func (v chartView) said(plain string, words article.Segments) (template.HTML, error) {
	if len(words) == 0 {
		return template.HTML(template.HTMLEscapeString(plain)), nil
	}
	return v.Text(words)
}

// Lead returns the sentence under the drawing, "" for none: the first of the chart's summary, or the one that the page
// shows of it.
func (v chartView) Lead() string {
	if page, ok := v.View.(interface{ Lead(c *chart.Chart) string }); ok {
		return page.Lead(v.Chart)
	}
	return strings.Join(v.Chart.Summary[:min(1, len(v.Chart.Summary))], "")
}

// Data returns the attributes by which scripts know a mark.
func (v chartView) Data(k *chart.Mark) template.HTMLAttr { return template.HTMLAttr(k.AppendData(nil)) }

// claimFrame is what the template of a claim block sees.
type claimFrame struct {
	*frame
	Claim *article.ThenNow
}

// Member returns what is known of a member by its code.
func (f *frame) Member(code string) *pages.Member { return f.Site.Members[code] }

// A listLine is what the template of a line of a list of articles sees.
type listLine struct {
	place
	Article *article.Article
}

// List renders the lines of a list of articles, each once for all lists on pages as far from the home page.
func (f *frame) List(articles []*article.Article) (template.HTML, error) {
	var b strings.Builder
	for _, a := range articles {
		line, err := f.once("article-line", listLine{f.place, a})
		if err != nil {
			return "", err
		}
		b.WriteString(string(line))
	}
	return template.HTML(b.String()), nil
}

// Page renders one page; false if the site has none at that path.
func (s *Site) Page(t *Templates, name string) ([]byte, bool, *diag.Error) {
	p := lists.Find(s.Pages, func(p *pages.Page) bool { return p.File() == name })
	if p == nil {
		return nil, false, nil
	}
	out, wrong := s.renderPage(t, p, false, bytes.Clone)
	return out, true, wrong
}

// Reworded renders the page of an article anew, by a text that rewords it. It reports false if that cannot be: it does
// more than that, or has an error.
func (s *Site) Reworded(t *Templates, text *content.Article) (name string, page []byte, ok bool) {
	i := slices.IndexFunc(s.Pages, func(p *pages.Page) bool {
		v, isArticle := p.View.(*pages.Article)
		return isArticle && v.File == text.File
	})
	if i < 0 {
		return "", nil, false
	}
	p := *s.Pages[i]
	former := p.View.(*pages.Article).Article
	if !text.Rewords(former.Article) {
		return "", nil, false
	}
	a, sound := article.Reworded(s.texts, s.Set, former, text)
	if !sound {
		return "", nil, false
	}
	p.View, p.Written = &pages.Article{Article: a, Now: asof.Views(s.Report, []*article.Article{a})[0]}, a
	page, wrong := s.renderPage(t, &p, false, bytes.Clone)
	return p.File(), page, wrong == nil
}

// renderPage renders a page and returns what take makes of its bytes, which are others' as soon as it returns.
func (s *Site) renderPage(t *Templates, p *pages.Page, bare bool, take func(page []byte) []byte) ([]byte, *diag.Error) {
	f := newFrame(p, place{s, address.Root(p.Path), t})
	f.bare = bare
	if p.Path == "404.html" {
		f.Root = s.basePath() // it is served at any depth
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	tmpl := t.pages[p.Template]
	if tmpl == nil {
		panic("site: no template " + p.Template + " for pages: add it to pageTemplates in internal/site/templates.go")
	}
	if err := tmpl.Execute(b, f); err != nil {
		e := templateError(err)
		e.Msg += " (on the page /" + p.Path + ")"
		return nil, e
	}
	wrong := rawFact(p, b.Bytes())
	if wrong != nil {
		take = bytes.Clone
	}
	return take(b.Bytes()), wrong
}

// buffers are those that pages and texts are rendered into, one after the other.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// rawFact returns an error for a page that would show a fact as it is written: from a text that no fact is read in, or
// a template. Code may show one. Settings and figures have been checked where they are read.
func rawFact(p *pages.Page, page []byte) *diag.Error {
	for from := 0; ; {
		i := bytes.Index(page[from:], []byte("](fact:"))
		if i < 0 {
			return nil
		}
		before := page[:from+i]
		from += i + len("](fact:")
		if bytes.LastIndex(before, []byte("<code")) > bytes.LastIndex(before, []byte("</code>")) {
			continue
		}
		end := from
		if n := bytes.IndexByte(page[from:], ')'); n >= 0 {
			end = from + n + 1
		}
		e := &diag.Error{Pos: diag.Pos{File: "templates"}}
		if p.Written != nil {
			e.Pos.File = p.Written.File
		}
		fact := page[max(bytes.LastIndexByte(before, '['), 0):end]
		e.Msg = fmt.Sprintf("%s would be shown as it is written (on the page /%s)", fact, p.Path)
		return e.Hint("%s", tomldoc.RawFactHint)
	}
}

// Means are what a site may be rendered with. Each may be nil.
type Means struct {
	Keep   func(name string, data []byte) []byte  // takes pages and most files, retains none, returns what is kept
	Former func(names []string, key FileKey) bool // reports whether former files, made of the same, are kept instead
	Stop   func() bool                            // reports before each page whether to stop
	Names  bool                                   // of files in which nothing can be wrong, only the names are wanted
}

// Render renders every page, several at a time, and returns every file of the site by its path; nothing where it was
// stopped.
func (s *Site) Render(t *Templates, m Means) (map[string][]byte, diag.List) {
	stopped := func() bool { return m.Stop != nil && m.Stop() }
	out := make([][]byte, len(s.Pages))
	faults := make(diag.List, len(s.Pages))
	files, taken := s.pageNames()
	if taken != nil {
		m.Keep, m.Former = nil, nil
	}
	keys := &fileKeys{site: s, templates: t, Means: m, assets: slices.Sorted(maps.Keys(s.Assets.Files))}
	linked := map[string]bool{} // pages in which places will be looked for
	for _, f := range s.links.Places() {
		linked[f.File()] = linked[f.File()] || f.ID != ""
	}
	render := func(i int) {
		name := s.Pages[i].File()
		if stopped() || !linked[name] && keys.heldPage(s.Pages[i]) {
			return
		}
		take := bytes.Clone
		if m.Keep != nil && !linked[name] {
			take = func(page []byte) []byte { return m.Keep(name, page) }
		}
		page, wrong := s.renderPage(t, s.Pages[i], m.Names && !t.own && !linked[name], take)
		if faults[i] = wrong; wrong == nil {
			out[i] = page
		}
	}
	for _, lists := range []bool{true, false} { // the lines of lists are not in memory while articles are rendered
		parallel.Do(len(s.Pages), func(i int) {
			if _, all := s.Pages[i].View.(*pages.Articles); lists == (all || len(s.Pages[i].Lines) > 0) {
				render(i)
			}
		})
		s.parts.Clear()
	}
	if stopped() {
		return nil, nil
	}
	errs := append(once(faults), taken...)
	for i, p := range s.Pages {
		files[p.File()] = out[i]
	}
	made := export.NewFiles(files, &errs, m.Keep, keys.heldFiles)
	s.addOutputs(made)
	s.addFeeds(t, made)
	s.addRedirects(t, files, &errs)
	links.CheckPlaces(s.links.Places(), files, &errs)
	errs.Sort()
	return files, errs
}

// pageNames returns the files of all pages, empty, and an error for each whose name another has.
func (s *Site) pageNames() (map[string][]byte, diag.List) {
	var errs diag.List
	files := make(map[string][]byte, 2*len(s.Pages))
	for _, p := range s.Pages {
		name := p.File()
		if _, taken := files[name]; taken {
			errs.Errorf(diag.Pos{File: "public/" + name}, "two pages have this address, one titled %q", p.Title).
				Hint("rename one of them")
		}
		files[name] = nil
	}
	return files, errs
}

// CheckPlaces looks for the places that links name on pages which are made from figures, and renders no other page: for
// a site in which something else is wrong.
func (s *Site) CheckPlaces(t *Templates) (errs diag.List) {
	files := map[string][]byte{}
	var found []links.Fragment
	for _, f := range lists.Filter(s.links.Places(), func(f links.Fragment) bool { return f.ID != "" }) {
		name := f.File()
		if _, seen := files[name]; !seen {
			files[name], _, _ = s.Page(t, name) // what is wrong with a template is another matter
		}
		if files[name] != nil {
			found = append(found, f)
		}
	}
	links.CheckPlaces(found, files, &errs)
	return errs
}
