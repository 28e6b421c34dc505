package browser_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// sorted is a table as it stands after a click on a head.
type sorted struct {
	Sort  string   // aria-sort of the column
	Names []string // the row heads
	Cells []string // the column
}

const sortedScript = `((sel, column) => {
	const table = $(sel), text = e => e ? e.textContent.trim() : '';
	return {
		Sort: table.tHead.rows[0].cells[column].getAttribute('aria-sort') ?? '',
		Names: [...table.tBodies[0].rows].map(r => text(r.querySelector('th'))),
		Cells: [...table.tBodies[0].rows].map(r => text(r.cells[column])),
	};
})(%q, %d)`

// TestBrowserTables sorts a table with the keyboard: numbers by their size
// with a true minus, words by the alphabet, no figure last either way.
func TestBrowserTables(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(root+"what-if/3.5/"))
	const table = ".whatif-page .table-scroll table"
	press := func(column int, key string) sorted {
		t.Helper()
		head := fmt.Sprintf("%s thead th:nth-child(%d) button", table, column+1)
		do(t, ctx, chromedp.Focus(head), chromedp.KeyEvent(key))
		return evaluate[sorted](t, ctx, fmt.Sprintf(sortedScript, table, column))
	}
	for _, c := range []struct {
		column      int
		key         string
		sort        string
		first, then string // row heads
	}{
		{3, kb.Enter, "descending", "Lirmania", "Estvale"},
		{3, kb.Enter, "ascending", "Slovoria", "Beltria"},  // −1.89, −1.50
		{4, kb.Enter, "descending", "Polmark", "Lirmania"}, // $13.4bn, $1.9bn
		{4, " ", "ascending", "Usonia", "Frobia"},
		{1, kb.Enter, "ascending", "Aldova", "Beltria"},
		{1, kb.Enter, "descending", "Usonia", "Ulmland"},
	} {
		s := press(c.column, c.key)
		if s.Sort != c.sort || s.Names[0] != c.first || s.Names[1] != c.then {
			t.Errorf("column %d is %q and begins %q, want %q, %s, %s (%q)", c.column, s.Sort, s.Names[:2], c.sort, c.first, c.then, s.Cells[:3])
		}
		if last := s.Names[len(s.Names)-1]; c.column > 1 && last != "Icemere" {
			t.Errorf("column %d ends with %s, not with the member without a figure", c.column, last)
		}
		if len(s.Names) != 32 {
			t.Errorf("%d rows are left", len(s.Names))
		}
	}
	// Days are sorted as days, on the page of a year.
	do(t, ctx, chromedp.Navigate(root+"years/2016/"), chromedp.Focus("aside table thead th button"),
		chromedp.KeyEvent(kb.Enter))
	s := evaluate[sorted](t, ctx, fmt.Sprintf(sortedScript, "aside table", 0))
	inOrder := slices.IsSortedFunc(s.Names, func(a, b string) int { return day(t, a).Compare(day(t, b)) })
	if !inOrder || len(s.Names) < 5 || s.Names[0] != "4 July 2016" {
		t.Errorf("editions are sorted %q", s.Names)
	}
}

func day(t *testing.T, printed string) time.Time {
	t.Helper()
	d, err := time.Parse("2 January 2006", printed)
	if err != nil {
		t.Error(err)
	}
	return d
}

// A boxed is a part of a page that scrolls inside it, or is cut off there; drawings, of more elements than all the rest,
// are none. Styles are asked for last: those of what is not shown take longest.
const boxedScript = `$$("main :not(svg *)").filter(e => {
	if (e.scrollHeight <= e.clientHeight + 1 || e.tagName === "TEXTAREA" || e.closest(".sr, svg, .contents")) return false;
	return !["visible", "clip"].includes(getComputedStyle(e).overflowY);
}).map(e => e.tagName + "." + e.className)`

// Column heads of which another column covers the first or the last letter, or that are written on another.
const coveredScript = `$$("main thead th").filter(head => {
	if (!head.checkVisibility() || !head.textContent.trim()) return false;
	const words = head => {
		const all = document.createRange();
		all.selectNodeContents(head.querySelector("button") ?? head);
		return all.getBoundingClientRect();
	};
	head.scrollIntoView({block: "center", behavior: "instant"});
	const box = words(head), middle = box.top + box.height / 2;
	return [...head.parentElement.children].some(other => {
		const on = words(other);
		return other !== head && other.checkVisibility() && other.textContent.trim() && on.left < box.right - 1 && box.left < on.right - 1 && on.top < box.bottom - 1 && box.top < on.bottom - 1;
	}) || [box.left + 2, box.right - 2].some(x => {
		const over = document.elementFromPoint(x, middle)?.closest("th");
		return over && over !== head && getComputedStyle(over).backgroundColor !== "rgba(0, 0, 0, 0)";
	});
}).map(head => head.textContent)`

