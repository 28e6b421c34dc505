package build

import (
	"io/fs"
	"regexp"
	"runtime/debug"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/input"
	"burdenshare/internal/publish"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

var isCommit = regexp.MustCompile(`^[0-9a-f]{7,64}$`)

// record returns what the site is made from, for the manifest. The day is the newest one that the sources name, not
// that of the build, so that two builds of the same sources on two days have the same manifest.
func (r *report) record(root fs.FS) (publish.BuildInfo, error) {
	sources, err := input.About(root, templates.FS, r.options.AsOf)
	if err != nil {
		return publish.BuildInfo{}, err
	}
	return publish.BuildInfo{Version: site.Version, Commit: r.options.commit, Inputs: sources.Sum(),
		AsOf: sources.Day.String(), BaseURL: r.tally.BaseURL, Drafts: r.options.Drafts}, nil
}

// placed reports file names that are invalid on some systems, also if nothing is written.
func placed(files map[string][]byte) diag.List {
	var errs diag.List
	for _, fault := range publish.RefusedPaths(files) {
		errs.Errorf(diag.Pos{File: "public/" + fault.Path}, "cannot publish it: %v", fault.Reason).
			Hint("with another name, slug or folder it has another address")
	}
	return errs
}

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
