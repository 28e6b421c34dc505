// Package publish puts a finished site into its folder, whole or not at all.
//
// In comes a map from slash path to bytes, and the folder to fill. Out comes that folder holding exactly those files,
// the manifest.json that lists them, and the folder's own .gitignore if it had one. The files are first written to a
// stage beside the folder (stage.go); then the two change places in one step where the system can do that (swap.go).
// Until that step nothing in the folder is touched, so a build that fails, is killed or fills the disk leaves the
// former site whole; what a killed build leaves behind is put right by the next one.
//
// The folder is replaced only if it is empty or carries the manifest of an earlier build (target.go): anything else
// belongs to somebody.
//
// The package does not know what the files are, where they came from, or that there are pages. It does not sync to
// the disk: a site can be built again, and waiting for the disk would cost more than the whole build.
package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Stats says what was published.
type Stats struct {
	Files int   // written by this program: the files given and manifest.json
	Bytes int64 // in those files

	// Warning is empty, or tells of something a person should look after although the site is in place: the former
	// site could not be removed from the stage.
	Warning string
}

// Write replaces the folder out by one holding files, a map from slash path to content, and their manifest.json.
// Parents of out are made as needed, and a symbolic link is followed: its target is replaced, the link stays.
//
// On an error out is as it was, and no stage is left behind. It is an error when
//   - files is empty, or a path is not valid on every system we know of (see layout);
//   - out is a file, a link to nothing, the root of a disk, a git working tree, or a folder that is not empty and
//     was not written by Write;
//   - another Write to the same folder is running;
//   - a file cannot be written, or the folders cannot change places.
func Write(out string, files map[string][]byte) (Stats, error) { return Record{}.Write(out, files) }

// Write is the function Write, with the record in the manifest.
func (about Record) Write(out string, files map[string][]byte) (Stats, error) {
	return system{os.WriteFile, exchange, rename}.publish(out, files, about)
}

// A system is the part of the operating system that can fail halfway; tests put failing ones in its place.
type system struct {
	writeFile func(name string, data []byte, perm fs.FileMode) error
	exchange  func(a, b string) error
	rename    func(from, to string) error
}

func (sys system) publish(out string, files map[string][]byte, about Record) (Stats, error) {
	site, err := layout(files)
	if err != nil {
		return Stats{}, err
	}
	site.about = about
	folder, err := resolve(out)
	if err != nil {
		return Stats{}, err
	}
	// Before the first change to the disk, so that a refused folder is refused for the reason that matters, not
	// because no stage could be made beside it.
	if err := folder.check(); err != nil {
		return Stats{}, err
	}
	st, err := sys.openStage(folder)
	if err != nil {
		return Stats{}, err
	}
	if err := sys.fill(st, folder, site, files); err != nil {
		return Stats{}, errors.Join(err, st.close())
	}
	stats := Stats{Files: len(site.files) + 1, Bytes: site.bytes}
	if err := st.close(); err != nil {
		stats.Warning = fmt.Sprintf("%s is published, but the former site could not be removed: %v", folder, err)
	}
	return stats, nil
}

// fill writes the stage and lets it change places with the folder.
func (sys system) fill(st *stage, folder *target, site *site, files map[string][]byte) error {
	// Again under the lock: a former site may have come back just now, or another build may have finished.
	if err := folder.check(); err != nil {
		return err
	}
	if err := sys.writeSite(st.site, site, files); err != nil {
		return fmt.Errorf("%w; %s was left as it was", err, folder)
	}
	// Last, so that an edit made during the build is not lost.
	if err := sys.keep(gitignore, folder.path, st.site); err != nil {
		return fmt.Errorf("cannot copy %s: %w; %s was left as it was", gitignore, cause(err), folder)
	}
	if err := sys.swap(st, folder); err != nil {
		return fmt.Errorf("the new site cannot take the place of %s: %w", folder, err)
	}
	return nil
}

// keep copies a file of the folder from, its mode included, to the folder to. A file that is not there is no error.
func (sys system) keep(name, from, to string) error {
	info, err := os.Lstat(filepath.Join(from, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(from, name))
	if err != nil {
		return err
	}
	copied := filepath.Join(to, name)
	if err := sys.writeFile(copied, data, info.Mode().Perm()|0o200); err != nil {
		return err
	}
	return os.Chmod(copied, info.Mode().Perm()) // WriteFile's mode went through the umask
}

// cause takes the operation and the path off an error of package os: paths in the stage mean nothing to a person.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