// TestBrowserTablesWhole holds that no table is cut in a box: all rows of the list of members are on the page of a phone,
// rows lead on as a whole, and a field leaves those whose names are asked for.
func TestBrowserTablesWhole(t *testing.T) {
	ctx, root := open(t)
	chromium.Do(t, ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(root+"members/"))
	const rows = `$$("#members tbody tr").filter(r => r.getBoundingClientRect().width > 300 && r.getBoundingClientRect().right <= 360)`
	if n := chromium.Evaluate[int](t, ctx, rows+`.length`); n != 32 {
		t.Errorf("%d rows of the list of members are whole on a phone", n)
	}
	chromium.Do(t, ctx, chromedp.SendKeys("input[data-filter]", "turm"))
	if left := chromium.Evaluate[[]string](t, ctx, rows+`.map(r => r.querySelector("th").textContent)`); !slices.Equal(left, []string{"Türmiye"}) {
		t.Errorf("turm leaves %q", left)
	}
	at := chromium.Evaluate[[]float64](t, ctx, `(r => [r.left + r.width / 2, r.bottom - 8])($("#members tbody tr:not([hidden]) .more-2").getBoundingClientRect())`)
	chromium.Do(t, ctx, chromedp.MouseClickXY(at[0], at[1]))
	chromium.Await(t, ctx, `location.pathname.endsWith("/members/turmiye/index.html")`, "location.href")
}

// TestBrowserNumbers holds that the numbers of the home page are beside each other, however long the first is: it may be
// a lower bound, in a language of long words.
func TestBrowserNumbers(t *testing.T) {
	ctx, root := open(t)
	chromium.Do(t, ctx, chromedp.Navigate(root))
	for _, width := range []int64{320, 360, 768, 1440} {
		chromium.Do(t, ctx, chromedp.EmulateViewport(width, 740))
		const apart = `(texts => {
	texts[0].textContent = "mindestens 30 von 32";
	const at = texts.map(a => a.getBoundingClientRect());
	return at.length > 1 && at.every((b, i) => b.right <= innerWidth && (i === 0 || b.left > at[i - 1].right || b.top >= at[i - 1].bottom));
})($$(".numbers dd a"))`
		if !chromium.Evaluate[bool](t, ctx, apart) {
			t.Errorf("at %d pixels the numbers of the home page lie on each other", width)
		}
	}
}

// TestBrowserScheme holds that a reader's choice of dark colours is kept for
// the next page, and that the device decides again when it is taken back.
func TestBrowserScheme(t *testing.T) {
	ctx, root := open(t)
	const paper = `getComputedStyle(document.body).backgroundColor`
	choose := func(scheme string) {
		t.Helper()
		chromium.Evaluate[bool](t, ctx, fmt.Sprintf(`(s => { s.value = %q; return s.dispatchEvent(new Event("change")) })($(".scheme select"))`, scheme))
	}
	chromium.Do(t, ctx, chromedp.Navigate(root))
	light := chromium.Evaluate[string](t, ctx, paper)
	choose("dark")
	chromium.Await(t, ctx, paper+` !== "`+light+`"`, paper)
	dark := chromium.Evaluate[string](t, ctx, paper)
	chromium.Do(t, ctx, chromedp.Navigate(root+"members/"))
	if got := chromium.Evaluate[string](t, ctx, paper); got != dark {
		t.Errorf("the next page is %s, not %s", got, dark)
	}
	choose("")
	if got := chromium.Evaluate[string](t, ctx, paper); got != light {
		t.Errorf("the device's own colours are %s, not %s", got, light)
	}
}

// TestBrowserHomeRows holds that what stands side by side on the home page is about as tall, with a second guideline and
// without one.
func TestBrowserHomeRows(t *testing.T) {
	for name, site := range map[string]*sitetest.Site{"two guidelines": sitetest.Whole(t), "one": sitetest.Example(t, sitetest.Repo)} {
		ctx := chromium.Open(t)
		do(t, ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(site.Serve()))
		got := evaluate[struct {
			Items int
			Empty float64
		}](t, ctx, `(() => {
			const board = $('.split'), end = board.getBoundingClientRect().bottom;
			const items = [...board.children].map(e => e.getBoundingClientRect()).filter(r => r.height);
			const below = r => Math.min(end, ...items.filter(o => o.left === r.left && o.top >= r.bottom).map(o => o.top)) - r.bottom;
			return {Items: items.length, Empty: Math.max(...items.map(below))};
		})()`)
		if got.Items < 5 || got.Empty > 160 {
			t.Errorf("%s: of %d parts one is followed by %.0f empty pixels", name, got.Items, got.Empty)
		}
	}
}

// TestBrowserHeads holds that on a phone the head of a column that leads a row is above it.
func TestBrowserHeads(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(root+"members/gelmark/"))
	for _, off := range evaluate[[]string](t, ctx, `$$('.rows:has(.lead)').filter(table => {
		const at = part => table.querySelector(part + ' .lead').getBoundingClientRect().left;
		return at('thead') !== at('tbody');
	}).map(table => table.caption.textContent)`) {
		t.Errorf("the first head of %q is not above its column", off)
	}
	if n := evaluate[int](t, ctx, `$$('.rows:has(.lead)').length`); n < 2 {
		t.Errorf("%d tables have such a column", n)
	}
}
