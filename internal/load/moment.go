package load

import (
	"io/fs"
	"sync"
)

// A moment is a root whose files are read once, whatever happens to them meanwhile. An editor that saves empties a
// file before filling it.
type moment struct {
	fs.FS
	files sync.Map // of func() ([]byte, error), by name
}

// ReadFile returns what the file had in it when it was first read.
func (m *moment) ReadFile(name string) ([]byte, error) {
	read, _ := m.files.LoadOrStore(name, sync.OnceValues(func() ([]byte, error) { return fs.ReadFile(m.FS, name) }))
	return read.(func() ([]byte, error))()
}

// ReadDir lists a folder.
func (m *moment) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(m.FS, name) }

// Stat returns a description of a file or folder.
func (m *moment) Stat(name string) (fs.FileInfo, error) { return fs.Stat(m.FS, name) }
