package publish

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
)

// Whatever the umask: a site is there to be read by a server, which is another user.
const (
	filePerm   = 0o644
	folderPerm = 0o755
)

// A tree is a new folder that is being filled. Names in it are slash paths, whose folders are made before what is in
// them. Everything is made anew: a name that is taken, be it by a link, is an error.
type tree interface {
	mkdir(name string) error
	write(name string, data []byte, perm fs.FileMode) error
	link(path, name string) error // adds a second name here for a file elsewhere
	close() error
}

// A rootTree makes files below an os.Root, from which no link leads out. Names have been found good by layout.
type rootTree struct {
	root   *os.Root
	masked bool // the umask takes off what it should not
}

// newTree makes a folder and returns it as a tree.
func newTree(path string) (tree, error) {
	if err := os.Mkdir(path, folderPerm); err != nil {
		return nil, err
	}
	info, err := os.Lstat(path)
	t := &rootTree{masked: err == nil && !hasPerm(info, folderPerm)}
	if t.masked { // and so it would be with every file
		err = os.Chmod(path, folderPerm)
	}
	if err == nil {
		t.root, err = os.OpenRoot(path)
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

func (t *rootTree) mkdir(name string) error {
	err := t.root.Mkdir(name, folderPerm)
	if err == nil && t.masked {
		err = t.root.Chmod(name, folderPerm)
	}
	return err
}

func (t *rootTree) write(name string, data []byte, perm fs.FileMode) error {
	f, err := t.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, filePerm)
	if err != nil {
		return err
	}
	if t.masked || perm != filePerm {
		err = f.Chmod(perm)
	}
	if err == nil {
		_, err = f.Write(data)
	}
	return cmp.Or(err, f.Close()) // on some file systems a full disk is seen only there
}

func (t *rootTree) link(path, name string) error {
	return os.Link(path, filepath.Join(t.root.Name(), name))
}

func (t *rootTree) close() error { return t.root.Close() }
