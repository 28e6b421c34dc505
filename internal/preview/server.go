package preview

import (
	"bytes"
	"embed"
	"fmt"
	"html"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// own is the folder of addresses that are the preview's and not the site's.
const own = "/.preview/"

//go:embed client
var client embed.FS

// nothingYet is shown until the report could be read for the first time, and in place of a page that cannot be made.
//
//go:embed client/nothing-yet.html
var nothingYet []byte

// checkAfter is how long a State has to be the newest before everything of it
// is made, to find what is wrong with pages that nobody has opened.
const checkAfter = 300 * time.Millisecond

// A Server answers a browser. Its zero value is not ready; see NewServer.
type Server struct {
	source func(file string) []byte // the bytes of an input file, for the lines that problems are in
	editor string
	hosts  map[string]bool // that a request may name

	mu       sync.Mutex
	good     *shown    // nil until a State could be shown
	version  int       // of good
	problems []problem // never nil, nor is unpublished: the client takes lists
	failed   bool      // what is shown is not the newest State
	changing bool      // a newer State is being made

	unpublished []item
	readers     map[chan message]bool
}

// NewServer makes a server for an address such as 127.0.0.1:8080. source returns the bytes of an input file, nil when
// it cannot be read. editor is the address that opens a place in the editor's program, with {path}, {line} and {column}
// to be filled in; "" for none.
func NewServer(addr string, source func(file string) []byte, editor string) *Server {
	s := &Server{source: source, editor: editor, problems: []problem{}, unpublished: []item{},
		readers: map[chan message]bool{}, hosts: map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true}}
	if host, _, err := net.SplitHostPort(addr); err == nil && host != "" {
		s.hosts[strings.ToLower(host)] = true
	}
	return s
}

// Changing announces that a newer State is being made, which Show will take over: what is made only to find mistakes
// in the one that is shown is left, so that the newer one is there sooner.
func (s *Server) Changing() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changing = true
}

// Show takes over a State. changed are the files whose change led to it: when
// they are style sheets only, pages take the new ones without a reload.
func (s *Server) Show(st State, changed []string) {
	problems := s.describe(st.Problems)
	items := lists.Each(st.Unpublished, func(u Unpublished) item { return item{u, s.open(diag.Pos{File: u.File})} })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problems, s.failed, s.changing, s.unpublished = problems, st.Failed, false, items
	before := s.good
	if !st.Failed {
		now := &shown{State: st}
		s.good = now
		time.AfterFunc(checkAfter, func() { s.check(now) })
	}
	other := func(name string) bool { return path.Ext(name) != ".css" }
	switch {
	case st.Failed, st.Followed:
	case before != nil && len(changed) > 0 && !slices.ContainsFunc(changed, other):
		s.version++
		s.send(message{"styles", map[string]any{"version": s.version, "styles": st.Styles}})
	default:
		s.version++
		s.send(message{"reload", map[string]any{"version": s.version}})
	}
	s.send(message{"problems", s.problemsData()})
}

// check makes all of a state that is still the newest, and reports what is wrong with it.
func (s *Server) check(now *shown) {
	if !s.newest(now) {
		return
	}
	_, late := now.all(func() bool { return !s.newest(now) })
	if len(late) == 0 {
		return
	}
	problems := s.describe(late)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.good != now || s.failed || s.changing {
		return
	}
	s.problems, s.failed = append(s.problems, problems...), Stops(late)
	s.send(message{"problems", s.problemsData()})
}

func (s *Server) newest(now *shown) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.good == now && !s.changing
}

// ServeHTTP answers a request. One that names another host is refused: a page
// of the open web must not read drafts by having its own name lead here.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	if !s.hosts[strings.ToLower(strings.Trim(host, "[]"))] {
		http.Error(w, "this preview answers only for the address it was started with", http.StatusMisdirectedRequest)
		return
	}
	if foreign(r) {
		http.Error(w, "this preview does not answer the pages of other sites", http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Referrer-Policy", "no-referrer") // a draft's address is private
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	switch name, mine := strings.CutPrefix(r.URL.Path, own); {
	case mine && name == "events":
		s.events(w, r)
	case mine:
		s.clientFile(w, name)
	default:
		s.siteFile(w, r)
	}
}

// foreign reports whether a page of another site asks, to put something of a draft into itself: as a script, a picture
// or a frame. Following a link to here is not.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}

func (s *Server) clientFile(w http.ResponseWriter, name string) {
	body, err := client.ReadFile("client/" + name)
	if err != nil {
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	_, _ = w.Write(body) // the browser may have closed the connection
}

func (s *Server) siteFile(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	good, version := s.good, s.version
	s.mu.Unlock()
	if good == nil {
		s.page(w, http.StatusServiceUnavailable, nothingYet, 0, "")
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	body, ok, wrong := good.file(name)
	if !ok {
		if _, folder, _ := good.file(path.Join(name, "index.html")); folder {
			http.Redirect(w, r, (&url.URL{Path: "/" + name + "/", RawQuery: r.URL.RawQuery}).String(), http.StatusFound)
			return
		}
	}
	status := http.StatusOK
	switch {
	case wrong != nil:
		s.add(wrong)
		body, status = nothingYet, http.StatusInternalServerError
		name = "index.html"
	case !ok:
		status = http.StatusNotFound
		if body, ok, _ = good.file("404.html"); !ok {
			http.Error(w, "there is no such page", status)
			return
		}
		name = "404.html"
	}
	if path.Ext(name) == ".html" {
		s.page(w, status, body, version, good.note(name))
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// add reports a page that could not be made when it was requested.
func (s *Server) add(wrong *diag.Error) {
	list := s.describe(diag.List{wrong})
	s.mu.Lock()
	defer s.mu.Unlock()
	if slices.Contains(s.problems, list[0]) {
		return
	}
	s.problems, s.failed = append(s.problems, list...), true
	s.send(message{"problems", s.problemsData()})
}

// page sends a page with the preview's script in it. The site's own files stay as a build makes them.
func (s *Server) page(w http.ResponseWriter, status int, body []byte, version int, note string) {
	script := fmt.Sprintf(`<link rel="stylesheet" href="%[1]swrong.css">
<script src="%[1]sclient.js" data-version="%[2]d" data-note="%[3]s" defer></script>
`, own, version, html.EscapeString(note))
	i := bytes.LastIndex(body, []byte("</body>"))
	if i < 0 {
		i = len(body)
	}
	w.Header().Set("Content-Type", typeOf(".html"))
	w.Header().Set("Content-Length", strconv.Itoa(len(body)+len(script)))
	w.WriteHeader(status)
	for _, part := range [][]byte{body[:i], []byte(script), body[i:]} {
		_, _ = w.Write(part) // the browser may have closed the connection
	}
}
