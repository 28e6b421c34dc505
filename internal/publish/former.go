package publish

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// Former gives the paths of the files that the last Write put into the folder
// out, in their order; nothing where the folder holds no site of ours.
func Former(out string) []string {
	data, err := os.ReadFile(filepath.Join(out, manifestName))
	if err != nil {
		return nil
	}
	var m struct {
		Generator string `json:"generator"`
		Files     []struct {
			Path string `json:"path"`
		} `json:"files"`
	}
	if json.Unmarshal(data, &m) != nil || m.Generator != generator {
		return nil
	}
	paths := make([]string, len(m.Files))
	for i, f := range m.Files {
		paths[i] = f.Path
	}
	return paths
}
