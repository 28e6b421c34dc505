package chart

import (
	"strconv"

	"burdenshare/internal/dataset"
)

// Lengths of the heatmap, in user units.
const (
	heatPitch   = 20.0 // from row to row
	heatHead    = 22.0 // for the years
	gappedPitch = 7.0  // cells narrower than this touch each other
	widestCell  = 64.0
)

// A heatLayout is where things stand in one drawing.
type heatLayout struct {
	size
	left, top float64 // of the first cell
	pitch     float64 // from year to year
	gap       float64 // between cells
	nameRoom  float64
	written   bool // values stand in the cells
	height    float64
}

// draw gives one drawing.
func (d *heats) draw(p *pen, s size, open func(height float64)) []byte {
	l := d.layout(p, s)
	open(l.height)
	p.veil()
	d.classes.drawKey(p, d.guideline, d.unit, s.small)
	d.drawYears(p, &l)
	p.group("name", 0, "end")
	for i := range d.rows {
		p.text(l.left-8, l.baseline(i), p.fit(d.rows[i].member.Name, s.text, l.nameRoom))
	}
	p.end()
	d.drawGaps(p, &l)
	for _, class := range allClasses {
		d.drawCells(p, &l, class, false)
		d.drawCells(p, &l, class, true)
	}
	d.drawVeil(p, &l)
	d.drawOutline(p, &l)
	d.drawTexts(p, &l)
	return p.close()
}

func (l *heatLayout) x(year int) float64       { return l.left + float64(year)*l.pitch }
func (l *heatLayout) y(row int) float64        { return l.top + float64(row)*heatPitch }
func (l *heatLayout) baseline(row int) float64 { return l.y(row) + heatPitch/2 - 0.5 + 0.35*l.text }

// layout gives the names what they need and the cells the rest.
func (d *heats) layout(p *pen, s size) heatLayout {
	l := heatLayout{size: s, top: keyHeight + heatHead}
	cell, last := 0.0, 0.0
	for i := range d.rows {
		h := &d.rows[i]
		l.nameRoom = max(l.nameRoom, p.width(h.member.Name, s.text))
		for k, f := range h.cells {
			if f == nil {
				continue
			}
			w := p.width(d.label(f), s.small)
			if cell = max(cell, w); k == len(h.cells)-1 {
				last = max(last, w)
			}
		}
	}
	l.nameRoom = min(l.nameRoom, 0.4*s.width)
	l.left = l.nameRoom + 8
	n := float64(len(d.years))
	pitch := (s.width - l.left - 1) / n
	if l.written = pitch >= cell+5; !l.written {
		pitch = (s.width - l.left - last - 7) / n
	}
	l.pitch = min(pitch, widestCell)
	if l.written && l.pitch < cell+5 {
		l.pitch = cell + 5
	}
	if l.gap = 1; l.pitch < gappedPitch {
		l.gap = 0
	}
	l.height = l.y(len(d.rows)) + 4
	return l
}

// label writes a figure without its unit, which the subtitle has.
func (d *heats) label(f *dataset.Figure) string {
	if d.unit == dataset.USDMillion {
		return d.Money(f.Value)
	}
	return d.Number(f.Value, f.Decimals)
}

func (d *heats) drawYears(p *pen, l *heatLayout) {
	p.group(ticksOfTime, l.small, "middle")
	for _, t := range yearTicks(p.ruler, d.years[0], d.years[len(d.years)-1], l.pitch, l.small) {
		x := l.x(t.year-d.years[0]) + l.pitch/2
		p.text(inside(x, p.width(t.label, l.small), l.width), l.top-7, t.label)
	}
	p.end()
}

// drawGaps gives the cells without a figure a hairline, those before joining
// none.
func (d *heats) drawGaps(p *pen, l *heatLayout) {
	open := false
	for i := range d.rows {
		for k := d.rows[i].joined; k < len(d.years); k++ {
			if d.rows[i].cells[k] != nil {
				continue
			}
			if !open {
				p.raw(`<path class="gap" d="`)
				open = true
			}
			p.box(l.x(k)+0.5, l.y(i)+0.5, max(l.pitch-l.gap-1, 0.2), heatPitch-2)
		}
	}
	if open {
		p.raw(`"/>`)
	}
}

// drawCells draws the cells of one class, those that are estimates or those
// that are not.
func (d *heats) drawCells(p *pen, l *heatLayout, class int, estimate bool) {
	open := false
	for i := range d.rows {
		for k, f := range d.rows[i].cells {
			if f == nil || (f.Status == dataset.Estimate) != estimate || d.class(f) != class {
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
			p.rect(l.x(k), l.y(i), l.pitch-l.gap, heatPitch-1).figure(f).raw("/>")
		}
	}
	if open {
		p.end()
	}
}

func (d *heats) class(f *dataset.Figure) int {
	v, _ := d.guideline.Distance(f)
	return d.classes.of(v)
}

// drawVeil hatches the estimates, runs of neighbours as one.
func (d *heats) drawVeil(p *pen, l *heatLayout) {
	open := false
	for i := range d.rows {
		cells := d.rows[i].cells
		estimate := func(k int) bool { return k < len(cells) && cells[k] != nil && cells[k].Status == dataset.Estimate }
		for k := 0; k < len(cells); k++ {
			from := k
			for estimate(k) {
				k++
			}
			if k == from {
				continue
			}
			if !open {
				p.raw("<path").veiled().raw(` d="`)
				open = true
			}
			p.box(l.x(from), l.y(i), l.pitch*float64(k-from)-l.gap, heatPitch-1)
		}
	}
	if open {
		p.raw(`"/>`)
	}
}

// drawOutline draws the border between cells that meet the guideline and all
// else, so that meeting it is seen without any colour.
func (d *heats) drawOutline(p *pen, l *heatLayout) {
	p.raw(`<path class="outline" d="`)
	off := l.gap / 2
	for i := 0; i <= len(d.rows); i++ { // upper edges, runs as one
		for k := 0; k < len(d.years); k++ {
			from := k
			for k < len(d.years) && d.met(i, k) != d.met(i-1, k) {
				k++
			}
			if k > from {
				p.raw("M").num(l.x(from) - off).raw(" ").num(l.y(i) - 0.5).raw("H").num(l.x(k) - off)
			}
		}
	}
	for k := 0; k <= len(d.years); k++ { // left edges
		for i := 0; i < len(d.rows); i++ {
			from := i
			for i < len(d.rows) && d.met(i, k) != d.met(i, k-1) {
				i++
			}
			if i > from {
				p.raw("M").num(l.x(k) - off).raw(" ").num(l.y(from) - 0.5).raw("V").num(l.y(i) - 0.5)
			}
		}
	}
	p.raw(`"/>`)
}

// drawTexts writes the values into their cells, or that of the last year
// beside the row.
func (d *heats) drawTexts(p *pen, l *heatLayout) {
	if !l.written {
		p.group("val", l.small, "end")
		for i := range d.rows {
			if f := d.rows[i].last(); f != nil {
				p.text(l.width-1, l.baseline(i), d.label(f))
			}
		}
		p.end()
		return
	}
	p.group("cell", l.small, "middle")
	for i := range d.rows {
		for k, f := range d.rows[i].cells {
			if f != nil {
				p.text(l.x(k)+(l.pitch-l.gap)/2, l.baseline(i)-0.5, d.label(f))
			}
		}
	}
	p.end()
}

// yearNames writes years as the names of an axis.
func yearNames(years []int) []string {
	names := make([]string, len(years))
	for i, y := range years {
		names[i] = strconv.Itoa(y)
	}
	return names
}
