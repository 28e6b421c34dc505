//go:build unix

package plainfile_test

import (
	"errors"
	"io/fs"
	"net"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"burdenshare/internal/plainfile"
)

// TestNotPlain checks that anything but a plain file is refused at once, because reading it might block for ever.
func TestNotPlain(t *testing.T) {
	root, dir := rootWith(t, map[string]string{"a/b": ""})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o666); err != nil {
		t.Skip(err)
	}
	t.Chdir(dir) // the path of a socket has to be short
	socket, err := net.Listen("unix", "socket")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	done := make(chan bool)
	go func() {
		defer close(done)
		for _, name := range []string{"pipe", "socket"} {
			data, err := plainfile.Read(root, name, 10)
			if err == nil || data != nil || name == "pipe" && !errors.Is(err, plainfile.ErrNotPlain) {
				t.Errorf("%s: %q, %v", name, data, err)
			}
			if _, err := plainfile.FS(root, 10).Open(name); err == nil {
				t.Errorf("%s was opened", name)
			}
			if _, err := fs.ReadFile(plainfile.FS(root, 10), name); err == nil {
				t.Errorf("%s was read", name)
			}
		}
		for _, path := range []string{"/dev/zero", "/dev/null", filepath.Join(dir, "pipe")} {
			if _, err := plainfile.ReadPath(path, 10); !errors.Is(err, plainfile.ErrNotPlain) {
				t.Errorf("%s: %v", path, err)
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal("opening a named pipe or a device blocks")
	}
}
