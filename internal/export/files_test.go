package export

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
)

// TestFiles holds that files are made in no greater number at once than there are processors, and that none of them is
// kept that was handed on.
func TestFiles(t *testing.T) {
	var alive, most, bytes atomic.Int64
	made := map[string][]byte{}
	f := NewFiles(made, nil, func(_ string, data []byte) []byte {
		bytes.Add(int64(len(data)))
		return nil
	}, nil)
	for i := range 200 {
		f.Do(func() {
			for now := alive.Add(1); now > most.Load(); {
				most.Store(now)
			}
			f.Add(fmt.Sprint(i, ".png"), make([]byte, 1000))
			runtime.Gosched()
			alive.Add(-1)
		})
	}
	if f.Has("7.png") || alive.Load() != 0 {
		t.Error("a file is made before its turn")
	}
	f.Make()
	if n := int(most.Load()); n < 1 || n > runtime.GOMAXPROCS(0) {
		t.Errorf("%d files at once on %d processors", n, runtime.GOMAXPROCS(0))
	}
	if len(made) != 200 || bytes.Load() != 200_000 || !f.Has("7.png") || f.Has("200.png") {
		t.Errorf("%d files of %d bytes", len(made), bytes.Load())
	}
	for name, data := range made {
		if data != nil {
			t.Errorf("%s is kept", name)
		}
	}
}
