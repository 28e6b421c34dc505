package impact

import (
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
)

// TestSentenceAt finds the sentence around ¦ in a piece of Markdown.
func TestSentenceAt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"One. ¦[Two](fact:x) is *here*. Three.", "Two is here."},
		{"One.\nIt is ¦[2%](fact:x)\nof all. Three.", "It is 2% of all."},
		{"Before.\n\n- first ¦[2](fact:x) of it\n- second", "first 2 of it"},
		{"> quoted, he\n> said ¦[2](fact:x).", "quoted, he said 2."},
		{"| A | ¦[2.21](fact:x) | `c` |\n| B | 3 | d |", "A, 2.21, c"},
		{"# Only ¦[five](fact:x)\n\nMore.", "Only five"},
		{"At 2.5 per cent it is ¦[1.98%](fact:x?a=b) now. So.", "At 2.5 per cent it is 1.98% now."},
		{"“Yes.” And ¦[2](fact:x)[^1] of *[them](../a.md)*.", "And 2 of them."},
		{"Zürich: ¦[2](fact:x)!", "Zürich: 2!"},
		{"Line\r\nwith ¦[2](fact:x).\r\n\r\nNext.", "Line with 2."},
		{"¦[](fact:x) is filled in.", "… is filled in."},
		{"A long one ¦" + strings.Repeat("word ", 60), "A long one" + strings.Repeat(" word", 38)[:190] + "…"},
	} {
		before, after, _ := strings.Cut(c.text, "¦")
		pos := diag.Place(diag.Pos{Line: 1, Col: 1}, []byte(before), len(before))
		if got := sentenceAt([]byte(before+after), pos); got != c.want {
			t.Errorf("%q:\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
	if got := sentenceAt([]byte("short"), diag.Pos{Line: 9, Col: 3}); got != "" {
		t.Errorf("beyond the file: %q", got)
	}
}

func TestTextOfEffects(t *testing.T) {
	e := &Impact{Sections: []Section{{"Ranks", []string{"one.", "two."}}, {"Charts", []string{"three."}}}}
	if got, want := e.Text(), "Ranks\n  one.\n  two.\n\nCharts\n  three.\n"; got != want {
		t.Errorf("got %q", got)
	}
	if got := new(Impact).Text(); got != "Nothing changes.\n" {
		t.Errorf("got %q", got)
	}
}

// TestEvidence checks that a smaller number of numbers with evidence is reported.
func TestEvidence(t *testing.T) {
	was := content.Numbers{Checked: 240, Linked: 12, Quoted: 3, Excused: 2}
	got := strings.Join(evidence(was, content.Numbers{Checked: 238, Linked: 13, Quoted: 3, Excused: 1, Bare: 2}), "\n")
	if want := `Numbers checked against figures: 238, were 240, 2 fewer.
Numbers linked to a source: 13, were 12, 1 more.
Numbers excused by a footnote or comment: 1, were 2, 1 fewer.
Numbers without evidence: 2, were 0, 2 more.`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := evidence(was, was); got != nil {
		t.Errorf("without a change: %q", got)
	}
}
