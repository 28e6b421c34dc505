package i18n_test

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/unit"
	"burdenshare/templates"
)

// TestWordsFit holds that no message needs another form of a name that it has: a verb of one country beside "les
// Pays-Bas" or "die Niederlande", "de" before a vowel or an article, "von" before "die Türkei"; and that no line of a
// page can begin with a mark that French and German set apart from its word, nor with what a number counts.
func TestWordsFit(t *testing.T) {
	for name, wrong := range map[string][]string{
		"strings.fr.toml": {
			`\b(de|à) \{(allies|members|who|names|source)[|}]|\b(selon|par) \{source[|}]`,
			`\{(who|names|high|nearest)[a-z|]*\} (est|a|n’a|doit|compte|y est)\b|[Tt]ous les \{(of|n|count)|toutes les \{`,
			` [:;»]|« |[}0-9] %|\{v\} (?:k|M|mille)|mille M|[}.] \{symbol`,
		},
		"strings.de.toml": {
			`\b([Vv]on|[Mm]it|[Zz]u|[Nn]ach|[Bb]ei|[Aa]us) \{(who|names|nearest|farthest|source)[|}]`,
			`\{(who|names|high|nearest)[a-z|]*\} (liegt|hat|ist|wird|blieb|zählt)\b|(liegt|hat|ist|wird|läge) \{(who|names|high)`,
			`\{year\} \{(guideline|n|n\|words)\}|\{n(\|words)?\} \{guideline\}`, // "2025 2 % des BIP"
			`[}0-9] %|\{v\} (?:Tsd|Mio|Mrd|Bio)|[}.] \{symbol`,
		},
	} {
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range regexp.MustCompile(`(?m)^[^#\n]*(?:`+strings.Join(wrong, "|")+`).*`).FindAll(text, -1) {
			t.Errorf("%s: words that do not fit a name, or an ordinary space before a mark or a unit: %s", name, line)
		}
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
			b := catalogOf(t, lang)
			said = append(said, b.Amount(u, v, len(part)))
			if u.Money() {
				said = append(said, b.SignedMoney(u, v))
			}
		}
		return strings.ReplaceAll(strings.Join(said, " | "), "\u00a0", " ")
	})
}
