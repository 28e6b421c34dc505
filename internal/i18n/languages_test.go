package i18n_test

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/unit"
	"burdenshare/templates"
)

// TestShippedLanguages checks that every language that ships has every message, in every form that its numbers need.
func TestShippedLanguages(t *testing.T) {
	for _, lang := range []string{"fr", "de"} {
		b, errs := i18n.Load(templates.FS, templates.FS, lang)
		for _, e := range errs {
			t.Error(e)
		}
		if got := b.Number(1234.5, 1); lang == "de" && got != "1.234,5" || lang == "fr" && got != "1\u202f234,5" && got != "1\u00a0234,5" {
			t.Errorf("%s writes 1234.5 as %q", lang, got)
		}
	}
	de, _ := i18n.Load(templates.FS, templates.FS, "de")
	for plural, want := range map[string]string{
		"Geber": "Gebern", "Mitgliedstaaten": "Mitgliedstaaten", "Büros": "Büros", "europäische Länder der Union": "europäischen Ländern der Union", "allies": "allies",
	} {
		if got := de.Message("chart.mark.of", "n", 5, "of", 27, "members", plural); got != "5 von 27 "+want {
			t.Errorf("5 of 27 %s is %q", plural, got)
		}
	}
	for name, want := range map[string]string{"Vereinigte Staaten": "die Vereinigten Staaten", "Vereinigtes Königreich": "das Vereinigte Königreich"} {
		if got := de.The(name); got != want {
			t.Errorf("The(%q) = %q, want %q", name, got, want)
		}
	}
	fr, _ := i18n.Load(templates.FS, templates.FS, "fr")
	for n, want := range map[int]string{0: "0 allié sur 28", 1: "1 allié sur 28", 5: "5 alliés sur 28"} {
		if got := fr.Message("chart.mark.of", "n", n, "of", 28, "members", i18n.Noun{One: "allié", Many: "alliés"}); got != want {
			t.Errorf("%d of 28 is %q, want %q", n, got, want)
		}
	}
	for day, want := range map[string]string{"2026-07-01": "1er juillet 2026", "2026-07-11": "11 juillet 2026"} {
		if got := fr.Day(civil.MustParse(day)); got != want {
			t.Errorf("%s is written %s, want %s", day, got, want)
		}
	}
	for name, want := range map[string]string{"France": "la France", "Danemark": "le Danemark", "Italie": "l’Italie", "Pays-Bas": "les Pays-Bas", "Malte": "Malte"} {
		if got := fr.The(name); got != want {
			t.Errorf("The(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestNamesFit holds that no message needs another form of a name that it has: a verb of one country beside "les Pays-Bas" or "die Niederlande", "de" before
// a vowel or an article, "von" before "die Türkei".
func TestNamesFit(t *testing.T) {
	for name, wrong := range map[string]string{
		"strings.fr.toml": `\b(de|à) \{(allies|members|who|names|source)[|}]|\b(selon|par) \{source[|}]|\{(who|names|high|nearest)[a-z|]*\} (est|a|n’a|doit|compte|y est)\b|` +
			`[Tt]ous les \{(of|n|count)|toutes les \{`,
		"strings.de.toml": `\b([Vv]on|[Mm]it|[Zz]u|[Nn]ach|[Bb]ei|[Aa]us) \{(who|names|nearest|farthest|source)[|}]|` +
			`\{(who|names|high|nearest)[a-z|]*\} (liegt|hat|ist|wird|blieb|zählt)\b|(liegt|hat|ist|wird|läge) \{(who|names|high)|` +
			`\{year\} \{(guideline|n|n\|words)\}|\{n(\|words)?\} \{guideline\}`, // "2025 2 % des BIP"
	} {
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range regexp.MustCompile(`(?m)^[^#\n]*(?:`+wrong+`).*`).FindAllString(string(text), -1) {
			t.Errorf("%s: a name does not fit in %s", name, line)
		}
	}
}

// TestMarksKept holds that no line of a page can begin with a mark that French and German set apart from its word, nor
// with what a number counts.
func TestMarksKept(t *testing.T) {
	for name, apart := range map[string]string{
		"strings.fr.toml": ` [:;»]|« |[}0-9] %|\{v\} (?:k|M|mille)|mille M|[}.] \{symbol`,
		"strings.de.toml": `[}0-9] %|\{v\} (?:Tsd|Mio|Mrd|Bio)|[}.] \{symbol`,
	} {
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range regexp.MustCompile(`(?m)^[^#\n]*(?:`+apart+`).*`).FindAllString(string(text), -1) {
			t.Errorf("%s: an ordinary space before a mark or a unit in %s", name, line)
		}
	}
}

// TestUnknownLanguage checks that a language without messages is an error, and that a report may bring its own.
// TestNobodyKnown holds that of a year in which members have no figure no language says that none of them met the mark.
func TestNobodyKnown(t *testing.T) {
	for lang, want := range map[string][2]string{
		"de": {"Von fünf Gebern ist von keinem bekannt, dass er das Ziel 2018 geschätzt erreichte.",
			"Von keinem ist bekannt, dass er das Ziel geschätzt erreichte."},
		"fr": {"Aucun des cinq Geber n’est connu pour avoir atteint das Ziel en 2018, selon les estimations.",
			"Aucun n’est connu pour avoir atteint das Ziel, selon les estimations."},
	} {
		b, _ := i18n.Load(templates.FS, templates.FS, lang)
		values := []any{"n", 0, "of", 5, "allies", i18n.Noun{One: "Geber", Many: "Geber"},
			"guideline", "das Ziel", "year", 2018}
		for key, want := range map[string]string{"home.headline_least": want[0], "year.summary_least": want[0],
			"home.other_least": want[1]} {
			if got := b.Message(key+".estimated", values...); got != want {
				t.Errorf("%s, %s: got %q, want %q", lang, key, got, want)
			}
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	_, errs := i18n.Load(templates.FS, templates.FS, "nl")
	if len(errs) != 1 || errs[0].Msg != "the interface has no messages in this language" {
		t.Errorf("got %v", errs)
	}
}

// TestAmounts holds how numbers of units are written, in full and briefly: which form of a word is behind them, and how
// many digits small sums of money have.
func TestAmounts(t *testing.T) {
	units := map[string]*unit.Unit{"points": unit.Points, "usd_million": unit.USDMillion,
		"doses":         {Plural: "doses", Singular: "dose", Scale: 1},
		"million doses": {Plural: "doses", Singular: "dose", Scale: 1e6},
		"tonnes":        {Plural: "tonnes", Singular: "tonne", Symbol: "t", Scale: 1},
		"sheep":         {Plural: "sheep", Scale: 1},
		"euros":         {Plural: "euros", Symbol: "€", Scale: 1, Currency: "EUR"},
	}
	golden.CheckLines(t, "amounts.txt", func(line string) string {
		number, name, _ := strings.Cut(line, " ")
		u := units[name]
		v, err := strconv.ParseFloat(number, 64)
		if u == nil || err != nil {
			t.Fatal(line)
		}
		_, part, _ := strings.Cut(number, ".")
		var said []string
		for _, lang := range []string{"en", "fr", "de"} {
			b := golden.Must(i18n.Load(templates.FS, templates.FS, lang))
			said = append(said, b.Amount(u, v, len(part)))
			if u.Money() {
				said = append(said, b.SignedMoney(u, v))
			}
		}
		return strings.ReplaceAll(strings.Join(said, " | "), "\u00a0", " ")
	})
}
