package scene

import (
	"slices"
	"strconv"
	"strings"
)

// A writer appends SVG, which costs a tenth of what templates do. Neighbours of one look are written as one group.
type writer struct {
	b      []byte
	id     string              // unique in a page: of the chart and the size
	theme  *Theme              // nil in a page, whose style sheet knows the classes
	tip    func(Marker) string // the tooltip of a mark; may be nil
	text   float64
	around group // that is open
}

// Family is the typeface that drawings are laid out for, and those to take where it is not there; serifFamily is that
// of headlines. A name with a digit needs its quotation marks.
const (
	Family      = "'Source Sans 3','Source Sans Pro',Arial,Helvetica,sans-serif"
	serifFamily = "'Source Serif 4','Source Serif Pro',Georgia,serif"
)

// A group is what neighbours have in common.
type group struct {
	class  string
	size   float64 // of text
	anchor Anchor
}

// SVG returns the drawing for a page: colours, and what else may change with the reader's settings, are left to the
// style sheet by class. The id has to be unique in the page; title and description are the text for screen readers,
// neither for a drawing whose own words are read, and tip, which may be nil, returns the tooltip of a mark.
func (s *Scene) SVG(id, title, desc string, tip func(Marker) string) []byte {
	w := &writer{b: make([]byte, 0, 1<<10+len(s.Items)*80), id: id + "-" + s.Name, text: s.Text, tip: tip}
	return w.drawing(s, title, desc).b
}

// File returns the drawing as a standalone file: it names no other file, and every colour is in an attribute, which
// any program for drawings reads.
func (s *Scene) File(id, title, desc string, theme *Theme) []byte {
	w := &writer{b: make([]byte, 0, 16<<10), id: id, theme: theme, text: s.Text}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	return w.drawing(s, title, desc).raw("\n").b
}

// drawing writes the element of a drawing, with the text for screen readers where it has one of its own.
func (w *writer) drawing(s *Scene, title, desc string) *writer {
	w.raw(`<svg xmlns="http://www.w3.org/2000/svg"`)
	if w.theme == nil {
		w.raw(` class="`).raw(s.Name).raw(`"`)
	}
	w.raw(` viewBox="0 0 `).num(s.W).raw(" ").num(s.H)
	w.raw(`" width="`).num(s.W).raw(`" height="`).num(s.H)
	if title != "" {
		w.raw(`" role="img" aria-labelledby="`).raw(w.id).raw("-t ").raw(w.id).raw("-d")
	}
	w.raw(`" font-family="` + Family + `" font-size="`).num(s.Text)
	if w.theme != nil {
		w.raw(`" fill="`).raw(w.theme.Colour("ink"))
	}
	w.raw(`">`)
	if title != "" {
		w.raw(`<title id="`).raw(w.id).raw(`-t">`).escape(title)
		w.raw(`</title><desc id="`).raw(w.id).raw(`-d">`).escape(desc).raw("</desc>")
	}
	w.items(s)
	return w.raw("</svg>")
}

func (d Drawing) write(w *writer, _ string, _ Marker) {
	w.raw(`<g transform="translate(`).num(d.X).raw(" ").num(d.Y).raw(")")
	if d.Scale != 0 && d.Scale != 1 {
		w.raw(" scale(").raw(number(d.Scale)).raw(")")
	}
	w.raw(`" font-size="`).num(d.Text).raw(`">`)
	text := w.text
	w.text = d.Text
	w.items(d.Scene)
	w.text = text
	w.raw("</g>")
}

// items writes the patterns that a drawing needs and its shapes.
func (w *writer) items(s *Scene) {
	var known []string
	for i := range s.Items {
		if tone := Hatch(s.Items[i].Class); tone != "" && !slices.Contains(known, tone) {
			known = append(known, tone)
			w.hatch(tone)
		}
	}
	for i := range s.Items {
		it := &s.Items[i]
		w.group(groupOf(it))
		it.Shape.write(w, it.Class, it.Mark)
	}
	w.group(group{})
}

// groupOf returns what an item may share with its neighbours. A path has its
// class to itself: what belongs together is one path.
func groupOf(it *Item) group {
	switch shape := it.Shape.(type) {
	case Drawing:
		return group{}
	case *Text:
		return group{it.Class, shape.Size, shape.Anchor}
	case Path:
		if it.Mark == nil {
			return group{}
		}
	}
	return group{class: it.Class}
}

// group closes the open group and opens another, unless they are the same. The zero group is none.
func (w *writer) group(g group) {
	if g == w.around {
		return
	}
	if w.around != (group{}) {
		w.raw("</g>")
	}
	if w.around = g; g == (group{}) {
		return
	}
	w.raw("<g").style(g.class)
	if g.size != 0 && g.size != w.text {
		w.raw(` font-size="`).num(g.size).raw(`"`)
	}
	if g.anchor != Start {
		w.raw(` text-anchor="`).raw([...]string{"start", "middle", "end"}[g.anchor]).raw(`"`)
	}
	w.raw(">")
}

