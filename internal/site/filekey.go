package site

import (
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"regexp"
	"slices"
	"sync"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/export"
	"burdenshare/internal/pages"
)

// A FileKey is a checksum of what a page, or some files, show that an edit of an article can change. With the same
// program, settings, figures, templates and other texts, files with the same key have the same bytes.
type FileKey [16]byte

// fileKeys makes the keys of the files of a site. Pages of articles have one, of standing texts, charts, members and
// years, and of a member's figures: their text, the addresses that its links lead to, the names of their charts, and
// what all pages share are all that they show. Other pages, and those whose template is the report's own, may show
// anything of the site.
type fileKeys struct {
	Means
	site      *Site
	templates *Templates

	once   sync.Once
	shared []byte
}

// heldPage reports whether a page need not be rendered: a former page is kept, or nothing can be wrong in it.
func (k *fileKeys) heldPage(p *pages.Page) bool {
	if k.Names {
		return k.templates.ours[p.Template] && ofFigures(p.View)
	}
	if k.Former == nil {
		return false
	}
	key, ok := k.ofPage(p)
	return ok && k.Former([]string{p.File()}, key)
}

// heldFiles reports the same of files.
func (k *fileKeys) heldFiles(names []string, of []byte) bool {
	return k.Names || k.Former != nil && of != nil && k.Former(names, keyOf(append([]byte(k.site.AsOf.String()+" "), of...)))
}

// ofFigures reports whether a view shows figures and settings, and of articles no more than their own pages do.
func ofFigures(v pages.View) bool {
	switch v.(type) {
	case *pages.Member, *pages.Members, *pages.Year, pages.Years, *pages.Records, *pages.Compare, *pages.Mark, *pages.Data, *export.ChartExport:
		return true
	}
	return false
}

func keyOf(b []byte) (key FileKey) {
	sum := sha256.Sum256(b)
	return FileKey(sum[:len(key)])
}

// A keyWriter writes parts so that no two lists of them are the same bytes.
type keyWriter struct {
	*frame
	b []byte
}

func (w *keyWriter) add(parts ...string) {
	for _, s := range parts {
		w.b = append(binary.AppendUvarint(w.b, uint64(len(s))), s...)
	}
}

func (k *fileKeys) ofPage(p *pages.Page) (key FileKey, ok bool) {
	if !k.templates.ours[p.Template] {
		return key, false
	}
	w := &keyWriter{&frame{Page: p, place: place{k.site, address.Root(p.Path), k.templates}}, make([]byte, 0, 1<<10)}
	k.once.Do(func() {
		k.shared = (&frame{Page: &pages.Page{}, place: place{k.site, address.Root(""), k.templates}}).shared()
	})
	w.b = append(w.b, k.shared...)
	w.add(p.Path, p.Template, p.Title, p.Summary, p.View.Changed().String())
	if c := w.Card(); c != nil {
		w.add(c.Path, c.Alt)
	}
	switch v := p.View.(type) {
	case *pages.Article:
		w.text(v.Article, v.TitleText(), v.SummaryText(), v.BodyKey())
	case *pages.Standing:
		w.text(v.Article, v.TitleText(), v.SummaryText(), v.BodyKey())
	case *pages.Today:
		w.text(v.Text(), v.Title, v.Summary, v.Body)
	case *pages.Member:
		lines := w.List(v.Articles)
		for _, a := range v.Articles {
			line, err := lines.Line(a)
			if err != nil {
				return key, false // the page will have the same error
			}
			w.add(string(line))
		}
	case *pages.Year, *pages.Records, *pages.Mark, *export.ChartExport:
	default:
		return key, false
	}
	if _, written := p.View.(pages.Written); !written || len(p.View.Charts()) > 0 {
		w.add(k.site.AsOf.String())
	}
	w.charts(p.View.Charts())
	return keyOf(w.b), true
}

// text adds an article as its page shows it.
func (w *keyWriter) text(a *article.Article, texts ...article.Segments) {
	w.add(a.Vintage.Day.String(), string(a.Sum[:]))
	for _, text := range texts {
		for i := range text {
			w.piece(a, &text[i])
		}
		w.add("")
	}
}

func (w *keyWriter) piece(a *article.Article, piece *article.Segment) {
	w.add(piece.HTML, piece.Path)
	switch shown := piece.Shown.(type) {
	case *article.Image:
		w.add(shown.Attributes(w.Root))
	case *article.ThenNow:
		w.add(shown.ID, shown.Day.String())
	case *article.ChartBlock:
		w.charts([]*chart.Chart{shown.Chart})
		if words := shown.Words; words != nil {
			w.text(a, words.Title, words.Caption)
		}
	}
}

// charts adds charts, and the files of each: they may be those of a chart on another page.
func (w *keyWriter) charts(list []*chart.Chart) {
	if t, ok := w.View.(*export.ChartExport); ok {
		w.add(string(t.Key()))
	}
	for _, c := range list {
		w.add(string(c.Key()))
		if t := w.Site.export.ExportOf(c); t != nil {
			w.add(string(t.Key()))
		}
	}
}

// sameParts matches the parts in templates that are the same on all pages.
var sameParts = regexp.MustCompile(`\.Same "([^"]+)"`)

// shared returns what is the same on all pages, as the home page has it: the parts that are rendered once, and the
// names of files.
func (f *frame) shared() (b []byte) {
	parts := map[string]bool{}
	for _, src := range f.templates.sources {
		for _, m := range sameParts.FindAllStringSubmatch(src, -1) {
			parts[m[1]] = true
		}
	}
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		html, err := f.Same(part)
		if err != nil {
			b = append(b, err.Error()...) // no page can be rendered, which is reported there
		}
		b = append(append(b, html...), 0)
	}
	for _, name := range slices.Sorted(maps.Keys(f.Site.Assets.Files)) {
		b = append(append(b, name...), 0)
	}
	sum := sha256.Sum256(b)
	return sum[:]
}
