package verify

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/publish"
)

func site(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	files := map[string][]byte{".nojekyll": nil, "index.html": []byte("<p>home"), "a/index.html": []byte("<p>a"), "a/b.csv": []byte("1\n"), "c d.txt": []byte("c")}
	w, err := publish.Begin(dir)
	golden.OK(t, err)
	if _, err := w.Commit(publish.BuildInfo{}, files); err != nil {
		t.Fatal(err)
	}
	return dir
}

func verify(args ...string) (status int, stdout, stderr string) {
	return golden.Run(Run, args...)
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	golden.Write(t, filepath.Join(dir, filepath.FromSlash(name)), data)
}

func TestFolder(t *testing.T) {
	dir := site(t)
	put(t, dir, ".gitignore", "*\n")
	if status, out, _ := verify(dir); status != 0 || out != "verified "+dir+": 5 files are those of the manifest\n" {
		t.Errorf("as written: %d, %s", status, out)
	}
	put(t, dir, "index.html", "<p>hime")
	put(t, dir, "a/index.html", "<p>longer")
	put(t, dir, "a/new.html", "<p>")
	golden.OK(t, os.Remove(filepath.Join(dir, "c d.txt")))
	status, out, _ := verify(dir)
	want := "changed    a/index.html (9 bytes, not 4)\nextra      a/new.html\nmissing    c d.txt\nchanged    index.html (other bytes)\n" +
		dir + " differs from the manifest: 2 of 5 files are the same; extra: 1\n"
	if status != 1 || out != want {
		t.Errorf("%d, got\n%swant\n%s", status, out, want)
	}
	_, out, _ = verify("-format", "json", dir)
	for _, want := range []string{
		`{"against":"the manifest","path":"a/index.html","kind":"changed","note":"9 bytes, not 4"}` + "\n",
		`{"against":"the manifest","path":"a/new.html","kind":"extra"}` + "\n",
		`{"against":"the manifest","verified":2,"differs":4}` + "\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no line %sin\n%s", want, out)
		}
	}
	if _, out, _ = verify("-quiet", dir); strings.Count(out, "\n") != 4 {
		t.Errorf("quiet: %s", out)
	}
}

// TestServed verifies a site below a path of a server, as GitHub serves one.
func TestServed(t *testing.T) {
	dir := site(t)
	var broken http.HandlerFunc
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if broken != nil && strings.HasSuffix(r.URL.Path, ".csv") {
			broken(w, r)
			return
		}
		name, ok := strings.CutPrefix(r.URL.Path, "/repo/")
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if !ok || err != nil {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(data)
	}))
	defer server.Close()
	for _, address := range []string{"/repo/", "/repo", "/repo/index.html"} {
		if status, out, errs := verify(server.URL + address); status != 0 || !strings.Contains(out, "5 files are those of the manifest") {
			t.Errorf("%s: %d, %s%s", address, status, out, errs)
		}
	}
	put(t, dir, "a/index.html", "<p>b")
	golden.OK(t, os.Remove(filepath.Join(dir, "c d.txt")))
	for _, c := range []struct {
		does http.HandlerFunc
		want string
	}{
		{func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no", http.StatusInternalServerError) }, "the server says 500 Internal Server Error"},
		{func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://192.0.2.1/x", http.StatusFound)
		}, "the server says 302 Found"},
	} {
		broken = c.does
		status, out, _ := verify(server.URL + "/repo/")
		want := "unreadable a/b.csv (" + c.want + ")\nchanged    a/index.html (other bytes)\nmissing    c d.txt\n"
		if status != 1 || !strings.HasPrefix(out, want) {
			t.Errorf("%d, got\n%swant\n%s", status, out, want)
		}
	}
}

func TestWrongUsage(t *testing.T) {
	empty, other := t.TempDir(), t.TempDir()
	put(t, other, "manifest.json", `{"generator": "hugo"}`)
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-format", "xml"}, "formats are text and json"},
		{[]string{"a", "b"}, `unexpected argument "b"`},
		{[]string{filepath.Join(empty, "nowhere")}, "nowhere: there is no site here; burdenshare build makes it"},
		{[]string{"http://127.0.0.1:1/"}, "manifest.json cannot be read: no server answers"},
		{[]string{empty}, "manifest.json cannot be read: "},
		{[]string{other}, "manifest.json is not a manifest of burdenshare"},
		{[]string{server.URL}, "manifest.json does not exist there\n\thint: a preview has none"},
		{[]string{"https://example.org/"}, "only sites served on this machine are verified"},
		{[]string{"http://127.0.0.1.example.org/"}, "only sites served on this machine are verified"},
		{[]string{"http://10.0.0.1/"}, "only sites served on this machine are verified"},
		{[]string{"-rebuild", site(t)}, "the manifest does not say how the site was built"},
	} {
		if status, _, errs := verify(c.args...); status != 2 || !strings.Contains(errs, c.want) {
			t.Errorf("%q: %d, %s", c.args, status, errs)
		}
	}
	if status, _, _ := verify("-help"); status != 0 {
		t.Errorf("-help: %d", status)
	}
}

// TestRebuild builds a report and proves it to be that of its sources; then it changes a figure.
func TestRebuild(t *testing.T) {
	report := filepath.Join(t.TempDir(), "report")
	golden.OK(t, os.CopyFS(report, os.DirFS(filepath.Join("..", "..", "..", "cmd", "build", "testdata", "base"))))
	if said, ok := build.Silently("-root", report, "-drafts", "-commit", "0123abcd", "-base-url", "http://example.org/a/b"); !ok {
		t.Fatal(said)
	}
	public := filepath.Join(report, "public")
	if status, out, _ := verify("-rebuild", "-root", report, public); status != 0 || !strings.HasSuffix(out, "files are those of a fresh build\n") {
		t.Errorf("as built: %d, %s", status, out)
	}
	release := filepath.Join(report, "data", "dac", "2020-04-16.csv")
	src := golden.Read(t, release)
	put(t, report, "data/dac/2020-04-16.csv", strings.Replace(string(src), "NOR,2019,oda,1.02", "NOR,2019,oda,1.04", 1))
	status, out, _ := verify("-rebuild", "-root", report, public)
	for _, want := range []string{"files are those of the manifest", "changed    members/norway/index.html\n", "the site was made from other sources", "differs from a fresh build"} {
		if status != 1 || !strings.Contains(out, want) {
			t.Errorf("%d, no %q in\n%s", status, want, out)
		}
	}
	put(t, report, "data/dac/2020-04-16.csv", "no release")
	if status, _, errs := verify("-rebuild", "-root", report, public); status != 2 || !strings.Contains(errs, "the build failed:\ndata/dac/2020-04-16.csv:1:1: ") {
		t.Errorf("a broken report: %d, %s", status, errs)
	}
}
