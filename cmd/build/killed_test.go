package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/publish"
)

// TestKilledBuilds kills the command at random moments, whatever it is doing then: reading, painting, keeping, writing,
// changing places. The site is always whole, of the text before or after the edit, and the next build makes the same
// bytes as one that nothing has happened to, leaving nothing half-done.
func TestKilledBuilds(t *testing.T) {
	self, err := os.Executable()
	golden.OK(t, err)
	root := t.TempDir()
	golden.OK(t, os.CopyFS(root, baseFiles()))
	edit := func(version int) {
		text := strings.Replace(front, "Trees", fmt.Sprintf("Trees %d", version), 1) + fmt.Sprintf("```chart\nkind = \"distance\"\ntitle = \"Title %d\"\n```\n", version)
		golden.Write(t, filepath.Join(root, article), text)
	}
	start := func() *exec.Cmd {
		cmd := exec.Command(self, "-root", root, "-as-of", "2026-08-01", "-quiet")
		cmd.Env = append(os.Environ(), "BUILD_AS_MAIN=1")
		cmd.Stderr = os.Stderr
		golden.OK(t, cmd.Start())
		return cmd
	}
	built := func() map[string][]byte {
		golden.OK(t, start().Wait())
		return golden.Files(filepath.Join(root, "public"))
	}
	edit(0)
	started := time.Now()
	built()
	took := time.Since(started)
	for i := range 200 / oneIn(50) {
		before, version := i, i+1
		edit(version)
		cmd := start()
		time.Sleep(rand.N(took * 5 / 4))
		golden.OK(t, cmd.Process.Kill())
		cmd.Wait() // it says that it was killed, unless it was quicker
		if got := wholeVersion(t, filepath.Join(root, "public")); got != before && got != version {
			t.Fatalf("after a kill the site is of version %d, want %d or %d", got, before, version)
		}
		site := built()
		wholeVersion(t, filepath.Join(root, "public"))
		delete(site, publish.ManifestName)
		clean, _ := build.MemoryBuild{Reader: kept.Reader}.Files(os.DirFS(root), "-root", root, "-as-of", "2026-08-01")
		if name := golden.Differing(site, clean); name != "" {
			t.Fatalf("the build after a killed one makes another %s than one without its cache", name)
		}
		for name := range golden.Files(root) {
			if strings.HasSuffix(name, ".part") || strings.HasPrefix(name, ".public") {
				t.Errorf("%s is left", name)
			}
		}
	}
}

// wholeVersion returns the version of the article in a site, all of whose files are as its manifest says.
func wholeVersion(t *testing.T, dir string) (version int) {
	t.Helper()
	files := golden.Files(dir)
	m, err := publish.ReadManifest(files[publish.ManifestName])
	golden.OK(t, err)
	wrong := m.Check(func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, os.ErrNotExist
	})
	if len(wrong) > 0 || len(files) != len(m.Files)+1 {
		t.Fatalf("after a kill the site is not whole: %v", wrong)
	}
	page := string(files["articles/trees/index.html"])
	if _, err := fmt.Sscanf(page[strings.Index(page, "<title>Trees "):], "<title>Trees %d", &version); err != nil {
		t.Fatal(err)
	}
	return version
}

// TestDamagedCache damages what a build has kept, at random: the next makes the same site.
func TestDamagedCache(t *testing.T) {
	root := t.TempDir()
	golden.OK(t, os.CopyFS(root, baseFiles()))
	run := func() map[string][]byte {
		if said, _ := kept.Silently("-root", root, "-as-of", "2026-08-01"); said != "" {
			t.Fatal(said)
		}
		return golden.Files(filepath.Join(root, "public"))
	}
	want := run()
	for i := range 40 / oneIn(10) {
		kept, err := filepath.Glob(filepath.Join(root, ".cache", "*", "*"))
		if err != nil || len(kept) == 0 {
			t.Fatalf("nothing is kept: %v", err)
		}
		slices.Sort(kept)
		for range 1 + rand.IntN(len(kept)) {
			name := kept[rand.IntN(len(kept))]
			data := golden.Read(t, name)
			switch at := rand.IntN(len(data) + 1); rand.IntN(4) {
			case 0:
				data = data[:at]
			case 1:
				data = append(data, data[:at]...)
			case 2:
				data = slices.Insert(data, at, 'x')
			case 3:
				data = bytes.Repeat([]byte{byte(at)}, at)
			}
			golden.OK(t, os.WriteFile(name, data, 0o644))
		}
		if name := golden.Differing(run(), want); name != "" {
			t.Fatalf("damage %d changed %s", i, name)
		}
	}
}
