package browser_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/sitetest"
	"burdenshare/templates"
)

// asked is what a page says of a mark, as reader.js reads it.
type asked struct {
	Says, Status string
	Rows         map[string][2]string // by name: distance, and money where it is shown
	Below        int                  // dots on the lower side of the mark
	Top          float64              // of the slider on the page
}

// move moves the slider to a mark, or nowhere, and reads the page.
func move(t *testing.T, ctx context.Context, mark string) asked {
	t.Helper()
	return evaluate[asked](t, ctx, fmt.Sprintf("asked(%q)", mark))
}

// A slide is a way of the slider over a report.
type slide struct {
	pages    []string // marks with a page; the slider is moved on the last
	from, to int      // tenths of a point
	high     float64  // the edge that stays
	side     string   // what the count says of a mark
}

// slideOver holds the slider to what the Go code works out, for every mark it can be set to: the count, the sum of
// money, each member's distance and its price. At the marks with a page, the words are those of the page.
func slideOver(t *testing.T, ctx context.Context, root string, report *sitetest.Site, along slide) map[string]asked {
	t.Helper()
	data, errs := dataset.Load(report.Report)
	if errs.Failed() {
		t.Fatal(errs)
	}
	v := data.AsOf(civil.MustParse("2026-11-28"))
	catalog, _ := i18n.Load(templates.FS, templates.FS, "en-GB")
	year, edition, _ := v.NewestYear("norda", "share_of_income")

	pages := map[string]string{}
	for _, mark := range along.pages {
		do(t, ctx, chromedp.Navigate(root+"what-if/"+mark+"/"))
		pages[mark] = move(t, ctx, "").Says
	}
	moved := map[string]asked{}
	for i := along.from; i <= along.to; i++ { // still on a page of a mark, whose rows have prices
		mark := strings.TrimSuffix(fmt.Sprintf("%.1f", float64(i)/10), ".0")
		got := move(t, ctx, mark)
		moved[mark] = got
		g := &dataset.Guideline{Measure: "share_of_income", All: dataset.Band{Low: float64(i) / 10, High: along.high}, Decimals: len(mark) / 3}
		g.Name.Side = g.All.Side()
		if g.Name.Side == dataset.Between {
			g.Decimals = 1 // those of the upper edge
		}
		tally := edition.Tally(g, year)
		gap := 0.0
		for _, r := range tally.Ranked {
			d, decimals := g.Distance(r.Figure)
			p, ok := v.Price(g, r.Figure)
			if !ok {
				t.Fatalf("%s has no price", r.Member.Name)
			}
			money := catalog.Money(p.Unit, p.Value)
			switch {
			case math.Abs(p.Value) < 0.5:
				money = "–"
			case p.Value > 0:
				money = "+" + money
			}
			if p.About && money != "–" {
				money = "≈" + money
			}
			if want := [2]string{catalog.Signed(d, decimals), money}; got.Rows[r.Member.Name] != want {
				t.Errorf("at %s, %s stands at %q, want %q", mark, r.Member.Name, got.Rows[r.Member.Name], want)
			}
			if !g.Met(r.Figure) {
				gap += math.Abs(p.Value)
			}
		}
		count := fmt.Sprintf("%d of %d allies", tally.Meeting, tally.Of())
		if tally.Meeting < 2 {
			count = [...]string{"None", "One"}[tally.Meeting] + fmt.Sprintf(" of %d allies", tally.Of())
		}
		if !strings.HasPrefix(got.Says, count) || !strings.Contains(got.Says, fmt.Sprintf(along.side, mark)) {
			t.Errorf("at %s it says %q, want %s", mark, got.Says, count)
		}
		all := " in all."
		if got.Below == 1 {
			all = "."
		}
		if want := catalog.Money(dataset.USDMillion, gap); gap > 0 != strings.Contains(got.Says, "by "+want+all) {
			t.Errorf("at %s it says %q, want %s", mark, got.Says, want)
		}
		if want := len(tally.Ranked) - tally.Meeting; got.Below != want {
			t.Errorf("at %s %d dots lie below, want %d", mark, got.Below, want)
		}
		if said, ok := pages[mark]; ok && said != got.Says {
			t.Errorf("the page of %s says %q, the slider %q", mark, said, got.Says)
		}
	}

	return moved
}

// TestBrowserWhatIf moves the mark of a floor, on the page of a mark and, by keyboard, on the home page.
func TestBrowserWhatIf(t *testing.T) {
	ctx, root := open(t)
	do(t, ctx, chromedp.EmulateViewport(360, 740))
	moved := slideOver(t, ctx, root, sitetest.Whole(t), slide{[]string{"2", "3", "3.5", "4", "5"}, 15, 55, math.Inf(1), " at or above %s%%"})
	for mark, m := range moved {
		if m.Top != moved["2"].Top {
			t.Errorf("the slider is at %.1f px at %s, and at %.1f at 2: it leaves the finger", m.Top, mark, moved["2"].Top)
		}
	}

	// On the home page it is the same, by keyboard, and said after a pause.
	do(t, ctx, chromedp.Navigate(root), chromedp.Focus(".whatif input"), chromedp.KeyEvent(kb.ArrowRight))
	got := move(t, ctx, "")
	if want := moved["2.1"]; got.Says != want.Says || got.Below != want.Below || got.Rows["Polmark"][0] != want.Rows["Polmark"][0] {
		t.Errorf("a step from 2 gives %q, want %q", got.Says, want.Says)
	}
	if got.Status != "" {
		t.Errorf("it announces %q while the reader may still be moving", got.Status)
	}
	chromium.Await(t, ctx, `$('.whatif [role=status]').textContent !== ''`, `location.href`)
	if len(got.Rows) != 31 {
		t.Errorf("%d rows", len(got.Rows))
	}
	chromium.Prefer(t, ctx, "forced-colors", "active")
	if track := evaluate[string](t, ctx, `getComputedStyle($(".whatif input")).backgroundImage`); track == "none" {
		t.Error("in forced colours the slider has no track")
	}
}

// TestBrowserWhatIfBand moves the lower edge of a band; the upper one stays, and the slider does not pass it.
func TestBrowserWhatIfBand(t *testing.T) {
	report := sitetest.Changed(t, sitetest.TestReport, map[string]string{"data/guidelines.toml": `
[two_pc]
name = "2 to 3.5% of income"
measure = "share_of_income"
at_least = 2
at_most = 3.5
adopted = 2006-11-29
[equipment]
name = "20% on gear"
measure = "gear_share"
at_least = 20
adopted = 2014-09-05
`})
	ctx, root := chromium.Open(t), report.Serve()
	moved := slideOver(t, ctx, root, report, slide{[]string{"2", "3"}, 15, 35, 3.5, " within %s%% to 3.5%%"})
	got := move(t, ctx, "4")
	if want := moved["3.5"]; got.Says != want.Says || got.Below != want.Below {
		t.Errorf("above the upper edge it says %q, want %q", got.Says, want.Says)
	}
}
