package tomldoc

import (
	"slices"
	"strings"

	"burdenshare/internal/diag"
)

// A Format is what a kind of table may hold. Both what an editor is told of a
// table and the schema that completes it in an editor's program come from it.
type Format struct {
	Name string // as a hint begins: "a claim"
	Keys []Key
	Each *Format // of the tables whose names are the editor's own, such as the measures; nil for none
	Hint string  // in the place of a list of the keys; may be empty
}

// A Key is one key of a format.
type Key struct {
	Name     string
	Type     Type
	Required bool
	Missing  string   // the hint when it is required and absent; may be empty
	About    string   // what it says, for editors, in one line
	OneOf    []string // the texts it may be; nil for any
	Names    Names    // what of data/ its texts name; "" for nothing
	Of       *Format  // of a Table or Tables
}

// Names are a kind of things in data/ that a text names.
type Names string

// The kinds.
const (
	Members    Names = "members"
	Aggregates Names = "aggregates"
	Measures   Names = "measures"
	Guidelines Names = "guidelines"
	Sources    Names = "sources"
)

// A Type is what the value of a key may be.
type Type string

// The types.
const (
	Text       Type = "text"
	Prose      Type = "prose" // a text in which facts are answered
	Address    Type = "address"
	Number     Type = "number"
	Whole      Type = "whole number"
	Truth      Type = "true or false"
	Day        Type = "day"
	DayOr      Type = "day or text" // OneOf has the texts
	List       Type = "list of texts"
	Addresses  Type = "list of addresses"
	TextOrList Type = "text or list of texts"
	OneTable   Type = "table"
	ManyTables Type = "list of tables"
)

// read is how a reader asks for values of a type.
var read = map[Type][]Type{
	Text: {Text}, Prose: {Text}, Address: {Text}, Number: {Number}, Whole: {Whole}, Truth: {Truth},
	Day: {Day}, DayOr: {Text, Day},
	List: {List}, Addresses: {List}, TextOrList: {List}, OneTable: {OneTable}, ManyTables: {ManyTables},
}

// KeyNames returns the names of the keys, in their order.
func (f *Format) KeyNames() []string {
	names := make([]string, len(f.Keys))
	for i, k := range f.Keys {
		names[i] = k.Name
	}
	return names
}

// hint lists the keys.
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

// Check reports each key of the format that is required and absent, and each
// key of the table that the format does not have, with the nearest that it
// has. It comes after the table has been read: a key that was asked for and
// is not in the format, or not of its type, or that nobody asked for, is a
// fault of the program, which is reported too. Keys of the formats above
// stand below the table's heading by mistake.
func (t *Table) Check(f *Format, above ...*Format) {
	if t.Failed() {
		return
	}
	names := f.KeyNames()
	for _, q := range t.asked {
		if !slices.Contains(names, q.key) {
			t.doc.errs.Errorf(t.Pos(), "a fault of this program: %s has no key %s", f.Name, q.key)
		}
	}
	for _, k := range f.Keys {
		t.checkAsked(k)
		if _, there := t.m[k.Name]; k.Required && !there && !t.Broken(k.Name) && !t.misspells(k.Name, names) {
			hint := "add a line " + k.Name + " = …"
			if k.Missing != "" {
				hint = k.Missing
			}
			t.doc.errs.Errorf(t.Pos(), "%s is missing", k.Name).Hint("%s", hint)
		}
	}
	t.unknown(names, f.hint(), above...)
}

// misspells reports whether an unknown key of the table seems to be meant for a
// known one.
func (t *Table) misspells(key string, known []string) bool {
	return slices.ContainsFunc(t.Names(), func(name string) bool { return !slices.Contains(known, name) && diag.Nearest(name, known) == key })
}

// checkAsked reports a key that has not been read as the type that it has.
func (t *Table) checkAsked(k Key) {
	asked := false
	for _, q := range t.asked {
		if q.key != k.Name {
			continue
		}
		asked = true
		if q.as != "" && !slices.Contains(read[k.Type], q.as) {
			t.doc.errs.Errorf(t.Pos(), "a fault of this program: the key %s is a %s, and is read as a %s",
				k.Name, k.Type, q.as)
		}
	}
	if !asked {
		t.doc.errs.Errorf(t.Pos(), "a fault of this program: nothing reads the key %s", k.Name)
	}
}
