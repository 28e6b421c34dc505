package article

import (
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
)

func TestPlain(t *testing.T) {
	r := Segments{{HTML: "A <em>small</em> &lt;step&gt;"}, {HTML: "†", Shown: Mute{}}, {HTML: ", "}, {Path: "x/"}, {HTML: `<a href="#fact-1">2 &gt; 1</a>`}}
	if got := r.plain(); got != "A small <step>, 2 > 1" {
		t.Errorf("got %q", got)
	}
}

// TestTables holds which texts have a table that can be sorted.
func TestTables(t *testing.T) {
	for want, texts := range map[bool][]Segments{
		true:  {{{Shown: &ChartBlock{}}}, {{Shown: &ThenNow{}}}, {{HTML: "a"}, {HTML: "<table>"}}},
		false: {nil, {{HTML: "a table"}}},
	} {
		for i, text := range texts {
			if text.Tables() != want {
				t.Errorf("%t, %d", want, i)
			}
		}
	}
}

// TestHasRowOf holds on whose pages an article is listed: those of members its figures are of, or are compared with.
func TestHasRowOf(t *testing.T) {
	row := func(q dataset.Query) *Row { return &Row{Fact: &fact.Fact{Answer: &dataset.Answer{Query: q}}} }
	l := EvidenceTable{row(dataset.Query{Subject: "SWE"}), row(dataset.Query{Subject: "DNK", Against: "FRA"})}
	for code, want := range map[string]bool{"SWE": true, "FRA": true, "NOR": false} {
		if got := l.HasRowOf(code); got != want {
			t.Errorf("%s: %t", code, got)
		}
	}
}
