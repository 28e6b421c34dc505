package content_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"burdenshare/internal/content"
	"burdenshare/internal/golden"
)

// BenchmarkLoad reads a thousand articles of about 550 words, with typical facts, links and a chart; -cpu 1 shows what
// that costs without reading files concurrently.
func BenchmarkLoad(b *testing.B) {
	article, fsys := golden.Read(b, "testdata/article.md"), fstest.MapFS{}
	for i := range 1000 {
		fsys[fmt.Sprintf("content/articles/article-%d.md", i)] = &fstest.MapFile{Data: article}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := content.Load(fsys, content.Options{Numbers: numbers()}); len(errs) > 0 {
			b.Fatal(errs)
		}
	}
}
