package browser_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// A factNote is the note that a fact shows, and how it stands to its words.
type factNote struct {
	Fact    string // data-fact of the described fact
	Role    string
	Text    string
	Covers  bool // it lies on the words
	Outside bool // it reaches beyond the window's sides
	Links   int
	Open    int // notes that can be seen
}

const factNoteScript = `(() => {
	const note = document.getElementById('fact_note');
	const open = note && getComputedStyle(note).display !== 'none';
	const fact = $('a.fact[aria-describedby]');
	if (!open || !fact || fact.getAttribute('aria-describedby') !== note.id) return {Open: open ? 1 : 0};
	const n = note.getBoundingClientRect(), f = [...fact.getClientRects()];
	return {
		Fact: fact.dataset.fact, Role: note.getAttribute('role'), Text: note.innerText, Open: 1,
		Covers: f.some(r => n.left < r.right && r.left < n.right && n.top < r.bottom && r.top < n.bottom),
		Outside: n.left < 0 || n.right > document.documentElement.clientWidth,
		Links: note.querySelectorAll('a, button, [id]').length,
	};
})()`

func noteOf(t *testing.T, ctx context.Context) factNote {
	t.Helper()
	return evaluate[factNote](t, ctx, factNoteScript)
}

// awaitNote waits until so many notes can be seen.
func awaitNote(t *testing.T, ctx context.Context, open int) {
	t.Helper()
	chromium.Await(t, ctx, fmt.Sprintf("%s.Open === %d", factNoteScript, open), factNoteScript)
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	chromium.Do(t, ctx, steps...)
}

func evaluate[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	return chromium.Evaluate[T](t, ctx, script)
}

// tabTo presses Tab until a fact has the focus.
func tabTo(t *testing.T, ctx context.Context) {
	t.Helper()
	for range 40 {
		do(t, ctx, chromedp.KeyEvent(kb.Tab))
		if evaluate[bool](t, ctx, `document.activeElement.matches('a.fact')`) {
			return
		}
	}
	t.Fatal("Tab does not come to a fact")
}

const briefing = "articles/falk-briefing/"

// TestBrowserFactByKeyboard goes to a fact with Tab: its note opens and
// describes it, Escape closes it, and Enter goes to the row.
func TestBrowserFactByKeyboard(t *testing.T) {
	ctx, root := open(t)
	for _, width := range []int64{320, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 700), chromedp.Navigate(root+briefing))
		tabTo(t, ctx)
		n := noteOf(t, ctx)
		if n.Fact != "allies/2016/meeting" || n.Role != "tooltip" || n.Covers || n.Outside || n.Links > 0 {
			t.Errorf("at %d px the note of the first fact is %+v", width, n)
		}
		for _, want := range []string{"5 of 28", "estimate", "NORDA, 4 July 2016", "Since revised to 4 of 28"} {
			if !strings.Contains(n.Text, want) {
				t.Errorf("the note does not say %q: %q", want, n.Text)
			}
		}
		do(t, ctx, chromedp.KeyEvent(kb.Escape))
		if n := noteOf(t, ctx); n.Open > 0 || evaluate[bool](t, ctx, `$('[aria-describedby=fact_note]') !== null`) {
			t.Errorf("Escape leaves the note: %+v", n)
		}
		do(t, ctx, chromedp.KeyEvent(kb.Enter))
		if at := evaluate[string](t, ctx, `location.hash`); at != "#fact-1" {
			t.Errorf("Enter leads to %q", at)
		}
		if w := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); w > width {
			t.Errorf("the page is %d px wide in a window of %d", w, width)
		}
	}
}

