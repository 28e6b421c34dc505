package site

import (
	"bytes"
	"html"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/export"
	"burdenshare/internal/pages"
	"burdenshare/internal/parallel"
)

// addFeeds adds the newest articles as Atom and as JSON Feed, whole: they can
// be read where they are gathered. A feed's days are those of its articles.
func (s *Site) addFeeds(t *Templates, files map[string][]byte, errs *diag.List) {
	newest := s.Articles[:min(export.FeedLength, len(s.Articles))]
	items := make([]export.FeedItem, len(newest))
	faults := make([]error, len(newest))
	parallel.Do(len(newest), func(i int) {
		a := newest[i]
		items[i] = export.FeedItem{Article: a, Address: s.Address(a.URL), Changed: civil.Later(a.Date, a.Updated)}
		f := &frame{Page: &pages.Page{Path: a.URL, Title: a.Headline, View: &pages.Article{Article: a}}, place: place{s, s.Config.BaseURL, t}}
		if c := f.Card(); c != nil {
			items[i].Image = s.Address(c.Path)
		}
		items[i].Whole, faults[i] = f.whole(a)
	})
	for _, err := range faults {
		if err != nil {
			errs.Add(fault(err))
			return
		}
	}
	s.export.Feeds(items, files)
}

// whole returns the text of an article for reading away from the site: every
// address absolute, charts as their picture, facts as plain links to their
// evidence, and no markup that only the site's own style sheet knows.
func (f *frame) whole(a *article.Article) (string, error) {
	var b bytes.Buffer
	for _, p := range a.BodyText() {
		switch {
		case p.Chart != nil:
			if err := f.templates.feedChart.Execute(&b, chartView{f, p.Chart, nil}); err != nil {
				return "", err
			}
		case p.Claim != nil:
			if err := f.templates.claim.Execute(&b, claimFrame{f, p.Claim}); err != nil {
				return "", err
			}
		case p.Image != nil:
			b.WriteString(p.Image.Attributes(f.Root))
		case p.Path != "":
			b.WriteString(html.EscapeString(f.Site.Address(p.Path)))
		case !p.Mute:
			b.WriteString(p.HTML)
		}
	}
	return export.Abroad(b.Bytes(), f.fromAbroad), nil
}

// fromAbroad returns an address as it is written elsewhere.
func (f *frame) fromAbroad(dest string) string {
	if strings.HasPrefix(dest, "#") {
		return f.Site.Address(f.Path) + dest
	}
	if path, ok := strings.CutPrefix(dest, f.Site.Config.BaseURL); ok {
		path, fragment, found := strings.Cut(path, "#")
		if path == "index.html" || strings.HasSuffix(path, "/index.html") {
			path = strings.TrimSuffix(path, "index.html")
		}
		if dest = f.Site.Config.BaseURL + path; found {
			dest += "#" + fragment
		}
	}
	return dest
}
