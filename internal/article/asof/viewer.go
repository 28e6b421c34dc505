package asof

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// A viewer goes through the texts of a resolved article, a sentence at a time: an arrow leads from a number to the
// later one; where a conclusion has changed, and in quotations, a line follows the sentence.
type viewer struct {
	rep      *report.Report
	now      *View
	statuses map[wordingOf]article.Status
}

// wordingOf is a wording of a fact.
type wordingOf struct {
	row   *article.Row
	words string
	mark  content.Mark
}

func makeView(s *report.Report, a *article.Article, day civil.Date) *View {
	r := &viewer{rep: s, statuses: map[wordingOf]article.Status{},
		now: &View{Article: a, Day: day, catalog: s.Catalog}}
	r.now.Rows = lists.Each(a.Evidence, func(row *article.Row) *nowRow {
		return &nowRow{Row: row, Today: article.ResultOf(s, row.Newest)}
	})
	// A headline has no line behind it: the box at the top of the page lists what no longer holds.
	r.now.Title, r.now.Summary = r.text(a.TitleText, false), r.text(a.SummaryText, true)
	r.now.Body = r.text(a.BodyText(), true)
	for _, n := range r.now.Rows {
		if n.StatusName = s.Catalog.Message("now.status." + n.Status.Class()); n.Status >= article.Holds {
			r.now.Changed++
		}
	}
	return r.now
}

// chartBlock draws a chart again, with its author's words if it has not changed.
func (r *viewer) chartBlock(then *article.ChartBlock) article.Segment {
	now := *then
	now.Chart = r.chart(then.Chart, then.Spec)
	switch {
	case now.Chart != then.Chart:
		now.Words = nil
	case now.Words != nil:
		now.Words = &article.ChartWords{Title: r.text(then.Words.Title, false),
			Caption: r.text(then.Words.Caption, false)}
	}
	return article.Segment{Shown: &now}
}

func (r *viewer) text(then article.Segments, lines bool) article.Segments {
	a := r.now.Article
	p := parser{lexicon: r.rep.Checker.Lexicon}
	for _, segment := range then {
		switch shown := segment.Shown.(type) {
		case article.Mute:
		case *article.ChartBlock:
			p.block(r.chartBlock(shown))
		case nil:
			if segment.HTML != "" {
				p.html(segment.HTML)
				continue
			}
			if heading, ok := strings.CutPrefix(segment.Path, a.URL+"#"); ok { // of the same page
				segment.Path = r.now.URL() + "#" + heading
			}
			p.add(segment)
		default:
			p.add(segment)
		}
	}
	p.end()
	now := make(article.Segments, 0, len(then))
	for _, sentence := range p.done {
		now = append(now, r.sentence(sentence, lines)...)
	}
	return now
}

// sentence puts later numbers behind those of a sentence that they have followed, and the others behind the sentence.
func (r *viewer) sentence(s sentence, line bool) article.Segments {
	var list article.Segments
	var behind []string // what has become of the numbers that stay as they were written
	for _, p := range s.segments {
		u, ok := p.Shown.(*article.Use)
		if !ok {
			list = append(list, p)
			continue
		}
		f := r.status(u)
		row := r.now.Rows[u.Row.N-1]
		row.Status = max(row.Status, f)
		stays := f == article.Overturned || f >= article.Holds && r.stays(u, s)
		list = append(list, r.use(u, f, stays)...)
		if stays {
			if item := r.became(u); !slices.Contains(behind, item) {
				behind = append(behind, item)
			}
		}
	}
	if len(behind) > 0 && line {
		b := r.rep.Catalog
		said := b.Message("now.beside", "items", strings.Join(behind, b.Message("frame.semicolon")))
		list = append(list, article.Segment{HTML: ` <ins class="today beside">` + html.EscapeString(said) + "</ins>",
			Shown: article.Mute{}})
	}
	return list
}

// stays reports whether no later number may follow one in its sentence, although only the number has changed: its
// author set that, or the sentence is a quotation.
func (r *viewer) stays(u *article.Use, s sentence) bool {
	return u.Mark == content.Said || u.Mark != content.Value && r.rep.Checker.Lexicon.Reports(s.text)
}

