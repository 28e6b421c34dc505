package verify

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"burdenshare/internal/command/build"
	"burdenshare/internal/publish"
)

// rebuild builds the report below root again, as the manifest describes, and returns the differences.
func rebuild(root string, m *publish.Manifest) ([]publish.Difference, error) {
	if m.AsOf == "" || m.BaseURL == "" {
		return nil, errors.New("the manifest does not say how the site was built; an older version wrote it")
	}
	dir, err := os.MkdirTemp("", "verify")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "site")
	args := []string{"-root", root, "-out", out, "-as-of", m.AsOf, "-base-url", m.BaseURL,
		fmt.Sprintf("-drafts=%t", m.Drafts)}
	if m.Commit != "" {
		args = append(args, "-commit", m.Commit)
	}
	if said, ok := build.Silently(args...); !ok {
		return nil, fmt.Errorf("the build failed:\n%s", said)
	}
	data, err := os.ReadFile(filepath.Join(out, publish.ManifestName))
	if err != nil {
		return nil, err
	}
	fresh, err := publish.ReadManifest(data)
	if err != nil {
		return nil, err
	}
	return compare(m, fresh), nil
}

// compare returns the differences between a site's manifest and that of a fresh build.
func compare(m, fresh *publish.Manifest) []publish.Difference {
	var list []publish.Difference
	add := func(path string, kind publish.Kind, note string) {
		list = append(list, publish.Difference{Path: path, Kind: kind, Note: note})
	}
	if m.Inputs != fresh.Inputs {
		add(publish.ManifestName, publish.Changed,
			"the site was made from other sources, "+short(m.Inputs)+", not "+short(fresh.Inputs))
	}
	if m.Version != fresh.Version {
		add(publish.ManifestName, publish.Changed, "it was made with version "+m.Version+", not "+fresh.Version)
	}
	made := map[string]publish.File{}
	for _, f := range fresh.Files {
		made[f.Path] = f
	}
	for _, f := range m.Files {
		switch now, ok := made[f.Path]; {
		case !ok:
			add(f.Path, publish.Extra, "")
		case now != f:
			add(f.Path, publish.Changed, "")
		}
		delete(made, f.Path)
	}
	for path := range made {
		add(path, publish.Missing, "")
	}
	return list
}

// short returns the first digits of a checksum.
func short(sum string) string { return strings.TrimSpace(sum[:min(12, len(sum))]) }
