package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkWrite publishes 1,000 files of 10 KB, next to a loop of os.WriteFile over the same files: into a new folder,
// and over a former site, where the loop first removes what was there.
func BenchmarkWrite(b *testing.B) {
	files := map[string][]byte{}
	for i := range 1000 {
		files[fmt.Sprintf("d%02d/p%02d/index.html", i%40, i/40)] = bytes.Repeat([]byte{byte(i)}, 10_000)
	}
	write := func(out string) error {
		_, err := Write(out, files)
		return err
	}
	loop := func(out string) error {
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
	for _, bb := range []struct {
		name  string
		write func(string) error
		over  bool
	}{{"new", write, false}, {"new-loop", loop, false}, {"over", write, true}, {"over-loop", loop, true}} {
		b.Run(bb.name, func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "public")
			for b.Loop() {
				if !bb.over {
					b.StopTimer()
				}
				if !bb.over || bb.name == "over-loop" {
					if err := os.RemoveAll(out); err != nil {
						b.Fatal(err)
					}
				}
				b.StartTimer()
				if err := bb.write(out); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
