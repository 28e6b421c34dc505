package tomldoc_test

import (
	"slices"
	"testing"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// TestQuote parses what Quote has written.
func TestQuote(t *testing.T) {
	texts := []string{"plain", `a "quoted" word`, `back\slash \n`, "two\nlines\tand a tab", "bell \a, escape \x1b, delete \x7f", "Türkiye 🚀 日本", "''' +++ # ]", ""}
	doc, table := tomldoc.Parse(diag.Pos{}, []byte("list = "+tomldoc.QuoteList(texts)))
	if got := table.Strings("list"); !slices.Equal(got, texts) {
		t.Errorf("got %q, want %q; %v", got, texts, doc.Errors())
	}
}
