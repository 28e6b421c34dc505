package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// A manifest has the files in order, whatever the number of processors, and what the site was made from.
func TestManifest(t *testing.T) {
	about := BuildInfo{Version: "1.2.0", Commit: "0123abcd", Inputs: strings.Repeat("a", 64), AsOf: "2020-04-16",
		BaseURL: "https://example.org/<&>/", Drafts: true}
	files := filesOf("z.txt", "last", "a/(b) & 'ü'.html", "first", "a.html", "between")
	var want []File
	for _, name := range []string{"a.html", "a/(b) & 'ü'.html", "z.txt"} {
		want = append(want, File{name, int64(len(files[name])), fmt.Sprintf("%x", sha256.Sum256(files[name]))})
	}
	var first []byte
	for _, procs := range []int{1, 4} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		out := filepath.Join(t.TempDir(), "public")
		must(t)(writeInfo(about, out, files))
		read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(out, name)) }
		data, err := read(ManifestName)
		golden.OK(t, err)
		if first == nil {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Errorf("two manifests of one site:\n%s\n%s", first, data)
		}
		m, err := ReadManifest(data)
		if err != nil || m.BuildInfo != about || !slices.Equal(m.Files, want) {
			t.Errorf("read %+v, %v", m, err)
		}
		if d := m.Check(read); d != nil {
			t.Errorf("as written: %v", d)
		}
	}
}

func TestManifestChecks(t *testing.T) {
	m := &Manifest{Files: []File{
		{"gone", 1, ""}, {"locked", 1, ""}, {"longer", 1, ""},
		{"other", 1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"}, // a
		{"same", 1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},
	}}
	got := m.Check(func(name string) ([]byte, error) {
		switch name {
		case "gone":
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		case "locked":
			return nil, errors.New("no entry")
		case "longer":
			return []byte("ab"), nil
		case "other":
			return []byte("b"), nil
		}
		return []byte("a"), nil
	})
	want := []Difference{{"gone", Missing, ""}, {"locked", Unreadable, "no entry"}, {"longer", Changed, "2 bytes, not 1"}, {"other", Changed, "other bytes"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReadManifest(t *testing.T) {
	// As builds wrote it before there was a record.
	m, err := ReadManifest([]byte("{\n  \"generator\": \"burdenshare\",\n  \"files\": [\n    {\"path\": \"a\", \"bytes\": 0, \"sha256\": \"e3\"}\n  ]\n}\n"))
	if err != nil || len(m.Files) != 1 || m.BuildInfo != (BuildInfo{}) {
		t.Errorf("an older one: %+v, %v", m, err)
	}
	for _, c := range []struct{ data, want string }{
		{"<html>", "not a manifest, which is JSON"},
		{`{"generator": "hugo"}`, "not a manifest of burdenshare"},
		{`{"generator": "burdenshare", "files": [{"path": "../etc/passwd"}]}`, `"../etc/passwd" is no file of a site`},
		{`{"generator": "burdenshare", "files": [{"path": "/etc/passwd"}]}`, `"/etc/passwd" is no file of a site`},
		{`{"generator": "burdenshare", "files": [{"path": "manifest.json"}]}`, `"manifest.json" is no file of a site`},
	} {
		fails(t, c.want)(ReadManifest([]byte(c.data)))
	}
}
