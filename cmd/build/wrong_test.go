package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"burdenshare/internal/command/build"
)

// wrongStatements are false on the figures of testdata/report as known on 1 August 2026
// unless they name a day. The error stands at the bracket before the words
// and names the figure, the edition and the members that prove it.
var wrongStatements = []struct{ text, want string }{
	{`Only [six](fact:allies/2016/meeting?as-of=2017-02-15) of 28 met it.`, `"six" disagrees with 5 (NATO, released 2016-07-04: EST 2.16, GBR 2.21, GRC 2.38, POL 2.00, USA 3.61; ISL no armed forces)`},
	{`In 2016 [five](fact:allies/2016/meeting) did.`, `"five" disagrees with 4 (NATO, released 2026-07-07: EST 2.03, GBR 2.07, GRC 2.40, USA 3.49; ISL no armed forces)`},
	{`Today [31 of 32](fact:allies/2026/meeting) do.`, `"31 of 32" disagrees with 30 of 32 (NATO, released 2026-07-07: all but SVN 1.61; ISL no armed forces)`},
	{`Today [thirty of 31](fact:allies/2026/meeting) do.`, `"thirty of 31" disagrees with 30`},
	{`*Now [all](fact:allies/2026/meeting) do.*`, `"all" disagrees with 30 of 32 (NATO, released 2026-07-07: all but SVN 1.61`},
	{`There are [31](fact:allies/2026) allies.`, `"31" disagrees with 32 (days of joining in data/members.csv)`},
	{`In 2025 [30](fact:allies/2025/meeting?as-of=2025-09-01) met it.`, `"30" must say "at least": no figure of Germany, so 30 is a lower bound (NATO, released 2025-08-28: all that have a figure; ISL no armed forces; no figure of DEU)`},
	{`Türkiye’s was [3.0%](fact:TUR/2026).`, `"3.0%" disagrees with 2.85% (NATO, released 2026-07-07: TUR 2.85)`},
	{`Großbritannien: [2.21%](fact:GBR/2016).`, `"2.21%" disagrees with 2.07% (NATO, released 2026-07-07: GBR 2.07)`},
	{`- [1.98%](fact:GBR/2016) in a list`, `"1.98%" disagrees with 2.07%`},
	{`- a list, and **[2.08%](fact:GBR/2016?released=2026-07-07)** in it`, `"2.08%" disagrees with 2.07%`},
	{`> Quoted: [2.07%](fact:GBR/2016?source=iiss)`, `"2.07%" disagrees with 1.98% (IISS, released 2017-02-14: GBR 1.98)`},
	{`Britain [fell short](fact:GBR/2016/misses).`, `"fell short" is not so: GBR meets 2% of GDP with 2.07% (NATO, released 2026-07-07: GBR 2.07)`},
	{`Poland [met it](fact:POL/2016/meets).`, `"met it" is not so: POL is short of 2% of GDP with 1.99% (NATO, released 2026-07-07: POL 1.99)`},
	{`Slovenia is [0.39 points above](fact:SVN/2026/distance).`, `"0.39 points above" disagrees with −0.39 points (NATO, released 2026-07-07: SVN 1.61)`},
	{`Slovenia is [0.39 points](fact:SVN/2026/distance) short.`, `"0.39 points" disagrees with −0.39 points`},
	{`Slovenia is [0.4%](fact:SVN/2026/distance) short.`, `"0.4%" is in per cent, but distance is in percentage points`},
	{`Slovenia would need [$437m](fact:SVN/2026/shortfall).`, `"$437m" disagrees with $340 million (NATO, released 2026-07-07: SVN 1.61`},
	{`America spent [$1.04 trillion](fact:USA/2026/spending_usd_current).`, `"$1.04 trillion" disagrees with $1,032,849 million (NATO, released 2026-07-07: USA 1,032,849)`},
	{`America spent [£1.03 trillion](fact:USA/2026/spending_usd_current).`, `"£1.03 trillion" is in pounds, but spending_usd_current is in US dollars`},
	{`That is [two thirds](fact:USA/2026/share_of_total) of all.`, `"two thirds" disagrees with 57.1% (NATO, released 2026-07-07: NATO 1,809,915, USA 1,032,849)`},
	{`Britain is [13th](fact:GBR/2026/rank).`, `"13th" disagrees with 14 of 31 (NATO, released 2026-07-07: LTU 5.33, EST 5.10`},
	{`Estonia is [highest](fact:EST/2026/rank).`, `"highest" disagrees with 2 of 31 (NATO, released 2026-07-07: LTU 5.33, EST 5.10`},
	{`Spain is [lowest](fact:ESP/2026/rank).`, `"lowest" disagrees with 29 of 31`},
	{`[Estonia](fact:allies/2026/highest) leads.`, `"Estonia" disagrees with 5.33% (Lithuania) (NATO, released 2026-07-07: LTU 5.33)`},
	{`The middle is [2.32%](fact:allies/2026/median).`, `"2.32%" disagrees with 2.22% (NATO, released 2026-07-07: ALB 2.15`},
	{`Weighted it is [2.76%](fact:allies/2026/weighted_mean).`, `"2.76%" disagrees with 2.87%`},
	{`Together [$1.9 trillion](fact:allies/2026/spending_usd_current/sum).`, `"$1.9 trillion" disagrees with $1,809,913 million`},
	{`Britain [rose by 0.06 points](fact:GBR/2014..2016/change).`, `"rose by 0.06 points" disagrees with −0.06 points (NATO, released 2026-07-07: 2016 2.07 against 2014 2.13)`},
	{`Poland [doubled](fact:POL/2014..2026/ratio).`, `"doubled" disagrees with 2.52 times (NATO, released 2026-07-07: 2026 4.68 against 2014 1.86)`},
	{`There are [26 more](fact:allies/2014..2026/meeting/change).`, `"26 more" disagrees with +27 (NATO, released 2026-07-07: 2026 30 against 2014 3)`},
	{`Britain is [0.34 points below](fact:GBR/2026/change?to=FRA) France.`, `"0.34 points below" disagrees with +0.34 points (NATO, released 2026-07-07: GBR 2.56 against FRA 2.22)`},
	{`Britain spent [nearly 2%](fact:GBR/2016).`, `"nearly 2%" disagrees with 2.07%`},
	{`Britain spent [more than 2.07%](fact:GBR/2016).`, `"more than 2.07%" disagrees with 2.07%`},
	{`Britain spent [about 3%](fact:GBR/2016).`, `"about 3%" disagrees with 2.07%`},
	{`Finland [rose by 3.11%](fact:FIN/2026/real_change).`, `"rose by 3.11%" disagrees with −3.11% (NATO, released 2026-07-07: FIN −3.11)`},
	{`Europe grew by [3.9%](fact:NATO_EUR_CAN/2016/real_change?as-of=2017-02-15).`, `"3.9%" disagrees with 3.8% (NATO, released 2017-02-14: NATO_EUR_CAN 3.8)`},
	{`On equipment [29](fact:allies/2026/meeting?guideline=equipment) do.`, `"29" disagrees with 30 (NATO, released 2026-07-07: all but`},
	{`By The Hague [six](fact:allies/2026/meeting?guideline=hague) do.`, `"six" disagrees with 5 (NATO, released 2026-07-07: EST 5.10, GRC 3.65, LTU 5.33, LVA 4.92, POL 4.68; ISL no armed forces)`},
	{`In the note.[^1]

[^1]: It was [23](fact:allies/2024/meeting).`, `"23" disagrees with 17 (NATO, released 2026-07-07: all but`},
	{`| Year | Count |
| --- | --- |
| 2024 | [22](fact:allies/2024/meeting) |`, `"22" disagrees with 17`},
	{`### A heading with [18](fact:allies/2024/meeting)`, `"18" disagrees with 17`},
}

