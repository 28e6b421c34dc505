package site

import (
	"regexp"
	"strings"

	"burdenshare/internal/diag"
)

// locate adds the column to an error in the syntax of a template, of which the package names the line alone. parse
// parses a text in its place. A line break before the word that is wrong moves the error to the next line, and one
// behind its beginning does not: the last place of a break that moves it is where the word begins.
func locate(e *diag.Error, src string, parse func(src string) error) {
	lines := strings.SplitAfter(src, "\n")
	if e.Pos.Line < 1 || e.Pos.Line > len(lines) || e.Pos.Col != 0 {
		return
	}
	at := len(strings.Join(lines[:e.Pos.Line-1], ""))
	line := strings.TrimRight(lines[e.Pos.Line-1], "\r\n")
	for n := len(line); n >= 0; n-- {
		if n > 0 && n < len(line) && isWord(line[n-1]) && isWord(line[n]) {
			continue // within a word
		}
		moved := parse(src[:at+n] + "\n" + src[at+n:])
		if moved == nil {
			continue
		}
		if m := templateError(moved); m.Pos.Line == e.Pos.Line+1 && m.Msg == e.Msg {
			n += len(line[n:]) - len(strings.TrimLeft(line[n:], " \t"))
			n = wordNear(line, n, e.Msg)
			e.Pos = diag.Place(diag.Pos{File: e.Pos.File, Line: 1, Col: 1}, []byte(src), at+n)
			return
		}
	}
}

// named matches what an error names: "$x", <.>, {{end}}, '<'.
var named = regexp.MustCompile(`"([^"]+)"|<([^>]+)>|({{\w+)|'(.+)'`)

// wordNear returns where the word that an error names begins in a line, at n or before it, as the package looks one
// word ahead, or else after it; n if it names none.
func wordNear(line string, n int, msg string) int {
	word := `"`
	m := named.FindStringSubmatch(msg)
	switch {
	case m != nil:
		word = m[1] + m[2] + m[3] + m[4]
	case !strings.HasPrefix(msg, "unterminated quoted string"):
		return n
	}
	if i := strings.LastIndex(line[:min(len(line), n+len(word))], word); m != nil && m[4] == "" && i >= 0 {
		return i
	}
	return n + max(0, strings.Index(line[n:], word))
}

func isWord(c byte) bool {
	return c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
