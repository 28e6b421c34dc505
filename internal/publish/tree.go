package publish

import "io/fs"

// Whatever the umask: a site is there to be read by a server, which is another user.
const (
	filePerm   = 0o644
	folderPerm = 0o755
)

// A tree is a new folder that is being filled. Names in it are slash paths, whose folders are made before what is in
// them. Everything is made anew: a name that is taken, be it by a link, is an error.
type tree interface {
	mkdir(name string) error
	write(name string, data []byte, perm fs.FileMode) error
	link(path, name string) error // adds a second name here for a file elsewhere
	close() error
}
