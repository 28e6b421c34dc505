// Widths writes the table of advances of the typeface that drawings are measured in, from its files in node_modules:
//
//	npm ci --ignore-scripts
//	go generate ./internal/textmetrics
//
// It takes two arguments, the folder of the package's files and the file to write, and is run by go generate alone.
package main

import (
	"log"
	"os"

	"burdenshare/internal/textmetrics"
)

func main() {
	table, err := textmetrics.TableOf(os.Args[1])
	if err == nil {
		err = os.WriteFile(os.Args[2], table, 0o666)
	}
	if err != nil {
		log.Fatal(err)
	}
}
