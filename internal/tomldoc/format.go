package tomldoc

import (
	"cmp"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A Format describes the keys of a kind of table. It is used to check a table and to make the schema for an editor's
// program.
type Format struct {
	Name string // how a hint begins: "a claim"
	Keys []Key
	Hint string // replaces a list of the keys in hints; may be empty
}

// A Key is one key of a format.
type Key struct {
	Name     string
	Type     Type
	Required bool
	Missing  string   // the hint if it is required and absent; may be empty
	About    string   // its description for editors, in one line
	OneOf    []string `toml:"one_of"` // the permitted texts; nil for any
	Names    Names    // what its texts name in data/; "" for nothing
	Of       *Format  // the format of a Table or Tables
}

// Names is a kind of things in data/ that a text names.
type Names string

// The kinds.
const (
	Members    Names = "members"
	Aggregates Names = "aggregates"
	Measures   Names = "measures"
	Guidelines Names = "guidelines"
	Sources    Names = "sources"
)

// A Type is the type of a key's value.
type Type string

// The types.
const (
	Text       Type = "text"
	Prose      Type = "prose" // a text that may contain facts
	Address    Type = "address"
	Number     Type = "number"
	Whole      Type = "whole number"
	Truth      Type = "true or false"
	Day        Type = "day"
	DayOr      Type = "day or text" // OneOf lists the texts
	List       Type = "list of texts"
	Addresses  Type = "list of addresses"
	TextOrList Type = "text or list of texts"
	OneTable   Type = "table"
	ManyTables Type = "list of tables"
)

// read maps a type to the types besides itself as which a reader may read it.
var read = map[Type][]Type{Prose: {Text}, Address: {Text}, DayOr: {Text, Day}, Addresses: {List}, TextOrList: {List}}

// examples are the values in hints, where they are not texts.
var examples = map[Type]string{
	Number: "2.5", Whole: "2", Truth: "true", Day: "2017-02-15", List: `["…"]`, Addresses: `["https://…"]`,
	Address: `"https://…"`,
}

// KeyNames returns the names of the keys in order.
func (f *Format) KeyNames() []string {
	return lists.Each(f.Keys, func(k Key) string { return k.Name })
}

// hint returns a hint that lists the keys.
func (f *Format) hint() string {
	if f.Hint != "" {
		return f.Hint
	}
	names := f.KeyNames()
	for i, k := range f.Keys {
		if k.Type == ManyTables {
			names[i] = "[[" + k.Name + "]]"
		}
	}
	return f.Name + " has " + strings.Join(names, ", ")
}

// Check reports required keys that are absent and, with a suggestion, keys that the format does not have. It must be
// called after the table has been read: it also reports a key that was read but is not in the format, that was read
// with the wrong type, or that was never read, which are bugs in the program. A key of one of the formats above is
// reported as being below the wrong heading.
func (t *Table) Check(f *Format, above ...*Format) {
	if t.Failed() {
		return
	}
	names := f.KeyNames()
	for _, q := range t.asked {
		if !slices.Contains(names, q.key) {
			t.doc.errs.Errorf(t.Pos(), "a bug in this program: %s has no key %s", f.Name, q.key)
		}
	}
	for _, k := range f.Keys {
		t.checkAsked(k)
		t.hintList(k)
		t.checkTexts(k)
		_, there := t.m[k.Name]
		if k.Required && !there && !t.Broken(k.Name) && !t.misspells(k.Name, names) && !t.below(k.Name) {
			t.doc.errs.Errorf(t.Pos(), "%s is missing", k.Name).
				Hint("%s", cmp.Or(k.Missing, "add a line "+k.Name+" = "+cmp.Or(examples[k.Type], `"…"`)))
		}
	}
	t.unknown(names, f.hint(), above...)
}

// RawFactHint is the hint for a fact that would be shown as it is written.
const RawFactHint = "facts are answered in articles and pages, in the titles and captions of charts, in the words " +
	"and captions of pictures and in claims; write the number itself elsewhere"

// hintList puts the text that the parser, which knows no types, has a hint write for a list into brackets.
func (t *Table) hintList(k Key) {
	for _, e := range t.doc.errs {
		text, ok := strings.CutPrefix(e.HintText, "write "+k.Name+` = "`)
		if ok && k.Type == List {
			e.HintText = "write " + k.Name + " = " + quotedList(strings.TrimSuffix(text, `"`))
		}
	}
}

// CheckText adds an error for what readers would see of a text as it is written: a control character, and a fact in a
// text that answers none. The place of a byte of the text is at(offset).
func CheckText(errs *diag.List, text string, at func(offset int) diag.Pos) {
	errs.Control([]byte(text), at)
	if i := strings.Index(text, "](fact:"); i >= 0 {
		from := max(strings.LastIndexByte(text[:i], '['), 0)
		words, _, _ := strings.Cut(text[i:], ")")
		errs.Errorf(at(from), "%s%s) would be shown as it is written", text[from:i], words).Hint("%s", RawFactHint)
	}
}

// checkTexts checks the texts of a key; facts in prose are answered.
func (t *Table) checkTexts(k Key) {
	switch v := t.m[k.Name].(type) {
	case string:
		at := func(offset int) diag.Pos { return t.Inside(k.Name, offset) }
		if k.Type == Prose {
			t.doc.errs.Control([]byte(v), at)
		} else {
			CheckText(&t.doc.errs, v, at)
		}
	case []any:
		for i, item := range v {
			text, _ := item.(string)
			CheckText(&t.doc.errs, text, func(int) diag.Pos { return t.ItemPos(k.Name, i) })
		}
	}
}

// misspells reports whether an unknown key of the table is probably a misspelt known key.
func (t *Table) misspells(key string, known []string) bool {
	return slices.ContainsFunc(t.Names(), func(name string) bool {
		return !slices.Contains(known, name) && diag.Nearest(name, known) == key
	})
}

// below reports whether a key is in a table of this one, where it is reported, as it was probably meant for this one.
func (t *Table) below(key string) bool {
	for _, v := range t.m {
		if m, ok := v.(map[string]any); ok && m[key] != nil {
			return true
		}
	}
	return false
}

// checkAsked reports a key that was not read with its type.
func (t *Table) checkAsked(k Key) {
	asked := false
	for _, q := range t.asked {
		if q.key != k.Name {
			continue
		}
		asked = true
		if q.as != "" && q.as != k.Type && !slices.Contains(read[k.Type], q.as) {
			t.doc.errs.Errorf(t.Pos(), "a bug in this program: the key %s is a %s but is read as a %s",
				k.Name, k.Type, q.as)
		}
	}
	if !asked {
		t.doc.errs.Errorf(t.Pos(), "a bug in this program: nothing reads the key %s", k.Name)
	}
}
