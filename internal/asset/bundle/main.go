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
	"errors"
	"log"
	"os"
	"path/filepath"

	"burdenshare/internal/asset"
	"burdenshare/templates"
)

func main() {
	modules, folder := os.Args[1], os.Args[2]
	files, errs := asset.Release(templates.FS, modules)
	if len(errs) > 0 {
		log.Fatal(errs)
	}
	wrong := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o777))
	for name, data := range files {
		wrong = errors.Join(wrong, os.WriteFile(filepath.Join(folder, name), data, 0o666))
	}
	if wrong != nil {
		log.Fatal(wrong)
	}
}
