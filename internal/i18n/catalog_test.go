package i18n_test

import (
	"html/template"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/i18n"
)

// catalog loads a file of messages both as the report's own and as the default one.
func catalog(t *testing.T, lang, strings string) *i18n.Catalog {
	t.Helper()
	folder := fstest.MapFS{i18n.File: {Data: []byte(strings)}, i18n.FileOf(lang): {Data: []byte(strings)}}
	b, errs := i18n.Load(folder, folder, lang)
	for _, e := range errs {
		t.Errorf("%v", e)
	}
	return b
}

const small = `
[numbers]
few = 3
words = ["none", "one", "two", "three", "four"]
[dates]
long = "{day} {month} {year}"
months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
[lists]
and = " and "
or = " or "
comma = ", "
[a]
plain = "{who} stood at {value} in {year}."
brace = "{{not a value}}"
words = "{n|words|capital}, {n|few}, {n|number}, {n}"
list = "{names} ({names|or})"
day = "on {day}"
lower = "its {name|lower}"
form = { none = "nobody is", one = "{n|words} is", other = "{n|words} are" }
markup_html = "<b>{who}</b> & all"
begin_html = "<b>{who|the|capital}</b>"
text = "<b>{who}</b> & all"
`

func TestMessage(t *testing.T) {
	b := catalog(t, "en-GB", small)
	for _, c := range []struct {
		key    string
		values []any
		want   string
	}{
		{"a.plain", []any{"who", "Poland", "value", "2.00%", "year", 2016}, "Poland stood at 2.00% in 2016."},
		{"a.brace", nil, "{not a value}"},
		{"a.words", []any{"n", 4}, "Four, 4, 4, 4"},
		{"a.words", []any{"n", 1234}, "1,234, 1,234, 1,234, 1234"},
		{"a.list", []any{"names", []string{"A", "B", "C"}}, "A, B and C (A, B or C)"},
		{"a.list", []any{"names", []string{"A"}}, "A (A)"},
		{"a.day", []any{"day", civil.MustParse("2017-02-15")}, "on 15 Feb 2017"},
		{"a.lower", []any{"name", "Share of GNI"}, "its share of GNI"},
		{"a.lower", []any{"name", "GNI"}, "its GNI"},
		{"a.lower", []any{"name", "L’un d’eux"}, "its l’un d’eux"},
		{"a.form", []any{"n", 0}, "nobody is"},
		{"a.form", []any{"n", 1}, "one is"},
		{"a.form", []any{"n", 3}, "three are"},
		{"a.nothing", nil, "⟨a.nothing⟩"},
	} {
		if got := b.Message(c.key, c.values...); got != c.want {
			t.Errorf("Message(%q) = %q, want %q", c.key, got, c.want)
		}
	}
	if got := i18n.Capital("östliche"); got != "Östliche" {
		t.Errorf("got %q", got)
	}
}

func TestHTML(t *testing.T) {
	b := catalog(t, "en-GB", small)
	for _, c := range []struct {
		key  string
		who  any
		want template.HTML
	}{
		{"a.markup_html", "A<B", "<b>A&lt;B</b> & all"},
		{"a.markup_html", template.HTML(`<a href="x">A</a>`), `<b><a href="x">A</a></b> & all`},
		{"a.begin_html", template.HTML(`<a href="x">the isles</a>`), `<b><a href="x">The isles</a></b>`},
		{"a.text", "A<B", "&lt;b&gt;A&lt;B&lt;/b&gt; &amp; all"},
	} {
		if got := b.HTML(c.key, "who", c.who); got != c.want {
			t.Errorf("HTML(%q, %v) = %q, want %q", c.key, c.who, got, c.want)
		}
	}
}

