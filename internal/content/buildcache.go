package content

import (
	"crypto/sha256"
	"fmt"
	"hash/fnv"
	"io/fs"

	"burdenshare/internal/cache"
	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// A BuildCache keeps what Markdown files contain from build to build, in groups: each is an entry of a folder, named by
// the bytes of its files. If one of them has changed, all of the group are read again.
type BuildCache struct {
	Folder *cache.Folder
	Key    string // everything that the results depend on besides the bytes of their files: program, settings, lexicon
}

// groups is the number of groups that files are kept in. With ten thousand articles, forty are read again for one that
// has changed.
const groups = 256

// groupOf returns the group of a file.
func groupOf(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() % groups)
}

// read sets the results for the files of a group, of which list has the checksums: those that are kept, or what parse
// makes of all.
func (k *BuildCache) read(names []string, list []cachedFile, parse func()) {
	if k == nil {
		parse()
		return
	}
	parsed := false
	w := codecs.Get().(*codec)
	defer codecs.Put(w)
	key := []byte("burdenshare texts " + k.Key)
	for i, name := range names {
		key = fmt.Appendf(key, "%q %x", name, list[i].sum)
	}
	data, _ := k.Folder.Get(key, func() ([]byte, error) { // parse does not fail
		parse()
		parsed = true
		w.out, w.file = w.out[:0], ""
		w.files(list)
		return w.out, nil
	})
	if parsed {
		return
	}
	c := codec{in: string(data)}
	if c.files(list); c.wrong || c.in != "" { // of another program that calls itself this one
		parse()
	}
}

// A Cache keeps the result for each Markdown file, for callers that load the same folder repeatedly. A file is read
// again if its bytes have changed. The nil Cache keeps nothing. It must not be used by several Loads at once.
type Cache struct {
	opts  Options // with which the files were read
	files map[string]cachedFile
}

// cachedFile is the result for one file.
type cachedFile struct {
	sum     [sha256.Size]byte // of its bytes
	article *Article          // nil for a file that could not be read, or that is no text
	errs    diag.List
}

// read returns the results for some files: new ones, or those made of the same bytes.
func (m *Cache) read(fsys fs.FS, names []string, opts Options) []cachedFile {
	list, raws := make([]cachedFile, len(names)), make([][]byte, len(names))
	missing, buffer := false, plainfile.Buffers.Get().(*[]byte)
	defer plainfile.Buffers.Put(buffer)
	*buffer = (*buffer)[:0]
	for i, name := range names {
		from := len(*buffer)
		all, err := plainfile.Append(*buffer, fsys, name)
		if err != nil {
			unreadable(&list[i].errs, name, err)
			continue
		}
		raw := all[from:]
		*buffer = all
		list[i].sum = sha256.Sum256(raw)
		if m != nil && m.opts == opts {
			if old, ok := m.files[name]; ok && old.article != nil && old.sum == list[i].sum {
				list[i] = old
				continue
			}
		}
		raws[i], missing = raw, true
	}
	if !missing {
		return list
	}
	opts.Stored.read(names, list, func() {
		for i, raw := range raws {
			if raw == nil {
				continue
			}
			r := &list[i]
			if r.article, r.errs = parse(names[i], raw, opts); r.article != nil {
				r.article.Sum = r.sum
			}
		}
	})
	return list
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
