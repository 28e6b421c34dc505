package site

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
)

// Now is an article of a day told again with the newest figures. Nothing in
// it can fail: what has no answer today stays as it was, and says so.
type Now struct {
	Article              *Article
	Day                  civil.Date // of the newest edition
	Title, Summary, Body rich
	Rows                 []*nowRow
	Charts               []*chart.Chart
	Changed              int // figures that are no longer what they were
	Gone                 int // statements that no longer hold
	Redrawn              int // charts with other figures
}

// A nowRow is a row of the ledger, then and now.
type nowRow struct {
	*Row
	Fate  fate // the worst that has come upon its words
	Today *Revision
}

// A fate is what has become of a statement.
type fate int

const (
	kept       fate = iota // the figure is what it was
	named                  // its reference names a day or an edition, so nothing can come upon it
	unanswered             // nothing answers it today
	holds                  // the figure has changed, and the words are still true of it
	gone                   // the words no longer hold
)

// String gives the words for the reader.
func (f fate) String() string {
	return [...]string{"unchanged", "of a named edition", "no figure today", "still holds", "no longer so"}[f]
}

// Class gives the name that style sheets know it by.
func (f fate) Class() string {
	return [...]string{"kept", "named", "unanswered", "holds", "gone"}[f]
}

// Changes says whether anything is different today.
func (n *Now) Changes() bool { return n.Changed+n.Redrawn > 0 }

// URL gives the address.
func (n *Now) URL() string { return n.Article.URL + "now/" }

// Since tells in a sentence what has become of the article's figures.
func (n *Now) Since() string {
	of, revised := len(n.Article.Ledger), n.Article.Ledger.Revised()
	if revised == 0 {
		return "The figures of " + counted(n.Redrawn, "chart") + " have been revised since"
	}
	s := fmt.Sprintf("%s of %s %s been revised since", number(revised), counted(of, "figure"), has(revised))
	switch n.Gone {
	case 0:
		return s + "; what is said of them still holds"
	case 1:
		return s + "; 1 statement no longer holds"
	}
	return s + "; " + number(n.Gone) + " statements no longer hold"
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

func has(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

// retellArticles makes the pages that tell articles of a day with today's
// figures.
func (s *Site) retellArticles() {
	var day civil.Date
	for _, id := range s.Data.SourceIDs() {
		if known := s.Today.Known(id); len(known) > 0 && known[0].Release.Date.After(day) {
			day = known[0].Release.Date
		}
	}
	parallel(len(s.Articles), func(i int) {
		if a := s.Articles[i]; !a.Latest {
			a.Now = s.retell(a, day)
		}
	})
	for _, a := range s.Articles {
		if a.Now != nil {
			s.Charts += len(a.Now.Charts)
		}
	}
}

// page gives the page of an article told with today's figures.
func (n *Now) page() Page {
	return Page{Path: n.URL(), Template: "now.html", Title: n.Article.Headline + ", told with today’s figures", Section: "articles/", View: n, Of: n.Article.URL,
		Summary: fmt.Sprintf("The article of %s told with the figures of %s.", n.Article.Date.Long(), n.Day.Long())}
}

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
	case j.Disagrees != nil || j.Fact.Words != f.Words:
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
		n := inWords(int(a.Value))
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

// chart draws a chart again that moves with its article's day.
func (r *reteller) chart(then *chart.Chart, spec *chart.Spec) *chart.Chart {
	c := then
	if spec != nil {
		c = r.redraw(then, *spec)
	}
	if c != then {
		distinct(c, r.now.Charts)
		if !sameFigures(c.Figures, then.Figures) {
			r.now.Redrawn++
		}
	}
	r.now.Charts = append(r.now.Charts, c)
	return c
}

// redraw draws the same period with today's figures. What its author says of
// it in headline and caption was said of the old drawing.
func (r *reteller) redraw(then *chart.Chart, spec chart.Spec) *chart.Chart {
	if first, last := period(then.Figures); first == last && spec.Year == 0 && spec.From == 0 && spec.To == 0 {
		spec.Year = first
	} else if first != last {
		spec.From, spec.To = first, last
	}
	title, caption := spec.Title, spec.Caption
	spec.Title, spec.Caption = "", ""
	c := r.site.draw(r.site.Today, spec)
	switch {
	case c == nil:
		kept := *then
		kept.Caption = strings.TrimSpace(kept.Caption + " Not redrawn: the newest figures do not answer it.")
		return &kept
	case c.Edition == then.Edition:
		return then
	}
	c.Caption = fmt.Sprintf("Redrawn with the figures of %s; the article’s own drawing has those of %s.", c.Edition.Release.Date.Long(), then.Edition.Release.Date.Long())
	switch {
	case title != "" && caption != "":
		c.Caption += " There it is headed “" + title + "”, and the caption says: “" + caption + "”"
	case title != "":
		c.Caption += " There it is headed “" + title + "”."
	case caption != "":
		c.Caption += " There the caption says: “" + caption + "”"
	}
	return c
}

func period(figures []*dataset.Figure) (first, last int) {
	for i, f := range figures {
		if i == 0 {
			first, last = f.Year, f.Year
		}
		first, last = min(first, f.Year), max(last, f.Year)
	}
	return first, last
}

func sameFigures(a, b []*dataset.Figure) bool {
	return slices.EqualFunc(a, b, func(f, g *dataset.Figure) bool {
		return f.Member == g.Member && f.Year == g.Year && f.Measure == g.Measure && f.Value == g.Value
	})
}
