package chart

// Lengths of the change chart, in user units.
const (
	changeHead = 58.0 // the guideline's name, the ticks and the years, above the first row
	pointSize  = 4.6  // radius of the last year's point
	columnGap  = 16.0 // between the columns of numbers
)

// A changeLayout is where things stand in one drawing.
type changeLayout struct {
	size
	x       scale
	ticks   steps
	nameEnd float64
	pitch   float64
	stacked bool      // names above their rows
	columns []float64 // right edges of the columns of numbers: the two years where there is room, the change
	height  float64
}

// layout shares out the width: the names take what the longest needs, the
// columns of numbers likewise, and the drawing has the rest.
func (d *changes) layout(p *pen, s size) changeLayout {
	l := changeLayout{size: s, pitch: rowPitch}
	for i := range d.moves {
		l.nameEnd = max(l.nameEnd, p.width(d.moves[i].member.Name, s.text))
	}
	for _, n := range d.notes {
		l.nameEnd = max(l.nameEnd, p.width(n.name, s.text))
	}
	left := l.nameEnd + nameGap + pointSize
	if l.nameEnd > 0.38*s.width {
		l.stacked, l.pitch, left = true, stackPitch, pointSize+2
	}
	by, first, last := p.width(d.Say("chart.change.column_change"), s.small), p.width("0000", s.small), p.width("0000", s.small)
	joined := by
	for i := range d.moves {
		m := &d.moves[i]
		last = max(last, p.width(d.figure(m.last), s.small))
		if m.first == nil {
			joined = max(joined, p.width(d.label(m), s.small))
			continue
		}
		by = max(by, p.boldWidth(d.label(m), s.small))
		first = max(first, p.width(d.figure(m.first), s.small))
	}
	lo, hi := d.bounds()
	narrowed := s.width - by - columnGap
	if l.columns = []float64{s.width}; s.name == wide.name {
		by = max(by, joined)
		l.columns = []float64{s.width - by - last - 2*columnGap, s.width - by - columnGap, s.width}
		narrowed = s.width - by - first - last - 3*columnGap
	}
	l.x = scale{lo, hi, left + 6, max(narrowed, left+40) - 6 - pointSize}
	if s.name == narrow.name && d.meets(&l, s.width-joined-6) {
		l.x.to = max(left+40, s.width-max(by, joined)-columnGap) - 6 - pointSize
	}
	l.ticks = ticks(lo, hi, max(2, int((l.x.to-l.x.from)/45)))
	l.height = changeHead + float64(len(d.moves)+len(d.notes))*l.pitch + footHeight
	return l
}

// meets says whether the point of a member that joined in between reaches the
// words about it, which begin at x.
func (d *changes) meets(l *changeLayout, x float64) bool {
	for _, m := range d.moves[len(d.both()):] {
		if l.x.at(m.last.Value)+pointSize > x {
			return true
		}
	}
	return false
}

// bounds gives the lowest and highest value on the axis: those drawn and the
// guideline, and nothing, unless all are far from it.
func (d *changes) bounds() (lo, hi float64) {
	lo = d.moves[0].last.Value
	hi = lo
	for _, m := range d.moves {
		lo, hi = min(lo, m.last.Value), max(hi, m.last.Value)
		if m.first != nil {
			lo, hi = min(lo, m.first.Value), max(hi, m.first.Value)
		}
	}
	if d.guideline != nil {
		lo, hi = min(lo, d.guideline.AtLeast), max(hi, d.guideline.AtLeast)
	}
	if lo > 0 && lo < hi*0.6 {
		lo = 0
	}
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	return lo, hi
}

// rowY is the middle of a row's marks.
func (l *changeLayout) rowY(row int) float64 {
	y := changeHead + float64(row)*l.pitch
	if l.stacked {
		return y + l.pitch - rowPitch/2
	}
	return y + l.pitch/2
}

// nameY is the baseline of a row's name.
func (l *changeLayout) nameY(row int) float64 {
	if l.stacked {
		return changeHead + float64(row)*l.pitch + l.text
	}
	return l.rowY(row) + 0.35*l.text
}
