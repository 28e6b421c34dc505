package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"burdenshare/internal/plainfile"

	"github.com/gofrs/flock"
)

// A stage is a folder beside the target, so that both are on one file system and can change places. Its name is made
// from the target's: the next build finds what a killed one left. It holds
//
//	lock   taken by the build that is running; the system lets go of it when that build dies
//	site   the new site while it is written; after the exchange, the former one while it is removed
//	old    the former site, where the exchange takes two renames (swap.go)
//	tar    in the stage of an archive: the new one while it is written (tar.go)
//
// The lock lies inside, not beside: when a build is over, nothing at all is left. And the site lies in a folder of its
// own, so that changing places with the target does not carry the lock away.
type stage struct {
	dir, site, old string
	tar            string
	lock           *flock.Flock
	keepOld        bool // old holds the only copy of the former site
}

// stage returns the folder in which a new site for the target is made.
func (t *target) stage() string {
	return filepath.Join(filepath.Dir(t.path), "."+filepath.Base(t.path)+"."+generator+"-new")
}

// errBusy is the error if a running build holds the lock, errRemoved if another build has just removed the file.
var (
	errBusy    = errors.New("another build is running")
	errRemoved = errors.New("another build has just ended")
)

// retrying looks again while another build is tidying up. If there is always yet another build, it is busy.
func retrying(look func() error) error {
	for range 100 {
		if err := look(); !errors.Is(err, errRemoved) {
			return err
		}
	}
	return errBusy
}

// openStage makes the stage for a target and takes its lock, then puts right what a killed build left there: a former
// site that was moved away and not yet replaced goes back to its place, half-written and half-removed ones go.
// It is an error if another build holds the lock, or if the stage's name is taken by something not recognisably ours.
func (ops fsOps) openStage(t *target) (*stage, error) {
	dir := t.stage()
	st := &stage{dir: dir, site: filepath.Join(dir, "site"), old: filepath.Join(dir, "old"),
		tar: filepath.Join(dir, "tar")}
	if err := os.MkdirAll(filepath.Dir(dir), folderPerm); err != nil {
		return nil, fmt.Errorf("cannot make the folder that is to hold %s: %w", t, plainfile.Cause(err))
	}
	err := retrying(func() error {
		err := st.enter()
		if errors.Is(err, fs.ErrNotExist) { // the build before removed the stage, empty as it was
			return errRemoved
		}
		return err
	})
	if info, none := os.Lstat(st.dir); err != nil && none == nil && info.IsDir() {
		os.Remove(st.dir) // if we made it; anybody else's is not empty, or is about to be made again
	}
	switch {
	case errors.Is(err, errBusy):
		return nil, refuse(fmt.Sprintf("another build is writing %s", t), "wait for it to finish")
	case err != nil:
		return nil, refuse(fmt.Sprintf("cannot prepare a new site beside %s: %v", t, plainfile.Cause(err)),
			"let the program write there and remove what is in its way, or choose another place")
	}

	if _, err := os.Lstat(t.path); errors.Is(err, fs.ErrNotExist) && exists(st.old) {
		if err := ops.rename(st.old, t.path); err != nil {
			st.leave() // and nothing removed: the former site is in there
			return nil, fmt.Errorf("an interrupted build left the former site in %s, "+
				"and it cannot be moved back to %s: %w", st.old, t, plainfile.Cause(err))
		}
	}
	if err := st.clear(); err != nil {
		st.leave()
		return nil, fmt.Errorf("cannot remove what an interrupted build left beside %s: %w", t, plainfile.Cause(err))
	}
	return st, nil
}

func (st *stage) lockName() string { return filepath.Join(st.dir, "lock") }

// enter makes the folder of the stage unless it is there, and takes its lock.
func (st *stage) enter() error {
	err := os.Mkdir(st.dir, folderPerm)
	if err == nil {
		err = os.Chmod(st.dir, folderPerm) // whatever the umask
	}
	switch {
	case errors.Is(err, fs.ErrNotExist): // but its folder is there, as that of all in /proc
		return errors.New("nothing can be written there")
	case err != nil && !errors.Is(err, fs.ErrExist):
		return err
	}
	if err := st.recognise(); err != nil {
		return err
	}
	lock := flock.New(st.lockName(), flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(filePerm))
	locked, err := lock.TryLock()
	switch {
	case err != nil:
		return err
	case !locked:
		return errBusy
	}
	// A lock on a file that its last holder has removed excludes no other build.
	mine, err := lock.Stat()
	if err == nil {
		var there fs.FileInfo
		if there, err = os.Lstat(st.lockName()); err == nil && os.SameFile(mine, there) {
			st.lock = lock
			return nil
		}
	}
	lock.Unlock()
	return errRemoved
}

// recognise refuses a folder that holds anything a stage never does, for clear would remove it.
func (st *stage) recognise() error {
	if info, err := os.Lstat(st.dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is in the way", st.dir)
	}
	entries, err := os.ReadDir(st.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		path := filepath.Join(st.dir, e.Name())
		folder, file := path == st.site || path == st.old, path == st.tar || path == st.lockName()
		if !(folder && e.IsDir() || file && e.Type().IsRegular()) {
			return fmt.Errorf("%s is in the way", path)
		}
	}
	return nil
}

// clear removes the sites in the stage.
func (st *stage) clear() error {
	err := errors.Join(os.RemoveAll(st.site), os.RemoveAll(st.tar))
	if !st.keepOld {
		err = errors.Join(err, os.RemoveAll(st.old))
	}
	return err
}

// leave lets go of the lock and removes the stage if nothing else is in it.
func (st *stage) leave() {
	if runtime.GOOS == "windows" { // where an open file cannot be removed
		st.lock.Close()
	}
	os.Remove(st.lockName()) // elsewhere while it is locked, so that only our own is removed
	st.lock.Unlock()
	os.Remove(st.dir) // fails when something was left, or when the next build is already in
}

// close clears the stage and leaves it. The error names what could not be removed; the next build will try again.
func (st *stage) close() error {
	defer st.leave()
	return st.clear()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
