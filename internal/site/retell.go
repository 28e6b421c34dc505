package site

import (
	"html"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/report"
)

// A reteller goes through the texts of an article that has been answered, a
// sentence at a time: a later number is put into a sentence only where that
// cannot make it false; elsewhere the sentence stays, with a line behind it.
type reteller struct {
	site  *Site
	now   *Now
	rows  map[*Row]*nowRow
	fates map[saidOf]fate
}

// saidOf is a wording of a fact.
type saidOf struct {
	row   *Row
	words string
	mark  content.Mark
}

func (s *Site) retell(a *Article, day civil.Date) *Now {
	r := &reteller{site: s, now: &Now{Article: a, Day: day, book: s.Book}}
	if len(a.Ledger) > 0 {
		r.rows, r.fates = map[*Row]*nowRow{}, map[saidOf]fate{}
	}
	for _, row := range a.Ledger {
		n := &nowRow{Row: row}
		if t := row.today; t != nil {
			n.Today = &Revision{Exact: s.Exact(t), Verdict: s.SideTaken(t), Estimate: t.Estimate, Edition: t.Edition, Line: s.LineOf(t)}
		}
		r.rows[row] = n
		r.now.Rows = append(r.now.Rows, n)
	}
	// A headline has no line behind it: the box at the head of the page says what no longer holds.
	r.now.Title, r.now.Summary, r.now.Body = r.text(a.title, false), r.text(a.summary, true), r.text(a.body, true)
	for _, n := range r.now.Rows {
		if n.Became = s.fateName(n.Fate); n.Fate >= holds {
			r.now.Changed++
		}
	}
	return r.now
}

// chartPiece draws a chart again; what its author said of it goes along where
// it is the same as then.
func (r *reteller) chartPiece(p piece) piece {
	c := r.chart(p.chart, p.spec)
	switch {
	case c != p.chart:
		p.said = nil
	case p.said != nil:
		p.said = &chartWords{r.text(p.said.title, false), r.text(p.said.caption, false)}
	}
	p.chart = c
	return p
}

func (r *reteller) text(then rich, lines bool) rich {
	a := r.now.Article
	p := parser{lexicon: r.site.Checker.Lexicon}
	for _, piece := range then {
		switch {
		case piece.mute:
		case piece.chart != nil:
			p.block(r.chartPiece(piece))
		case strings.HasPrefix(piece.path, a.URL+"#"): // a heading of the same page
			piece.path = r.now.URL() + strings.TrimPrefix(piece.path, a.URL)
			p.add(piece)
		case piece.use == nil && piece.html != "":
			p.html(piece.html)
		default:
			p.add(piece)
		}
	}
	p.end()
	now := make(rich, 0, len(then))
	for _, sentence := range p.done {
		now = append(now, r.sentence(sentence, lines)...)
	}
	return now
}

// sentence puts later numbers into a sentence, or behind it.
func (r *reteller) sentence(s sentence, line bool) rich {
	stays := false
	fates := map[*use]fate{}
	for _, p := range s.pieces {
		if p.use == nil {
			continue
		}
		f := r.fate(p.use)
		fates[p.use] = f
		r.rows[p.use.row].Fate = max(r.rows[p.use.row].Fate, f)
		stays = stays || f == gone || f >= holds && r.stays(p.use, s)
	}
	var list rich
	for _, p := range s.pieces {
		if p.use == nil {
			list = append(list, p)
			continue
		}
		list = append(list, r.use(p.use, fates[p.use], stays)...)
	}
	if stays && line {
		list = append(list, piece{html: r.beside(s, fates), mute: true})
	}
	return list
}

// stays reports whether a number must not be exchanged, although nothing but
// the number has changed: its author says so, or the sentence around it says
// more of it than the fact does, or gives somebody's words.
func (r *reteller) stays(u *use, s sentence) bool {
	l := r.site.Checker.Lexicon
	switch u.mark {
	case content.Said:
		return true
	case content.Value:
		return false
	}
	return l.Limits(s.text) || l.Reports(s.text)
}

// use shows a fact as it was told, and where it can be, today's number.
func (r *reteller) use(u *use, f fate, stays bool) rich {
	remark := ""
	switch b := r.site.Book; {
	case f == holds && !stays:
		remark = b.Say("now.remark.holds", "today", r.site.todayWords(u.said, u.row.today))
	case f == moved && !stays:
		remark = b.Say("now.remark.moved", "today", r.site.todayWords(u.said, u.row.today))
	case f == unanswered:
		remark = b.Say("now.remark.unanswered")
	}
	then := u.open() + u.anchor()
	switch {
	case u.plain && remark != "":
		return rich{{html: html.EscapeString(u.said)}, {html: html.EscapeString(" " + remark), mute: true}}
	case u.plain:
		return rich{{html: html.EscapeString(u.said)}}
	case remark == "":
		return rich{{html: then + "</span>"}}
	}
	return rich{{html: then}, {html: ` <ins class="today">` + html.EscapeString(remark) + "</ins></span>", mute: true}}
}

// beside returns the line behind a sentence that stays as it was told.
func (r *reteller) beside(s sentence, fates map[*use]fate) string {
	var items []string
	for _, p := range s.pieces {
		if p.use == nil || fates[p.use] < holds {
			continue
		}
		if item := r.became(p.use); !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	return ` <ins class="today beside">` + html.EscapeString(r.site.Book.Say("now.beside", "day", r.now.Day, "items", strings.Join(items, "; "))) + "</ins>"
}

// fate judges a wording by the newest figures, once, and notes what no longer
// holds.
func (r *reteller) fate(u *use) fate {
	then, today := u.fact.Answer, u.row.today
	switch {
	case u.fact.Pinned:
		return named
	case today == nil:
		return unanswered
	case today.Edition == then.Edition:
		return kept
	}
	key := saidOf{u.row, u.fact.Words, u.mark}
	if f, ok := r.fates[key]; ok {
		return f
	}
	f := r.site.judgeToday(u.fact, report.Same(then, today))
	if u.mark == content.Exact && f != unanswered && f != kept {
		f = gone
	}
	if f == gone {
		r.conclude(u)
	}
	r.fates[key] = f
	return f
}

// conclude notes that something no longer holds, once: that a member has
// changed sides is one conclusion, in whatever words.
func (r *reteller) conclude(u *use) {
	c := conclusion{Row: r.rows[u.row], Text: r.became(u), of: u.row.Exact + u.row.Who + u.row.Phrase}
	if a := u.fact.Answer; len(a.Figures) == 1 && a.Guideline != nil && len(r.site.turned(a, u.row.today)) > 0 {
		c.of = report.RecordID(a.Figures[0]) + a.Figures[0].Member + a.Guideline.ID
	}
	if !slices.ContainsFunc(r.now.Gone, func(o conclusion) bool { return o.of == c.of }) {
		r.now.Gone = append(r.now.Gone, c)
	}
}

func (s *Site) judgeToday(f *fact.Fact, unchanged bool) fate {
	words := f.Words
	if f.Filled {
		words = ""
	}
	j := s.Checker.Judge(s.Today, fact.Claim{Ref: f.Ref, Words: words})
	if j.NoAnswer != nil {
		return unanswered
	}
	hold := j.Disagrees == nil && (j.Fact.Words == f.Words || j.Fact.Answer.Unit == dataset.Truth)
	switch {
	case s.Checker.Overturned(f, j.Fact.Answer, hold):
		return gone
	case !hold:
		return moved
	case unchanged:
		return kept
	}
	return holds
}
