package publish

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestNowhere publishes to a relative path in a working folder that has been removed.
func TestNowhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gone")
	golden.OK(t, os.Mkdir(dir, 0o755))
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

// TestFolders publishes to folders as they are found, of which some are somebody's, and others were left by builds that
// were killed at different moments: what is not ours stays as it is.
func TestFolders(t *testing.T) {
	golden.CheckCases(t, "folders.txtar", func(c golden.Case) string {
		dir, sys := t.TempDir(), thisSystem()
		for _, p := range c.Parts {
			if p.Name == "full disk" {
				sys.newTree = failing("", nil)
				continue
			}
			golden.Write(t, filepath.Join(dir, filepath.FromSlash(p.Name)), string(p.Data))
		}
		said := ""
		if _, err := sys.publish(filepath.Join(dir, "public"), filesOf("index.html", "new"), BuildInfo{}); err != nil {
			said = strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), "") + "\n"
		}
		there := contents(t, dir)
		for _, name := range slices.Sorted(maps.Keys(there)) {
			text := strings.TrimSpace(there[name])
			if strings.Contains(text, "sha256") {
				text = "the manifest"
			}
			said += strings.TrimSpace(name+": "+text) + "\n"
		}
		return said
	})
}

func TestRefusedPlaces(t *testing.T) {
	t.Chdir(t.TempDir())
	plant(t, ".", "public", "a file")
	root, err := filepath.Abs(string(filepath.Separator))
	golden.OK(t, err)
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
