package publish

import (
	"os"
	"path/filepath"
)

// Former gives the paths of the files that the last Write put into the folder
// out, in their order; nothing where the folder holds no site of ours.
func Former(out string) []string {
	data, err := os.ReadFile(filepath.Join(out, ManifestName))
	if err != nil {
		return nil
	}
	m, err := ReadManifest(data)
	if err != nil {
		return nil
	}
	paths := make([]string, len(m.Files))
	for i, f := range m.Files {
		paths[i] = f.Path
	}
	return paths
}
