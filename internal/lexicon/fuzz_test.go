package lexicon_test

import (
	"testing"
	"unicode/utf8"
)

// FuzzWords reads any words in each language: it must not panic, and what it finds must be within the text.
func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"2.21%", "thirty-one of the alliance’s 32", "US$ 1,033bn", "two thirds", "fell by more than 2%", "all but two", "the second-lowest", "0,78 %", "vingt-huit", "quatre-vingt-dix-neuf",
		"einundzwanzig Prozent", "zwei Drittel", "“2%”, 12&#37; — 3.8 per cent", "N of M: 5 of\u00a028", "−–+$%", "1,2,3.4.5", "½ of ٣", "\xff\x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range lexicons() {
			for _, at := range l.Finder([]string{"ally", "allies", "allié", "Mitglied"}, map[string][]float64{"": {2, 0.7}}).Uncited(text, nil) {
				if at.From < 0 || at.To <= at.From || at.To > len(text) || utf8.ValidString(text) && !utf8.ValidString(text[at.From:at.To]) {
					t.Errorf("%q: a number at %v", text, at)
				}
			}
			if _, found, wrong := l.Claim(text, 2016); found && wrong != nil && wrong.Msg == "" {
				t.Errorf("%q: a problem without a message", text)
			}
			_, _ = l.Place(text) // no panic
		}
	})
}
