package chart

import (
	"burdenshare/internal/dataset"
	"burdenshare/internal/phrase"
)

// An Overlay has a line for each of many members, all on one scale and each in
// a group of its own, of which the page shows those that its reader chooses.
// It is no chart: without the choice it says nothing.
type Overlay struct {
	Edition      *dataset.Edition
	From, To     int
	Wide, Narrow []byte // svg elements; the group of a member has the class m-CODE
}

// DrawOverlay draws a line for each member over the years of the newest edition
// that answers more than one; nil when none does. The id is that of the
// drawing on its page; title and desc are what a screen reader says of it.
func DrawOverlay(v *dataset.Vintage, t dataset.Terms, book *phrase.Book, members []*dataset.Member, id, title, desc string) *Overlay {
	r := &request{v: v, t: t, words: words{book}, kind: trendKind, members: members}
	if r.resolve(); r.errs.Failed() {
		return nil
	}
	e := r.editionHolding()
	if e == nil {
		return nil
	}
	d := &trends{words: r.words, measure: r.measure, guideline: r.guideline}
	d.fill(r, e)
	if len(d.lines) == 0 || d.from == d.to {
		return nil
	}
	draw := func(s size, plot float64) []byte {
		p := newPen(id, s, d.words)
		l := d.layout(p, s)
		l.y.from, l.height = l.top+plot, l.top+plot+trendBottom // without names, the lines need no room for them
		l.labelX = s.width - endGap
		if d.guideline != nil {
			l.labelX -= p.boldWidth(d.guideline.Name, s.small)
		}
		l.x.to = l.labelX - endGap
		p.open(s, l.height, title, desc)
		d.drawGrid(p, &l)
		if d.guideline != nil {
			y := l.y.at(d.guideline.AtLeast)
			p.line("ref", l.x.from, y, l.x.to+6, y)
			p.group("end ref-name", s.small, "")
			p.text(l.labelX, y+0.35*s.small, d.guideline.Name)
			p.end()
		}
		for i := range d.lines {
			d.lines[i].draw(p, &l, "line-1 m m-"+d.lines[i].member.Code)
		}
		return p.close()
	}
	return &Overlay{Edition: e, From: d.from, To: d.to, Wide: draw(wide, 320), Narrow: draw(narrow, 280)}
}
