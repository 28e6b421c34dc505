package export

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/i18n"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
	"burdenshare/templates"
)

// TestSearchParts holds that no part of the index is large, that the first has
// everything but old articles, and that all together have everything.
func TestSearchParts(t *testing.T) {
	catalog, _ := i18n.Load(templates.FS, templates.FS, "en-GB")
	views := &pages.Views{}
	for i := range 4000 {
		views.Entries = append(views.Entries, pages.Entry{Kind: "article", Name: fmt.Sprintf("Article %d", i), Path: fmt.Sprintf("articles/a-%d/", i), Text: strings.Repeat("word ", 20)})
	}
	views.Entries = append(views.Entries, pages.Entry{Kind: "source", Name: "Office", Path: "data/#office"})
	files := map[string][]byte{}
	(&Export{Report: &report.Report{Inputs: report.Inputs{Catalog: catalog}}, Views: views}).Search(false, NewFiles(files, nil, nil, nil))
	all := 0
	for n, name := 1, "search.json"; name != ""; n++ {
		if len(files[name]) == 0 || len(files[name]) > 300_000 {
			t.Errorf("%s has %d bytes", name, len(files[name]))
		}
		var part struct {
			Words   map[string]string
			Entries [][]string
			Next    string
		}
		if err := json.Unmarshal(files[name], &part); err != nil {
			t.Fatal(err)
		}
		if n == 1 && (part.Words["older"] == "" || part.Entries[len(part.Entries)-1][1] != "Office" || part.Entries[0][1] != "Article 0") {
			t.Errorf("the first part begins with %q and ends with %q", part.Entries[0], part.Entries[len(part.Entries)-1])
		}
		all += len(part.Entries)
		if name = ""; part.Next != "" {
			name = "search-" + part.Next + ".json"
		}
	}
	if all != 4001 || len(files) < 3 {
		t.Errorf("%d entries in %d files", all, len(files))
	}
}
