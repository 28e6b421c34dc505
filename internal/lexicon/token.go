package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind is the kind of a token.
type kind uint8

// The kinds of token.
const (
	wordToken   kind = iota
	digitsToken      // "1,234.5"
	markToken        // what a number may carry: %, a currency, a sign, a fraction
	stop             // punctuation
	noteToken        // the reference of a footnote
	opaque           // not prose
	filled           // a number that is not filled in yet
)

// Bytes that represent tokens in a text. They never occur in texts of editors.
const (
	NoteByte   = 0x03
	OpaqueByte = 0x10
	FilledByte = 0x11
)

// A joint is how a token is joined to the one before it.
type joint uint8

// The joints.
const (
	apart  joint = iota // by a space, or not at all
	glued               // without a space: "10bn"
	hyphen              // by a hyphen or a slash: "two-thirds"
	dash                // by a dash between numbers: "10–20%"
)

// A token is a word, a number or a mark of a text.
type token struct {
	Text       string // in lower case, without a possessive ending
	From, To   int    // its bytes in the text
	kind       kind
	joint      joint
	Capital    bool // begins with a capital letter
	Possessive bool
}

// tokens are the tokens of one text.
type tokens []token

// outside is what is before and after the tokens of a text.
var outside = token{kind: stop}

// token returns token i, or the one outside.
func (t tokens) token(i int) *token {
	if i >= 0 && i < len(t) {
		return &t[i]
	}
	return &outside
}

func (t tokens) at(i int) string   { return t.token(i).Text }
func (t tokens) kind(i int) kind   { return t.token(i).kind }
func (t tokens) joint(i int) joint { return t.token(i).joint }

func (t tokens) match(i int, words []string) bool {
	return i+len(words) <= len(t) &&
		slices.EqualFunc(t[i:i+len(words)], words, func(k token, w string) bool { return k.Text == w })
}

// words returns the tokens without punctuation.
func (t tokens) words() tokens {
	return slices.DeleteFunc(t, func(k token) bool { return k.kind == stop })
}

// A tokenizer splits a text into tokens.
type tokenizer struct {
	l    *Lexicon
	s    string
	list tokens
	next joint // the joint of the next token
}

// tokens splits a text into tokens. list is memory that may be reused.
func (l *Lexicon) tokens(s string, list tokens) tokens {
	z := tokenizer{l: l, s: s, list: list[:0]}
	for i := 0; i < len(s); {
		i = z.step(i)
	}
	return z.list
}

// step reads what begins at byte i and returns its end.
func (z *tokenizer) step(i int) int {
	c, n := rune(z.s[i]), 1
	switch {
	case isASCIILetter(byte(c)):
		return z.word(i)
	case c == ' ' || c == '\n' || c == '\t':
		z.next = apart
		return i + 1
	case c >= '0' && c <= '9':
		return z.digits(i)
	case c >= utf8.RuneSelf:
		c, n = utf8.DecodeRuneInString(z.s[i:])
	}
	switch {
	case unicode.IsLetter(c):
		return z.word(i)
	case c == NoteByte:
		z.add(i, i+n, noteToken)
	case c == OpaqueByte:
		z.add(i, i+n, opaque)
	case c == FilledByte:
		z.add(i, i+n, filled)
	case unicode.IsSpace(c):
		z.next = apart
		return i + n
	case strings.ContainsRune("-‐‑/–—−", c):
		z.dash(i, i+n, c)
	case strings.ContainsRune("%‰+~½⅓⅔¼¾<>≤≥", c) || unicode.Is(unicode.Sc, c):
		z.add(i, i+n, markToken)
	default:
		z.add(i, i+n, stop)
	}
	return i + n
}

func (z *tokenizer) add(from, to int, kind kind) {
	t := token{Text: z.s[from:to], From: from, To: to, kind: kind, joint: z.next}
	if n := len(z.list); t.joint == apart && n > 0 && z.list[n-1].To == from && kind < stop && z.list[n-1].kind < stop {
		t.joint = glued
	}
	z.next = apart
	z.list = append(z.list, t)
}

