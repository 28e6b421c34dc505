package pages

import (
	"encoding/json"
	"strings"
	"testing"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/i18n"
	"burdenshare/internal/report"
	"burdenshare/templates"
)

// TestReviewIsHarmless puts hostile words into a claim.
func TestReviewIsHarmless(t *testing.T) {
	catalog, _ := i18n.Load(templates.FS, templates.FS, "en-GB")
	s := &maker{Report: &report.Report{Inputs: report.Inputs{Catalog: catalog, Config: &config.Config{Title: "T & <b>", BaseURL: "https://example.org/x/"}}}}
	c := &article.Claim{Claim: &content.Claim{ID: "a", Who: "</script><script>alert(1)", Said: "\u2028 --> <!-- \"", Date: civil.MustParse("2017-02-14")}}
	b, err := json.Marshal([]Object{s.review(c)})
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(b), "<>&\u2028") {
		t.Errorf("could end its element: %s", b)
	}
	var back []map[string]any
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if got := back[0]["url"]; got != "https://example.org/x/claims/#a" {
		t.Errorf("url %v", got)
	}
	if got := back[0]["datePublished"]; got != "2017-02-14" {
		t.Errorf("datePublished %v", got)
	}
	item := back[0]["itemReviewed"].(map[string]any)
	if got := item["author"].(map[string]any)["@type"]; got != "Organization" {
		t.Errorf("without a role the author is %v", got)
	}
}
