//go:build !bundled

package asset

import "embed"

// released is empty in a program that was built without the tag bundled: its
// libraries come from a report's node_modules.
var released embed.FS
