// Package preview shows an editor the report while it is being written.
//
// In come States, each the report as it could be read after a change, and
// requests of a browser on the same machine. Out go pages, with a script
// beside them that reloads when a better State has come, and that lays the
// problems over the page when one could not be shown: the last good one stays
// underneath. The package knows nothing of how a report is made; whoever
// starts it says what to do after a change.
package preview

import (
	"mime"
	"path"
	"strings"
	"sync"

	"burdenshare/internal/diag"
)

// A State is the report after a change.
type State struct {
	Problems diag.List
	Failed   bool // it cannot be shown

	// Page gives what can be had at once: a page, or a built asset; false for
	// all else. The error is that of a page that cannot be made.
	Page func(name string) ([]byte, bool, *diag.Error)
	// All gives every file, and what is wrong with those that are made last.
	All func() (map[string][]byte, diag.List)

	Styles map[string]string // published paths of the style sheets, by name
	Draft  func(name string) bool
}

// A shown State is one that a browser can ask of. What takes long is made
// once.
type shown struct {
	State
	once  sync.Once
	files map[string][]byte
	late  diag.List
}

// all gives every file of the state.
func (s *shown) all() (map[string][]byte, diag.List) {
	s.once.Do(func() { s.files, s.late = s.All() })
	return s.files, s.late
}

// file gives what stands at a path: quickly where it can be.
func (s *shown) file(name string) (body []byte, ok bool, wrong *diag.Error) {
	if body, ok, wrong = s.Page(name); ok {
		return body, ok, wrong
	}
	files, _ := s.all()
	body, ok = files[name]
	return body, ok, nil
}

// types are those that a machine's own list may lack or have otherwise.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json", ".png": "image/png", ".ico": "image/x-icon",
}

func typeOf(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if t, ok := types[ext]; ok {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	return "application/octet-stream"
}
