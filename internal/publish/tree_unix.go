//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"io/fs"

	"golang.org/x/sys/unix"
)

// A unixTree makes files by the handle of its folder: the system looks up no path above it, which is a third of the
// work of writing a small file, and whoever moves a folder above cannot lead it astray.
type unixTree struct {
	fd     int
	masked bool // the umask takes off what it should not
}

// newTree makes a folder and returns it as a tree.
func newTree(path string) (tree, error) {
	if err := uninterrupted(func() error { return unix.Mkdir(path, folderPerm) }); err != nil {
		return nil, err
	}
	t := &unixTree{}
	err := uninterrupted(func() (err error) {
		t.fd, err = unix.Open(path, unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		return err
	})
	if err != nil {
		return nil, err
	}
	var info unix.Stat_t
	if err = unix.Fstat(t.fd, &info); err == nil && info.Mode&0o777 != folderPerm {
		t.masked = true // and so it would be with every file
		err = unix.Fchmod(t.fd, folderPerm)
	}
	if err != nil {
		return nil, errors.Join(err, t.close())
	}
	return t, nil
}

func (t *unixTree) mkdir(name string) error {
	err := uninterrupted(func() error { return unix.Mkdirat(t.fd, name, folderPerm) })
	if err == nil && t.masked {
		err = unix.Fchmodat(t.fd, name, folderPerm, 0)
	}
	return err
}

func (t *unixTree) write(name string, data []byte, perm fs.FileMode) error {
	var fd int
	err := uninterrupted(func() (err error) {
		fd, err = unix.Openat(t.fd, name, unix.O_CREAT|unix.O_EXCL|unix.O_WRONLY|unix.O_CLOEXEC, filePerm)
		return err
	})
	if err != nil {
		return err
	}
	if t.masked || perm != filePerm {
		err = unix.Fchmod(fd, uint32(perm))
	}
	for err == nil && len(data) > 0 {
		var n int
		err = uninterrupted(func() (err error) { n, err = unix.Write(fd, data); return err })
		data = data[max(n, 0):]
	}
	return closed(fd, err)
}

// closed closes a file after writing, which had an error or nil, and returns the first error: on some file systems a
// full disk is seen only here.
func closed(fd int, err error) error {
	last := unix.Close(fd)
	if err == nil && last != unix.EINTR { // which closes it all the same
		return last
	}
	return err
}

func (t *unixTree) link(path, name string) error {
	return uninterrupted(func() error { return unix.Linkat(unix.AT_FDCWD, path, t.fd, name, 0) })
}

func (t *unixTree) close() error { return unix.Close(t.fd) }

// uninterrupted calls the system again when a signal came between.
func uninterrupted(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}
