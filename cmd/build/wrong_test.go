package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// wrongStatements are false on the figures of testdata/report as known on 1 August 2026 unless they name a day. The
// error stands at the bracket before the words and names the figure, the edition and the members that prove it.
var wrongStatements = []struct{ text, want string }{
	{`Only [six](fact:allies/2016/meeting?as-of=2017-02-15) of 28 met it.`, `"six" disagrees with 5 (NORDA, released 2016-07-04: ESV 2.16, GBL 2.21, GRV 2.38, POM 2.00, USO 3.61; ISM no armed forces)`},
	{`In 2016 [five](fact:allies/2016/meeting) did.`, `"five" disagrees with 4 (NORDA, released 2026-07-07: ESV 2.03, GBL 2.07, GRV 2.40, USO 3.49; ISM no armed forces)`},
	{`Today [31 of 32](fact:allies/2026/meeting) do.`, `"31 of 32" disagrees with 30 of 32 (NORDA, released 2026-07-07: all but SVO 1.61; ISM no armed forces)`},
	{`Today [thirty of 31](fact:allies/2026/meeting) do.`, `"thirty of 31" disagrees with 30`},
	{`*Now [all](fact:allies/2026/meeting) do.*`, `"all" disagrees with 30 of 32 (NORDA, released 2026-07-07: all but SVO 1.61`},
	{`There are [31](fact:allies/2026) allies.`, `"31" disagrees with 32 (days of joining in data/members.csv)`},
	{`In 2025 [30](fact:allies/2025/meeting?as-of=2025-09-01) met it.`, `"30" must say "at least": no figure of Gelmark, so 30 is a lower bound (NORDA, released 2025-08-28: all that have a figure; ISM no armed forces; no figure of DEG)`},
	{`Türmiye’s was [3.0%](fact:TUM/2026).`, `"3.0%" disagrees with 2.85% (NORDA, released 2026-07-07: TUM 2.85)`},
	{`Großulmland: [2.21%](fact:GBL/2016).`, `"2.21%" disagrees with 2.07% (NORDA, released 2026-07-07: GBL 2.07)`},
	{`- [1.98%](fact:GBL/2016) in a list`, `"1.98%" disagrees with 2.07%`},
	{`- a list, and **[2.08%](fact:GBL/2016?released=2026-07-07)** in it`, `"2.08%" disagrees with 2.07%`},
	{`> Quoted: [2.07%](fact:GBL/2016?source=inst)`, `"2.07%" disagrees with 1.98% (INST, released 2017-02-14: GBL 1.98)`},
	{`Ulmland [fell short](fact:GBL/2016/misses).`, `"fell short" is not true: GBL meets 2% of income with 2.07% (NORDA, released 2026-07-07: GBL 2.07)`},
	{`Polmark [met it](fact:POM/2016/meets).`, `"met it" is not true: POM is short of 2% of income with 1.99% (NORDA, released 2026-07-07: POM 1.99)`},
	{`Slovoria is [0.39 points above](fact:SVO/2026/distance).`, `"0.39 points above" disagrees with −0.39 points (NORDA, released 2026-07-07: SVO 1.61)`},
	{`Slovoria is [0.39 points](fact:SVO/2026/distance) short.`, `"0.39 points" disagrees with −0.39 points`},
	{`Slovoria is [0.4%](fact:SVO/2026/distance) short.`, `"0.4%" is in per cent, but distance is in percentage points`},
	{`Slovoria would need [$437m](fact:SVO/2026/shortfall).`, `"$437m" disagrees with $340 million (NORDA, released 2026-07-07: SVO 1.61`},
	{`Usonia spent [$1.04 trillion](fact:USO/2026/spent_current).`, `"$1.04 trillion" disagrees with $1,032,849 million (NORDA, released 2026-07-07: USO 1,032,849)`},
	{`Usonia spent [£1.03 trillion](fact:USO/2026/spent_current).`, `"£1.03 trillion" is in pounds, but spent_current is in US dollars`},
	{`That is [two thirds](fact:USO/2026/share_of_total) of all.`, `"two thirds" disagrees with 57.1% (NORDA, released 2026-07-07: NORDA 1,809,915, USO 1,032,849)`},
	{`Ulmland is [13th](fact:GBL/2026/rank).`, `"13th" disagrees with 14 of 31 (NORDA, released 2026-07-07: LTM 5.33, ESV 5.10`},
	{`Estvale is [highest](fact:ESV/2026/rank).`, `"highest" disagrees with 2 of 31 (NORDA, released 2026-07-07: LTM 5.33, ESV 5.10`},
	{`Sparavia is [lowest](fact:ESA/2026/rank).`, `"lowest" disagrees with 29 of 31`},
	{`[Estvale](fact:allies/2026/highest) leads.`, `"Estvale" disagrees with 5.33% (Lirmania) (NORDA, released 2026-07-07: LTM 5.33)`},
	{`The middle is [2.32%](fact:allies/2026/median).`, `"2.32%" disagrees with 2.22% (NORDA, released 2026-07-07: ALD 2.15`},
	{`Weighted it is [2.76%](fact:allies/2026/weighted_mean).`, `"2.76%" disagrees with 2.87%`},
	{`Together [$1.9 trillion](fact:allies/2026/spent_current/sum).`, `"$1.9 trillion" disagrees with $1,809,913 million`},
	{`Ulmland [rose by 0.06 points](fact:GBL/2014..2016/change).`, `"rose by 0.06 points" disagrees with −0.06 points (NORDA, released 2026-07-07: 2016 2.07 against 2014 2.13)`},
	{`Polmark [doubled](fact:POM/2014..2026/ratio).`, `"doubled" disagrees with 2.52 times (NORDA, released 2026-07-07: 2026 4.68 against 2014 1.86)`},
	{`There are [26 more](fact:allies/2014..2026/meeting/change).`, `"26 more" disagrees with +27 (NORDA, released 2026-07-07: 2026 30 against 2014 3)`},
	{`Ulmland is [0.34 points below](fact:GBL/2026/change?to=FRB) Frobia.`, `"0.34 points below" disagrees with +0.34 points (NORDA, released 2026-07-07: GBL 2.56 against FRB 2.22)`},
	{`Ulmland spent [nearly 2%](fact:GBL/2016).`, `"nearly 2%" disagrees with 2.07%`},
	{`Ulmland spent [more than 2.07%](fact:GBL/2016).`, `"more than 2.07%" disagrees with 2.07%`},
	{`Ulmland spent [about 3%](fact:GBL/2016).`, `"about 3%" disagrees with 2.07%`},
	{`Finmoor [rose by 3.11%](fact:FIM/2026/real_growth).`, `"rose by 3.11%" disagrees with −3.11% (NORDA, released 2026-07-07: FIM −3.11)`},
	{`Mainland grew by [3.9%](fact:NORDA_LESS_USO/2016/real_growth?as-of=2017-02-15).`, `"3.9%" disagrees with 3.8% (NORDA, released 2017-02-14: NORDA_LESS_USO 3.8)`},
	{`On equipment [29](fact:allies/2026/meeting?guideline=equipment) do.`, `"29" disagrees with 30 (NORDA, released 2026-07-07: all but`},
	{`By the Haven [six](fact:allies/2026/meeting?guideline=haven) do.`, `"six" disagrees with 5 (NORDA, released 2026-07-07: ESV 5.10, GRV 3.65, LTM 5.33, LVN 4.92, POM 4.68; ISM no armed forces)`},
	{`In the note.[^1]

[^1]: It was [23](fact:allies/2024/meeting).`, `"23" disagrees with 17 (NORDA, released 2026-07-07: all but`},
	{`| Year | Count |
| --- | --- |
| 2024 | [22](fact:allies/2024/meeting) |`, `"22" disagrees with 17`},
	{`### A heading with [18](fact:allies/2024/meeting)`, `"18" disagrees with 17`},
}

// TestWrongStatements builds each statement into an article over those figures.
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
		_, errs := kept.Files(over{os.DirFS(whole), fstest.MapFS{file: {Data: []byte(src)}}}, "-root", whole, "-as-of", "2026-08-01")
		if got := said(errs); !strings.Contains(got, want) {
			t.Errorf("%d: %s\ngot  %swant %s", i, c.text, got, want)
		}
	}
}

// over lays the articles of top in the place of those of base, whose data, settings and templates stay.
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
