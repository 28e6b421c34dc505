package sitetest

import (
	"context"
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
)

// traceScript is a function of the address of a page, how many of its numbers to trace, and the seed that selects them.
//
//go:embed traces.js
var traceScript string

// CheckTraces selects numbers of the site at random: each must lead to its release, its publisher's or finder's page
// and its row in two clicks.
func CheckTraces(t *testing.T, ctx context.Context, s *Site, numbers int) {
	const ofPage = 9
	t.Helper()
	site := s.Serve()
	var pages []string
	for _, name := range s.Pages() {
		if !strings.HasPrefix(name, "charts/") && name != "404.html" { // charts are traced where they are
			pages = append(pages, strings.TrimSuffix(name, "index.html"))
		}
	}
	random := rand.New(rand.NewPCG(20170215, 0))
	random.Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
	drawn := 0
	// The policy of the pages forbids the base with which the others are read.
	chromium.Call(t, ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true})
	chromium.Do(t, ctx, chromedp.Navigate(site))
	for i, name := range pages {
		if drawn >= numbers {
			break
		}
		got := chromium.Evaluate[struct {
			Drawn int
			Lost  []string
		}](t, ctx, fmt.Sprintf("(%s)(%q, %d, %d)", traceScript, site+name, ofPage, i+1))
		drawn += got.Drawn
		for _, lost := range got.Lost {
			t.Errorf("/%s: %s", name, lost)
		}
	}
	if drawn < numbers {
		t.Errorf("only %d numbers drawn, want %d", drawn, numbers)
	}
}
