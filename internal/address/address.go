// Package address makes names fit for addresses and for the names of files.
//
// In comes a name as people write it, in any script; out comes its form for
// an address: lower-case words with hyphens between. The package does not
// know what the name is of, nor which addresses are taken.
package address

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin are letters that do not come apart into a Latin letter and a mark.
var latin = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i",
	"ħ", "h", "ŧ", "t", "ŋ", "ng", "ə", "a")

// romanised are Greek and Cyrillic letters as passports and maps of today
// have them (ELOT 743 and the BGN tables, without marks), so that a name is
// spelt as a reader would type it. Combinations come before their letters.
var romanised = strings.NewReplacer(
	"ου", "ou", "αυ", "av", "ευ", "ev", "γγ", "ng", "γκ", "gk", "γξ", "nx", "γχ", "nch", "α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e",
	"ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ", "x", "ο", "o", "π", "p", "ρ", "r", "σ", "s",
	"ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o",
	"а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "ђ", "dj", "е", "e", "є", "ie", "ж", "zh", "з", "z", "ѕ", "dz", "и", "i",
	"і", "i", "ј", "j", "к", "k", "л", "l", "љ", "lj", "м", "m", "н", "n", "њ", "nj", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t",
	"ћ", "c", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "џ", "dzh", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "",
	"э", "e", "ю", "yu", "я", "ya",
)

// Longest is the length of a part of an address, in bytes: well below what file systems take.
const Longest = 100

// Slug makes a name fit for an address: lower-case letters and digits, with
// hyphens between words. Marks are dropped, "Türkiye" becomes "turkiye";
// letters of other scripts stay.
func Slug(name string) string {
	return words(norm.NFD.String(latin.Replace(strings.ToLower(name))), func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// FileName makes a name fit for a file that becomes an address: a to z,
// digits and hyphens, because file systems do not agree on how to spell other
// letters. Greek and Cyrillic are romanised; what is left of a name in a
// script that this package cannot spell may be "".
func FileName(name string) string {
	s := unmarked(norm.NFKD.String(latin.Replace(strings.ToLower(name))))
	return words(romanised.Replace(s), isPlain)
}

// unmarked drops the marks, so that a letter romanises with or without them.
func unmarked(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, s)
}

// words joins the runs of letters in s by hyphens. It cuts between words
// where it can when the whole would be too long.
func words(s string, letter func(rune) bool) string {
	var b strings.Builder
	gap := false
	for _, c := range s {
		switch {
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’':
		case letter(c):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(c)
		default:
			gap = true
		}
		if b.Len() > Longest {
			break
		}
	}
	out := b.String()
	if len(out) <= Longest {
		return out
	}
	cut := strings.LastIndexByte(out, '-')
	if cut <= 0 { // one word
		for cut = Longest; !utf8.RuneStart(out[cut]); cut-- {
		}
	}
	return out[:cut]
}

// Valid reports whether s can be part of an address as it is: lower-case letters
// a to z, digits and single hyphens within, at most Longest of them.
func Valid(s string) bool {
	if s == "" || len(s) > Longest || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for _, c := range s {
		if !isPlain(c) && c != '-' {
			return false
		}
	}
	return true
}

func isPlain(c rune) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }
