package preview

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a watcher waits for more after a change: an editor saves in several steps, and a checkout changes many
// files. quiet is how long nothing must have happened, maxWait how long it waits at the most.
const (
	quiet   = 12 * time.Millisecond
	maxWait = 150 * time.Millisecond
)

// watched are the files and folders below a root that a report is made from.
var watched = []string{"config.toml", "content", "data", "templates", "package.json", "package-lock.json"}

// A Watcher reports changes below a root. Folders that appear are watched too, and so is one that was deleted and is
// back.
type Watcher struct {
	root string
	fs   *fsnotify.Watcher
}

// Watch begins to watch a root.
func Watch(root string) (*Watcher, error) {
	abs, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	w := &Watcher{root: abs}
	if w.fs, err = fsnotify.NewWatcher(); err != nil {
		return nil, err
	}
	if err := w.fs.Add(abs); err != nil {
		_ = w.fs.Close() // the first error is more useful
		return nil, err
	}
	for _, name := range watched {
		w.addFolders(filepath.Join(abs, name))
	}
	return w, nil
}

// Close ends the watching.
func (w *Watcher) Close() error { return w.fs.Close() }

// addFolders watches a folder and those in it. One that has been removed is ignored: its parent reports when it is
// back.
func (w *Watcher) addFolders(dir string) {
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return nil
		case path != dir && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		}
		_ = w.fs.Add(path) // removed, or too many: see Run
		return nil
	})
}

// Run calls changed with the paths below the root that have changed, slash-separated and in order, each time that it
// has become quiet, until the context ends. Changes that happen during a call lead to the next one.
func (w *Watcher) Run(ctx context.Context, changed func(paths []string)) error {
	seen := map[string]bool{}
	var still <-chan time.Time
	var since time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case err, open := <-w.fs.Errors:
			if !open {
				return nil
			}
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			for _, name := range watched { // something was missed: everything may have changed
				seen[name] = true
				w.addFolders(filepath.Join(w.root, name))
			}
			still, since = time.After(quiet), time.Now()
		case e, open := <-w.fs.Events:
			if !open {
				return nil
			}
			name, ok := w.name(e)
			if !ok {
				continue
			}
			if info, err := os.Lstat(e.Name); e.Has(fsnotify.Create) && err == nil && info.IsDir() {
				w.addFolders(e.Name)
			}
			if len(seen) == 0 {
				since = time.Now()
			}
			seen[name] = true
			still = time.After(min(quiet, max(0, maxWait-time.Since(since))))
		case <-still:
			paths := slices.Sorted(maps.Keys(seen))
			clear(seen)
			still = nil
			changed(paths)
		}
	}
}

// name returns the path of an event below the root; false for one that does not concern the report: other files, what
// editors keep beside theirs, and changes of rights or times only.
func (w *Watcher) name(e fsnotify.Event) (string, bool) {
	if e.Op == fsnotify.Chmod {
		return "", false
	}
	rel, err := filepath.Rel(w.root, e.Name)
	if err != nil {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	top, _, _ := strings.Cut(rel, "/")
	return rel, slices.Contains(watched, top)
}
