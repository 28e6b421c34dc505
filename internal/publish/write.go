package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"burdenshare/internal/plainfile"
)

// hash makes the hashes of all files, and their manifest.
func (s *site) hash(info BuildInfo, files map[string][]byte) {
	s.sums = make([]string, len(s.files))
	_ = s.each(func(i int, name string) error { // which does not fail
		s.sums[i] = sumOf(files[name])
		return nil
	})
	s.list(info, files)
}

// sumOf returns the SHA-256 of data in hexadecimal digits.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// writeTo fills the tree with all files and then their manifest, and returns how many files were not in the previous
// site. Those that were are the same file under a second name, where the system has such, until that site is removed.
func (s *site) writeTo(t tree, was *previous, files map[string][]byte) (written int, err error) {
	for _, name := range s.folders { // parents come first
		if err := t.mkdir(name); err != nil {
			return 0, fmt.Errorf("cannot make the folder %q: %w", name, plainfile.Cause(err))
		}
	}
	var n atomic.Int64
	err = s.each(func(i int, name string) error {
		if was.has(name, s.sums[i], int64(len(files[name]))) && t.link(was.path(name), name) == nil {
			return nil
		}
		n.Add(1)
		if err := t.write(name, files[name], filePerm); err != nil {
			return fmt.Errorf("cannot write %q: %w", name, plainfile.Cause(err))
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	if err := t.write(ManifestName, s.manifest, filePerm); err != nil {
		return 0, fmt.Errorf("cannot write %q: %w", ManifestName, plainfile.Cause(err))
	}
	return int(n.Load()) + 1, nil
}

// each does something with every file, as many at once as there are processors: more would only queue in the file
// system. After a failure no new file is begun; of several failures the first by name is returned.
func (s *site) each(do func(i int, name string) error) error {
	var (
		errs   = make([]error, len(s.files))
		next   atomic.Int64
		failed atomic.Bool
		wg     sync.WaitGroup
	)
	for range min(runtime.GOMAXPROCS(0), len(s.files)) {
		wg.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= len(s.files) {
					return
				}
				if errs[i] = do(i, s.files[i]); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
