package publish

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"sync"

	"burdenshare/internal/plainfile"
)

// A Writer takes the files of a site as they are made, so that they are not all in memory. They go to the stage; the
// folder is as it was until Commit, and stays so after Discard.
type Writer struct {
	ops    fsOps
	folder *target
	st     *stage

	mu      sync.Mutex
	tree    tree            // nil before the first file
	noTree  error           // why it could not be made
	folders map[string]bool // made in it
	added   map[string]File // by path
	written int             // files that the former site has not
}

// Begin opens a Writer for the folder out. Parents of out are made as needed, and a symbolic link is followed: its
// target is replaced, the link stays. It is an error when
//   - out is a file, a link to nothing, the root of a disk, a git working tree, or a folder that is not empty and was
//     not written by a Writer;
//   - another Writer is writing to the same folder.
//
// On an error, here and at Commit, out is as it was, and no stage is left behind.
func Begin(out string) (*Writer, error) { return fsOps{newTree, exchange, rename}.begin(out) }

func (ops fsOps) begin(out string) (*Writer, error) {
	folder, err := resolve(out)
	if err != nil {
		return nil, err
	}
	// Before the first change to the disk, so that a refused folder is refused for the reason that matters, not
	// because no stage could be made beside it.
	if err := retrying(folder.check); err != nil {
		return nil, err
	}
	st, err := ops.openStage(folder)
	if err != nil {
		return nil, err
	}
	// Again under the lock: a former site may have come back just now, or another build may have finished.
	if err := folder.check(); err != nil {
		return nil, errors.Join(err, st.close())
	}
	return &Writer{ops: ops, folder: folder, st: st, folders: map[string]bool{".": true}, added: map[string]File{}}, nil
}

// Add writes a file, which Commit need not be given again. It may be called from several goroutines. A path that is
// refused is left to Commit, which does it.
func (w *Writer) Add(name string, data []byte) error {
	f := File{Path: name, Bytes: int64(len(data)), SHA256: sumOf(data)}
	w.mu.Lock()
	kept, ok := w.added[name]
	w.mu.Unlock()
	if ok && kept == f {
		return nil // it was kept before another of its group could not be
	}
	if RefusedPaths(map[string][]byte{name: nil}) == nil {
		if err := w.put(f, data); err != nil {
			return fmt.Errorf("%w; %s was left as it was", err, w.folder)
		}
	}
	w.note(f)
	return nil
}

// note remembers a file that is in the tree.
func (w *Writer) note(f File) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.added[f.Path] = f
}

// put writes a file into the tree. One that the former site has is the same file under a second name, where the system
// has such, until that site is removed.
func (w *Writer) put(f File, data []byte) error {
	if err := w.mkdir(path.Dir(f.Path)); err != nil {
		return err
	}
	if was := w.folder.previous; was.has(f) && w.tree.link(was.path(f.Path), f.Path) == nil {
		return nil
	}
	if err := w.tree.write(f.Path, data, filePerm); err != nil {
		return fmt.Errorf("cannot write %q: %w", f.Path, plainfile.Cause(err))
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.written++
	return nil
}

// mkdir makes a folder of the tree and those above it, and the tree itself, where they are not there.
func (w *Writer) mkdir(name string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.tree == nil && w.noTree == nil { // tried once: a folder that was made in part would be in the way
		var err error
		if w.tree, err = w.ops.newTree(w.st.site); err != nil {
			w.noTree = fmt.Errorf("cannot make a folder for the new site: %w", plainfile.Cause(err))
		}
	}
	if w.noTree != nil {
		return w.noTree
	}
	var missing []string
	for ; !w.folders[name]; name = path.Dir(name) {
		missing = append(missing, name)
	}
	for _, m := range slices.Backward(missing) { // parents come first
		if err := w.tree.mkdir(m); err != nil {
			return fmt.Errorf("cannot make the folder %q: %w", m, plainfile.Cause(err))
		}
		w.folders[m] = true
	}
	return nil
}

// Commit writes the other files, and the manifest of all, and lets the new site take the place of the folder, unless
// that holds the same already. Those of the files that were added are not looked at. It is an error if there are no
// files, or a path is not valid on every system we know of (see layout). After it the Writer is done.
func (w *Writer) Commit(info BuildInfo, files map[string][]byte) (Stats, error) {
	for name := range w.added {
		if _, ok := files[name]; !ok {
			err := fmt.Errorf("cannot publish %q: it was added and is no file of the site", name)
			return Stats{}, errors.Join(err, w.Discard())
		}
	}
	s, err := layout(files)
	if err == nil {
		err = w.folder.check() // that time has passed
	}
	if err != nil {
		return Stats{}, errors.Join(err, w.Discard())
	}
	s.hash(info, files, w.added)
	stats := Stats{Files: len(s.files) + 1, Bytes: s.bytes, Manifest: sumOf(s.manifest)}
	if p := w.folder.previous; p == nil || !bytes.Equal(p.data, s.manifest) || !p.whole() {
		if err := w.finish(s, files); err != nil {
			return Stats{}, errors.Join(err, w.Discard())
		}
		stats.Written = w.written + 1
	}
	if err := w.Discard(); err != nil {
		stats.Warning = fmt.Sprintf("%s is published, but the former site could not be removed: %v", w.folder, err)
	}
	return stats, nil
}

// finish completes the tree and lets it change places with the folder.
func (w *Writer) finish(s *site, files map[string][]byte) error {
	err := s.each(func(i int, name string) error {
		if _, ok := w.added[name]; ok {
			return nil
		}
		return w.put(s.entries[i], files[name])
	})
	if err == nil {
		if err = w.tree.write(ManifestName, s.manifest, filePerm); err != nil {
			err = fmt.Errorf("cannot write %q: %w", ManifestName, plainfile.Cause(err))
		}
	}
	if err == nil { // last, so that an edit made during the build is not lost
		err = w.folder.keep(w.tree)
	}
	if err = cmp.Or(err, w.closeTree()); err != nil {
		return fmt.Errorf("%w; %s was left as it was", err, w.folder)
	}
	if err := w.ops.swap(w.st, w.folder); err != nil {
		return fmt.Errorf("the new site cannot take the place of %s: %w", w.folder, err)
	}
	return nil
}

func (w *Writer) closeTree() error {
	t := w.tree
	if w.tree = nil; t == nil {
		return nil
	}
	return t.close()
}

// Discard removes what has been written and not committed. The error names what could not be removed; the next build
// will try again.
func (w *Writer) Discard() error { return errors.Join(w.closeTree(), w.st.close()) }

// Former returns the SHA-256 of the manifest of the site that the folder holds, or "" for none.
func (w *Writer) Former() string {
	if w.folder.previous == nil {
		return ""
	}
	return sumOf(w.folder.previous.data)
}

// Keep lets files of the former site be in the new one too, as Add does for those with the same bytes, and returns
// their sizes. It reports false if the former site does not have one of them as its manifest says, or the system knows
// no second names of files; those that are to be made then may have been kept.
func (w *Writer) Keep(names []string) (sizes map[string]int64, ok bool) {
	was := w.folder.previous
	if was == nil {
		return nil, false
	}
	for _, name := range names {
		if f, ok := was.files[name]; !ok || !was.has(f) {
			return nil, false
		}
	}
	sizes = map[string]int64{}
	for _, name := range names {
		if w.mkdir(path.Dir(name)) != nil || w.tree.link(was.path(name), name) != nil {
			return nil, false
		}
		f := was.files[name]
		sizes[name] = f.Bytes
		w.note(f)
	}
	return sizes, true
}
