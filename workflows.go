// Package burdenshare holds files of this repository that every report needs,
// because a Go package can only hold files below its own folder.
package burdenshare

import "embed"

// Workflows are the workflows that any report can have, by their path in the repository.
//
//go:embed .github/workflows/pages.yml .github/workflows/preview.yml
var Workflows embed.FS

// Licence is the text of the terms of this program.
//
//go:embed LICENSE
var Licence string
