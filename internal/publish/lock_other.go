//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd || windows)

package publish

import (
	"errors"
	"io/fs"
	"os"
)

// acquire makes the file, whose being there is the lock. It returns errBusy if it is there already, which here may also
// mean that a build was killed.
func acquire(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, filePerm)
	if errors.Is(err, fs.ErrExist) {
		return nil, errBusy
	}
	return f, err
}

// release closes and removes the file.
func release(f *os.File) {
	f.Close()
	os.Remove(f.Name())
}

func busyHint(lock string) string {
	return "wait for it to finish; if no build is running, one was killed: remove " + lock
}
