package publish

import "golang.org/x/sys/unix"

// exchange lets two names change places in one step. Some file systems cannot; that is an error, and nothing changes.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
