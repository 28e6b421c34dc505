package browser_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// What the search field's page has fetched, by the search's own files.
const searchFetched = `performance.getEntriesByType('resource').map(e => e.name.split('/').pop().replace(/-[0-9a-f]{8}/, '')).filter(n => /^search-panel|^search\.json/.test(n)).sort().join(' ')`

// A foundLine is a line of what search found.
type foundLine struct{ Name, Kind, Marked, Href string }

const foundScript = `$$('#search_found:not([hidden]) [role=option]').map(o => ({
	Name: o.querySelector('.name').textContent, Kind: o.querySelector('.kind').textContent,
	Marked: [...o.querySelectorAll('mark')].map(m => m.textContent).join(' '), Href: o.getAttribute('href')}))`

// attended has the browser take its page for the one in front: in others no field is entered.
func attended(t *testing.T, ctx context.Context) context.Context {
	t.Helper()
	chromium.Call(t, ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return ctx
}

// searchable skips the test where the site was built without the library.
func searchable(t *testing.T) { chromium.Needs(t, "minisearch") }

// ask has words in the field of an open page, in place of what it has, of which it types the last letter.
func ask(t *testing.T, ctx context.Context, words string) []foundLine {
	t.Helper()
	awaitScript(t, ctx, `$('.search input[role=combobox]')`)
	_, last := utf8.DecodeLastRuneInString(words)
	begun := words[:len(words)-last]
	evaluate[int](t, ctx, fmt.Sprintf(`(field => { field.value = ''; field.dispatchEvent(new Event('input')); field.value = %q; return 0 })($('.search input'))`, begun))
	do(t, ctx, chromedp.SendKeys(".search input", words[len(begun):]))
	awaitScript(t, ctx, `$('.search-panel:not([hidden])')`)
	return evaluate[[]foundLine](t, ctx, foundScript)
}

// TestBrowserSearch types into the search field as readers do.
func TestBrowserSearch(t *testing.T) {
	searchable(t)
	ctx, root := open(t)
	attended(t, ctx)
	do(t, ctx, chromedp.EmulateViewport(1024, 800), chromedp.Navigate(root+"members/polmark/"))
	evaluate[int](t, ctx, `window.faults = [], addEventListener('error', e => faults.push(e.message)), document.addEventListener('securitypolicyviolation', e => faults.push(e.violatedDirective)), 0`)
	if got := evaluate[string](t, ctx, searchFetched); got != "" {
		t.Errorf("before the field was entered: %s", got)
	}
	do(t, ctx, chromedp.Focus(".search input"))
	awaitScript(t, ctx, `$('.search input[role=combobox]')`)
	if got := evaluate[string](t, ctx, searchFetched); got != "search-panel.js search.json" {
		t.Errorf("once it was entered: %s", got)
	}

	for _, c := range []struct{ words, first, kind, marked string }{
		{"turm", "Türmiye 2.", "Member", "Türm"},
		{"TÜRMİYE", "Türmiye 2.", "Member", "Türmiye"},
		{"turmey", "Türmiye (Turmey)", "Member", "Turmey"},
		{"polmarka", "Polmark (Polmarka)", "Member", "Polmarka"},
		{"γροβια", "Grovia (Γροβία)", "Member", "Γροβία"},
		{"Gelland", "Gelmark (Gelland)", "Member", "Gelland"},
		{"vane", "Falk asks allies", "Article", ""},
		{"gelmark v frobia", "Gelmark and Frobia, side by side", "Page", ""},
		{"sparavia 2024", "Sparavia in 2024", "Year", ""},
		{"3.5%", "What if the guideline were 3.5% of income?", "Page", "3 5"},
		{"5%", "What if the guideline were 5% of income?", "Page", "5"},
		{"lettland", "", "", ""},
		{"estvlae", "Estvale", "Member", "Estvale"}, // two letters changed places
		{"2016", "2016", "Year", "2016"},
		{"falk", "Falk asks allies", "Article", "Falk"},
		{"vintage", "Vintage", "Term", "Vintage"},
		{"survey", "SURVEY", "Source", "SURVEY"},
		{"methods", "", "Page", ""},
		{"3.8% in real terms", "allies without Usonia raised", "Claim", ""},
		{"zzzz", "", "", ""},
	} {
		got := ask(t, ctx, c.words)
		if len(got) == 0 {
			if c.kind != "" {
				t.Errorf("%s: nothing", c.words)
			} else if said := evaluate[string](t, ctx, `$('.search-panel [role=status]').textContent`); said != "Nothing is found for “"+c.words+"”." {
				t.Errorf("%s: %q is said", c.words, said)
			}
			continue
		}
		if c.kind == "" {
			t.Errorf("%s: %v", c.words, got)
			continue
		}
		if f := got[0]; !strings.HasPrefix(f.Name, c.first) || f.Kind != c.kind || c.marked != "" && f.Marked != c.marked {
			t.Errorf("%s: first %+v", c.words, f)
		}
	}

	// What is found stands in the window, however the head is laid out.
	ask(t, ctx, "defence")
	for _, width := range []int64{320, 600, 800, 1024, 1200, 1920} {
		do(t, ctx, chromedp.EmulateViewport(width, 800))
		awaitScript(t, ctx, `$('.search-panel:not([hidden])')`)
		if at := evaluate[[2]float64](t, ctx, `(r => [r.left, document.documentElement.clientWidth - r.right])($('.search-panel').getBoundingClientRect())`); at[0] < 0 || at[1] < 0 {
			t.Errorf("at %d px the panel is %v from the edges", width, at)
		}
	}

	// The keyboard: arrows go round, Escape closes and keeps the words, Enter opens.
	lines := ask(t, ctx, "po")
	chosen := `document.getElementById($('.search input').getAttribute('aria-activedescendant'))?.getAttribute('href') ?? ''`
	at := func() int {
		href := evaluate[string](t, ctx, chosen)
		return slices.IndexFunc(lines, func(f foundLine) bool { return f.Href == href })
	}
	if len(lines) < 3 || at() != 0 {
		t.Fatalf("of %d lines, %d is chosen", len(lines), at())
	}
	for _, step := range []struct {
		key  string
		want int
	}{{kb.ArrowDown, 1}, {kb.ArrowDown, 2}, {kb.ArrowUp, 1}, {kb.ArrowUp, 0}, {kb.ArrowUp, len(lines) - 1}, {kb.ArrowDown, 0}} {
		do(t, ctx, chromedp.SendKeys(".search input", step.key))
		if at() != step.want {
			t.Errorf("%q leads to line %d, want %d", step.key, at(), step.want)
		}
	}
	do(t, ctx, chromedp.SendKeys(".search input", kb.Escape))
	if state := evaluate[string](t, ctx, `[$('.search-panel').hidden, $('.search input').value, $('.search input').getAttribute('aria-expanded')].join(' ')`); state != "true po false" {
		t.Errorf("after Escape: %s", state)
	}
	if faults := evaluate[[]string](t, ctx, `faults`); len(faults) > 0 {
		t.Errorf("faults: %q", faults)
	}
	ask(t, ctx, "polmarka")
	do(t, ctx, chromedp.SendKeys(".search input", kb.ArrowDown+kb.ArrowUp+kb.Enter))
	awaitPlace(t, ctx, "members/polmark/index.html")

	// Where nothing is found, Enter leads to everything by name, which takes the words along.
	do(t, ctx, chromedp.Navigate(root+"years/2016/"), chromedp.Focus(".search input"))
	ask(t, ctx, "qqqq")
	do(t, ctx, chromedp.SendKeys(".search input", kb.Enter))
	awaitPlace(t, ctx, "a-z/index.html?q=qqqq")
	awaitScript(t, ctx, `$('.search-panel:not([hidden]) [role=status]')?.textContent.includes('qqqq')`)
}

// awaitPlace waits until the browser has gone to an address that ends so.
func awaitPlace(t *testing.T, ctx context.Context, end string) {
	t.Helper()
	chromium.Await(t, ctx, fmt.Sprintf(`(window.faults ??= [], document.readyState === 'complete' && location.href.endsWith(%q))`, end), `location.href`)
}

// TestBrowserSearchAxe looks for barriers in the search field and what it found; the page around it is among those of
// TestBrowserAccessibility.
func TestBrowserSearchAxe(t *testing.T) {
	searchable(t)
	ctx, root := open(t)
	attended(t, ctx)
	for _, width := range []int64{360, 1440} {
		chromium.Scheme(t, ctx, "light")
		do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(root+"a-z/"), chromedp.Focus(".search input"))
		evaluate[int](t, ctx, `window.faults = [], 0`)
		for _, words := range []string{"an", "zzzz"} {
			ask(t, ctx, words)
			if wide := evaluate[int](t, ctx, `document.documentElement.scrollWidth`); int64(wide) > width {
				t.Errorf("at %d px the page is %d wide", width, wide)
			}
			if evaluate[bool](t, ctx, `$$(".search [role=option]").some(o => getComputedStyle(o).borderLeftWidth !== "0px")`) {
				t.Error("in forced colours what is not selected would have the edge of what is")
			}
			chromium.AxeIn(t, ctx, ".search", fmt.Sprintf("%q at %d px", words, width))
		}
		chromium.Scheme(t, ctx, "dark")
		chromium.AxeIn(t, ctx, ".search", fmt.Sprintf("at %d px in the dark", width), chromium.Colours...)
	}
}

// TestBrowserSearchFile opens the site from the file system, where nothing can be fetched.
func TestBrowserSearchFile(t *testing.T) {
	searchable(t)
	ctx := attended(t, chromium.Open(t))
	dir := sitetest.Whole(t).Folder(t)
	do(t, ctx, chromedp.Navigate("file://"+dir+"/articles/index.html"), chromedp.Focus(".search input"))
	evaluate[int](t, ctx, `window.faults = [], 0`)
	awaitScript(t, ctx, `$('.search input[role=combobox]')`)
	if got := ask(t, ctx, "hundors"); len(got) == 0 || !strings.HasPrefix(got[0].Name, "Hundoria (Hundország)") {
		t.Errorf("found %v", got)
	}
	do(t, ctx, chromedp.SendKeys(".search input", kb.Enter))
	awaitPlace(t, ctx, "/members/hundoria/index.html")
}
