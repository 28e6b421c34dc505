package publish

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"burdenshare/internal/plainfile"
)

// A previous site is the one that a folder holds.
type previous struct {
	folder   string
	manifest *Manifest
	data     []byte // of manifest.json
	written  time.Time
	sums     map[string]string // SHA-256 in hexadecimal digits, by path
}

// mostManifest is how many bytes of a manifest are read: a million files have no more.
const mostManifest = 256 << 20

// readPrevious reads the manifest that this package wrote into a folder, which may have been read before.
func readPrevious(folder string, before *previous) (*previous, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	p := &previous{folder: folder}
	info, err := root.Lstat(ManifestName) // before it is read: what is written later is newer
	if err == nil {
		p.written = info.ModTime()
		p.data, err = plainfile.Read(root, ManifestName, mostManifest)
	}
	if err == nil && before != nil && bytes.Equal(p.data, before.data) {
		p.manifest, p.sums = before.manifest, before.sums
		return p, nil
	}
	if err == nil {
		p.manifest, err = ReadManifest(p.data)
	}
	if err != nil {
		return nil, err
	}
	p.sums = make(map[string]string, len(p.manifest.Files))
	for _, f := range p.manifest.Files {
		p.sums[f.Path] = f.SHA256
	}
	return p, nil
}

// has reports whether the previous site has a file of this hash, and still has it: whole, readable by everybody and not
// written after the manifest was. The manifest is written last, so a file with a later time is somebody else's work. One
// that was written in the same moment is read, because file systems tell times of some milliseconds apart as one.
func (p *previous) has(name, sum string, data []byte) bool {
	if p == nil || p.sums[name] != sum {
		return false
	}
	path := p.path(name)
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || !hasPerm(info, filePerm) || info.Size() != int64(len(data)) {
		return false
	}
	moment := 20 * time.Millisecond
	if p.written.Nanosecond() == 0 {
		moment = 2 * time.Second // the file system knows no parts of a second
	}
	if info.ModTime().Add(moment).Before(p.written) {
		return true
	}
	now, err := plainfile.ReadPath(path, int64(len(data)))
	return err == nil && bytes.Equal(now, data)
}

// path returns where a file of the previous site is.
func (p *previous) path(name string) string {
	local, err := filepath.Localize(name)
	if err != nil {
		return "" // which is no file
	}
	return filepath.Join(p.folder, local)
}

// is reports whether the folder holds exactly the site: its manifest, every file and folder, and nothing else.
func (p *previous) is(s *site, files map[string][]byte) bool {
	if p == nil || !bytes.Equal(p.data, s.manifest) {
		return false
	}
	n := 0
	err := filepath.WalkDir(p.folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path == filepath.Join(p.folder, gitignore) {
			return nil
		}
		n++
		if !d.IsDir() {
			return nil // counted here; looked at below
		}
		info, err := d.Info()
		if err == nil && !hasPerm(info, folderPerm) {
			err = fs.ErrPermission
		}
		return err
	})
	if err != nil || n != len(s.files)+len(s.folders)+2 { // and the manifest, and the folder itself
		return false
	}
	for i, name := range s.files {
		if !p.has(name, s.sums[i], files[name]) {
			return false
		}
	}
	info, err := os.Lstat(p.path(ManifestName))
	return err == nil && hasPerm(info, filePerm)
}

// hasPerm reports whether a file or folder is readable as it is meant to be, where the system knows of that.
func hasPerm(info fs.FileInfo, perm fs.FileMode) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm() == perm
}
