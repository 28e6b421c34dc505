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
	"burdenshare/internal/lists"
	"burdenshare/internal/plainfile"
)

// LicencesFile is the path at which the licences of everything that readers are sent are published.
const LicencesFile = "licences.txt"

// mostTerms is the maximum number of bytes read of a licence or of a package.json.
const mostTerms = 1 << 20

// rule separates packages in the file.
var rule = "\n" + strings.Repeat("-", 72) + "\n\n"

// addLicences appends the licences of a library.
func (s *Set) addLicences(terms []byte) {
	s.Files[LicencesFile] = slices.Concat(s.Files[LicencesFile], []byte(rule), terms)
}

// ownLicence is that of the program's own style sheets and scripts, with which the file begins.
var ownLicence = "What this site sends to its readers besides its own texts and figures.\n\n" +
	"The style sheets and scripts of burdenshare:\n\n" + burdenshare.Licence

// A manifest is the package.json of an npm package.
type manifest struct {
	Name, Version, License string
	Dependencies           map[string]string
}

// licences returns the licences of a library in the node_modules below dir and of all packages it depends on, by their
// names. A package that cannot be read, or has no licence file, is listed with what its package.json says.
func (l Library) licences(dir string) []byte {
	found := map[string][]byte{}
	gather(filepath.Join(dir, "node_modules"), l.Package, found)
	list := lists.Each(slices.Sorted(maps.Keys(found)), func(name string) []byte { return found[name] })
	return bytes.Join(list, []byte(rule))
}

func gather(modules, name string, found map[string][]byte) {
	if found[name] != nil {
		return
	}
	dir := filepath.Join(modules, filepath.FromSlash(name))
	src, _ := plainfile.ReadPath(filepath.Join(dir, "package.json"), mostTerms) // empty if it does not exist
	m := manifest{Name: name}
	_ = json.Unmarshal(src, &m) // likewise
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s, %s\n", name, m.Version, m.License)
	entries, _ := os.ReadDir(dir) // in the order of their names
	for _, e := range entries {
		base, _, _ := strings.Cut(strings.ToUpper(e.Name()), ".")
		if slices.Contains([]string{"LICENSE", "LICENCE", "COPYING", "NOTICE"}, base) {
			text, _ := plainfile.ReadPath(filepath.Join(dir, e.Name()), mostTerms)
			fmt.Fprintf(&b, "\n%s\n", bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
		}
	}
	found[name] = b.Bytes()
	for needed := range m.Dependencies {
		gather(modules, needed, found)
	}
}
