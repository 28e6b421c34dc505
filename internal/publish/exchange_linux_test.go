package publish

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// A web server never finds a page away: readers look at index.html for as long as the site is replaced.
func TestNoMomentWithoutSite(t *testing.T) {
	dir := t.TempDir()
	if err := tryExchange(dir); err != nil {
		t.Skipf("the file system of %s cannot exchange names: %v", dir, err)
	}
	out := filepath.Join(dir, "public")
	mustWrite(t, out, "index.html", strings.Repeat("0", 100))
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				data, err := os.ReadFile(filepath.Join(out, "index.html"))
				if err != nil || len(data) != 100 || strings.Trim(string(data), string(data[:1])) != "" {
					t.Errorf("read %q, error %v", data, err)
					return
				}
			}
		})
	}
	for i := range 50 {
		mustWrite(t, out, "index.html", strings.Repeat(string(rune('a'+i%26)), 100), "x/y.html", "")
	}
	close(stop)
	wg.Wait()
}

func tryExchange(dir string) error {
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	os.Mkdir(a, 0o755)
	os.Mkdir(b, 0o755)
	defer os.Remove(a)
	defer os.Remove(b)
	return exchange(a, b)
}
