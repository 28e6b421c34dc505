// Package sitetest builds a whole report for tests, once for all tests of a binary, serves it, and checks what must
// hold for every site, whatever it reports on.
//
// It knows how a site is assembled and what its pages look like from outside, but not what a report says.
package sitetest

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"burdenshare/internal/cache"
	"burdenshare/internal/chromium"
	"burdenshare/internal/civil"
	"burdenshare/internal/command"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/input"
	"burdenshare/internal/load"
	"burdenshare/internal/raster"
	"burdenshare/internal/site"
)

// A Site is a built report. Its files are never changed; it must not be used by several tests at once.
type Site struct {
	Report fs.FS             // what it was made from
	Base   string            // the base_url of its config.toml, with a slash at the end
	Files  map[string][]byte // by their path

	parsed   map[[sha256.Size]byte]*html.Node
	weights  map[string]int
	problems string
	server   *httptest.Server // nil until it is asked for
	folder   string           // with the files; "" until it is asked for
}

// Repo is the repository, relative to packages two folders deep.
var Repo = filepath.Join("..", "..")

// Whole returns the report of testdata/report, built for a day on which all of it was published.
func Whole(t testing.TB) *Site {
	t.Helper()
	return whole().sound(t)
}

var whole = sync.OnceValue(func() *Site {
	return build(Repo, os.DirFS(TestReport), site.Options{AsOf: late, Pictures: pictures(Repo)})
})

// late is a day when all that a report of the tests is made of was out.
var late = civil.MustParse("2026-11-28")

// pictures returns what builds of the repository's report keep their pictures in. A picture that is painted in a second
// is kept there for the tests of other packages.
func pictures(repo string) *cache.Folder {
	root, err := os.OpenRoot(repo)
	if err != nil {
		return nil
	}
	return raster.OpenCache(root)
}

// Own returns the report of the repository itself, built for today, for tests in a folder of the repository.
func Own(t testing.TB) *Site {
	t.Helper()
	return own().sound(t)
}

var own = sync.OnceValue(func() *Site {
	return build(parent, os.DirFS(parent), site.Options{AsOf: command.Today(), Pictures: pictures(parent)})
})

const parent = ".." // the repository, where report_test is

// Example returns the report of examples/aid, with everything that was known when it was made.
func Example(t testing.TB, repo string) *Site {
	t.Helper()
	report := os.DirFS(filepath.Join(repo, "examples", "aid"))
	return build(repo, report, site.Options{AsOf: late, Pictures: pictures(repo)}).sound(t)
}

// Changed returns the report of a folder with other files in the place of some, with empty pictures, and without its
// content, which says what the files before said.
func Changed(t testing.TB, folder string, files map[string]string) *Site {
	t.Helper()
	report := golden.With(golden.FS(folder), files)
	maps.DeleteFunc(report, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "content/") })
	return build(Repo, report, site.Options{AsOf: late, Check: true}).made(t)
}

// With returns the report of testdata/report with more files, and empty pictures.
func With(t testing.TB, files map[string]string) *Site {
	t.Helper()
	return build(Repo, golden.With(golden.FS(TestReport), files), site.Options{AsOf: late, Check: true}).sound(t)
}

// TestReport is the report that most tests are about.
var TestReport = filepath.Join(Repo, "testdata", "report")

// made fails the test if there are errors.
func (s *Site) made(t testing.TB) *Site {
	t.Helper()
	if s.Files == nil {
		t.Fatalf("the report does not build:\n%s", s.problems)
	}
	return s
}

// sound fails the test if there are errors or warnings.
func (s *Site) sound(t testing.TB) *Site {
	t.Helper()
	if s.problems != "" {
		t.Fatalf("the report does not build without errors and warnings:\n%s", s.problems)
	}
	return s
}

// build makes a report as the command does, with the libraries of the repository where they have been fetched.
func build(repo string, report fs.FS, opts site.Options) *Site {
	s := &Site{Report: report}
	from, built, errs := assemble(repo, report, opts)
	s.Base = strings.TrimSuffix(from.Config.BaseURL, "/") + "/"
	if !errs.Failed() {
		var more diag.List
		s.Files, more = built.Render(from.Templates, site.Means{})
		errs.Add(more...)
	}
	errs.Sort()
	s.problems = errs.Error()
	return s
}

// assemble reads a report and puts it together.
func assemble(repo string, report fs.FS, opts site.Options) (site.State, *site.Site, diag.List) {
	ask := load.Options{Site: opts}
	if _, err := os.Stat(filepath.Join(repo, "node_modules")); err == nil {
		ask.Dir = repo
	}
	from, sound, errs := new(load.Reader).Read(input.Texts(withLibraries{report, os.DirFS(repo)}), ask)
	if !sound {
		return from, nil, errs
	}
	built, more := site.Assemble(from)
	return from, built, append(errs, more...)
}

// withLibraries is a report with the JavaScript libraries of the repository.
type withLibraries struct{ report, repo fs.FS }

func (w withLibraries) Open(name string) (fs.File, error) {
	if top, _, _ := strings.Cut(name, "/"); top == "node_modules" || strings.HasPrefix(top, "package") {
		return w.repo.Open(name)
	}
	return w.report.Open(name)
}

// Serve serves the site below the path of its address, until the tests are over, and returns where it is. All tests
// have it at one address, for which the browser compiles each script once.
func (s *Site) Serve() string {
	below := strings.TrimPrefix(s.Base, "https://example.org")
	if s.server == nil {
		s.server = httptest.NewServer(servedAsPages(below, s.Files))
	}
	return s.server.URL + below
}

// servedAsPages serves files below a path as GitHub Pages does.
func servedAsPages(below string, files map[string][]byte) http.Handler {
	types := map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
		".json": "application/json"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, inside := strings.CutPrefix(r.URL.Path, below)
		if inside && (name == "" || strings.HasSuffix(name, "/")) {
			name += "index.html"
		}
		if _, folder := files[name+"/index.html"]; inside && folder {
			http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
			return
		}
		w.Header().Set("Cache-Control", "max-age=600")
		data, ok := files[name]
		if kind := types[filepath.Ext(name)]; kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		if !inside || !ok {
			w.Header().Set("Content-Type", types[".html"])
			w.WriteHeader(http.StatusNotFound)
			data = files["404.html"]
		}
		_, _ = w.Write(data)
	})
}

// Folder returns a folder with the site, written once, for pages that are opened from the file system.
func (s *Site) Folder(t testing.TB) string {
	t.Helper()
	if s.folder == "" {
		dir, err := os.MkdirTemp("", "site")
		if err != nil {
			t.Fatal(err)
		}
		s.folder, written = dir, append(written, dir)
		for name, data := range s.Files {
			golden.Write(t, filepath.Join(dir, filepath.FromSlash(name)), string(data))
		}
	}
	return s.folder
}

var written []string // folders that Main removes

// Main runs the tests of a binary, as chromium.Main does, and removes the folders that sites were written to.
func Main(m interface{ Run() int }) int {
	defer func() {
		for _, dir := range written {
			_ = os.RemoveAll(dir) // in the system's temporary folder
		}
	}()
	return chromium.Main(m)
}
