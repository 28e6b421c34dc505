package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"burdenshare/internal/plainfile"
)

// A target is the folder to replace.
type target struct {
	path  string // absolute, and no symbolic link itself
	given string // as the caller wrote it, for messages
	file  bool   // it is to be an archive

	previous   *previous // nil where the folder holds no site of ours
	ignore     []byte    // its .gitignore, nil for none
	ignorePerm fs.FileMode
}

// String returns the folder's name in messages: "public/", or that of a file.
func (t *target) String() string {
	name := filepath.ToSlash(filepath.Clean(t.given))
	if t.file {
		return name
	}
	return name + "/"
}

// resolve finds the folder that out means, which need not exist. A link is followed, because replacing the link itself
// would break what its owner set up; one that leads nowhere is refused, as is the root of a disk.
func resolve(out string) (*target, error) {
	if out == "" {
		return nil, errors.New("no folder was given to publish to; nothing was changed")
	}
	path, err := filepath.Abs(out)
	if err != nil {
		return nil, fmt.Errorf("cannot find %s: %w; nothing was changed", out, err)
	}
	if _, err := os.Lstat(path); err == nil {
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return nil, refuse(out+" is a symbolic link that cannot be followed",
				"remove it, or make the folder it names")
		}
	}
	if filepath.Dir(path) == path {
		return nil, refuse(out+" is the root of a disk", "choose a folder of its own for the site")
	}
	return &target{path: path, given: out}, nil
}

// check refuses a target that is not ours to replace. Its error is errRemoved when another build took it away
// meanwhile. A missing folder is fine, and so is one that is empty but for its .gitignore, which is kept, or that an
// earlier build has filled.
func (t *target) check() error {
	before := t.previous
	t.previous = nil
	entries, err := os.ReadDir(t.path)
	if info, _ := os.Lstat(t.path); info != nil && !info.IsDir() {
		return refuse(t.given+" is not a folder", "remove it, or choose another place for the site")
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot read %s: %w; nothing was changed", t, plainfile.Cause(err))
	}
	empty := true
	for _, e := range entries {
		switch e.Name() {
		case gitignore:
			if !e.Type().IsRegular() {
				return refuse(fmt.Sprintf("%s%s is not a plain file", t, gitignore), "make it one, or remove it")
			}
			continue
		case ".git":
			return refuse(fmt.Sprintf("%s holds .git, which would be lost", t),
				"publish to a folder without .git and copy the site from there")
		}
		empty = false
	}
	if empty {
		return nil
	}
	t.previous, err = readPrevious(t.path, before)
	listed := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == ManifestName })
	if errors.Is(err, fs.ErrNotExist) && listed {
		return errRemoved
	}
	if err != nil {
		return refuse(fmt.Sprintf("%s is not empty and was not written by %s", t, generator),
			"choose another folder, or empty this one first")
	}
	return nil
}

// keep copies the .gitignore of the folder, if it has one, into the tree that is to take its place.
func (t *target) keep(to tree) error {
	name := filepath.Join(t.path, gitignore)
	info, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		t.ignorePerm = info.Mode().Perm()
		t.ignore, err = plainfile.ReadPath(name, mostManifest)
	}
	if err == nil {
		err = to.write(gitignore, t.ignore, t.ignorePerm)
	}
	if err != nil {
		return fmt.Errorf("cannot copy %s: %w", gitignore, plainfile.Cause(err))
	}
	return nil
}

// restore puts the .gitignore back into the folder.
func (t *target) restore() error {
	if t.ignore == nil {
		return nil
	}
	name := filepath.Join(t.path, gitignore)
	return errors.Join(os.WriteFile(name, t.ignore, 0o600), os.Chmod(name, t.ignorePerm))
}

// refuse returns the error for something that a person has to put right before anything is written.
func refuse(reason, hint string) error {
	return fmt.Errorf("%s; nothing was changed\n\thint: %s", reason, hint)
}
