package sitetest

import "testing"

// checks are what has to hold of every site.
var checks = []struct {
	name string
	hold func(*testing.T, *Site)
}{
	{"links", CheckLinks},
	{"frame", checkFrame},
	{"heads", checkHeads},
	{"sitemap", checkSitemap},
	{"feeds", checkFeeds},
	{"search", checkSearch},
	{"citations", checkCitations},
	{"marks", checkMarks},
	{"downloads", checkDownloads},
	{"cards", checkCards},
	{"data package", checkDataPackage},
	{"tone", checkTone},
	{"weight", checkWeight},
	{"language", checkLanguage},
	{"safety", CheckSafe},
}

// Check holds a site against all that has to hold of every site.
func Check(t *testing.T, s *Site) {
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) { c.hold(t, s) })
	}
}
