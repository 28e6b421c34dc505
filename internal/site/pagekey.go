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
	"burdenshare/internal/pages"
)

// A PageKey is a checksum of what a page shows that an edit of an article can change. With the same program, settings,
// figures, templates and other texts, pages with the same key have the same bytes.
type PageKey [16]byte

// pageKeys makes the keys of the pages of a site. Only pages of articles without charts and claims have one: their own
// text, the addresses that its links lead to, and what all pages share are all that they show. Other pages, and those
// whose template is the report's own, may show anything of the site.
type pageKeys struct {
	site      *Site
	templates *Templates

	once   sync.Once
	shared []byte
}

// former reports whether kept has the page as it would be rendered.
func (k *pageKeys) former(p *pages.Page, kept func(string, PageKey) bool) bool {
	key, ok := k.of(p)
	return ok && kept(p.File(), key)
}

func (k *pageKeys) of(p *pages.Page) (key PageKey, ok bool) {
	if !k.templates.ours[p.Template] {
		return key, false
	}
	var texts []article.Segments
	switch v := p.View.(type) {
	case *pages.Article:
		texts = []article.Segments{v.TitleText(), v.SummaryText(), v.BodyText()}
	case *pages.Today:
		texts = []article.Segments{v.Title, v.Summary, v.Body}
	default:
		return key, false
	}
	f := &frame{Page: p, place: place{k.site, address.Root(p.Path), k.templates}}
	k.once.Do(func() { k.shared = f.shared() })
	a := p.View.(pages.Written).Text()
	b := append(make([]byte, 0, 8<<10), k.shared...)
	add := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	add(p.Path)
	add(p.Template)
	add(a.Vintage.Day.String())
	b = append(b, a.Sum[:]...)
	if c := f.Card(); c != nil {
		add(c.Path)
		add(c.Alt)
	}
	for _, text := range texts {
		for _, piece := range text {
			if piece.Chart != nil || piece.Claim != nil {
				return key, false
			}
			add(piece.HTML)
			add(piece.Path)
			if piece.Image != nil {
				add(piece.Image.Attributes(f.Root))
			}
		}
		add("")
	}
	sum := sha256.Sum256(b)
	return PageKey(sum[:len(key)]), true
}

// sameParts matches the parts in templates that are the same on all pages.
var sameParts = regexp.MustCompile(`\.Same "([^"]+)"`)

// shared returns what is the same on the pages of all articles: the parts that are rendered once, and the names of
// files.
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
