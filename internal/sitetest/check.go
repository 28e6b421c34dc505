package sitetest

import "testing"

// checks lists the checks of every site.
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
	{"options", checkOptions},
	{"cards", checkCards},
	{"data package", checkDataPackage},
	{"tone", checkTone},
	{"weight", checkWeight},
	{"language", checkLanguage},
	{"safety", CheckSafe},
}

// Check runs all checks on a site.
func Check(t *testing.T, s *Site) {
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) { c.hold(t, s) })
	}
}
