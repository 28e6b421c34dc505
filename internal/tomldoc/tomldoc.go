// Package tomldoc parses a piece of TOML and remembers the place of every key and value.
//
// Parse takes a TOML text: a whole file, an article's front matter or a chart block. The methods of Table return
// values of the wanted type and report all errors at the exact key or value: syntax, wrong types, missing and unknown
// keys. The package does not know what the keys mean.
package tomldoc

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
)

// A Doc is one TOML text.
type Doc struct {
	lines diag.Lines
	index *index // nil until a place is needed
	errs  diag.List

	broken []string // keys whose lines could not be read
}

// Parse parses src, whose first byte is at first. For a text that is not TOML it reports the error and returns an
// empty table, so that the caller can look for further errors elsewhere.
func Parse(first diag.Pos, src []byte) (*Doc, *Table) {
	d := &Doc{lines: diag.Lines{First: first, Src: src}}
	t := &Table{doc: d, m: map[string]any{}}
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
	case bytes.Contains(value, []byte(`"""`)), bytes.Contains(value, []byte("'''")), bytes.Count(value, []byte("[")) > bytes.Count(value, []byte("]")):
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
	var pe toml.ParseError
	if errors.As(err, &pe) {
		at, found = d.lineStart(pe.Position), pe.Message
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
// errors is after the line.
func (d *Doc) lineStart(p toml.Position) int {
	off := 0
	for range p.Line - 1 {
		n := bytes.IndexByte(d.lines.Src[off:], '\n')
		if n < 0 {
			break
		}
		off += n + 1
	}
	return off + max(p.Col-1, 0)
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

// Is reports whether the key is there and holds a text.
func (t *Table) Is(key, text string) bool {
	v, _ := t.get(key, "")
	return v == any(text)
}

func (t *Table) get(key string, as Type) (any, bool) {
	if q := (question{key, as}); !slices.Contains(t.asked, q) {
		t.asked = append(t.asked, q)
	}
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
	var known []string
	for _, q := range t.asked {
		known = append(known, q.key)
	}
	t.unknown(known, where)
}

// unknown reports the keys that are not known.
func (t *Table) unknown(known []string, where string, above ...*Format) {
	for _, key := range t.Names() {
		switch {
		case slices.Contains(known, key):
		case slices.ContainsFunc(above, func(f *Format) bool { return slices.Contains(f.KeyNames(), key) }):
			t.doc.errs.Errorf(t.KeyPos(key), "%s is below a heading and so belongs to it", key).Hint("move its line above the first heading")
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

func (t *Table) wrong(key, want, example string, v any) {
	t.Errorf(key, "%s must be %s, not %s", key, want, describe(v)).Hint("write %s", example)
}

func describe(v any) string {
	switch v := v.(type) {
	case string:
		return fmt.Sprintf("the text %q", diag.Short(v, 80))
	case int64:
		return fmt.Sprintf("the number %d", v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return strings.ToLower(strconv.FormatFloat(v, 'g', -1, 64))
		}
		return "the number " + strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return fmt.Sprintf("%t", v)
	case time.Time:
		return "a day"
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	case []map[string]any:
		return "a list of tables"
	}
	return "something else"
}

// String returns a text, or "" if the key is absent.
func (t *Table) String(key string) string {
	v, ok := t.get(key, Text)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, "a text", fmt.Sprintf("%s = \"…\" with quotation marks", key), v)
	}
	return s
}

// Int returns a whole number, or 0 if the key is absent.
func (t *Table) Int(key string) int {
	v, ok := t.get(key, Whole)
	if !ok {
		return 0
	}
	n, ok := v.(int64)
	if !ok {
		t.wrong(key, "a whole number", fmt.Sprintf("%s = %d%s", key, exampleOf(key), unquoted(v)), v)
	}
	return int(n)
}

// Year returns a year of four digits, or 0 if the key is absent or wrong.
func (t *Table) Year(key string) int {
	before := len(t.doc.errs)
	n := t.Int(key)
	if t.Has(key) && len(t.doc.errs) == before && (n < 1000 || n > 9999) {
		example := 2016
		if n > 0 && n < 100 {
			example = 2000 + n
		}
		t.Errorf(key, "%d is not a year", n).Hint("write %s = %d", key, example)
		return 0
	}
	return n
}

// Float returns a number, or def if the key is absent or its value too long or not finite.
func (t *Table) Float(key string, def float64) float64 {
	v, ok := t.get(key, Number)
	if !ok {
		return def
	}
	var n float64
	switch v := v.(type) {
	case float64:
		n = v
	case int64:
		n = float64(v)
	default:
		t.wrong(key, "a number", fmt.Sprintf("%s = 2.5 without quotation marks", key), v)
		return def
	}
	if _, frac, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), "."); math.IsNaN(n) || math.Abs(n) >= 1e15 || len(frac) > 9 {
		t.Errorf(key, "%s is %s", key, describe(v)).Hint("write at most 15 digits before the point and 9 after it")
		return def
	}
	if n == 0 {
		return 0 // not -0
	}
	return n
}

// Bool returns true or false, or false if the key is absent.
func (t *Table) Bool(key string) bool {
	v, ok := t.get(key, Truth)
	if !ok {
		return false
	}
	b, ok := v.(bool)
	if !ok {
		t.wrong(key, "true or false", fmt.Sprintf("%s = true without quotation marks", key), v)
	}
	return b
}

// Date returns a day, written bare or as a text, or the zero Date if the key is absent.
func (t *Table) Date(key string) civil.Date {
	v, ok := t.get(key, Day)
	if !ok {
		return civil.Date{}
	}
	switch v := v.(type) {
	case time.Time:
		if v.Year() > 0 { // a time of day has no year
			return civil.Of(v)
		}
		t.Errorf(key, "%s must be a day, not a time of day", key).Hint("write %s = 2017-02-15", key)
		return civil.Date{}
	case string:
		d, err := civil.Parse(v)
		if err != nil {
			msg, _, _ := strings.Cut(err.Error(), ";") // the hint says how to write it
			day, _ := civil.Written(v)
			t.Errorf(key, "%s: %s", key, msg).Hint("write %s = %s", key, cmp.Or(day, "2017-02-15"))
		}
		return d
	}
	t.wrong(key, "a day", fmt.Sprintf("%s = 2017-02-15", key), v)
	return civil.Date{}
}

// Strings returns a list of texts, or nil if the key is absent.
func (t *Table) Strings(key string) []string {
	v, ok := t.get(key, List)
	if !ok {
		return nil
	}
	example := fmt.Sprintf("%s = [\"one\", \"two\"]", key)
	list, ok := v.([]any)
	if !ok {
		if s, isText := v.(string); isText && s != "" && len(s) < 60 {
			example = fmt.Sprintf("%s = [%s]", key, Quote(s))
		}
		t.wrong(key, "a list of texts", example, v)
		return nil
	}
	texts := make([]string, 0, len(list))
	for i, item := range list {
		s, ok := item.(string)
		if !ok {
			t.doc.errs.Errorf(t.ItemPos(key, i), "%s must be a list of texts, not %s", key, describe(item)).
				Hint("write %s", example)
			continue
		}
		texts = append(texts, s)
	}
	return texts
}

// Texts returns a list of texts that may also be written as one text.
func (t *Table) Texts(key string) []string {
	if v, _ := t.get(key, ""); v != nil {
		if s, ok := v.(string); ok {
			return []string{s}
		}
	}
	return t.Strings(key)
}

// Address returns a web address, or "" if the key is absent.
func (t *Table) Address(key string) string {
	s := t.String(key)
	if s != "" && !address.IsWeb(s) {
		t.Errorf(key, "%s %q is not an http or https address", key, s).Hint(`write %s = "https://example.org/page"`, key)
	}
	return s
}

// Addresses returns a list of web addresses, or nil if the key is absent.
func (t *Table) Addresses(key string) []string {
	list := t.Strings(key)
	for i, s := range list {
		if !address.IsWeb(s) {
			t.ItemErrorf(key, i, "%s %q is not an http or https address", key, s).
				Hint(`write %s = ["https://example.org/page"]`, key)
		}
	}
	return list
}

// ItemErrorf adds an error at an item of a list, or at the text that is written instead of a list.
func (t *Table) ItemErrorf(key string, i int, format string, args ...any) *diag.Error {
	return t.doc.errs.Errorf(t.ItemPos(key, i), format, args...)
}

// Table returns the table of a key, or nil if the key is absent.
func (t *Table) Table(key string) *Table {
	v, ok := t.get(key, OneTable)
	if !ok {
		return nil
	}
	m, ok := v.(map[string]any)
	if !ok {
		t.wrong(key, "a table", fmt.Sprintf("[%s] on a line of its own", key), v)
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
	var list []*Table
	add := func(i int, m map[string]any) {
		list = append(list, &Table{doc: t.doc, path: t.path + key + sep + strconv.Itoa(i) + sep, m: m})
	}
	switch v := v.(type) {
	case []map[string]any:
		for i, m := range v {
			add(i, m)
		}
		return list
	case []any: // [{…}, {…}]
		for i, item := range v {
			m, ok := item.(map[string]any)
			if !ok {
				t.wrong(key, "a list of tables", fmt.Sprintf("[[%s]] on a line of its own", key), v)
				return nil
			}
			add(i, m)
		}
		return list
	}
	t.wrong(key, "a list of tables", fmt.Sprintf("[[%s]] on a line of its own", key), v)
	return nil
}
