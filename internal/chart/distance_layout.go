package chart

// Lengths of the distance chart, in user units.
const (
	rowPitch   = 20.0 // from one member to the next
	stackPitch = 38.0 // the same where names stand above their bars
	barHeight  = 12.0
	headHeight = 44.0 // the guideline's name and the ticks, above the first row
	footHeight = 6.0
	labelGap   = 5.0  // between a bar and its value
	nameGap    = 10.0 // between the names and the drawing
)

// A distanceLayout is where things stand in one drawing.
type distanceLayout struct {
	size
	zero    float64 // x of the guideline
	k       float64 // user units for one unit of the measure
	nameEnd float64 // x where names end
	pitch   float64
	stacked bool // names above their bars
	height  float64
}

// layout shares out the width: the names take what the longest needs, the
// values beyond the longest bars likewise, and the bars have the rest.
func (d *distances) layout(p *pen, s size) distanceLayout {
	l := distanceLayout{size: s, pitch: rowPitch}
	for i := range d.bars {
		l.nameEnd = max(l.nameEnd, p.width(d.bars[i].name, s.text))
	}
	for _, n := range d.notes {
		l.nameEnd = max(l.nameEnd, p.width(n.name, s.text))
	}
	left := l.nameEnd + nameGap
	if l.nameEnd > 0.38*s.width {
		l.stacked, l.pitch, left = true, stackPitch, 8
	}
	lo, hi, negative, positive := 0.0, 0.0, 0.0, 0.0
	for i := range d.bars {
		b := &d.bars[i]
		w := p.width(b.label, s.small) + labelGap
		lo, hi = min(lo, b.value), max(hi, b.value)
		if b.value < 0 {
			negative = max(negative, w)
		} else {
			positive = max(positive, w)
		}
	}
	room := s.width - left - negative - max(positive+2, 8) // half a tick's label at least
	if hi > lo {
		l.k = room / (hi - lo)
	}
	l.zero = left + negative - lo*l.k
	if hi == lo && negative == 0 && positive == 0 { // notes only
		l.zero = left
	}
	l.height = headHeight + float64(len(d.bars)+len(d.notes))*l.pitch + footHeight
	return l
}

func (l *distanceLayout) nameAnchor() string {
	if l.stacked {
		return ""
	}
	return "end"
}

func (l *distanceLayout) nameX() float64 {
	if l.stacked {
		return 0
	}
	return l.nameEnd
}

// barY is the upper edge of a row's bar.
func (l *distanceLayout) barY(row int) float64 {
	y := headHeight + float64(row)*l.pitch
	if l.stacked {
		return y + l.pitch - barHeight - 4
	}
	return y + (l.pitch-barHeight)/2
}

// nameY is the baseline of a row's name.
func (l *distanceLayout) nameY(row int) float64 {
	if l.stacked {
		return headHeight + float64(row)*l.pitch + l.text
	}
	return l.barY(row) + barHeight/2 + 0.35*l.text
}

// valueY is the baseline of the text beside a row's bar.
func (l *distanceLayout) valueY(row int) float64 {
	return l.barY(row) + barHeight/2 + 0.35*l.small
}
