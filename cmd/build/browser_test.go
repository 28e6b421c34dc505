package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
)

// browser starts a real Chromium; see chromium.Open.
func browser(t *testing.T) context.Context {
	t.Helper()
	return chromium.Open(t)
}

// serve serves the real site from the path that config.toml names, as a project
// page has it.
func serve(t *testing.T) string {
	files := published(t)
	s := httptest.NewServer(http.StripPrefix("/burden-sharing/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if name == "" || name[len(name)-1] == '/' {
			name += "index.html"
		}
		body, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}[filepath.Ext(name)])
		_, _ = w.Write(body)
	})))
	t.Cleanup(s.Close)
	return s.URL + "/burden-sharing/"
}

// A look is what a page looks like to its reader.
type look struct {
	Width   int      // of the document; wider than the window means that it overflows
	Styled  bool     // the style sheet came through
	Wide    int      // wide drawings that can be seen
	Narrow  int      // narrow ones
	Clipped []string // texts of drawings that reach beyond their drawing
	Crossed []string // texts of drawings that stand on one another
}

const lookScript = `(() => {
	const seen = e => { const r = e.getBoundingClientRect(); return r.width > 100 && r.height > 50 && getComputedStyle(e).display !== 'none' };
	const at = e => (e.closest('figure').dataset.page ?? '') + ': ';
	const clipped = [], crossed = [];
	const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
		&& Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * .3; // a line's box is taller than its letters
	for (const svg of document.querySelectorAll('figure.chart svg')) {
		if (!seen(svg)) continue;
		const box = svg.getBoundingClientRect();
		for (const text of svg.querySelectorAll('text')) {
			const r = text.getBoundingClientRect();
			if (r.width && (r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1))
				clipped.push(at(svg) + text.textContent);
		}
		const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => [t, t.getBoundingClientRect()]);
		texts.forEach(([t, a], i) => texts.slice(i + 1).forEach(([u, b]) => {
			if (a.width && b.width && meet(a, b)) crossed.push(at(svg) + t.textContent + ' / ' + u.textContent);
		}));
	}
	return {
		Width: document.documentElement.scrollWidth,
		Styled: getComputedStyle(document.body).marginTop === '0px',
		Wide: [...document.querySelectorAll('svg.wide')].filter(seen).length,
		Narrow: [...document.querySelectorAll('svg.narrow')].filter(seen).length,
		Clipped: clipped,
		Crossed: crossed,
	};
})()`

// TestBrowserLayout opens pages as readers do: the charts are to be seen, in
// the drawing that fits, and nothing overflows.
func TestBrowserLayout(t *testing.T) {
	ctx, root := browser(t), serve(t)
	for _, c := range []struct {
		page   string
		charts int
	}{
		{"", 3}, {"what-if/3.5/", 1}, {"members/united-kingdom/", 2}, {"members/iceland/", 0}, {"years/2016/", 1},
		{"articles/fallon-briefing/", 1}, {"data/", 0}, {"methods/", 0}, {"members/", 0}, {"years/", 1},
	} {
		for _, width := range []int64{320, 360, 768, 1440} {
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 800), chromedp.Navigate(root+c.page)); err != nil {
				t.Fatal(err)
			}
			l, err := chromedp.Run(ctx, chromedp.Evaluate[look](lookScript))
			if err != nil {
				t.Fatal(err)
			}
			if l.Width > int(width) {
				t.Errorf("/%s is %d px wide in a window of %d", c.page, l.Width, width)
			}
			if !l.Styled {
				t.Errorf("/%s has no style", c.page)
			}
			if l.Wide+l.Narrow != c.charts || width < 500 && l.Wide > 0 {
				t.Errorf("/%s at %d px shows %d wide and %d narrow drawings, want %d in all", c.page, width, l.Wide, l.Narrow, c.charts)
			}
			if len(l.Clipped) > 0 || len(l.Crossed) > 0 {
				t.Errorf("/%s at %d px clips %q and lets %q cross", c.page, width, l.Clipped, l.Crossed)
			}
		}
	}
}

// TestBrowserEveryChart holds of every chart of the site, in both drawings,
// that no label is clipped or stands on another. They are looked at in one
// page, which holds the figures of all.
func TestBrowserEveryChart(t *testing.T) {
	ctx, root := browser(t), serve(t)
	pages := slices.DeleteFunc(slices.Sorted(maps.Keys(published(t))), func(name string) bool {
		return !strings.HasPrefix(name, "charts/") || strings.Count(name, "/") != 2 || !strings.HasSuffix(name, "/index.html")
	})
	if len(pages) < 50 {
		t.Errorf("only %d charts are looked at", len(pages))
	}
	do(t, ctx, chromedp.Navigate(root+pages[0]))
	list, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	evaluate[int](t, ctx, fmt.Sprintf(`Promise.all(%s.map(async name => {
		const page = new DOMParser().parseFromString(await (await fetch(%q + name)).text(), 'text/html');
		return [name, page.querySelector('figure.chart')];
	})).then(all => {
		const place = document.querySelector('figure.chart').parentElement;
		document.querySelector('figure.chart').remove();
		for (const [name, figure] of all) { figure.dataset.page = name; place.append(figure) }
		return all.length;
	})`, list, root))
	for _, width := range []int64{360, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 800))
		l := evaluate[look](t, ctx, lookScript)
		if len(l.Clipped) > 0 || len(l.Crossed) > 0 || l.Width > int(width) || l.Wide+l.Narrow != len(pages) {
			t.Errorf("at %d px %d and %d of %d charts are seen, %d px wide, clipping %q and letting %q cross", width, l.Wide, l.Narrow, len(pages), l.Width, l.Clipped, l.Crossed)
		}
	}
}

// TestBrowserAccessibility runs axe-core over each kind of page, at two widths, and for the colours in the dark.
func TestBrowserAccessibility(t *testing.T) {
	ctx, root := browser(t), serve(t)
	for _, page := range []string{"", "members/", "members/poland/", "members/iceland/", "years/", "years/2016/", "articles/",
		"articles/fallon-briefing/", "articles/why-five-became-four/", "charts/", "charts/distance-2016/", "tags/britain/", "claims/", "what-if/5/", "limits/", "a-z/", "data/", "methods/", "404.html"} {
		chromium.Scheme(t, ctx, "light")
		for _, width := range []int64{360, 1440} {
			do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(root+page))
			chromium.Axe(t, ctx, fmt.Sprintf("/%s at %d px", page, width))
		}
		chromium.Scheme(t, ctx, "dark")
		chromium.Axe(t, ctx, "/"+page+" in the dark", chromium.Colours...)
	}
}