// TestWrongStatements builds each statement into an article over those
// figures.
func TestWrongStatements(t *testing.T) {
	if len(wrongStatements) < 40 {
		t.Errorf("only %d statements", len(wrongStatements))
	}
	for i, c := range wrongStatements {
		src := "+++\ntitle = \"Wrong\"\ndate = 2026-08-01\nsummary = \"Not so.\"\n+++\n\n" + c.text + "\n"
		before := src[:strings.Index(src, "](fact:")]
		at := strings.LastIndex(before, "[")
		line := strings.Count(src[:at], "\n") + 1
		col := utf8.RuneCountInString(src[strings.LastIndex(src[:at], "\n")+1:at]) + 1
		file := "content/articles/wrong.md"
		want := fmt.Sprintf("%s:%d:%d: %s", file, line, col, c.want)
		_, errs := build.Memory{Reader: keptReader}.Files(over{os.DirFS(whole), fstest.MapFS{file: {Data: []byte(src)}}}, "-root", whole, "-as-of", "2026-08-01")
		if got := said(errs); !strings.Contains(got, want) {
			t.Errorf("%d: %s\ngot  %swant %s", i, c.text, got, want)
		}
	}
}

// over lays the articles of top in the place of those of base, whose data,
// settings and templates stay.
type over struct {
	base fs.FS
	top  fstest.MapFS
}

func (o over) Open(name string) (fs.File, error) {
	if name == "content" || strings.HasPrefix(name, "content/") {
		return o.top.Open(name)
	}
	return o.base.Open(name)
}
