package preview

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
)

// shows returns a State of two pages and a style sheet.
func shows() State {
	return State{
		Page: func(name string) ([]byte, bool, *diag.Error) {
			switch name {
			case "index.html":
				return []byte("<body>home</body>"), true, nil
			case "articles/new/index.html":
				return []byte("<body>new</body>"), true, nil
			case "broken/index.html":
				return nil, true, &diag.Error{Msg: "the template fails"}
			}
			return nil, false, nil
		},
		All: func(func() bool) (map[string][]byte, diag.List) {
			return map[string][]byte{"a.css": []byte("p{}"), "404.html": []byte("<body>none</body>"), "years/index.html": []byte("years")}, nil
		},
		Styles:      map[string]string{"site.css": "/assets/site.1.css"},
		Unpublished: []Unpublished{{Kind: Draft, Title: "New", Address: "/articles/new/", File: "content/articles/new.md", Note: "a draft"}},
	}
}

// TestServer asks a server what a browser might.
func TestServer(t *testing.T) {
	s := NewServer("127.0.0.1:8080", func(string) []byte { return nil }, "")
	get := func(method, target string, header ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, "http://127.0.0.1:8080"+target, nil)
		for i := 0; i < len(header); i += 2 {
			if header[i] == "Host" {
				r.Host = header[i+1]
			}
			r.Header.Set(header[i], header[i+1])
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	if w := get("GET", "/"); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "cannot be shown yet") {
		t.Errorf("before the first state: %d %s", w.Code, w.Body)
	}
	s.Show(shows(), nil)
	for _, c := range []struct {
		method, target string
		header         []string
		status         int
		holds          string
	}{
		{"GET", "/", nil, 200, `home<link rel="stylesheet" href="/.preview/wrong.css">`},
		{"GET", "/articles/new/", nil, 200, `data-note="a draft"`},
		{"GET", "/articles/new", nil, 302, "/articles/new/"},
		{"GET", "/years/", nil, 200, "years"},
		{"GET", "/a.css", nil, 200, "p{}"},
		{"GET", "/nowhere/", nil, 404, "none"},
		{"GET", "/broken/", nil, 500, "cannot be shown yet"},
		{"GET", "/.preview/client.js", nil, 200, "EventSource"},
		{"GET", "/.preview/nothing", nil, 404, "there is no such file"},
		{"GET", "/.preview/../../server.go", nil, 404, ""},
		{"POST", "/", nil, 405, "only GET and HEAD"},
		{"GET", "/", []string{"Host", "LOCALHOST:8080"}, 200, "home"},
		{"GET", "/", []string{"Host", "[::1]:8080"}, 200, "home"},
		{"GET", "/", []string{"Host", "evil.example"}, 421, "only for the address it was started with"},
		{"GET", "/", []string{"Origin", "http://evil.example"}, 403, "pages of other sites"},
		{"GET", "/", []string{"Origin", "http://127.0.0.1:8080"}, 200, "home"},
		{"GET", "/", []string{"Sec-Fetch-Site", "cross-site"}, 403, "pages of other sites"},
		{"GET", "/", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}, 403, "pages of other sites"},
		{"GET", "/", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200, "home"},
	} {
		if w := get(c.method, c.target, c.header...); w.Code != c.status || !strings.Contains(w.Body.String(), c.holds) {
			t.Errorf("%s %s %v: %d %s", c.method, c.target, c.header, w.Code, w.Body)
		}
	}
	if !slices.ContainsFunc(s.problems, func(p problem) bool { return p.Message == "the template fails" }) {
		t.Errorf("a page that cannot be made is not a problem: %v", s.problems)
	}
}

