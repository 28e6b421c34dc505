package plainfile_test

import (
	"strings"
	"testing"

	"burdenshare/internal/plainfile"
)

// TestSizeUnknown reads files whose size says nothing about their content.
func TestSizeUnknown(t *testing.T) {
	if data, err := plainfile.ReadPath("/proc/self/status", 1<<20); err != nil || !strings.Contains(string(data), "Pid:") {
		t.Errorf("%q, %v", data, err)
	}
	if data, err := plainfile.ReadPath("/proc/self/status", 10); err == nil || data != nil || !strings.Contains(err.Error(), "larger") {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := plainfile.ReadPath("/proc/self/mem", 10); err == nil {
		t.Error("a file that cannot be read was read")
	}
}
