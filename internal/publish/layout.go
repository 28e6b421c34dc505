package publish

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"burdenshare/internal/lists"
	"burdenshare/internal/parallel"
)

// Two names at the top of the folder are not for the caller to give.
const (
	ManifestName = "manifest.json" // written by this package, and lists all others
	gitignore    = ".gitignore"    // belongs to the git repository of the folder
)

// A site is the files to write in the order of their paths, and the folders they need, parents first.
type site struct {
	files   []string
	folders []string
	bytes   int64 // of all files and manifest.json, once they are hashed

	entries  []File // of files
	manifest []byte
}

// layout checks the paths and sorts them. A site must open on every system and every host, so the rules are those of
// the strictest one: plain slash paths without "..", backslash or NUL, no name that is both a file and a folder, and no
// two names that differ only in case, which would be one file on macOS and Windows. manifest.json, .gitignore and .git
// at the top are refused. All of them are reported, in the order of the paths.
func layout(files map[string][]byte) (*site, error) {
	if len(files) == 0 {
		return nil, errors.New("there are no files to publish; nothing was changed")
	}
	s, refused := arrange(files)
	if refused == nil {
		return s, nil
	}
	return nil, errors.Join(lists.Each(refused, func(f RefusedPath) error {
		return fmt.Errorf("cannot publish %q: %w", f.Path, f.Reason)
	})...)
}

// A RefusedPath is a path that a site cannot have.
type RefusedPath struct {
	Path   string
	Reason error
}

// RefusedPaths finds the paths that are refused, in their order.
func RefusedPaths(files map[string][]byte) []RefusedPath {
	_, refused := arrange(files)
	return refused
}

func arrange(files map[string][]byte) (*site, []RefusedPath) {
	s := &site{files: slices.Sorted(maps.Keys(files))}
	seen := map[string]entry{} // by folded path
	var refused []RefusedPath
	for _, name := range s.files {
		if err := s.place(name, seen); err != nil {
			refused = append(refused, RefusedPath{name, err})
		}
	}
	return s, refused
}

// An entry is a name already taken in the site.
type entry struct {
	path   string
	folder bool
}

// place takes the name of a file and of the folders above it, adding those that are new to s.folders.
func (s *site) place(name string, seen map[string]entry) error {
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\\x00") {
		return errors.New("not a plain path: slashes between names, no empty name, \".\", \"..\", backslash or NUL")
	}
	if len(name) > 1000 {
		return errors.New("a path of more than 1,000 bytes, which some systems do not take")
	}
	top, _, _ := strings.Cut(name, "/")
	switch fold(top) {
	case ManifestName, gitignore, ".git":
		return fmt.Errorf("the name %q is reserved", top)
	}
	for part := range strings.SplitSeq(name, "/") {
		if err := portable(part); err != nil {
			return err
		}
	}
	for i, r := range name {
		if r != '/' {
			continue
		}
		folder := entry{name[:i], true}
		taken, ok := seen[fold(folder.path)]
		if !ok {
			seen[fold(folder.path)] = folder
			s.folders = append(s.folders, folder.path)
		} else if taken != folder {
			return conflict(folder.path, taken.path)
		}
	}
	if taken, ok := seen[fold(name)]; ok {
		return conflict(name, taken.path)
	}
	seen[fold(name)] = entry{name, false}
	return nil
}

func conflict(path, taken string) error {
	if path == taken {
		return fmt.Errorf("%q would be both a file and a folder", path)
	}
	return fmt.Errorf("%q and %q differ only in case, and would be one file on some systems", taken, path)
}

// fold maps names that a case-insensitive file system takes for one to the same string.
func fold(name string) string {
	name = norm.NFC.String(name) // as macOS does
	return strings.Map(func(r rune) rune {
		if r <= unicode.MaxASCII {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			return r
		}
		// The other cases of r form a ring; its smallest rune stands for all. The Kelvin sign's is 'K'.
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		return unicode.ToLower(least)
	}, name)
}

// each does something with every file, as many at once as there are processors: more would only queue in the file
// system. After a failure no new file is begun; of several failures the first by name is returned.
func (s *site) each(do func(i int, name string) error) error {
	errs := make([]error, len(s.files))
	var failed atomic.Bool
	parallel.Do(len(s.files), func(i int) {
		if !failed.Load() {
			if errs[i] = do(i, s.files[i]); errs[i] != nil {
				failed.Store(true)
			}
		}
	})
	return cmp.Or(errs...)
}
