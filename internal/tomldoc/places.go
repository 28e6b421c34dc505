package tomldoc

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"burdenshare/internal/diag"
)

// sep ends each part of a path in the index. TOML texts contain no NUL.
const sep = "\x00"

// Pos returns the place of the table: its header, or the text's first byte.
func (t *Table) Pos() diag.Pos {
	if e, ok := t.doc.places()[t.path]; ok {
		return t.doc.at(e.key)
	}
	return t.doc.lines.First
}

// KeyPos returns the place of a key, or of the table if the key is absent.
func (t *Table) KeyPos(key string) diag.Pos {
	if e, ok := t.doc.places()[t.path+key+sep]; ok {
		return t.doc.at(e.key)
	}
	return t.Pos()
}

// ValuePos returns the place of a key's value, or of the table if the key is absent.
func (t *Table) ValuePos(key string) diag.Pos {
	if e, ok := t.doc.places()[t.path+key+sep]; ok {
		return t.doc.at(e.value)
	}
	return t.Pos()
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
	e, ok := t.doc.places()[t.path+key+sep]
	if !ok {
		return t.Pos()
	}
	return t.doc.at(rawOffset(t.doc.lines.Src, e.value, offset))
}

func (d *Doc) at(offset int) diag.Pos { return d.lines.At(offset) }

func (d *Doc) places() map[string]entry {
	if d.index == nil {
		x := &indexer{at: map[string]entry{}, count: map[string]int{}}
		x.scan(d.src)
		d.index = x.at
	}
	return d.index
}

// An entry contains the byte offsets of a key and of its value. For a table header both are the header's.
type entry struct{ key, value int }

// An indexer finds the places of keys and values.
type indexer struct {
	parser unstable.Parser
	at     map[string]entry
	count  map[string]int // tables seen so far under a [[header]], by path
}

// scan goes through a text that has been decoded. On any other it stops early.
func (x *indexer) scan(src []byte) {
	table := ""
	x.parser.Reset(src)
	for x.parser.NextExpression() {
		if e := x.parser.Expression(); e.Kind == unstable.KeyValue {
			x.pair(table, e)
		} else if e.Kind != unstable.Comment {
			table = x.header(e)
		}
	}
}

// header returns the path of [table] or [[table]].
func (x *indexer) header(e *unstable.Node) string {
	path, start, _ := x.keys("", e.Key())
	path = x.current(path)
	start = bytes.LastIndexByte(x.parser.Data()[:start], '[')
	if e.Kind == unstable.ArrayTable {
		start--
		n := x.count[path]
		x.count[path]++
		if n == 0 {
			x.at[path] = entry{start, start}
		}
		path += strconv.Itoa(n) + sep
	}
	x.at[path] = entry{start, start}
	return path
}

// current converts a header such as [release.extra] to the path below the newest [[release]].
func (x *indexer) current(header string) string {
	path := ""
	for part := range strings.SplitAfterSeq(strings.TrimSuffix(header, sep), sep) {
		if n, ok := x.count[path]; ok {
			path += strconv.Itoa(n-1) + sep
		}
		path += part
	}
	return path + sep
}

// keys adds the parts of a key to a path and returns where it begins and ends.
func (x *indexer) keys(path string, parts unstable.Iterator) (below string, from, to int) {
	from = -1
	for parts.Next() {
		part := parts.Node()
		path += string(part.Data) + sep
		to = int(part.Raw.Offset + part.Raw.Length)
		if from < 0 {
			from = int(part.Raw.Offset)
		}
	}
	return path, from, to
}

// pair records key = value and what is in the value.
func (x *indexer) pair(path string, e *unstable.Node) {
	path, from, to := x.keys(path, e.Key())
	src := x.parser.Data()
	to += bytes.IndexByte(src[to:], '=') + 1
	to += len(src[to:]) - len(bytes.TrimLeft(src[to:], " \t"))
	x.at[path] = entry{from, to}
	x.value(path, e.Value(), to)
}

// value records the places of the parts of a value.
func (x *indexer) value(path string, v *unstable.Node, at int) {
	parts := v.Children()
	for n := 0; parts.Next(); {
		switch part := parts.Node(); {
		case part.Kind == unstable.Comment:
		case part.Kind == unstable.KeyValue:
			x.pair(path, part)
		default:
			item := path + strconv.Itoa(n) + sep
			place := at // of an empty list, which has no place of its own
			if first, depth := firstOf(part); first != nil {
				place = int(first.Raw.Offset)
				for range depth {
					place = bytes.LastIndexByte(x.parser.Data()[:place], '[')
				}
			}
			x.at[item] = entry{place, place}
			x.value(item, part, place)
			n++
		}
	}
}

// firstOf returns the first part of a value that is no list, and how many lists it is in; nil for an empty list.
func firstOf(v *unstable.Node) (first *unstable.Node, depth int) {
	for ; v.Kind == unstable.Array; depth++ {
		parts := v.Children()
		for parts.Next() && parts.Node().Kind == unstable.Comment {
		}
		if v = parts.Node(); !v.Valid() {
			return nil, depth
		}
	}
	return v, depth
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
