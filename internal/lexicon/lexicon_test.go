package lexicon_test

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

var english = sync.OnceValue(func() *lexicon.Lexicon {
	l := golden.Must(lexicon.Load(templates.FS, "en-GB"))
	return l
})

// TestClaim reads the number of a claim and its relation to the figure.
func TestClaim(t *testing.T) {
	for _, c := range []struct {
		words string
		want  lexicon.Claim
	}{
		{"2.21%", lexicon.Claim{Number: lexicon.Number{Value: 2.21, Decimals: 2, Unit: lexicon.Percent}}},
		{"thirty-one", lexicon.Claim{Number: lexicon.Number{Value: 31}}},
		{"Thirty one of the alliance’s 32", lexicon.Claim{Number: lexicon.Number{Value: 31}, Of: 32, HasOf: true}},
		{"US$ 1,033bn", lexicon.Claim{Number: lexicon.Number{Value: 1033e9, Decimals: -9, Currency: "US dollars", Scaled: true}}},
		{"C$5m", lexicon.Claim{Number: lexicon.Number{Value: 5e6, Decimals: -6, Currency: lexicon.OtherCurrency, Scaled: true}}},
		{"two thirds", lexicon.Claim{Number: lexicon.Number{Value: 2. / 3, Rough: true, Fraction: true}}},
		{"2 and a half times", lexicon.Claim{Number: lexicon.Number{Value: 2.5, Rough: true, Unit: lexicon.Times}}},
		{"−3.11%", lexicon.Claim{Number: lexicon.Number{Value: -3.11, Decimals: 2, Signed: true, Unit: lexicon.Percent}}},
		{"fell by more than 2%", lexicon.Claim{Number: lexicon.Number{Value: 2, Unit: lexicon.Percent}, Relation: lexicon.MoreThan, Movement: -1, By: true}},
		{"all but two", lexicon.Claim{Number: lexicon.Number{Value: 2}, All: true}},
		{"2\u202f210 or more", lexicon.Claim{Number: lexicon.Number{Value: 2210}, Relation: lexicon.AtLeast}},
	} {
		got, found, wrong := english().Claim(c.words)
		got.Number = lexicon.Exported(got.Number)
		if wrong != nil || !found || got != c.want {
			t.Errorf("%q: got %+v, %v, %v\nwant %+v", c.words, got, found, wrong, c.want)
		}
	}
}

// TestPlace reads a rank.
func TestPlace(t *testing.T) {
	for words, want := range map[string]lexicon.Place{
		"third": {N: 3, Ordinal: true}, "the second-lowest": {N: 2, Bottom: true, Ordinal: true}, "4th of 27": {N: 4, Of: 27, Ordinal: true}, "twenty-first": {N: 21, Ordinal: true},
		"in the top ten": {N: 10, Among: true}, "bottom three": {N: 3, Among: true, Bottom: true}, "highest but one": {N: 2}, "last": {N: 1, Bottom: true},
	} {
		if got, wrong := english().Place(words); wrong != nil || got != want {
			t.Errorf("%q: got %+v, %v; want %+v", words, got, wrong, want)
		}
	}
}

