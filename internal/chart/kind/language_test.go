package kind

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

var (
	quoted = regexp.MustCompile(`"[^"]*"`)
	letter = regexp.MustCompile(`\{[^}]*\}|\p{Latin}`)
	word   = regexp.MustCompile(`\p{Latin}{2,}`)
	code   = regexp.MustCompile(`^[A-Z]{2,4}$`) // of a member or a source
	names  = regexp.MustCompile(`name = "[^"]*"|,(?:[A-Z][a-z]|no )[^,\n]*`)
)

// disguise exchanges the Latin letters of a text for others; values in braces stay.
func disguise(text string) string {
	return letter.ReplaceAllStringFunc(text, func(s string) string {
		if s[0] == '{' {
			return s
		}
		c, _ := utf8.DecodeRuneInString(s)
		return string('а' + unicode.ToLower(c) - 'a') // Cyrillic
	})
}

// TestNoWordOfItsOwn draws every kind in a language that has no Latin letters, of data whose names have none: what is
// written in Latin letters is a code, or is said by Go instead of strings.toml. A value that a message names and is not
// given would be in angle brackets.
func TestNoWordOfItsOwn(t *testing.T) {
	messages, _ := templates.FS.ReadFile(i18n.File)
	foreign := quoted.ReplaceAllStringFunc(string(messages), disguise)
	catalog := golden.Must(i18n.Load(fstest.MapFS{i18n.File: {Data: []byte(foreign)}}, templates.FS, "en-GB"))
	terms, files := leagueTerms, maps.Clone(league)
	terms.Collective = disguise("members")
	for name := range files {
		if strings.HasSuffix(name, ".toml") || name == "data/members.csv" {
			files[name] = names.ReplaceAllStringFunc(files[name], func(s string) string {
				key := s[:len(s)-len(strings.TrimPrefix(s, "name = "))]
				return key + disguise(s[len(key):])
			})
		}
	}
	charts := samples(t)
	for _, c := range golden.Cases(t, "said.txtar") {
		if block := c.Part("chart"); len(c.Parts) == 1 && block != "" && !strings.Contains(block, "title") {
			charts = append(charts, sample{c.Name, block})
		}
	}
	d := load(t, files)
	for _, g := range charts {
		s, _ := parse(g.spec)
		v := d.AsOf(civil.MustParse("2020-12-31"))
		if !s.AsOf.IsZero() {
			v = d.AsOf(s.AsOf)
		}
		c, errs := All.Draw(v, terms, catalog, s)
		if c == nil {
			t.Errorf("%s: %v", g.name, errs)
			continue
		}
		for _, text := range said(t, c) {
			if strings.ContainsAny(text, "⟨⟩") {
				t.Errorf("%s: a message lacks a value: %q", g.name, text)
			}
			for _, w := range word.FindAllString(text, -1) {
				if !code.MatchString(w) {
					t.Errorf("%s: %q is not out of strings.toml, in %q", g.name, w, text)
				}
			}
		}
	}
}

// said returns every text of a chart that a reader may come to see.
func said(t *testing.T, c *chart.Chart) []string {
	texts := append([]string{c.Title, c.Subtitle, c.EstimateKey, c.Table.Caption}, c.Summary...)
	for _, column := range c.Table.Columns {
		texts = append(texts, column.Name)
	}
	for _, cell := range slices.Concat(c.Table.Rows...) {
		texts = append(texts, cell.Text)
	}
	for _, item := range slices.Concat(c.Wide().Items, c.Narrow().Items) {
		if text, ok := item.Shape.(*scene.Text); ok {
			texts = append(texts, text.S, text.Tail)
		}
	}
	var o any
	if err := json.Unmarshal(option(c), &o); err != nil {
		t.Fatal(err)
	}
	return append(texts, shown("", o)...)
}

// shown returns the texts of an option that ECharts writes.
func shown(key string, v any) (texts []string) {
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
		if key == "name" || key == "formatter" || key == "data" {
			texts = []string{strings.ReplaceAll(v, "{value}", "")}
		}
	}
	return texts
}

// TestCornersAreWhole draws two guidelines in the languages that ship, as wide and narrow as pages have them: what a
// corner means is not cut, and of a longer one how many members are in it.
func TestCornersAreWhole(t *testing.T) {
	const long = "20% of all that is spent for new things of any kind"
	for name, lang := range map[string]string{"20% of it for new things": "en", "20 % en équipements": "fr", "20 % für Ausrüstungen": "de", long: "en"} {
		catalog, files := golden.Must(i18n.Load(templates.FS, templates.FS, lang)), maps.Clone(league)
		files["data/guidelines.toml"] = strings.NewReplacer("no cuts", name, "0.7% of income", "2 % du PIB").
			Replace(files["data/guidelines.toml"])
		c := golden.Must(All.Draw(newest(t, files), leagueTerms, catalog, chart.Spec{Kind: "quadrant"}))
		for _, text := range said(t, c) {
			if _, end, cut := strings.Cut(text, "…"); cut && (name != long || !strings.HasPrefix(end, ": ")) {
				t.Errorf("%s: %q", lang, text)
			}
		}
	}
}

// silent are the calls whose strings no reader of the site sees: elements and classes of a drawing, and what is told to
// editors.
var silent = []string{"NoMember", "NotYet", "Errorf", "Hint", "DidYouMean", "Add", "Show", "write", "panic"}

// sentence matches a string with two words beside each other, or with a word to be put beside one.
var sentence = regexp.MustCompile(`\p{L}{2,}[,.:;]? +\p{L}{2,}|^ *\p{L}{2,} $|^ \p{L}{2,}`)

// TestNoSentenceInGo holds that no file that makes charts says a sentence to a reader: outside of silent calls, there is
// none but those in testdata, which are hints, classes and attributes.
func TestNoSentenceInGo(t *testing.T) {
	allowed := map[string]bool{}
	for line := range strings.Lines(string(golden.Read(t, "testdata/sentences.txt"))) {
		text, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		allowed[text] = false
	}
	for _, dir := range []string{".", "..", "../form"} {
		files, _ := filepath.Glob(dir + "/*.go")
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					called, _ := n.Fun.(*ast.Ident)
					if method, ok := n.Fun.(*ast.SelectorExpr); ok {
						called = method.Sel
					}
					return called == nil || !slices.Contains(silent, called.Name)
				case *ast.BasicLit:
					text, _ := strconv.Unquote(n.Value)
					if n.Kind != token.STRING || !sentence.MatchString(text) {
						return true
					}
					if _, ok := allowed[text]; !ok {
						t.Errorf("%s: %q belongs into templates/strings.toml", set.Position(n.Pos()), text)
					}
					allowed[text] = true
				}
				return true
			})
		}
	}
	for text, used := range allowed {
		if !used {
			t.Errorf("%q is allowed and is nowhere", text)
		}
	}
}
