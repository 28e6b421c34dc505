package fact_test

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/overlay"
	"burdenshare/templates"
)

var checker = sync.OnceValue(func() *fact.Checker {
	d := golden.Must(dataset.Load(os.DirFS("../../testdata/report")))
	lex := golden.Must(lexicon.Load(templates.FS, "en"))
	return &fact.Checker{Data: d, Today: civil.MustParse("2026-11-23"), Lexicon: lex,
		Terms: dataset.Terms{Source: "norda", Measure: "share_of_income", Guideline: "two_pc", Second: "equipment",
			Spending: "spent_current", Growth: "real_growth", Total: "NORDA", Collective: "allies"}}
})

var pos = diag.Pos{File: "x.md", Line: 14, Col: 6}

func try(day, ref, words string) (*fact.Fact, string) {
	c := checker()
	f, err := c.Check(c.Data.AsOf(civil.MustParse(day)), fact.Claim{Ref: ref, Words: words, Pos: pos})
	if err != nil {
		return nil, err.Error()
	}
	return f, ""
}

// TestWords lists words of facts with the expected error. An empty want means that the words are true.
func TestWords(t *testing.T) {
	const briefing, today = "2017-02-15", "2026-11-23"
	for _, c := range []struct{ day, ref, words, want string }{
		// As published, in the words of prose.
		{briefing, "GBL/2016", "2.21%", ""},
		{briefing, "GBL/2016", "2.21", ""},
		{briefing, "GBL/2016", "2.21 per cent", ""},
		{briefing, "GBL/2016", "2.21 percent", ""},
		{briefing, "GBL/2016", "a full 2.21% of income", ""},
		{briefing, "GBL/2016", "2.2%", ""},
		{briefing, "GBL/2016", "2%", ""},
		{briefing, "GBL/2016", "two per cent", ""},
		{briefing, "GBL/2016", "2.20%", `"2.20%" disagrees with 2.21% (NORDA, released 2016-07-04: GBL 2.21)`},
		{today, "GBL/2026", "14th", "\"14th\" is a rank, but the fact is a figure\n\thint: ask for the rank: fact:GBL/2026/rank"},
		{today, "allies/2026/median", "third", `nothing to check in "third"`},
		{today, "GBL/2014..2016/change", "a lot", "hint: put the number into the words, or leave them empty to have it filled in"},
		{today, "GBL/2025/people?source=yearbook", "a lot", "hint: put the number into the words, or leave them empty to have it filled in"},
		{today, "GBL/2025/people?source=yearbook", "first", "\"first\" is a rank, but the fact is a figure\n\thint: ask for the rank: fact:GBL/2025/people/rank"},
		{briefing, "allies/2016/meeting", "six of 28", `"six of 28" disagrees with 5 of 28`},
		{briefing, "allies/2016/meeting", "all but three", `"all but three" disagrees with 5 of 28`},
		{briefing, "allies/2016/meeting", "half of them", `"half of them" disagrees with 5 of 28`},
		{briefing, "allies/2016/meeting", "six", `"six" disagrees with 5 (`},
		{today, "ESA/2017", "0.92%", "it is the figure of 2018; that of 2017 is at"}, // of 2014 and 2015 too
		{today, "ESA/2016", "0.92%", "it is the figure of 2015; that of 2016 is at"},
		{briefing, "GBL/2016", "2.31%", "GBL 2.21)\n\thint: the figure is at data/norda/2016-07-04.csv:12:1"},
		{today, "GBL/2026/rank", "third", "disagrees with 14 of 31 (NORDA, released 2026-07-07: LTM 5.33, ESV 5.10, "},
		{briefing, "GBL/2016", "1.98%", "\"1.98%\" disagrees with 2.21% (NORDA, released 2016-07-04: GBL 2.21)\n\thint: it is the figure of INST, ?source=inst; that of NORDA is at data/norda/2016-07-04.csv:12:1"},
		{today, "GBL/2016", "2.21%", "hint: it is the figure of 2016-07-04, ?released=2016-07-04; that of 2026-07-07 is at"},
		{today, "GBL/2016", "2.56%", "hint: it is the figure of 2026; that of 2016 is at"},
		{today, "GBL/2016", "all", "\"all\" disagrees with 2.07%"},
		{today, "allies/2016", "half", "\"half\" disagrees with 28 (days"},
		{today, "USO/2026/share_of_total", "half", "\"half\" disagrees with 57.1%"},
		{today, "USO/2026/share_of_total", "more than half", ""},
		{today, "SVO/2026/distance", "$5", "\"$5\" is in US dollars, but distance is in percentage points\n\thint: the figure is −0.39 points"},
		{today, "allies/2026/meeting", "30%", "\"30%\" is in per cent, but meeting is in members\n\thint: the figure is 30 of 32"},
		{today, "GBL/2026/rank", "5%", "\"5%\" is not a rank"},
		{today, "GBL/2014..2026/spent_current/ratio", "$5", "\"$5\" is in US dollars, but ratio is in times"},
		{today, "GBL/2025/people?source=yearbook", "$5", "\"$5\" is in US dollars, but people is in persons"},
		{today, "GBL/2026/spent_current", "5%", "\"5%\" is in per cent, but spent_current is in US dollars"},
		{today, "FIM/2026/real_growth", "nearly −3.2%", ""},
		{today, "FIM/2026/real_growth", "nearly −3%", "\"nearly −3%\" disagrees with −3.11%"},
		{briefing, "GBL/2016", "2.3%", `"2.3%" disagrees with 2.21%`},
		{briefing, "GBL/2016", "-2.21%", `"-2.21%" disagrees with 2.21%`},
		{briefing, "GBL/2016?source=inst", "1.98%", ""},
		{briefing, "GBL/2016?source=inst", "2.21%", `disagrees with 1.98% (INST, released 2017-02-14: GBL 1.98)`},
		{today, "GBL/2016", "2.07%", ""},
		{today, "GBL/2016?as-of=2017-02-15", "2.21%", ""},
		{today, "GBL/2016?released=2019-06-25", "2.11%", ""},
		{today, "FIM/2026/real_growth", "−3.11%", ""},
		{today, "FIM/2026/real_growth", "–3.11%", ""},
		{today, "FIM/2026/real_growth", "-3.1%", ""},
		{today, "FIM/2026/real_growth", "minus three per cent", ""},
		{today, "FIM/2026/real_growth", "3.11%", `"3.11%" disagrees with −3.11%`},
		{briefing, "NORDA_LESS_USO/2016/real_growth", "3.8%", ""},
		{briefing, "NORDA_LESS_USO/2016/real_growth", "+3.8%", ""},
		{briefing, "NORDA_LESS_USO/2016/real_growth", "3.8 per cent", ""},

		// A tie may round either way.
		{briefing, "LTM/2016", "1.4%", `disagrees with 1.49%`},
		{today, "FIM/2026", "2.6%", ""},
		{today, "FIM/2026", "2.7%", ""},

		// Bounds.
		{briefing, "GBL/2016", "more than 2%", ""},
		{briefing, "GBL/2016", "over 2%", ""},
		{briefing, "GBL/2016", "at least 2%", ""},
		{briefing, "POM/2016", "at least 2%", ""},
		{briefing, "POM/2016", "more than 2%", `"more than 2%" disagrees with 2.00%`},
		{briefing, "GBL/2016?source=inst", "below 2%", ""},
		{briefing, "GBL/2016?source=inst", "under 2%", ""},
		{briefing, "GBL/2016", "less than 2%", `"less than 2%" disagrees with 2.21%`},

		// Counts.
		{briefing, "allies/2016/meeting", "five", ""},
		{briefing, "allies/2016/meeting", "Five", ""},
		{briefing, "allies/2016/meeting", "5", ""},
		{briefing, "allies/2016/meeting", "just five", ""},
		{briefing, "allies/2016/meeting", "five of 28", ""},
		{briefing, "allies/2016/meeting", "five of the 28", ""},
		{briefing, "allies/2016/meeting", "five out of twenty-eight", ""},
		{briefing, "allies/2016/meeting", "five of 29", `"five of 29" disagrees with 5`},
		{briefing, "allies/2016/meeting", "six", `"six" disagrees with 5 (NORDA, released 2016-07-04: ESV 2.16, GBL 2.21, GRV 2.38, POM 2.00, USO 3.61; ISM no armed forces)`},
		{briefing, "allies/2016/meeting", "5%", `"5%" is in per cent, but meeting is in members`},
		{briefing, "allies/2016/meeting", "none", `"none" disagrees with 5`},
		{briefing, "allies/2016", "28", ""},
		{briefing, "allies/2016", "twenty-eight", ""},
		{briefing, "allies/2016", "twenty eight", ""},
		{briefing, "allies/2016", "29", `"29" disagrees with 28 (days of joining in data/members.csv)`},
		{today, "allies/2016/meeting", "four", ""},
		{today, "allies/2026/meeting", "Thirty", ""},
		{today, "allies/2026/meeting", "29", `"29" disagrees with 30 (NORDA, released 2026-07-07: all but SVO 1.61; ISM no armed forces)`},
		{today, "allies/2026/meeting?guideline=haven", "five", ""},
		{"2025-09-01", "allies/2025/meeting", "at least 30", ""},
		{"2025-09-01", "allies/2025/meeting", "at least thirty", ""},
		{"2025-09-01", "allies/2025/meeting", "30", `"30" must say "at least": no figure of Gelmark, so 30 is a lower bound`},
		{"2025-09-01", "allies/2025/meeting", "at least 31", `"at least 31" disagrees with at least 30`},

		// Distances: the words give the side.
		{today, "SVO/2026/distance", "0.39 points short", ""},
		{today, "SVO/2026/distance", "0.39 percentage points below", ""},
		{today, "SVO/2026/distance", "short by 0.39 points", ""},
		{today, "SVO/2026/distance", "−0.39", ""},
		{today, "SVO/2026/distance", "0.39 points", "\"0.39 points\" disagrees with −0.39 points (NORDA, released 2026-07-07: SVO 1.61)\n\thint: say in the words of the link that it is less"},
		{today, "SVO/2026/distance", "0.39 points above", `"0.39 points above" disagrees with −0.39 points`},
		{today, "SVO/2026/distance", "0.39% below", `"0.39% below" is in per cent, but distance is in percentage points`},
		{briefing, "GBL/2016/distance", "0.21 points above", ""},
		{briefing, "GBL/2016/distance", "0.21 points", ""},
		{briefing, "GBL/2016/distance", "0.21 points short", `disagrees with +0.21 points`},

		// Money.
		{today, "USO/2026/spent_current", "$1,032,849 million", ""},
		{today, "USO/2026/spent_current", "$1.03 trillion", ""},
		{today, "USO/2026/spent_current", "US$1.03tn", ""},
		{today, "USO/2026/spent_current", "$1,033bn", ""},
		{today, "USO/2026/spent_current", "1.03 trillion dollars", ""},
		{today, "USO/2026/spent_current", "$1.04tn", `"$1.04tn" disagrees with $1,032,849 million`},
		{today, "USO/2026/spent_current", "3%", `is in per cent, but spent_current is in US dollars`},

		// Truths: the words are free.
		{briefing, "GBL/2016", "2.21 million", `"2.21 million" is in millions or the like, but share_of_income is in per cent`},
		{today, "ESV/2025/rank", "fifth", `"fifth" disagrees with 3 of 31`},
		{briefing, "GBL/2016/misses?source=inst", "fell short", ""},
		{briefing, "POM/2016/meets", "stood at the mark", ""},
		{briefing, "GBL/2016/misses", "fell short", `"fell short" is not true: GBL meets 2% of income with 2.21% (NORDA, released 2016-07-04: GBL 2.21)`},
		{briefing, "DEG/2016/meets", "met it", `"met it" is not true: DEG is short of 2% of income with 1.19%`},

		{briefing, "GBL/2016/meets", "", ""},
		{briefing, "GBL/2016/misses", "", `not so: GBL meets 2% of income with 2.21%`},

		// What cannot be checked.
		{briefing, "GBL/2016", "a great deal", "nothing to check in \"a great deal\"\n\thint: put the number into the words, leave them empty to have it filled in, or ask /meets or /misses"},
		{briefing, "allies/2016/meeting", "five or six", `two numbers in "five or six"`},
		{briefing, "GBL/2016", "2,21%", `"2,21" is not a number`},

		// References that go nowhere.
		{briefing, "GLB/2016", "2.21%", `unknown member "GLB"` + "\n\thint: did you mean \"GBL\", the code of Ulmland?"},
		{briefing, "GBL/2016/meetz", "x", `unknown measure "meetz"` + "\n\thint: did you mean \"meets\"?"},
		{briefing, "GBL", "2.21%", "\"fact:GBL\" has no year\n\thint: add it: fact:GBL/2016"},
		{briefing, "GBL/16", "2.21%", `"16" is not a year`},
		{briefing, "GBL//meets", "x", "has a slash with nothing after it"},
		{briefing, "GBL/2016?soruce=inst", "1.98%", "\"?soruce\" is not understood\n\thint: did you mean \"source\"?"},
		{briefing, "GBL/2016?released=2016", "2.21%", "released: \"2016\" is not a day"},
		{briefing, "GBL/2016?as-of=", "2.21%", "there is nothing after as-of="},
		{briefing, "GBL/2016?as-of=2030-01-01", "2.21%", "as-of 2030-01-01 is after 2026-11-23"},
		{briefing, "GBL/1990", "2%", "no share_of_income of Ulmland for 1990 by NORDA as known on 2017-02-15"},
	} {
		_, got := try(c.day, c.ref, c.words)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("[%s](fact:%s) on %s:\ngot  %s\nwant %s", c.words, c.ref, c.day, got, c.want)
		}
		if got != "" && !strings.HasPrefix(got, "x.md:14:6: ") {
			t.Errorf("[%s](fact:%s): no place in %s", c.words, c.ref, got)
		}
	}
}

