package tomldoc

import (
	"slices"
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
		d.index = &index{src: string(d.lines.Src), at: map[string]entry{}, count: map[string]int{}}
		d.index.scan()
	}
	return d.index.at
}

// An entry contains the byte offsets of a key and of its value. For a table header both are the header's.
type entry struct{ key, value int }

// index finds the places of keys and values in a text that the TOML parser has accepted. On any other text it stops
// early.
type index struct {
	src   string
	token string // that the search is at; "" at the end
	i     int    // its offset
	at    map[string]entry
	count map[string]int // tables seen so far under a [[header]], by path
}

// next moves to the next token behind blanks and comments: a text in quotation marks, a word, or a character that has a
// meaning.
func (x *index) next() {
	rest := strings.TrimLeft(x.src[x.i+len(x.token):], " \t\r")
	if strings.HasPrefix(rest, "#") {
		comment, _, _ := strings.Cut(rest, "\n")
		rest = rest[len(comment):]
	}
	n := strings.IndexAny(rest, " \t\r\n#=.,[]{}\"'")
	switch {
	case n < 0:
		n = len(rest)
	case n == 0 && (rest[0] == '"' || rest[0] == '\''):
		n = textLength(rest)
	}
	x.i, x.token = len(x.src)-len(rest), rest[:max(n, min(1, len(rest)))]
}

// textLength returns the length of the text of any of the four kinds that s begins with.
func textLength(s string) int {
	mark := s[:1]
	if long := strings.Repeat(mark, 3); strings.HasPrefix(s, long) {
		mark = long
	}
	for i := len(mark); i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] == '"':
			i++
		case s[i] == '\n' && len(mark) == 1:
			return i
		case s[i] == s[0] && len(mark) == 1:
			return i + 1
		case strings.HasPrefix(s[i:], mark):
			return len(s) - len(strings.TrimLeft(s[i:], mark)) // there may be more before the closing three
		}
	}
	return len(s)
}

// skip moves past any of some tokens.
func (x *index) skip(some ...string) {
	for x.token != "" && slices.Contains(some, x.token) {
		x.next()
	}
}

func (x *index) scan() {
	table := ""
	x.next()
	for x.skip("\n"); x.token != ""; x.skip("\n") {
		if start := x.i; x.token == "[" {
			table = x.header()
			x.at[table] = entry{start, start}
		} else if !x.pair(table) {
			return
		}
	}
}

// header scans [table] or [[table]] and returns its path.
func (x *index) header() string {
	start := x.i
	x.next()
	if x.token != "[" {
		return x.current(x.dotted("", "]"))
	}
	x.next()
	table := x.current(x.dotted("", "]"))
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
	path := x.dotted(table, "=")
	if path == table || x.token == "" {
		return false
	}
	x.at[path] = entry{start, x.i}
	x.value(path)
	return true
}

// dotted scans a key up to and including a token.
func (x *index) dotted(path, end string) string {
	for ; x.token != end && x.token != "\n" && x.token != ""; x.next() {
		if q := x.token[:1]; q == `"` || q == "'" {
			path += strings.Trim(x.token, q) + sep
		} else if x.token != "." {
			path += x.token + sep
		}
	}
	x.skip(end)
	return path
}

// value skips a value and records the places of its parts.
func (x *index) value(path string) {
	switch x.token {
	case "[":
		x.next()
		for n := 0; x.within("]"); n++ {
			item := path + strconv.Itoa(n) + sep
			x.at[item] = entry{x.i, x.i}
			x.value(item)
		}
	case "{":
		x.next()
		for x.within("}") && x.pair(path) {
		}
	default:
		x.next()
		for x.token != "" && !strings.Contains(",]}\n", x.token) { // as behind the point of a number
			x.next()
		}
	}
}

// within reports whether a list or a table has another part, and moves to that or past the end.
func (x *index) within(end string) bool {
	x.skip("\n", ",")
	if x.token == end {
		x.next()
		return false
	}
	return x.token != ""
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
		size, width := 1, 1
		if q == '"' && src[i] == '\\' {
			escape := string(src[i:min(i+len(`\U0001F680`), len(src))])
			c, _, rest, err := strconv.UnquoteChar(escape, 0)
			if size, width = utf8.RuneLen(c), len(escape)-len(rest); err != nil {
				size, width = 1, min(2, len(escape)) // such as \" and others that Go does not have
			}
		}
		i, n = i+width, n-size
	}
	return i
}
