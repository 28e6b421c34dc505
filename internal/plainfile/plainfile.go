// Package plainfile reads files that others have written: plain files of a limited size, and nothing else.
//
// Its functions take a folder and a name in it, or a path. They return the bytes, or an error: reading a device or a
// named pipe would block for ever, and a file of a terabyte would fill the memory. Nothing outside the folder is
// read, through ".." or links. The package does not know what is in the files.
package plainfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"sync"
)

// ErrNotPlain is the cause of an error for anything that is neither a plain file nor a folder.
var ErrNotPlain = errors.New("not a plain file")

// Cause returns an error of a file without the operation and the path, which messages name in their own way.
func Cause(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		return link.Err
	}
	return err
}

// Kind describes an entry of a folder that is neither a plain file nor a folder.
func Kind(e fs.DirEntry) string {
	if e.Type()&fs.ModeSymlink != 0 {
		return "a symbolic link"
	}
	return ErrNotPlain.Error()
}

// Names returns the names of all files in a file system, in the order of their paths.
func Names(fsys fs.FS) (names []string, err error) {
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// Read reads a file below root of at most limit bytes.
func Read(root *os.Root, name string, limit int64) ([]byte, error) {
	return appendFile(nil, name, limit, func() (*os.File, error) { return root.OpenFile(name, flags, 0) })
}

// Buffers are memory that files are read into and written from, one after the other. None is nil, and so no file is.
var Buffers = sync.Pool{New: func() any { return &[]byte{} }}

// Append appends the bytes of a file to b.
func Append(b []byte, fsys fs.FS, name string) ([]byte, error) {
	f, ok := fsys.(interface {
		Append(b []byte, name string) ([]byte, error)
	})
	if ok {
		return f.Append(b, name)
	}
	data, err := fs.ReadFile(fsys, name)
	return append(b, data...), err
}

// ReadPath reads a file of at most limit bytes at any path, for a file that the user has named.
func ReadPath(path string, limit int64) ([]byte, error) {
	return appendFile(nil, path, limit, func() (*os.File, error) { return os.OpenFile(path, flags, 0) })
}

// OpenPath opens a plain file of any size at any path, for a file that the user has named.
func OpenPath(path string) (*os.File, error) {
	f, info, err := open("open", path, math.MaxInt64, func() (*os.File, error) { return os.OpenFile(path, flags, 0) })
	if err == nil && info.IsDir() {
		f.Close()
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotPlain}
	}
	return f, err
}

// open opens a folder, or a plain file of at most limit bytes; op says in errors what it is opened for.
func open(op, name string, limit int64, from func() (*os.File, error)) (*os.File, fs.FileInfo, error) {
	f, err := from()
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil || info.IsDir():
	case !info.Mode().IsRegular():
		err = &fs.PathError{Op: op, Path: name, Err: ErrNotPlain}
	case info.Size() > limit:
		err = &fs.PathError{Op: op, Path: name, Err: tooLarge(limit)}
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

func appendFile(to []byte, name string, limit int64, from func() (*os.File, error)) ([]byte, error) {
	f, info, err := open("read", name, limit, from)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	failed := func(err error) ([]byte, error) { return nil, &fs.PathError{Op: "read", Path: name, Err: err} }
	if info.IsDir() {
		return failed(errors.New("is a directory"))
	}
	b := bytes.NewBuffer(to)
	b.Grow(int(info.Size()) + bytes.MinRead)
	if _, err = b.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return failed(err)
	}
	if int64(b.Len()-len(to)) > limit { // it has grown since, or its size was unknown
		return failed(tooLarge(limit))
	}
	return b.Bytes(), nil
}

// tooLarge is the error for a file of more bytes.
type tooLarge int64

// Error returns the message with the limit.
func (e tooLarge) Error() string { return fmt.Sprintf("it is larger than %d MB", e>>20) }

// FS returns the folder root as a file system for reading, whose files are plain and of at most limit bytes.
func FS(root *os.Root, limit int64) fs.FS { return folder{root.FS(), root, limit} }

// A folder is a file system whose files are read whole.
type folder struct {
	fs.FS
	root  *os.Root
	limit int64
}

// Open opens a plain file or a folder.
func (f folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, _, err := open("open", name, f.limit, func() (*os.File, error) { return f.root.OpenFile(name, flags, 0) })
	if err != nil {
		return nil, err
	}
	return file, nil
}

// ReadFile reads a plain file.
func (f folder) ReadFile(name string) ([]byte, error) { return f.Append(nil, name) }

// Append appends the bytes of a plain file.
func (f folder) Append(b []byte, name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	return appendFile(b, name, f.limit, func() (*os.File, error) { return f.root.OpenFile(name, flags, 0) })
}

// ReadDir lists a folder.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }

// Stat returns a description of a file or folder, following links within the root.
func (f folder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }
