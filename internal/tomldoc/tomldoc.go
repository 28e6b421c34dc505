// Package tomldoc parses a piece of TOML and remembers the place of every key and value.
//
// Parse takes a TOML text: a whole file, an article's front matter or a chart block. The methods of Table return
// values of the wanted type and report all errors at the exact key or value: syntax, wrong types, missing and unknown
// keys. The package does not know what the keys mean.
package tomldoc

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/plainfile"
)

// A Doc is one TOML text.
type Doc struct {
	lines diag.Lines
	index *index // nil until a place is needed
	errs  diag.List

	broken []string // keys whose lines could not be read
}

// Read reads and parses the file of that name in a folder; dir is where the folder is, for places. For a file that
// cannot be read it reports the error and returns an empty table; for one that does not exist the Doc is nil.
func Read(folder fs.FS, dir, name string) (*Doc, *Table) {
	first := diag.Pos{File: path.Join(dir, name), Line: 1, Col: 1}
	src, err := fs.ReadFile(folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	d := &Doc{}
	if err != nil {
		d.errs.Errorf(diag.Pos{File: first.File}, "the file cannot be read: %v", plainfile.Cause(err)).
			Hint("it must be a plain file below the root that may be read; a link may not lead outside")
		return d, &Table{doc: d}
	}
	text, ok := d.errs.Text(first, src)
	if !ok {
		return d, &Table{doc: d}
	}
	return Parse(first, text)
}

// Parse parses src, whose first byte is at first. For a text that is not TOML it reports the error and returns an
// empty table, so that the caller can look for further errors elsewhere.
func Parse(first diag.Pos, src []byte) (*Doc, *Table) {
	d := &Doc{lines: diag.Lines{First: first, Src: src}}
	t := &Table{doc: d, m: map[string]any{}, asked: make([]question, 0, 16)}
	if d.isBraced(src) {
		t.m = nil
		return d, t
	}
	for err := toml.Unmarshal(src, &t.m); err != nil; err = toml.Unmarshal(src, &t.m) {
		rest := d.without(src, d.syntaxError(err))
		if rest == nil {
			t.m = nil
			break
		}
		src, t.m = rest, map[string]any{}
	}
	return d, t
}

// Own returns the values of a file of the program's own, which has no mistakes and no keys that T does not have.
func Own[T any](src string) (values T) {
	meta, err := toml.Decode(src, &values)
	if unknown := meta.Undecoded(); err != nil || len(unknown) > 0 {
		panic(fmt.Sprint("tomldoc: ", err, unknown))
	}
	return values
}

// manyBroken is the number of wrong lines that are skipped to find further errors.
const manyBroken = 20

// without returns a text without the line that contains byte at, so that the rest of it can be read, or nil if the
// line may be part of something longer.
func (d *Doc) without(src []byte, at int) []byte {
	start := bytes.LastIndexByte(src[:at], '\n') + 1
	line, _, _ := bytes.Cut(src[start:], []byte("\n"))
	key, value, ok := bytes.Cut(line, []byte("="))
	if !ok {
		key, value, ok = bytes.Cut(line, []byte(":"))
	}
	name := string(bytes.Trim(bytes.TrimSpace(key), `"`))
	switch {
	case !ok || !isWord(name) && len(bytes.Fields(key)) < 2 || len(d.broken) >= manyBroken:
		return nil
	case bytes.Contains(value, []byte(`"""`)), bytes.Contains(value, []byte("'''")),
		bytes.Count(value, []byte("[")) > bytes.Count(value, []byte("]")):
		return nil // several lines
	}
	d.broken = append(d.broken, name)
	end := start + len(line)
	if bytes.Count(value, []byte(`"`))%2 == 1 {
		end = start + textEnd(src[start:])
	}
	rest := bytes.Clone(src)
	for i := start; i < end; i++ {
		if rest[i] != '\n' {
			rest[i] = ' '
		}
	}
	return rest
}

// textEnd returns where a text that should have ended on the first line of src ends: before the next line that is
// empty or begins with a key or a bracket.
func textEnd(src []byte) int {
	end := 0
	for line := range bytes.Lines(src) {
		key, _, isKey := bytes.Cut(bytes.TrimSpace(line), []byte("="))
		if end > 0 && (len(key) == 0 || key[0] == '[' || isKey && isWord(string(bytes.TrimSpace(key)))) {
			break
		}
		end += len(line)
	}
	return end
}

// Broken reports whether an unreadable line may set the key.
func (t *Table) Broken(key string) bool {
	return slices.ContainsFunc(t.doc.broken, func(name string) bool {
		return name == key || slices.Contains(strings.Fields(name), key) || diag.Nearest(name, []string{key}) != ""
	})
}

// syntaxError reports an error of the parser and returns its place.
func (d *Doc) syntaxError(err error) (offset int) {
	at, found := 0, err.Error()
	if pe, ok := errors.AsType[toml.ParseError](err); ok {
		at, found = d.lineStart(pe.Position, pe.Message), pe.Message
	}
	start := bytes.LastIndexByte(d.lines.Src[:min(at, len(d.lines.Src))], '\n') + 1
	line, _, _ := bytes.Cut(d.lines.Src[start:], []byte("\n"))
	msg, hint, col := explain(strings.TrimPrefix(found, "toml: "), string(line))
	offset = min(at, len(d.lines.Src))
	if col >= 0 {
		at = start + col
	}
	d.errs.Errorf(d.at(at), "%s", msg).Hint("%s", hint)
	return max(offset, start)
}

// lineStart returns the byte offset of a parser's position. It prefers the column to the offset, which for some
// errors is after the line; where a line ends too early, its number is that of the next.
func (d *Doc) lineStart(p toml.Position, found string) int {
	if strings.Contains(found, `got '\n'`) {
		return p.Start
	}
	lines := bytes.SplitAfterN(d.lines.Src, []byte("\n"), max(p.Line, 1))
	return len(d.lines.Src) - len(lines[len(lines)-1]) + max(p.Col-1, 0)
}

// Errors returns the errors found so far.
func (d *Doc) Errors() diag.List { return d.errs }

// A Table is a table of a Doc. Reading a key marks it as known; Done reports the keys that were not read. If the text
// had a syntax error, the map is nil: all methods return zero values and report nothing more.
type Table struct {
	doc   *Doc
	path  string // keys from the root, each followed by sep
	m     map[string]any
	asked []question
}

// A question is a key that was read, and with which type; "" if only its presence was checked.
type question struct {
	key string
	as  Type
}

// Failed reports whether the text was not TOML, so that a caller need not report missing keys.
func (t *Table) Failed() bool { return t.m == nil }

// Has reports whether the key is present, and marks it as known.
func (t *Table) Has(key string) bool {
	_, ok := t.get(key, "")
	return ok
}

// Blank reports whether the value of the key is a text without letters.
func (t *Table) Blank(key string) bool {
	v, _ := t.get(key, "")
	s, ok := v.(string)
	return ok && strings.TrimSpace(s) == ""
}

// NotBlank reports keys whose text is empty.
func (t *Table) NotBlank(keys ...string) {
	for _, key := range keys {
		if t.Blank(key) {
			t.Errorf(key, "%s is empty", key).Hint("write %s = \"…\"", key)
		}
	}
}

// Is reports whether the key is there and holds a text.
func (t *Table) Is(key, text string) bool {
	v, _ := t.get(key, "")
	return v == any(text)
}

func (t *Table) get(key string, as Type) (any, bool) {
	t.asked = append(t.asked, question{key, as})
	v, ok := t.m[key]
	return v, ok
}

// Names returns the keys of the table in alphabetical order.
func (t *Table) Names() []string { return slices.Sorted(maps.Keys(t.m)) }

// Require reports each key that is absent, at the place of the table.
func (t *Table) Require(keys ...string) {
	for _, key := range keys {
		if !t.Has(key) && !t.Failed() && !t.Broken(key) {
			t.doc.errs.Errorf(t.Pos(), "%s is missing", key).Hint("add a line %s = …", key)
		}
	}
}

// Done reports every key that was not read, with the nearest known one. where says in a hint where to find all keys;
// it may be empty.
func (t *Table) Done(where string) {
	t.unknown(lists.Each(t.asked, func(q question) string { return q.key }), where)
}

// unknown reports the keys that are not known.
func (t *Table) unknown(known []string, where string, above ...*Format) {
	for _, key := range t.Names() {
		switch {
		case slices.Contains(known, key):
		case slices.ContainsFunc(above, func(f *Format) bool { return slices.Contains(f.KeyNames(), key) }):
			t.doc.errs.Errorf(t.KeyPos(key), "%s is below a heading and so belongs to it", key).
				Hint("move its line above the first heading")
		case t.IsTable(key) && t.path == "" && diag.Nearest(key, known) == "":
			t.doc.errs.Errorf(t.KeyPos(key), "unknown table [%s]", key).
				Hint("delete the heading: the lines below it belong to it; %s", where)
		default:
			t.doc.errs.Errorf(t.KeyPos(key), "unknown key %q", key).Hint("%s", diag.DidYouMean(key, known, where))
		}
	}
}

// Errorf adds an error at a key's value.
func (t *Table) Errorf(key, format string, args ...any) *diag.Error {
	return t.doc.errs.Errorf(t.ValuePos(key), format, args...)
}

// Table returns the table of a key, or nil if the key is absent.
func (t *Table) Table(key string) *Table {
	m := as[map[string]any](t, key, OneTable, "a table", "["+key+"] on a line of its own")
	if m == nil {
		return nil
	}
	return &Table{doc: t.doc, path: t.path + key + sep, m: m}
}

// IsTable reports whether the value of a key is a table.
func (t *Table) IsTable(key string) bool {
	_, ok := t.m[key].(map[string]any)
	return ok
}

// Tables returns the tables of a list written [[key]], in order.
func (t *Table) Tables(key string) []*Table {
	v, ok := t.get(key, ManyTables)
	if !ok {
		return nil
	}
	tables, ok := v.([]map[string]any)
	if items, isList := v.([]any); isList { // [{…}, {…}]
		ok = true
		for _, item := range items {
			m, isTable := item.(map[string]any)
			tables, ok = append(tables, m), ok && isTable
		}
	}
	if !ok {
		t.wrong(key, "a list of tables", fmt.Sprintf("[[%s]] on a line of its own", key), v)
		return nil
	}
	list := make([]*Table, len(tables))
	for i, m := range tables {
		list[i] = &Table{doc: t.doc, path: t.path + key + sep + strconv.Itoa(i) + sep, m: m}
	}
	return list
}
