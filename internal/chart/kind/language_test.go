package kind

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"burdenshare/internal/chart"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/civil"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// foreign is a catalog in which no word has a Latin letter: every message of
// strings.toml with its letters exchanged, its values as they were.
func foreign(t *testing.T) *i18n.Catalog {
	t.Helper()
	src, err := templates.FS.ReadFile(i18n.File)
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	if err := toml.Unmarshal(src, &file); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := toml.NewEncoder(&out).Encode(disguise(file)); err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{i18n.File: {Data: out.Bytes()}}
	b, errs := i18n.Load(folder, templates.FS, "en-GB")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return b
}

func disguise(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = disguise(v[key])
		}
	case []any:
		for i := range v {
			v[i] = disguise(v[i])
		}
	case string:
		depth := 0
		return strings.Map(func(c rune) rune {
			switch {
			case c == '{':
				depth++
			case c == '}':
				depth--
			case depth == 0 && unicode.Is(unicode.Latin, c):
				return 'а' + unicode.ToLower(c) - 'a' // Cyrillic
			}
			return c
		}, v)
	}
	return v
}

// nameless is the league with names that no English word is part of, so that
// a word left in the charts is the program's own.
func nameless() map[string]string {
	files := maps.Clone(league)
	for name := range files {
		if strings.HasSuffix(name, ".csv") && name != "data/members.csv" {
			continue
		}
		files[name] = strings.NewReplacer("Aid as a share of income", "ODAX", "Income in US dollars", "GNIX", "Aid in US dollars", "AIDX", `"People"`, `"PPLX"`,
			"Growth of aid", "RISX", "0.7% of income", "MARKX", "1% of income", "BOLDX", "no cuts", "CUTX", "no treasury", "TREX",
			"All members together", "ALLX", "Bay & Cove", "BAYX", "Delta <North>", "DELX", "West", "WESX", "East", "EASX").Replace(files[name])
	}
	return files
}

var (
	textNode = regexp.MustCompile(`>([^<]+)<`)
	nameOf   = regexp.MustCompile(`^(?:[A-Z]{2,4}X|Alpland|Capeland|Elmland|Fjordland|Isle|Moorland|[A-Z]{2,3}|[Xx]xx)$`)
	word     = regexp.MustCompile(`\p{Latin}{2,}`)
)

// TestNoWordOfItsOwn draws every kind in a language that has no Latin letters:
// what stands there in Latin letters is a name out of the data, or is said by
// Go instead of strings.toml. A value that a message names and is not given
// would stand in angle brackets.
func TestNoWordOfItsOwn(t *testing.T) {
	catalog := foreign(t)
	terms := leagueTerms
	terms.Collective = "xxx"
	d := load(t, nameless())
	specs := []string{"kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"CAP\"]", "kind = \"change\"\nmembers = [\"ALP\", \"BAY\", \"DEL\"]\nfrom = 2016\nto = 2019",
		"kind = \"money\"\nyear = 2016\nmembers = [\"ALP\"]", "kind = \"money\"\nyear = 2016\nmembers = [\"CAP\", \"DEL\"]", "kind = \"heatmap\"\nmembers = [\"ALP\", \"DEL\"]",
		"kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]", "kind = \"trend\"\nmembers = [\"ELM\"]"}
	for _, g := range goldens {
		specs = append(specs, g.spec)
	}
	drawn := map[string]bool{}
	for _, src := range specs {
		s, errs := parse(src)
		v := d.AsOf(civil.MustParse("2020-12-31"))
		if !s.AsOf.IsZero() {
			v = d.AsOf(s.AsOf)
		}
		c, more := All.Draw(v, terms, catalog, s)
		if len(errs)+len(more) > 0 {
			t.Errorf("%s: %v%v", src, errs, more)
			continue
		}
		drawn[c.Kind] = true
		for _, text := range said(t, c) {
			if strings.ContainsAny(text, "⟨⟩") {
				t.Errorf("%s: a message lacks a value: %q", src, text)
			}
			for _, w := range word.FindAllString(text, -1) {
				if !nameOf.MatchString(w) {
					t.Errorf("%s: %q is not out of strings.toml, in %q", src, w, text)
				}
			}
		}
	}
	if len(drawn) != len(All) {
		t.Errorf("only %v are drawn", slices.Sorted(maps.Keys(drawn)))
	}
}

