package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"burdenshare/internal/lists"
	"burdenshare/internal/parallel"
)

// generator is the mark by which a later build knows a folder as its own.
const generator = "burdenshare"

// BuildInfo records what a site was built from: enough to build it again. It does not depend on the clock: AsOf is the
// day of the newest thing in the site, not that of the build.
type BuildInfo struct {
	Version string `json:"version,omitempty"`  // of the program
	Commit  string `json:"commit,omitempty"`   // of the repository, if known to the build
	Inputs  string `json:"inputs,omitempty"`   // SHA-256 of settings, data, content and templates, see package input
	AsOf    string `json:"as_of,omitempty"`    // a day on which the same site comes out
	BaseURL string `json:"base_url,omitempty"` // under which it is published
	Drafts  bool   `json:"drafts,omitempty"`   // drafts are in it
}

// A Manifest is the content of manifest.json. Those of older versions have no BuildInfo.
type Manifest struct {
	Generator string `json:"generator"`
	BuildInfo
	Files []File `json:"files"` // all but manifest.json itself, in the order of their paths
}

// A File is one file of a site.
type File struct {
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// list makes the manifest: every file with its size and hash, one a line so that two builds can be compared with diff.
func (s *site) list(info BuildInfo) {
	m := Manifest{Generator: generator, BuildInfo: info, Files: []File{}}
	head, _ := json.MarshalIndent(m, "", "  ") // texts and numbers always have a JSON form
	b := bytes.TrimSuffix(head, []byte("]\n}"))
	for i, f := range s.entries {
		if i > 0 {
			b = append(b, ',')
		}
		path, _ := json.Marshal(f.Path)
		b = fmt.Appendf(b, "\n    {\"path\": %s, \"bytes\": %d, \"sha256\": \"%s\"}", path, f.Bytes, f.SHA256)
	}
	s.manifest = append(b, "\n  ]\n}\n"...)
	s.bytes += int64(len(s.manifest))
}

// ReadManifest reads a manifest, of this version or an older one. It holds its paths to be those of a site: none leads
// out of it.
func ReadManifest(data []byte) (*Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, errors.New("not a manifest, which is JSON")
	}
	if m.Generator != generator {
		return nil, fmt.Errorf("not a manifest of %s", generator)
	}
	for _, f := range m.Files {
		if !fs.ValidPath(f.Path) || f.Path == "." || f.Path == ManifestName {
			return nil, fmt.Errorf("not a manifest: %q is no file of a site", f.Path)
		}
	}
	return &m, nil
}

// Check compares files with their manifest: each is read with read, which returns fs.ErrNotExist for one that is
// missing.
func (m *Manifest) Check(read func(name string) ([]byte, error)) []Difference {
	var list []Difference
	for _, f := range m.Files {
		data, err := read(f.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			list = append(list, Difference{f.Path, Missing, ""})
		case err != nil:
			list = append(list, Difference{f.Path, Unreadable, err.Error()})
		case int64(len(data)) != f.Bytes:
			list = append(list, Difference{f.Path, Changed, fmt.Sprintf("%d bytes, not %d", len(data), f.Bytes)})
		case sumOf(data) != f.SHA256:
			list = append(list, Difference{f.Path, Changed, "other bytes"})
		}
	}
	return list
}

// Published returns the paths of the files; none of a site with drafts in it, which somebody has built to look at.
func (m *Manifest) Published() []string {
	if m.Drafts {
		return nil
	}
	return lists.Each(m.Files, func(f File) string { return f.Path })
}

// A Difference is a file that differs from the manifest.
type Difference struct {
	Path string
	Kind Kind
	Note string // may be empty
}

// A Kind of difference.
type Kind string

// The kinds.
const (
	Missing    Kind = "missing"
	Changed    Kind = "changed"
	Extra      Kind = "extra"
	Unreadable Kind = "unreadable"
)

// hash makes the entries of all files, but for those that are known, and their manifest.
func (s *site) hash(info BuildInfo, files map[string][]byte, known map[string]File) {
	s.entries = make([]File, len(s.files))
	parallel.Do(len(s.files), func(i int) {
		name := s.files[i]
		f, ok := known[name]
		if !ok {
			f = File{Path: name, Bytes: int64(len(files[name])), SHA256: sumOf(files[name])}
		}
		s.entries[i] = f
	})
	for _, f := range s.entries {
		s.bytes += f.Bytes
	}
	s.list(info)
}

// sumOf returns the SHA-256 of data in hexadecimal digits.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
