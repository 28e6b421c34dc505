package publish

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"sync/atomic"

	"burdenshare/internal/parallel"
)

// hash makes the entries of all files, but for those that are known, and their manifest.
func (s *site) hash(info BuildInfo, files map[string][]byte, known map[string]File) {
	s.entries = make([]File, len(s.files))
	parallel.Do(len(s.files), func(i int) {
		name := s.files[i]
		f, ok := known[name]
		if !ok {
			f = File{Path: name, Bytes: int64(len(files[name])), SHA256: sumOf(files[name])}
		}
		s.entries[i] = f
	})
	for _, f := range s.entries {
		s.bytes += f.Bytes
	}
	s.list(info)
}

// sumOf returns the SHA-256 of data in hexadecimal digits.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// each does something with every file, as many at once as there are processors: more would only queue in the file
// system. After a failure no new file is begun; of several failures the first by name is returned.
func (s *site) each(do func(i int, name string) error) error {
	errs := make([]error, len(s.files))
	var failed atomic.Bool
	parallel.Do(len(s.files), func(i int) {
		if !failed.Load() {
			if errs[i] = do(i, s.files[i]); errs[i] != nil {
				failed.Store(true)
			}
		}
	})
	return cmp.Or(errs...)
}
