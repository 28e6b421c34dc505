package publish

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"burdenshare/internal/golden"
)

// BenchmarkWrite publishes 1,000 files of 10 KB, next to a loop of os.WriteFile over the same files: into a new folder;
// over a former site all of whose files are others, where the loop first removes what was there; over one of which one
// file is another; and over the same site.
func BenchmarkWrite(b *testing.B) {
	files := map[string][]byte{}
	for i := range 1000 {
		files[fmt.Sprintf("d%02d/p%02d/index.html", i%40, i/40)] = bytes.Repeat([]byte{byte(i)}, 10_000)
	}
	write := func(out string, files map[string][]byte) error {
		_, err := write(out, files)
		return err
	}
	loop := func(out string, files map[string][]byte) error {
		if err := os.RemoveAll(out); err != nil {
			return err
		}
		made := map[string]bool{}
		for name, data := range files {
			path := filepath.Join(out, name)
			if dir := filepath.Dir(path); !made[dir] {
				made[dir] = true
				if err := os.MkdirAll(dir, 0o755); err != nil {
					return err
				}
			}
			if err := os.WriteFile(path, data, 0o644); err != nil {
				return err
			}
		}
		return nil
	}
	other := map[string][]byte{}
	for name, data := range files {
		other[name] = bytes.Repeat([]byte{data[0] + 1}, 10_000)
	}
	one := maps.Clone(files)
	one["d00/p00/index.html"] = other["d00/p00/index.html"]
	for _, bb := range []struct {
		name string
		next map[string][]byte // published in turn with files; nil for a new folder each time
	}{{"new", nil}, {"others", other}, {"one", one}, {"same", files}} {
		for way, write := range map[string]func(string, map[string][]byte) error{"": write, "-loop": loop} {
			b.Run(bb.name+way, func(b *testing.B) {
				out := filepath.Join(b.TempDir(), "public")
				sites := []map[string][]byte{files, bb.next}
				for n := 0; b.Loop(); n++ {
					if bb.next == nil {
						b.StopTimer()
						golden.OK(b, os.RemoveAll(out))
						sites[1] = files
						b.StartTimer()
					}
					golden.OK(b, write(out, sites[n%2]))
				}
			})
		}
	}
}
