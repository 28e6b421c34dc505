package article

import (
	"crypto/sha256"
	"encoding/binary"

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
		for _, s := range []string{p.HTML, p.Path} {
			b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
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
	in := a.aside.file.Get(a.aside.at)
	text := make(Segments, 0, a.aside.parts)
	for i := 0; in != ""; i++ {
		var p Segment
		for _, s := range []*string{&p.HTML, &p.Path} {
			n, size := binary.Uvarint([]byte(in[:min(len(in), binary.MaxVarintLen64)]))
			*s, in = in[size:size+int(n)], in[size+int(n):]
		}
		p.Shown = a.aside.shown[i]
		text = append(text, p)
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
