package publish

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestPrevious(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if got := Previous(out); got != nil {
		t.Errorf("of a folder that is not there: %v", got)
	}
	if _, err := Write(out, map[string][]byte{"b/index.html": nil, "a 'x' & y.html": []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if got := Previous(out); !slices.Equal(got, []string{"a 'x' & y.html", "b/index.html"}) {
		t.Errorf("got %q", got)
	}
	if err := os.WriteFile(filepath.Join(out, ManifestName), []byte(`{"files": [{"path": "x"}]}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if got := Previous(out); got != nil {
		t.Errorf("of somebody else's manifest: %v", got)
	}
}
