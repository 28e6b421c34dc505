package content

import (
	"bytes"
	"unicode/utf8"
)

// anchors are the bytes at which telling takes a closer look.
var anchors = func() (set [256]bool) {
	for _, c := range []byte("%$fcpdu\xa3\xac") {
		set[c] = true
	}
	return set
}()

// telling says whether some HTML may hold a number that needs evidence. It
// runs over all text there is, so it looks for what is rare, the unit of a
// number, and is content with a guess that errs on the safe side.
func telling(b []byte) bool {
	for i, c := range b {
		if !anchors[c] {
			continue
		}
		switch c {
		case '%', '$':
			return true
		case 0xa3: // £
			if i > 0 && b[i-1] == 0xc2 {
				return true
			}
		case 0xac: // €
			if i > 1 && b[i-1] == 0x82 && b[i-2] == 0xe2 {
				return true
			}
		case 'f':
			if i > 0 && b[i-1]|0x20 == 'o' && (i == 1 || !isAlnum(b[i-2])) && ofNumbers(b, i-1) {
				return true
			}
		case 'c': // per cent, percentage
			if bytes.HasPrefix(b[i:], []byte("cent")) && bytes.Contains(bytes.ToLower(b[max(0, i-12):i]), []byte("per")) {
				return true
			}
		case 'p':
			if i > 0 && !isLetter(b[i-1]) && (bytes.HasPrefix(b[i:], []byte("pp")) || bytes.HasPrefix(b[i:], []byte("point"))) {
				return true
			}
		case 'd':
			if bytes.HasPrefix(b[i:], []byte("dollar")) {
				return true
			}
		case 'u':
			if bytes.HasPrefix(b[i:], []byte("uro")) || bytes.HasPrefix(b[i:], []byte("und")) && i > 1 && bytes.EqualFold(b[i-2:i], []byte("po")) {
				return true
			}
		}
	}
	return false
}

// ofNumbers says whether the "of" at i may stand between two numbers. Where
// neither letter nor digit is before it, a fact may be: then there must be a
// number behind.
func ofNumbers(b []byte, i int) bool {
	before := b[:i]
	last := byte(0)
	if r, n := utf8.DecodeLastRune(before); gap(b[i-n:i], 0) == n && r != utf8.RuneError {
		before = before[:i-n]
		if len(before) > 0 {
			last = before[len(before)-1]
		}
	} else if r == '>' {
		last = '>'
	}
	switch {
	case isDigit(last) || last == '>':
		return true
	case isLetter(last):
		from := len(before)
		for from > 0 && isLetter(before[from-1]) {
			from--
		}
		w := before[from:]
		return isNumberWord(w) || isIn(scales, w) || bytes.EqualFold(w, []byte("out"))
	}
	at := determined(b, gap(b, i+len("of")))
	return at < len(b) && (isDigit(b[at]) || b[at] == '<' || isNumberWord(word(b, at)))
}
