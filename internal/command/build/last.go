package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"strings"
	"sync"
	"sync/atomic"

	"burdenshare/internal/asset"
	"burdenshare/internal/cache"
	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/input"
	"burdenshare/internal/publish"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// A last build is cached in .cache/build: the checksum of its input, and its messages. If the input is the same and the
// folder still contains the site that it wrote, there is nothing to do. If in doubt, a build does all its work.
type last struct {
	cache   *cache.Folder
	options *options
	files   fs.FS
	program []byte                  // the checksum of this program
	sources input.Summary           // before anything else read them
	inputs  string                  // their checksum
	prose   *content.BuildCache     // what texts contain
	keys    map[string]site.FileKey // of the files of this build, by the first of those made together
	kept    atomic.Bool             // some files are those of the former site
}

// remembered is what the cache contains of a build.
type remembered struct {
	Manifest string // of the site that was written, its checksum
	Tally    *tally
	Errs     diag.List // warnings
}

// openLast returns the key of the last build in the cache, or nil if the build writes no folder or a file cannot be
// read.
func (o *options) openLast(root *os.Root) *last {
	if o.Check || o.tar != "" {
		return nil
	}
	files := input.Open(root)
	sources, err := input.About(files, templates.FS, o.AsOf)
	if err != nil {
		return nil
	}
	program, err := programSum()
	if err != nil {
		return nil
	}
	l := &last{cache: cache.Open(root, ".cache/build"), options: o, files: files, program: program, sources: sources,
		inputs: sources.Sum()}
	other := sources.Without(func(name string) bool { return strings.HasPrefix(name, "content/") })
	l.prose = &content.BuildCache{Folder: cache.Open(root, ".cache/texts"),
		Key: string(l.made("texts", other, civil.Date{}))}
	return l
}

// key returns what a build is made of. It is asked for again after a build, which fetches libraries that were missing.
func (l *last) key() []byte { return l.made("", l.inputs, l.options.AsOf) }

// made returns a key of the program, the sources, the flags, the libraries that are there, and what could fetch
// others.
func (l *last) made(what, inputs string, asOf civil.Date) []byte {
	var libraries []string
	for _, lib := range asset.Libraries {
		if _, err := fs.Stat(l.files, path.Join("node_modules", lib.Package)); err == nil {
			libraries = append(libraries, lib.Package)
		}
	}
	o := l.options
	return fmt.Appendf(nil, "burdenshare build %s %x %s %v %t %t %t %t %q %q %q %q",
		what, l.program, inputs, asOf, o.Explicit, o.Drafts, o.strict, hasNPM(),
		o.baseURL, o.commit, o.former, libraries)
}

// hasNPM reports whether missing libraries can be fetched.
func hasNPM() bool {
	_, err := exec.LookPath("npm")
	return err == nil
}

// programSum returns the checksum of this program, which differs between two versions in development.
var programSum = sync.OnceValues(func() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return h.Sum(nil), err
})

// recall sets a value to what the cache has under a key, and reports whether there is something.
func (l *last) recall(key []byte, value any) bool {
	data, err := l.cache.Get(key, func() ([]byte, error) { return nil, fs.ErrNotExist })
	return err == nil && gob.NewDecoder(bytes.NewReader(data)).Decode(value) == nil
}

// remember puts a value into the cache.
func (l *last) remember(key []byte, value any) error {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(value); err != nil {
		return err
	}
	_, err := l.cache.Get(key, func() ([]byte, error) { return b.Bytes(), nil })
	return err
}

// unchanged reports whether the folder out contains the site that this build would write. The report then has the
// messages of the last build.
func (l *last) unchanged(r *report, out string) (publish.Stats, bool) {
	if l == nil {
		return publish.Stats{}, false
	}
	var was remembered
	if !l.recall(l.key(), &was) || was.Tally == nil {
		return publish.Stats{}, false
	}
	stats, ok := publish.Holds(out, was.Manifest)
	if ok {
		r.tally, r.errs = was.Tally, was.Errs
	}
	return stats, ok
}

// keep caches a successful build, unless a source has changed while it ran. Libraries that npm could not fetch are
// tried again.
func (l *last) keep(r *report, inputs, manifest string) {
	if l == nil || inputs != l.inputs || r.mentions("package.json") && hasNPM() {
		return
	}
	if l.remember(l.key(), remembered{manifest, r.tally, r.errs}) != nil {
		return
	}
	_ = l.remember(l.keysKey(manifest), l.keys) // else all files are made again
	l.cache.Sweep(true)
	l.prose.Folder.Sweep(true)
}

// keysKey returns the key of what the files of a site were made of, by its manifest: everything but articles is the
// same in it.
func (l *last) keysKey(manifest string) []byte {
	return l.made("files of "+manifest, l.sources.Without(content.IsArticle), l.sources.Day)
}

// former returns the function that keeps files of the former site, which has this manifest, where they were made of the
// same; nil where nothing is to be known of them.
func (l *last) former(manifest string, keep func(names []string) bool) func(names []string, key site.FileKey) bool {
	if l == nil {
		return nil
	}
	var was map[string]site.FileKey
	if !l.recall(l.keysKey(manifest), &was) {
		was = nil
	}
	l.keys = map[string]site.FileKey{}
	var mu sync.Mutex
	return func(names []string, key site.FileKey) bool {
		mu.Lock()
		l.keys[names[0]] = key
		mu.Unlock()
		before, known := was[names[0]]
		if !known || before != key || !keep(names) {
			return false
		}
		l.kept.Store(true)
		return true
	}
}

// keptFiles reports whether the build has asked for no pictures of some files because it has kept them.
func (l *last) keptFiles() bool { return l != nil && l.kept.Load() }
