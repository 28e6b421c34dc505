package site

import (
	"html"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
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
	r := &reteller{site: s, now: &Now{Article: a, Day: day}}
	if len(a.Ledger) > 0 {
		r.rows, r.fates = map[*Row]*nowRow{}, map[saidOf]fate{}
	}
	for _, row := range a.Ledger {
		n := &nowRow{Row: row}
		if t := row.today; t != nil {
			n.Today = &Revision{fact.Exact(t), sideTaken(t), t.Estimate, t.Edition, s.line(t)}
		}
		r.rows[row] = n
		r.now.Rows = append(r.now.Rows, n)
	}
	r.now.Title, r.now.Summary, r.now.Body = r.text(a.title), r.text(a.summary), r.text(a.body)
	for _, n := range r.now.Rows {
		if n.Fate >= holds {
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
		remark = "now " + todayWords(u.fact.Words, u.row.today)
	case gone:
		then = u.open() + "<s>" + u.anchor() + "</s>"
		remark = "no longer so: today " + todayWords(u.fact.Words, u.row.today)
	case unanswered:
		remark = f.String()
	}
	switch {
	case u.plain && remark != "":
		return rich{{html: html.EscapeString(u.fact.Words)}, {html: html.EscapeString(" [" + remark + "]"), mute: true}}
	case u.plain:
		return rich{{html: html.EscapeString(u.fact.Words)}}
	case remark == "":
		return rich{{html: then + "</span>"}}
	}
	return rich{{html: then}, {html: ` <ins class="today">[` + html.EscapeString(remark) + "]</ins></span>", mute: true}}
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
func todayWords(then string, a *dataset.Answer) string {
	digits := strings.ContainsAny(then, "0123456789")
	switch {
	case a.Unit == dataset.Truth:
		return sideTaken(a) + " with " + fact.Exact(a)
	case a.Unit == dataset.Count && (a.Derived == nil || a.Tally != nil):
		n := english.InWords(int(a.Value))
		if digits {
			n = number(int(a.Value))
		}
		if a.AtLeast {
			n = "at least " + n
		}
		if of := " of "; a.Tally != nil && strings.Contains(then, of) {
			n += of + number(a.Tally.Of())
		}
		return n
	case a.Unit == dataset.Points && slices.ContainsFunc(strings.Fields(then), func(w string) bool { return slices.Contains(sideWords, w) }):
		switch d := dataset.Number(max(a.Value, -a.Value), a.Decimals); {
		case a.Value < 0:
			return d + " points below"
		case a.Value > 0:
			return d + " points above"
		}
		return "on the mark"
	}
	return fact.Exact(a)
}

// sideWords are those that tell the sides of a guideline apart.
var sideWords = []string{"above", "over", "below", "short", "under"}
