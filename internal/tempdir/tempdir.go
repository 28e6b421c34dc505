// Package tempdir runs tests with their temporary folders in memory.
//
// Main takes the tests of a binary and returns their exit status. The package does not know what they write.
package tempdir

import (
	"os"
	"runtime/debug"
)

// Prepare has the temporary folders of this process and of those that it starts in memory, where the system has a
// folder for that. A small file takes a third of the processor time there, and many tests write thousands of them. A
// TMPDIR that is set stays. On GitHub a build in a test is not that of the job, on whose page it would write.
func Prepare() {
	for _, name := range []string{"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"} {
		os.Unsetenv(name)
	}
	if dir := memory(); dir != "" && os.Getenv("TMPDIR") == "" {
		os.Setenv("TMPDIR", dir)
	}
}

// Main runs the tests of a binary with temporary folders in memory, and collects its garbage seldom, as a site fills no
// memory to speak of:
//
//	func TestMain(m *testing.M) { os.Exit(tempdir.Main(m)) }
func Main(m interface{ Run() int }) int {
	Prepare()
	if os.Getenv("GOGC") == "" {
		os.Setenv("GOGC", "400") // for builds in processes of their own too
		debug.SetGCPercent(400)
	}
	return m.Run()
}
