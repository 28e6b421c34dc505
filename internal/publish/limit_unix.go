//go:build unix

package publish

import (
	"os/signal"
	"syscall"
)

// HeedLimits makes writing beyond a limit on the size of files an error of that write. Otherwise the system ends the
// program.
func HeedLimits() { signal.Ignore(syscall.SIGXFSZ) }
