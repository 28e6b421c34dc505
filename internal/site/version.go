package site

// Version is the version of the program. It is a constant, not from the build information of the Go command, because
// that differs between go run, go build and go install of the same commit, and the site must have the same bytes.
// Between releases it is the next version with the suffix -dev.
const Version = "0.1.0-dev"

// Generator names the program and its version.
func (s *Site) Generator() string { return "burdenshare " + Version }
