package chromium

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A violation is a problem found by axe-core.
type violation struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes int    `json:"nodes"`
	First string `json:"first"`
}

// Colours lists the rules of axe-core whose results depend on the colours of a page. If all rules have been run in
// one scheme, these are enough in the other.
var Colours = []string{"color-contrast", "link-in-text-block"}

// Sizes lists the rules whose results depend on the width of the window.
var Sizes = []string{"target-size", "scrollable-region-focusable"}

// Prefer makes the browser have a feature of media and no other: "prefers-color-scheme", "dark".
func Prefer(t testing.TB, ctx context.Context, feature, value string) {
	t.Helper()
	has := []*emulation.MediaFeature{{Name: feature, Value: value}}
	Call(t, ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: has})
}

// Axe reports the accessibility problems that axe-core finds in a part of the open page, with all rules or with some.
// The part is a context of axe-core: a selector, or what is included and excluded.
func Axe(t testing.TB, ctx context.Context, part any, where string, rules ...string) {
	t.Helper()
	Needs(t, "axe-core")
	src, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	options := map[string]any{"resultTypes": []string{"violations"}, "preload": false} // no page turns by a style sheet
	if len(rules) > 0 {
		options["runOnly"] = rules
	}
	asked, err := json.Marshal([]any{part, options})
	if err != nil {
		t.Fatal(err)
	}
	if Evaluate[bool](t, ctx, "typeof axe === 'undefined'") {
		Evaluate[any](t, ctx, src+";0")
	}
	found := Evaluate[[]violation](t, ctx, fmt.Sprintf(`axe.run(...%s).then(r => r.violations.map(v =>
		({id: v.id, help: v.help, nodes: v.nodes.length, first: v.nodes[0].html.slice(0, 160)})))`, asked))
	for _, v := range found {
		t.Errorf("%s: %s (%s), %d times, first %s", where, v.ID, v.Help, v.Nodes, v.First)
	}
}

// Needs skips a test that needs an npm package that is not installed. With BROWSER=required the test fails instead.
func Needs(t testing.TB, name string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(modules, name)); err == nil {
		return
	}
	if os.Getenv("BROWSER") == "required" {
		t.Fatalf("%s is missing; run npm ci --ignore-scripts", name)
	}
	t.Skipf("no node_modules; npm ci --ignore-scripts brings %s", name)
}

// modules is the folder of npm packages, relative to packages two folders deep.
var modules = filepath.Join("..", "..", "node_modules")

var axe = sync.OnceValues(func() (string, error) {
	src, err := os.ReadFile(filepath.Join(modules, "axe-core", "axe.min.js"))
	return string(src), err
})