// TestFilled checks what empty words are replaced with.
func TestFilled(t *testing.T) {
	for _, c := range []struct{ day, ref, words, exact string }{
		{"2017-02-15", "GBL/2016", "2.21%", "2.21%"},
		{"2017-02-15", "allies/2016/meeting", "5", "5 of 28"},
		{"2025-09-01", "allies/2025/meeting", "at least 30", "at least 30 of 32"},
		{"2026-11-23", "SVO/2026/distance", "−0.39 points", "−0.39 points"},
		{"2026-11-23", "GBL/2016/spent_current", "$56,362 million", "$56,362 million"},
		{"2026-11-23", "allies/2026/below", "1", "1 of 32"},
		{"2026-11-23", "GBL/2026/rank", "14", "14 of 31"},
		{"2026-11-23", "GBL/2016..2026/change", "+0.49 points", "+0.49 points"},
		{"2026-11-23", "GBL/2014..2016/change", "−0.06 points", "−0.06 points"},
		{"2026-11-23", "GBL/2014..2026/spent_current/growth", "+67.9%", "+67.9%"},
		{"2026-11-23", "allies/2014..2026/meeting/change", "+27", "+27"},
		{"2026-11-23", "allies/2019..2020/change", "+1", "+1"},
		{"2026-11-23", "GBL/2022..2023/change", "0.00 points", "0.00 points"},
		{"2026-11-23", "GB%4C/2016", "2.07%", "2.07%"},
		{"2026-11-23", "GBL/2026/meets", "2.56%", "2.56%"},
		{"2026-11-23", "allies/2016/highest", "3.49%", "3.49% (Usonia)"},
	} {
		f, err := try(c.day, c.ref, "")
		if err != "" || f.Words != c.words || f.Exact != c.exact || !f.Filled {
			t.Errorf("[](fact:%s) on %s: got %+v, %s; want %q, exactly %q", c.ref, c.day, f, err, c.words, c.exact)
		}
	}
}