// style writes what a class looks like: the class for a page, else what it means.
func (w *writer) style(class string) *writer {
	if class == "" {
		return w
	}
	if w.theme == nil {
		w.raw(` class="`).raw(class).raw(`"`)
		if tone := Hatch(class); tone != "" {
			w.raw(` fill="url(#`).raw(w.id).raw("-").raw(tone).raw(`)"`)
		}
		return w
	}
	l := w.theme.Style(class)
	if tone := Hatch(class); tone != "" {
		l.Fill = "url(#" + w.id + "-" + tone + ")"
	}
	for _, p := range l.properties(w.theme.Colour("paper"), serifFamily) {
		w.raw(" ").raw(p[0]).raw(`="`).raw(p[1]).raw(`"`)
	}
	return w
}

// hatch defines the pattern that marks estimates, in the colour of a tone.
func (w *writer) hatch(tone string) {
	w.raw(`<pattern id="`).raw(w.id).raw("-").raw(tone)
	w.raw(`" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"`)
	if tone != "overlay" {
		w.style("bar " + tone)
	}
	w.raw(">")
	for _, s := range Stripes(tone) {
		w.raw("<path").style(s.Class).raw(` d="M0 0h`).num(s.Width).raw(`v5H0z"/>`)
	}
	w.raw("</pattern>")
}

func (r Rect) write(w *writer, _ string, mark Marker) {
	w.raw(`<rect x="`).num(r.X).raw(`" y="`).num(r.Y).raw(`" width="`).num(r.W).raw(`" height="`).num(r.H).raw(`"`)
	w.data(mark).raw("/>")
}

func (c Circle) write(w *writer, _ string, mark Marker) {
	w.raw(`<circle cx="`).num(c.X).raw(`" cy="`).num(c.Y).raw(`" r="`).num(c.R).raw(`"`)
	w.data(mark).raw("/>")
}

func (all Shapes) write(w *writer, class string, mark Marker) {
	w.raw("<g").data(mark).raw(">")
	for _, s := range all {
		s.write(w, class, nil)
	}
	w.raw("</g>")
}

func (t *Text) write(w *writer, _ string, mark Marker) {
	w.raw(`<text x="`).num(t.X).raw(`" y="`).num(t.Y).raw(`"`).data(mark).raw(">").escape(t.S)
	if t.Tail != "" {
		w.raw("<tspan").style("tail").raw(">").escape(t.Tail).raw("</tspan>")
	}
	w.raw("</text>")
}

func (p Path) write(w *writer, class string, mark Marker) {
	w.raw("<path")
	if mark == nil {
		w.style(class)
	}
	w.raw(` d="`)
	var at, begin Step
	command := "" // that was written last
	for i, s := range p {
		closes := i+1 < len(p) && p[i+1].Op == Close
		switch {
		case closes && s == (Step{LineTo, begin.X, begin.Y}): // closing draws this line
			continue
		case s.Op == Close:
			command = "z"
			w.raw(command)
			continue
		case s.Op == MoveTo:
			command, begin = "M", s
			w.raw(command).num(s.X).raw(" ").num(s.Y)
		case tenths(s.Y) == tenths(at.Y):
			command = "H"
			w.raw(command).num(s.X)
		case tenths(s.X) == tenths(at.X):
			command = "V"
			w.raw(command).num(s.Y)
		case command == "L":
			w.raw(" ").num(s.X).raw(" ").num(s.Y)
		default:
			command = "L"
			w.raw(command).num(s.X).raw(" ").num(s.Y)
		}
		at = s
	}
	w.raw(`"`).data(mark).raw("/>")
}

func (w *writer) data(mark Marker) *writer {
	if mark == nil {
		return w
	}
	w.b = mark.AppendData(w.b)
	if w.tip == nil {
		return w
	}
	if tip := w.tip(mark); tip != "" {
		w.raw(` data-tip="`).escape(tip).raw(`"`)
	}
	return w
}

func (w *writer) raw(s string) *writer {
	w.b = append(w.b, s...)
	return w
}

// tenths rounds a length to a tenth, which is less than an eye can see.
func tenths(v float64) int {
	if v < 0 {
		return int(v*10 - 0.5)
	}
	return int(v*10 + 0.5)
}

// num writes a length to a tenth.
func (w *writer) num(v float64) *writer {
	n := tenths(v)
	if n < 0 {
		w.b, n = append(w.b, '-'), -n
	}
	w.b = strconv.AppendInt(w.b, int64(n/10), 10)
	if tenth := n % 10; tenth != 0 {
		w.b = append(w.b, '.', byte('0'+tenth))
	}
	return w
}

func (w *writer) escape(s string) *writer {
	w.b = Escape(w.b, s)
	return w
}

// Escape appends a text with the escapes for an element or a quoted attribute. A character that XML has no place for,
// with which a drawing could not be read, becomes the one for what cannot be shown.
func Escape(b []byte, s string) []byte { return append(b, escapes.Replace(s)...) }

var escapes = func() *strings.Replacer {
	pairs := []string{"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\n", "&#10;", "\ufffe", "\ufffd", "\uffff",
		"\ufffd"}
	for c := range rune(' ') {
		if !strings.ContainsRune("\t\r\n", c) {
			pairs = append(pairs, string(c), "\ufffd")
		}
	}
	return strings.NewReplacer(pairs...)
}()
