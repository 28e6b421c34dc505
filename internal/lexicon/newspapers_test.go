package lexicon_test

import (
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/lists"
)

// marked removes the marks ⟨…⟩ from a sentence.
func marked(s string) (text string, want []lexicon.Span) {
	var b strings.Builder
	for _, c := range s {
		switch c {
		case '⟨':
			want = append(want, lexicon.Span{From: b.Len()})
		case '⟩':
			want[len(want)-1].To = b.Len()
		default:
			b.WriteRune(c)
		}
	}
	return b.String(), want
}

// overlaps reports whether a span overlaps one of a list.
func overlaps(a lexicon.Span, list []lexicon.Span) bool {
	return slices.ContainsFunc(list, func(b lexicon.Span) bool { return a.From < b.To && b.From < a.To })
}

// TestNewspapers measures how well the numbers in newspaper prose that need evidence are found.
func TestNewspapers(t *testing.T) {
	src := golden.Read(t, "testdata/newspapers.txt")
	f := lexicons()["en"].Finder([]string{"ally", "allies"}, map[string][]float64{"": {2, 3.5, 20}})
	sentences, right, false_, wanted, missed := 0, 0, 0, 0, 0
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		sentences++
		text, want := marked(line)
		quoted := lexicon.Quotations(text)
		got := lists.Filter(f.Uncited(text, nil), func(n lexicon.Span) bool { return !overlaps(n, quoted) })
		for _, g := range got {
			if overlaps(g, want) {
				right++
			} else {
				false_++
				t.Logf("false alarm %q in: %s", text[g.From:g.To], text)
			}
		}
		for _, w := range want {
			if wanted++; !overlaps(w, got) {
				missed++
				t.Logf("missed %q in: %s", text[w.From:w.To], text)
			}
		}
	}
	precision, recall := float64(right)/float64(right+false_), float64(wanted-missed)/float64(wanted)
	t.Logf("%d sentences, %d numbers that need evidence: precision %.3f, recall %.3f", sentences, wanted, precision, recall)
	if sentences < 500 || precision < 0.95 || recall < 0.95 {
		t.Errorf("%d sentences, precision %.3f, recall %.3f", sentences, precision, recall)
	}
}
