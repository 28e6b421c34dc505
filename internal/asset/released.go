//go:build bundled

package asset

import (
	"embed"
	"io/fs"
)

//go:embed bundled
var bundled embed.FS

// released contains the libraries as bundled by go generate, so that an installed program needs neither Node nor npm.
var released fs.FS = bundled
