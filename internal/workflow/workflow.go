// Package workflow provides what a report's repository needs on GitHub: workflows that check, preview and publish it
// with the action of a released program.
//
// They are the workflows of the program's own repository, which use the action of its own source. The package knows
// nothing about reports.
package workflow

import (
	"bytes"
	_ "embed" // the updates

	"burdenshare"
)

//go:embed dependabot.yml
var dependabot []byte

// local is the name of the action in the program's own repository.
const local = "./"

// Files returns the files by their path below the root of a repository. The action is named as in a step: preferably
// OWNER/NAME@COMMIT # v0.1.0, or OWNER/NAME@v0.1.0.
func Files(action string) map[string][]byte {
	files := map[string][]byte{".github/dependabot.yml": dependabot}
	for _, name := range []string{".github/workflows/pages.yml", ".github/workflows/preview.yml"} {
		src, err := burdenshare.Workflows.ReadFile(name)
		if err != nil {
			panic(err) // it is embedded
		}
		files[name] = bytes.ReplaceAll(src, []byte("uses: "+local+"\n"), []byte("uses: "+action+"\n"))
	}
	return files
}
