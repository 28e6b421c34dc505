// Package cache keeps the results of slow work from build to build, in a folder below a report's root.
//
// A caller passes a key, which contains everything that a result depends on, and a function that makes the result.
// Get returns the result of an earlier build if it was kept, and otherwise makes and keeps it. A build never depends
// on the cache: an entry that is truncated, changed or in the place of another is made again, and a result that
// cannot be written is not kept. After Sweep(true) the folder is no larger than what one build asks for. The package
// does not know what it keeps.
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

// largest is the maximum size of an entry in bytes. Larger results are made each time.
const largest = 16 << 20

// A Folder is a cache. A nil Folder keeps nothing. Its methods are safe for concurrent use, and several builds may
// share one folder.
type Folder struct {
	root   *os.Root
	dir    string
	used   sync.Map // names of entries that this build has asked for
	misses atomic.Int64
}

// Open returns the cache in the folder dir below a report's root. The folder is created when the first entry is
// written.
func Open(root *os.Root, dir string) *Folder { return &Folder{root: root, dir: dir} }

// Misses returns the number of results that were made.
func (f *Folder) Misses() int { return int(f.misses.Load()) }

// Get returns the entry for a key, or makes it and keeps it. Empty results and errors are not kept.
func (f *Folder) Get(key []byte, make func() ([]byte, error)) ([]byte, error) {
	if f == nil {
		return make()
	}
	sum := sha256.Sum256(key)
	name := hex.EncodeToString(sum[:])
	f.used.Store(name, true)
	if data, ok := f.read(name); ok {
		return data, nil
	}
	data, err := make()
	if err == nil {
		f.misses.Add(1)
		f.write(name, data)
	}
	return data, err
}

// seal returns the beginning of an entry: a checksum of its name and of the data that follows.
func seal(name string, data []byte) []byte {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write(data)
	return h.Sum(nil)
}

// read returns an entry and reports whether it is intact.
func (f *Folder) read(name string) ([]byte, bool) {
	src, err := plainfile.Read(f.root, path.Join(f.dir, name), largest+sha256.Size)
	if err != nil || len(src) <= sha256.Size {
		return nil, false
	}
	data := src[sha256.Size:]
	return data, bytes.Equal(seal(name, data), src[:sha256.Size])
}

// write writes an entry to a temporary file and renames it, because another build may be reading.
func (f *Folder) write(name string, data []byte) {
	if len(data) == 0 || len(data) > largest || f.root.MkdirAll(f.dir, 0o777) != nil {
		return
	}
	part := path.Join(f.dir, fmt.Sprintf("%s.%d.part", name, os.Getpid()))
	pooled := plainfile.Buffers.Get().(*[]byte)
	defer plainfile.Buffers.Put(pooled)
	*pooled = append(append((*pooled)[:0], seal(name, data)...), data...)
	if f.root.WriteFile(part, *pooled, 0o666) != nil ||
		f.root.Rename(part, path.Join(f.dir, name)) != nil {
		_ = f.root.Remove(part) // it may not be there
	}
}

// Len returns the number of files in the folder.
func (f *Folder) Len() int {
	if f == nil {
		return 0
	}
	entries, _ := fs.ReadDir(f.root.FS(), f.dir) // none if it is not there
	return len(entries)
}

// Sweep removes the temporary files of killed builds and, with entries, the entries that this build did not ask for.
func (f *Folder) Sweep(entries bool) {
	if f == nil {
		return
	}
	names, err := fs.ReadDir(f.root.FS(), f.dir)
	if err != nil {
		return
	}
	for _, e := range names {
		name, _, temporary := strings.Cut(e.Name(), ".")
		if _, err := hex.DecodeString(name); err != nil || len(name) != 2*sha256.Size || e.IsDir() {
			continue // not a file of the cache
		}
		if _, ok := f.used.Load(e.Name()); !ok && (entries || temporary) {
			_ = f.root.Remove(path.Join(f.dir, e.Name())) // another build may have removed it
		}
	}
}
