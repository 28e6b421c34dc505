package browser_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// sorted is a table as it stands after a click on a head.
type sorted struct {
	Sort  string   // aria-sort of the column
	Names []string // the row heads
	Cells []string // the column
}

const sortedScript = `((sel, column) => {
	const table = document.querySelector(sel), text = e => e ? e.textContent.trim() : '';
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
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(root+"what-if/3.5/")); err != nil {
		t.Fatal(err)
	}
	const table = ".whatif-page .table-scroll table"
	press := func(column int, key string) sorted {
		t.Helper()
		head := fmt.Sprintf("%s thead th:nth-child(%d) button", table, column+1)
		if err := chromedp.Do(ctx, chromedp.Focus(head), chromedp.KeyEvent(key)); err != nil {
			t.Fatal(err)
		}
		s, err := chromedp.Run(ctx, chromedp.Evaluate[sorted](fmt.Sprintf(sortedScript, table, column)))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, c := range []struct {
		column      int
		key         string
		sort        string
		first, then string // row heads
	}{
		{3, kb.Enter, "descending", "Lithuania", "Estonia"},
		{3, kb.Enter, "ascending", "Slovenia", "Belgium"},  // −1.89, −1.50
		{4, kb.Enter, "descending", "Poland", "Lithuania"}, // $13.4bn, $1.9bn
		{4, " ", "ascending", "United States", "France"},
		{1, kb.Enter, "ascending", "Albania", "Belgium"},
		{1, kb.Enter, "descending", "United States", "United Kingdom"},
	} {
		s := press(c.column, c.key)
		if s.Sort != c.sort || s.Names[0] != c.first || s.Names[1] != c.then {
			t.Errorf("column %d is %q and begins %q, want %q, %s, %s (%q)", c.column, s.Sort, s.Names[:2], c.sort, c.first, c.then, s.Cells[:3])
		}
		if last := s.Names[len(s.Names)-1]; c.column > 1 && last != "Iceland" {
			t.Errorf("column %d ends with %s, not with the member without a figure", c.column, last)
		}
		if len(s.Names) != 32 {
			t.Errorf("%d rows are left", len(s.Names))
		}
	}
	// Days are sorted as days, on the page of a year.
	if err := chromedp.Do(ctx, chromedp.Navigate(root+"years/2016/"), chromedp.Focus("aside table thead th button"), chromedp.KeyEvent(kb.Enter)); err != nil {
		t.Fatal(err)
	}
	s, err := chromedp.Run(ctx, chromedp.Evaluate[sorted](fmt.Sprintf(sortedScript, "aside table", 0)))
	if err != nil {
		t.Fatal(err)
	}
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
