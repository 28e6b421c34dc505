package load

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"burdenshare/internal/asset"
	"burdenshare/internal/cache"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/plainfile"
)

// npmTime limits how long npm may take to install the libraries.
const npmTime = 5 * time.Minute

// libraries adds the JavaScript libraries that pages can use: those that the program was released with, or those that
// the root's package.json names. Missing packages are installed with npm. If that fails, there is a warning and the
// site lacks only what they do. A library that package.json does not name is left out.
func libraries(root, looks fs.FS, dir string, assets *asset.Set, say func(what, about string)) diag.List {
	var errs diag.List
	wanted, err := wantedLibraries(root)
	if err != nil {
		errs.Warnf(diag.Pos{File: "package.json"}, "it cannot be read, so %s: %v", without(asset.Libraries),
			plainfile.Cause(err))
	}
	var lock []byte
	if len(wanted) > 0 {
		if lock, err = fs.ReadFile(root, "package-lock.json"); err != nil {
			lock = []byte{} // not the program's lock file
		}
	}
	wanted = slices.DeleteFunc(slices.Clone(asset.Libraries), func(l asset.Library) bool {
		return assets.AddReleased(l, looks, lock) || !slices.Contains(wanted, l)
	})
	there := func(l asset.Library) bool {
		_, err := fs.Stat(root, path.Join("node_modules", l.Package))
		return err == nil
	}
	if missing := slices.DeleteFunc(slices.Clone(wanted), there); len(missing) > 0 {
		if e := fetchLibraries(dir, without(missing), say); e != nil {
			errs.Add(e)
			wanted = slices.DeleteFunc(wanted, func(l asset.Library) bool { return !there(l) })
		}
	}
	if len(wanted) == 0 {
		return errs
	}
	var bundles *cache.Folder
	if folder, err := os.OpenRoot(dir); err == nil {
		defer folder.Close()
		bundles = cache.Open(folder, ".cache/libraries")
	}
	for _, l := range wanted {
		errs.Add(assets.AddLibrary(l, looks, dir, bundles)...)
	}
	bundles.Sweep(true)
	return errs
}

// wantedLibraries returns the libraries that package.json names.
func wantedLibraries(root fs.FS) ([]asset.Library, error) {
	src, err := fs.ReadFile(root, "package.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var p struct{ Dependencies, DevDependencies map[string]any }
	if err := json.Unmarshal(src, &p); err != nil {
		return nil, err
	}
	return lists.Filter(asset.Libraries, func(l asset.Library) bool {
		return p.Dependencies[l.Package] != nil || p.DevDependencies[l.Package] != nil
	}), nil
}

// without describes what a site lacks without the libraries.
func without(list []asset.Library) string {
	return strings.Join(lists.Each(list, func(l asset.Library) string { return l.Without }), ", and ")
}

// fetchLibraries runs npm to install what package-lock.json names, without running install scripts.
func fetchLibraries(dir, without string, say func(what, about string)) *diag.Error {
	left := &diag.Error{Pos: diag.Pos{File: "package.json"}, Severity: diag.Warning}
	if to, err := os.Readlink(filepath.Join(dir, "node_modules")); err == nil {
		left.Msg = "node_modules is a link to " + to + ", which npm would empty, so " + without
		left.HintText = "remove the link, and the next build fetches the libraries; everything else is built"
		return left
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		left.Msg = "node_modules lacks libraries and npm is not on the PATH, so " + without
		left.HintText = "install Node.js with npm, or run npm ci --ignore-scripts elsewhere; everything else is built"
		return left
	}
	if say != nil {
		say("fetch", "JavaScript libraries: npm ci --ignore-scripts")
	}
	ctx, stop := context.WithTimeout(context.Background(), npmTime)
	defer stop()
	c := exec.CommandContext(ctx, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
	c.Dir = dir
	c.WaitDelay = time.Second
	if out, err := c.CombinedOutput(); err != nil {
		left.Msg = fmt.Sprintf("npm ci failed (%v), so %s", err, without)
		left.HintText = "run npm ci --ignore-scripts yourself; everything else is built"
		if line := npmError(string(out)); line != "" {
			left.HintText = "npm says: " + line
		}
		return left
	}
	return nil
}

// npmError returns the line of npm's output that states the error.
func npmError(out string) string {
	for line := range strings.Lines(out) {
		said, ok := strings.CutPrefix(strings.TrimSpace(line), "npm error ")
		if ok && !strings.HasPrefix(said, "code ") {
			return said
		}
	}
	return ""
}
