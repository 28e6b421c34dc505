// Package publish puts a finished site into its folder, whole or not at all.
//
// In comes a map from slash path to bytes, and the folder to fill. Out comes that folder holding exactly those files,
// the manifest.json that lists them, and the folder's own .gitignore if it had one. The files are first written to a
// stage beside the folder (stage.go); then the two change places in one step where the system can do that (swap.go).
// Until that step nothing in the folder is touched, so a build that fails, is killed or fills the disk leaves the
// former site whole; what a killed build leaves behind is put right by the next one. A file that is the same as in the
// former site is not written again (previous.go), and every file is readable by everybody, whatever the umask.
//
// The folder is replaced only if it is empty or carries the manifest of an earlier build (target.go): anything else
// belongs to somebody.
//
// The package does not know what the files are, where they came from, or that there are pages. It does not sync to
// the disk: a site can be built again, and waiting for the disk would cost more than the whole build.
package publish

import (
	"bytes"
	"errors"
	"fmt"

	"burdenshare/internal/plainfile"
)

// Stats says what was published.
type Stats struct {
	Files   int   // of the site: the files given and manifest.json
	Bytes   int64 // in those files
	Written int   // files that are not the previous site's

	Manifest string // its SHA-256 in hexadecimal digits

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
func Write(out string, files map[string][]byte) (Stats, error) { return BuildInfo{}.Write(out, files) }

// Write is the function Write, with what the site was made from in the manifest.
func (info BuildInfo) Write(out string, files map[string][]byte) (Stats, error) {
	return fsOps{newTree, exchange, rename}.publish(out, files, info)
}

// fsOps are what a file system does for a build, and can fail to do halfway; tests put failing ones in their place.
type fsOps struct {
	newTree  func(path string) (tree, error)
	exchange func(a, b string) error
	rename   func(from, to string) error
}

func (ops fsOps) publish(out string, files map[string][]byte, info BuildInfo) (Stats, error) {
	site, err := layout(files)
	if err != nil {
		return Stats{}, err
	}
	folder, err := resolve(out)
	if err != nil {
		return Stats{}, err
	}
	// Before the first change to the disk, so that a refused folder is refused for the reason that matters, not
	// because no stage could be made beside it.
	if err := patiently(folder.check); err != nil {
		return Stats{}, err
	}
	st, err := ops.openStage(folder)
	if err != nil {
		return Stats{}, err
	}
	site.hash(info, files)
	stats := Stats{Files: len(site.files) + 1, Bytes: site.bytes, Manifest: sumOf(site.manifest)}
	if stats.Written, err = ops.fill(st, folder, site, files); err != nil {
		return Stats{}, errors.Join(err, st.close())
	}
	if err := st.close(); err != nil {
		stats.Warning = fmt.Sprintf("%s is published, but the former site could not be removed: %v", folder, err)
	}
	return stats, nil
}

// fill writes the stage and lets it change places with the folder, unless that holds the same already. It returns how
// many files it has written.
func (ops fsOps) fill(st *stage, folder *target, site *site, files map[string][]byte) (written int, err error) {
	// Again under the lock: a former site may have come back just now, or another build may have finished.
	if err := folder.check(); err != nil {
		return 0, err
	}
	if p := folder.previous; p != nil && bytes.Equal(p.data, site.manifest) && p.whole() {
		return 0, nil
	}
	t, err := ops.newTree(st.site)
	if err != nil {
		return 0, fmt.Errorf("cannot make a folder for the new site: %w; %s was left as it was", plainfile.Cause(err), folder)
	}
	written, err = site.writeTo(t, folder.previous, files)
	if err == nil { // last, so that an edit made during the build is not lost
		err = folder.keep(t)
	}
	if closed := t.close(); err == nil {
		err = closed
	}
	if err != nil {
		return 0, fmt.Errorf("%w; %s was left as it was", err, folder)
	}
	if err := ops.swap(st, folder); err != nil {
		return 0, fmt.Errorf("the new site cannot take the place of %s: %w", folder, err)
	}
	return written, nil
}
