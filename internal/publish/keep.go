package publish

import "path"

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
		w.mu.Lock()
		w.added[name] = f
		w.mu.Unlock()
	}
	return sizes, true
}
