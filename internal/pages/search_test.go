package pages

import (
	"fmt"
	"slices"
	"testing"

	"burdenshare/internal/i18n"
	"burdenshare/internal/report"
	"burdenshare/templates"
)

// TestLetters holds that an index that is too long for one page leads to each
// name on one of its pages, and that none of them is long.
func TestLetters(t *testing.T) {
	catalog, _ := i18n.Load(templates.FS, templates.FS, "en-GB")
	s := &maker{Report: &report.Report{Inputs: report.Inputs{Catalog: catalog}}}
	a := letter{Letter: "A", ID: "letter-a"}
	for i := range 2300 {
		a.Entries = append(a.Entries, Entry{Kind: "article", Name: fmt.Sprintf("Article %04d", i)})
	}
	b := letter{Letter: "B", ID: "letter-b", Entries: []Entry{{Kind: "member", Name: "Borven"}}}
	s.addLetters(Page{Path: IndexPath}, &Index{Letters: []letter{a, b}})
	var got []string
	for _, p := range s.pages {
		n := 0
		for _, l := range p.View.(*Index).Letters {
			n += len(l.Entries)
		}
		got = append(got, fmt.Sprint(p.Path, " ", n))
	}
	if want := []string{"a-z/ 1", "a-z/a/ 1000", "a-z/a/2/ 1000", "a-z/a/3/ 300", "a-z/b/ 1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
