package asset

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// Entries are the files that pages ask for by name.
var Entries = entries

// SetReleased makes a program that was released with some files.
func SetReleased(t *testing.T, files map[string][]byte) {
	was := released
	t.Cleanup(func() { released = was })
	m := fstest.MapFS{}
	for name, data := range files {
		m[releasedDir+"/"+name] = &fstest.MapFile{Data: data}
	}
	released = fs.FS(m)
}
