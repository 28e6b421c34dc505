package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
)

// against reads the former data that -against names: a folder, or a state of
// the repository that the root lies in.
func against(o *options) (*dataset.Dataset, error) {
	old, err := formerData(o.root, o.against)
	if err != nil {
		return nil, err
	}
	data, errs := dataset.Load(old)
	errs.Sort()
	for _, e := range errs {
		if e.Severity == diag.Err {
			return nil, fmt.Errorf("the data there cannot be read: %s: %s", e.Pos, e.Msg)
		}
	}
	return data, nil
}

func formerData(root, name string) (fs.FS, error) {
	info, err := os.Stat(name)
	folder := err == nil && info.IsDir()
	switch {
	case folder && isFile(filepath.Join(name, "data", "members.csv")):
		return os.DirFS(name), nil
	case folder && isFile(filepath.Join(name, "members.csv")):
		return dataFolder{os.DirFS(name)}, nil
	}
	archive, err := gitArchive(root, name)
	if err != nil && folder {
		return nil, errors.New("the folder holds no data/members.csv")
	}
	return archive, err
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// gitArchive gives data/ below the root as it is in a commit, tag or branch.
// Git itself is asked for an archive, so that nothing is checked out.
func gitArchive(root, ref string) (fs.FS, error) {
	if strings.HasPrefix(ref, "-") {
		return nil, errors.New("neither a folder nor a git ref") // git would take it for an option
	}
	cmd := exec.Command("git", "archive", "--format=zip", ref, "data")
	cmd.Dir = root
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	if err := cmd.Run(); err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(wrong.String()), "\n")
		if said == "" {
			said = err.Error()
		}
		return nil, fmt.Errorf("neither a folder with data nor a git ref: %s", said)
	}
	archive, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		return nil, fmt.Errorf("git's archive cannot be read: %w", err)
	}
	return archive, nil
}

// A dataFolder is a file system whose root is seen under the name data.
type dataFolder struct{ fs.FS }

// Open opens data or a file below it.
func (f dataFolder) Open(name string) (fs.File, error) {
	if name == "data" {
		return f.FS.Open(".")
	}
	below, ok := strings.CutPrefix(name, "data/")
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return f.FS.Open(below)
}