// TestPinned holds which facts later figures do not touch: those whose reference names a day or a release.
func TestPinned(t *testing.T) {
	for ref, want := range map[string]bool{"GBL/2016": false, "GBL/2016?as-of=2017-02-15": true, "GBL/2016?released=2016-07-04": true, "GBL/2016?source=inst": false} {
		if f, err := try("2026-11-23", ref, ""); err != "" || f.Pinned != want {
			t.Errorf("%s: %v, %s", ref, f, err)
		}
	}
}

// TestForm checks references without a report.
func TestForm(t *testing.T) {
	c := *checker()
	for _, x := range []struct{ ref, collective, want string }{
		{"GBL/2016", "allies", ""},
		{"allies/2016/meeting", "allies", ""},
		{"GLB/2016", "allies", `x.md:14:6: unknown member "GLB"`},
		{"GBL/2016/distance?to=GLB", "allies", `x.md:14:6: unknown member "GLB"`},
		{"GBL", "allies", `x.md:14:6: "fact:GBL" has no year`},
		{"GLB/2016", "", ""},    // config.toml could not be read, so the word for all may be this
		{"GLB/2016", "GBL", ""}, // a word for all that is a member's code is wrong itself
	} {
		c.Terms.Collective = x.collective
		got := ""
		if err := c.Form(fact.Claim{Ref: x.ref, Pos: pos}); err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, x.want) || x.want == "" && got != "" {
			t.Errorf("%s, all being %q: got %s, want %s", x.ref, x.collective, got, x.want)
		}
	}
}

