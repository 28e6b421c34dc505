package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"

	"burdenshare/internal/asset"
	"burdenshare/internal/cache"
	"burdenshare/internal/diag"
	"burdenshare/internal/input"
	"burdenshare/internal/publish"
	"burdenshare/templates"
)

// A last build is kept in .cache/build: what it was made of, and what it said.
// When both are the same and the folder still holds the site that it wrote,
// there is nothing to do. Whatever is doubtful makes a build do all its work.
type last struct {
	kept   *cache.Folder
	inputs string // the checksum of the sources before anything else read them
	key    []byte
}

// remembered is what is kept of a build.
type remembered struct {
	Manifest string // of the site that was written, its checksum
	Tally    *tally
	Errs     diag.List // warnings
}

// openLast finds what is needed to look for the last build. It returns nil
// where a build writes no folder or a file is not to be read.
func (o *options) openLast(root *os.Root) *last {
	if o.check || o.tar != "" {
		return nil
	}
	files := input.Open(root)
	inputs, _, err := input.About(files, templates.FS, o.asOf)
	if err != nil {
		return nil
	}
	program, err := programSum()
	if err != nil {
		return nil
	}
	var libraries []string // that are there: of others a build fetches what it can
	for _, l := range asset.Libraries {
		if _, err := fs.Stat(files, path.Join("node_modules", l.Package)); err == nil {
			libraries = append(libraries, l.Package)
		}
	}
	key := fmt.Appendf(nil, "burdenshare build %x %s %v %t %t %t %q %q %q %q", program, inputs, o.asOf, o.explicit, o.drafts, o.strict, o.baseURL, o.commit, o.former, libraries)
	return &last{cache.Open(root, ".cache/build"), inputs, key}
}

// programSum returns the checksum of this program, which two versions under
// work do not share.
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

// errNone says that there was no last build.
var errNone = errors.New("no last build")

// unchanged reports whether the folder out holds the site that this build
// would make. The report then says what the last build said.
func (l *last) unchanged(r *report, out string) (publish.Stats, bool) {
	if l == nil {
		return publish.Stats{}, false
	}
	data, err := l.kept.Get(l.key, func() ([]byte, error) { return nil, errNone })
	if err != nil {
		return publish.Stats{}, false
	}
	var was remembered
	if gob.NewDecoder(bytes.NewReader(data)).Decode(&was) != nil || was.Tally == nil {
		return publish.Stats{}, false
	}
	stats, ok := publish.Holds(out, was.Manifest)
	if ok {
		r.tally, r.errs = was.Tally, was.Errs
	}
	return stats, ok
}

// keep remembers a build that has ended well. A source that has changed while
// it ran makes it none to go by, and libraries that could not be fetched are
// tried again.
func (l *last) keep(r *report, inputs, manifest string) {
	if l == nil || inputs != l.inputs || slices.ContainsFunc(r.errs, func(e *diag.Error) bool { return e.Pos.File == "package.json" }) {
		return
	}
	var b bytes.Buffer
	if gob.NewEncoder(&b).Encode(remembered{manifest, r.tally, r.errs}) != nil {
		return
	}
	_, _ = l.kept.Get(l.key, func() ([]byte, error) { return b.Bytes(), nil }) // which does not fail
	l.kept.Sweep()
}
