package site

import (
	"html"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
)

// A reteller goes through the texts of an article that has been answered.
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
}

func (s *Site) retell(a *Article, day civil.Date) *Now {
	r := &reteller{site: s, now: &Now{Article: a, Day: day, book: s.Book}}
	if len(a.Ledger) > 0 {
		r.rows, r.fates = map[*Row]*nowRow{}, map[saidOf]fate{}
	}
	for _, row := range a.Ledger {
		n := &nowRow{Row: row}
		if t := row.today; t != nil {
			n.Today = &Revision{s.exact(t), s.sideTaken(t), t.Estimate, t.Edition, s.line(t)}
		}
		r.rows[row] = n
		r.now.Rows = append(r.now.Rows, n)
	}
	r.now.Title, r.now.Summary, r.now.Body = r.text(a.title), r.text(a.summary), r.text(a.body)
	for _, n := range r.now.Rows {
		if n.Became = s.fateName(n.Fate); n.Fate >= holds {
			r.now.Changed++
		}
	}
	return r.now
}

func (r *reteller) text(then rich) rich {
	now := make(rich, 0, len(then))
	a := r.now.Article
	for _, p := range then {
		switch {
		case p.mute:
		case p.use != nil:
			now = append(now, r.use(p.use)...)
		case p.chart != nil:
			now = append(now, piece{chart: r.chart(p.chart, p.spec)})
		case strings.HasPrefix(p.path, a.URL+"#"): // a heading of the same page
			now = append(now, piece{path: r.now.URL() + strings.TrimPrefix(p.path, a.URL)})
		default:
			now = append(now, p)
		}
	}
	return now
}

func (r *reteller) use(u *use) rich {
	f := r.fate(u)
	n := r.rows[u.row]
	n.Fate = max(n.Fate, f)
	then, remark := u.open()+u.anchor(), ""
	switch f {
	case holds:
		remark = r.site.Book.Say("now.remark.holds", "today", r.site.todayWords(u.said, u.row.today))
	case gone:
		then = u.open() + "<s>" + u.anchor() + "</s>"
		remark = r.site.Book.Say("now.remark.gone", "today", r.site.todayWords(u.said, u.row.today))
	case unanswered:
		remark = r.site.fateName(f)
	}
	switch {
	case u.plain && remark != "":
		return rich{{html: html.EscapeString(u.said)}, {html: html.EscapeString(" [" + remark + "]"), mute: true}}
	case u.plain:
		return rich{{html: html.EscapeString(u.said)}}
	case remark == "":
		return rich{{html: then + "</span>"}}
	}
	return rich{{html: then + "</span>"}, {html: ` <ins class="today">[` + html.EscapeString(remark) + "]</ins>", mute: true}}
}

// fate judges a wording by the newest figures, once.
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
	key := saidOf{u.row, u.fact.Words}
	if f, ok := r.fates[key]; ok {
		return f
	}
	f := r.site.judgeToday(u.fact, same(then, today))
	if f == gone {
		r.now.Gone++
	}
	r.fates[key] = f
	return f
}

func (s *Site) judgeToday(f *fact.Fact, unchanged bool) fate {
	words := f.Words
	if f.Filled {
		words = ""
	}
	j := s.checker.Judge(s.Today, fact.Claim{Ref: f.Ref, Words: words})
	switch {
	case j.NoAnswer != nil:
		return unanswered
	case j.Disagrees != nil, j.Fact.Words != f.Words && j.Fact.Answer.Unit != dataset.Truth: // a side that is still taken holds
		return gone
	case unchanged:
		return kept
	}
	return holds
}

// todayWords says today's figure in the form that the article's words have,
// where that is simple; else exactly.
func (s *Site) todayWords(then string, a *dataset.Answer) string {
	b := s.Book
	switch {
	case a.Unit == dataset.Truth:
		return b.Say("now.today.side", "side", s.sideTaken(a), "value", s.exact(a))
	case a.Unit == dataset.Count && (a.Derived == nil || a.Tally != nil):
		n := b.InWords(int(a.Value))
		if strings.ContainsAny(then, "0123456789") {
			n = b.Number(a.Value, 0)
		}
		of := a.Tally != nil && strings.Contains(then, " of ")
		switch {
		case of && a.AtLeast:
			return b.Say("figure.at_least_of", "n", n, "of", b.Number(float64(a.Tally.Of()), 0))
		case of:
			return b.Say("figure.of", "n", n, "of", b.Number(float64(a.Tally.Of()), 0))
		case a.AtLeast:
			return b.Say("figure.at_least", "value", n)
		}
		return n
	case a.Unit == dataset.Points && slices.ContainsFunc(strings.Fields(then), func(w string) bool { return slices.Contains(sideWords, w) }):
		switch d := b.Number(max(a.Value, -a.Value), a.Decimals); {
		case a.Value < 0:
			return b.Say("now.today.below", "points", d)
		case a.Value > 0:
			return b.Say("now.today.above", "points", d)
		}
		return b.Say("now.today.on")
	}
	return s.exact(a)
}

// sideWords are those that tell the sides of a guideline apart, in the
// language that articles are written in.
var sideWords = []string{"above", "over", "below", "short", "under"}
