// Package preview shows an editor the report while it is being written.
//
// In come States, each the report as it could be read after a change, and requests of a browser on the same machine.
// Out go pages, with a script beside them that reloads when a newer State has come. What is wrong in a text is shown
// where it is, and in a list with all that is not published yet. Only what leaves nothing to show, such as a figure
// that cannot be read, is laid over the page, with the last good State underneath. The package does not know how a
// report is made; its caller defines what to do after a change.
package preview

import (
	"cmp"
	"mime"
	"path"
	"slices"
	"strings"
	"sync"

	"burdenshare/internal/diag"
)

// A State is the report after a change.
type State struct {
	Problems diag.List
	Failed   bool // it cannot be shown
	Followed bool // open pages show already what has changed, so they are not loaded again

	// Page returns what is available at once: a page, or a built asset; false for all else. The error is that of a
	// page that cannot be made.
	Page func(name string) ([]byte, bool, *diag.Error)
	// All returns every file, and what is wrong with those that are made last; nothing when stop, which may be nil, has
	// said on the way that nobody needs them any more.
	All func(stop func() bool) (map[string][]byte, diag.List)

	Styles      map[string]string // published paths of the style sheets, by name
	Unpublished []Unpublished     // what a build leaves out
}

// An Unpublished is a text or a file that a build leaves out.
type Unpublished struct {
	Kind    Kind   `json:"kind"`
	Title   string `json:"title,omitempty"`   // "" for one that is not shown here either
	Address string `json:"address,omitempty"` // where it is shown here, "/articles/new/"; "" for one that is not
	File    string `json:"file"`              // below the root
	Note    string `json:"note"`              // why, and what publishes it
}

// A Kind is why something is not published.
type Kind string

// The kinds, in the order in which they are listed.
const (
	Draft     Kind = "draft"
	Scheduled Kind = "scheduled"
	LeftOut   Kind = "left out"
)

// Stops reports whether an error of a list leaves nothing to show. What is wrong
// in a text does not: it is shown where it is.
func Stops(list diag.List) bool {
	return slices.ContainsFunc(list, func(e *diag.Error) bool {
		return e.Severity == diag.Err && !strings.HasPrefix(e.Pos.File, "content/")
	})
}

// note returns the note above a page that a build leaves out; "" for most.
func (s *State) note(name string) string {
	for _, u := range s.Unpublished {
		if u.Address != "" && strings.HasPrefix("/"+name, u.Address) {
			return u.Note
		}
	}
	return ""
}

// A shown State is one that a browser can ask of. What takes long is made once.
type shown struct {
	State
	making sync.Mutex
	files  map[string][]byte
	late   diag.List
}

// all returns every file of the state; none when stop ended the work.
func (s *shown) all(stop func() bool) (map[string][]byte, diag.List) {
	s.making.Lock()
	defer s.making.Unlock()
	if s.files == nil {
		s.files, s.late = s.All(stop)
	}
	return s.files, s.late
}

// file returns the file at a path, if possible without making all pages.
func (s *shown) file(name string) (body []byte, ok bool, wrong *diag.Error) {
	if body, ok, wrong = s.Page(name); ok {
		return body, ok, wrong
	}
	files, _ := s.all(nil)
	body, ok = files[name]
	return body, ok, nil
}

// types are those that a machine's own list may lack or have otherwise.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
	".png": "image/png", ".ico": "image/x-icon",
}

func typeOf(name string) string {
	ext := strings.ToLower(path.Ext(name))
	return cmp.Or(types[ext], mime.TypeByExtension(ext), "application/octet-stream")
}
