package main

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestRealCrumbs holds that every page below the home page shows the way up,
// and every page a foot that says of which edition it was made.
func TestRealCrumbs(t *testing.T) {
	crumbs, feet := map[string]string{}, map[string]string{}
	framed := map[string]bool{}
	walk(t, published(t), func(page string, n *html.Node) {
		switch {
		case n.Data == "header" && attr(n, "class") == "site-head":
			framed[page] = true
		case n.Data == "nav" && strings.HasPrefix(attr(n, "class"), "crumbs"):
			crumbs[page] = strings.Join(strings.Fields(strings.ReplaceAll(text(n), "\n", " ")), " ")
		case n.Data == "footer" && attr(n, "class") == "site-foot":
			feet[page] = text(n)
		}
	})
	for page := range framed {
		if top := page == "index.html" || page == "404.html"; top != (crumbs[page] == "") {
			t.Errorf("%s: the way up is %q", page, crumbs[page])
		}
		if !strings.Contains(feet[page], "7 July 2026") || !strings.Contains(feet[page], "26,031 figures") {
			t.Errorf("%s: its foot says %q", page, feet[page])
		}
	}
	for page, want := range map[string]string{"members/index.html": "Home", "members/poland/index.html": "HomeMembers", "years/2016/index.html": "HomeYears",
		"methods/index.html": "Home", "articles/fallon-briefing/now/index.html": "HomeArticlesFallon asks allies to share the burden as five of 28 meet the guideline"} {
		if crumbs[page] != want {
			t.Errorf("%s: the way up is %q, want %q", page, crumbs[page], want)
		}
	}
}
