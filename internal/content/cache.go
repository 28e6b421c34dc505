package content

import (
	"bytes"
	"io/fs"

	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// A Cache keeps the result for each Markdown file, for callers that load the same folder repeatedly. A file is read
// again if its bytes have changed. The nil Memory keeps nothing. It must not be used by several Loads at once.
type Cache struct {
	opts  Options // with which the files were read
	files map[string]cachedFile
}

// cachedFile is the result for one file.
type cachedFile struct {
	raw     []byte // nil for a file that could not be read
	article *Article
	errs    diag.List
}

// found returns a copy of the errors.
func (r cachedFile) found() diag.List {
	list := make(diag.List, len(r.errs))
	for i, e := range r.errs {
		own := *e
		list[i] = &own
	}
	return list
}

// read returns the Article of a file: a new one, or the one made of the same bytes.
func (m *Cache) read(fsys fs.FS, name string, opts Options) cachedFile {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		r := cachedFile{}
		r.errs.Errorf(start(name), "cannot read: %v", plainfile.Cause(err))
		return r
	}
	if m != nil && m.opts == opts {
		if old, ok := m.files[name]; ok && old.raw != nil && bytes.Equal(old.raw, raw) {
			return old
		}
	}
	r := cachedFile{raw: raw}
	r.article, r.errs = parse(name, raw, opts)
	return r
}

// keep keeps the results of a Load and discards all others.
func (m *Cache) keep(names []string, read []cachedFile, opts Options) {
	if m == nil {
		return
	}
	m.opts, m.files = opts, make(map[string]cachedFile, len(names))
	for i, name := range names {
		m.files[name] = read[i]
	}
}
