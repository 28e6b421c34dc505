// Package overlay shows a report with files that are not written yet.
//
// A Root combines the report's folder with the bytes of new or changed files. It is a file system with both, so that
// every package can check them before anything on disk is changed. The package does not know what is in the files and
// writes none.
package overlay

import (
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing/fstest"
)

// A Root is a folder with further files laid over it. Paths are those of fs.FS.
type Root struct {
	Base  fs.FS
	Files map[string][]byte
}

// over returns the files of the overlay alone. They have no time, so that the same overlay always looks the same.
func (r Root) over() fs.FS {
	files := fstest.MapFS{}
	for name, data := range r.Files {
		files[name] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	return files
}

// Open opens a file of the overlay or else one of the base.
func (r Root) Open(name string) (fs.File, error) {
	f, err := r.over().Open(name)
	if err != nil {
		return r.Base.Open(name)
	}
	if _, isFolder := f.(fs.ReadDirFile); !isFolder {
		return f, nil
	}
	entries, err := r.ReadDir(name)
	return &folder{f, entries}, err
}

// ReadDir returns the entries of a folder in the overlay and in the base.
func (r Root) ReadDir(name string) ([]fs.DirEntry, error) {
	base, err := fs.ReadDir(r.Base, name)
	over, _ := fs.ReadDir(r.over(), name) // none where the overlay has no file
	if err != nil && len(over) == 0 {
		return nil, err
	}
	entries := map[string]fs.DirEntry{}
	for _, e := range slices.Concat(base, over) {
		entries[e.Name()] = e
	}
	byName := func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) }
	return slices.SortedFunc(maps.Values(entries), byName), nil
}

// A folder is one of the overlay, with the entries of the base's too.
type folder struct {
	fs.File
	left []fs.DirEntry
}

// ReadDir returns the next n entries, or all remaining entries if n is not positive.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	list := f.left[:n]
	f.left = f.left[n:]
	return list, nil
}