// TestOwnUnit reads numbers in a unit of the report, whose words may be those of a number.
func TestOwnUnit(t *testing.T) {
	folder := os.DirFS("../../testdata/report")
	measures, err := fs.ReadFile(folder, "data/measures.toml")
	if err != nil {
		t.Fatal(err)
	}
	d, errs := dataset.Load(overlay.Root{Base: folder, Files: map[string][]byte{
		"data/measures.toml": bytes.Replace(measures, []byte("unit = \"persons\""), []byte("unit = \"per_thousand\""), 1),
		"data/units.toml":    []byte("[per_thousand]\nplural = \"per thousand\"\nsymbol = \"t\"\nrate = true\n"),
	}})
	if errs.Failed() {
		t.Fatal(errs)
	}
	c := *checker()
	c.Data = d
	for words, want := range map[string]string{
		"":                        "",
		"69,487,000 per thousand": "",
		"69.5 million":            "",
		"69,487,000 t":            "", // not trillions
		"69,487,000\u00a0t here":  "",
		"69,487,000t":             "",
		"69,487 per thousand":     `"69,487 per thousand" disagrees with 69,487,000 t (Yearbook, released 2026-07-01: GBL 69,487,000)`,
		"69,487,000%":             `"69,487,000%" is in per cent, but people is in per thousand`,
	} {
		_, wrong := c.Check(d.AsOf(civil.MustParse("2026-11-23")), fact.Claim{Ref: "GBL/2025/people?source=yearbook", Words: words, Pos: pos})
		got := ""
		if wrong != nil {
			got = wrong.Msg
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", words, got, want)
		}
	}
}

