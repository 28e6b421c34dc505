// Package overlay shows a report with files that are not written yet.
//
// A Root combines the report's folder with the bytes of new or changed files. It is a file system with both, so that
// every package can check them before anything on disk is changed. The package does not know what is in the files and
// writes none.
package overlay

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// A Root is a folder with further files laid over it. Paths are those of fs.FS.
type Root struct {
	Base  fs.FS
	Files map[string][]byte
}

// Open opens a file of the overlay or else one of the base.
func (r Root) Open(name string) (fs.File, error) {
	if data, ok := r.Files[name]; ok {
		return &file{Reader: bytes.NewReader(data), info: info{path.Base(name), int64(len(data)), 0o644}}, nil
	}
	if r.holds(name) {
		return &folder{info: info{path.Base(name), 0, fs.ModeDir | 0o755}, root: r, name: name}, nil
	}
	return r.Base.Open(name)
}

// ReadDir returns the entries of a folder in the overlay and in the base.
func (r Root) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(r.Base, name)
	if err != nil && !r.holds(name) {
		return nil, err
	}
	entries := map[string]fs.DirEntry{}
	for _, e := range list {
		entries[e.Name()] = e
	}
	for file, data := range r.Files {
		rest, below := within(name, file)
		if !below {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		i := info{first, int64(len(data)), 0o644}
		if deeper {
			i = info{first, 0, fs.ModeDir | 0o755}
		}
		entries[first] = fs.FileInfoToDirEntry(i)
	}
	byName := func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) }
	return slices.SortedFunc(maps.Values(entries), byName), nil
}

// holds reports whether the overlay has a file in a folder.
func (r Root) holds(folder string) bool {
	if !fs.ValidPath(folder) {
		return false
	}
	for file := range r.Files {
		if _, ok := within(folder, file); ok {
			return true
		}
	}
	return false
}

// within returns the path of a file below a folder.
func within(folder, file string) (rest string, ok bool) {
	if folder == "." {
		return file, true
	}
	return strings.CutPrefix(file, folder+"/")
}

// An info describes a file of the overlay. It has no time, so that the same overlay always looks the same.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

type file struct {
	*bytes.Reader
	info info
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

type folder struct {
	info info
	root Root
	name string
	read int
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Close() error               { return nil }
func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir returns the next n entries, or all remaining entries if n is not positive.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	list, err := f.root.ReadDir(f.name)
	if err != nil {
		return nil, err
	}
	list = list[min(f.read, len(list)):]
	if n > 0 {
		if len(list) == 0 {
			return nil, io.EOF
		}
		list = list[:min(n, len(list))]
	}
	f.read += len(list)
	return list, nil
}
