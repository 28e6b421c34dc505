package chart

import (
	"burdenshare/internal/dataset"
)

// Lengths of the map, in user units.
const (
	widestTile  = 70.0
	tileGap     = 2.0
	noteLeading = 1.35 // of lines below the map, in font sizes
)

// A mapLayout is where things stand in one drawing.
type mapLayout struct {
	size
	pitchX, pitchY float64
	left, top      float64
	below          float64 // top of the tiles without a place
	bottom         float64 // of all tiles
	notes          []string
	height         float64
}

func (d *tiles) draw(p *pen, s size, open func(height float64)) []byte {
	l := d.layout(p, s)
	open(l.height)
	p.veil()
	d.classes.drawKey(p, d.guideline, d.unit, s.small)
	for _, class := range allClasses {
		d.drawTiles(p, &l, class, false)
		d.drawTiles(p, &l, class, true)
	}
	d.drawOver(p, &l)
	d.drawEmpty(p, &l)
	d.drawTexts(p, &l)
	if d.elsewhere > 0 && d.rows > 0 {
		p.group("tick", l.small, "")
		p.text(l.left, l.below-7, d.Say("chart.map.elsewhere"))
		p.end()
	}
	if len(l.notes) > 0 {
		p.group("none", l.small, "")
		for i, note := range l.notes {
			p.classText("why", 0, l.bottom+8+float64(i+1)*noteLeading*l.small, note)
		}
		p.end()
	}
	return p.close()
}

// layout makes the tiles as wide as their texts and the drawing allow.
func (d *tiles) layout(p *pen, s size) mapLayout {
	l := mapLayout{size: s, top: keyHeight + 10}
	l.pitchX = min((s.width+tileGap)/float64(d.columns), widestTile)
	l.pitchY = max(min(l.pitchX*0.8, 50), 3*s.small)
	l.left = (s.width + tileGap - l.pitchX*float64(d.columns)) / 2
	l.below = l.top + float64(d.rows)*l.pitchY
	if d.rows > 0 && d.elsewhere > 0 {
		l.below += 30
	}
	l.bottom = l.below + float64((d.elsewhere+d.columns-1)/d.columns)*l.pitchY
	for _, note := range d.notes() {
		l.notes = append(l.notes, p.wrapPlain(note, s.small, s.width-4)...)
	}
	l.height = l.bottom + 4
	if n := len(l.notes); n > 0 {
		l.height += 6 + float64(n)*noteLeading*s.small + 4
	}
	return l
}

// notes explain the tiles without a figure.
func (d *tiles) notes() []string {
	var missing []string
	var exempt []*dataset.Member
	for i := range d.list {
		switch x := &d.list[i]; {
		case x.figure != nil:
		case x.member.Exempt != "":
			exempt = append(exempt, x.member)
		default:
			missing = append(missing, x.member.Name)
		}
	}
	notes := d.excused(exempt)
	if len(missing) > 0 {
		notes = append([]string{d.because(missing, d.noFigure())}, notes...)
	}
	return notes
}

func (l *mapLayout) x(t *tile) float64 { return l.left + float64(t.col)*l.pitchX }

func (l *mapLayout) y(d *tiles, t *tile) float64 {
	if t.row >= d.rows {
		return l.below + float64(t.row-d.rows)*l.pitchY
	}
	return l.top + float64(t.row)*l.pitchY
}

// drawTiles draws the tiles of one class, those that are estimates or those
// that are not.
func (d *tiles) drawTiles(p *pen, l *mapLayout, class int, estimate bool) {
	open := false
	for i := range d.list {
		x := &d.list[i]
		if x.figure == nil || d.class(x) != class || (x.figure.Status == dataset.Estimate) != estimate {
			continue
		}
		if !open {
			p.raw(`<g class="`).raw(className(class))
			if estimate {
				p.raw(" est")
			}
			p.raw(`">`)
			open = true
		}
		p.rect(l.x(x), l.y(d, x), l.pitchX-tileGap, l.pitchY-tileGap).data(x.member.Code, d.year, x.plain).raw("/>")
	}
	if open {
		p.end()
	}
}

// drawOver hatches the estimates and outlines the members that the spec
// names.
func (d *tiles) drawOver(p *pen, l *mapLayout) {
	for _, o := range []struct {
		begin func()
		holds func(*tile) bool
	}{
		{func() { p.raw("<path").veiled().raw(` d="`) }, func(x *tile) bool { return x.figure != nil && x.figure.Status == dataset.Estimate }},
		{func() { p.raw(`<path class="outline" d="`) }, func(x *tile) bool { return x.chosen }},
	} {
		open := false
		for i := range d.list {
			x := &d.list[i]
			if !o.holds(x) {
				continue
			}
			if !open {
				o.begin()
				open = true
			}
			p.box(l.x(x), l.y(d, x), l.pitchX-tileGap, l.pitchY-tileGap)
		}
		if open {
			p.raw(`"/>`)
		}
	}
}

// drawEmpty gives tiles without a figure an edge and no colour.
func (d *tiles) drawEmpty(p *pen, l *mapLayout) {
	open := false
	for i := range d.list {
		x := &d.list[i]
		if x.figure != nil {
			continue
		}
		if !open {
			p.raw(`<path class="gap void" d="`)
			open = true
		}
		p.box(l.x(x)+0.5, l.y(d, x)+0.5, l.pitchX-tileGap-1, l.pitchY-tileGap-1)
	}
	if open {
		p.raw(`"/>`)
	}
}

// drawTexts writes code and value into each tile; where the value is too wide
// for it, its sign.
func (d *tiles) drawTexts(p *pen, l *mapLayout) {
	write := func(class string, holds func(*tile) bool, size, at float64, bold bool, text func(*tile) string) {
		open := false
		for i := range d.list {
			x := &d.list[i]
			if !holds(x) {
				continue
			}
			if !open {
				p.group(class, size, "middle")
				open = true
			}
			s := text(x)
			if bold {
				if p.boldWidth(s, size) > l.pitchX {
					s = p.fit(s, size, l.pitchX*0.9)
				}
			}
			p.text(l.x(x)+(l.pitchX-tileGap)/2, l.y(d, x)+(l.pitchY-tileGap)*at+0.35*size, s)
		}
		if open {
			p.end()
		}
	}
	sign := false
	for i := range d.list {
		sign = sign || p.width(d.list[i].label, l.small) > l.pitchX-1
	}
	label := func(x *tile) string {
		if sign && x.figure != nil {
			return map[bool]string{true: "+", false: minus}[x.value >= 0]
		}
		return x.label
	}
	code := func(x *tile) string { return tileCode(x.member) }
	has := func(x *tile) bool { return x.figure != nil }
	hasNot := func(x *tile) bool { return x.figure == nil }
	write("count", has, l.text, 0.31, true, code)
	write("none count", hasNot, l.text, 0.31, true, code)
	write("cell", has, l.small, 0.71, false, label)
	write("none", hasNot, l.small, 0.71, false, label)
}

// wrapPlain is wrap for text that is not bold.
func (r ruler) wrapPlain(s string, size, limit float64) []string {
	return ruler{r.regular, r.regular}.wrap(s, size, limit)
}
