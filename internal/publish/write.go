package publish

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// Before the umask, like everything a person makes by hand.
const (
	filePerm   = 0o644
	folderPerm = 0o755
)

// writeSite writes all files and then their manifest into the folder root, which it makes.
func (sys system) writeSite(root string, s *site, files map[string][]byte) error {
	if err := os.Mkdir(root, folderPerm); err != nil {
		return fmt.Errorf("cannot make a folder for the new site: %w", cause(err))
	}
	for _, name := range s.folders { // parents come first
		path, err := filepath.Localize(name)
		if err == nil {
			err = os.Mkdir(filepath.Join(root, path), folderPerm)
		}
		if err != nil {
			return fmt.Errorf("cannot make the folder %q: %w", name, cause(err))
		}
	}
	sums, err := sys.writeFiles(root, s.files, files)
	if err != nil {
		return err
	}
	list := manifest(s.about, s.files, files, sums)
	s.bytes += int64(len(list))
	if err := sys.writeFile(filepath.Join(root, ManifestName), list, filePerm); err != nil {
		return fmt.Errorf("cannot write %q: %w", ManifestName, cause(err))
	}
	return nil
}

// writeFiles writes the files and returns their hashes, in the order of names. As many are under way at once as there
// are processors: more would only queue in the file system. After a failure no new file is begun; of several failures
// the first by name is returned.
func (sys system) writeFiles(root string, names []string, files map[string][]byte) ([][sha256.Size]byte, error) {
	var (
		sums   = make([][sha256.Size]byte, len(names))
		errs   = make([]error, len(names))
		next   atomic.Int64
		failed atomic.Bool
		wg     sync.WaitGroup
	)
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		wg.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= len(names) {
					return
				}
				data := files[names[i]]
				sums[i] = sha256.Sum256(data)
				path, err := filepath.Localize(names[i])
				if err == nil {
					err = sys.writeFile(filepath.Join(root, path), data, filePerm)
				}
				if err != nil {
					errs[i] = fmt.Errorf("cannot write %q: %w", names[i], cause(err))
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
