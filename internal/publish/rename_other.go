//go:build !windows

package publish

import "os"

// rename gives a file or folder another name.
func rename(from, to string) error { return os.Rename(from, to) }
