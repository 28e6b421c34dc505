package cache_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/cache"
	"burdenshare/internal/golden"
)

const dir = ".cache/things"

// rootOf returns a new root and the folder of its cache.
func rootOf(t *testing.T) (root *os.Root, folder string) {
	t.Helper()
	at := t.TempDir()
	return golden.OpenRoot(t, at), filepath.Join(at, filepath.FromSlash(dir))
}

// build simulates a build that asks for the keys. It returns how many results were made.
func build(t *testing.T, root *os.Root, keys ...string) (made int) {
	t.Helper()
	c := cache.Open(root, dir)
	for _, key := range keys {
		got, err := c.Get([]byte(key), func() ([]byte, error) { return []byte("thing of " + key), nil })
		if err != nil || string(got) != "thing of "+key {
			t.Errorf("%s: %q, %v", key, got, err)
		}
	}
	c.Sweep(true)
	return c.Misses()
}

func entries(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestCache(t *testing.T) {
	root, folder := rootOf(t)
	for i, c := range []struct {
		keys string
		made int
	}{{"ab", 2}, {"ab", 0}, {"abc", 1}, {"a", 0}, {"ab", 1}, {"cc", 1}} {
		if made := build(t, root, strings.Split(c.keys, "")...); made != c.made {
			t.Errorf("build %d made %d things of %s, want %d", i, made, c.keys, c.made)
		}
	}
	if n := len(entries(t, folder)); n != 1 {
		t.Errorf("%d entries are left of one thing asked for", n)
	}
}

// TestSweep checks that temporary files of killed builds are removed and that other files are kept.
func TestSweep(t *testing.T) {
	root, folder := rootOf(t)
	build(t, root, "a")
	entry := entries(t, folder)[0]
	foreign := []string{"README", "abcd.part", filepath.Base(entry)[:62] + "zz"}
	for _, name := range append(foreign, filepath.Base(entry)+".1.part") {
		golden.Write(t, filepath.Join(folder, name), "")
	}
	if err := os.Mkdir(filepath.Join(folder, filepath.Base(entry)[:62]+"00"), 0o777); err != nil {
		t.Fatal(err)
	}
	if cache.Open(root, dir).Sweep(false); len(entries(t, folder)) != 1+len(foreign)+1 {
		t.Errorf("of all but temporary files are left %q", entries(t, folder))
	}
	golden.Write(t, filepath.Join(folder, filepath.Base(entry)+".1.part"), "")
	build(t, root, "b")
	if n := len(entries(t, folder)); n != 1+len(foreign)+1 {
		t.Errorf("left are %q", entries(t, folder))
	}
}

// TestDamage checks that, whatever is done to the files of a cache, the next build returns the same results and the
// one after it makes none.
func TestDamage(t *testing.T) {
	root, folder := rootOf(t)
	keys := []string{"a", "b", "c", "d", "e"}
	build(t, root, keys...)
	outside := filepath.Join(t.TempDir(), "outside")
	golden.Write(t, outside, "outside")
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	trials := 300
	if testing.Short() {
		trials = 60
	}
	for i := range trials {
		all := entries(t, folder)
		name := all[r.IntN(len(all))]
		b := golden.Read(t, name)
		at := r.IntN(len(b))
		what := ""
		switch i % 8 {
		case 0:
			what, b[at] = "a bit", b[at]^1<<r.IntN(8)
		case 1:
			what, b = "the end", b[:at]
		case 2:
			what, b = "the begin", b[at:]
			if at == 0 {
				b = b[1:]
			}
		case 3:
			what, b = "more", append(b, b[:at+1]...)
		case 4:
			what, b = "all", nil
		case 5:
			what = "another entry"
			b = golden.Read(t, all[(r.IntN(len(all)-1)+1+slices.Index(all, name))%len(all)])
		case 6:
			what, b = "bytes of another size", bytes.Repeat([]byte{byte(at)}, at)
		case 7:
			what = "a link"
			os.Remove(name)
			if err := os.Symlink(outside, name); err != nil {
				t.Skip(err)
			}
		}
		if what != "a link" {
			golden.Write(t, name, string(b))
		}
		if made := build(t, root, keys...); made != 1 {
			t.Errorf("seed %d, damage %d, %s: %d made of 1 that was damaged", seed, i, what, made)
		}
		if made := build(t, root, keys...); made != 0 {
			t.Errorf("seed %d, damage %d, %s: %d made again", seed, i, what, made)
		}
	}
	if text, err := os.ReadFile(outside); string(text) != "outside" {
		t.Errorf("the file outside holds %q, %v", text, err)
	}
}

// TestAtOnce checks that concurrent builds can share a folder.
func TestAtOnce(t *testing.T) {
	root, _ := rootOf(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 20 {
				build(t, root, fmt.Sprint(i%3), fmt.Sprint(i%5))
			}
		})
	}
	wg.Wait()
}

// TestNothingKept checks that results are returned where nothing can be kept.
func TestNothingKept(t *testing.T) {
	var none *cache.Folder
	thing := func() ([]byte, error) { return []byte("x"), nil }
	if got, err := none.Get([]byte("a"), thing); err != nil || string(got) != "x" {
		t.Errorf("without a cache: %q, %v", got, err)
	}
	none.Sweep(true)

	root, folder := rootOf(t)
	cannot := errors.New("cannot be made")
	for range 2 {
		c := cache.Open(root, dir)
		if _, err := c.Get([]byte("a"), func() ([]byte, error) { return nil, cannot }); err != cannot || c.Misses() != 0 {
			t.Errorf("what cannot be made: %v, %d made", err, c.Misses())
		}
		for _, size := range []int{0, 16<<20 + 1} {
			if got, err := c.Get([]byte(fmt.Sprint(size)), func() ([]byte, error) { return make([]byte, size), nil }); len(got) != size || err != nil {
				t.Errorf("%d bytes: %d, %v", size, len(got), err)
			}
		}
		if len(entries(t, folder)) != 0 {
			t.Errorf("kept %q", entries(t, folder))
		}
		if _, err := c.Get([]byte("large"), func() ([]byte, error) { return make([]byte, 16<<20), nil }); err != nil {
			t.Error(err)
		}
		if again := cache.Open(root, dir); len(entries(t, folder)) != 1 {
			t.Error("an entry of 16 MB was not kept")
		} else if again.Sweep(true); len(entries(t, folder)) != 0 {
			t.Error("Sweep left an entry that was not asked for")
		}
	}

	root, folder = rootOf(t)
	golden.Write(t, filepath.Dir(folder), "a file")
	if made := build(t, root, "a"); made != 1 {
		t.Errorf("%d made of 1", made)
	}
}

// TestOutside checks that a symbolic link cannot lead the cache out of the root.
func TestOutside(t *testing.T) {
	root, folder := rootOf(t)
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Dir(folder)); err != nil {
		t.Skip(err)
	}
	build(t, root, "a")
	if left, err := os.ReadDir(outside); len(left) > 0 || err != nil {
		t.Errorf("files outside the root: %v, %v", left, err)
	}
}
