package publish

import (
	"crypto/sha256"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// writeSite writes all files and then their manifest into the tree.
func (s *site) writeSite(t tree, files map[string][]byte) error {
	for _, name := range s.folders { // parents come first
		if err := t.mkdir(name); err != nil {
			return fmt.Errorf("cannot make the folder %q: %w", name, cause(err))
		}
	}
	sums, err := s.writeFiles(t, files)
	if err != nil {
		return err
	}
	list := manifest(s.info, s.files, files, sums)
	s.bytes += int64(len(list))
	if err := t.write(ManifestName, list, filePerm); err != nil {
		return fmt.Errorf("cannot write %q: %w", ManifestName, cause(err))
	}
	return nil
}

// writeFiles writes the files and returns their hashes, in the order of names. As many are under way at once as there
// are processors: more would only queue in the file system. After a failure no new file is begun; of several failures
// the first by name is returned.
func (s *site) writeFiles(t tree, files map[string][]byte) ([][sha256.Size]byte, error) {
	var (
		sums   = make([][sha256.Size]byte, len(s.files))
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
				name := s.files[i]
				sums[i] = sha256.Sum256(files[name])
				if err := t.write(name, files[name], filePerm); err != nil {
					errs[i] = fmt.Errorf("cannot write %q: %w", name, cause(err))
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return sums, nil
}
