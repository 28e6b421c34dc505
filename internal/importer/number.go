package importer

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A number is a printed figure split into its parts. Its digits still contain the separators.
type number struct {
	none     bool
	negative bool
	percent  bool
	dollars  bool
	estimate bool
	digits   string // "1234,5"
	spaced   bool   // spaces or apostrophes were removed from the digits
	problem  string // why it is not a figure
	hint     string
}

const (
	space = `[\s\x{a0}\x{202f}\x{2007}\x{2009}\x{200a}]`
	marks = `(?:` + space + `*(?:e|E|ᵉ|\(e\)|est\.?|` +
		`[*†‡§]+|[⁰¹²³⁴-⁹ᵃ-ᶻ]+|\([0-9a-z]{1,2}\)|\[[0-9a-z]{1,2}\]))*`
)

var (
	withMarks    = regexp.MustCompile(`^(.+?)(` + marks + `)$`)
	withFlags    = regexp.MustCompile(`^(.+?)(?:\s+([a-z]{1,4}))?$`)
	estimateMark = regexp.MustCompile(`(?:^|[\s0-9%)*†‡§\]])(?:e|E|est\.?|\(e\))|ᵉ`)
	figure       = regexp.MustCompile(`^(\()?` + space + `*([-−–+])?` + space + `*(US\$|\$)?` + space +
		`*((?:[0-9.,'’]|` + space + `)*[0-9][0-9.,]*)` + space + `*(%)?(\))?(%)?$`)
	groupedBySpace = regexp.MustCompile(`^[0-9]{1,3}(?:(?:` + space + `|['’])[0-9]{3})+(?:[.,][0-9]+)?$`)
	spaces         = regexp.MustCompile(space + `|['’]`)
	scientific     = regexp.MustCompile(`[0-9][eE][+-]?[0-9]`)
	dateOrRange    = regexp.MustCompile(`[0-9]\s*[/:–-]\s*[0-9]`)
)

// none lists the signs and words for a missing figure.
var none = []string{"", "..", "...", "…", ".", "-", "–", "—", "−", "--", "n/a", "n.a.", "n.a", "na",
	"nd", "n.d.", ":", "x", "xx", "xxx", "//", "(..)", "(-)"}

// isNone reports whether a text means that there is no figure. A colon may be followed by flags, as in ": c".
func (r *reader) isNone(text string) bool {
	s := strings.ToLower(spaces.ReplaceAllString(text, ""))
	if strings.HasPrefix(s, ":") {
		s = strings.TrimRight(s, "abcdefinprsuz")
	}
	return slices.Contains(none, s) || slices.ContainsFunc(r.o.Missing, func(word string) bool {
		return strings.ToLower(spaces.ReplaceAllString(word, "")) == s
	})
}

// looksLikeFigure reports whether a cell is meant as a figure, however badly written, and not as a word.
func (r *reader) looksLikeFigure(text string) bool {
	if text == "" {
		return false
	}
	if r.isNone(text) {
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

// parse parses everything about a figure except the meaning of its comma and point. If flags is set, letters after a
// space are SDMX flags.
func (r *reader) parse(text string, flags bool) number {
	if r.isNone(text) {
		return number{none: true}
	}
	n := number{}
	s := strings.TrimSpace(text)
	if flags {
		m := withFlags.FindStringSubmatch(s)
		s, n.estimate = m[1], isEstimate(m[2])
	}
	if m := withMarks.FindStringSubmatch(s); m != nil {
		s = m[1]
		n.estimate = n.estimate || estimateMark.MatchString(s[len(s)-1:]+m[2])
	}
	if r.isNone(s) { // "..*"
		return number{none: true}
	}
	m := figure.FindStringSubmatch(s)
	switch {
	case m == nil || (m[1] == "") != (m[6] == ""):
		n.problem, n.hint = fmt.Sprintf("%q is not a figure", text), numberHint(text)
	case m[1] != "" && m[2] != "":
		n.problem, n.hint = fmt.Sprintf("%q has two signs", text), "write -1.35 or (1.35)"
	default:
		n.negative, n.dollars, n.percent = m[1] != "" || m[2] != "" && m[2] != "+", m[3] != "", m[5]+m[7] != ""
		n.digits, n.spaced = m[4], spaces.MatchString(m[4])
		if n.spaced && !groupedBySpace.MatchString(m[4]) {
			n.problem, n.hint = fmt.Sprintf("%q is not a figure", text), "thousands are three digits each: 1 234 567"
		}
		n.digits = spaces.ReplaceAllString(n.digits, "")
	}
	return n
}

// isEstimate reports whether flags of SDMX or Eurostat, such as "bep", mark a figure that is not final: an estimate,
// a forecast, imputed or provisional.
func isEstimate(flags string) bool { return strings.ContainsAny(flags, "efips") }

// numberHint returns a hint for a text that is not a number.
func numberHint(text string) string {
	switch {
	case scientific.MatchString(text):
		return "write the number out, 1230 for 1.23e3; an e after a figure marks an estimate"
	case dateOrRange.MatchString(text):
		return "a date or a range is not a figure; a spreadsheet program may have changed 1-35 to a day"
	case strings.ContainsFunc(text, func(c rune) bool { return c > 0x7f && unicode.IsDigit(c) }):
		return "write the digits 0 to 9"
	}
	return `a figure is digits, with e for an estimate, * or (1) for a footnote; ".." means none, ` +
		"and so does a word set with -missing WORD"
}

// mark returns the decimal mark, point or comma, if the digits alone determine it, or 0.
func (n *number) mark() byte {
	s := n.digits
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
	if len(after) == 3 && len(before) > 0 && len(before) <= 3 && before[0] != '0' && !n.spaced {
		return 0 // 1,234
	}
	return s[at]
}

// unclear reports whether the number is ambiguous without other figures.
func (n *number) unclear() bool { return n.mark() == 0 && strings.ContainsAny(n.digits, ".,") }

// plain returns the number with a decimal point, given its decimal mark.
func (n *number) plain(decimal byte) (string, bool) {
	group := ","
	if decimal == ',' {
		group = "."
	}
	whole, frac, point := strings.Cut(n.digits, string(decimal))
	parts := strings.Split(whole, group)
	for i, part := range parts {
		wrong := i > 0 && len(part) != 3 || i == 0 && (part == "" || len(part) > 3)
		if len(parts) > 1 && wrong || strings.ContainsAny(part, ".,") {
			return "", false
		}
	}
	if strings.ContainsAny(frac, ".,") || point && frac == "" {
		return "", false
	}
	s := cmp.Or(strings.TrimLeft(strings.Join(parts, ""), "0"), "0")
	if point {
		s += "." + frac
	}
	if n.negative {
		s = "-" + s
	}
	return s, true
}