// TestBrowserFactByPointer rests a pointer on facts at the width of a small phone: each note fits and covers no words.
// One stays while the pointer is on it, and goes away after.
func TestBrowserFactByPointer(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(320, 600), chromedp.Navigate(root+briefing))
	facts := evaluate[int](t, ctx, `$$('a.fact').length`)
	for i := range min(facts, 8) {
		at := evaluate[[]float64](t, ctx, fmt.Sprintf(`(f => {
			f.scrollIntoView({block: 'center', behavior: 'instant'});
			const r = f.getClientRects()[0];
			return [r.left + r.width / 2, r.top + r.height / 2];
		})($$('a.fact')[%d])`, i))
		mouseTo(t, ctx, at[0], at[1])
		awaitNote(t, ctx, 1)
		n := noteOf(t, ctx)
		if n.Open == 0 || n.Covers || n.Outside {
			t.Errorf("the note of fact %d: %+v", i, n)
		}
		if i == 0 { // it stays under the pointer
			hover(t, ctx, "#fact_note")
			evaluate[int](t, ctx, `new Promise(r => setTimeout(r, 400, 0))`) // longer than a note stays that the pointer has left
			if noteOf(t, ctx).Open == 0 {
				t.Error("the note goes away under the pointer")
			}
		}
		mouseTo(t, ctx, 2, 2)
		awaitNote(t, ctx, 0)
	}
}

// TestBrowserFactWithoutScript follows a fact to its row and back, with scripts switched off.
func TestBrowserFactWithoutScript(t *testing.T) {
	ctx, root := open(t)
	chromium.Scripts(t, ctx, false)
	for _, page := range []string{briefing, briefing + "now/"} {
		do(t, ctx, chromedp.EmulateViewport(360, 700), chromedp.Navigate(root+page), chromedp.Click("#use-3-2 a.fact"))
		chromium.Await(t, ctx, fmt.Sprintf(`location.href.endsWith("%s#fact-3")`, page), `location.href`)
		do(t, ctx, chromedp.Click("#fact-3 a[href='#use-3-2']"))
		chromium.Await(t, ctx, fmt.Sprintf(`location.href.endsWith("%s#use-3-2")`, page), `location.href`)
	}
}

// TestBrowserFactFromFile opens an article from the file system, as an editor
// does with a build: the script works there too, and no choice of colours is offered, which would not.
func TestBrowserFactFromFile(t *testing.T) {
	ctx, dir := chromium.Open(t), sitetest.Whole(t).Folder(t)
	do(t, ctx, chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/"+briefing+"index.html"))
	tabTo(t, ctx)
	if n := noteOf(t, ctx); n.Open == 0 {
		t.Error("no note")
	}
	if ring := evaluate[string](t, ctx, `getComputedStyle(document.activeElement).outlineWidth`); ring != "3px" {
		t.Errorf("the number with the focus has a ring of %s", ring)
	}
	if evaluate[bool](t, ctx, `$('.scheme').checkVisibility()`) {
		t.Error("a choice of colours")
	}
}

// TestBrowserTap reads an article with a finger: the first tap on a number opens its note in place, a tap on a word of
// the glossary what the glossary says of it, in the window and on no other page. Without scripts the word leads there.
func TestBrowserTap(t *testing.T) {
	ctx, root := open(t)
	chromium.Call(t, ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	do(t, ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(root+briefing))
	evaluate[int](t, ctx, `document.documentElement.style.scrollBehavior = "auto", 0`)
	tap(t, ctx, ".prose a.fact")
	awaitNote(t, ctx, 1)
	if n := noteOf(t, ctx); n.Covers || n.Outside || evaluate[string](t, ctx, `location.hash`) != "" {
		t.Errorf("after a tap: %+v, at %s", n, evaluate[string](t, ctx, `location.hash`))
	}
	tap(t, ctx, ".prose a.term")
	chromium.Await(t, ctx, `$(".gloss:popover-open")`, `location.href`)
	if at := evaluate[string](t, ctx, `(r => r.left >= 0 && r.right <= 360 && r.top >= 0 && r.bottom <= 740 ? "" : JSON.stringify(r))($(".gloss:popover-open").getBoundingClientRect()) + location.hash`); at != "" {
		t.Errorf("the note of a term is at %s", at)
	}
	chromium.Axe(t, ctx, "a term explained")
	do(t, ctx, chromedp.KeyEvent(kb.Escape))
	chromium.Await(t, ctx, `!$(".gloss:popover-open")`, `document.activeElement.outerHTML`)

	chromium.Scripts(t, ctx, false)
	do(t, ctx, chromedp.Navigate(root+briefing), chromedp.Click(".prose a.term"))
	chromium.Await(t, ctx, `location.href.includes("/glossary/index.html#")`, `location.href`) // without scripts
}