// TestLanguages checks that forms and numbers follow the language without any Go code for it.
func TestLanguages(t *testing.T) {
	polish := catalog(t, "pl", "[a]\nallies = { one = \"{n} sojusznik\", few = \"{n} sojusznicy\", many = \"{n} sojuszników\", other = \"{n} sojusznika\" }")
	for n, want := range map[int]string{1: "1 sojusznik", 3: "3 sojusznicy", 5: "5 sojuszników", 22: "22 sojusznicy", 28: "28 sojuszników"} {
		if got := polish.Message("a.allies", "n", n); got != want {
			t.Errorf("in Polish %d is %q, want %q", n, got, want)
		}
	}
	for lang, want := range map[string]string{"en-GB": "−1,032,849.50", "de": "−1.032.849,50", "fr": "−1\u00a0032\u00a0849,50", "sv": "−1\u00a0032\u00a0849,50"} {
		if got := catalog(t, lang, "").Number(-1032849.5, 2); got != want {
			t.Errorf("in %s: %q, want %q", lang, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	b := catalog(t, "en-GB", "")
	for _, c := range []struct {
		v        float64
		decimals int
		number   string
		signed   string
	}{
		{2.21, 2, "2.21", "+2.21"},
		{-0.21, 2, "−0.21", "−0.21"},
		{-0.001, 2, "0.00", "0.00"},
		{0.004, 2, "0.00", "0.00"},
		{999, 0, "999", "+999"},
		{1e6, 0, "1,000,000", "+1,000,000"},
	} {
		if got := b.Number(c.v, c.decimals); got != c.number {
			t.Errorf("Number(%v) = %q, want %q", c.v, got, c.number)
		}
		if got := b.Signed(c.v, c.decimals); got != c.signed {
			t.Errorf("Signed(%v) = %q, want %q", c.v, got, c.signed)
		}
	}
}

func TestFaults(t *testing.T) {
	standard := fstest.MapFS{i18n.File: {Data: []byte(small)}}
	if _, errs := i18n.Load(fstest.MapFS{i18n.File: {Data: []byte("[a]\nplain = \"In other words\"")}}, standard, "en-GB"); len(errs) > 0 {
		t.Errorf("one message in other words, in the language of the rest: %v", errs)
	}
	for _, c := range []struct{ strings, place, message string }{
		{"[a]\nplian = \"x\"", "templates/strings.toml:2:9", `unknown message "a.plian"`},
		{"[a]\nplain = \"{whom}\"", "templates/strings.toml:2:9", "the message a.plain has no value {whom}"},
		{"[a]\nplain = \"{who\"", "templates/strings.toml:2:9", `a single brace in "{who"`},
		{"[a]\nplain = \"{who|wrods}\"", "templates/strings.toml:2:9", `unknown way to write a value "wrods"`},
		{"[a]\nplain = 3", "templates/strings.toml:2:9", "plain must be a text, not the number 3"},
		{"[dates]\nmonths = [\"Jan\"]", "templates/strings.toml:2:10", "1 months"},
		{"[numbers]\nfwe = 3", "templates/strings.toml:2:1", `"fwe"`},
		{"", "templates/strings.de.toml", "the message a.brace is missing"},
	} {
		_, errs := i18n.Load(fstest.MapFS{i18n.File: {Data: []byte(c.strings)}}, standard, "de")
		found := false
		var all []string
		for _, e := range errs {
			all = append(all, e.Error())
			found = found || strings.HasPrefix(e.Error(), c.place+":") && strings.Contains(e.Msg, c.message)
		}
		if !found {
			t.Errorf("%q gives\n%s\nwant %s: … %s", c.strings, strings.Join(all, "\n"), c.place, c.message)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(small)
	f.Add("[a]\nb = \"{x|words}\"\nc = { one = \"}\", other = \"{{\" }")
	defaults := fstest.MapFS{i18n.File: {Data: []byte(small)}} // all messages of the program take long to read
	f.Fuzz(func(t *testing.T, s string) {
		folder := fstest.MapFS{i18n.File: {Data: []byte(s)}}
		b, errs := i18n.Load(folder, defaults, "en")
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
	folder := fstest.MapFS{i18n.File: {Data: []byte(small)}}
	catalog, _ := i18n.Load(folder, folder, "en-GB")
	b.ReportAllocs()
	for b.Loop() {
		catalog.Message("a.plain", "who", "Poland", "value", "2.00%", "year", 2016)
	}
}
