//go:build !windows

package publish

import "os"

// rename returns a file or folder another name.
func rename(from, to string) error { return os.Rename(from, to) }
