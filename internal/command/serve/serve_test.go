package serve

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"burdenshare/internal/chromium"
	"burdenshare/internal/golden"
	"burdenshare/internal/input"
	"burdenshare/internal/load"
	"burdenshare/internal/preview"
	"burdenshare/internal/site"
)

func TestMain(m *testing.M) { os.Exit(chromium.Main(m)) }

// aid copies the tiny report on development aid to a folder of its own.
func aid(t testing.TB) string {
	t.Helper()
	return golden.Copy(t, os.DirFS("../../../cmd/build/testdata/base"))
}

// copyTemplates gives a report templates of its own.
func copyTemplates(t testing.TB, root string) {
	t.Helper()
	golden.OK(t, os.CopyFS(filepath.Join(root, "templates"), os.DirFS(filepath.Join("..", "..", "..", "templates"))))
}

func write(t testing.TB, root, name, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	golden.Write(t, file, text)
}

// article is a text with a title; front is more front matter.
func article(title, front, body string) string {
	return fmt.Sprintf("+++\ntitle = %q\ndate = 2019-06-01\nsummary = \"S\"\n%s+++\n\n%s\n", title, front, body)
}

// A server is a running preview.
type server struct {
	address string
	said    func() string
}

// start runs the command on a free port until the test ends.
func start(t testing.TB, root string, args ...string) *server {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	out := &output{}
	ended := make(chan int)
	go func() {
		ended <- Until(ctx, append([]string{"-root", root, "-addr", "127.0.0.1:0", "-as-of", "2020-06-01"}, args...), out, out)
	}()
	t.Cleanup(func() {
		stop()
		if status := <-ended; status != 0 {
			t.Errorf("it ended with status %d: %s", status, out)
		}
	})
	for range 500 {
		if m := regexp.MustCompile(`serve +(http://[^ ]+/) `).FindStringSubmatch(out.String()); m != nil && strings.Contains(out.String(), "read ") {
			return &server{m[1], out.String}
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("it did not start: %s", out)
	return nil
}

// output is written by several goroutines.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

func (s *server) get(t testing.TB, path string) (int, string) {
	t.Helper()
	r, err := http.Get(s.address + path)
	golden.OK(t, err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	golden.OK(t, err)
	return r.StatusCode, string(body)
}

// until asks again until a page holds a text.
func (s *server) until(t testing.TB, path, text string) {
	t.Helper()
	var body string
	for range 500 {
		if _, body = s.get(t, path); strings.Contains(body, text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("/%s never held %q: %s", path, text, s.said())
}

func TestServe(t *testing.T) {
	root := aid(t)
	s := start(t, root)
	for path, want := range map[string]int{"": 200, "members/sweden/": 200, "feed.xml": 200, "search.json": 200, "members/nobody/": 404, ".preview/client.js": 200, "..%2f..%2fconfig.toml": 404} {
		if got, _ := s.get(t, path); got != want {
			t.Errorf("/%s: %d, want %d", path, got, want)
		}
	}
	if _, body := s.get(t, "members/nobody/"); !strings.Contains(body, `href="/members/`) {
		t.Error("the 404 page does not lead to this site")
	}
	if _, err := os.Stat(filepath.Join(root, "public")); err == nil {
		t.Error("public was written")
	}

	// A draft is shown, and says that it is one.
	write(t, root, "content/articles/2019-06-01-new.md", article("New", "draft = true\n", "Text."))
	s.until(t, "articles/new/", `data-note="A draft.`)
	// A figure that cannot be read leaves the last good state.
	figures := golden.Read(t, filepath.Join(root, "data", "dac", "2020-04-16.csv"))
	write(t, root, "data/dac/2020-04-16.csv", strings.Replace(string(figures), "0.99", "0,99", 1))
	for range 300 {
		if strings.Contains(s.said(), "not shown") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if _, body := s.get(t, "articles/new/"); !strings.Contains(body, "data-note") || !strings.Contains(s.said(), "data/dac/2020-04-16.csv:13:") {
		t.Errorf("the last good state is gone, or the mistake was not told: %s", s.said())
	}
	write(t, root, "data/dac/2020-04-16.csv", string(figures))
	write(t, root, "content/articles/2019-06-01-new.md", article("Newest", "", "Text."))
	s.until(t, "articles/new/", "<h1>Newest</h1>")

	// Editors save by renaming; folders go and come back.
	part := filepath.Join(root, "content", "articles", ".new.md.part")
	golden.Write(t, part, article("Renamed", "", "Text."))
	golden.OK(t, os.Rename(part, filepath.Join(root, "content", "articles", "2019-06-01-new.md")))
	s.until(t, "articles/new/", "<h1>Renamed</h1>")
	golden.OK(t, os.RemoveAll(filepath.Join(root, "content")))
	s.until(t, "articles/new/", "There is no page here") // no text is left
	write(t, root, "content/articles/2019-06-01-new.md", article("Back", "", "Text."))
	s.until(t, "articles/new/", "<h1>Back</h1>")
}

// Another page of the web must not read drafts, neither by a name that leads here nor by asking from where it is, and
// nothing is served that is not the site's.
func TestHost(t *testing.T) {
	root := aid(t)
	write(t, root, "secret.txt", "the secret")
	write(t, root, "content/secret.txt", "the secret")
	s := start(t, root)
	own := strings.TrimSuffix(strings.TrimPrefix(s.address, "http://"), "/")
	_, port, _ := strings.Cut(own, ":")
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	filled := strings.NewReplacer("OWN", own, "PORT", port)
	golden.CheckLines(t, "requests.txt", func(line string) string {
		words := strings.SplitN(filled.Replace(line)+"  ", " ", 3)
		request, err := http.NewRequest(words[0], "http://"+own, nil)
		golden.OK(t, err)
		request.URL.Opaque = words[1] // as it is written
		for header := range strings.SplitSeq(strings.TrimSpace(words[2]), ", ") {
			name, value, _ := strings.Cut(header, ": ")
			switch {
			case name == "Host":
				request.Host = value
			case name != "":
				request.Header.Set(name, value)
			}
		}
		got, err := client.Do(request)
		golden.OK(t, err)
		body, _ := io.ReadAll(io.LimitReader(got.Body, 1<<20))
		got.Body.Close()
		if bytes.Contains(body, []byte("the secret")) || bytes.Contains(body, []byte("root:")) {
			t.Errorf("%s: %.300s", line, body)
		}
		h := got.Header
		return strings.TrimSpace(strings.Join([]string{got.Status, h.Get("X-Content-Type-Options"), h.Get("Referrer-Policy"),
			h.Get("Cross-Origin-Resource-Policy")}, " "))
	})
	if o, _ := parseOptions(nil, io.Discard, io.Discard); !strings.HasPrefix(o.addr, "127.0.0.1:") {
		t.Errorf("without -addr the network can read drafts: %s", o.addr)
	}
}

// A report that cannot be read when the preview starts is shown when it can.
func TestMendedLater(t *testing.T) {
	root := aid(t)
	config := golden.Read(t, filepath.Join(root, "config.toml"))
	write(t, root, "config.toml", strings.Replace(string(config), "source =", "sauce =", 1))
	s := start(t, root)
	if status, body := s.get(t, ""); status != http.StatusServiceUnavailable || !strings.Contains(body, "client.js") {
		t.Errorf("%d: %s", status, body)
	}
	write(t, root, "config.toml", string(config))
	s.until(t, "", "Who gives")
}

func TestUsage(t *testing.T) {
	busy := start(t, aid(t)).address
	busy = strings.TrimSuffix(strings.TrimPrefix(busy, "http://"), "/")
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"x"}, 2, `unexpected argument "x"; all settings are flags`},
		{[]string{"-addr", "8080"}, 2, "-addr 8080: not an address\n\thint: write a host and a port, such as 127.0.0.1:8080"},
		{[]string{"-as-of", "yesterday"}, 2, `-as-of: "yesterday" is not a day`},
		{[]string{"-editor", "code"}, 2, "-editor code: no {path}\n\thint: write {path} where the file goes"},
		{[]string{"-root", "nowhere"}, 2, "-root nowhere: no such file or directory"},
		{[]string{"-addr", busy}, 1, "another program is listening there"},
		{[]string{"-help"}, 0, "-drafts"},
	} {
		var out bytes.Buffer
		if got := Until(context.Background(), c.args, &out, &out); got != c.status || !strings.Contains(out.String(), c.want) {
			t.Errorf("%v: status %d, want %d: %s", c.args, got, c.status, out.String())
		}
	}
}

// clean makes the report anew, as a build does.
func clean(t *testing.T, p *builder) (map[string][]byte, string) {
	t.Helper()
	from, sound, errs := new(load.Reader).Read(input.Texts(p.root.FS()), load.Options{BaseURL: p.baseURL, Site: p.site(), Dir: p.options.root})
	if !sound {
		errs.Sort()
		return nil, errs.Error()
	}
	s, more := site.Assemble(from)
	errs.Add(more...)
	errs.Sort()
	if errs.Failed() {
		return nil, errs.Error()
	}
	files, _ := s.Render(from.Templates, site.Means{})
	return files, errs.Error()
}

// TestRandomEdits edits, saves, renames and deletes 500 times in a row. What
// the preview shows in the end is, to the byte, what a clean build gives.
func TestRandomEdits(t *testing.T) {
	root := aid(t)
	copyTemplates(t, root)
	p := try(t, root, "-as-of", "2020-06-01").builder
	w, err := preview.Watch(root)
	golden.OK(t, err)
	defer w.Close()
	var mu sync.Mutex
	state, seen := p.state(), 0
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() {
		_ = w.Run(ctx, func([]string) {
			now := p.state()
			mu.Lock()
			defer mu.Unlock()
			state, seen = now, seen+1
		})
	}()

	rnd := rand.New(rand.NewPCG(2017, 215))
	file := func() string {
		return filepath.Join(root, "content", "articles", fmt.Sprintf("2019-06-01-a%d.md", rnd.IntN(24)))
	}
	text := func(n int) string {
		bodies := []string{"Text %d.", "Sweden gave [1.04%%](fact:SWE/2018). %d", "[wrong](fact:SWE/2018) %d", "```chart\nkind = \"distance\"\n```\n\n%d", "A [link](2019-06-01-a1.md) %d", "+++ %d"}
		return article(fmt.Sprintf("T%d", n), []string{"", "", "draft = true\n", "tags = [\"Nordics\"]\n", "titel = 1\n"}[rnd.IntN(5)], fmt.Sprintf(bodies[rnd.IntN(len(bodies))], n))
	}
	figures := filepath.Join(root, "data", "dac", "2020-04-16.csv")
	before := golden.Read(t, figures)
	style := filepath.Join(root, "templates", "assets", "member.css")
	sheet := golden.Read(t, style)
	states := func() int {
		mu.Lock()
		defer mu.Unlock()
		return seen
	}
	for i := 0; i < 500 || states() < 5; i++ { // some are made in between
		name := file()
		switch rnd.IntN(10) {
		case 0:
			_ = os.Remove(name) // it may not be there
		case 1:
			_ = os.Rename(name, file()) // likewise
		case 2:
			err = os.WriteFile(name+"~", []byte(text(i)), 0o666)
			if err == nil {
				err = os.Rename(name+"~", name)
			}
		case 3:
			err = os.WriteFile(figures, bytes.Replace(before, []byte("0.99"), fmt.Appendf(nil, "0.9%d", rnd.IntN(10)), 1), 0o666)
		case 4:
			err = os.WriteFile(style, fmt.Appendf(slices.Clone(sheet), "\n.x%d { color: red; }\n", i), 0o666)
		case 5:
			folder := filepath.Join(root, "content", "articles", "2019-07-01-bundle")
			if rnd.IntN(2) == 0 {
				err = os.RemoveAll(folder)
			} else if err = os.MkdirAll(folder, 0o777); err == nil {
				err = os.WriteFile(filepath.Join(folder, "index.md"), []byte(text(i)), 0o666)
			}
		default:
			err = os.WriteFile(name, []byte(text(i)), 0o666)
		}
		golden.OK(t, err)
		time.Sleep(time.Duration(rnd.IntN(4)) * time.Millisecond)
	}
	// What is wrong in the end would hide the rest.
	names, err := filepath.Glob(filepath.Join(root, "content", "articles", "2019-0[67]*"))
	golden.OK(t, err)
	for _, name := range names[len(names)/2:] {
		golden.OK(t, os.RemoveAll(name))
	}
	for i, name := range names[:len(names)/2] {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		golden.Write(t, name, article(fmt.Sprintf("Last %d", i), "", "Sweden gave [1.04%](fact:SWE/2018)."))
	}

	want, problems := clean(t, p)
	if want == nil {
		t.Fatalf("the last state cannot be built: %s", problems)
	}
	differs := ""
	for range 3000 {
		mu.Lock()
		now := state
		mu.Unlock()
		differs = "it failed: " + now.Problems.Error()
		if !now.Failed {
			got, _ := now.All(nil)
			differs = golden.Differing(got, want)
		}
		if differs == "" {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if differs != "" {
		t.Errorf("the preview is not what a build gives: %s", differs)
	}
}

// BenchmarkSave measures from the save of one article, of a thousand, to the event that has an open page reload.
func BenchmarkSave(b *testing.B) {
	root := aid(b)
	body := strings.Repeat("The members of an alliance agree on a mark, and every year *sources* publish figures. ", 40)
	for i := range 1000 {
		write(b, root, fmt.Sprintf("content/articles/2019-06-01-a%d.md", i), article(fmt.Sprintf("T%d", i), "", body))
	}
	s := start(b, root)
	r, err := http.Get(s.address + ".preview/events?version=1")
	golden.OK(b, err)
	defer r.Body.Close()
	events := bufio.NewScanner(r.Body)
	events.Buffer(nil, 1<<20)
	i := 0
	for b.Loop() {
		i++
		write(b, root, "content/articles/2019-06-01-a7.md", article(fmt.Sprintf("Saved %d", i), "", body))
		for events.Scan() && events.Text() != "event: reload" {
		}
	}
}
