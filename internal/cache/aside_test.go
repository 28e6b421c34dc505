package cache_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/cache"
	"burdenshare/internal/golden"
)

// TestAside checks that bytes are read back as they were put aside, by several at once, that a build that is killed
// leaves no file, and that what cannot be read is an error.
func TestAside(t *testing.T) {
	root, folder := rootOf(t)
	a := cache.Open(root, dir).Aside()
	if a == nil {
		t.Fatal("no file can be made")
	}
	if left := entries(t, folder); len(left) > 0 && runtime.GOOS != "windows" {
		t.Errorf("the file has the name %q", left)
	}
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			text := strings.Repeat(fmt.Sprint(i), i)
			if at, ok := a.Put([]byte(text)); !ok || a.Get(at) != text {
				t.Errorf("%q was not read back", text)
			}
		})
	}
	wg.Wait()
	if err := a.Err(); err != nil {
		t.Error(err)
	}
	at, _ := a.Put([]byte("x"))
	a.Close()
	if got := a.Get(at); got != "" || a.Err() == nil || strings.Contains(a.Err().Error(), folder) {
		t.Errorf("of a closed file %q was read, with the error %v", got, a.Err())
	}
	if _, ok := a.Put([]byte("y")); ok {
		t.Error("a closed file was written")
	}
	if left := entries(t, folder); len(left) > 0 {
		t.Errorf("left %q", left)
	}

	var none *cache.Aside
	if none.Close(); none.Err() != nil {
		t.Error(none.Err())
	}
	root, folder = rootOf(t)
	golden.Write(t, filepath.Dir(folder), "")
	if cache.Open(root, dir).Aside() != nil {
		t.Error("a file in a folder that cannot be made")
	}
}
