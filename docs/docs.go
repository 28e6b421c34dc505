// Package docs holds the guides, so that the program can print them.
package docs

import "embed"

// FS holds the guides, each a Markdown file.
//
//go:embed *.md
var FS embed.FS
