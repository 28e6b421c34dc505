// Package input provides the folder that a report is made from in the form in which all packages read it: the same
// on every machine.
//
// Git and editors on Windows end the lines of text files with CR LF. Texts replaces these with LF, so that the same
// commit produces the same site there. About returns checksums of everything that a report is made from, for the
// manifest. The package knows names and bytes, but not their meaning.
package input

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/parallel"
	"burdenshare/internal/plainfile"
)

// texts lists the extensions of text files.
var texts = []string{".toml", ".csv", ".md", ".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".xml"}

// parts lists the files and folders below the root that a report is made from.
var parts = []string{"config.toml", "content", "data", "package-lock.json", "package.json", "templates"}

// largest is the maximum size, in bytes, of a file that a report is made from.
const largest = 256 << 20

// Open returns the folder root as all packages read it: the Texts of its plain files.
func Open(root *os.Root) fs.FS { return Texts(plainfile.FS(root, largest)) }

// Texts returns a file system whose text files have lines that end with LF. Other files, and those below node_modules
// and .cache, are unchanged.
func Texts(root fs.FS) fs.FS { return textFS{root} }

type textFS struct{ fs.FS }

func isText(name string) bool {
	top, _, _ := strings.Cut(name, "/")
	return slices.Contains(texts, strings.ToLower(path.Ext(name))) && top != "node_modules" && top != ".cache"
}

// Open opens a file or folder.
func (t textFS) Open(name string) (fs.File, error) {
	f, err := t.FS.Open(name)
	if err != nil || !isText(name) {
		return f, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return f, err
	}
	data, err := io.ReadAll(f)
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	return fstest.MapFS{name: {Data: lines(data), Mode: info.Mode(), ModTime: info.ModTime()}}.Open(name)
}

// ReadFile reads a file.
func (t textFS) ReadFile(name string) ([]byte, error) { return t.Append(nil, name) }

// Append appends the bytes of a file.
func (t textFS) Append(b []byte, name string) ([]byte, error) {
	all, err := plainfile.Append(b, t.FS, name)
	if err == nil && isText(name) {
		all = append(all[:len(b)], lines(all[len(b):])...)
	}
	return all, err
}

// ReadDir lists a folder.
func (t textFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(t.FS, name) }

// Stat returns a description of a file; its size may be the size on disk.
func (t textFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(t.FS, name) }

// lines replaces CR LF with LF. Other CR characters are kept.
func lines(data []byte) []byte {
	if !bytes.Contains(data, []byte("\r\n")) {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}

// A Summary is what can be said of everything that a report is made from without knowing what it means.
type Summary struct {
	Day civil.Date // the newest that it names, up to a day

	sums map[string][sha256.Size]byte // of the files, by their paths
}

// About returns the Summary of everything that a report is made from, with the newest day up to asOf. It reads each
// file once.
//
// It covers settings, data, content, templates and the names of libraries, with text files as returned by Texts. Files
// and folders whose names begin with a dot are not part of a report. If the root has no template of a name, the
// program's template is used.
func About(root, templates fs.FS, asOf civil.Date) (Summary, error) {
	program, err := walk(Mounted{Texts(templates), "templates"}, "templates")
	own, more := walk(Texts(root), parts...)
	files, errs := append(program, own...), []error{err, more}
	parallel.Do(len(files), func(i int) { files[i].read(asOf) })
	about := Summary{sums: make(map[string][sha256.Size]byte, len(files))}
	for i := range files { // the report's own templates replace those of the program
		f := &files[i]
		about.sums[f.name], about.Day = f.sum, civil.Later(about.Day, f.newest.day)
		errs = append(errs, f.err)
	}
	return about, errors.Join(errs...)
}

// A file is one of those that a report is made from.
type file struct {
	root   fs.FS
	name   string
	sum    [sha256.Size]byte
	newest newestDay
	err    error
}

func (f *file) read(asOf civil.Date) {
	data := plainfile.Buffers.Get().(*[]byte)
	defer plainfile.Buffers.Put(data)
	*data, f.err = plainfile.Append((*data)[:0], f.root, f.name)
	f.sum, f.newest.asOf = sha256.Sum256(*data), asOf
	f.newest.file(f.name, *data)
}

// Sum returns a checksum of all files: the SHA-256, in hexadecimal digits, of a list as written by sha256sum, with a
// line for each file in the order of their paths.
func (s Summary) Sum() string { return s.Without(func(string) bool { return false }) }

// Without returns the checksum of the files but those to be left out.
func (s Summary) Without(left func(name string) bool) string {
	list := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.sums)) {
		if !left(name) {
			fmt.Fprintf(list, "%x  %s\n", s.sums[name], name)
		}
	}
	return fmt.Sprintf("%x", list.Sum(nil))
}

// walk lists the files of some parts of a root, in the order of their paths.
func walk(root fs.FS, parts ...string) (files []file, err error) {
	for _, part := range parts {
		if _, err := fs.Stat(root, part); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		err = errors.Join(err, fs.WalkDir(root, part, func(name string, d fs.DirEntry, err error) error {
			hidden := strings.HasPrefix(path.Base(name), ".")
			switch {
			case err != nil:
				return err
			case hidden && d.IsDir():
				return fs.SkipDir
			case !hidden && !d.IsDir():
				files = append(files, file{root: root, name: name})
			}
			return nil
		}))
	}
	return files, err
}

// Mounted is a file system that contains another in a folder.
type Mounted struct {
	fs.FS
	Name string // of the folder
}

// Open opens the folder or a file below it.
func (m Mounted) Open(name string) (fs.File, error) {
	if name == m.Name {
		return m.FS.Open(".")
	}
	below, ok := strings.CutPrefix(name, m.Name+"/")
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return m.FS.Open(below)
}
