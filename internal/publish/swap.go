package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"burdenshare/internal/plainfile"
)

// swap puts the site in the stage in the target's place; what was there is afterwards in the stage. A web server that
// reads the target sees the former site or the new one, and where the system can exchange two names, nothing between.
// Elsewhere it takes two renames, and a build killed between them leaves the former site in the stage, from where
// openStage moves it back. On an error the target is as it was, or the error names its place.
func (ops fsOps) swap(st *stage, t *target) error {
	if !exists(t.path) {
		return ops.rename(st.site, t.path)
	}
	if ops.exchange(st.site, t.path) == nil {
		return nil
	}
	// Whatever the reason was, two renames work or fail with an error that can be reported.
	err := ops.rename(t.path, st.old)
	if errors.Is(err, syscall.EXDEV) && ops.replaceEmpty(st, t) == nil {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w; it was left as it was\n\thint: a folder that is mounted or in use cannot be replaced; "+
			"choose another, or a new one inside it", plainfile.Cause(err))
	}
	if err = ops.rename(st.site, t.path); err == nil {
		return nil
	}
	if back := ops.rename(st.old, t.path); back != nil {
		st.keepOld = true
		return fmt.Errorf("%w; the former site is in %s, and the next build will try to move it back",
			plainfile.Cause(err), st.old)
	}
	return fmt.Errorf("%w; it was left as it was", plainfile.Cause(err))
}

// replaceEmpty puts the site in the place of a folder that can be removed but not renamed, as one from a lower layer of
// a container image. A fresh clone in an image has such a public/, empty but for its .gitignore: there is no former
// site to lose, and the .gitignore is in the stage already. On an error the folder is as it was.
func (ops fsOps) replaceEmpty(st *stage, t *target) error {
	entries, _ := os.ReadDir(t.path) // one that cannot be listed is not removed either, unless it is empty
	if len(entries) > 1 || len(entries) == 1 && entries[0].Name() != gitignore {
		return errors.New("not empty")
	}
	os.Remove(filepath.Join(t.path, gitignore)) // t.ignore holds it
	err := os.Remove(t.path)                    // removes no more than an empty folder
	if err == nil {
		err = ops.rename(st.site, t.path)
	}
	if err != nil {
		os.Mkdir(t.path, folderPerm)
		return errors.Join(err, t.restore())
	}
	return nil
}
