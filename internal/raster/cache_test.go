package raster

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// build stands for a build that asks for pictures.
func build(t *testing.T, root *os.Root, keys ...string) (drawn int) {
	t.Helper()
	c := OpenCache(root)
	for _, key := range keys {
		got, err := c.Get([]byte(key), func() ([]byte, error) { return []byte("picture of " + key), nil })
		if err != nil || string(got) != "picture of "+key {
			t.Errorf("%s: %q, %v", key, got, err)
		}
	}
	c.Sweep()
	if c.Drawn()+c.Kept() != len(keys) {
		t.Errorf("%d drawn and %d kept of %d", c.Drawn(), c.Kept(), len(keys))
	}
	return c.Drawn()
}

func TestCache(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	entries := func() []string {
		names, err := filepath.Glob(filepath.Join(dir, ".cache", "pictures", "*"))
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	if n := build(t, root, "a", "b"); n != 2 {
		t.Errorf("the first build draws %d of 2", n)
	}
	if n := build(t, root, "a", "b"); n != 0 {
		t.Errorf("the second build draws %d of 2", n)
	}
	// What somebody has changed, cut or emptied is drawn again.
	for _, change := range []func(b []byte) []byte{
		func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		func(b []byte) []byte { b[0] ^= 1; return b },
		func(b []byte) []byte { return b[:len(b)/2] },
		func(b []byte) []byte { return nil },
	} {
		name := entries()[0]
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, change(b), 0o666); err != nil {
			t.Fatal(err)
		}
		if n := build(t, root, "a", "b"); n != 1 {
			t.Errorf("%d drawn of 1 that is corrupt", n)
		}
	}
	// What is used no more goes; what is not ours stays.
	foreign := filepath.Join(dir, ".cache", "pictures", "README")
	if err := os.WriteFile(foreign, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	build(t, root, "b", "c")
	if n := len(entries()); n != 3 {
		t.Errorf("%d entries of 2 and a file of somebody's", n)
	}
	if n := build(t, root, "a"); n != 1 {
		t.Error("what was swept away is still there")
	}
}

// TestNoCache holds that nothing is lost where nothing can be kept.
func TestNoCache(t *testing.T) {
	var none *Cache
	if got, err := none.Get([]byte("a"), func() ([]byte, error) { return []byte("x"), nil }); err != nil || string(got) != "x" {
		t.Errorf("without a cache: %q, %v", got, err)
	}
	none.Sweep()

	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, ".cache"), []byte("a file"), 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if n := build(t, root, "a"); n != 1 {
		t.Errorf("%d drawn of 1", n)
	}

	fault := errors.New("no")
	if _, err := OpenCache(root).Get([]byte("a"), func() ([]byte, error) { return nil, fault }); err != fault {
		t.Errorf("an error is %v", err)
	}
}

// TestCacheOutside holds that a link cannot lead the cache out of the root.
func TestCacheOutside(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right there")
	}
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, ".cache")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	build(t, root, "a")
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Error("the cache has written outside of the root")
	}
}
