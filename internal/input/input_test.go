package input

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
)

var root = fstest.MapFS{
	"config.toml":                  {Data: []byte("title = \"A\"\r\nbase_url = \"b\"\r\n")},
	"data/members.csv":             {Data: []byte("code\nA\n")},
	"content/articles/x.md":        {Data: []byte("one\r\n\r\ntwo\rthree\r\n")},
	"content/images/p.png":         {Data: []byte("\x89PNG\r\n\x1a\n")},
	"content/.DS_Store":            {Data: []byte("of the system")},
	"templates/base.html":          {Data: []byte("<p>\n")},
	"node_modules/x/y.js":          {Data: []byte("a\r\nb")},
	"package.json":                 {Data: []byte("{}\r\n")},
	"public/index.html":            {Data: []byte("made")},
	"README.md":                    {Data: []byte("no part of it")},
	"content/.obsidian/state.json": {Data: []byte("of an editor")},
}

func TestTexts(t *testing.T) {
	for name, want := range map[string]string{
		"config.toml":           "title = \"A\"\nbase_url = \"b\"\n",
		"content/articles/x.md": "one\n\ntwo\rthree\n",
		"content/images/p.png":  "\x89PNG\r\n\x1a\n",
		"node_modules/x/y.js":   "a\r\nb",
	} {
		got, err := fs.ReadFile(Texts(root), name)
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if err := fstest.TestFS(Texts(golden.With(root, map[string]string{"content/articles/x.md": "one\n", "config.toml": "a\n", "package.json": "{}", "content/folder.md/a.txt": "a"})), "content/folder.md/a.txt", "config.toml", "content/articles/x.md", "node_modules/x/y.js"); err != nil {
		t.Error(err)
	}
	// Below a folder, and through Open, the lines are the same.
	sub, _ := fs.Sub(Texts(root), "content")
	if got, _ := fs.ReadFile(sub, "articles/x.md"); string(got) != "one\n\ntwo\rthree\n" {
		t.Errorf("below: %q", got)
	}
	f, err := Texts(root).Open("content/articles/x.md")
	if err != nil {
		t.Fatal(err)
	}
	if info, err := f.Stat(); err != nil || info.Size() != int64(len("one\n\ntwo\rthree\n")) {
		t.Errorf("size %v, %v", info, err)
	}
}

func TestSum(t *testing.T) {
	defaults := fstest.MapFS{"base.html": {Data: []byte("<p>\n")}}
	sum := func(m fstest.MapFS) string {
		s, err := About(m, defaults, civil.Date{})
		if err != nil {
			t.Fatal(err)
		}
		return s.Sum()
	}
	was := sum(root)
	for _, c := range []struct {
		name    string
		changes map[string]string
		same    bool
	}{
		{"line endings", map[string]string{"config.toml": "title = \"A\"\nbase_url = \"b\"\n", "data/members.csv": "code\r\nA\r\n"}, true},
		{"what is no part of it", map[string]string{"README.md": "else", "public/index.html": golden.Gone, "content/.DS_Store": golden.Gone, "content/.obsidian/state.json": "else", "node_modules/x/y.js": "c"}, true},
		{"the program's templates, being alike", map[string]string{"templates/base.html": golden.Gone}, true},
		{"other templates", map[string]string{"templates/base.html": "<b>\n"}, false},
		{"a figure", map[string]string{"data/members.csv": "code\nB\n"}, false},
		{"bytes of a picture", map[string]string{"content/images/p.png": "\x89PNG\n\x1a\n"}, false},
		{"a new name for a file", map[string]string{"content/images/p.png": golden.Gone, "content/images/q.png": "\x89PNG\r\n\x1a\n"}, false},
		{"a library", map[string]string{"package-lock.json": "{}"}, false},
	} {
		if got := sum(golden.With(root, c.changes)); (got == was) != c.same {
			t.Errorf("%s: same is %v", c.name, got == was)
		}
	}
}

// TestSumByHand checks that the checksum can be computed with sha256sum.
func TestSumByHand(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"config.toml": "a\r\n", "content/b.md": "b\n"} {
		if err := os.MkdirAll(dir+"/content", 0o777); err != nil {
			t.Fatal(err)
		}
		golden.Write(t, dir+"/"+name, data)
	}
	about, err := About(os.DirFS(dir), fstest.MapFS{}, civil.Date{})
	got := about.Sum()
	// printf '%s  config.toml\n%s  content/b.md\n' $(printf 'a\n' | sha256sum | cut -c1-64) $(printf 'b\n' | sha256sum
	// | cut -c1-64) | sha256sum
	if want := "5744ecc8ab28263ece1f7b1a96b7e31e12efd8138109df2ac7dea192d6628a34"; err != nil || got != want {
		t.Errorf("got %s, %v", got, err)
	}
}
