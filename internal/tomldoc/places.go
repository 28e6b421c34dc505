package tomldoc

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/diag"
)

// sep ends each part of a path in the index. TOML texts contain no NUL.
const sep = "\x00"

// Pos returns the place of the table: its header, or the text's first byte.
func (t *Table) Pos() diag.Pos { return t.doc.at(t.doc.places()[t.path].key) }

// KeyPos returns the place of a key, or of the table if the key is absent.
func (t *Table) KeyPos(key string) diag.Pos { return t.doc.at(t.entry(key).key) }

// ValuePos returns the place of a key's value, or of the table if the key is absent.
func (t *Table) ValuePos(key string) diag.Pos { return t.doc.at(t.entry(key).value) }

// entry returns the offsets of a key and its value, or those of the table if the key is absent.
func (t *Table) entry(key string) entry {
	if e, ok := t.doc.places()[t.path+key+sep]; ok {
		return e
	}
	start := t.doc.places()[t.path].key // 0 for the root
	return entry{start, start}
}

// ItemPos returns the place of item i (from 0) of the list under key.
func (t *Table) ItemPos(key string, i int) diag.Pos {
	if e, ok := t.doc.places()[t.path+key+sep+strconv.Itoa(i)+sep]; ok {
		return t.doc.at(e.value)
	}
	return t.ValuePos(key)
}

// Inside returns the place of a byte within a text value. The offset counts in the decoded text; quotation marks and
// escapes are taken into account.
func (t *Table) Inside(key string, offset int) diag.Pos {
	return t.doc.at(rawOffset(t.doc.lines.Src, t.entry(key).value, offset))
}

func (d *Doc) at(offset int) diag.Pos { return d.lines.At(offset) }

func (d *Doc) places() map[string]entry {
	if d.index == nil {
		x := &index{src: d.lines.Src, at: map[string]entry{}, count: map[string]int{}}
		x.scan()
		d.index = x
	}
	return d.index.at
}

// An entry contains the byte offsets of a key and of its value. For a table header both are the header's.
type entry struct{ key, value int }

// index finds the places of keys and values in a text that the TOML parser has accepted. On any other text it stops
// early.
type index struct {
	src   []byte
	i     int
	at    map[string]entry
	count map[string]int // tables seen so far under a [[header]], by path
}

func (x *index) scan() {
	table := ""
	for x.blank(true); x.i < len(x.src); x.blank(true) {
		if start := x.i; x.src[start] == '[' {
			table = x.header()
			x.at[table] = entry{start, start}
			x.skipTo("\n")
		} else if !x.pair(table) {
			return
		}
	}
}

// header scans [table] or [[table]] and returns its path.
func (x *index) header() string {
	start := x.i
	x.i++
	if x.i == len(x.src) || x.src[x.i] != '[' {
		return x.current(x.dotted("", ']'))
	}
	x.i++
	table := x.current(x.dotted("", ']'))
	n := x.count[table]
	x.count[table]++
	if n == 0 {
		x.at[table] = entry{start, start}
	}
	return table + strconv.Itoa(n) + sep
}

// current converts a header such as [release.extra] to the path below the newest [[release]].
func (x *index) current(header string) string {
	path := ""
	for part := range strings.SplitAfterSeq(strings.TrimSuffix(header, sep), sep) {
		if n, ok := x.count[path]; ok {
			path += strconv.Itoa(n-1) + sep
		}
		path += part
	}
	return path + sep
}

// pair scans key = value.
func (x *index) pair(table string) bool {
	start := x.i
	path := x.dotted(table, '=')
	x.blank(false)
	if x.i >= len(x.src) || x.i == start {
		return false
	}
	x.at[path] = entry{start, x.i}
	x.value(path)
	return true
}

