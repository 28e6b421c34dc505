// Package chromium runs a real browser for the tests that need one.
//
// All tests of a binary share one browser and its profile, and each test has its own page. What a page keeps is there
// in the next test of its site: a test takes back what it has chosen. A test waits for a condition and never for a
// time; it fails before go test would stop it.
package chromium

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"burdenshare/internal/tempdir"
)

// names lists the names of the browser on different systems. First is its headless shell, the same engine without the
// windows of a browser, which takes a quarter less of the processor.
var names = []string{"chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser",
	"google-chrome", "google-chrome-stable"}

// withoutFeatures lists what the browser does without: what chromedp disables; the panels below its address bar, each a
// page in a process of its own, which took a quarter of the processor time of all tests; and what it holds ready, a
// process for the next page and the pages before.
const withoutFeatures = "Translate,BlinkGenPropertyTrees,WebUIOmniboxPopup,WebUIOmniboxAimPopup," +
	"SpareRendererForSitePerProcess,BackForwardCache"

var errNone = errors.New("no Chromium")

// A process is the browser that all tests share.
type process struct {
	ctx  context.Context
	stop func()
	err  error
}

var shared *process // nil until a test opens a page

// browser returns the shared browser, which it starts once.
var browser = sync.OnceValue(func() *process {
	shared = start()
	return shared
})

// Open opens a page. It skips the test with -short and if there is no browser. With
// BROWSER=required it fails the test instead if there is no browser.
func Open(t testing.TB) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a browser")
	}
	b := browser()
	if errors.Is(b.err, errNone) && os.Getenv("BROWSER") != "required" {
		t.Skip(b.err)
	}
	if b.err != nil {
		t.Fatal(b.err)
	}
	ctx, stop := chromedp.NewContext(b.ctx)
	t.Cleanup(stop)
	if d, ok := t.(interface{ Deadline() (time.Time, bool) }); ok {
		if at, ok := d.Deadline(); ok {
			ctx, stop = context.WithDeadline(ctx, at.Add(-10*time.Second)) // so that the test can report why
			t.Cleanup(stop)
		}
	}
	Do(t, ctx, chromedp.Navigate("about:blank"))
	return ctx
}

func start() *process {
	path := find()
	if path == "" {
		return &process{err: errNone, stop: func() {}}
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-features", withoutFeatures),
		// One process for all pages, which compiles a library once and is not started for each site: together an
		// eighth of the processor time. What a page may read of another, load and run is decided by its origin and
		// policy in there too.
		chromedp.Flag("process-per-site", true), chromedp.Flag("disable-site-isolation-trials", true),
		chromedp.Flag("renderer-process-limit", "1"),
		// Charts and pages that glide to where they go are painted at every step; a test that is about that prefers it.
		chromedp.Flag("force-prefers-reduced-motion", true),
		// Short scripts are over before helpers of the engine are of use to them.
		chromedp.Flag("js-flags", "--single-threaded"))
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stop := chromedp.NewContext(allocator)
	b := &process{ctx: ctx, stop: func() { stop(); stopAllocator() }}
	b.err = chromedp.Do(ctx, chromedp.Navigate("about:blank")) // the first call starts the browser
	return b
}

func find() string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Main runs the tests of a binary, with temporary folders in memory, and stops the browser that they share:
//
//	func TestMain(m *testing.M) { os.Exit(chromium.Main(m)) }
func Main(m interface{ Run() int }) int {
	defer func() {
		if shared != nil {
			shared.stop()
		}
	}()
	return tempdir.Main(m)
}

// Do runs steps one after another.
func Do(t testing.TB, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// Call calls a command of the browser.
func Call[P, R any](t testing.TB, ctx context.Context, command cdp.Command[P, R], params P) {
	t.Helper()
	if _, err := chromedp.Call(ctx, command, params); err != nil {
		t.Fatal(err)
	}
}

// Scripts switches the scripts of pages on or off.
func Scripts(t testing.TB, ctx context.Context, on bool) {
	t.Helper()
	Call(t, ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
}

// console lets scripts call what the browser's console has: $ finds the first element that matches a selector, $$ all.
var console = chromedp.EvalWithCommandLineAPI

// Evaluate returns the value of a script, awaited if it is a promise. Its $ and $$ find elements, but not in
// what it does later.
func Evaluate[T any](t testing.TB, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise, console))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Await waits until a condition is true in the page, which may navigate to another page in the meantime. If that does
// not happen in a quarter of the time that go test leaves, the test fails with the value of about, a script.
func Await(t testing.TB, ctx context.Context, condition, about string) {
	t.Helper()
	waiting, stop := ctx, func() {}
	if end, ok := ctx.Deadline(); ok {
		waiting, stop = context.WithTimeout(ctx, time.Until(end)/4)
	}
	defer stop()
	var err error
	for pause := 10 * time.Millisecond; waiting.Err() == nil; pause = min(pause*3/2, 80*time.Millisecond) {
		var ok bool
		if ok, err = chromedp.Run(waiting, chromedp.Evaluate[bool]("Boolean("+condition+")", console)); ok {
			return
		}
		select {
		case <-waiting.Done():
		case <-time.After(pause):
		}
	}
	said, _ := chromedp.Run(ctx, chromedp.Evaluate[any](about))
	t.Fatalf("condition did not become true: %s (%v); %v", condition, err, said)
}
