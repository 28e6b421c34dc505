package publish

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"slices"
)

// generator is the mark by which a later build knows a folder as its own.
const generator = "burdenshare"

// manifest lists every file with its size and hash, one a line so that two builds can be compared with diff. It holds
// nothing else, no day and no version: the same site has the same manifest.
func manifest(names []string, files map[string][]byte, sums [][sha256.Size]byte) []byte {
	b := make([]byte, 0, 160*(len(names)+1))
	b = fmt.Appendf(b, "{\n  \"generator\": %q,\n  \"files\": [", generator)
	for i, name := range names {
		if i > 0 {
			b = append(b, ',')
		}
		path, err := json.Marshal(name)
		if err != nil {
			panic(err) // a string always has a JSON form
		}
		b = fmt.Appendf(b, "\n    {\"path\": %s, \"bytes\": %d, \"sha256\": \"%x\"}", path, len(files[name]), sums[i])
	}
	return slices.Concat(b, []byte("\n  ]\n}\n"))
}

// isOurs reports whether the file is a manifest that this package wrote.
func isOurs(name string) bool {
	data, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	var m struct {
		Generator string `json:"generator"`
	}
	return json.Unmarshal(data, &m) == nil && m.Generator == generator
}
