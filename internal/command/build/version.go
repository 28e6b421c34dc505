package build

import (
	"runtime/debug"
	"strings"

	"burdenshare/internal/site"
)

// Version returns the version of the program, and the module version or the commit that this binary was built from.
func Version() string {
	s := "burdenshare " + site.Version
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return s
	}
	var more []string
	if v := info.Main.Version; v != "" && v != "(devel)" {
		more = append(more, info.Main.Path+" "+v)
	}
	for _, set := range info.Settings {
		if set.Key == "vcs.revision" {
			more = append(more, "commit "+set.Value)
		}
	}
	return s + " (" + strings.Join(append(more, info.GoVersion), ", ") + ")"
}
