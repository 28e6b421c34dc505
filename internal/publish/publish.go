// Package publish puts a finished site into its folder, whole or not at all.
//
// In come files by their slash paths, as they are made or all at once, and the folder to fill (Writer) or the archive
// (TarWriter). Out comes that folder holding exactly those files, the manifest.json that lists them, and the folder's
// own .gitignore if it had one. The files are first written to a stage beside the folder (stage.go); then the two
// change places in one step where the system can do that (swap.go). Until that step nothing in the folder is touched,
// so a build that fails, is killed or fills the disk leaves the former site whole; what a killed build leaves behind is
// put right by the next one. A file that is the same as in the former site is not written again (previous.go), and
// every file is readable by everybody, whatever the umask.
//
// The folder is replaced only if it is empty or carries the manifest of an earlier build (target.go): anything else
// belongs to somebody.
//
// The package does not know what the files are, where they came from, or that there are pages. It does not sync to
// the disk: a site can be built again, and waiting for the disk would cost more than the whole build.
package publish

// Stats counts what was published.
type Stats struct {
	Files   int   // of the site: the files given and manifest.json
	Bytes   int64 // in those files
	Written int   // files that are not the previous site's

	Manifest string // its SHA-256 in hexadecimal digits

	// Warning is empty, or describes a problem to correct although the site is in place: the former site could not be
	// removed from the stage.
	Warning string
}

// fsOps are what a file system does for a build, and can fail to do halfway; tests put failing ones in their place.
type fsOps struct {
	newTree  func(path string) (tree, error)
	exchange func(a, b string) error
	rename   func(from, to string) error
}
