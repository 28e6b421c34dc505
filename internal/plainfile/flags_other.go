//go:build !unix

package plainfile

import "os"

// flags open a file for reading.
const flags = os.O_RDONLY
