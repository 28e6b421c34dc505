package fact_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"burdenshare/templates"
)

// By the edition of 2026-07-07, Polmark meets the guideline with 4.68%, and Slovoria misses it with 1.61%.
const meets, misses = "POM/2026/meets", "SVO/2026/misses"

// TestVerdicts checks which words are accepted for a guideline that is met or missed.
func TestVerdicts(t *testing.T) {
	const met, missed, neither = 1, -1, 0
	for words, says := range map[string]int{
		"met it": met, "meets the guideline": met, "reached 2%": met, "stands above the line": met, "is over the mark": met,
		"has cleared the bar": met, "exceeded the target": met, "is in line with it": met, "no longer falls short": met,
		"did not miss it": met, "never missed the mark": met, "isn’t below the line": met, "not only met but exceeded it": met,
		"has never been short of it": met, "does not fall short": met, "hit the target": met, "no longer below": met,
		"hasn't fallen short of the mark": met, "expected to meet it": met, "on course to meet the guideline": met,

		"fell short": missed, "falls short of it": missed, "misses, falling well short of,": missed, "missed the mark": missed,
		"is below the line": missed, "spends less, short of the guideline": missed, "did not meet it": missed, "doesn’t meet it": missed,
		"failed to reach the mark": missed, "failed": missed, "has yet to meet the guideline": missed, "is still to reach it": missed,
		"cannot meet it": missed, "has never met it": missed, "nowhere near meeting it": missed, "far from reaching the target": missed,
		"not above the mark": missed, "no longer meets it": missed, "neither met nor exceeded it": missed, "almost met it": missed,
		"not quite reached it": missed, "lags behind": missed, "came up short": missed, "under the mark": missed, "undershot it": missed,
		"close to meeting it": missed, "hardly meets it": missed, "without meeting it": missed, "unable to meet the target": missed,

		"the guideline": neither, "spends its money": neither, "promised to meet it": neither, "must meet the guideline": neither,
		"under pressure from Usonville": neither, "over a decade": neither, "once below the line, it met it": neither,
		"agreed to reach the mark by 2024": neither, "cut short": neither, "hit by inflation": neither, "passed a law": neither,
	} {
		for ref, sign := range map[string]int{meets: met, misses: missed} {
			_, got := try("2026-11-23", ref, words)
			if (got == "") != (says == neither || says == sign) {
				t.Errorf("[%s](fact:%s): got %q", words, ref, got)
			}
		}
	}
	for words, want := range map[string]string{
		"fell short":         `"fell short" says the opposite of its fact: POM meets 2% of income with 4.68% (NORDA, released 2026-07-07: POM 4.68)` + "\n\thint: say so, as in \"met it\", or link the words to another fact",
		"met the 2% mark":    "",
		"met it with 4.7%":   "",
		"met it with 4.5%":   `"4.5%" in "met it with 4.5%" disagrees with 4.68%, and is not the mark either (NORDA, released 2026-07-07: POM 4.68)` + "\n\thint: make the number a fact of its own, or leave it out",
		"2.68 points above":  "",
		"2.5 points above":   `"2.5 points" in "2.5 points above" disagrees with 4.68%`,
		"met it in 12 years": "",
	} {
		if _, got := try("2026-11-23", meets, words); (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", words, got, want)
		}
	}
	// Beltria is at the mark itself, with 2.00%.
	for words, holds := range map[string]bool{"met it": true, "above the mark": false, "well above the mark": false, "exceeded it": false, "beat it": false,
		"at or above the mark": true, "below the mark": false, "is not above the mark": true, "exactly at the mark": true, "crossed it": true} {
		if _, got := try("2026-11-23", "BEQ/2026/meets", words); (got == "") != holds {
			t.Errorf("[%s] at the mark: got %q", words, got)
		}
	}
	if _, got := try("2026-11-23", meets, "exactly at the mark"); got == "" {
		t.Error("4.68% is exactly at the mark")
	}
	const opposite = `"met it" says the opposite of its fact: SVO is short of 2% of income with 1.61% (NORDA, released 2026-07-07: SVO 1.61)` + "\n\thint: say so, as in \"fell short\", or link the words to another fact"
	if _, got := try("2026-11-23", misses, "met it"); !strings.HasSuffix(got, opposite) {
		t.Errorf("got\n%s\nwant\n%s", got, opposite)
	}
}

// TestEveryVerdict tries every word of the lexicon for meeting and missing, bare and after every negation.
func TestEveryVerdict(t *testing.T) {
	var lex struct {
		Refused  struct{ Endings []string }
		Verdicts struct {
			Met, Missed, Above, Below, Weak, Negations []string
			AtOrAbove                                  []string `toml:"at_or_above"`
			AtOrBelow                                  []string `toml:"at_or_below"`
		}
	}
	src, err := fs.ReadFile(templates.FS, "lexicon.en.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(src, &lex); err != nil {
		t.Fatal(err)
	}
	check := func(words string, isMet bool) {
		t.Helper()
		for ref, holds := range map[string]bool{meets: isMet, misses: !isMet} {
			if _, got := try("2026-11-23", ref, words); (got == "") != holds {
				t.Errorf("[%s](fact:%s): got %q", words, ref, got)
			}
		}
	}
	v := lex.Verdicts
	negations := append([]string{"didn't", "hasn’t"}, v.Negations...)
	for _, list := range []struct {
		words []string
		isMet bool
	}{{v.Met, true}, {v.Missed, false}, {v.Above, true}, {v.AtOrAbove, true}, {v.Below, false}, {v.AtOrBelow, false}} {
		for _, w := range list.words {
			if slices.Contains(v.Weak, w) {
				w += " the mark"
			}
			check(w, list.isMet)
			for _, n := range negations {
				if w != "not there" { // is a negation already
					check(n+" "+w, !list.isMet)
				}
			}
		}
	}
	if len(v.Met)+len(v.Above) < 60 || len(v.Missed)+len(v.Below) < 30 || len(v.Negations) < 20 {
		t.Errorf("only %d, %d and %d words", len(v.Met), len(v.Missed), len(v.Negations))
	}
}
