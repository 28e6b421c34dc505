package importer

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// A printed is a figure taken apart: its digits still hold whatever divides
// them.
type printed struct {
	none     bool
	negative bool
	percent  bool
	dollars  bool
	estimate bool
	note     string // footnote marks
	digits   string // "1 234,5"
	spaced   bool   // spaces or apostrophes have been taken out of the digits
}

// isNone knows the signs for a figure that is not there.
func isNone(text string) bool {
	switch strings.ToLower(strings.Trim(text, " \u00a0\u202f\u2007\u2009\u200a")) {
	case "", "..", "...", "…", ".", "-", "–", "—", "−", "--", "n/a", "n.a.", "n.a", "na", "nd", "n.d.", ":", "x", "//", "(..)", "(-)":
		return true
	}
	return false
}

// looksLikeFigure says whether a cell is meant as a figure, however badly it
// may be written, and not as a word.
func looksLikeFigure(text string) bool {
	if text == "" {
		return false
	}
	if isNone(text) {
		return true
	}
	digits, letters := 0, 0
	for _, c := range text {
		switch {
		case unicode.IsDigit(c):
			digits++
		case unicode.IsLetter(c):
			letters++
		}
	}
	return digits > 0 && letters <= 2 || strings.HasPrefix(text, "#")
}

var (
	noteBehind     = regexp.MustCompile(`^(.*[0-9%eᵉ)])\s*([*†‡§]+|[⁰¹²³⁴-⁹ᵃ-ᵈᶠ-ᶻ]+|\([0-9a-df-z]{1,2}\)|\[[0-9a-z]{1,2}\])$`)
	estimateBehind = regexp.MustCompile(`^(.*[0-9%)])\s*(e|E|ᵉ|\(e\)|est\.?)$`)
	groupedBySpace = regexp.MustCompile(`^[0-9]{1,3}(?:[ \x{a0}\x{202f}\x{2007}\x{2009}\x{200a}'’][0-9]{3})+(?:[.,][0-9]+)?$`)
	spaces         = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2007", "", "\u2009", "", "\u200a", "", "'", "", "’", "")
)

// takeApart reads everything about a figure but what its comma and point
// mean. problem says what is wrong, hint what to do.
func takeApart(text string) (p printed, problem, hint string) {
	trim := func(s string) string { return strings.Trim(s, " \u00a0\u202f\u2007\u2009\u200a") }
	s := trim(text)
	if isNone(s) {
		p.none = true
		return p, "", ""
	}
	for changed := true; changed; {
		changed = false
		if m := noteBehind.FindStringSubmatch(s); m != nil {
			s, p.note, changed = trim(m[1]), m[2]+p.note, true
		} else if m := estimateBehind.FindStringSubmatch(s); m != nil && !p.estimate {
			s, p.estimate, changed = trim(m[1]), true, true
		} else if rest, ok := strings.CutSuffix(s, "%"); ok && !p.percent {
			s, p.percent, changed = trim(rest), true, true
		}
	}
	if isNone(s) { // "..*"
		p.none = true
		return p, "", ""
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s, p.negative = trim(s[1:len(s)-1]), true
		if rest, ok := strings.CutSuffix(s, "%"); ok {
			s, p.percent = trim(rest), true
		}
	}
	for _, sign := range []string{"-", "−", "–", "+"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			if p.negative {
				return p, fmt.Sprintf("%q has two signs", text), "write -1.35 or (1.35)"
			}
			s, p.negative = trim(rest), sign != "+"
			break
		}
	}
	for _, sign := range []string{"US$", "$"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			s, p.dollars = trim(rest), true
			break
		}
	}
	if groupedBySpace.MatchString(s) {
		s, p.spaced = spaces.Replace(s), true
	}
	digits := 0
	for _, c := range s {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c == '.' || c == ',':
		default:
			return p, fmt.Sprintf("%q is not a figure", text), numberHint(text, c)
		}
	}
	if digits == 0 {
		return p, fmt.Sprintf("%q is not a figure", text), `a figure that is not there is "..", "-" or nothing`
	}
	p.digits = s
	return p, "", ""
}

// numberHint says what about a text is no number.
func numberHint(text string, c rune) string {
	switch {
	case (c == 'e' || c == 'E') && regexp.MustCompile(`[0-9][eE][+-]?[0-9]`).MatchString(text):
		return "write the number out, 1230 for 1.23e3; an e behind a figure marks an estimate"
	case c == '/' || c == '-' || c == ':':
		return "a date or a range is no figure; a spreadsheet program may have taken 1-35 for a day"
	case unicode.IsDigit(c):
		return "write the digits 0 to 9"
	case unicode.IsSpace(c) || c == '\'' || c == '’':
		return "thousands are three digits each: 1 234 567"
	}
	return `a figure is digits, with e for an estimate, * or (1) for a footnote; ".." stands for none`
}

// tells says what a figure's digits tell of the form: which of the two marks
// divides the decimals. 0: nothing.
func (p *printed) tells() byte {
	s := p.digits
	point, comma := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case point > 0 && comma > 0:
		return s[strings.LastIndexAny(s, ".,")]
	case point > 1:
		return ','
	case comma > 1:
		return '.'
	case point+comma == 0:
		return 0
	}
	at := strings.IndexAny(s, ".,")
	before, after := s[:at], s[at+1:]
	if len(after) == 3 && len(before) > 0 && len(before) <= 3 && before[0] != '0' && !p.spaced {
		return 0 // 1,234
	}
	return s[at]
}

// plain writes the digits with a point, given which mark divides the decimals.
func (p *printed) plain(decimal byte) (string, bool) {
	group := byte(',')
	if decimal == ',' {
		group = '.'
	}
	whole, frac, point := strings.Cut(p.digits, string(decimal))
	parts := strings.Split(whole, string(group))
	for i, part := range parts {
		if len(parts) > 1 && (i > 0 && len(part) != 3 || i == 0 && (part == "" || len(part) > 3)) || strings.ContainsAny(part, ".,") {
			return "", false
		}
	}
	if strings.ContainsAny(frac, ".,") || point && frac == "" {
		return "", false
	}
	s := strings.TrimLeft(strings.Join(parts, ""), "0")
	if s == "" {
		s = "0"
	}
	if point {
		s += "." + frac
	}
	if p.negative {
		s = "-" + s
	}
	return s, true
}