// dotted scans a key up to and including the byte end.
func (x *index) dotted(path string, end byte) string {
	for x.i < len(x.src) {
		x.blank(false)
		if x.i >= len(x.src) {
			break
		}
		switch c := x.src[x.i]; c {
		case end:
			x.i++
			return path
		case '.':
			x.i++
		case '\n':
			return path
		case '"', '\'':
			from := x.i + 1
			x.text()
			path += string(x.src[from:max(from, x.i-1)]) + sep
		default:
			from := x.i
			x.skipTo(". \t\n\"'" + string(rune(end)))
			path += string(x.src[from:x.i]) + sep
		}
	}
	return path
}

// value skips a value and records the places of its parts.
func (x *index) value(path string) {
	switch x.src[x.i] {
	case '"', '\'':
		x.text()
	case '[':
		x.i++
		for n := 0; ; n++ {
			x.blank(true)
			if x.closed(']') {
				return
			}
			item := path + strconv.Itoa(n) + sep
			x.at[item] = entry{x.i, x.i}
			x.value(item)
		}
	case '{':
		x.i++
		for {
			x.blank(true)
			if x.closed('}') || !x.pair(path) {
				return
			}
		}
	default:
		from := x.i
		if x.skipTo(",]}#\n"); x.i == from {
			x.i = len(x.src) // not TOML, as the parser has reported
		}
	}
}

func (x *index) closed(c byte) bool {
	if x.i >= len(x.src) {
		return true
	}
	if x.src[x.i] == c {
		x.i++
		return true
	}
	return false
}

// text skips a quoted text of any of the four kinds.
func (x *index) text() {
	q := x.src[x.i]
	long := x.i+2 < len(x.src) && x.src[x.i+1] == q && x.src[x.i+2] == q
	if !long {
		for x.i++; x.i < len(x.src) && x.src[x.i] != q && x.src[x.i] != '\n'; x.i++ {
			if x.src[x.i] == '\\' && q == '"' {
				x.i++
			}
		}
		x.i++
		return
	}
	for x.i += 3; x.i+2 < len(x.src); x.i++ {
		if x.src[x.i] == '\\' && q == '"' {
			x.i++
			continue
		}
		if x.src[x.i] == q && x.src[x.i+1] == q && x.src[x.i+2] == q {
			for x.i+3 < len(x.src) && x.src[x.i+3] == q {
				x.i++ // a quotation mark before the closing three
			}
			x.i += 3
			return
		}
	}
	x.i = len(x.src)
}

// blank skips spaces and, between the parts of a text or a list, also comments, line ends and commas.
func (x *index) blank(between bool) {
	for x.i < len(x.src) {
		switch c := x.src[x.i]; {
		case c == ' ' || c == '\t' || c == '\r', between && (c == '\n' || c == ','):
			x.i++
		case between && c == '#':
			x.skipTo("\n")
		default:
			return
		}
	}
}

// skipTo moves to the next of some characters, or to the end.
func (x *index) skipTo(chars string) {
	x.i = min(x.i, len(x.src))
	if n := bytes.IndexAny(x.src[x.i:], chars); n >= 0 {
		x.i += n
	} else {
		x.i = len(x.src)
	}
}

// rawOffset returns the offset in src of byte n of the decoded text that starts at start.
func rawOffset(src []byte, start, n int) int {
	i := start
	if i >= len(src) {
		return i
	}
	q := src[i]
	if q != '"' && q != '\'' {
		return i
	}
	i++
	if i+1 < len(src) && src[i] == q && src[i+1] == q {
		i += 2
		if i < len(src) && src[i] == '\n' {
			i++
		}
	}
	for n > 0 && i < len(src) {
		if q == '\'' || src[i] != '\\' {
			i, n = i+1, n-1
			continue
		}
		size, width := escape(src[i:])
		i, n = i+width, n-size
	}
	return i
}

// escape returns the number of bytes that an escape decodes to and that it occupies.
func escape(src []byte) (size, width int) {
	if len(src) < 2 {
		return 1, 1
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[src[1]]
	if digits == 0 || len(src) < 2+digits {
		return 1, 2
	}
	n, err := strconv.ParseUint(string(src[2:2+digits]), 16, 32)
	if err != nil {
		return 1, 2
	}
	return utf8.RuneLen(rune(n)), 2 + digits
}
