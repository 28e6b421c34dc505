//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"
	"syscall"
)

// acquire makes the file unless it is there, and locks it; the system unlocks it when this process ends, however it
// ends. It returns errBusy if another holds the lock.
func acquire(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, filePerm)
	if err != nil {
		return nil, err
	}
	if err := flock(f); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func flock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errBusy
		}
		return err
	}
}

// release removes the file while it is still locked, so that nobody's but our own is removed.
func release(f *os.File) {
	os.Remove(f.Name())
	f.Close()
}

func busyHint(string) string { return "wait for it to finish" }