// digits reads a number in digits, including points and commas between digits, and thin and non-breaking spaces
// between groups of three.
func (z *tokenizer) digits(from int) int {
	for i := from; ; {
		c, n := utf8.DecodeRuneInString(z.s[i:])
		switch {
		case c >= '0' && c <= '9':
		case (c == '.' || c == ',') && isDigit(z.s, i+n):
		case isThinSpace(c) && threeDigits(z.s, i+n):
		case c == ' ' && z.spaced(from, i) && threeDigits(z.s, i+n):
		default: // the end of the text, too
			z.add(from, i, digitsToken)
			return i
		}
		i += n
	}
}

func isThinSpace(c rune) bool { return c == '\u00a0' || c == '\u2009' || c == '\u202f' }

// spaced reports whether a plain space at byte i may separate thousands: in a language that uses spaces, after at
// most three digits.
func (z *tokenizer) spaced(from, i int) bool {
	return isThinSpace(z.l.group) && (i-from <= 3 || strings.ContainsRune(z.s[from:i], ' '))
}

func isDigit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

func threeDigits(s string, i int) bool {
	return isDigit(s, i) && isDigit(s, i+1) && isDigit(s, i+2) && !isDigit(s, i+3)
}

// dash reads a hyphen or dash: one that joins two words or numbers, a sign before a number, or punctuation.
func (z *tokenizer) dash(from, to int, c rune) {
	before, _ := utf8.DecodeLastRuneInString(z.s[:from])
	behind, _ := utf8.DecodeRuneInString(z.s[to:])
	isLeft := unicode.IsLetter(before) || unicode.IsDigit(before)
	isRight := unicode.IsDigit(behind) || unicode.Is(unicode.Sc, behind)
	switch {
	case strings.ContainsRune("-‐‑/", c) && (isLeft || before == '%') && (isRight || unicode.IsLetter(behind)):
		z.next = hyphen
	case strings.ContainsRune("–—", c) && (isLeft || before == '%') && isRight:
		z.next = dash
	case !isLeft && isRight && c != '/':
		z.next = apart
		z.add(from, to, markToken)
	default:
		z.add(from, to, stop)
	}
}

// word reads letters, and apostrophes between them.
func (z *tokenizer) word(from int) int {
	i, plain := from, true // plain: lower-case letters a to z
	for i < len(z.s) {
		c, n := utf8.DecodeRuneInString(z.s[i:])
		joins := (c == '\'' && i > from || c == '’') && unicode.IsLetter(first(z.s[i+n:]))
		if !unicode.IsLetter(c) && !unicode.Is(unicode.Mn, c) && !joins {
			break
		}
		plain = plain && 'a' <= c && c <= 'z'
		i += n
	}
	at := len(z.list)
	z.add(from, i, wordToken)
	if !plain {
		z.spell(at)
	}
	k := &z.list[len(z.list)-1]
	if strings.HasSuffix(k.Text, "s") && (strings.HasPrefix(z.s[i:], "’") || strings.HasPrefix(z.s[i:], "'")) {
		k.Possessive = true // "the allies’ 32"
	}
	return i
}

// spell converts a word to the form in which words are looked up.
func (z *tokenizer) spell(i int) {
	k := &z.list[i]
	k.Capital = unicode.IsUpper(first(k.Text))
	k.Text = strings.ReplaceAll(strings.ToLower(k.Text), "’", "'")
	if !strings.Contains(k.Text, "'") {
		return
	}
	for _, p := range z.l.possessives {
		if rest, ok := strings.CutSuffix(k.Text, p); ok && rest != "" {
			k.Text, k.Possessive = rest, true
			return
		}
	}
	for _, e := range z.l.elisions {
		if rest, ok := strings.CutPrefix(k.Text, e); ok && rest != "" {
			size := len(z.s[k.From:k.To]) - len(rest)
			tail := token{Text: rest, From: k.From + size, To: k.To, kind: wordToken, joint: apart}
			k.Text, k.To = e, k.From+size
			z.list = append(z.list, tail)
			return
		}
	}
}
