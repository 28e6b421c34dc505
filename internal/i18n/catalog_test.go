package i18n_test

import (
	"html/template"
	"io/fs"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/unit"
	"burdenshare/templates"
)

// small returns the messages of small.toml as those of a language.
func small(t testing.TB, lang string) fstest.MapFS {
	src := golden.Read(t, "testdata/small.toml")
	return fstest.MapFS{i18n.File: {Data: src}, i18n.FileOf(lang): {Data: src}}
}

// catalogs are those that tests have asked for, by language.
var catalogs = map[string]*i18n.Catalog{}

// catalogOf returns the messages of a language that ships, or those of small.toml for another one.
func catalogOf(t testing.TB, lang string) *i18n.Catalog {
	if catalogs[lang] == nil {
		var folder fs.FS = small(t, lang)
		if lang == "en" || lang == "fr" || lang == "de" {
			folder = templates.FS
		}
		catalogs[lang] = golden.Must(i18n.Load(folder, folder, lang))
	}
	return catalogs[lang]
}

// aGoal is a guideline called 0.7%, of which a member, if unit is not nil, has another mark.
type aGoal struct {
	unit   *unit.Unit
	others bool
}

func (aGoal) String() string { return "0.7%" }
func (aGoal) Kind() string   { return "floor" }
func (g aGoal) OwnMark() (float64, int, *unit.Unit, bool) {
	return 1.5, 1, g.unit, g.others
}

// valueOf reads a value of messages.txt.
func valueOf(text string) any {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	if day, err := civil.Parse(text); err == nil {
		return day
	}
	one, many, isNoun := strings.Cut(text, "/")
	switch {
	case text[0] == '<':
		return template.HTML(text)
	case text[0] == '@':
		return map[string]aGoal{"@goal": {}, "@own": {unit: unit.Percent}, "@others": {others: true}}[text]
	case strings.Contains(text, "|"):
		return strings.Split(strings.TrimSuffix(text, "|"), "|")
	case isNoun:
		return i18n.Noun{One: one, Many: many}
	}
	return text
}

// TestMessages writes messages with values.
func TestMessages(t *testing.T) {
	golden.CheckLines(t, "messages.txt", func(line string) string {
		lang, asked, _ := strings.Cut(line, " ")
		parts := strings.Split(asked, "; ")
		var values []any
		for _, p := range parts[1:] {
			name, value, _ := strings.Cut(p, "=")
			values = append(values, name, valueOf(value))
		}
		b := catalogOf(t, lang)
		text, html := b.Message(parts[0], values...), string(b.HTML(parts[0], values...))
		if text == html {
			return text
		}
		return text + "\n" + html
	})
	if got := i18n.Capital("östliche"); got != "Östliche" {
		t.Errorf("got %q", got)
	}
}

// TestWritten writes names, days and numbers.
func TestWritten(t *testing.T) {
	golden.CheckLines(t, "written.txt", func(line string) string {
		parts := strings.SplitN(line, " ", 3)
		b := catalogOf(t, parts[0])
		switch parts[1] {
		case "name":
			return b.The(parts[2])
		case "day":
			return b.Day(civil.MustParse(parts[2]))
		}
		number, decimals, _ := strings.Cut(parts[2], " ")
		v, _ := strconv.ParseFloat(number, 64)
		n, _ := strconv.Atoi(decimals)
		return b.Number(v, n) + " | " + b.Signed(v, n)
	})
}

// TestMistakes holds what is said of messages that cannot be read or are missing.
func TestMistakes(t *testing.T) {
	golden.CheckCases(t, "mistakes.txtar", func(c golden.Case) string {
		lang, _, _ := strings.Cut(c.Name, ":")
		own := fstest.MapFS{}
		if len(c.Parts) > 0 {
			own[i18n.File] = &fstest.MapFile{Data: []byte(c.Part("strings"))}
		}
		defaults := fstest.MapFS{i18n.File: small(t, lang)[i18n.File]}
		_, errs := i18n.Load(own, defaults, lang)
		return errs.Error()
	})
}

func FuzzLoad(f *testing.F) {
	f.Add(string(golden.Read(f, "testdata/small.toml")))
	f.Add("[a]\nb = \"{x|words}\"\nc = { one = \"}\", other = \"{{\" }")
	defaults := small(f, "en") // all messages of the program take long to read
	f.Fuzz(func(t *testing.T, s string) {
		b, errs := i18n.Load(fstest.MapFS{i18n.File: {Data: []byte(s)}}, defaults, "en")
		for _, e := range errs {
			if e.Pos.File == "" {
				t.Errorf("%q has no place", e.Msg)
			}
		}
		for _, key := range b.Keys() {
			b.HTML(key, "n", 2)
		}
	})
}

func BenchmarkMessage(b *testing.B) {
	catalog := catalogOf(b, "en-GB")
	b.ReportAllocs()
	for b.Loop() {
		catalog.Message("a.plain", "who", "Poland", "value", "2.00%", "year", 2016)
	}
}
