package site

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/diag"
)

// How the template packages write a fault: its file, its line, for most its
// column, counted in bytes from 0, and what is wrong.
var (
	faultPlace   = regexp.MustCompile(`(?s)(?:html/template:|template: )([^:\s]+):(\d+):(?:(\d+):)? (.*)$`)
	faultAt      = regexp.MustCompile(`(?s)^executing "[^"]*" at <(.*?)>: (.*)$`)
	faultField   = regexp.MustCompile(`^can't evaluate field (\w+) in type (.+)$`)
	faultQuoted  = regexp.MustCompile(`"([^"]+)"`)
	faultNoFunc  = regexp.MustCompile(`^function "(\w+)" not defined$`)
	faultNoParts = regexp.MustCompile(`no such template "([^"]*)"`)
)

// builtins are the functions that every template has.
var builtins = []string{"and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf", "println", "slice", "urlquery"}

// fault gives a template's fault its place. A part may fail within a page's
// template; the innermost place is the one to mend.
func (t *Templates) fault(err error, view any, views []reflect.Type) *diag.Error {
	e := &diag.Error{Pos: diag.Pos{File: "templates"}, Msg: err.Error(), HintText: "the templates' language is that of Go's html/template"}
	text := err.Error()
	if i := strings.LastIndex(text, "template: "); i > 0 && faultPlace.MatchString(text[i:]) {
		text = text[i:]
	}
	m := faultPlace.FindStringSubmatch(text)
	if m == nil {
		return e
	}
	e.Pos.File, e.Msg = "templates/"+m[1], m[4]
	e.Pos.Line, _ = strconv.Atoi(m[2]) // digits, by the expression
	lines := strings.Split(t.sources[m[1]], "\n")
	line := ""
	if e.Pos.Line <= len(lines) && e.Pos.Line > 0 {
		line = lines[e.Pos.Line-1]
	}
	at, word := strings.Index(line, "{{"), ""
	if w := faultQuoted.FindStringSubmatch(e.Msg); w != nil {
		word = w[1]
	}
	if a := faultAt.FindStringSubmatch(e.Msg); a != nil {
		word, e.Msg = a[1], a[1]+": "+a[2]
		if f := faultField.FindStringSubmatch(a[2]); f != nil {
			e.Msg = fmt.Sprintf("%s: there is no field %s", word, f[1])
			of := f[2]
			if of == "interface {}" && view != nil { // what a page shows
				of = reflect.TypeOf(view).String()
			}
			e.HintText = diag.DidYouMean(f[1], fieldsOf(of, views), e.HintText)
		}
	}
	if m[3] != "" {
		at, _ = strconv.Atoi(m[3])
	}
	// The packages point into the middle of what they speak of; an editor
	// wants its beginning.
	if i := nearestIndex(line, strings.TrimSuffix(word, "..."), at); word != "" && i >= 0 {
		at = i
	}
	e.Pos.Col = utf8.RuneCountInString(line[:min(max(at, 0), len(line))]) + 1
	e.Msg, _, _ = strings.Cut(e.Msg, ": {state")
	switch {
	case e.Msg == "unexpected EOF":
		e.Msg, e.HintText = "the file ends too early", "each {{if}}, {{range}}, {{with}} and {{define}} needs its {{end}}"
	case strings.HasPrefix(e.Msg, "bad character"), strings.HasPrefix(e.Msg, "unclosed action"):
		e.HintText = "what begins with {{ ends with }}"
	}
	if f := faultNoFunc.FindStringSubmatch(e.Msg); f != nil {
		known := slices.Concat(builtins, slices.Collect(maps.Keys(functions)), slices.Collect(maps.Keys(inLanguage(nil))))
		e.HintText = diag.DidYouMean(f[1], known, "functions are "+strings.Join(slices.Sorted(slices.Values(known)), ", "))
	}
	if f := faultNoParts.FindStringSubmatch(e.Msg); f != nil {
		e.Msg = fmt.Sprintf("no template is called %q", f[1])
		e.HintText = diag.DidYouMean(f[1], t.names, "a part begins with {{define \"name\"}}")
	}
	return e
}

// nearestIndex gives the place of a word in a line that begins at or last
// before an offset, or the first behind; -1 when there is none.
func nearestIndex(line, word string, offset int) int {
	if i := strings.LastIndex(line[:min(max(offset, 0)+len(word), len(line))], word); i >= 0 {
		return i
	}
	return strings.Index(line, word)
}

// fieldsOf gives the fields and methods that templates can name of a type.
// Types are known by the name that the fault gives, and found by walking from
// what a template is handed.
func fieldsOf(name string, views []reflect.Type) []string {
	seen := map[reflect.Type]bool{}
	var found []string
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		match := t.String() == name || "*"+t.String() == name || t.String() == "*"+name
		for i := range t.NumMethod() {
			if m := t.Method(i); match {
				found = append(found, m.Name)
			}
			for j := range t.Method(i).Type.NumOut() {
				walk(t.Method(i).Type.Out(j))
			}
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			walk(t.Elem())
		case reflect.Struct:
			for _, f := range reflect.VisibleFields(t) { // those of embedded structs among them
				if match && f.IsExported() {
					found = append(found, f.Name)
				}
				if f.IsExported() || f.Anonymous {
					walk(f.Type)
				}
			}
		}
	}
	walk(reflect.TypeFor[*frame]())
	for _, v := range views {
		if v != nil {
			walk(v)
		}
	}
	return found
}

// viewTypes are the types of what the pages show.
func (s *Site) viewTypes() []reflect.Type {
	seen := map[reflect.Type]bool{}
	for _, p := range s.Pages {
		seen[reflect.TypeOf(p.View)] = true
	}
	return slices.Collect(maps.Keys(seen))
}
