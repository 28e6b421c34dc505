//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package publish

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
)

// A rootTree makes files below an os.Root, from which no link leads out. Names have been found good by layout.
type rootTree struct{ root *os.Root }

// newTree makes a folder and returns it as a tree.
func newTree(path string) (tree, error) {
	if err := os.Mkdir(path, folderPerm); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return rootTree{root}, nil
}

func (t rootTree) mkdir(name string) error { return t.root.Mkdir(name, folderPerm) }

func (t rootTree) write(name string, data []byte, perm fs.FileMode) error {
	f, err := t.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return cmp.Or(err, f.Close())
}

func (t rootTree) link(path, name string) error {
	return os.Link(path, filepath.Join(t.root.Name(), name))
}

func (t rootTree) close() error { return t.root.Close() }
