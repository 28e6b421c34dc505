package build

import (
	"sync"

	"burdenshare/internal/publish"
)

// An early writer writes pages beside the output folder as they are rendered, so that not all of them have to be in
// memory. A nil one keeps them in memory.
type early struct {
	out    string
	writer *publish.Writer // nil before begin, where the folder cannot be written, and in the end

	mu  sync.Mutex
	err error // of the first page that could not be written
}

// begin returns the function that takes a page, or nil if pages stay in memory. If a folder cannot be written, the error
// is reported when the site is written.
func (e *early) begin() func(name string, page []byte) []byte {
	if e == nil {
		return nil
	}
	w, err := publish.Begin(e.out)
	if err != nil {
		return nil
	}
	e.writer = w
	return func(name string, page []byte) []byte {
		if err := w.Add(name, page); err != nil {
			e.mu.Lock()
			defer e.mu.Unlock()
			if e.err == nil {
				e.err = err
			}
		}
		return nil
	}
}

// sizes returns the sizes of all files, including those already written.
func (e *early) sizes(files map[string][]byte) map[string]int64 {
	sizes := make(map[string]int64, len(files))
	for name, data := range files {
		if sizes[name] = int64(len(data)); data == nil && e != nil && e.writer != nil {
			sizes[name] = e.writer.Size(name)
		}
	}
	return sizes
}

// write writes the other files and publishes the site.
func (e *early) write(info publish.BuildInfo, out string, files map[string][]byte) (publish.Stats, error) {
	if e == nil || e.writer == nil {
		return info.Write(out, files)
	}
	if e.err != nil {
		e.discard()
		return publish.Stats{}, e.err
	}
	w := e.writer
	e.writer = nil
	return w.Commit(info, files)
}

// discard removes the pages of a build that fails.
func (e *early) discard() {
	if e != nil && e.writer != nil {
		_ = e.writer.Discard() // the next build tries again
		e.writer = nil
	}
}