// use shows a fact as it was written and, if possible, today's number.
func (r *viewer) use(u *article.Use, f article.Status, stays bool) article.Segments {
	remark := ""
	switch b := r.rep.Catalog; {
	case f == article.Holds && !stays:
		remark = b.Message("now.remark.holds", "today", todayWords(r.rep, u.Said, u.Row.Newest))
	case f == article.Moved && !stays:
		remark = b.Message("now.remark.moved", "today", todayWords(r.rep, u.Said, u.Row.Newest))
	case f == article.Unanswered:
		remark = b.Message("now.remark.unanswered")
	}
	then := u.Open() + u.Anchor()
	switch {
	case u.Plain && remark != "":
		return article.Segments{{HTML: html.EscapeString(u.Said)},
			{HTML: html.EscapeString(" " + remark), Shown: article.Mute{}}}
	case u.Plain:
		return article.Segments{{HTML: html.EscapeString(u.Said)}}
	case remark == "":
		return article.Segments{{HTML: then + "</span>"}}
	}
	return article.Segments{{HTML: then},
		{HTML: ` <ins class="today">` + html.EscapeString(remark) + "</ins></span>", Shown: article.Mute{}}}
}

// status judges a wording by the newest figures, once, and notes what no longer holds.
func (r *viewer) status(u *article.Use) article.Status {
	if u.Fact.Pinned {
		return article.Named
	}
	key := wordingOf{u.Row, u.Fact.Words, u.Mark}
	f, judged := r.statuses[key]
	if !judged {
		f = u.ByToday(r.rep)
		if f == article.Overturned {
			r.conclude(u)
		}
		r.statuses[key] = f
	}
	return f
}

// conclude notes that something no longer holds, once: that a member has
// changed sides is one conclusion, in whatever words.
func (r *viewer) conclude(u *article.Use) {
	c := conclusion{Row: r.now.Rows[u.Row.N-1], Text: r.became(u), of: u.Row.Exact + u.Row.Who + u.Row.Phrase}
	if a := u.Fact.Answer; len(a.Figures) == 1 && a.Guideline != nil && len(turned(r.rep, a, u.Row.Newest)) > 0 {
		c.of = report.RecordID(a.Figures[0]) + a.Figures[0].Member + a.Guideline.ID
	}
	if !slices.ContainsFunc(r.now.Overturned, func(o conclusion) bool { return o.of == c.of }) {
		r.now.Overturned = append(r.now.Overturned, c)
	}
}

// chart draws a chart again that moves with its article's day.
func (r *viewer) chart(then *chart.Chart, spec *chart.Spec) *chart.Chart {
	c := then
	if spec != nil {
		c = r.redraw(then, *spec)
	}
	if c != then {
		article.Distinct(c, r.now.Charts)
		if !sameFigures(c.Figures(), then.Figures()) {
			r.now.redrawn++
		}
	}
	r.now.Charts = append(r.now.Charts, c)
	return c
}

// redraw draws the same period with today's figures. Its author's headline and caption are about the old drawing.
func (r *viewer) redraw(then *chart.Chart, spec chart.Spec) *chart.Chart {
	if first, last := period(then.Figures()); first == last && spec.Year == 0 && spec.From == 0 && spec.To == 0 {
		spec.Year = first
	} else if first != last {
		spec.From, spec.To = first, last
	}
	title, caption := spec.Title, spec.Caption
	spec.Title, spec.Caption = "", ""
	c := r.rep.Draw(spec)
	switch {
	case c == nil:
		kept := *then
		kept.Caption = strings.TrimSpace(kept.Caption + " " + r.rep.Catalog.Message("now.not_redrawn"))
		return &kept
	case c.Edition == then.Edition:
		return then
	}
	kept := map[[2]bool]string{{true, true}: "both", {true, false}: "title", {false, true}: "caption", {}: "plain"}
	c.Caption = r.rep.Catalog.Message("now.redrawn."+kept[[2]bool{title != "", caption != ""}],
		"now", c.Edition.Release.Date, "then", then.Edition.Release.Date, "title", title, "caption", caption)
	return c
}

func period(figures []*dataset.Figure) (first, last int) {
	for _, f := range figures {
		first, last = min(cmp.Or(first, f.Year), f.Year), max(last, f.Year)
	}
	return first, last
}

func sameFigures(a, b []*dataset.Figure) bool {
	return slices.EqualFunc(a, b, func(f, g *dataset.Figure) bool {
		return f.Member == g.Member && f.Year == g.Year && f.Measure == g.Measure && f.Value == g.Value
	})
}
