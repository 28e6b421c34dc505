package chart

import (
	"math"
	"strconv"
)

// A size is one of the two drawings of a chart. Lengths are in user units,
// which are CSS pixels when the drawing has just the width it is made for.
type size struct {
	name  string  // class of the svg element, and end of its ids
	width float64 // of the view box
	text  float64 // font size of names and values
	small float64 // font size of ticks and notes
}

// The two sizes. The style sheet shows the narrow one in a container of up to
// 560 px; on a phone of 360 px it is set in about 320, so that its text is
// still 11 px high.
var (
	wide   = size{"wide", 720, 14, 13}
	narrow = size{"narrow", 360, 13, 12.5}
)

// ticksOfTime are the classes of the years or days on an axis, which are
// others when a reader zooms in.
const ticksOfTime = "tick when"

// A pen writes SVG by appending, which costs a tenth of what templates do.
// Geometry goes into attributes; colours, and what else may change with the
// reader's settings, are left to the style sheet by class.
type pen struct {
	b  []byte
	id string // unique in a page: of the chart and the size
	ruler
	words
}

func newPen(id string, s size, w words) *pen {
	return &pen{b: make([]byte, 0, 16<<10), id: id + "-" + s.name, ruler: newRuler(), words: w}
}

// open begins the svg element. Its title and description are what a screen
// reader says of the picture.
func (p *pen) open(s size, height float64, title, desc string) {
	height = math.Ceil(height)
	p.raw(`<svg xmlns="http://www.w3.org/2000/svg" class="`).raw(s.name)
	p.raw(`" viewBox="0 0 `).num(s.width).raw(" ").num(height)
	p.raw(`" width="`).num(s.width).raw(`" height="`).num(height)
	p.raw(`" role="img" aria-labelledby="`).raw(p.id).raw("-t ").raw(p.id)
	p.raw(`-d" font-family="Arial,sans-serif" font-size="`).num(s.text)
	p.raw(`"><title id="`).raw(p.id).raw(`-t">`).escape(title)
	p.raw(`</title><desc id="`).raw(p.id).raw(`-d">`).escape(desc).raw("</desc>")
}

// close ends the svg element and gives it.
func (p *pen) close() []byte {
	p.raw("</svg>")
	return p.b
}

// hatch defines the pattern that marks estimates, in the colour of a class.
func (p *pen) hatch(class string) {
	p.raw(`<pattern id="`).raw(p.id).raw("-").raw(class).raw(`" class="`).raw(class)
	p.raw(`" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="wash" d="M0 0h5v5H0z"/><path d="M0 0h2.5v5H0z"/></pattern>`)
}

// hatched writes the attributes of something filled with hatch's pattern.
func (p *pen) hatched(class string) *pen {
	return p.raw(` class="`).raw(class).raw(` est" fill="url(#`).raw(p.id).raw("-").raw(class).raw(`)"`)
}

// rect writes the geometry of a rectangle, without closing its tag.
func (p *pen) rect(x, y, w, h float64) *pen {
	return p.raw(`<rect x="`).num(x).raw(`" y="`).num(y).raw(`" width="`).num(w).raw(`" height="`).num(h).raw(`"`)
}

// line draws a straight line.
func (p *pen) line(class string, x1, y1, x2, y2 float64) {
	p.raw(`<path class="`).raw(class).raw(`" d="M`).num(x1).raw(" ").num(y1)
	switch {
	case x1 == x2:
		p.raw("V").num(y2)
	case y1 == y2:
		p.raw("H").num(x2)
	default:
		p.raw("L").num(x2).raw(" ").num(y2)
	}
	p.raw(`"/>`)
}

// group opens a g element; its size is that of the text in it, 0 for the
// drawing's own, and anchor where its text is held, "" for the start.
func (p *pen) group(class string, size float64, anchor string) {
	p.raw(`<g class="`).raw(class).raw(`"`)
	if size != 0 {
		p.raw(` font-size="`).num(size).raw(`"`)
	}
	if anchor != "" {
		p.raw(` text-anchor="`).raw(anchor).raw(`"`)
	}
	p.raw(">")
}

func (p *pen) end() { p.raw("</g>") }

// text writes a text at its baseline.
func (p *pen) text(x, y float64, s string) {
	p.raw(`<text x="`).num(x).raw(`" y="`).num(y).raw(`">`).escape(s).raw("</text>")
}

// classText is text with a class of its own.
func (p *pen) classText(class string, x, y float64, s string) {
	p.raw(`<text class="`).raw(class).raw(`" x="`).num(x).raw(`" y="`).num(y).raw(`">`).escape(s).raw("</text>")
}

// data writes the attributes by which scripts and checks know a mark: whose
// value it shows, of which year, plainly and at the published precision.
func (p *pen) data(member string, year int, value string) *pen {
	p.raw(` data-member="`).escape(member).raw(`" data-year="`)
	p.b = strconv.AppendInt(p.b, int64(year), 10)
	return p.raw(`" data-value="`).raw(value).raw(`"`)
}

func (p *pen) raw(s string) *pen {
	p.b = append(p.b, s...)
	return p
}

// num writes a length to a tenth, which is less than an eye can see.
func (p *pen) num(v float64) *pen {
	n := int64(math.Round(v * 10))
	if n < 0 {
		p.b = append(p.b, '-')
		n = -n
	}
	p.b = strconv.AppendInt(p.b, n/10, 10)
	if n %= 10; n != 0 {
		p.b = append(p.b, '.', byte('0'+n))
	}
	return p
}

// escape writes text that may stand in an element or in a quoted attribute.
func (p *pen) escape(s string) *pen {
	from := 0
	for i := range len(s) {
		var e string
		switch s[i] {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '"':
			e = "&#34;"
		default:
			continue
		}
		p.b = append(append(p.b, s[from:i]...), e...)
		from = i + 1
	}
	p.b = append(p.b, s[from:]...)
	return p
}
