package content_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
)

// unbound removes the marks ⟨…⟩ from a text and returns the warnings that they mark, in the form line:column "number".
func unbound(marked string) (text string, want []string) {
	var b strings.Builder
	line, col := 1, 1
	for rest := marked; rest != ""; {
		r := []rune(rest)[0]
		rest = rest[len(string(r)):]
		switch r {
		case '⟨':
			number, _, _ := strings.Cut(rest, "⟩")
			number = strings.Join(strings.Fields(number), " ")
			number = strings.NewReplacer("*", "", `\`, "", "&nbsp;", " ", "&#37;", "%", "&pound;", "£", "--", "–").Replace(number)
			want = append(want, fmt.Sprintf("%d:%d %q", line, col, number))
			continue
		case '⟩':
			continue
		case '\n':
			line, col = line+1, 0
		}
		col++
		b.WriteRune(r)
	}
	return b.String(), want
}

// warnings returns warnings in the same form; others in full.
func warnings(errs diag.List) (got []string) {
	for _, e := range errs {
		s := strings.TrimPrefix(e.Msg, "a number without evidence: ")
		if e.Severity != diag.Warning {
			s = "error: " + s
		}
		got = append(got, fmt.Sprintf("%d:%d %s", e.Pos.Line, e.Pos.Col, s))
	}
	return got
}

func checkUnbound(t *testing.T, marked string) {
	t.Helper()
	text, want := unbound(strings.TrimPrefix(marked, "\ufeff"))
	if strings.HasPrefix(marked, "\ufeff") {
		text = "\ufeff" + text // has no column
	}
	_, errs := load(t, text, content.Options{})
	if got := warnings(errs); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\ngot  %s\nwant %s", marked, got, want)
	}
}

// TestUnboundNumbers checks that a number that needs evidence is found wherever and however it is written. What is
// found is between ⟨ and ⟩, which are removed.
func TestUnboundNumbers(t *testing.T) {
	for _, s := range []string{
		// per cent
		"Britain spent ⟨2.21%⟩ of GNI.",
		"⟨2.21 %⟩ and ⟨2.21&nbsp;%⟩ and ⟨2.21\u00a0%⟩ and ⟨2,210\u202f%⟩",
		"⟨2 per cent⟩, ⟨2 percent⟩, ⟨Two per cent⟩, ⟨two\u00a0per\u00a0cent⟩, ⟨Two percent⟩",
		"a ⟨2-per-cent⟩ mark, a ⟨two-per-cent⟩ mark, ⟨twenty-one per cent⟩, ⟨twenty one per cent⟩, ⟨one hundred and two per cent⟩",
		"⟨two and a half per cent⟩ or ⟨2 and a quarter per cent⟩",
		"a ⟨10-percentage-point⟩ rise, ⟨1.5 percentage points⟩, ⟨one percentage point⟩, ⟨3pp⟩, ⟨3 pp⟩ more",
		"⟨0.22 points⟩ short",
		"⟨-3.11%⟩, ⟨−3.11%⟩, ⟨+3%⟩, (⟨-3%⟩), sub-⟨2%⟩",
		"⟨10-20%⟩, ⟨10–20 per cent⟩, ⟨10--20%⟩, ⟨10%–20%⟩, from ⟨10%⟩ to ⟨20%⟩, 10 to ⟨20%⟩",
		"a line\nthen ⟨2.21\nper cent⟩ and ⟨2.5%⟩",
		"Türkiye — ü ⟨2%⟩ it's \"x\" -- ... ⟨3%⟩",
		"**⟨2.21**%⟩ and *⟨2*\u00a0per **cent⟩**",
		`⟨2.21\%⟩ and ⟨2&#37;⟩ and &lt; \* &amp; ⟨3%⟩`,
		"⟨10%⟩ of 5, and 5 of ⟨10%⟩, and 3 of the ⟨2 per cent⟩ club",
		"(⟨2%⟩), [⟨2%⟩], ⟨2%⟩-guideline, ⟨100%⟩!",
		// money
		"⟨$10bn⟩ ⟨$10 bn⟩ ⟨$10⟩ ⟨$1,234.5m⟩ ⟨$9.4 million⟩, ⟨$10-billion⟩",
		"⟨£56.4bn⟩ ⟨€5⟩ ⟨€ 5 tn⟩, ⟨5 €⟩, ⟨5 $⟩, ⟨&pound;5⟩",
		"⟨US$ 1.2 trillion⟩ ⟨US$5⟩ ⟨A$5m⟩ ⟨-$5bn⟩ ⟨US$\u00a05\u00a0bn⟩",
		"⟨$5–10bn⟩ ⟨$5bn-$10bn⟩ between ⟨$5⟩ and ⟨$6⟩",
		"⟨10 billion dollars⟩, ⟨two billion US dollars⟩, ⟨5m euros⟩, ⟨five pounds⟩, a ⟨5-dollar⟩ note, 5 ⟨$10⟩ notes",
		`a$b, $x, $, US$, \$⟨$5⟩ and ⟨\$5⟩`,
		// N of M
		"Only ⟨five of 28⟩ and ⟨5 of 28⟩ and ⟨Five of the 28⟩ and ⟨five out of 28⟩ and ⟨twenty-three of thirty-two⟩.",
		"⟨30 of the alliance’s 32⟩, ⟨30 of its 32⟩, ⟨five of the then 28⟩, ⟨three of all the 10⟩, ⟨none of the 28⟩",
		"[30](fact:a/1) of the alliance's ⟨32⟩ members",
		"⟨five\nof the 28⟩, *⟨five* of **28⟩**, ⟨1,500 of 2,000⟩",
		"Only ⟨one of the 28⟩ and ⟨one of 28⟩, at least ⟨one of the five⟩",
		"[five](fact:allies/2016/meeting) of ⟨28⟩, [at least 30](fact:a/1) of its ⟨32⟩, ⟨Five⟩ of [28](fact:allies/2016), ⟨five⟩ of [the 28](x.md)",
		"[](fact:a/1) of the ⟨28⟩",
		// where
		"## About ⟨2%⟩\n\ntext",
		"⟨2%⟩ in a heading\n---\n",
		"- ⟨2%⟩\n- b\n\n  1. ⟨3%⟩\n\n     ⟨4%⟩",
		"- a [x]\n  - b ⟨2%⟩\n\n\t⟨3%⟩",
		"| Share | Rank |\n|---|---|\n| ⟨2.07⟩ | 5 |\n| [1.86](fact:GBR/2016) | 2016 |",
		"| A ⟨1%⟩ | ü ⟨2%⟩ |\n|---|---|\n| b | ⟨$3⟩ \\| ⟨4%⟩ |",
		"A[^1].\n\n[^1]: Not ⟨2%⟩.\n\n    ⟨3%⟩",
		"![A map of ⟨2%⟩ ü ⟨3%⟩](a.png) and ⟨4%⟩",
		"![⟨Five⟩ of [28](fact:a/1)](a.png)",
		"~~⟨2%⟩~~ and ==⟨3%⟩==",
		"\\\"⟨2%⟩ is a stray mark",
		"\"A quotation of 5%\" and ⟨6%⟩",
		"`2%` then ⟨3%⟩",
		"<!-- note -->\n\n⟨2%⟩<!-- note -->",
		"Only ⟨2%⟩.\n<!-- note -->",
		"Then &lt;⟨2%⟩",
		"The first.[^1] The second is ⟨2%⟩. The third.[^1]\n\n[^1]: x",
	} {
		checkUnbound(t, front+s)
	}
	checkUnbound(t, "+++\ntitle = \"Ü ⟨2%⟩ \\\"of\\\" ⟨5 of 28⟩\"\ndate = 2017-02-15\nsummary = \"\"\"\n*a*\n⟨3%⟩ \"\"\"\n+++\nText.\n")
	checkUnbound(t, "\ufeff+++\r\ntitle = \"T\"\r\ndate = 2017-02-15\r\nsummary = 'S ⟨$5bn⟩'\r\n+++\r\na\r\nb ⟨2\r\nper cent⟩\r\n")
	checkUnbound(t, "+++\ntitle = \"⟨2%⟩ is met\"\ndate = 2017-02-15\nsummary = 'S'\n+++\nText.\n")
	checkUnbound(t, "+++\ntitle = \"  Ü\\u00a0⟨2%⟩\"\ndate = 2017-02-15\nsummary = 'S ⟨$5bn⟩'\n+++\nText.\n")
}

// TestBoundNumbers lists numbers that need no evidence, or have it.
func TestBoundNumbers(t *testing.T) {
	for _, s := range []string{
		// no unit
		"In 2016, on 15 February 2017, at 9.30, in the 1990s, 24-hour, 2nd, F-16, G20, 5G, 10 km, 10 m, three men, a million reasons, 2°",
		"Article 5 of the treaty's 14, page 3 of 10, Part two of five, No 5 of 10, section 3 of 4",
		"figures for 2016 of the members, the edition of 4 July 2016, July 28 of 30, the five of 28 August, two of the 2016 figures, five of the 2014–24 years",
		"one of the 28, one of the two, one of three reasons, someone of the 28, no-one of 28, the first of two, two of them, often of 28",
		"two of the five-year plans, 3 of the 24-hour days, F-16 of 28",
		"a percentage, percentage figures, per cent, percent of 5, cents, recently, a century, per centre, four dollar values, two per century, points, five points, app, supper, US dollars",
		"a % sign, %5, 100 a%, `2`% and `five` of 28",
		"## 3. Something\n\n1. two\n2. three",
		// evidence
		"[2.21%](fact:GBR/2016), [](fact:GBR/2016), [five](fact:a/1) of [28](fact:a/1), [five](fact:a/1) of them, **[2%](fact:a/1)**",
		"[five of the 28](fact:a/1), [2% of GNI](x.md), [about $10bn](https://a.b/c%20d), [*2*%][r], <https://a.b/5%25>\n\n[r]: https://c.d",
		"[2.21%](fact:a/1) of 5, [the 2016 edition](x.md) of 28, five of [the 2016 edition](x.md), [a study](x.md) of 28",
		"`2%` and ``5 of 28``\n\n```\n2%\n```\n\n```chart\ntitle = \"2%\"\n```",
		"> 2%\n>\n> - 5 of 28\n>\n> | 2% |\n> |---|\n> | $5 |",
		"\"It is 2%.\" He said: “5 of 28” and \"*2%* and [a](b.md) 3%\" and «4%» and „5%“ and &quot;6%&quot;",
		"![2%](a.png)[^1] and [![3%](a.png)](b.md) and ![[4%](fact:a/1)](c.png)\n\n[^1]: x",
		"It is 2%[^1]. It is 3%.[^1] It is 4% (see 5%).[^1] By Mr. A in the U.S. it is 6%, i.e. 7%, or 2.5 x.[^1] \"So\" 8%. [^1]\n\n[^1]: x",
		"It is 2% -- *or ... 3%* -- and\nmore.[^1]\n\n[^1]: It is 4%.[^2]\n\n[^2]: x",
		"| a |\n|---|\n| 2%[^1] |\n\n[^1]: x",
		// excused by a comment
		"It is 2%<!-- evidence: a sum of the above --> and 3%.",
		"It is 2%. <!--Evidence:x--> <!-- evidence: y -->",
		"- It is 2%. <!-- evidence: x -->\n- b\n- It is 3%.\n  <!-- evidence: x -->\n",
		"## 2% <!-- evidence: x -->\n\ntext\n\nOne 2%\n---\n<!-- evidence: x -->\n",
		"| a |\n|---|\n| 2% <!-- evidence: x --> |",
		"A 2%.\n<!-- evidence: x -->\n\nb\n\n<!-- evidence:\nof two lines -->\nA 2%.\nMore.",
		"![2%<!-- evidence: x -->](a.png)",
		"A[^1]\n\n[^1]: It is 2%. <!-- evidence: x -->",
		"The sign for 2 `%` of `3%`",
		"~~~\nTODO: x\n~~~\n\n```\nTODO: x\n```",
		"a <!-- evidence of a kind --> <!-- evidently: x --> <!---->",
	} {
		if _, errs := load(t, front+s, content.Options{}); len(errs) > 0 {
			t.Errorf("%s\ngot %s", s, errs)
		}
	}
}

// TestNumbers counts the numbers of texts by their evidence.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]content.Numbers{
		"[2%](fact:a/1) and [3%](fact:a/2)":                     {},
		"[2%](https://example.org/a), [3%](fact:a/1)":           {Linked: 1},
		"[2% of 3%](https://example.org/a), 4%":                 {Linked: 2, Bare: 1},
		"\"It is 2%\", not [3%](https://example.org/a)":         {Linked: 1, Quoted: 1},
		"> It is 2% and 3%":                                     {Quoted: 2},
		"It is 2%.[^1]\n\n[^1]: x":                              {Excused: 1},
		"It is 2% or 3%. <!-- evidence: x -->\n\nIt is 4%.":     {Excused: 2, Bare: 1},
		"[words](https://example.org/a) and 2 of nothing, 2020": {},
	} {
		if a, errs := load(t, front+text, content.Options{}); a.Numbers != want {
			t.Errorf("%s: got %+v, want %+v, %v", text, a.Numbers, want, errs)
		}
	}
}
