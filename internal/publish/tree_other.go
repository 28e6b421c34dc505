//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package publish

import (
	"io/fs"
	"os"
	"path/filepath"
)

// A rootTree makes files below an os.Root, from which no link leads out.
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

func (t rootTree) mkdir(name string) error {
	path, err := filepath.Localize(name)
	if err != nil {
		return err
	}
	return t.root.Mkdir(path, folderPerm)
}

func (t rootTree) write(name string, data []byte, perm fs.FileMode) error {
	path, err := filepath.Localize(name)
	if err != nil {
		return err
	}
	f, err := t.root.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, perm)
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func (t rootTree) link(path, name string) error {
	local, err := filepath.Localize(name)
	if err != nil {
		return err
	}
	return os.Link(path, filepath.Join(t.root.Name(), local))
}

func (t rootTree) close() error { return t.root.Close() }
