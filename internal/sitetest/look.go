package sitetest

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
)

// A Look describes what a page looks like to its reader.
type Look struct {
	Width   int      // of the document; if wider than the window, it overflows
	Styled  bool     // the style sheet was loaded
	Wide    int      // number of visible wide drawings
	Narrow  int      // number of visible narrow drawings
	Clipped []string // texts that extend beyond their drawing
	Crossed []string // texts of drawings that overlap
}

//go:embed look.js
var lookScript string

// LookAt returns the Look of the open page.
func LookAt(t testing.TB, ctx context.Context) Look {
	t.Helper()
	return chromium.Evaluate[Look](t, ctx, "("+lookScript+")()")
}

// CheckCharts checks every chart of the site, in both drawings, for labels that are clipped or overlap. It shows all
// drawings in one page.
func CheckCharts(t *testing.T, ctx context.Context, s *Site) {
	t.Helper()
	root := s.Serve()
	pages := slices.DeleteFunc(s.Pages(), func(name string) bool {
		is, _ := path.Match("charts/*/index.html", name)
		return !is
	})
	if len(pages) == 0 {
		t.Fatal("no chart was checked")
	}
	chromium.Do(t, ctx, chromedp.Navigate(root+pages[0]))
	list, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	chromium.Evaluate[int](t, ctx, fmt.Sprintf(`Promise.all(%s.map(async name => {
		const page = new DOMParser().parseFromString(await (await fetch(%q + name)).text(), 'text/html');
		return [name, page.querySelector('figure.chart')];
	})).then(all => {
		const place = document.querySelector('figure.chart').parentElement;
		document.querySelector('figure.chart').remove();
		for (const [name, figure] of all) { figure.dataset.page = name; place.append(figure) }
		return all.length;
	})`, list, root))
	for _, width := range []int64{360, 1440} {
		chromium.Do(t, ctx, chromedp.EmulateViewport(width, 800))
		l := LookAt(t, ctx)
		if len(l.Clipped) > 0 || len(l.Crossed) > 0 || l.Width > int(width) || l.Wide+l.Narrow != len(pages) {
			t.Errorf("at %d px %d and %d of %d charts are seen, %d px wide, clipping %q and letting %q cross", width,
				l.Wide, l.Narrow, len(pages), l.Width, l.Clipped, l.Crossed)
		}
	}
}
