// Package cache keeps what is slow to make from build to build, in a folder below a report's root.
//
// In comes a key, which is everything that a thing is made of, and how to make it. Out comes the thing: kept from an
// earlier build, or made now and kept. A cache is a help and never a need: an entry that is cut short, changed or put in
// the place of another is made again, and what cannot be written is not kept. The folder is never larger than what one
// build asks for. The package does not know what it keeps.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"sync/atomic"

	"burdenshare/internal/plainfile"
)

// largest is the size of an entry in bytes above which it is made each time.
const largest = 16 << 20

// A Folder is a cache. A nil Folder keeps nothing. Its methods may be called from several goroutines, and several
// builds may use one folder.
type Folder struct {
	root *os.Root
	dir  string
	used sync.Map // names of entries that this build has asked for
	made atomic.Int64
	kept atomic.Int64
}

// Open returns the cache in the folder dir below a report's root. Nothing is made before there is something to keep.
func Open(root *os.Root, dir string) *Folder { return &Folder{root: root, dir: dir} }

// Made returns how many things were made.
func (f *Folder) Made() int { return int(f.made.Load()) }

// Kept returns how many things were found.
func (f *Folder) Kept() int { return int(f.kept.Load()) }

// Get returns what is kept for a key, or makes it and keeps it. Something empty, or that cannot be made, is not kept.
func (f *Folder) Get(key []byte, make func() ([]byte, error)) ([]byte, error) {
	if f == nil {
		return make()
	}
	sum := sha256.Sum256(key)
	name := hex.EncodeToString(sum[:])
	f.used.Store(name, true)
	if data, ok := f.read(name); ok {
		f.kept.Add(1)
		return data, nil
	}
	data, err := make()
	if err == nil {
		f.made.Add(1)
		f.write(name, data)
	}
	return data, err
}

// seal is what an entry begins with: a checksum of its name and of what follows.
func seal(name string, data []byte) []byte {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write(data)
	return h.Sum(nil)
}

// read returns an entry if it is whole.
func (f *Folder) read(name string) ([]byte, bool) {
	src, err := plainfile.Read(f.root, path.Join(f.dir, name), largest+sha256.Size)
	if err != nil || len(src) <= sha256.Size {
		return nil, false
	}
	data := src[sha256.Size:]
	return data, bytes.Equal(seal(name, data), src[:sha256.Size])
}

// write keeps an entry. It comes to its name whole, for another build may be reading.
func (f *Folder) write(name string, data []byte) {
	if len(data) == 0 || len(data) > largest || f.root.MkdirAll(f.dir, 0o777) != nil {
		return
	}
	part := path.Join(f.dir, fmt.Sprintf("%s.%d.part", name, os.Getpid()))
	if f.root.WriteFile(part, append(seal(name, data), data...), 0o666) != nil || f.root.Rename(part, path.Join(f.dir, name)) != nil {
		_ = f.root.Remove(part) // it may not be there
	}
}

// Sweep removes the entries that this build did not ask for, and what a killed one left half-written.
func (f *Folder) Sweep() {
	if f == nil {
		return
	}
	entries, err := fs.ReadDir(f.root.FS(), f.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		name, _, _ := strings.Cut(e.Name(), ".")
		if _, err := hex.DecodeString(name); err != nil || len(name) != 2*sha256.Size || e.IsDir() {
			continue // it is not ours
		}
		if _, ok := f.used.Load(e.Name()); !ok {
			_ = f.root.Remove(path.Join(f.dir, e.Name())) // another build may have been quicker
		}
	}
}
