package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"sync"

	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/pages"
	"burdenshare/internal/raster"
)

// A ChartExport is a chart to embed, as a page of its own, and to download, as files. A table, which has no drawing,
// has files only. Its address is the chart's ID, which depends only on the spec, so that it is stable.
type ChartExport struct {
	*chart.Chart
	Name    string // of its folder and files: "distance-2016"
	Sources string // and editions of its figures: "DAC, 7 July 2026"

	wider func() *chart.Chart // of all members, nil for none
	card  *article.Picture    // nil where its page has none
}

// URL returns the address of the chart's own page, or the folder of a table's files.
func (t *ChartExport) URL() string {
	if t.Form == nil {
		return "tables/" + t.Name + "/"
	}
	return "charts/" + t.Name + "/"
}

// Key returns what the files and the page of the chart are made of, beside figures and settings.
func (t *ChartExport) Key() []byte { return append(t.Chart.Key(), t.Name...) }

// File returns the path of a file for download, by its extension.
func (t *ChartExport) File(ext string) string { return t.URL() + t.Name + "." + ext }

// collectCharts gathers the charts of all pages, each once, and makes their pages.
func (s *Export) collectCharts(list []*pages.Page) (made []*pages.Page) {
	s.exports = map[*chart.Chart]*ChartExport{}
	byName := map[string][]*ChartExport{}
	ordered := slices.Clone(list)
	// A new article takes no address from an older one.
	slices.SortStableFunc(ordered, func(p, q *pages.Page) int { return writtenOn(p).Compare(writtenOn(q)) })
	for _, p := range ordered {
		for _, c := range p.Charts {
			if s.exports[c] == nil {
				s.exports[c] = s.chartExportOf(byName, c, p)
			}
		}
	}
	titles, summaries := map[string]bool{}, map[string]bool{}
	for _, t := range s.charts {
		if t.Form == nil {
			continue
		}
		p := pages.Page{Path: t.URL(), Template: "chart-page.html", View: t, OfFigures: true,
			Changed: pages.LastDrawn(t.Chart),
			Cited:   pages.Cited(s.Report, t.Title, s.Catalog.Message("cite.edition", "edition", t.Sources)),
			Title:   s.Catalog.Message("chart_page.title", "title", t.Title, "sources", t.Sources),
			Summary: s.Catalog.Message("chart_page.summary", "title", t.Title, "subtitle", t.Subtitle,
				"first", strings.Join(t.Summary[:min(1, len(t.Summary))], ""), "sources", t.Sources)}
		if titles[p.Title] { // the same figures, drawn in another way
			p.Title = s.Catalog.Message("chart_page.title", "title", t.Title,
				"sources", t.Sources+s.Catalog.Message("frame.semicolon")+t.Name)
		}
		if summaries[p.Summary] {
			p.Summary = s.Catalog.Message("chart_page.summary_again", "name", t.Name, "summary", p.Summary)
		}
		titles[p.Title], summaries[p.Summary] = true, true
		made = append(made, &p)
	}
	return made
}

// again is what a page adds to the ID of a chart that it shows a second time.
var again = regexp.MustCompile(`--\d+$`)

// chartExportOf returns a chart's export. One spec drawn from one edition is one chart, on however many pages it is;
// should two that differ have the same ID, the later one has a hash in its name: of its headline where it differs in
// that alone, else of its marks.
func (s *Export) chartExportOf(byName map[string][]*ChartExport, c *chart.Chart, p *pages.Page) *ChartExport {
	name := again.ReplaceAllString(c.ID, "")
	for _, t := range byName[name] {
		if t.Same(c) {
			return t
		}
	}
	t := &ChartExport{Chart: c, Name: name, Sources: s.SourcesOf(c)}
	if p.Of != "" && c.Caption != "" {
		bare := *c
		bare.Caption = "" // it is about the article, which is not there
		t.Chart = &bare
	}
	if others := byName[name]; len(others) > 0 {
		differs := c.Fingerprint()
		if slices.ContainsFunc(others, func(o *ChartExport) bool {
			return o.Edition == c.Edition && slices.Equal(o.Figures(), c.Figures()) && o.Title != c.Title
		}) {
			differs = []byte(c.Title)
		}
		sum := sha256.Sum256(differs)
		t.Name += "-" + hex.EncodeToString(sum[:4])
	}
	t.wider = sync.OnceValue(func() *chart.Chart {
		key, made := t.Wider(s.Today)
		if made == nil {
			return nil
		}
		drawn, _ := s.wide.LoadOrStore(key, sync.OnceValue(made))
		return drawn.(func() *chart.Chart)()
	})
	byName[name] = append(byName[name], t)
	s.charts, s.exports[t.Chart] = append(s.charts, t), t
	return t
}

// What a chart's page adds to the height of its drawing in a narrow frame, in pixels: headline, subtitle, source and
// links, and a line of words for so many letters.
const (
	chartRest   = 440
	wordsLine   = 24
	wordsLetter = 34
)

// highPicture is the height of a drawing, of which 720 units are the width, that a card shows better than its picture.
const highPicture = 500

// FrameHeight returns a height of a frame in which the chart is whole, also on a phone.
func (t *ChartExport) FrameHeight() int {
	letters := len(t.Caption) + len(t.Subtitle) + len(t.Title)
	for _, s := range t.Summary {
		letters += len(s)
	}
	return (int(max(t.Wide().H, t.Narrow().H)) + chartRest + letters/wordsLetter*wordsLine) / 10 * 10
}

// writtenOn returns the day of the text on a page, no day for others.
func writtenOn(p *pages.Page) civil.Date {
	if p.Written != nil {
		return p.Written.Date
	}
	return civil.Date{}
}

// ownCard returns the card of the chart's page where its picture is too high to be shown whole where the address is
// shared; none where the card of another page shows the chart.
func (t *ChartExport) ownCard() raster.Card {
	if t.card != nil || t.Wide().H < highPicture {
		return raster.Card{}
	}
	return raster.Card{Headline: t.Title, Note: t.Subtitle, Chart: t.Chart}
}

// Picture returns the card that shows the chart, else its own picture.
func (t *ChartExport) Picture() *article.Picture {
	return cmp.Or(t.card, &article.Picture{Path: t.File("png"), Alt: t.Title})
}
