// Build makes a burden-sharing report: it reads config.toml, data/, content/
// and templates/ and writes a complete static site into public/. It is
// burdenshare build and nothing else; internal/command/build is its table of
// contents.
package main

import (
	"os"

	"burdenshare/internal/command/build"
)

func main() { os.Exit(build.Run(os.Args[1:], os.Stdout, os.Stderr)) }