// TestReference holds what an editor is told of a reference that is not one: what is wrong, and the form that was
// meant.
func TestReference(t *testing.T) {
	for _, c := range []struct{ ref, msg, hint string }{
		{"/2016", `"fact:/2016" names nobody`, "write whose figure it is before the slash: fact:allies/2016"},
		{"", `"fact:" names nobody`, "write whose figure it is before the slash: fact:allies"},
		{"2016", `"fact:2016" names nobody`, "write whose figure it is before the year: fact:allies/2016"},
		{"-2016?source=inst", `"fact:-2016?source=inst" names nobody`, "write whose figure it is before the year: fact:allies/2016"},
		{"GBL/-201", `"-201" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/2014..+201", `"2014..+201" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/2016/", `"fact:GBL/2016/" has a slash with nothing after it`, "write fact:GBL/2016"},
		{"GBL/2016/?source=inst", `"fact:GBL/2016/?source=inst" has a slash with nothing after it`, "write fact:GBL/2016?source=inst"},
		{"GBL//2016", `"fact:GBL//2016" has a slash with nothing after it`, "a fact is fact:WHO/YEAR, such as fact:allies/2026, or fact:WHO/YEAR/WHAT, such as fact:allies/2026/meeting"},
		{"GBL?source=inst", `"fact:GBL?source=inst" has no year`, "add it: fact:GBL/2026?source=inst"},
		{"GBL/rank", `"fact:GBL/rank" has no year`, "add it: fact:GBL/2026/rank"},
		{"GBL/change/x", `"fact:GBL/change/x" has no year`, "add it: fact:GBL/2026/change/x"},
		{"GBL,2016", `"fact:GBL,2016" has no slash between who and when`, "write fact:GBL/2016"},
		{"GBL, 2016?source=inst", `"fact:GBL, 2016?source=inst" has no slash between who and when`, "write fact:GBL/2016?source=inst"},
		{"GBL2016", `"fact:GBL2016" has no slash between who and when`, "write fact:GBL/2016"},
		{"G,2016", `"fact:G,2016" has no slash between who and when`, "write fact:G/2016"},
		{"G2016", `"fact:G2016" has no slash between who and when`, "write fact:G/2016"},
		{"GBL-20", `"fact:GBL-20" has no year`, "add it: fact:GBL-20/2026"},
		{"2016/GBL", `the year comes first in "fact:2016/GBL"`, "write fact:GBL/2016"},
		{"2016/GBL/rank?source=inst", `the year comes first in "fact:2016/GBL/rank?source=inst"`, "write fact:GBL/2016/rank?source=inst"},
		{"GBL/rank/2016", `the year comes too late in "fact:GBL/rank/2016"`, "write fact:GBL/2016/rank"},
		{"GBL/gear_share/rank/2016", `the year comes too late in "fact:GBL/gear_share/rank/2016"`, "write fact:GBL/2016/gear_share/rank"},
		{"GBL/2016/a/rank/change/b", `"fact:GBL/2016/a/rank/change/b" has too many parts`, "a fact is fact:WHO/YEAR, such as fact:allies/2026, or fact:WHO/YEAR/WHAT, such as fact:allies/2026/meeting"},
		{"GBL/2016/rank/gear_share", `"gear_share" is out of place in "fact:GBL/2016/rank/gear_share"`, "write fact:GBL/2016/gear_share/rank"},
		{"GBL/2014..2016/change/gear_share?source=inst", `"gear_share" is out of place in "fact:GBL/2014..2016/change/gear_share?source=inst"`, "write fact:GBL/2014..2016/gear_share/change?source=inst"},
		{"GBL/2016/rank/distance", `"distance" is out of place in "fact:GBL/2016/rank/distance"`, "one measure may follow, one derived measure, and one comparison"},
		{"GBL/2016/change/a/b", `"a" is out of place in "fact:GBL/2016/change/a/b"`, "one measure may follow, one derived measure, and one comparison"},
		{"GBL/2016/change/ratio", `"ratio" is out of place in "fact:GBL/2016/change/ratio"`, "one measure may follow, one derived measure, and one comparison"},
		{"GBL/16", `"16" is not a year`, "write it with four digits: 2016"},
		{"GBL/05", `"05" is not a year`, "write it with four digits: 2005"},
		{"GBL/-5", `"-5" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/20a6", `"20a6" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/2014-x", `"2014-x" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/x-2016", `"x-2016" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/216", `"216" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/2014-2016", `"2014-2016" is not a year`, "write two years to compare as 2014..2016"},
		{"GBL/2014...2016", `"2014...2016" is not a year`, "write two years to compare as 2014..2016"},
		{"GBL/2014..16", `"2014..16" is not a year`, "write it with four digits, such as 2016"},
		{"GBL/2016?source=", "there is nothing after source=", "write ?source=… or leave it out"},
		{"GBL/2016?source=inst&source=norda", `"source" appears twice`, "keep one of the two"},
		{"GBL/2016?source=inst&guideline=haven", "", ""}, // no more is checked without figures
		{"GBL/2014..2016/gear_share/change", "", ""},
		{"GBL/2014..2016/gear_share/distance/change", "", ""},
		{"GBL/2016/gear_share/rank", "", ""},
	} {
		msg, hint := "", ""
		if err := checker().Form(fact.Claim{Ref: c.ref, Pos: pos}); err != nil {
			msg, hint = err.Msg, err.HintText
		}
		if msg != c.msg || hint != c.hint {
			t.Errorf("%s:\ngot  %s; %s\nwant %s; %s", c.ref, msg, hint, c.msg, c.hint)
		}
	}
}

// TestKey checks that equal facts have the same key, and others do not.
func TestKey(t *testing.T) {
	key := func(day, ref string) string { f, _ := try(day, ref, ""); return f.Key }
	if key("2017-02-15", "GBL/2016") != key("2017-02-15", "GBL/2016/share_of_income?source=norda") {
		t.Error("the same fact, written out, has another key")
	}
	if key("2026-11-23", "GBL/2016?as-of=2017-02-15") != key("2017-02-15", "GBL/2016") {
		t.Error("the same day, written out, has another key")
	}
	if key("2017-02-15", "GBL/2016") == key("2017-02-15", "GBL/2016?source=inst") {
		t.Error("two sources share a key")
	}
	if key("2017-02-15", "GBL/2016?released=2016-07-04") != key("2026-11-23", "GBL/2016?released=2016-07-04") {
		t.Error("a release has another key on another day")
	}
	if key("2017-02-15", "GBL/2016") == key("2026-11-23", "GBL/2016") {
		t.Error("two days share a key")
	}
}

func FuzzCheck(f *testing.F) {
	for _, s := range []struct{ ref, words string }{
		{"GBL/2016", "2.21%"}, {"allies/2016/meeting", "at least five of the 28"}, {"GBL/2016?source=inst&as-of=2017-02-15", "below 2 per cent"},
		{"SVO/2026/distance", "0.39 points short"}, {"USO/2026/spent_current", "US$ 1.03 trillion"}, {"a/%zz/", "−–+$%"}, {"GBL/2016", "1,2,3.4.5"},
	} {
		f.Add(s.ref, s.words)
	}
	f.Fuzz(func(t *testing.T, ref, words string) {
		got, err := try("2026-11-23", ref, words)
		if got == nil && !strings.HasPrefix(err, "x.md:14:6: ") {
			t.Errorf("[%q](fact:%q): an error without a place: %s", words, ref, err)
		}
	})
}
