package look

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"burdenshare/internal/diag"
)

// headers maps extensions to the format of the first line, which names the program's version.
var headers = map[string]string{".html": "{{/* %s */ -}}\n", ".css": "/* %s */\n", ".js": "// %s\n", ".toml": "# %s\n"}

// from matches such a line.
var from = regexp.MustCompile(`From burdenshare (\S+): `)

// Start returns one of the program's templates as the beginning of a report's own. Its first line has the program's
// version, so that a newer program can say which version it was written for.
func Start(program fs.FS, name, version string) ([]byte, error) {
	name = strings.TrimPrefix(path.Clean(name), Dir+"/")
	src, err := fs.ReadFile(program, name)
	if err != nil {
		names := Names(program)
		hint := diag.DidYouMean(name, names, "templates are "+strings.Join(names, ", "))
		return nil, fmt.Errorf("there is no template %q\n\thint: %s", name, hint)
	}
	return append(fmt.Appendf(nil, headers[path.Ext(name)], "From burdenshare "+version+": "+name), src...), nil
}

// Origin returns the version of the program that a template was copied from, or "".
func Origin(src string) string {
	if m := from.FindStringSubmatch(src[:min(len(src), 200)]); m != nil {
		return m[1]
	}
	return ""
}

// Names returns the names of the program's templates that a report can replace.
func Names(program fs.FS) []string {
	var names []string
	_ = fs.WalkDir(program, ".", func(name string, d fs.DirEntry, err error) error { // embedded, so it can be read
		if err == nil && !d.IsDir() && headers[path.Ext(name)] != "" && name != sheetFile {
			names = append(names, name)
		}
		return err
	})
	return names
}
