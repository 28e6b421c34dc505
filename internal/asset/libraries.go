package asset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"burdenshare/internal/address"
	"burdenshare/internal/cache"
	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// A Library is a package of npm that a page fetches when a reader asks for what it does: Script, small, is on the pages
// and offers it; Entry is bundled with the package. A package that is a typeface is published as it is, and Entry is
// the file of it that every page fetches.
type Library struct {
	Package  string // its name in package.json
	Entry    string
	Script   string
	Without  string    // what a site does without it
	Typeface *Typeface // nil for a package of scripts
}

// Libraries lists the libraries that the program's templates can use.
var Libraries = []Library{
	{"echarts", "echarts.js", "explore.js", "charts remain static images", nil},
	{"minisearch", "search-panel.js", "search.js", "the search field leads to the list of everything by name", nil},
	{"@fontsource/source-sans-3", "source-sans-3-latin-400-normal.woff2", "",
		"charts and tables are set in Arial or its like",
		&Typeface{"Source Sans 3", "source-sans-3", []string{"400", "600"},
			[]string{"400-normal", "600-normal", "400-italic"}, true, 92.4, 30}},
	{"@fontsource/source-serif-4", "source-serif-4-latin-400-normal.woff2", "", "text is set in Georgia or its like",
		&Typeface{"Source Serif 4", "source-serif-4", []string{"400", "600"},
			[]string{"600-normal"}, false, 95, 24.9}},
}

// lockFile is the file with the versions of packages that a report or the program uses.
const lockFile = "package-lock.json"

// mostLock is the maximum number of bytes read of a lock file.
const mostLock = 64 << 20

// termsEnding is appended to the name of a library's bundle for its licences.
const termsEnding = ".licences.txt"

// releasedDir is the folder of released, made by go generate.
const releasedDir = "bundled"

//go:generate go run ./bundle ../.. bundled

// AddReleased adds a library as it was bundled when the program was released, with the script that offers it, and
// reports whether it could. The program must contain it, built from the same entry and from the versions of packages
// in lock, unless lock is nil.
func (s *Set) AddReleased(l Library, templates fs.FS, lock []byte) bool {
	wants, _ := fs.ReadFile(released, path.Join(releasedDir, lockFile)) // empty if nothing was bundled
	if lock != nil && string(lock) != string(wants) {
		return false
	}
	if l.Typeface != nil {
		names, _ := fs.Glob(released, path.Join(releasedDir, l.Typeface.Name+"*")) // a valid pattern
		files := map[string][]byte{}
		for _, name := range names {
			files[path.Base(name)], _ = fs.ReadFile(released, name) // which is there
		}
		return s.addTypeface(l, files) == nil
	}
	key := path.Join(releasedDir, s.key(l, templates))
	library, err := fs.ReadFile(released, key)
	terms, _ := fs.ReadFile(released, key+termsEnding) // made with it
	return err == nil && s.add(l, templates, library, terms, new(diag.List))
}

// AddLibrary bundles a library from the node_modules below dir, and adds it with the script that offers it; or neither,
// as a page without the library does not offer it.
func (s *Set) AddLibrary(l Library, templates fs.FS, dir string, bundles *cache.Folder) diag.List {
	var errs diag.List
	if l.Typeface != nil {
		files, err := l.typefaceFiles(dir)
		if err == nil {
			err = s.addTypeface(l, files)
		}
		if err != nil {
			errs.Add(l.missing(err))
		}
		return errs
	}
	key := s.key(l, templates, filepath.Join(dir, lockFile), filepath.Join(dir, "node_modules", "."+lockFile))
	bundle := func() ([]byte, error) { return s.bundleLibrary(l, templates, dir, &errs), nil }
	if library, _ := bundles.Get([]byte(key), bundle); library != nil {
		terms, _ := bundles.Get([]byte(key+termsEnding), func() ([]byte, error) { return l.licences(dir), nil })
		s.add(l, templates, library, terms, &errs)
	}
	return errs
}

func (s *Set) add(l Library, templates fs.FS, library, terms []byte, errs *diag.List) bool {
	script, found := s.bundle(templates, l.Script, api.BuildOptions{LegalComments: api.LegalCommentsNone})
	errs.Add(found...)
	if script == nil {
		return false
	}
	s.publish(l.Entry, library)
	s.addLicences(terms)
	s.publish(l.Script, script)
	return true
}

// publish adds a built file under a name that contains its hash.
func (s *Set) publish(entry string, out []byte) {
	name := address.Asset(entry, out)
	s.Files[name], s.paths[entry] = out, name
}

// key returns a name for a bundle that identifies what it is made of: the entry with the files of the templates that
// it imports, some files that determine the packages, the bundler and its settings.
func (s *Set) key(l Library, templates fs.FS, files ...string) string {
	h := sha256.New()
	alone := api.BuildOptions{Packages: api.PackagesExternal, Format: api.FormatESModule}
	entry, _ := s.bundle(templates, l.Entry, alone) // errors in it are reported when it is bundled
	fmt.Fprintf(h, "entry %d\n%s", len(entry), entry)
	for _, name := range files {
		data, _ := plainfile.ReadPath(name, mostLock) // empty if the file does not exist
		fmt.Fprintf(h, "%s %d\n%s", filepath.Base(name), len(data), data)
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "github.com/evanw/esbuild" {
				fmt.Fprintf(h, "esbuild %s\n", m.Version)
			}
		}
	}
	fmt.Fprintf(h, "for %v", engines)
	return strings.TrimSuffix(l.Entry, ".js") + "-" + hex.EncodeToString(h.Sum(nil)[:16]) + ".js"
}

// bundleLibrary bundles an entry with the packages it imports, leaving out unused code. It reports only the first
// error, because the others follow from it.
func (s *Set) bundleLibrary(l Library, templates fs.FS, dir string, errs *diag.List) []byte {
	abs, err := filepath.Abs(dir)
	if err != nil {
		errs.Warnf(diag.Pos{File: "node_modules"}, "it cannot be found: %v", err).Hint("%s", l.Without)
		return nil
	}
	out, found := s.bundle(templates, l.Entry, api.BuildOptions{
		AbsWorkingDir: abs, Format: api.FormatIIFE, LegalComments: api.LegalCommentsInline,
		Define: map[string]string{"process.env.NODE_ENV": `"production"`},
	})
	if out == nil && len(found) > 0 {
		e := found[0]
		e.Severity, e.HintText = diag.Warning, l.Without+"; run npm ci --ignore-scripts, or delete package.json"
		errs.Add(e)
	}
	return out
}

// Release bundles all libraries from the packages below dir and returns the files that AddReleased uses, by name.
func Release(templates fs.FS, dir string) (map[string][]byte, diag.List) {
	s, errs := &Set{Files: map[string][]byte{}, paths: map[string]string{}}, diag.List{}
	files := map[string][]byte{}
	for _, l := range Libraries {
		if l.Typeface != nil {
			found, err := l.typefaceFiles(dir)
			if err != nil {
				errs.Add(l.missing(err))
				continue
			}
			maps.Copy(files, found)
			continue
		}
		key := s.key(l, templates)
		files[key] = s.bundleLibrary(l, templates, dir, &errs)
		files[key+termsEnding] = l.licences(dir)
	}
	lock, err := os.ReadFile(filepath.Join(dir, lockFile))
	if err != nil {
		errs.Errorf(diag.Pos{File: lockFile}, "it cannot be read: %v", err)
	}
	files[lockFile] = lock
	return files, errs
}
