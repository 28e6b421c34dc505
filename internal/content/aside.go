package content

import (
	"sync"

	"burdenshare/internal/cache"
)

// An asideBody is a body that is not in memory.
type asideBody struct {
	file   *cache.Aside
	at     cache.Place
	embeds bool // it contains more than links and pictures
}

// codecs have the memory that bodies are written in.
var codecs = sync.Pool{New: func() any { return &codec{writing: true} }}

// setAside writes the body to the file and frees its memory. It stays in memory if it cannot be written.
func (a *Article) setAside(to *cache.Aside) {
	if to == nil || a == nil || len(a.Body) == 0 {
		return
	}
	c := codecs.Get().(*codec)
	defer codecs.Put(c)
	c.out, c.file = c.out[:0], a.File
	c.text(&a.Body)
	if at, ok := to.Put(c.out); ok {
		a.aside, a.Body = &asideBody{to, at, a.Body.moves()}, nil
	}
}

// Text returns the body.
func (a *Article) Text() Text {
	if a.aside == nil {
		return a.Body
	}
	c := codec{in: a.aside.file.Get(a.aside.at), file: a.File, share: true}
	var t Text
	c.text(&t)
	return t
}
