package browser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/sitetest"
)

// A pair is what the page that compares two members shows of them.
type pair struct {
	Heads    []string // of the columns that can be seen
	Row      []string // the first row, likewise
	Lines    int      // drawn in the drawing that can be seen
	Sentence string
	Hash     string
	Names    []string // of those lines
	Scale    []string // beside them
	Notes    []string // the members that the notes shown are about
	Taken    string   // the file of the choice, and where its address leads
}

const pairScript = `(() => {
	const seen = (e) => getComputedStyle(e).display !== "none";
	const cells = (row) => [...row.cells].filter(seen).map((c) => c.textContent.trim());
	const svg = $$(".lines svg").find(seen);
	return {
		Heads: cells($("thead tr")),
		Row: cells($("tbody tr")),
		Lines: [...svg.querySelectorAll("g.m.line")].filter(seen).length,
		Sentence: $(".sentence").textContent,
		Hash: location.hash,
		Notes: $$(".notes li").filter(seen).map((e) => e.firstChild.textContent.split(":")[0]),
		Names: [...svg.querySelectorAll("text.m, .m text")].filter((t) => seen(t.closest(".m"))).map((t) => t.textContent),
		Scale: [...svg.querySelectorAll(".tick[text-anchor=end] text")].map((t) => t.textContent),
		Taken: decodeURIComponent($("a.csv").href).split("\r\n")[0].replace(/.*,\ufeff/, "") + $("a.share").hash,
	};
})()`

// namesScript returns which names of lines are on a line, on another name, beyond the figure, or, of a guideline, not
// at its line.
const namesScript = `(() => {
	const svg = $$(".lines svg").find((s) => s.getClientRects().length);
	const seen = (list) => [...svg.querySelectorAll(list)].filter((e) => e.getClientRects().length);
	const box = (e) => e.getBoundingClientRect();
	const names = seen("text.m, .m text, text.ref-name, .ref-name text"), right = box($(".lines")).right;
	const years = [...[...svg.querySelectorAll(".tick")].at(-1).children].filter((e) => getComputedStyle(e).visibility === "visible");
	const end = Math.max(...seen("circle[data-value], path.ref, path.grid").map((e) => box(e).right));
	if (names.length < 3) return ["names are missing"];
	return years.slice(1).flatMap((y, i) => box(years[i]).right + 5 > box(y).left ? [y.textContent + " is on " + years[i].textContent] : []).concat(names.flatMap((n, i) => [
		...(box(n).left < end ? [n.textContent + " is on lines"] : []),
		...(n.matches(".ref-name, .ref-name *") && Math.abs((box(n).top + box(n).bottom) / 2 - box(seen("path.ref")[0]).top) > 5 ? [n.textContent + " is not at its line"] : []),
		...(box(n).right > right + 1 ? [n.textContent + " is beyond the figure"] : []),
		...names.slice(0, i).filter((o) => box(o).top + 3 < box(n).bottom && box(n).top + 3 < box(o).bottom)
			.map((o) => n.textContent + " is on " + o.textContent),
	]));
})()`

// TestBrowserCompareSentence holds that the sentence names members as sentences of their language do.
func TestBrowserCompareSentence(t *testing.T) {
	ctx, site := chromium.Open(t), sitetest.Example(t, sitetest.Repo).Serve()
	do(t, ctx, chromedp.Navigate(site+"compare/#SWE,KOR"))
	const want = "La Suède : 1,02 pt de plus que la Corée du Sud en 2009 (estimation)."
	said := evaluate[string](t, ctx, `$(".sentence").textContent`)
	if got := strings.ReplaceAll(said, "\u00a0", " "); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	p := evaluate[pair](t, ctx, pairScript)
	if top := p.Scale[len(p.Scale)-1]; top != "1,2\u00a0%" && top != "1,2\u202f%" {
		t.Errorf("the scale ends with %q", top)
	}
}

