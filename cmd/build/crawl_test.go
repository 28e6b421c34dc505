package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestRealCrawl follows every link of a report from its home page and from
// the page for unknown addresses, served as a project's page and at the top
// of a host: everything is there, fragments included, and nothing leads out
// of its folder.
func TestRealCrawl(t *testing.T) {
	for _, base := range []string{"/", "/repo/"} {
		files := testSite(t, "https://example.org"+base)
		server := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(base, "/"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			name := strings.TrimPrefix(r.URL.Path, "/")
			if name == "" || strings.HasSuffix(name, "/") {
				name += "index.html"
			}
			if body, ok := files[name]; ok {
				_, _ = w.Write(body)
				return
			}
			http.NotFound(w, r)
		})))
		start := server.URL + base
		seen := map[string]bool{}
		queue := []string{start, start + "404.html"}
		ids := map[string]map[string]bool{}
		type jump struct{ from, to, id string }
		var jumps []jump
		for len(queue) > 0 {
			at := queue[0]
			queue = queue[1:]
			if seen[at] {
				continue
			}
			seen[at] = true
			resp, err := http.Get(at)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(resp.Body)
			_ = resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				t.Errorf("%s answers %s", strings.TrimPrefix(at, server.URL), resp.Status)
				continue
			}
			if ext := filepath.Ext(at); ext != "" && ext != ".html" {
				continue
			}
			doc, err := html.Parse(strings.NewReader(string(body)))
			if err != nil {
				t.Fatal(err)
			}
			ids[at] = map[string]bool{}
			here, _ := url.Parse(at)
			for n := range doc.Descendants() {
				ids[at][attr(n, "id")] = true
				for _, key := range []string{"href", "src", "action"} {
					dest := attr(n, key)
					if dest == "" || attr(n, "rel") == "canonical" {
						continue
					}
					to, err := here.Parse(dest)
					if err != nil {
						t.Errorf("%s: %v", at, err)
						continue
					}
					if to.Host != here.Host || to.Scheme != "http" {
						continue
					}
					id := to.Fragment
					to.Fragment, to.RawQuery = "", ""
					if !strings.HasPrefix(to.String(), start) {
						t.Errorf("%s: %s leads out of %s", strings.TrimPrefix(at, server.URL), dest, base)
						continue
					}
					queue = append(queue, to.String())
					if id != "" && !strings.Contains(id, "=") { // rows of a file have no ids
						jumps = append(jumps, jump{at, to.String(), id})
					}
				}
			}
		}
		for _, j := range jumps {
			if known, ok := ids[j.to]; ok && !known[j.id] {
				t.Errorf("%s: there is no #%s on %s", strings.TrimPrefix(j.from, server.URL), j.id, strings.TrimPrefix(j.to, server.URL))
			}
		}
		if len(seen) < 40 {
			t.Errorf("only %d addresses were found below %s", len(seen), base)
		}
		server.Close()
	}
}

// testSite is the tiny report of testdata/base, built for an address.
func testSite(t *testing.T, baseURL string) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if err := overlay(dir, os.DirFS(filepath.Join("testdata", "base"))); err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	o, _ := parseOptions([]string{"-root", dir, "-base-url", baseURL}, &stderr)
	r := &report{options: o, stdout: io.Discard, stderr: &stderr}
	_, files := build(os.DirFS(dir), o, r)
	if files == nil {
		r.print()
		t.Fatal(stderr.String())
	}
	return files
}
