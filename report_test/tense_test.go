package report_test

import (
	"strings"
	"testing"

	"burdenshare/internal/sitetest"
)

// TestTense holds that a year is told as past only when its figures are of a
// year that was over, and as a fact only when they are no estimates.
func TestTense(t *testing.T) {
	s := sitetest.Own(t)
	for page, want := range map[string]string{
		"index.html":                           "allies are on course to meet 2% of GDP in 2026.",
		"years/2026/index.html":                "are on course to meet 2% of GDP in 2026.",
		"years/2025/index.html":                "are estimated to have met 2% of GDP in 2025.",
		"years/2024/index.html":                "allies met 2% of GDP in 2024.",
		"members/czechia/index.html":           "2026 is the first in which it is expected to meet the guideline.",
		"members/luxembourg/index.html":        "As things stand it meets the guideline in every year from 2025 on.",
		"members/index.html":                   "expected from 2026",
		"what-if/3/index.html":                 "are expected to be at or above 3% in 2026.",
		"search.json":                          "in 2026, expected",
		"charts/distance-2026/index.html":      "Slovenia alone below 2% of GDP in 2026 (expected)",
		"charts/meeting/index.html":            "Three of 28 allies were at or above 2% of GDP in 2014, with 30 of 32 expected in 2026.",
		"charts/quadrant/index.html":           "29 of 32 allies are expected to meet both 2% of GDP and 20% on equipment in 2026.",
		"years/2016/index.html":                `<p class="chart-lead">The United States is highest at 3.49%, 1.49 points above; Luxembourg is lowest`,
		"charts/map-2026/index.html":           "30 of 32 allies are expected to be at or above 2% of GDP in 2026.",
		"claims/index.html":                    `still an estimate</span>`, // of 2024, in April 2025
		"members/greece/index.html":            "By its figure for 2026 Greece is at or above 3.5% of GDP already",
		"charts/revisions-svn-2025/index.html": "turned: ≥30 → 28 by 7 July 2026",
		"years/index.html":                     `<b>30</b> of 32<abbr title="estimate">e</abbr>`,
	} {
		if !strings.Contains(string(s.Files[page]), want) {
			t.Errorf("%s does not say %q", page, want)
		}
	}
	for page, wrong := range map[string]string{
		"index.html":                    "allies meet 2% of GDP.",
		"years/2026/index.html":         " met 2% of GDP in 2026",
		"members/luxembourg/index.html": "stood at",
		"claims/index.html":             ">expected<",
	} {
		if strings.Contains(string(s.Files[page]), wrong) {
			t.Errorf("%s says %q of a year that is not over", page, wrong)
		}
	}
}

// TestBeforeJoining holds that the page of a member with figures from before it
// joined says that they do not count, and no other does.
func TestBeforeJoining(t *testing.T) {
	s := sitetest.Own(t)
	for name, joined := range map[string]string{"finland": "2023", "sweden": "2024", "montenegro": "2017", "poland": ""} {
		page := string(s.Files["members/"+name+"/index.html"])
		if says := strings.Contains(page, "It joined in "+joined+"; earlier years are shown, but it is not counted"); says != (joined != "") {
			t.Errorf("%s says that it was no ally of earlier years: %v", name, says)
		}
	}
}
