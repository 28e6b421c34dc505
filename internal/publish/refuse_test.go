package publish

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/golden"
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

// TestRefusedPaths publishes sites with paths that not every system can hold.
func TestRefusedPaths(t *testing.T) {
	check := func(paths string) string {
		out := filepath.Join(t.TempDir(), "public")
		var pairs []string
		for name := range strings.SplitSeq(paths, "|") {
			pairs = append(pairs, name, "x")
		}
		_, err := write(out, filesOf(pairs...))
		if err == nil {
			return ""
		}
		if left := names(t, filepath.Dir(out)); len(left) > 0 {
			t.Errorf("%q: left on disk %q", paths, left)
		}
		return err.Error()
	}
	golden.CheckLines(t, "paths.txt", func(line string) string {
		paths, err := strconv.Unquote(`"` + line + `"`)
		if err != nil {
			t.Fatal(line, err)
		}
		return check(paths)
	})
	for paths, want := range map[string]string{
		strings.Repeat("n", 255) + "/x":  "",
		"x/" + strings.Repeat("n", 256):  "a name of more than 255 bytes, which no system takes",
		strings.Repeat("é", 128):         "a name of more than 255 bytes, which no system takes",
		strings.Repeat("n/", 499) + "nn": "",
		strings.Repeat("n/", 500) + "n":  "a path of more than 1,000 bytes, which some systems do not take",
	} {
		if refused := RefusedPaths(filesOf(paths, "")); len(refused) != min(1, len(want)) || want != "" && refused[0].Reason.Error() != want {
			t.Errorf("%q: %v", paths, refused)
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
