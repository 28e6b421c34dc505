package asset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"burdenshare"
	"burdenshare/internal/plainfile"
)

// LicencesFile is the path at which the terms of all that readers are sent are published.
const LicencesFile = "licences.txt"

// mostTerms is how many bytes of a licence, or of what a package says of itself, are read.
const mostTerms = 1 << 20

// rule divides packages in the file.
var rule = "\n" + strings.Repeat("-", 72) + "\n\n"

// addLicences puts the terms of a library behind those of the program and of the libraries before it.
func (s *Set) addLicences(terms []byte) {
	s.Files[LicencesFile] = slices.Concat(s.Files[LicencesFile], []byte(rule), terms)
}

// ownLicence returns the terms of the program's own style sheets and scripts.
func ownLicence() []byte {
	return []byte("What this site sends to its readers besides its own texts and figures.\n\nThe style sheets and scripts of burdenshare:\n\n" + burdenshare.Licence)
}

// A manifest is what a package of npm says of itself.
type manifest struct {
	Name, Version, License string
	Dependencies           map[string]string
}

// licencesOf returns the terms of a package in a node_modules folder and of all that it needs, by their names. A package that
// cannot be read, or has no terms, is named with what it says of itself.
func licencesOf(modules, name string) []byte {
	found := map[string][]byte{}
	gather(modules, name, found)
	list := make([][]byte, 0, len(found))
	for _, name := range slices.Sorted(maps.Keys(found)) {
		list = append(list, found[name])
	}
	return bytes.Join(list, []byte(rule))
}

func gather(modules, name string, found map[string][]byte) {
	if found[name] != nil {
		return
	}
	dir := filepath.Join(modules, filepath.FromSlash(name))
	src, _ := plainfile.ReadPath(filepath.Join(dir, "package.json"), mostTerms) // it says nothing where it is not there
	m := manifest{Name: name}
	_ = json.Unmarshal(src, &m) // the same
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s, %s\n", name, m.Version, m.License)
	entries, _ := os.ReadDir(dir) // in the order of their names
	for _, e := range entries {
		if base, _, _ := strings.Cut(strings.ToUpper(e.Name()), "."); base == "LICENSE" || base == "LICENCE" || base == "COPYING" || base == "NOTICE" {
			text, _ := plainfile.ReadPath(filepath.Join(dir, e.Name()), mostTerms)
			fmt.Fprintf(&b, "\n%s\n", bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
		}
	}
	found[name] = b.Bytes()
	for needed := range m.Dependencies {
		gather(modules, needed, found)
	}
}
