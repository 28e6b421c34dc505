package i18n

import (
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// A text is a parsed message, in reading order.
type text []part

// A part is some words and the value that follows them, if any.
type part struct {
	words   string
	value   string   // its name; "" for none
	filters []string // how it is written
}

// fill returns the text with what write returns for the names of its values.
func (t text) fill(write func(name string) string) string {
	var b strings.Builder
	for _, p := range t {
		b.WriteString(p.words)
		if p.value != "" {
			b.WriteString(write(p.value))
		}
	}
	return b.String()
}

// with returns the text with s in the place of its value.
func (t text) with(s string) string { return t.fill(func(string) string { return s }) }

// String returns the text with its values left open.
func (t text) String() string { return t.fill(func(name string) string { return "{" + name + "}" }) }

// filters lists the ways to write a value: {n|words|capital}.
var filters = slices.Concat([]string{"words", "few", "ordinal", "number", "the", "capital", "lower", "or", "dative",
	"one"}, sides)

// sides lists the words that depend on the side on which a guideline is met: each table of [side] has words for them.
// "{guideline|met}" is "at or above 0.7% of income", or "at or below" for a ceiling.
var sides = []string{"met", "missed", "short", "at", "on", "met_at", "missed_mark", "met_it", "missed_it", "short_it",
	"at_it", "met_only", "missed_only", "met_now", "missed_now", "short_by", "under_by", "under_it", "apart", "sank",
	"sank_it", "both", "across", "other_side", "changed", "crossed"}

// parse parses a message. Values are in braces; a brace itself is written twice.
func parse(s string, pos diag.Pos, errs *diag.List) text {
	const hint = `write a value as {name} or {name|words|capital}, and a brace itself as {{ or }}`
	tomldoc.CheckText(errs, s, func(int) diag.Pos { return pos })
	var t text
	var words strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '{' && c != '}' {
			words.WriteByte(c)
			continue
		}
		if i+1 < len(s) && s[i+1] == c {
			words.WriteByte(c)
			i++
			continue
		}
		end := strings.IndexByte(s[i:], '}')
		if c == '}' || end < 0 {
			errs.Errorf(pos, "a single brace in %q", s).Hint("%s", hint)
			break
		}
		how := strings.Split(s[i+1:i+end], "|")
		p := part{words: words.String(), value: strings.TrimSpace(how[0]), filters: how[1:]}
		if p.value == "" {
			errs.Errorf(pos, "a value without a name in %q", s).Hint("%s", hint)
		}
		for _, f := range p.filters {
			if !slices.Contains(filters, f) {
				errs.Errorf(pos, "unknown way to write a value %q", f).
					Hint("%s", diag.DidYouMean(f, filters, "values are written "+strings.Join(filters, ", ")))
			}
		}
		t = append(t, p)
		words.Reset()
		i += end
	}
	if words.Len() > 0 || len(t) == 0 {
		t = append(t, part{words: words.String()})
	}
	return t
}

// readTable reads the messages of a table and of the tables in it.
func (b *Catalog) readTable(path string, t *tomldoc.Table, errs *diag.List) {
	if t == nil {
		return
	}
	for _, name := range t.Names() {
		key := path + "." + name
		if !t.IsTable(name) {
			pos := t.ValuePos(name)
			b.messages[key] = message{map[string]text{"other": parse(t.String(name), pos, errs)}, pos}
			continue
		}
		sub := t.Table(name)
		if !isPlural(sub) {
			b.readTable(key, sub, errs)
			continue
		}
		b.messages[key] = readForms(sub, t.KeyPos(name), errs)
	}
}

// isPlural reports whether a table contains the forms of one message.
func isPlural(t *tomldoc.Table) bool {
	other := func(name string) bool { return !slices.Contains(categories, name) }
	return t.Has("other") && !slices.ContainsFunc(t.Names(), other)
}

// readForms reads a message that depends on a number.
func readForms(t *tomldoc.Table, pos diag.Pos, errs *diag.List) message {
	m := message{forms: map[string]text{}, pos: pos}
	for _, category := range t.Names() {
		m.forms[category] = parse(t.String(category), t.ValuePos(category), errs)
	}
	return m
}
