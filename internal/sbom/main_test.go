package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestRun writes the bill of materials of this test binary and of the repository's lock file.
func TestRun(t *testing.T) {
	program, err := os.Executable()
	golden.OK(t, err)
	lock := filepath.Join("..", "..", "package-lock.json")
	status, stdout, stderr := golden.Run(run, program, lock)
	if status != 0 {
		t.Fatal(stderr)
	}
	var b bill
	golden.OK(t, json.Unmarshal([]byte(stdout), &b))
	var names []string
	for _, c := range b.Components {
		names = append(names, c.Name)
		if c.Version == "" || !strings.HasSuffix(c.Purl, strings.Replace(c.Name, "@", "%40", 1)+"@"+c.Version) || c.Name != "std" && len(c.Hashes) != 1 {
			t.Errorf("%+v", c)
		}
	}
	for name, want := range map[string]bool{"std": true, "echarts": true, "zrender": true, "minisearch": true, "tslib": true, "@fontsource/source-serif-4": true, "axe-core": false} {
		if slices.Contains(names, name) != want {
			t.Errorf("%s: listed is not %t", name, want)
		}
	}
	if _, again, _ := golden.Run(run, program, lock); stdout != again {
		t.Error("two bills of materials of one program differ")
	}
}

func TestRefused(t *testing.T) {
	program, _ := os.Executable()
	bad := filepath.Join(t.TempDir(), "package-lock.json")
	golden.Write(t, bad, `{"packages": {"node_modules/x": {"version": "1"}}}`)
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{nil, 2, "name the program and the lock file"},
		{[]string{bad, bad}, 1, "sbom: "},
		{[]string{program, "nowhere"}, 1, "nowhere"},
		{[]string{program, bad}, 1, "x has no SHA-512 checksum"},
	} {
		if status, stdout, stderr := golden.Run(run, c.args...); status != c.status || !strings.Contains(stderr, c.want) || stdout != "" {
			t.Errorf("%v: status %d, %s", c.args, status, stderr)
		}
	}
}
