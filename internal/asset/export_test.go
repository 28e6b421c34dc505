package asset

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// Entries lists the files that pages name.
var Entries = entries

// SetReleased simulates a program that was released with some files.
func SetReleased(t *testing.T, files map[string][]byte) {
	was := released
	t.Cleanup(func() { released = was })
	m := fstest.MapFS{}
	for name, data := range files {
		m[releasedDir+"/"+name] = &fstest.MapFile{Data: data}
	}
	released = fs.FS(m)
}
