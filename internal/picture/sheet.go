package picture

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"burdenshare/internal/diag"
)

// A Look is how drawings look by daylight: what the site's style sheets say
// of them where no @media or @container asks for something else.
type Look struct {
	rules  []rule
	layers []string // from weak to strong
	figure *styled  // a figure of class chart on a page, in which drawings stand
	known  sync.Pool
}

// A rule is a block of a style sheet under one selector.
type rule struct {
	selector
	layer, heft, order int
	decls              []decl
}

type decl struct{ prop, value string }

// sheetName is the style sheet that the others are imported into, below
// templates/.
const sheetName = "assets/site.css"

// ReadLook reads the style sheets of a templates folder. What they ask of
// drawings and this room cannot do is a finding.
func ReadLook(templates fs.FS) (*Look, diag.List) {
	l := &Look{}
	var errs diag.List
	l.read(templates, sheetName, &errs)
	slices.SortStableFunc(l.rules, func(a, b rule) int {
		return cmp.Or(a.layer-b.layer, a.heft-b.heft, a.order-b.order)
	})
	page := l.style(nil, "html", "")
	l.figure = l.style(page, "figure", "chart")
	for _, name := range []string{"paper", "ink", "soft", "rule", "accent"} {
		if _, err := colour(l.figure.substitute("var(--" + name + ")")); err != nil {
			errs.Warnf(diag.Pos{File: "templates/" + sheetName}, "the pictures need the colour --%s: %v", name, err).
				Hint("set it in :root, as the default templates do")
			l.figure.vars = append(l.figure.vars, decl{"--" + name, fallback[name]})
		}
	}
	return l, errs
}

// fallback are colours for a report whose own style sheet has none.
var fallback = map[string]string{"paper": "#ffffff", "ink": "#000000", "soft": "#555555", "rule": "#cccccc", "accent": "#333333"}

// Colour gives a colour of the look by its name in the style sheet.
func (l *Look) Colour(name string) string { return l.figure.substitute("var(--" + name + ")") }

func (l *Look) read(templates fs.FS, name string, errs *diag.List) {
	src, err := fs.ReadFile(templates, name)
	if err != nil {
		return // the asset room says so
	}
	s := &sheet{look: l, templates: templates, name: name, src: blankComments(string(src)), errs: errs}
	s.block(0, len(s.src), -1)
}

// A sheet is a style sheet being read.
type sheet struct {
	look      *Look
	templates fs.FS
	name, src string
	errs      *diag.List
}

// blankComments writes spaces over comments, so that places stay.
func blankComments(s string) string {
	b := []byte(s)
	for at := 0; ; {
		from := strings.Index(s[at:], "/*")
		if from < 0 {
			return string(b)
		}
		from += at
		to := strings.Index(s[from+2:], "*/")
		if to < 0 {
			to = len(s)
		} else {
			to += from + 4
		}
		for i := from; i < to; i++ {
			if b[i] != '\n' {
				b[i] = ' '
			}
		}
		at = to
	}
}

// block reads rules from a place to another.
func (s *sheet) block(from, to, layer int) {
	for at := from; at < to; {
		stop := strings.IndexAny(s.src[at:to], "{;")
		if stop < 0 {
			return
		}
		stop += at
		head := strings.TrimSpace(s.src[at:stop])
		if s.src[stop] == ';' {
			s.statement(head)
			at = stop + 1
			continue
		}
		end := s.matching(stop, to)
		if name, ok := strings.CutPrefix(head, "@layer"); ok {
			s.block(stop+1, end, s.look.layer(strings.TrimSpace(name)))
		} else if !strings.HasPrefix(head, "@") { // @media and the like hold for other days and devices
			s.rule(stop-len(strings.TrimLeft(s.src[at:stop], " \t\r\n")), head, s.src[stop+1:end], layer)
		}
		at = end + 1
	}
}

// statement reads what has no block: the order of layers and imports.
func (s *sheet) statement(head string) {
	if names, ok := strings.CutPrefix(head, "@layer"); ok {
		for name := range strings.SplitSeq(names, ",") {
			s.look.layer(strings.TrimSpace(name))
		}
	}
	if file, ok := strings.CutPrefix(head, "@import"); ok {
		s.look.read(s.templates, path.Join(path.Dir(s.name), strings.Trim(file, ` "'`)), s.errs)
	}
}

// layer gives a layer's rank, which is set when it is first named.
func (l *Look) layer(name string) int {
	if i := slices.Index(l.layers, name); i >= 0 {
		return i
	}
	l.layers = append(l.layers, name)
	return len(l.layers) - 1
}

// matching finds the bracket that closes the one at a place.
func (s *sheet) matching(at, to int) int {
	depth := 0
	for i := at; i < to; i++ {
		switch s.src[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return to
}

func (s *sheet) rule(at int, head, body string, layer int) {
	list, ok := selectors(head)
	ofDrawings := strings.Contains(head, "svg") && !(ok && !slices.ContainsFunc(list, selector.inside))
	warn := func(msg, hint string) {
		line := 1 + strings.Count(s.src[:at], "\n")
		s.errs.Warnf(diag.Pos{File: "templates/" + s.name, Line: line, Col: 1}, "%s", msg).Hint("%s", hint)
	}
	if !ok {
		if ofDrawings {
			warn("pictures for download cannot follow the selector "+head, "selectors of drawings are made of tags, classes, :is and :not")
		}
		return
	}
	if layer < 0 {
		layer = 1 << 20 // outside of layers a rule is stronger than any in one
	}
	var decls []decl
	for _, d := range splitTop(body, ';') {
		prop, value, found := strings.Cut(d, ":")
		if prop, value = strings.TrimSpace(prop), strings.TrimSpace(value); !found {
			continue
		}
		switch {
		case strings.HasPrefix(prop, "--") || slices.Contains(drawn, prop):
			decls = append(decls, decl{prop, value})
		case ofDrawings && !slices.Contains(immaterial, prop):
			warn("pictures for download cannot follow "+prop, "drawings are styled by "+strings.Join(drawn, ", "))
		}
	}
	if len(decls) == 0 {
		return
	}
	for _, sel := range list {
		s.look.rules = append(s.look.rules, rule{sel, layer, sel.weight(), len(s.look.rules), decls})
	}
}

// drawn are the properties that a picture follows. Each is also an attribute
// of SVG.
var drawn = []string{"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
	"fill-opacity", "stroke-opacity", "opacity", "font-weight", "font-style", "font-size", "text-anchor", "paint-order"}

// immaterial are properties that change nothing in a picture.
var immaterial = []string{"display", "width", "height", "max-width", "max-height", "min-width", "margin", "overflow", "font-family", "font-variant-numeric",
	"forced-color-adjust", "print-color-adjust", "-webkit-print-color-adjust", "cursor", "pointer-events", "transition", "color", "background",
	"outline", "outline-offset", "touch-action", "user-select", "position", "inset", "z-index", "shape-rendering", "text-rendering", "visibility", "grid-area"}
