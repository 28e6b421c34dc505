package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNowhere publishes to a relative path in a working folder that has been removed.
func TestNowhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if err := os.Remove(dir); err != nil {
		t.Skip(err)
	}
	_, site := write("public", pages())
	_, archive := writeTar(BuildInfo{}, "site.tar", pages())
	for want, err := range map[string]error{"cannot find public: ": site, "cannot find site.tar: ": archive} {
		if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.HasSuffix(err.Error(), "; nothing was changed") {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestRefusedFolders(t *testing.T) {
	ours := `{"generator": "burdenshare", "files": []}`
	for _, tt := range []struct {
		name  string
		files []string // in public/ before
		want  string   // in the error; "" is no error
	}{
		{"absent", nil, ""},
		{"only gitignore", []string{".gitignore", "*"}, ""},
		{"ours", []string{"manifest.json", ours, "index.html", "old"}, ""},
		{"ours without pages", []string{"manifest.json", ours}, ""},
		{"somebody's notes", []string{"notes.txt", "mine"}, "public/ is not empty and was not written by burdenshare; nothing was changed"},
		{"hidden file", []string{".env", "mine"}, "not written by burdenshare"},
		{"folder", []string{"src/main.go", "mine"}, "not written by burdenshare"},
		{"a web app's manifest", []string{"manifest.json", `{"name": "app"}`}, "not written by burdenshare"},
		{"another generator", []string{"manifest.json", `{"generator": "other"}`}, "not written by burdenshare"},
		{"not JSON", []string{"manifest.json", ours + "}"}, "not written by burdenshare"},
		{"a list", []string{"manifest.json", `["burdenshare"]`}, "not written by burdenshare"},
		{"manifest not at the top", []string{"old/manifest.json", ours}, "not written by burdenshare"},
		{"manifest is a folder", []string{"manifest.json/x", ours}, "not written by burdenshare"},
		{"git clone", []string{"manifest.json", ours, ".git/HEAD", "ref"}, "public/ holds .git, which would be lost; nothing was changed"},
		{"git worktree", []string{"manifest.json", ours, ".git", "gitdir: x"}, "holds .git"},
		{"only git", []string{".git/HEAD", "ref"}, "holds .git"},
		{"gitignore is a folder", []string{".gitignore/x", ""}, ".gitignore is not a plain file"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			plant(t, "public", tt.files...)
			before := contents(t, ".")
			_, err := write("public", filesOf("index.html", "new"))
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				if got := contents(t, "public")["index.html"]; got != "new" {
					t.Errorf("index.html holds %q", got)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q, want %q", err, tt.want)
			}
			same(t, contents(t, "."), before)
		})
	}
}

func TestRefusedPlaces(t *testing.T) {
	t.Chdir(t.TempDir())
	plant(t, ".", "public", "a file")
	root, err := filepath.Abs(string(filepath.Separator))
	if err != nil {
		t.Fatal(err)
	}
	for out, want := range map[string]string{
		"":                               "no folder was given",
		"public":                         "public is not a folder; nothing was changed",
		filepath.Join("public", "site"):  "public/site",
		root:                             "is the root of a disk",
		filepath.Join(root, "x") + "/..": "is the root of a disk",
	} {
		fails(t, want)(write(out, filesOf("index.html", "")))
	}
	same(t, contents(t, "."), map[string]string{"public": "a file"})
}

func TestRefusedPaths(t *testing.T) {
	for _, tt := range []struct {
		files string // separated by |
		want  string // "" is no error
	}{
		{"index.html|a/b/c.html|a/b.html|a.html", ""},
		{"ÜBER.html|über-uns.html|straße", ""},
		{"a/.gitignore|a/manifest.json|a/.git", ""},
		{"..a|a..b|a/...b", ""},
		{"", `cannot publish "": not a plain path`},
		{".", "not a plain path"},
		{"/etc/passwd", "not a plain path"},
		{"../x", "not a plain path"},
		{"a/../../x", "not a plain path"},
		{"a/./b", "not a plain path"},
		{"a//b", "not a plain path"},
		{"a/", "not a plain path"},
		{`a\..\..\x`, "not a plain path"},
		{"a\x00b", "not a plain path"},
		{"a\xff", "not a plain path"},
		{"a|a/b", `cannot publish "a/b": "a" would be both a file and a folder`},
		{"a/b/c|a/b", `"a/b" would be both a file and a folder`},
		{"a.html|A.html", `cannot publish "a.html": "A.html" and "a.html" differ only in case`},
		{"a/x|A/y", `"A" and "a" differ only in case`},
		{"a/x|A", `"A" and "a" differ only in case`},
		{"über|Über", "differ only in case"},
		{"k|\u212a", "differ only in case"}, // the Kelvin sign
		{"σ|ς", "differ only in case"},
		{"manifest.json", `the name "manifest.json" is reserved`},
		{"Manifest.json/x", `the name "Manifest.json" is reserved`},
		{".gitignore", `the name ".gitignore" is reserved`},
		{".git/config", `the name ".git" is reserved`},
		{".GIT", "reserved"},
	} {
		out := filepath.Join(t.TempDir(), "public")
		var pairs []string
		for name := range strings.SplitSeq(tt.files, "|") {
			pairs = append(pairs, name, "x")
		}
		_, err := write(out, filesOf(pairs...))
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%q: %v", tt.files, err)
		case tt.want == "":
		case err == nil || !strings.Contains(err.Error(), tt.want):
			t.Errorf("%q: error %q, want %q", tt.files, err, tt.want)
		case len(names(t, filepath.Dir(out))) > 0:
			t.Errorf("%q: left on disk %q", tt.files, names(t, filepath.Dir(out)))
		}
	}
	if _, err := write(filepath.Join(t.TempDir(), "public"), nil); err == nil {
		t.Error("an empty site was published")
	}
}

func TestEveryFaultIsReported(t *testing.T) {
	_, err := write(filepath.Join(t.TempDir(), "public"), filesOf("../x", "", "b\\", "", "ok", ""))
	if err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.HasPrefix(err.Error(), `cannot publish "../x"`) {
		t.Errorf("error %v, want one line for each of two paths, in order", err)
	}
}

// The stage's name may be taken by something else: that is not ours to remove.
func TestForeignStage(t *testing.T) {
	for _, name := range []string{"notes.txt", "site", "old", "lock/x"} { // site, old: files here, folders in a stage
		t.Chdir(t.TempDir())
		plant(t, ".public.burdenshare-new", name, "mine")
		before := contents(t, ".")
		if _, err := write("public", filesOf("index.html", "")); err == nil || !strings.Contains(err.Error(), "is in the way") {
			t.Errorf("%s: error %v", name, err)
		}
		same(t, contents(t, "."), before)
	}
	t.Chdir(t.TempDir())
	plant(t, ".", ".public.burdenshare-new", "")
	fails(t, "is in the way")(write("public", filesOf("index.html", "")))
}
