package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// acquire makes the file unless it is there, and locks it; the system unlocks it when this process ends, however it
// ends. It returns errBusy if another holds the lock.
func acquire(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, filePerm)
	if err != nil {
		return nil, err
	}
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, new(windows.Overlapped))
	if err == nil {
		return f, nil
	}
	f.Close()
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return nil, errBusy
	}
	return nil, err
}

// release closes the file first: an open one cannot be removed here, be it ours or that of a build that comes between.
func release(f *os.File) {
	f.Close()
	os.Remove(f.Name())
}

func busyHint(string) string { return "wait for it to finish" }
