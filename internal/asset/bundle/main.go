// Bundle makes the JavaScript libraries of a released program:
//
//	npm ci --ignore-scripts
//	go generate ./internal/asset
//	go build -tags bundled ./cmd/...
//
// It takes two arguments, the folder that contains node_modules and the folder to write, and is only run by go
// generate.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"burdenshare/internal/asset"
	"burdenshare/templates"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: bundle FOLDER-OF-NODE-MODULES FOLDER-TO-WRITE")
	}
	files, errs := asset.Release(templates.FS, args[0])
	if len(errs) > 0 {
		return errs
	}
	if err := os.RemoveAll(args[1]); err != nil {
		return err
	}
	if err := os.MkdirAll(args[1], 0o777); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(args[1], name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
