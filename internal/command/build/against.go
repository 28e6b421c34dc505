package build

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/impact"
	"burdenshare/internal/input"
	"burdenshare/internal/lists"
	"burdenshare/internal/load"
	"burdenshare/internal/site"
)

// readable returns the report that -against names. If its figures cannot be read, that is all that is said of the
// change and the result nil: it is no problem of the report, which may be what puts them right.
func (r *report) readable(old fs.FS) fs.FS {
	old = input.Texts(old)
	_, errs := dataset.Load(old)
	wrong := lists.Find(errs, func(e *diag.Error) bool { return e.Severity == diag.Err })
	if wrong == nil {
		return old
	}
	said := fmt.Sprintf("Nothing is compared, as those of %s cannot be read: %s: %s",
		r.options.against, wrong.Pos, wrong.Msg)
	r.change(&impact.Impact{Sections: []impact.Section{{Title: "Figures", Lines: []string{said}}}})
	return nil
}

// former returns the former report. If there are only figures, everything else is taken from now; if the rest cannot
// be read, only figures are compared.
func former(old fs.FS, now site.State, o *options) site.State {
	if _, err := fs.Stat(old, "config.toml"); err != nil {
		was := now
		was.Data, _ = load.Data(old, now.Config)
		return was
	}
	was, sound, errs := new(load.Reader).Read(old, load.Options{BaseURL: o.baseURL, Site: o.Options})
	elsewhere := slices.ContainsFunc(errs, func(e *diag.Error) bool {
		return e.Severity == diag.Err && !strings.HasPrefix(e.Pos.File, "templates/")
	})
	if !sound || elsewhere { // a template that this program cannot follow fails its own pages only
		was.Templates = nil
	}
	return was
}

// formerRoot returns the report in a folder, or in a commit of the repository that contains the root.
func formerRoot(root, name string) (fs.FS, error) {
	folder, none := os.OpenRoot(name)
	if none == nil {
		for _, old := range []fs.FS{input.Open(folder), input.Mounted{FS: input.Open(folder), Name: "data"}} {
			if _, err := fs.Stat(old, "data/members.csv"); err == nil {
				return old, nil
			}
		}
	}
	archive, err := gitArchive(root, name)
	if err != nil && none == nil {
		return nil, errors.New("the folder holds no data/members.csv")
	}
	return archive, err
}

// gitArchive returns what a report is made from as it was below the root in a commit, tag or branch. It uses git
// archive, so that nothing is checked out.
func gitArchive(root, ref string) (fs.FS, error) {
	if strings.HasPrefix(ref, "-") {
		return nil, errors.New("neither a folder nor a git ref") // git would take it for an option
	}
	list, err := git(root, "ls-tree", "-z", "--name-only", ref)
	if err != nil {
		return nil, fmt.Errorf("neither a folder with data nor a git ref: %w", err)
	}
	there := strings.Split(string(list), "\x00")
	paths := slices.DeleteFunc([]string{"config.toml", "content", "data", "templates"},
		func(name string) bool { return !slices.Contains(there, name) })
	if !slices.Contains(paths, "data") {
		return nil, errors.New("there is no data folder")
	}
	out, err := git(root, append([]string{"archive", "--format=zip", ref}, paths...)...)
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		return nil, fmt.Errorf("git's archive cannot be read: %w", err)
	}
	return archive, nil
}

// git runs a git command in the root. The error is the first line that git prints.
func git(root string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = root
	out, err := cmd.Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok && len(bytes.TrimSpace(failed.Stderr)) > 0 {
		said, _, _ := strings.Cut(strings.TrimSpace(string(failed.Stderr)), "\n")
		return nil, errors.New(said)
	}
	return out, err
}
