package chart

// Lengths of the money chart, in user units.
const (
	moneyPitch  = 24.0
	moneyHeight = 14.0 // of a bar
	moneyTop    = 4.0
	sentence    = 18.0 // leading of a sentence in place of a picture
)

// A moneyLayout is where things stand in one drawing.
type moneyLayout struct {
	size
	nameEnd, left float64
	x             scale
	pitch         float64
	stacked       bool // names above their bars
	height        float64
}

// draw gives one drawing: bars, or a sentence when nobody is short.
func (d *shortfalls) draw(p *pen, s size, open func(height float64)) []byte {
	if len(d.bars) == 0 {
		lines := p.wrapPlain(d.sentence(), s.text, s.width-4)
		open(float64(len(lines))*sentence + 14)
		p.group("name", 0, "")
		for i, line := range lines {
			p.text(0, float64(i+1)*sentence, line)
		}
		p.end()
		return p.close()
	}
	l := d.layout(p, s)
	open(l.height)
	d.drawBars(p, &l)
	p.line("zero", l.left, moneyTop, l.left, moneyTop+float64(len(d.bars))*l.pitch)
	anchor := "end"
	if l.stacked {
		anchor = ""
	}
	p.group("name", 0, anchor)
	for i := range d.bars {
		p.text(l.nameX(), l.nameY(i), p.fit(d.bars[i].member.Name, s.text, s.width))
	}
	p.end()
	p.group("val", l.small, "")
	for i := range d.bars {
		p.text(l.x.at(d.bars[i].millions)+labelGap, l.valueY(i), d.Money(d.bars[i].millions))
	}
	p.end()
	d.drawNotes(p, &l)
	return p.close()
}

// sentence says in place of a picture that nobody is short.
func (d *shortfalls) sentence() string {
	return d.Say("chart.money.nobody", "guideline", d.guideline.Name)
}

func (d *shortfalls) layout(p *pen, s size) moneyLayout {
	l := moneyLayout{size: s, pitch: moneyPitch}
	most, labels := 0.0, 0.0
	for i := range d.bars {
		l.nameEnd = max(l.nameEnd, p.width(d.bars[i].member.Name, s.text))
		most, labels = max(most, d.bars[i].millions), max(labels, p.width(d.Money(d.bars[i].millions), s.small))
	}
	for _, n := range d.notes {
		l.nameEnd = max(l.nameEnd, p.width(n.name, s.text))
	}
	l.left = l.nameEnd + nameGap
	if l.nameEnd > 0.38*s.width {
		l.stacked, l.pitch, l.left = true, stackPitch, 1
	}
	l.x = scale{0, max(most, 1e-9), l.left, s.width - labels - labelGap - 2}
	l.height = moneyTop + float64(len(d.bars)+len(d.notes))*l.pitch + footHeight
	return l
}

func (l *moneyLayout) nameX() float64 {
	if l.stacked {
		return 0
	}
	return l.nameEnd
}

// barY is the upper edge of a row's bar.
func (l *moneyLayout) barY(row int) float64 {
	y := moneyTop + float64(row)*l.pitch
	if l.stacked {
		return y + l.pitch - moneyHeight - 4
	}
	return y + (l.pitch-moneyHeight)/2
}

func (l *moneyLayout) nameY(row int) float64 {
	if l.stacked {
		return moneyTop + float64(row)*l.pitch + l.text
	}
	return l.barY(row) + moneyHeight/2 + 0.35*l.text
}

func (l *moneyLayout) valueY(row int) float64 { return l.barY(row) + moneyHeight/2 + 0.35*l.small }

// drawBars draws the bars, those of estimates hatched.
func (d *shortfalls) drawBars(p *pen, l *moneyLayout) {
	if len(d.estimates) > 0 {
		p.hatch("down")
	}
	for _, estimate := range []bool{false, true} {
		open := false
		for i := range d.bars {
			b := &d.bars[i]
			if b.estimate() != estimate {
				continue
			}
			if !open {
				p.raw("<g")
				if estimate {
					p.hatched("down")
				} else {
					p.raw(` class="down"`)
				}
				p.raw(">")
				open = true
			}
			p.rect(l.left, l.barY(i), max(l.x.at(b.millions)-l.left, 1), moneyHeight).data(b.member.Code, d.year, b.plain()).raw("/>")
		}
		if open {
			p.end()
		}
	}
}

// drawNotes names the members without a bar and says why.
func (d *shortfalls) drawNotes(p *pen, l *moneyLayout) {
	if len(d.notes) == 0 {
		return
	}
	anchor := "end"
	if l.stacked {
		anchor = ""
	}
	p.group("none", 0, anchor)
	for i, n := range d.notes {
		p.classText("name", l.nameX(), l.nameY(len(d.bars)+i), n.name)
	}
	p.end()
	p.group("none", l.small, "")
	for i, n := range d.notes {
		p.classText("why", l.left+labelGap, l.valueY(len(d.bars)+i), p.fit(n.why, l.small, l.width-l.left-labelGap))
	}
	p.end()
}
