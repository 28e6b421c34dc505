// Package report_test holds this repository's own report, its figures and articles, against what has to hold of every
// site, and its figures against what is known of them from elsewhere. The tests of the program are in the packages of
// the program. Who makes another report with it deletes this folder, or changes known_test.go.
package report_test

import (
	"os"
	"testing"

	"burdenshare/internal/chromium"
	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

const repo = ".."

func TestMain(m *testing.M) { os.Exit(sitetest.Main(m)) }

// TestReport builds the report without a finding, and holds it against all that has to hold of every site.
func TestReport(t *testing.T) { sitetest.Check(t, sitetest.Own(t)) }

// TestBrowserCharts holds that no label of any of its charts is clipped or stands on another.
func TestBrowserCharts(t *testing.T) {
	sitetest.CheckCharts(t, chromium.Open(t), sitetest.Own(t))
}

// TestBrowserTraces holds that numbers drawn from the report lead to their release, their publisher and their row in
// two clicks: ninety, five hundred with LONG=1 in the environment.
func TestBrowserTraces(t *testing.T) {
	sitetest.CheckTraces(t, chromium.Open(t), sitetest.Own(t), golden.Trials(90, 90, 500))
}
