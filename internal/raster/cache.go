package raster

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"sync/atomic"
)

// A Cache keeps painted pictures from build to build, by the content of what
// is painted. It is a help and never a need: what cannot be read is painted
// again, and what cannot be written is not kept. A nil Cache keeps nothing.
type Cache struct {
	root  *os.Root
	used  sync.Map // names of entries that this build asked for
	drawn atomic.Int64
	kept  atomic.Int64
}

// folder is where the cache lies below a report's root.
const folder = ".cache/pictures"

// largest is the size of an entry in bytes, above which a picture is painted
// each time. A chart with many years and members has some 150 kB, a large photograph a few MB.
const largest = 16 << 20

// OpenCache gives the cache below a report's root. Nothing is made before
// there is something to keep.
func OpenCache(root *os.Root) *Cache { return &Cache{root: root} }

// Drawn says how many pictures were painted, Kept how many were found.
func (c *Cache) Drawn() int { return int(c.drawn.Load()) }

// Kept says how many pictures were found painted.
func (c *Cache) Kept() int { return int(c.kept.Load()) }

// Get gives what was kept for a key, or has it painted and keeps it.
func (c *Cache) Get(key []byte, paint func() ([]byte, error)) ([]byte, error) {
	if c == nil {
		return paint()
	}
	sum := sha256.Sum256(key)
	name := hex.EncodeToString(sum[:])
	c.used.Store(name, true)
	if data, ok := c.read(name); ok {
		c.kept.Add(1)
		return data, nil
	}
	data, err := paint()
	if err == nil {
		c.drawn.Add(1)
		c.write(name, data)
	}
	return data, err
}

// read gives an entry if it is whole: it begins with the checksum of the rest.
func (c *Cache) read(name string) ([]byte, bool) {
	src, err := c.root.ReadFile(path.Join(folder, name))
	if err != nil || len(src) <= sha256.Size {
		return nil, false
	}
	sum := sha256.Sum256(src[sha256.Size:])
	return src[sha256.Size:], bytes.Equal(sum[:], src[:sha256.Size])
}

// write keeps an entry. It comes to its name whole, for another build may be
// reading.
func (c *Cache) write(name string, data []byte) {
	if len(data) > largest || c.root.MkdirAll(folder, 0o777) != nil {
		return
	}
	sum := sha256.Sum256(data)
	part := path.Join(folder, name+".part")
	if c.root.WriteFile(part, append(sum[:], data...), 0o666) != nil || c.root.Rename(part, path.Join(folder, name)) != nil {
		_ = c.root.Remove(part) // it may not be there
	}
}

// Sweep takes away the entries that this build did not ask for, so that the
// cache is never larger than the pictures of one site.
func (c *Cache) Sweep() {
	if c == nil {
		return
	}
	entries, err := fs.ReadDir(c.root.FS(), folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".part")
		if _, err := hex.DecodeString(name); err != nil || len(name) != 2*sha256.Size || e.IsDir() {
			continue // it is not ours
		}
		if _, ok := c.used.Load(e.Name()); !ok {
			_ = c.root.Remove(path.Join(folder, e.Name()))
		}
	}
}
