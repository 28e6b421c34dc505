package publish

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"burdenshare/internal/plainfile"
)

// A previous site is the one that a folder holds.
type previous struct {
	folder   string
	manifest *Manifest
	data     []byte // of manifest.json
	written  time.Time
	files    map[string]File // as the manifest has them, by path
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
		p.manifest, p.files = before.manifest, before.files
		return p, nil
	}
	if err == nil {
		p.manifest, err = ReadManifest(p.data)
	}
	if err != nil {
		return nil, err
	}
	p.files = make(map[string]File, len(p.manifest.Files))
	for _, f := range p.manifest.Files {
		p.files[f.Path] = f
	}
	return p, nil
}

// has reports whether the previous site has a file, and still has it: whole, readable by
// everybody and not written after the manifest was. The manifest is written last, so a file with a later time was
// changed by another program. One that was written in the same moment is read, because file systems record times of
// some milliseconds apart as one.
func (p *previous) has(f File) bool {
	if p == nil || p.files[f.Path] != f {
		return false
	}
	path := p.path(f.Path)
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || !hasPerm(info, filePerm) || info.Size() != f.Bytes {
		return false
	}
	granularity := 20 * time.Millisecond
	if p.written.Nanosecond() == 0 {
		granularity = 2 * time.Second // the file system knows no parts of a second
	}
	if info.ModTime().Add(granularity).Before(p.written) {
		return true
	}
	now, err := plainfile.ReadPath(path, f.Bytes)
	return err == nil && sumOf(now) == f.SHA256
}

// path returns where a file of the previous site is.
func (p *previous) path(name string) string {
	local, err := filepath.Localize(name)
	if err != nil {
		return "" // which is no file
	}
	return filepath.Join(p.folder, local)
}

// whole reports whether the folder holds exactly what its manifest lists, and nothing else.
func (p *previous) whole() bool {
	folders := map[string]bool{".": true}
	for _, f := range p.manifest.Files {
		for dir := path.Dir(f.Path); !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
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
	if err != nil || n != len(p.manifest.Files)+len(folders)+1 { // and the manifest
		return false
	}
	info, err := os.Lstat(p.path(ManifestName))
	return err == nil && hasPerm(info, filePerm) &&
		!slices.ContainsFunc(p.manifest.Files, func(f File) bool { return !p.has(f) })
}

// Holds reports whether the folder out is exactly a site as it was written, by the SHA-256 of its manifest, and nothing
// is left beside it by a build that was killed.
func Holds(out, manifest string) (Stats, bool) {
	t, err := resolve(out)
	if err != nil || t.check() != nil || t.previous == nil || exists(t.stage()) {
		return Stats{}, false
	}
	p := t.previous
	if sumOf(p.data) != manifest || !p.whole() {
		return Stats{}, false
	}
	stats := Stats{Files: len(p.manifest.Files) + 1, Bytes: int64(len(p.data)), Manifest: manifest}
	for _, f := range p.manifest.Files {
		stats.Bytes += f.Bytes
	}
	return stats, true
}

// hasPerm reports whether a file or folder is readable as it is meant to be, where the system knows of that.
func hasPerm(info fs.FileInfo, perm fs.FileMode) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm() == perm
}
