package publish

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBuildInfo(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	about := BuildInfo{Version: "1.2.0", Commit: "0123abcd", Inputs: strings.Repeat("a", 64), AsOf: "2020-04-16", BaseURL: "https://example.org/<&>/", Drafts: true}
	files := filesOf("index.html", "<p>", "a 'b' & ü.txt", "x")
	if _, err := writeInfo(about, out, files); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(out, ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), "\"path\""); n != 2 || !json.Valid(data) {
		t.Errorf("%d files in\n%s", n, data)
	}
	m, err := ReadManifest(data)
	if err != nil {
		t.Fatal(err)
	}
	if m.BuildInfo != about || len(m.Files) != 2 || m.Files[0].Path != "a 'b' & ü.txt" || m.Files[1].Bytes != 3 {
		t.Errorf("read %+v", m)
	}
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(out, name)) }
	if d := m.Check(read); d != nil {
		t.Errorf("as written: %v", d)
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
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}

func TestReadManifest(t *testing.T) {
	// As builds wrote it before there was a record.
	m, err := ReadManifest([]byte("{\n  \"generator\": \"burdenshare\",\n  \"files\": [\n    {\"path\": \"a\", \"bytes\": 0, \"sha256\": \"e3\"}\n  ]\n}\n"))
	if err != nil || len(m.Files) != 1 || m.BuildInfo != (BuildInfo{}) {
		t.Errorf("an older one: %+v, %v", m, err)
	}
	for _, c := range []struct{ data, want string }{
		{"<html>", "not a manifest: "},
		{`{"generator": "hugo"}`, "not a manifest of burdenshare"},
		{`{"generator": "burdenshare", "files": [{"path": "../etc/passwd"}]}`, `"../etc/passwd" is no file of a site`},
		{`{"generator": "burdenshare", "files": [{"path": "/etc/passwd"}]}`, `"/etc/passwd" is no file of a site`},
		{`{"generator": "burdenshare", "files": [{"path": "manifest.json"}]}`, `"manifest.json" is no file of a site`},
	} {
		if _, err := ReadManifest([]byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.data, err)
		}
	}
}
