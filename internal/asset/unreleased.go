//go:build !bundled

package asset

import (
	"embed"
	"io/fs"
)

// released is empty in a program built without the tag bundled: its libraries come from a report's node_modules.
var released fs.FS = embed.FS{}
