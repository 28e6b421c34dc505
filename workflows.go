// Package burdenshare holds the workflows of this repository that any report
// can have, because a Go package can only hold files below its own folder.
package burdenshare

import "embed"

// Workflows are those workflows, by their path in the repository.
//
//go:embed .github/workflows/pages.yml .github/workflows/preview.yml
var Workflows embed.FS
