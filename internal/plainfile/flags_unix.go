//go:build unix

package plainfile

import (
	"os"
	"syscall"
)

// flags open a file for reading. Opening a named pipe would wait for somebody to write into it, were it not for the last.
const flags = os.O_RDONLY | syscall.O_NONBLOCK
