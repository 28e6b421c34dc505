package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"burdenshare/internal/golden"
)

// The tests below start this program again, as a build that can be killed. asBuild names what it is to do.
const asBuild = "PUBLISH_AS_BUILD"

func TestMain(m *testing.M) {
	out := os.Getenv("PUBLISH_OUT")
	switch os.Getenv(asBuild) {
	case "":
		os.Exit(m.Run())
	case "forever": // one version after the other, until it is killed
		ops := fsOps{newTree, exchange, rename}
		if os.Getenv("PUBLISH_WITHOUT_EXCHANGE") != "" {
			ops.exchange = func(string, string) error { return errors.ErrUnsupported }
		}
		for v := 1; ; v++ {
			if _, err := ops.publish(out, version(v), BuildInfo{}); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	case "some": // as many as it can, while others do the same
		published := 0
		for v := range 15 {
			_, err := write(out, version(v))
			if err == nil {
				published++
			} else if !strings.Contains(err.Error(), "another build is writing") {
				fmt.Println(err)
			}
		}
		fmt.Println("published", published)
	case "once":
		HeedLimits()
		limitFiles()
		if _, err := write(out, version(9)); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	os.Exit(0)
}

// limitFiles limits the size of files where a test asks for it.
var limitFiles = func() {}

// build returns this program as a build.
func build(t testing.TB, as, out string, env ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	golden.OK(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), append(env, asBuild+"="+as, "PUBLISH_OUT="+out)...)
	return cmd
}

// version returns a site that says its version on every page and has a page of its own.
func version(v int) map[string][]byte {
	files := map[string][]byte{fmt.Sprintf("only/%d.html", v): nil}
	for i := range 20 {
		files[fmt.Sprintf("same/page%d.html", i)] = []byte("of all versions")
	}
	for i := range 40 {
		files[fmt.Sprintf("folder%d/page%d/index.html", i%7, i)] = fmt.Appendf(nil, "%d %s", v, strings.Repeat("x", i*i*i/5))
	}
	return files
}

// versionOf returns the version of the site in a folder, or what is not whole about it.
func versionOf(out string) (v int, err error) {
	p, err := readPrevious(out, nil)
	if err != nil {
		return 0, err
	}
	if differences := p.manifest.Check(func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(out, name)) }); len(differences) > 0 {
		return 0, fmt.Errorf("the site is not whole: %v", differences)
	}
	page, err := os.ReadFile(filepath.Join(out, "folder0", "page0", "index.html"))
	if err != nil {
		return 0, err
	}
	v, err = strconv.Atoi(strings.TrimSpace(string(page)))
	if n := len(golden.Files(out)); err == nil && n != len(version(v))+1 {
		err = fmt.Errorf("%d files, want %d and the manifest", n, len(version(v)))
	}
	return v, err
}

// holds wants a version of the site in a folder, and that it is whole.
func holds(t testing.TB, out string, want int) {
	t.Helper()
	if v, err := versionOf(out); v != want || err != nil {
		t.Errorf("version %d, want %d: %v", v, want, err)
	}
}

// TestKilledAtRandom kills builds that replace a site again and again. Whenever it is, the site is whole, of one
// version or the next, and the build after that leaves nothing behind.
func TestKilledAtRandom(t *testing.T) {
	for _, without := range []string{"", "PUBLISH_WITHOUT_EXCHANGE=1"} {
		dir := t.TempDir()
		out := filepath.Join(dir, "public")
		must(t)(write(out, version(0)))
		for range golden.Trials(4, 15, 200) {
			cmd := build(t, "forever", out, without)
			cmd.Stderr = os.Stderr
			golden.OK(t, cmd.Start())
			time.Sleep(time.Duration(rand.IntN(60_000)) * time.Microsecond)
			golden.OK(t, cmd.Process.Kill())
			cmd.Wait() // it says that the build was killed
			_, err := versionOf(out)
			if without != "" && errors.Is(err, fs.ErrNotExist) { // between two renames
				_, err = versionOf(filepath.Join(dir, ".public."+generator+"-new", "old"))
			}
			if err != nil {
				t.Fatalf("after a kill: %v", err)
			}
			must(t)(write(out, version(7)))
			holds(t, out, 7)
			only(t, dir, "public")
		}
	}
}

// TestTwoProcesses lets processes publish to one folder at once.
func TestTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	var cmds []*exec.Cmd
	var said []io.Reader
	for range 3 {
		cmd := build(t, "some", out)
		r, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		golden.OK(t, err)
		cmds, said = append(cmds, cmd), append(said, r)
	}
	all := 0
	for i, cmd := range cmds {
		text, _ := io.ReadAll(said[i]) // Wait reports what went wrong
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
		var n int
		if _, err := fmt.Sscanf(string(text), "published %d\n", &n); err != nil {
			t.Errorf("a build said %s", text)
		}
		all += n
	}
	if all == 0 {
		t.Error("nobody published anything")
	}
	if _, err := versionOf(out); err != nil {
		t.Error(err)
	}
	only(t, dir, "public")
}

// A file that a server is sending while the site is replaced is sent to its end, or the former site stays.
func TestFileHeldOpen(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	must(t)(write(out, version(1)))
	f, err := os.Open(filepath.Join(out, "folder0", "page35", "index.html"))
	golden.OK(t, err)
	defer f.Close()
	want := 2
	if _, err := write(out, version(2)); err != nil { // Windows
		want = 1
	}
	holds(t, out, want)
	if data, err := io.ReadAll(f); err != nil || string(data) != string(version(1)["folder0/page35/index.html"]) {
		t.Errorf("the open file has %d bytes, %v", len(data), err)
	}
}
