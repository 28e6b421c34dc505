//go:build unix

package plainfile

import (
	"os"
	"syscall"
)

// flags opens a file for reading. With O_NONBLOCK, opening a named pipe does not wait for a writer.
const flags = os.O_RDONLY | syscall.O_NONBLOCK
