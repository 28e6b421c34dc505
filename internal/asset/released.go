//go:build bundled

package asset

import (
	"embed"
	"io/fs"
)

//go:embed bundled
var bundled embed.FS

// released holds the libraries as go generate has bundled them, so that an
// installed program needs neither Node nor npm.
var released fs.FS = bundled
