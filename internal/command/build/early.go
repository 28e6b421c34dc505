package build

import (
	"cmp"
	"maps"
	"sync"

	"burdenshare/internal/publish"
	"burdenshare/internal/site"
)

// An early writer writes files beside the output as they are made, so that not all of them have to be in memory. A nil
// one keeps them in memory.
type early struct {
	out, tar string   // the folder and the archive; "" for one that is not written
	writers  []stager // none before begin, where nothing is written, and in the end

	mu   sync.Mutex
	size map[string]int64 // of the files that are not in memory
	err  error            // of an output, or the first file, that could not be written
}

// A stager is a Writer or a TarWriter.
type stager interface {
	Add(name string, data []byte) error
	Commit(info publish.BuildInfo, files map[string][]byte) (publish.Stats, error)
	Discard() error
}

// begin returns the function that takes a file, or nil if files stay in memory. If an output cannot be written, the
// error is reported when the site is written.
func (e *early) begin() func(name string, data []byte) []byte {
	if e == nil {
		return nil
	}
	if e.tar != "" {
		w, err := publish.BeginTar(e.tar)
		e.open(w, err)
	}
	if e.out != "" {
		w, err := publish.Begin(e.out)
		e.open(w, err)
	}
	e.size = map[string]int64{}
	return e.take
}

func (e *early) open(w stager, err error) {
	if e.err = cmp.Or(e.err, err); err == nil {
		e.writers = append(e.writers, w)
	}
}

func (e *early) take(name string, data []byte) []byte {
	var wrong error
	for _, w := range e.writers {
		wrong = cmp.Or(wrong, w.Add(name, data))
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.size[name], e.err = int64(len(data)), cmp.Or(e.err, wrong)
	return nil
}

// former returns the function that keeps files of the last build; nil for none.
func (e *early) former(l *last) func(names []string, key site.FileKey) bool {
	if e == nil || len(e.writers) != 1 {
		return nil
	}
	w, ok := e.writers[0].(*publish.Writer)
	if !ok {
		return nil
	}
	return l.former(w.Former(), func(names []string) bool {
		sizes, ok := w.Keep(names)
		e.mu.Lock()
		defer e.mu.Unlock()
		maps.Copy(e.size, sizes)
		return ok
	})
}

// sizes returns the sizes of all files, including those already written.
func (e *early) sizes(files map[string][]byte) map[string]int64 {
	sizes := make(map[string]int64, len(files))
	for name, data := range files {
		if sizes[name] = int64(len(data)); data == nil && e != nil {
			sizes[name] = e.size[name]
		}
	}
	return sizes
}

// write writes the other files and publishes the site.
func (e *early) write(info publish.BuildInfo, files map[string][]byte) (stats publish.Stats, err error) {
	for err = e.err; err == nil && len(e.writers) > 0; {
		w := e.writers[0]
		e.writers = e.writers[1:]
		stats, err = w.Commit(info, files)
	}
	return stats, err
}

// discard removes the files of a build that fails.
func (e *early) discard() {
	for _, w := range e.writers {
		_ = w.Discard() // the next build tries again
	}
}
