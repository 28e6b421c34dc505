// Package templates holds the default templates, so that an installed binary
// needs no templates folder: a root without one uses these.
package templates

import "embed"

// FS holds the templates and, below assets, the style sheets.
//
//go:embed *.html assets
var FS embed.FS