// TestMessages holds what an open page hears: new style sheets are taken over without a reload, and a state that
// cannot be shown leaves the last one in place.
func TestMessages(t *testing.T) {
	s := NewServer("127.0.0.1:0", func(string) []byte { return []byte("one\ntwo\n") }, "edit:{path}:{line}:{column}")
	s.Show(shows(), nil)
	server := httptest.NewServer(s)
	defer server.Close()
	res, err := http.Get(server.URL + "/.preview/events?version=0")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	lines := bufio.NewScanner(res.Body)
	next := func() (event string, data map[string]any) {
		for lines.Scan() {
			if name, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				event = name
			}
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				if err := json.Unmarshal([]byte(text), &data); err != nil {
					t.Fatal(err)
				}
				return event, data
			}
		}
		t.Fatal("the connection ended")
		return "", nil
	}
	hear := func(want string) map[string]any {
		t.Helper()
		event, data := next()
		if event != want {
			t.Errorf("heard %s %v, want %s", event, data, want)
		}
		return data
	}
	hear("reload") // the page is of an older version
	hear("problems")
	s.Show(shows(), []string{"templates/assets/site.css"})
	hear("styles")
	hear("problems")
	s.Show(shows(), []string{"templates/assets/site.css", "content/a.md"})
	hear("reload")
	hear("problems")
	followed := shows()
	followed.Followed = true
	s.Show(followed, []string{"content/a.md"})
	hear("problems") // and no reload
	s.Show(State{Failed: true, Problems: diag.List{{Pos: diag.Pos{File: "config.toml", Line: 2, Col: 3}, Msg: "unknown key"}}}, []string{"config.toml"})
	data := hear("problems")
	list, _ := data["problems"].([]any)
	if data["failed"] != true || len(list) != 1 {
		t.Fatalf("heard %v", data)
	}
	got, _ := list[0].(map[string]any)
	for key, want := range map[string]string{"place": "config.toml:2:3", "source": "two", "caret": "  ^", "open": "edit:config.toml:2:3"} {
		if got[key] != want {
			t.Errorf("%s is %q, want %q", key, got[key], want)
		}
	}
	if s.version != 3 {
		t.Errorf("the state shown is number %d", s.version)
	}
}

// TestExcerpt cuts long lines around the column of what is wrong.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("a", 200) + "X" + strings.Repeat("b", 200)
	for _, c := range []struct {
		line          string
		col           int
		source, caret string
	}{
		{"say 2%", 5, "say 2%", "    ^"},
		{"\té 2%", 4, "\té 2%", "\t  ^"},
		{"no column", 0, "no column", ""},
		{"behind", 20, "behind", "      ^"},
		{"a\xffb", 3, "a\uFFFDb", "  ^"},
		{long, 201, "…" + strings.Repeat("a", 79) + "X" + strings.Repeat("b", 80) + "…", strings.Repeat(" ", 80) + "^"},
		{long, 10, long[:160] + "…", strings.Repeat(" ", 9) + "^"},
	} {
		if source, caret := excerpt(c.line, c.col); source != c.source || caret != c.caret {
			t.Errorf("%.20q at %d: %q, %q", c.line, c.col, source, caret)
		}
	}
}

// TestStops: what is wrong in a text leaves the rest to be shown; what is wrong in figures or settings does not.
func TestStops(t *testing.T) {
	for file, want := range map[string]bool{"content/a.md": false, "data/members.csv": true, "config.toml": true} {
		if got := Stops(diag.List{{Pos: diag.Pos{File: file}}}); got != want {
			t.Errorf("an error in %s: %v", file, got)
		}
	}
	if Stops(diag.List{{Severity: diag.Warning, Pos: diag.Pos{File: "config.toml"}}}) {
		t.Error("a warning stops the preview")
	}
}

// TestWatch waits for what is written below a root, in folders of their own too, and for nothing else.
func TestWatch(t *testing.T) {
	root := t.TempDir()
	write := func(name string) {
		t.Helper()
		file := filepath.Join(root, filepath.FromSlash(name))
		golden.Write(t, file, "x")
	}
	write("content/a.md")
	w, err := Watch(root)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	changed := make(chan []string, 100)
	go func() { _ = w.Run(t.Context(), func(paths []string) { changed <- paths }) }()
	for _, name := range []string{"content/a.md", "content/new/b.md", "data/c.csv", "config.toml"} {
		write("public/index.html") // the site itself, which the report is not made from
		write(name)
		for seen := false; !seen; {
			paths := <-changed
			if slices.ContainsFunc(paths, func(p string) bool { return strings.HasPrefix(p, "public") }) {
				t.Errorf("%q changed", paths)
			}
			seen = slices.ContainsFunc(paths, func(p string) bool { return p == name || strings.HasPrefix(name, p+"/") })
		}
	}
}
