package site

import (
	"html/template"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"

	"burdenshare/internal/diag"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/internal/look"
)

// errorPlace matches an error of the template packages: its file, its line, usually its column, counted in bytes from
// 0, and its message.
var errorPlace = regexp.MustCompile(`(?s)^(?:html/template:|template: )([^:\s]+):(\d+):(?:(\d+):)? (.*)$`)

// templateError returns a template's error with its position. A part may fail within a page's template; the innermost
// position is used.
func templateError(err error) *diag.Error {
	text := err.Error()
	if i := strings.LastIndex(text, "template: "); i > 0 && errorPlace.MatchString(text[i:]) {
		text = text[i:]
	}
	e := &diag.Error{Pos: diag.Pos{File: "templates"}, Msg: text}
	e.Hint("the templates' language is that of Go's html/template")
	m := errorPlace.FindStringSubmatch(text)
	if m == nil {
		return e
	}
	e.Pos.File = "templates/" + m[1]
	e.Pos.Line, _ = strconv.Atoi(m[2]) // digits, by the expression
	if m[3] != "" {
		e.Pos.Col, _ = strconv.Atoi(m[3])
		e.Pos.Col++
	}
	e.Msg, _, _ = strings.Cut(m[4], ": {state")
	for part, hint := range errorHints {
		if strings.Contains(e.Msg, part) {
			e.HintText = hint
		}
	}
	return e
}

// errorHints are the hints by a part of the packages' messages.
var errorHints = map[string]string{
	"unexpected EOF":  "each {{if}}, {{range}}, {{with}} and {{define}} needs its {{end}}",
	"bad character":   "what begins with {{ ends with }}",
	"unclosed action": "what begins with {{ ends with }}",
	"not defined": "besides those of Go, functions are " +
		strings.Join(slices.Sorted(maps.Keys(allFunctions())), ", "),
	"no such template": "a part begins with {{define \"name\"}}",
}

func allFunctions() template.FuncMap {
	all := inLanguage(nil)
	maps.Copy(all, functions)
	return all
}

// misfits reports every field that a template uses and that no view has, and every message that the catalog lacks: the
// template was written for another version, or is misspelt.
func (t *Templates) misfits(files []string, catalog *i18n.Catalog) diag.List {
	var errs diag.List
	own := lists.Filter(t.trees, func(tree *parse.Tree) bool { return slices.Contains(files, tree.ParseName) })
	if len(own) == 0 {
		return nil
	}
	known, keys := maps.Clone(fieldNames()), catalog.Keys()
	for _, tree := range t.trees {
		walk(reflect.ValueOf(tree.Root), func(n parse.Node) {
			for _, arg := range arguments(n, "dict") {
				if s, ok := arg.(*parse.StringNode); ok {
					known[s.Text] = true
				}
			}
		})
	}
	names := slices.Collect(maps.Keys(known))
	for _, tree := range own {
		file := tree.ParseName
		src := t.sources[file]
		where := "burdenshare template " + file + " prints the file as this program has it"
		if of := look.Origin(src); of != "" && of != Version {
			where += ", which is " + Version + "; this one was begun from " + of
		}
		at := func(n parse.Node, name string) diag.Pos {
			line := strings.LastIndexByte(src[:n.Position()], '\n') + 1 // a chain's position is within it
			at := line + strings.Index(src[line:], name)
			return diag.Place(diag.Pos{File: "templates/" + file, Line: 1, Col: 1}, []byte(src), at)
		}
		walk(reflect.ValueOf(tree.Root), func(n parse.Node) {
			for _, name := range fields(n) {
				if !known[name] {
					errs.Errorf(at(n, name), "this program has no field %s to show", name).
						Hint("%s", diag.DidYouMean(name, names, where))
				}
			}
			if key := messageKey(n); key != "" && !slices.Contains(keys, key) {
				errs.Errorf(at(n, key), "there is no message %s", key).
					Hint("%s", diag.DidYouMean(key, keys, "burdenshare template strings.toml prints all messages"))
			}
		})
	}
	errs.Sort()
	return errs
}

// arguments returns the arguments of a call of a function; none of any other node.
func arguments(n parse.Node, function string) []parse.Node {
	if call, ok := n.(*parse.CommandNode); ok && len(call.Args) > 0 && call.Args[0].String() == function {
		return call.Args[1:]
	}
	return nil
}

// messageKey returns the key of the message that a node writes, or "".
func messageKey(n parse.Node) string {
	if args := arguments(n, "say"); len(args) > 0 {
		if s, ok := args[0].(*parse.StringNode); ok {
			return s.Text
		}
	}
	return ""
}

// fields returns the names of the fields that a node uses.
func fields(n parse.Node) []string {
	switch n := n.(type) {
	case *parse.FieldNode:
		return n.Ident
	case *parse.VariableNode:
		return n.Ident[1:]
	case *parse.ChainNode:
		return n.Field
	}
	return nil
}

// walk visits every node in a part of a tree.
func walk(v reflect.Value, visit func(parse.Node)) {
	switch v.Kind() {
	case reflect.Interface:
		walk(v.Elem(), visit)
	case reflect.Pointer:
		if n, ok := v.Interface().(parse.Node); ok && !v.IsNil() {
			visit(n)
			walk(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walk(v.Field(i), visit)
			}
		}
	}
}

// fieldNames returns the names of all fields and methods of the templates' data.
var fieldNames = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		for i := range t.NumMethod() {
			known[t.Method(i).Name] = true
			for j := range t.Method(i).Type.NumOut() {
				visit(t.Method(i).Type.Out(j))
			}
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			visit(t.Elem())
		case reflect.Struct:
			for _, f := range reflect.VisibleFields(t) { // those of embedded structs among them
				if f.IsExported() || f.Anonymous {
					known[f.Name] = true
					visit(f.Type)
					visit(reflect.PointerTo(f.Type))
				}
			}
		}
	}
	for _, view := range []any{&frame{}, &shared{}, &chartView{}, &claimFrame{}, &listLine{}} {
		visit(reflect.TypeOf(view))
	}
	for _, p := range pageTemplates {
		if p.view != nil {
			visit(reflect.TypeOf(p.view))
		}
	}
	return known
})
