//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
)

// TestStrangeFiles puts what is not a plain file in the place of every kind of file that a report is made from. The
// build names it, whatever it is and wherever it leads, within seconds, and publishes nothing.
func TestStrangeFiles(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret")
	golden.Write(t, outside, "the secret")
	things := []struct {
		name string
		make func(path string) error
	}{
		{"a named pipe", func(path string) error { return syscall.Mkfifo(path, 0o666) }},
		{"a link to a file outside", func(path string) error { return os.Symlink(outside, path) }},
		{"a link to a device", func(path string) error { return os.Symlink("/dev/zero", path) }},
		{"a link to itself", func(path string) error { return os.Symlink(filepath.Base(path), path) }},
		{"a link upwards", func(path string) error { return os.Symlink("../../../../../../../../etc/hostname", path) }},
		{"a terabyte", func(path string) error {
			if err := os.WriteFile(path, nil, 0o644); err != nil {
				return err
			}
			return os.Truncate(path, 1<<40)
		}},
	}
	for i, place := range []string{
		"config.toml", "data/members.csv", "data/measures.toml", "data/guidelines.toml", "data/dac/source.toml", "data/dac/2019-04-10.csv",
		"data/dac/notes.toml", "content/articles/2019-05-02-three-donors.md", "content/pages/methods.md", "content/picture.png", "content/claims/x.toml",
		"templates/base.html", "templates/assets/site.css", "templates/strings.toml",
	} {
		for j, thing := range things {
			if (i+j)%oneIn(2) != 0 {
				continue
			}
			root := t.TempDir()
			golden.OK(t, os.CopyFS(root, baseFiles()))
			path := filepath.Join(root, place)
			if strings.HasSuffix(place, ".png") { // a picture that nothing refers to is not read
				refer(t, filepath.Join(root, "content/pages/methods.md"), "\n![A picture](../picture.png)\n")
			}
			golden.OK(t, os.MkdirAll(filepath.Dir(path), 0o755))
			os.Remove(path) // it may not be there
			if err := thing.make(path); err != nil {
				t.Logf("%s cannot be made here: %v", thing.name, err)
				continue
			}
			var stdout, stderr bytes.Buffer
			status := make(chan int, 1)
			run := kept.Run // which reads the program's own templates once
			if strings.HasPrefix(place, "templates/") {
				run = build.Run
			}
			go func() { status <- run([]string{"-root", root, "-check"}, &stdout, &stderr) }()
			select {
			case got := <-status:
				if got != 1 || !strings.Contains(stderr.String(), place) || strings.Contains(stdout.String()+stderr.String(), "the secret") {
					t.Errorf("%s as %s: exit status %d\n%s", thing.name, place, got, stderr.String())
				}
			case <-time.After(20 * time.Second):
				t.Fatalf("%s as %s: the build waits", thing.name, place)
			}
		}
	}
}

// refer adds a text to a file.
func refer(t *testing.T, file, text string) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, append(src, text...), 0o644)
	}
	golden.OK(t, err)
}
