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
	out, tar string // the folder, or the archive; "" if nothing is written
	writer   stager // nil before begin, where the output cannot be written, and in the end

	mu   sync.Mutex
	size map[string]int64 // of the files that are not in memory
	err  error            // of the first file that could not be written
}

// A stager is a Writer or a TarWriter.
type stager interface {
	Add(name string, data []byte) error
	Commit(info publish.BuildInfo, files map[string][]byte) (publish.Stats, error)
	Discard() error
}

// begin returns the function that takes a file, or nil if files stay in memory. If the output cannot be written, the
// error is reported when the site is written.
func (e *early) begin() func(name string, data []byte) []byte {
	if e == nil {
		return nil
	}
	switch {
	case e.out != "":
		w, err := publish.Begin(e.out)
		if err != nil {
			return nil
		}
		e.writer = w
	case e.tar != "":
		w, err := publish.BeginTar(e.tar)
		if err != nil {
			return nil
		}
		e.writer = w
	}
	e.size = map[string]int64{}
	return e.take
}

func (e *early) take(name string, data []byte) []byte {
	var err error
	if e.writer != nil {
		err = e.writer.Add(name, data)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.size[name], e.err = int64(len(data)), cmp.Or(e.err, err)
	return nil
}

// former returns the function that keeps files of the last build; nil for none.
func (e *early) former(l *last) func(names []string, key site.FileKey) bool {
	if e == nil {
		return nil
	}
	w, ok := e.writer.(*publish.Writer)
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

// write writes the other files and publishes the site; all of them are left to whole if they are in memory.
func (e *early) write(info publish.BuildInfo, files map[string][]byte, whole func() (publish.Stats, error)) (publish.Stats, error) {
	if e == nil || e.writer == nil {
		return whole()
	}
	if e.err != nil {
		e.discard()
		return publish.Stats{}, e.err
	}
	w := e.writer
	e.writer = nil
	return w.Commit(info, files)
}

// discard removes the files of a build that fails.
func (e *early) discard() {
	if e != nil && e.writer != nil {
		_ = e.writer.Discard() // the next build tries again
		e.writer = nil
	}
}
