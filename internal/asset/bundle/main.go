// Bundle makes the JavaScript libraries that a released program holds:
//
//	npm ci --ignore-scripts
//	go generate ./internal/asset
//	go build -tags bundled ./cmd/...
//
// It takes two arguments, the folder that holds node_modules and the folder
// to write, and is run by go generate alone.
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
		return fmt.Errorf("give the folder of node_modules and the folder to write")
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
