package tomldoc_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/tomldoc"
)

// getters read the key k as the packages do.
var getters = map[string]func(t *tomldoc.Table) any{
	"String":    func(t *tomldoc.Table) any { return t.String("k") },
	"Int":       func(t *tomldoc.Table) any { return t.Int("k") },
	"Year":      func(t *tomldoc.Table) any { return t.Year("k") },
	"Float":     func(t *tomldoc.Table) any { return t.Float("k", -1) },
	"Bool":      func(t *tomldoc.Table) any { return t.Bool("k") },
	"Date":      func(t *tomldoc.Table) any { return t.Date("k") },
	"Strings":   func(t *tomldoc.Table) any { return t.Strings("k") },
	"Texts":     func(t *tomldoc.Table) any { return t.Texts("k") },
	"Address":   func(t *tomldoc.Table) any { return t.Address("k") },
	"Addresses": func(t *tomldoc.Table) any { return t.Addresses("k") },
	"Table":     func(t *tomldoc.Table) any { return t.Table("k") != nil },
	"Tables":    func(t *tomldoc.Table) any { return len(t.Tables("k")) },
	"Has":       func(t *tomldoc.Table) any { return t.Has("k") },
	"Blank":     func(t *tomldoc.Table) any { return t.Blank("k") },
	"IsTable":   func(t *tomldoc.Table) any { return t.IsTable("k") },
}

// TestGetters reads the values of testdata/getters.txt.
func TestGetters(t *testing.T) {
	golden.CheckLines(t, "getters.txt", func(line string) string {
		getter, value, _ := strings.Cut(line, " ")
		doc, root := tomldoc.Parse(first, []byte("k = "+value))
		got, wrong := fmt.Sprintf("%q", fmt.Sprint(getters[getter](root))), doc.Errors().Error()
		root.Done("") // keys that were read are known
		if n := len(doc.Errors()); root.Failed() || wrong == "" && n > 0 && getter != "IsTable" {
			t.Errorf("%s: %v", line, doc.Errors())
		}
		return got + "\n" + wrong
	})
	for name, get := range getters { // for an absent key, and for a text that is not TOML
		none := map[string]string{"Float": "-1", "String": "", "Address": "", "Date": "", "Strings": "[]", "Texts": "[]", "Addresses": "[]", "Int": "0", "Year": "0", "Tables": "0"}
		want, ok := none[name]
		if !ok {
			want = "false"
		}
		for _, src := range []string{"", "k = = 1"} {
			doc, root := tomldoc.Parse(first, []byte(src))
			before := len(doc.Errors())
			if got := fmt.Sprint(get(root)); got != want || len(doc.Errors()) != before || before > 0 != root.Broken("k") {
				t.Errorf("%s of %q: got %s, %v", name, src, got, doc.Errors())
			}
			root.Require("k")
			if root.Done(""); (len(doc.Errors()) > before) == root.Broken("k") {
				t.Errorf("%s of %q: %v", name, src, doc.Errors())
			}
		}
	}
}

// TestExamples checks that the examples in hints are valid values of their keys.
func TestExamples(t *testing.T) {
	for key, want := range map[string]string{"year": "2016", "price_year": "2016", "from": "2016", "to": "2016", "order": "2", "total": "2"} {
		doc, root := tomldoc.Parse(first, []byte(key+" = true"))
		root.Int(key)
		if got := doc.Errors().Error(); !strings.HasSuffix(got, "hint: write "+key+" = "+want) {
			t.Errorf("%s: %s", key, got)
		}
	}
}

// TestSyntax checks that the parser's messages for the mistakes of testdata/syntax.txt are explained at their place.
func TestSyntax(t *testing.T) {
	golden.CheckLines(t, "syntax.txt", func(line string) string {
		doc, _ := tomldoc.Parse(first, []byte(strings.ReplaceAll(line, "⏎", "\n")))
		return doc.Errors().Error()
	})
}

// TestQuote parses what Quote has written.
func TestQuote(t *testing.T) {
	texts := []string{"plain", `a "quoted" word`, `back\slash \n`, "two\nlines\tand a tab", "bell \a, escape \x1b, delete \x7f", "Türkiye 🚀 日本", "''' +++ # ]", ""}
	doc, table := tomldoc.Parse(diag.Pos{}, []byte("list = "+tomldoc.QuoteList(texts)))
	if got := table.Strings("list"); !slices.Equal(got, texts) {
		t.Errorf("got %q, want %q; %v", got, texts, doc.Errors())
	}
}
