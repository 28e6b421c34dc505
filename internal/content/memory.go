package content

import (
	"bytes"
	"io/fs"

	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// A Memory keeps what was made of each Markdown file, for whoever loads the
// same folder again and again. A file is read anew when its bytes are no
// longer the same. The nil Memory keeps nothing. It serves one Load at a time.
type Memory struct {
	opts  Options // under which the files were read
	files map[string]remembered
}

// remembered is what was made of one file.
type remembered struct {
	raw     []byte // nil for a file that could not be read
	article *Article
	errs    diag.List
}

// found returns the findings, which are the caller's own.
func (r remembered) found() diag.List {
	list := make(diag.List, len(r.errs))
	for i, e := range r.errs {
		own := *e
		list[i] = &own
	}
	return list
}

// read makes an Article of a file, or gives the one made of the same bytes.
func (m *Memory) read(fsys fs.FS, name string, opts Options) remembered {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		r := remembered{}
		r.errs.Errorf(start(name), "cannot read: %v", plainfile.Cause(err))
		return r
	}
	if m != nil && m.opts == opts {
		if old, ok := m.files[name]; ok && old.raw != nil && bytes.Equal(old.raw, raw) {
			return old
		}
	}
	r := remembered{raw: raw}
	r.article, r.errs = parse(name, raw, opts)
	return r
}

// keep remembers what a Load has read, and forgets all else.
func (m *Memory) keep(names []string, read []remembered, opts Options) {
	if m == nil {
		return
	}
	m.opts, m.files = opts, make(map[string]remembered, len(names))
	for i, name := range names {
		m.files[name] = read[i]
	}
}
