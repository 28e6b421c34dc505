package article

import (
	"crypto/sha256"
	"strings"

	"burdenshare/internal/cache"
	"burdenshare/internal/plainfile"
)

// An asideBody is a body that is not in memory, but for what it shows, and its words apart from it.
type asideBody struct {
	file   *cache.Aside
	at     cache.Place
	words  cache.Place
	sum    [sha256.Size]byte
	parts  int
	shown  map[int]any // by their part
	tables bool
}

// end ends each text of a body that is written: content with a NUL is refused.
const end = "\x00"

// setAside writes the body to the file and frees its memory. It stays in memory if it cannot be written.
func (a *Article) setAside(to *cache.Aside) {
	if a.aside = nil; to == nil || len(a.body) == 0 {
		return
	}
	pooled := plainfile.Buffers.Get().(*[]byte)
	defer plainfile.Buffers.Put(pooled)
	b := (*pooled)[:0]
	aside := &asideBody{file: to, parts: len(a.body), tables: a.body.Tables()}
	for i, p := range a.body {
		for _, s := range []string{p.HTML, end, p.Path, end} {
			b = append(b, s...)
		}
		if p.Shown != nil {
			if aside.shown == nil {
				aside.shown = map[int]any{}
			}
			aside.shown[i] = p.Shown
		}
	}
	aside.sum = sha256.Sum256(b)
	at, ok := to.Put(b)
	*pooled = a.body.words(b)
	words, too := to.Put(*pooled)
	if aside.at, aside.words = at, words; ok && too {
		a.aside, a.body = aside, nil
	}
}

// BodyText returns the text, in which links are open.
func (a *Article) BodyText() Segments {
	if a.aside == nil {
		return a.body
	}
	in := strings.Split(a.aside.file.Get(a.aside.at), end)
	text := make(Segments, len(in)/2) // none where it could not be read
	for i := range text {
		text[i] = Segment{in[2*i], in[2*i+1], a.aside.shown[i]}
	}
	return text
}

// BodyKey returns what differs wherever the body does: the body, or in its place a checksum and what it shows.
func (a *Article) BodyKey() Segments {
	if a.aside == nil {
		return a.body
	}
	key := Segments{{HTML: string(a.aside.sum[:])}}
	for i := range a.aside.parts {
		if shown := a.aside.shown[i]; shown != nil {
			key = append(key, Segment{Shown: shown})
		}
	}
	return key
}
