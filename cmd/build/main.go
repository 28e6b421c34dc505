// Build builds a burden-sharing report: it reads config.toml, data/, content/ and templates/ and writes a complete
// static site to public/. It is the same as burdenshare build; see internal/command/build.
package main

import (
	"os"

	"burdenshare/internal/command/build"
)

func main() { os.Exit(build.Run(os.Args[1:], os.Stdout, os.Stderr)) }
