// Package i18n provides the words of the interface: the texts of pages, charts and tables that no editor has written.
//
// Load reads templates/strings.toml, one file for each language. It returns a Catalog, which formats a message by its
// key with its values, and numbers, days and lists as they are written in the language. The package does not know what
// a message is about; its callers do. Messages for editors on the terminal are not part of it.
package i18n

import (
	"bytes"
	"html"
	"html/template"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// File is the name of the file of strings in a templates folder.
const File = "strings.toml"

// A Catalog contains all messages in one language. It does not change after it is loaded.
type Catalog struct {
	language language.Tag
	messages map[string]message
	values   func(name string) any // may be nil
	*writing
}

// Empty is a catalog without messages.
var Empty = &Catalog{writing: &writing{}}

// A message has one form, or several from which the number n selects.
type message struct {
	forms map[string]text // by plural category, always including "other"; "none" is for exactly 0
	pos   diag.Pos
}

// categories lists the keys of a message that depends on a number: those of Unicode's plural rules, and "none" for
// exactly 0.
var categories = []string{"none", "zero", "one", "two", "few", "many", "other"}

// FileOf returns the name of the file of messages of a language: strings.toml for English, strings.fr.toml for
// French. lang is a BCP 47 tag.
func FileOf(lang string) string {
	base, _ := language.Make(lang).Base()
	if base.String() == "en" {
		return File
	}
	return "strings." + base.String() + ".toml"
}

// Load loads the messages of a language. lang is a BCP 47 tag, which determines how numbers are written and which
// plural form a number has. Messages of the report, in the file of the language or in strings.toml, replace those of
// the program. A message that is in neither is an error, unless the report is in English, the language of the default
// file.
func Load(templates, defaults fs.FS, lang string) (*Catalog, diag.List) {
	tag, name := language.Make(lang), FileOf(lang)
	b := &Catalog{language: tag, messages: map[string]message{}, writing: newWriting(tag)}
	std, errs := read(defaults, File, tag)
	if std == nil {
		return b, errs
	}
	layers := []*Catalog{}
	add := func(folder fs.FS, file string) {
		layer, wrong := read(folder, file, tag)
		if errs.Add(wrong...); layer != nil {
			errs.Add(layer.against(std)...)
			layers = append(layers, layer)
		}
	}
	if isOwn(templates, defaults, name) {
		add(templates, name)
	}
	if name != File {
		if isOwn(templates, defaults, File) {
			add(templates, File)
		}
		add(defaults, name)
	} else {
		layers = append(layers, std)
	}
	for _, layer := range layers {
		for key, m := range layer.messages {
			if _, said := b.messages[key]; !said {
				b.messages[key] = m
			}
		}
		b.writing.complete(layer.writing)
	}
	errs.Add(b.complete(std, name, len(layers))...)
	return b, errs
}

// isOwn reports whether a file of a report is another than that of the program, or has none of its bytes.
func isOwn(templates, defaults fs.FS, name string) bool {
	own, err := fs.ReadFile(templates, name)
	std, _ := fs.ReadFile(defaults, name)
	return err != nil || !bytes.Equal(own, std)
}

// read reads one file. The Catalog is nil if the file does not exist.
func read(folder fs.FS, name string, tag language.Tag) (*Catalog, diag.List) {
	var errs diag.List
	doc, top := tomldoc.Read(folder, "templates", name)
	if doc == nil {
		return nil, nil
	}
	b := &Catalog{language: tag, messages: map[string]message{}, writing: newWriting(tag)}
	b.writing.read(top, &errs)
	for _, name := range top.Names() {
		if !slices.Contains(writingTables, name) {
			b.readTable(name, top.Table(name), &errs)
		}
	}
	errs.Add(doc.Errors()...)
	return b, errs
}

// against reports the messages of a Catalog, and the values in them, that the default Catalog does not have.
func (b *Catalog) against(std *Catalog) diag.List {
	var errs diag.List
	keys := std.Keys()
	for key, m := range b.messages {
		known, ok := std.messages[key]
		if !ok {
			errs.Errorf(m.pos, "unknown message %q", key).
				Hint("%s", diag.DidYouMean(key, keys, "the default "+File+" has all messages"))
			continue
		}
		values := known.values()
		for _, v := range m.values() {
			if !slices.Contains(values, v) {
				errs.Errorf(m.pos, "the message %s has no value {%s}", key, v).
					Hint("%s", diag.DidYouMean(v, values, "it has "+strings.Join(values, ", ")))
			}
		}
	}
	return errs
}

// mostMissing is the number of missing messages that are listed one by one.
const mostMissing = 20

// complete reports each message that the language lacks and uses the default one instead, so that reading can continue.
func (b *Catalog) complete(std *Catalog, name string, layers int) diag.List {
	var errs diag.List
	pos := diag.Pos{File: "templates/" + name}
	if layers == 0 {
		errs.Errorf(pos, "the interface has no messages in this language").
			Hint("translate every message of %s in this file, or set language in config.toml to one that ships: "+
				"en, fr, de", File)
	}
	missing := 0
	for _, key := range std.Keys() {
		if _, ok := b.messages[key]; ok {
			continue
		}
		b.messages[key] = std.messages[key]
		if missing++; missing <= mostMissing && layers > 0 {
			errs.Errorf(pos, "the message %s is missing", key).
				Hint("in %s it is %q", File, std.messages[key].forms["other"].String())
		}
	}
	if missing > mostMissing && layers > 0 {
		errs.Errorf(pos, "%d more messages are missing", missing-mostMissing).
			Hint("burdenshare template %s prints all of them", File)
	}
	if layers > 0 && len(std.months) == 12 && len(b.months) != 12 {
		errs.Errorf(pos, "the tables numbers, dates and lists are missing").
			Hint("they define how values are written in the language; copy them from %s", File)
	}
	b.writing.complete(std.writing)
	return errs
}

// Keys returns the keys of all messages in order.
func (b *Catalog) Keys() []string { return slices.Sorted(maps.Keys(b.messages)) }

// values returns the names of the values in a message.
func (m message) values() []string {
	var names []string
	for _, category := range categories {
		for _, p := range m.forms[category] {
			if p.value != "" && !slices.Contains(names, p.value) {
				names = append(names, p.value)
			}
		}
	}
	slices.Sort(names)
	return names
}

// Message returns a message as plain text. The values follow as pairs of name and value: b.Message(key, "who",
// "Belgium", "n", 3). The value n selects the form of a message with several. For an unknown key it returns the key in
// angle brackets, which a test looks for.
func (b *Catalog) Message(key string, values ...any) string {
	var room [256]byte
	out := room[:0]
	for _, p := range b.form(key, values) {
		out = append(out, p.words...)
		if p.value != "" {
			out = append(out, b.write(b.find(values, p.value), p.filters)...)
		}
	}
	return string(out)
}

// With returns the catalog with values that a message has where its caller gives none of that name; nil for those that
// there are none of. Values that it had before are behind them.
func (b *Catalog) With(values func(name string) any) *Catalog {
	c, given := *b, b.values
	c.values = func(name string) any {
		if v := values(name); v != nil || given == nil {
			return v
		}
		return given(name)
	}
	return &c
}

// HTML is like Say, for a page. Values are escaped unless they are template.HTML; the words are escaped too, unless
// the key ends in "_html".
func (b *Catalog) HTML(key string, values ...any) template.HTML {
	raw := strings.HasSuffix(key, "_html")
	var out []byte
	for _, p := range b.form(key, values) {
		if raw {
			out = append(out, p.words...)
		} else {
			out = append(out, template.HTMLEscapeString(p.words)...)
		}
		if p.value == "" {
			continue
		}
		v := b.find(values, p.value)
		if h, ok := v.(template.HTML); ok {
			out = append(out, b.linked(string(h), p.filters)...)
			continue
		}
		out = append(out, template.HTMLEscapeString(b.write(v, p.filters))...)
	}
	return template.HTML(out)
}

// linked writes a value that is already HTML, such as a linked name.
func (b *Catalog) linked(h string, filters []string) string {
	if slices.Contains(filters, "the") {
		name := html.UnescapeString(tags.ReplaceAllString(h, ""))
		h = strings.Replace(b.The(name), name, h, 1)
	}
	if slices.Contains(filters, "capital") {
		begins := opening.FindString(h)
		h = begins + Capital(h[len(begins):])
	}
	return h
}

var opening = regexp.MustCompile(`^(?:<[^>]*>)*`)

var tags = regexp.MustCompile(`<[^>]*>`)

// Under returns the messages of a table that have no values and one form, by the last part of their key, for use in a
// script.
func (b *Catalog) Under(table string) map[string]string {
	words := map[string]string{}
	for key, m := range b.messages {
		if name, ok := strings.CutPrefix(key, table+"."); ok && len(m.forms) == 1 {
			words[name] = m.forms["other"].String()
		}
	}
	return words
}

// Entry returns one of the messages that Under returns; "" if it is not among them.
func (b *Catalog) Entry(table, name string) string {
	m := b.messages[table+"."+name]
	if len(m.forms) != 1 {
		return ""
	}
	return m.forms["other"].String()
}

// form selects the form of a message.
func (b *Catalog) form(key string, values []any) text {
	m, ok := b.messages[key]
	if !ok {
		return text{{words: "⟨" + key + "⟩"}}
	}
	if len(m.forms) == 1 {
		return m.forms["other"]
	}
	n, _ := b.find(values, "n").(int)
	if t, ok := m.forms["none"]; ok && n == 0 {
		return t
	}
	if t, ok := m.forms[names[plural.Cardinal.MatchPlural(b.language, max(n, -n), 0, 0, 0, 0)]]; ok {
		return t
	}
	return m.forms["other"]
}

// names maps the plural categories to their keys in strings.toml.
var names = map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few",
	plural.Many: "many", plural.Other: "other"}

// find returns a value by its name, or its name in angle brackets if there is none.
func (b *Catalog) find(values []any, name string) any {
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] == name {
			return values[i+1]
		}
	}
	if b.values != nil {
		if v := b.values(name); v != nil {
			return v
		}
	}
	return "⟨" + name + "⟩"
}
