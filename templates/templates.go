// Package templates holds the default templates, so that an installed binary
// needs no templates folder: a root without one uses these.
package templates

import "embed"

// FS holds the templates, the words they say and, below assets, the style sheets and scripts.
//
//go:embed *.html *.toml assets
var FS embed.FS
