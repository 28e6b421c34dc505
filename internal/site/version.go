package site

// Version is that of the program. It stands in the source, and not in what
// the Go command knows of a binary, because go run, go build and go install
// know different things of the same commit, and the site must be the same to
// the byte. Between releases it is the next one's with -dev behind it.
const Version = "0.1.0-dev"

// Generator names the program and its version.
func (s *Site) Generator() string { return "burdenshare " + Version }
