package publish

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"burdenshare/internal/golden"
)

// inside runs the test that calls it once more in a process of its own, which may mount file systems without changing
// those of the machine, or which is an ordinary user. It reports whether this is that process. Where the system does
// not let such a process be made the test is skipped.
func inside(t *testing.T, user int) bool {
	t.Helper()
	if os.Getenv("PUBLISH_INSIDE") != "" {
		return true
	}
	self, err := os.Executable()
	golden.OK(t, err)
	cmd := exec.Command(self, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), "PUBLISH_INSIDE=1", "PUBLISH_DIR="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: user, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: user, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	switch text := string(out); {
	case strings.Contains(text, "--- SKIP"):
		t.Skip(text)
	case err != nil && len(out) == 0:
		t.Skipf("this system lets nobody make a process of its own: %v", err)
	case err != nil || !strings.Contains(text, "--- PASS"):
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

// mount makes a file system in memory below the test's folder and returns its path.
func mount(t *testing.T, name, options string) string {
	t.Helper()
	dir := filepath.Join(os.Getenv("PUBLISH_DIR"), name)
	golden.OK(t, os.MkdirAll(dir, 0o755))
	if err := syscall.Mount("none", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("--- SKIP: nothing can be mounted here: %v", err)
	}
	return dir
}

// refused publishes and wants an error, the former site and nothing beside it.
func refused(t *testing.T, out string, files map[string][]byte, want string) {
	t.Helper()
	fails(t, want)(write(out, files))
	holds(t, out, 1)
	only(t, filepath.Dir(out), "public")
}

// TestFullDisk publishes to disks that are full, of bytes or of files, and then to one that has room again.
func TestFullDisk(t *testing.T) {
	if !inside(t, 0) {
		return
	}
	larger := version(2)
	for i := range 40 {
		larger[fmt.Sprintf("more/%d.bin", i)] = make([]byte, 40_000)
	}
	for _, options := range []string{"size=1m", "nr_inodes=240"} {
		out := filepath.Join(mount(t, options, options), "public")
		must(t)(write(out, version(1)))
		for range 3 { // what a failed build took is free again
			refused(t, out, larger, "no space left on device; ")
		}
		if _, err := writeTar(BuildInfo{}, filepath.Join(filepath.Dir(out), "site.tar"), larger); options == "size=1m" &&
			(err == nil || !strings.Contains(err.Error(), "no space left on device; it was left as it was") || len(names(t, filepath.Dir(out))) != 1) {
			t.Errorf("an archive: %v, %q", err, names(t, filepath.Dir(out)))
		}
		os.Remove(filepath.Join(filepath.Dir(out), "site.tar"))
		must(t)(write(out, version(3))) // which has room
		holds(t, out, 3)
	}
}

// TestLastFile publishes to a disk that has space for one more folder, and none for the lock in it.
func TestLastFile(t *testing.T) {
	if !inside(t, 0) {
		return
	}
	dir := mount(t, "disk", "nr_inodes=3")
	plant(t, dir, "x", "") // with the disk's own folder, two
	_, err := write(filepath.Join(dir, "public"), version(1))
	if err == nil || !strings.Contains(err.Error(), "/public/: no space left on device; nothing was changed") {
		t.Error(err)
	}
	if left := names(t, dir); len(left) != 1 {
		t.Errorf("on the disk: %q", left)
	}
}

// TestReadOnlyDisk publishes to a disk that can be read only.
func TestReadOnlyDisk(t *testing.T) {
	if !inside(t, 0) {
		return
	}
	dir := mount(t, "disk", "")
	out := filepath.Join(dir, "public")
	must(t)(write(out, version(1)))
	if err := syscall.Mount("none", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("--- SKIP: %v", err)
	}
	refused(t, out, version(2), "cannot prepare a new site beside "+out+"/: read-only file system; nothing was changed")
}

// TestOtherDisks publishes to a disk that is not that of the working folder: in a folder of it, through a link to it,
// and in place of the disk itself, which cannot be replaced.
func TestOtherDisks(t *testing.T) {
	if !inside(t, 0) {
		return
	}
	dir := mount(t, "disk", "")
	out, link := filepath.Join(dir, "public"), filepath.Join(os.Getenv("PUBLISH_DIR"), "link")
	golden.OK(t, os.Symlink(out, link))
	for v, to := range []string{out, out, link, link} {
		must(t)(write(to, version(v)))
		holds(t, out, v)
	}
	itself := mount(t, "itself/public", "")
	must(t)(write(out, version(1)))
	must(t)(nil, os.CopyFS(itself, os.DirFS(out)))
	refused(t, itself, version(2), "hint: a folder that is mounted or in use cannot be replaced")
}

// TestReadOnlyFolder publishes as a user who may not write where the site is.
func TestReadOnlyFolder(t *testing.T) {
	if !inside(t, 1000) {
		return
	}
	dir := filepath.Join(os.Getenv("PUBLISH_DIR"), "mine")
	out := filepath.Join(dir, "public")
	must(t)(write(out, version(1)))
	plant(t, dir, "notes/mine.txt", "mine")
	os.Chmod(dir, 0o555)
	fails(t, "was not written by burdenshare")(write(filepath.Join(dir, "notes"), version(2)))
	fails(t, "cannot make the folder that is to hold "+dir+"/new/public/: permission denied")(write(filepath.Join(dir, "new", "public"), version(2)))
	os.Chmod(dir, 0o755)
	os.RemoveAll(filepath.Join(dir, "notes"))
	os.Chmod(dir, 0o555)
	refused(t, out, version(2), "cannot prepare a new site beside "+out+"/: permission denied; nothing was changed")
	os.Chmod(dir, 0o755)
	fails(t, "cannot prepare a new site beside /proc/x/: nothing can be written there")(write("/proc/x", version(1)))
}

// TestUnreadableStage publishes where the stage is a folder whose content cannot be listed: it may be somebody's.
func TestUnreadableStage(t *testing.T) {
	if !inside(t, 1000) {
		return
	}
	t.Chdir(os.Getenv("PUBLISH_DIR"))
	plant(t, ".public.burdenshare-new", "site/mine.txt", "mine")
	os.Chmod(".public.burdenshare-new", 0o300)
	fails(t, "cannot prepare a new site beside public/: permission denied")(write("public", version(1)))
	os.Chmod(".public.burdenshare-new", 0o700)
	same(t, contents(t, "."), map[string]string{".public.burdenshare-new": "/", ".public.burdenshare-new/site": "/", ".public.burdenshare-new/site/mine.txt": "mine"})
}

// TestUnreadableFolders publishes under a umask that keeps even their owner out of new folders.
func TestUnreadableFolders(t *testing.T) {
	if !inside(t, 1000) {
		return
	}
	out := filepath.Join(os.Getenv("PUBLISH_DIR"), "public")
	defer syscall.Umask(syscall.Umask(0o777))
	must(t)(write(out, version(1)))
	holds(t, out, 1)
}

// TestWarning replaces a site that its owner cannot empty: a warning, because the new one is in place.
func TestWarning(t *testing.T) {
	if !inside(t, 1000) {
		return
	}
	t.Chdir(os.Getenv("PUBLISH_DIR"))
	mustWrite(t, "public", "index.html", "1", "a/x", "")
	os.Chmod("public/a", 0o555)
	stats, err := write("public", filesOf("index.html", "2"))
	if err != nil || !strings.Contains(stats.Warning, "public/ is published, but") {
		t.Errorf("warning %q, error %v", stats.Warning, err)
	}
	fails(t, "cannot remove what an interrupted build left beside public/: permission denied")(write("public", filesOf("index.html", "3")))
	os.Chmod(".public.burdenshare-new/site/a", 0o755)
	mustWrite(t, "public", "index.html", "3")
	only(t, ".", "public")
}