// TestBrowserCompare chooses two members: by the address, by the form, and where scripts are off.
func TestBrowserCompare(t *testing.T) {
	ctx, site := open(t)
	look := func() pair {
		t.Helper()
		return evaluate[pair](t, ctx, pairScript)
	}
	choose := func(id, code string) {
		t.Helper()
		evaluate[bool](t, ctx, fmt.Sprintf(`(s => { s.value = %q; return s.dispatchEvent(new Event("change")) })
			(document.getElementById(%q))`, code, id))
	}
	open := func(address string) {
		t.Helper()
		do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(site+address))
	}

	open("compare/#POM,DEG")
	p := look()
	if !slices.Equal(p.Heads, []string{"What is compared", "Gelmark", "Polmark", "Difference"}) || !slices.Equal(p.Row, []string{"Defence spending as a share of income, 2026", "2.69%e", "4.68%e", "+1.99"}) || p.Lines != 2 {
		t.Errorf("Polmark and Gelmark: %+v", p)
	}
	if p.Sentence != "2026 (expected): Polmark is 1.99 points above Gelmark." {
		t.Errorf("it says %q", p.Sentence)
	}
	if !slices.Equal(p.Names, []string{"Gelmark", "Polmark"}) || p.Scale[0] != "1" || p.Scale[len(p.Scale)-1] != "5%" || p.Taken != `"","Gelmark","Polmark"#POM,DEG` {
		t.Errorf("their lines have the names %q, the scale %q, and what is downloaded is %q", p.Names, p.Scale, p.Taken)
	}
	if len(p.Notes) > 0 {
		t.Errorf("notes on members not chosen are shown: %q", p.Notes)
	}
	choose("first", "LUM")
	if p = look(); !slices.Equal(p.Notes, []string{"* Luxmoor, from 2023"}) {
		t.Errorf("Luxmoor has the notes %q", p.Notes)
	}
	choose("first", "SVO")
	if p = look(); p.Sentence != "2026 (expected): Slovoria is 1.08 points below Gelmark." || p.Hash != "#SVO,DEG" || p.Row[len(p.Row)-1] != "−1.08" {
		t.Errorf("Slovoria and Gelmark: %+v", p)
	}
	choose("first", "DEG")
	if p = look(); p.Sentence != "Choose two different members." || len(p.Heads) != 2 {
		t.Errorf("the same twice: %+v", p)
	}

	open("compare/#POM,DEG,FRB,NORDA_LESS_USO")
	if p = look(); !slices.Equal(p.Heads, []string{"What is compared", "Frobia", "Gelmark", "Polmark", "NORDA without Usonia"}) || p.Lines != 4 || p.Sentence != "2026 (expected): Polmark is highest, 2.46 points above Frobia, the lowest." {
		t.Errorf("three members and a group: %+v", p)
	}
	for _, level := range []string{"#NOV,USO,SVO", "#POM,BUK,FRB"} { // two of them have the same figure
		open("compare/" + level)
		if p = look(); p.Sentence != "" || p.Lines != 3 {
			t.Errorf("%s: %+v", level, p)
		}
	}
	do(t, ctx, chromedp.EmulateViewport(1000, 740))
	open("compare/#POM,DEG,FRB,GBL,USO,NORDA_LESS_USO")
	if beyond := evaluate[float64](t, ctx, `$("table.pair").getBoundingClientRect().right - $("main").getBoundingClientRect().right`); beyond > 0 {
		t.Errorf("the table of six ends %.0f px beyond the page", beyond)
	}
	do(t, ctx, chromedp.EmulateViewport(768, 740))
	const cut = `(box => { box.scrollLeft = 1e4; return [...box.querySelectorAll("abbr")].filter((e) => e.getBoundingClientRect().right > box.getBoundingClientRect().right).length })($(".compare .table-scroll"))`
	if n := evaluate[int](t, ctx, cut); n > 0 {
		t.Errorf("%d marks of estimates are cut off", n)
	}

	for _, width := range []int64{360, 768, 1440} {
		do(t, ctx, chromedp.EmulateViewport(width, 740))
		for _, chosen := range []string{"", "#POM,SVO", "#SVO,GRV", "#LTM,SVO", "#CZR,SVA,HCV,LUM,HUD,MKR", "#POM,DEG,FRB,GBL,USO,NORDA_LESS_USO"} {
			open("compare/" + chosen)
			for _, wrong := range evaluate[[]string](t, ctx, namesScript) {
				t.Errorf("%d px, %q: %s", width, chosen, wrong)
			}
		}
	}
	const shown = `(({ kind, source, released }) => [kind, source, released].join(" "))($(".lines").dataset)`
	if got := evaluate[string](t, ctx, shown); got != "compare norda 2026-07-07" {
		t.Errorf("the figure is of %q", got)
	}

	chromium.Scripts(t, ctx, false)
	open("compare/")
	choose("second", "GRV") // by the style sheet alone; the event reaches nobody
	if p = look(); !slices.Equal(p.Heads, []string{"What is compared", "Grovia", "Lirmania"}) || p.Lines != 2 || p.Sentence != "" {
		t.Errorf("without scripts: %+v", p)
	}
}
