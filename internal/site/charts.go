package site

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
)

// A takeaway is a chart as it can be taken from the site: a page of its own
// to embed, and files to download. Its address is the chart's ID, which is
// made from what the editor asked for, so that it stays while that does.
type takeaway struct {
	*chart.Chart
	Name    string // of its folder and files: "distance-2016"
	Sources string // and editions of its figures: "NATO, 7 July 2026"
}

// URL gives the address of the chart's own page.
func (t *takeaway) URL() string { return "charts/" + t.Name + "/" }

// File gives the path of a file for download, by its extension.
func (t *takeaway) File(ext string) string { return t.URL() + t.Name + "." + ext }

// collectCharts gathers the charts of all pages, each once, and makes their
// pages.
func (s *Site) collectCharts() {
	s.taken = map[*chart.Chart]*takeaway{}
	byName := map[string][]*takeaway{}
	pages := slices.Clone(s.Pages)
	slices.SortStableFunc(pages, func(p, q *Page) int { return toldOn(p).Compare(toldOn(q)) }) // a new article takes no address from an older one
	for _, p := range pages {
		for _, c := range DrawnOn(p) {
			if s.taken[c] == nil {
				s.taken[c] = s.takeaway(byName, c, p)
			}
		}
	}
	titles, summaries := map[string]bool{}, map[string]bool{}
	for _, t := range s.takeaways {
		p := Page{Path: t.URL(), Template: "chart-page.html", View: t, Title: s.Book.Say("chart_page.title", "title", t.Title, "sources", t.Sources),
			Summary: s.Book.Say("chart_page.summary", "title", t.Title, "subtitle", t.Subtitle, "first", strings.Join(t.Summary[:min(1, len(t.Summary))], ""), "sources", t.Sources)}
		if titles[p.Title] { // the same figures, drawn in another way
			p.Title = s.Book.Say("chart_page.title", "title", t.Title, "sources", t.Sources+"; "+t.Name)
		}
		if summaries[p.Summary] {
			p.Summary = s.Book.Say("chart_page.summary_again", "name", t.Name, "summary", p.Summary)
		}
		titles[p.Title], summaries[p.Summary] = true, true
		s.add(p)
	}
}

// toldOn gives the day of the article that a page tells, no day for others.
func toldOn(p *Page) civil.Date {
	switch v := p.View.(type) {
	case *articleView:
		return v.Date
	case *article.Article:
		return v.Date
	case *asof.Now:
		return v.Article.Date
	}
	return civil.Date{}
}

// again is what a page adds to the ID of a chart that it shows a second time.
var again = regexp.MustCompile(`--\d+$`)

// takeaway gives a chart's takeaway. One spec drawn from one edition is one
// chart, on however many pages it stands; should two that differ have the same
// ID, the later one has a hash in its name: of its headline where it differs
// in that alone, else of its marks.
func (s *Site) takeaway(byName map[string][]*takeaway, c *chart.Chart, p *Page) *takeaway {
	name := again.ReplaceAllString(c.ID, "")
	for _, t := range byName[name] {
		if t.Same(c) {
			return t
		}
	}
	t := &takeaway{Chart: c, Name: name, Sources: s.SourcesOf(c)}
	if _, retold := p.View.(*asof.Now); retold && c.Caption != "" {
		bare := *c
		bare.Caption = "" // it tells of the article, which is not there
		t.Chart = &bare
	}
	if others := byName[name]; len(others) > 0 {
		differs := c.Fingerprint()
		if slices.ContainsFunc(others, func(o *takeaway) bool {
			return o.Edition == c.Edition && slices.Equal(o.Figures(), c.Figures()) && o.Title != c.Title
		}) {
			differs = []byte(c.Title)
		}
		sum := sha256.Sum256(differs)
		t.Name += "-" + hex.EncodeToString(sum[:4])
	}
	byName[name] = append(byName[name], t)
	s.takeaways = append(s.takeaways, t)
	return t
}

// DrawnOn gives the charts of a page.
func DrawnOn(p *Page) []*chart.Chart {
	var list []*chart.Chart
	add := func(charts ...*chart.Chart) {
		for _, c := range charts {
			if c != nil {
				list = append(list, c)
			}
		}
	}
	switch v := p.View.(type) {
	case *homeView:
		add(v.Distance, v.Meeting, v.Quadrant)
	case *whatIfMark:
		add(v.Chart)
	case *memberView:
		add(v.Chart, v.Bridge)
		if v.Moved != nil {
			add(v.Moved.Chart)
		}
	case *yearView:
		add(v.Chart)
	case yearsView:
		add(v.Chart, v.Panels)
	case *articleView:
		add(v.Charts...)
	case *article.Article:
		add(v.Charts...)
	case *asof.Now:
		add(v.Charts...)
	}
	return list
}

// Takeaway gives the takeaway of a chart on the page; nil for one that is not
// offered.
func (v chartView) Takeaway() *takeaway {
	if t, ok := v.View.(*takeaway); ok {
		return t
	}
	return v.Site.taken[v.Chart]
}

// Permalink gives the absolute address of a chart's own page.
func (f *frame) Permalink(t *takeaway) string { return f.Site.Config.BaseURL + t.URL() }

// What a chart's page adds to the height of its drawing in a narrow frame, in
// pixels: headline, subtitle, source and links, and a line of words for so
// many letters.
const (
	chartRest   = 440
	wordsLine   = 24
	wordsLetter = 34
)

// FrameHeight is a height of a frame in which the chart is whole, also on a
// phone.
func (t *takeaway) FrameHeight() int {
	letters := len(t.Caption) + len(t.Subtitle) + len(t.Title)
	for _, s := range t.Summary {
		letters += len(s)
	}
	return (int(max(t.Wide.H, t.Narrow.H)) + chartRest + letters/wordsLetter*wordsLine) / 10 * 10
}
