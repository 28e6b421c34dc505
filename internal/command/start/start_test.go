package start

import (
	"bytes"
	"strings"
	"testing"
)

// TestActionNamed holds that a report whose workflows name nobody's repository says what to write there.
func TestActionNamed(t *testing.T) {
	for _, c := range []struct {
		flags []string
		want  bool
	}{{nil, true}, {[]string{"-action", "acme/burdenshare@v0.1.0"}, false}} {
		var stdout, stderr bytes.Buffer
		args := append([]string{t.TempDir(), "-name", "Doses", "-members", "g20", "-date", "2026-11-28"}, c.flags...)
		if status := run(args, strings.NewReader(""), false, &stdout, &stderr); status != 0 {
			t.Fatalf("status %d: %s", status, &stderr)
		}
		if got := strings.Contains(stdout.String(), "\nbefore you publish: in .github/workflows write "); got != c.want {
			t.Errorf("%v: told %t, want %t:\n%s", c.flags, got, c.want, &stdout)
		}
	}
}
