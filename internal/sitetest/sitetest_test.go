package sitetest_test

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

func TestMain(m *testing.M) { os.Exit(sitetest.Main(m)) }

// TestWhole checks a whole report.
func TestWhole(t *testing.T) {
	s := sitetest.Whole(t)
	if testing.Short() {
		t.Skip("the report is only checked without -short")
	}
	sitetest.Check(t, s)
}

// own matches code that reads the report of the repository itself.
var own = regexp.MustCompile(`DirFS\((?:filepath\.Join\((?:"\.\.", )*"\.\."\)|"(?:\.\./)*\.\.")\)|\("(?:\.\./)+(?:data|content)\b|"\.\.", "(?:data|content)"`)

// TestApart checks that only report_test reads data/ and content/, so that another report does not fail the tests of
// the program.
func TestApart(t *testing.T) {
	for _, folder := range []string{"internal", "cmd"} {
		for name, src := range golden.Files(filepath.Join(sitetest.Repo, folder)) {
			if found := own.Find(src); found != nil && path.Ext(name) == ".go" {
				t.Errorf("%s/%s reads the report of the repository: %s; use testdata/report, which does not change", folder, name, found)
			}
		}
	}
}

// TestBothGuidelines checks that a founder's page counts the years of the series and not those of its membership.
func TestBothGuidelines(t *testing.T) {
	s := sitetest.Whole(t)
	for member, want := range map[string]string{
		"cadria":   "in two of the 13 years from 2014 on with figures for both", // a member since 1949
		"finmoor":  "in all four years from 2023 on with figures for both",
		"slovoria": "in none of the 13 years from 2014 on with figures for both",
	} {
		if page := string(s.Files["members/"+member+"/index.html"]); !strings.Contains(page, "As things stand it meets both guidelines "+want+".") {
			t.Errorf("the page of %s does not say %q", member, want)
		}
	}
}
