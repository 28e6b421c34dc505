package content

import (
	"fmt"
	"hash/fnv"

	"burdenshare/internal/cache"
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
// makes.
func (k *BuildCache) read(names []string, list []cachedFile, parse func(i int)) {
	parsed := false
	all := func() ([]byte, error) {
		parsed = true
		for i := range list {
			parse(i)
		}
		c := codec{writing: true, out: make([]byte, 0, 16<<10*len(list))}
		c.files(list)
		return c.out, nil
	}
	if k == nil {
		for i := range list {
			parse(i)
		}
		return
	}
	key := []byte("burdenshare texts " + k.Key)
	for i, name := range names {
		key = fmt.Appendf(key, "%q %x", name, list[i].sum)
	}
	data, _ := k.Folder.Get(key, all) // parse does not fail
	if parsed {
		return
	}
	c := codec{in: string(data)}
	c.files(list)
	if c.wrong || c.in != "" { // of another program that calls itself this one
		for i := range list {
			parse(i)
		}
	}
}
