package sitetest_test

import (
	"context"
	_ "embed"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

//go:embed watch.js
var watchScript string

//go:embed use.js
var useScript string

// A watcher records the requests of a page to other hosts, and all dialogs.
type watcher struct {
	mu   sync.Mutex
	own  string
	seen []string
}

func (w *watcher) event(ev any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(ev.Request.URL)
		if err != nil || u.Host != w.own && u.Scheme != "data" && ev.Request.URL != "about:blank" {
			w.seen = append(w.seen, ev.Request.URL)
		}
	case *page.EventJavascriptDialogOpening:
		w.seen = append(w.seen, "a dialog: "+ev.Message)
	}
}

func (w *watcher) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	seen := w.seen
	w.seen = nil
	return seen
}

// hostilePages returns pages of every type, and a selection of those of charts and members.
func hostilePages(s *sitetest.Site, each int) []string {
	var list []string
	count := map[string]int{}
	for _, name := range append(s.Pages(), "feed.xml") {
		parts := strings.Split(name, "/")
		kind := fmt.Sprint(parts[0], len(parts))
		if count[kind]++; (count[kind]-1)%each == 0 {
			list = append(list, strings.TrimSuffix(name, "index.html"))
		}
	}
	drawings := slices.DeleteFunc(slices.Sorted(maps.Keys(s.Files)), func(name string) bool { return path.Ext(name) != ".svg" })
	for i := 0; i < len(drawings); i += 1 + len(drawings)/12 { // opened on their own
		list = append(list, drawings[i])
	}
	return list
}

// TestBrowserHostile opens and uses pages of every type of the report of payloads. With their policy in force nothing
// violates it; with the policy disabled, so that an injected script would run, nothing runs and no request goes to
// another host.
func TestBrowserHostile(t *testing.T) {
	chromium.Needs(t, "minisearch") // and echarts, which comes with it
	ctx := chromium.Open(t)
	s := buildHostile(t)
	root := s.Serve()
	own, err := url.Parse(root)
	golden.OK(t, err)
	w := &watcher{own: own.Host}
	golden.OK(t, chromedp.Listen(ctx, w.event))
	chromium.Call(t, ctx, network.Enable, network.EnableParams{})
	watch := page.AddScriptToEvaluateOnNewDocumentParams{Source: watchScript}
	chromium.Call(t, ctx, page.AddScriptToEvaluateOnNewDocument, watch)
	explored := 0
	for i, name := range hostilePages(s, 40) {
		chromium.Call(t, ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: i%2 == 1})
		chromium.Do(t, ctx, chromedp.Navigate(root+name))
		if strings.HasSuffix(name, "/") || name == "" {
			explored += chromium.Evaluate[int](t, ctx, useScript)
		}
		if got := chromium.Evaluate[[]string](t, ctx, `[...(window.ran ?? []).map((r) => "it ran " + r), ...(window.faults ?? [])]`); len(got) > 0 {
			t.Errorf("/%s: %q", name, got)
		}
		if seen := w.take(); len(seen) > 0 {
			t.Errorf("/%s asks for %q", name, seen)
		}
	}
	if explored == 0 {
		t.Error("no chart was explored")
	}
	searchHostile(t, ctx, root)
	watchesAt(t, ctx, root, w)
}

// searchHostile types payloads into the search field and checks the results.
func searchHostile(t *testing.T, ctx context.Context, root string) {
	t.Helper()
	chromium.Do(t, ctx, chromedp.Navigate(root))
	const field = `document.querySelector(".search input")`
	chromium.Evaluate[int](t, ctx, field+`.focus(), `+field+`.dispatchEvent(new Event("focus")), `+field+`.dispatchEvent(new Event("focusin", {bubbles: true})), 0`)
	chromium.Await(t, ctx, field+`.getAttribute("role") === "combobox"`, `faults`)
	for _, words := range []string{"script alert", "img onerror", "svg onload", "evil", "<script>", "javascript:"} {
		quoted := "`" + words + "`"
		chromium.Evaluate[int](t, ctx, field+`.value = `+quoted+`, `+field+`.dispatchEvent(new Event("input", {bubbles: true})), 0`)
		chromium.Await(t, ctx, `document.querySelector(".search-panel:not([hidden])")`, `faults`)
		if got := chromium.Evaluate[[]string](t, ctx, `[...ran, ...faults, ...[...document.querySelectorAll(".search-panel :is(script, img, iframe, object, style)")].map((e) => e.outerHTML)]`); len(got) > 0 {
			t.Errorf("searching for %q: %q", words, got)
		}
	}
}

// watchesAt injects a payload into a page and checks that this test notices it.
func watchesAt(t *testing.T, ctx context.Context, root string, w *watcher) {
	t.Helper()
	for i, want := range []string{"script-src-attr", "it ran alert 1"} {
		chromium.Call(t, ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: i == 1})
		chromium.Do(t, ctx, chromedp.Navigate(root))
		chromium.Evaluate[int](t, ctx, `document.querySelector("main").insertAdjacentHTML("beforeend", "<img src=x onerror=alert(1)><img src=https://evil.example/x.png>"), 0`)
		chromium.Await(t, ctx, `[...ran.map((r) => "it ran " + r), ...faults].some((f) => f.startsWith("`+want+`"))`, `faults`)
	}
	if seen := w.take(); len(seen) == 0 {
		t.Error("a request to another host was not noticed")
	}
}
