// Package address converts names to parts of addresses and to file names.
//
// Slug takes a name as people write it, in any script, and returns lower-case words separated by hyphens. The package
// does not know what the name means or which addresses are in use.
package address

import (
	_ "embed"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/runes"
	"golang.org/x/text/unicode/norm"
)

//go:embed letters.toml
var source string

// letters are the spellings of letters, each kind explained in the file.
var letters = readLetters()

type spellings struct {
	latin, romanised *strings.Replacer
	spelt            map[string]*strings.Replacer // by language
}

func readLetters() spellings {
	var file struct {
		Latin, Romanised string
		Spelt            map[string]string
	}
	if _, err := toml.Decode(source, &file); err != nil {
		panic("address: " + err.Error())
	}
	replacer := func(list string) *strings.Replacer { return strings.NewReplacer(strings.Fields(list)...) }
	l := spellings{replacer(file.Latin), replacer(file.Romanised), map[string]*strings.Replacer{}}
	for language, list := range file.Spelt {
		l.spelt[language] = replacer(list)
	}
	return l
}

// Longest is the maximum length of a part of an address, in bytes: well below the limit of file systems.
const Longest = 100

// Slug converts a name to a part of an address: lower-case letters and digits, with hyphens between words. It removes
// marks, so that "Türkiye" becomes "turkiye"; letters of other scripts are kept.
func Slug(name string) string {
	s := strings.ToLower(name)
	if strings.ContainsFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) {
		s = norm.NFD.String(letters.latin.Replace(s))
	}
	return words(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// FileName converts a name to a file name that is also part of an address: a to z, digits and hyphens, because file
// systems do not agree on the encoding of other letters. Letters lose their marks or are spelt as the language does,
// "zählt" as "zaehlt" in German; Greek and Cyrillic are romanised. The result may be "" for a name in another script.
func FileName(name, language string) string {
	s := strings.ToLower(norm.NFC.String(name))
	language, _, _ = strings.Cut(language, "-")
	if spelling := letters.spelt[language]; spelling != nil {
		s = spelling.Replace(s)
	}
	s = norm.NFKD.String(letters.latin.Replace(s))
	s = runes.Remove(runes.In(unicode.Mn)).String(s) // a letter is romanised with its marks or without
	return words(letters.romanised.Replace(s), isPlain)
}

// devices are the names that Windows keeps, with any ending and in any case.
var devices = strings.Fields(`con prn aux nul conin$ conout$
	com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 com¹ com² com³
	lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 lpt¹ lpt² lpt³`)

// Device reports whether a name is that of a device on Windows, so that no file there can have it.
func Device(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	return slices.Contains(devices, strings.TrimRight(stem, " "))
}

// words joins the runs of letters in s by hyphens. If the result is too long, it is cut between words where possible;
// a name that no file may have gets a number.
func words(s string, letter func(rune) bool) string {
	silent := func(c rune) bool { return unicode.Is(unicode.Mn, c) || c == '\'' || c == '’' }
	if strings.ContainsFunc(s, silent) {
		s = runes.Remove(runes.Predicate(silent)).String(s)
	}
	out := strings.Join(strings.FieldsFunc(s, func(c rune) bool { return !letter(c) }), "-")
	switch {
	case Device(out):
		return out + "-1"
	case len(out) <= Longest:
		return out
	}
	cut := strings.LastIndexByte(out[:Longest+1], '-')
	if cut <= 0 { // one word
		for cut = Longest; !utf8.RuneStart(out[cut]); cut-- {
		}
	}
	return out[:cut]
}

// Valid reports whether s can be part of an address as it is: lower-case letters
// a to z, digits and single hyphens within, at most Longest of them, and not the
// name of a device.
func Valid(s string) bool {
	other := func(c rune) bool { return !isPlain(c) && c != '-' }
	return s != "" && len(s) <= Longest && !strings.ContainsFunc(s, other) &&
		s == strings.Trim(s, "-") && !strings.Contains(s, "--") && !Device(s)
}

func isPlain(c rune) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// longestWeb is the maximum length of an address, in bytes, that all browsers and servers accept.
const longestWeb = 2000

// Meant returns the web address that was probably meant: "example.org/aid" with https, one that is understood without
// what follows its path, else an example.
func Meant(s string) string {
	if i := strings.IndexAny(s, "?#"); i > 0 && IsWeb(s) {
		return s[:i]
	}
	if host, _, _ := strings.Cut(s, "/"); strings.Contains(strings.Trim(host, "."), ".") && IsWeb("https://"+s) {
		return "https://" + s
	}
	return "https://example.org/page"
}

// IsWeb reports whether s is an absolute http or https address that can be linked: with a host, without a user or
// password, and without spaces and invisible characters.
func IsWeb(s string) bool {
	if len(s) > longestWeb || strings.ContainsFunc(s, func(r rune) bool { return r == ' ' || !unicode.IsPrint(r) }) {
		return false
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil &&
		!strings.ContainsAny(u.Host, `<>"'\`+"`")
}