// TestQuotations finds quotations in every style and does not take an apostrophe for the end of one.
func TestQuotations(t *testing.T) {
	for text, want := range map[string]string{
		"He said “at least 3%”.":                               "“at least 3%",
		"He said \"at least 3%\".":                             "\"at least 3%",
		"‘at least 3%’, he said.":                              "‘at least 3%",
		"‘the allies’ share is 3%’, she said, and ‘no’.":       "‘the allies’ share is 3%|‘no",
		"The allies’ share, Britain’s 3% and ‘don’t say 2%’ x": "‘don’t say 2%",
		"„3%“ and « 3 % » and »3%« and ‹3%› and ‚3%‘ end":      "„3%|« 3 % |»3%|‹3%|‚3%",
		"Rock ’n’ roll, the ’90s and 3%":                       "",
		"a stray “ mark and 3%":                                "",
		"”3%” she said, and ”no”":                              "”3%|”no",
		"a stray mark.” Then 3%, and ” more”, and it,”x”":      "",
	} {
		var got []string
		for _, q := range lexicon.Quotations(text) {
			got = append(got, text[q.From:q.To])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// TestOtherLanguages checks that a file can define a language: decimal commas, thin spaces, numbers in one word,
// elisions, and words after their number.
func TestOtherLanguages(t *testing.T) {
	for lang, cases := range map[string][]struct {
		words    string
		value    float64
		relation lexicon.Relation
		movement int
		unit     string
	}{
		"fr": {
			{"0,78 %", 0.78, lexicon.Equal, 0, lexicon.Percent},
			{"plus de vingt-huit", 28, lexicon.MoreThan, 0, ""},
			{"vingt et un", 21, lexicon.Equal, 0, ""},
			{"1\u202f234,5", 1234.5, lexicon.Equal, 0, ""},
			{"un recul d’un tiers", 1. / 3, lexicon.Equal, -1, ""},
			{"2 % ou plus", 2, lexicon.AtLeast, 0, lexicon.Percent},
			{"5,3 milliards de dollars", 5.3e9, lexicon.Equal, 0, ""},
		},
		"de": {
			{"achtundzwanzig", 28, lexicon.Equal, 0, ""},
			{"um 3,8 Prozent gestiegen", 3.8, lexicon.Equal, +1, lexicon.Percent},
			{"mehr als 1.234,5", 1234.5, lexicon.MoreThan, 0, ""},
			{"2 Prozent oder mehr", 2, lexicon.AtLeast, 0, lexicon.Percent},
			{"zwei Drittel", 2. / 3, lexicon.Equal, 0, ""},
			{"gut doppelt so viel", 2, lexicon.JustAbove, 0, lexicon.Times},
		},
	} {
		l := golden.Must(lexicon.Load(fstest.MapFS{lexicon.File(lang): {Data: []byte(small[lang])}}, lang))
		for _, c := range cases {
			got, found, wrong := l.Claim(c.words)
			if wrong != nil || !found || got.Value != c.value || got.Relation != c.relation || got.Movement != c.movement || got.Unit != c.unit {
				t.Errorf("%s %q: got %+v, %v, %v", lang, c.words, got, found, wrong)
			}
		}
	}
	fr, _ := lexicon.Load(fstest.MapFS{"lexicon.fr.toml": {Data: []byte(small["fr"])}}, "fr")
	const text = "En 2016, cinq des 28 alliés, soit 28 alliés sur 30, ont dépassé 2 %."
	var got []string
	for _, n := range fr.Finder([]string{"allié", "alliés"}, nil).Uncited(text, nil) {
		got = append(got, text[n.From:n.To])
	}
	if want := "cinq des 28|28 alliés|2 %"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}

// small contains lexicons with only the words that TestOtherLanguages needs.
var small = map[string]string{"fr": `
possessives = []
elisions = ["l'", "d'"]
[numbers]
point = ","
group = "."
words = ["zéro", "un", "deux", "trois", "quatre", "cinq"]
more = {"vingt et un" = 21, "vingt-huit" = 28}
ordinals = ["premier"]
ordinal_endings = ["e"]
articles = ["un", "une"]
scales = {milliards = 1e9}
parts = {tiers = 3}
[units]
percent = ["%"]
[currencies]
"US dollars" = ["$", "dollars", "de dollars"]
[relations]
down = ["recul"]
[relations.before]
more_than = ["plus de"]
[relations.after]
at_least = ["ou plus"]
[running]
evidence = '''
+ N des|sur N
+ N M
'''
`, "de": `
possessives = []
elisions = []
[numbers]
point = ","
group = "."
words = ["null", "ein", "zwei"]
more = {achtundzwanzig = 28}
ordinals = ["erste"]
parts = {drittel = 3}
multiples = {"doppelt so viel" = 2}
[units]
percent = ["%", "prozent"]
[relations]
up = ["gestiegen"]
[relations.before]
more_than = ["mehr als"]
just_above = ["gut"]
[relations.after]
at_least = ["oder mehr"]
`}

// TestLexiconMistakes checks the errors in a lexicon that cannot be read.
func TestLexiconMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"": "templates/lexicon.en.toml:1:1: numbers is missing\n\thint: add a line numbers = …",
		small["de"] + "[running]\nevidence = '''\n+ N @none\n* N\n'''\n[nubmers]\n": `templates/lexicon.en.toml:23:1: invalid rule: there is no class "none"
	hint: the syntax of rules is explained in the default lexicon
templates/lexicon.en.toml:24:1: invalid rule: a rule begins with + or - and a space
	hint: the syntax of rules is explained in the default lexicon
templates/lexicon.en.toml:26:1: unknown key "nubmers"
	hint: did you mean "numbers"? a lexicon has possessives, elisions, numbers, units, currencies, relations, refused, ranks, verdicts, running, classes and hints`,
	} {
		_, errs := lexicon.Load(fstest.MapFS{"lexicon.en.toml": {Data: []byte(text)}}, "en")
		if got := errs.Error(); !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}
