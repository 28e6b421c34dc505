package export

import (
	"sync"

	"burdenshare/internal/diag"
	"burdenshare/internal/parallel"
)

// Files are the files of a site by their paths. What makes them is queued and run later, on all processors: a file is
// made by one of them, handed to keep and forgotten, so that as many files are in memory as there are processors.
type Files struct {
	keep func(name string, data []byte) []byte
	held func(names []string, of []byte) bool
	work []func()

	mu   sync.Mutex
	made map[string][]byte
	errs *diag.List
}

// NewFiles returns Files that are added to made, and errors that are added to errs. Keep takes each file as it is made,
// and what it returns is in made instead; nil keeps the file itself. Held reports whether files need not be made, by
// what Group knows of them; nil makes all.
func NewFiles(made map[string][]byte, errs *diag.List, keep func(name string, data []byte) []byte,
	held func(names []string, of []byte) bool) *Files {
	if keep == nil {
		keep = func(_ string, data []byte) []byte { return data }
	}
	return &Files{keep: keep, held: held, made: made, errs: errs}
}

// Do queues what makes some files.
func (f *Files) Do(work func()) { f.work = append(f.work, work) }

// Group queues what makes files of these names, in which nothing can be wrong, and all of which are made of the figures
// and settings of the report and of what is in of; nil stands for anything else, such as several articles.
func (f *Files) Group(names []string, of []byte, work func()) {
	f.Do(func() {
		if f.held == nil || !f.held(names, of) {
			work()
			return
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		for _, name := range names {
			f.made[name] = nil
		}
	})
}

// Make does what is queued, in its order, on all processors.
func (f *Files) Make() {
	work := f.work
	f.work = nil
	parallel.Do(len(work), func(i int) { work[i]() })
}

// Add adds a file. It may be called from several goroutines.
func (f *Files) Add(name string, data []byte) {
	data = f.keep(name, data)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.made[name] = data
}

// Has reports whether a file was added.
func (f *Files) Has(name string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, ok := f.made[name]
	return ok
}

// Wrong adds an error. It may be called from several goroutines.
func (f *Files) Wrong(e *diag.Error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.errs.Add(e)
}

// picture adds a picture or workbook, or an error if it could not be made. That is never an error in the figures.
func (f *Files) picture(name string, data []byte, err error) {
	if err != nil {
		f.Wrong(&diag.Error{Msg: "a picture or workbook cannot be written: " + err.Error()})
		return
	}
	f.Add(name, data)
}
