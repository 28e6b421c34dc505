package publish

import "path"

// Former returns the SHA-256 of the manifest of the site that the folder holds, or "" for none.
func (w *Writer) Former() string {
	if w.folder.previous == nil {
		return ""
	}
	return sumOf(w.folder.previous.data)
}

// Keep lets a file of the former site be one of the new site too, as Add does for one with the same bytes, and returns
// its size. It reports false if the former site does not have it as its manifest says, or the system knows no second
// names of files.
func (w *Writer) Keep(name string) (size int64, ok bool) {
	was := w.folder.previous
	if was == nil {
		return 0, false
	}
	f, ok := was.files[name]
	if !ok || !was.has(f.Path, f.SHA256, f.Bytes) || w.mkdir(path.Dir(name)) != nil || w.tree.link(was.path(name), name) != nil {
		return 0, false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.added[name] = f
	return f.Bytes, true
}
