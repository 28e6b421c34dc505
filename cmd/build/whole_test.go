package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/raster"
)

const repo = "../.."

// whole is a whole report, on an invented alliance.
const whole = repo + "/testdata/report"

// TestSameBytes builds a tiny report, all of it, and a whole one, whose pictures are painted once and kept: in two
// folders, two time zones and with one processor and two.
func TestSameBytes(t *testing.T) {
	exe, err := os.Executable()
	golden.OK(t, err)
	for _, report := range []string{"testdata/base", whole} {
		var manifests [][]byte
		for _, env := range [][]string{{"TZ=Pacific/Kiritimati", "GOMAXPROCS=1", "LC_ALL=C"}, {"TZ=America/Los_Angeles", "GOMAXPROCS=2", "LC_ALL=de_DE.UTF-8"}} {
			root, out := report, filepath.Join(t.TempDir(), "site")
			if report != whole {
				root = t.TempDir()
				golden.OK(t, os.CopyFS(root, os.DirFS(report)))
			}
			cmd := exec.Command(exe, "-root", root, "-out", out, "-as-of", "2026-11-28", "-strict", "-quiet")
			cmd.Env = append(append(os.Environ(), "BUILD_AS_MAIN=1"), env...)
			if msg, err := cmd.CombinedOutput(); err != nil || len(msg) > 0 {
				t.Fatalf("%v\n%s", err, msg)
			}
			m := golden.Read(t, filepath.Join(out, "manifest.json"))
			manifests = append(manifests, m)
		}
		if !bytes.Equal(manifests[0], manifests[1]) {
			t.Errorf("two builds of %s differ", report)
		}
	}
}

// TestPicturesKept builds a report twice: the second time no picture is painted.
func TestPicturesKept(t *testing.T) {
	root := golden.OpenRoot(t, t.TempDir())
	var drawn [2]int
	var made [2]map[string][]byte
	for i := range drawn {
		pictures := raster.OpenCache(root)
		made[i], _ = build.MemoryBuild{Reader: kept.Reader, Pictures: pictures}.Files(edited(nil), "-root", "testdata/base", "-as-of", "2026-11-28")
		pictures.Sweep(true)
		drawn[i] = pictures.Misses()
	}
	if drawn[0] < 20 || drawn[1] != 0 {
		t.Errorf("%d pictures painted, then %d", drawn[0], drawn[1])
	}
	if name := golden.Differing(made[0], made[1]); name != "" {
		t.Errorf("with the cache there is another %s", name)
	}
}
