package site

import (
	"crypto/sha256"
	"encoding/binary"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/export"
	"burdenshare/internal/pages"
)

// A FileKey is a checksum of what a page, or some files, show that an edit of an article can change. With the same
// program, settings, figures, templates and other texts, files with the same key have the same bytes.
type FileKey [16]byte

// fileKeys makes the keys of the files of a site. Pages whose view is Kept have one: what it knows, the addresses that
// its links lead to and the names of its charts are all that they show. Other pages, and those whose template is the
// report's own, may show anything of the site.
type fileKeys struct {
	Means
	site      *Site
	templates *Templates
	assets    []string // the names: libraries may be others than those that are locked
}

// heldPage reports whether a page need not be rendered: a former page is kept, or nothing can be wrong in it.
func (k *fileKeys) heldPage(p *pages.Page) bool {
	if k.Names {
		return p.OfFigures && k.templates.ours[p.Template]
	}
	if k.Former == nil {
		return false
	}
	key, ok := k.ofPage(p)
	return ok && k.Former([]string{p.File()}, key)
}

// heldFiles reports the same of files.
func (k *fileKeys) heldFiles(names []string, of []byte) bool {
	return k.Names || k.Former != nil && of != nil &&
		k.Former(names, keyOf(append([]byte(k.site.AsOf.String()+" "), of...)))
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
	if !p.OfFigures && p.Written == nil || !k.templates.ours[p.Template] {
		return key, false
	}
	w := &keyWriter{newFrame(p, place{k.site, address.Root(p.Path), k.templates}), make([]byte, 0, 1<<10)}
	w.add(k.assets...)
	w.add(p.Path, p.Template, p.Title, p.Summary, p.Changed.String())
	if c := w.Card(); c != nil {
		w.add(c.Path, c.Alt)
	}
	if now, ok := p.View.(*asof.View); ok {
		w.text(p.Written, now.Title, now.Summary, now.Body)
	} else if a := p.Written; a != nil {
		w.text(a, a.TitleText, a.SummaryText, a.BodyKey())
	}
	lines, err := w.List(p.Lines)
	if err != nil {
		return key, false // the page will have the same error
	}
	w.add(string(lines))
	if p.OfFigures || len(p.Charts) > 0 {
		w.add(k.site.AsOf.String())
	}
	w.charts(p.Charts)
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
