//go:build bundled

package asset

import "embed"

// released holds the libraries as go generate has bundled them, so that an
// installed program needs neither Node nor npm.
//
//go:embed bundled
var released embed.FS