// said returns every text of a chart that a reader may come to see.
func said(t *testing.T, c *chart.Chart) []string {
	texts := append([]string{c.Title, c.Subtitle, c.EstimateKey, c.Table.Caption}, c.Summary...)
	for _, col := range c.Table.Columns {
		texts = append(texts, col.Name)
	}
	for _, row := range c.Table.Rows {
		for _, cell := range row {
			texts = append(texts, cell.Text)
		}
	}
	for _, svg := range [][]byte{c.SVG(c.Wide()), c.SVG(c.Narrow())} {
		for _, m := range textNode.FindAllSubmatch(svg, -1) {
			texts = append(texts, strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&#34;", `"`).Replace(string(m[1])))
		}
	}
	var o any
	if err := json.Unmarshal(option(c), &o); err != nil {
		t.Fatal(err)
	}
	return append(texts, shown("", o)...)
}

// shown returns the texts of an option that ECharts writes.
func shown(key string, v any) []string {
	var texts []string
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			texts = append(texts, shown(k, x)...)
		}
	case []any:
		for _, x := range v {
			texts = append(texts, shown(key, x)...)
		}
	case string:
		className := strings.HasPrefix(v, "up-") || strings.HasPrefix(v, "down-") // the name of a map's series, which is never shown
		if (key == "name" || key == "formatter" || key == "data") && !className && v != "{value}" {
			texts = append(texts, strings.ReplaceAll(v, "{value}", ""))
		}
	}
	return texts
}

// silent are the calls whose strings no reader of the site sees: elements and
// classes of a drawing, and what is told to editors.
var silent = []string{"NoMember", "NotYet", "Errorf", "Hint", "DidYouMean", "Add", "Show", "small", "write", "panic"}

// allowed are the strings with words that stand in Go for another reason.
var allowed = []string{
	// hints for editors
	"a chart needs an edition that is not partial and holds three quarters of the year's members",
	"%s has it: source = \"%s\"",
	"%s has it; set as_of = %s",
	"guidelines for %s: %s",
	"data/guidelines.toml has no guideline for %s",
	"the keys of a %s are %s",
	"kinds are ",
	// classes in the style sheet
	"line ", "dot ", " est", "shaft ", "count halo", "end ",
	// attributes
	" data-", " data-member=\"", " data-year=\"", " data-value=\"", " lead", " highlighted", " halo", " chart",
}

// TestNoSentenceInGo holds that no file of this package says a sentence to a
// reader: outside of the calls above, a string has no two words beside each
// other.
func TestNoSentenceInGo(t *testing.T) {
	sentence := regexp.MustCompile(`\p{L}{2,}[,.:;]? +\p{L}{2,}|^ *\p{L}{2,} $|^ \p{L}{2,}`)
	used := map[string]bool{}
	files, err := filepath.Glob("../form/*.go")
	for _, pattern := range []string{"*.go", "../*.go"} {
		more, _ := filepath.Glob(pattern)
		files = append(files, more...)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || filepath.Base(name) == "format.go" { // which tells editors of keys
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				called := ""
				switch f := n.Fun.(type) {
				case *ast.SelectorExpr:
					called = f.Sel.Name
				case *ast.Ident:
					called = f.Name
				}
				return !slices.Contains(silent, called)
			case *ast.BasicLit:
				if n.Kind != token.STRING {
					return true
				}
				text, _ := strconv.Unquote(n.Value)
				if !sentence.MatchString(text) {
					return true
				}
				if used[text] = true; !slices.Contains(allowed, text) {
					t.Errorf("%s: %q belongs into templates/strings.toml", set.Position(n.Pos()), text)
				}
			}
			return true
		})
	}
	for _, text := range allowed {
		if !used[text] {
			t.Errorf("%q is allowed and stands nowhere", text)
		}
	}
}
