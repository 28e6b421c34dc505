package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"slices"
	"sync"

	"burdenshare/internal/plainfile"
)

// An Aside holds bytes that a build needs again later, in a temporary file instead of memory. Where the system allows
// it, the file has no name, so that nothing of it is left whatever happens to the build; elsewhere Close removes it, or
// the Sweep of a later build. Its methods are safe for concurrent use.
type Aside struct {
	file   *os.File
	remove func()

	mu  sync.Mutex
	end int64
	err error
}

// A Place is where bytes are in an Aside.
type Place struct {
	at   int64
	size int
}

// Aside returns an empty Aside in the folder, or nil if no file can be made there.
func (f *Folder) Aside() *Aside {
	sum := sha256.Sum256([]byte("aside")) // Sweep removes what is named like the part of an entry
	name := path.Join(f.dir, fmt.Sprintf("%s.%d.part", hex.EncodeToString(sum[:]), os.Getpid()))
	if f.root.MkdirAll(f.dir, 0o777) != nil {
		return nil
	}
	file, err := f.root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil
	}
	a := &Aside{file: file, remove: func() {}}
	if f.root.Remove(name) != nil { // an open file, on some systems
		a.remove = func() { _ = f.root.Remove(name) }
	}
	return a
}

// Put appends bytes and returns their place. It reports false if they could not be written.
func (a *Aside) Put(data []byte) (Place, bool) {
	a.mu.Lock()
	p := Place{a.end, len(data)}
	a.end += int64(p.size)
	a.mu.Unlock()
	_, err := a.file.WriteAt(data, p.at)
	return p, err == nil
}

// Get returns the bytes at a place. If they cannot be read it returns "", and Err an error.
func (a *Aside) Get(p Place) string {
	pooled := plainfile.Buffers.Get().(*[]byte)
	defer plainfile.Buffers.Put(pooled)
	*pooled = slices.Grow((*pooled)[:0], p.size)
	b := (*pooled)[:p.size]
	if _, err := a.file.ReadAt(b, p.at); err != nil {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.err = fmt.Errorf("cannot read what was set aside in a temporary file: %w", plainfile.Cause(err))
		return ""
	}
	return string(b)
}

// Err returns the last error of Get. What was made of its result is not valid then.
func (a *Aside) Err() error {
	if a == nil {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.err
}

// Close frees the space.
func (a *Aside) Close() {
	if a != nil {
		_ = a.file.Close() // nothing in it is wanted
		a.remove()
	}
}
