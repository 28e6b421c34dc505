package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
)

// A message is sent to every open page.
type message struct {
	name string
	data any
}

// problemsData returns the known problems, for a message. The caller holds the lock.
func (s *Server) problemsData() map[string]any {
	return map[string]any{"failed": s.failed, "problems": s.problems, "unpublished": s.unpublished}
}

// send sends a message. The caller holds the lock. A reader that does not keep up is closed: its browser reconnects
// and gets the newest state.
func (s *Server) send(m message) {
	for r := range s.readers {
		select {
		case r <- m:
		default:
			delete(s.readers, r)
			close(r)
		}
	}
}

// events sends messages to one page for as long as it is open. A page of an older version has to reload at once.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "this connection cannot be kept open", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	reader := make(chan message, 16)
	s.mu.Lock()
	s.readers[reader] = true
	version, first := s.version, message{"problems", s.problemsData()}
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.readers, reader)
		s.mu.Unlock()
	}()

	send := func(m message) {
		data, _ := json.Marshal(m.data) // texts and numbers only
		fmt.Fprintf(w, "event: %s\ndata: %s\n\n", m.name, data)
		flusher.Flush()
	}
	fmt.Fprint(w, "retry: 500\n\n")
	if seen, err := strconv.Atoi(r.URL.Query().Get("version")); err != nil || seen != version {
		send(message{"reload", map[string]any{"version": version}})
	}
	send(first)
	for {
		select {
		case <-r.Context().Done():
			return
		case m, open := <-reader:
			if !open {
				return
			}
			send(m)
		}
	}
}
