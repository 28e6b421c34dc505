// Package tempdir keeps the temporary folders of tests in memory.
package tempdir

import "os"

// InMemory has the temporary folders of this process and of those that it starts in memory, where the system has a
// folder for that. A small file takes a third of the processor time there, and many tests write thousands of them. A
// TMPDIR that is set stays.
func InMemory() {
	if dir := memory(); dir != "" && os.Getenv("TMPDIR") == "" {
		os.Setenv("TMPDIR", dir)
	}
}

// Main runs the tests of a binary with temporary folders in memory:
//
//	func TestMain(m *testing.M) { os.Exit(tempdir.Main(m)) }
func Main(m interface{ Run() int }) int {
	InMemory()
	return m.Run()
}
