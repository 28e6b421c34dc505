package article

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/lists"
)

// A resolver goes through the texts of one article in reading order and resolves their embeds.
type resolver struct {
	mk      *maker
	article *Article
	errs    diag.List
	early   diag.List        // what would be right by today's figures
	rows    map[string]*Row  // by the key of their fact
	day     *dataset.Vintage // from which facts are answered: the article's, except in the words of a chart
}

func (w *resolver) answer(t content.Text) Segments {
	r := make(Segments, 0, len(t))
	for i, p := range t {
		if p.Embed == nil {
			if w.mk.Config.UnsafeHTML {
				w.mk.g.Links.UseRaw(w.article.Article, p.HTML)
			}
			r = append(r, Segment{HTML: p.HTML})
			continue
		}
		switch p.Embed.Kind {
		case content.Fact:
			r = append(r, w.fact(p.Embed, t[:i], t[i+1:])...)
		case content.Chart, content.Table:
			r = append(r, w.chart(p.Embed)...)
		case content.ClaimBlock:
			r = append(r, w.claim(p.Embed)...)
		case content.Image:
			r = append(r, w.image(p.Embed)...)
		case content.Link:
			r = w.link(r, p.Embed)
		}
	}
	return r
}

// report adds a finding. A page that floats need not have held on a former day: what is right by all that is known
// since then only warns there. What was never right stays an error, whatever the day.
func (w *resolver) report(e *diag.Error, rightSince func() bool) {
	if e.Follows || e.Figures && w.mk.Unsure() || w.article.Unread && rightSince() {
		return
	}
	floats := w.article.Latest || w.article.AsOf.After(w.mk.AsOf)
	switch {
	case w.mk.Explicit && floats && rightSince():
		e.Severity = diag.Warning
	case !w.article.Latest && !w.article.AsOf.IsZero() && rightSince():
		w.early = append(w.early, e)
		return
	}
	w.errs.Add(e)
}

// manyEarly is how many findings an article may have that later figures would
// not give rise to, before its day is taken for the mistake.
const manyEarly = 3

// dayWrong adds what was not so on the article's own day and would be today: one by one, or as a mistake of the day.
func (w *resolver) dayWrong() {
	if len(w.early) < manyEarly {
		w.errs.Add(w.early...)
		return
	}
	w.early.Sort()
	first := w.early[0]
	w.errs.Errorf(w.article.AsOfPos, "%d facts had no figure, or another than today, on %s, "+
		"the day that the article speaks from", len(w.early), w.article.AsOf).
		Hint("write the right day; or, if it is right, the figures of that day: the first is at %s, %s",
			first.Pos, first.Msg)
}

// tooEarly reports whether a fact has no figure by its article's own day, and
// has one today; it is then put with the others that may be the day's fault.
func (w *resolver) tooEarly(claim fact.Claim, wrong *diag.Error) bool {
	if w.day != nil || w.article.Latest || w.article.AsOf.IsZero() || w.article.Unread || wrong.Follows {
		return false
	}
	if w.mk.Checker.Judge(w.article.Vintage, claim).NoAnswer == nil ||
		w.mk.Checker.Judge(w.mk.Data.AsOf(everything), claim).NoAnswer != nil {
		return false
	}
	w.early = append(w.early, wrong)
	return true
}

// everything is a day by which every release is out.
var everything = civil.Date{Year: 9999, Month: 12, Day: 31}

// A Use is a fact in a text.
type Use struct {
	Fact  *fact.Fact
	Row   *Row
	id    string
	words string // HTML
	Said  string // the same, plain
	Plain bool   // it is in an attribute, which can contain text only
	Mark  content.Mark
}

func (w *resolver) fact(e *content.Embed, before, after content.Text) Segments {
	claim := fact.Claim{Ref: e.Args, Words: e.Words, Pos: e.Pos}
	if w.mk.Checker == nil {
		if wrong := (&fact.Checker{Data: w.mk.Data, Terms: w.mk.Terms, Today: w.mk.AsOf}).Form(claim); wrong != nil {
			w.errs.Add(wrong)
		}
		return w.marked(e.HTML, &diag.Error{})
	}
	f, wrong := w.mk.Checker.Check(cmp.Or(w.day, w.article.Vintage), claim)
	if wrong != nil && w.tooEarly(claim, wrong) {
		return w.marked(e.HTML, wrong)
	}
	if wrong != nil {
		w.report(wrong, func() bool {
			_, still := w.mk.Checker.Check(w.mk.Data.AsOf(everything), claim)
			return still == nil
		})
		if e.Plain {
			return Segments{{HTML: html.EscapeString(e.Words)}}
		}
		return w.marked(e.HTML, wrong)
	}
	if w.mk.Unsure() {
		return nil
	}
	if word := w.mk.Checker.Beside(f, before.End(), after.Start()); word != "" {
		w.errs.Warnf(e.Pos, "%q beside %q says the opposite of %s", word, cmp.Or(e.Words, f.Words), f.Exact).
			Hint("put the word into the link, where it is checked, or say what the figure says")
	}
	written, q := cmp.Or(w.article.Date, w.article.Vintage.Day).Year, f.Answer.Query
	if m := w.mk.Data.Measures[q.Measure]; m != nil && m.GrowthOf != "" {
		q.From = q.Year - 1
	}
	if word := w.mk.Checker.Lexicon.Unchecked(e.Words, written, q.Year, q.From); word != "" {
		w.errs.Warnf(e.Pos, "nothing checks %q in %q", word, e.Words).
			Hint("the fact is about its own year; leave what is said of others outside the link")
	}
	u := &Use{Fact: f, words: e.HTML, Said: w.mk.WordsOf(f), Plain: e.Plain, Mark: e.Mark}
	if f.Filled {
		u.words = html.EscapeString(u.Said)
	}
	u.Row, u.id = w.row(f, !u.Plain)
	if u.Plain {
		return Segments{{HTML: html.EscapeString(u.Said), Shown: u}}
	}
	words := Segments{{HTML: u.Open() + u.Anchor() + "</span>", Shown: u}}
	if u.Row.Revised != nil && u.ByToday(w.mk.Report) == Overturned {
		u.Row.Overturned = true
		words = append(words, behind("†", w.mk.Catalog.Message("evidence.since_revised")))
	}
	if u.Row.noted() {
		words = append(words, behind(w.mk.Catalog.Message("note.mark"), w.mk.Catalog.Message("note.below")))
	}
	return words
}

// Open begins the element that the row leads back to.
func (u *Use) Open() string { return `<span id="` + u.id + `">` }

// Anchor returns the words of the fact as a link to its row of evidence.
func (u *Use) Anchor() string {
	return `<a class="fact" data-fact="` + html.EscapeString(u.Fact.Ref) + `" href="#fact-` + strconv.Itoa(u.Row.N) +
		`">` + u.words + `</a>`
}

func (w *resolver) chart(e *content.Embed) Segments {
	if e.Wrong != nil {
		return w.markedBlock(e.Wrong)
	}
	kinds := kind.All
	if e.Kind == content.Table {
		kinds = kind.Tables
	}
	spec, errs := kinds.ParseSpec(e.Pos, []byte(e.Args))
	if errs.Failed() {
		w.errs.Add(errs...)
		w.chartBeside(spec, errs)
		return w.markedBlock(errs...)
	}
	if w.mk.Checker == nil {
		return nil
	}
	spec.Article = w.article.Members
	v, moves := w.article.Vintage, spec.AsOf.IsZero() && !spec.Latest && !w.article.Latest
	switch {
	case spec.Latest:
		v = w.mk.Today
	case spec.AsOf.After(w.mk.AsOf):
		return w.markedBlock(w.later(e.Pos, "a chart as of "+spec.AsOf.String()))
	case !spec.AsOf.IsZero():
		v = w.mk.Data.AsOf(spec.AsOf)
	}
	said := w.chartWords(&spec, v)
	var open *chart.Spec // of a chart that moves with its article's day
	if moves {
		open = new(spec)
		spec.AsOf = v.Day
	}
	c, errs := w.draw(v, spec)
	doubts := w.mk.Data.Doubts
	unsure := doubts.TouchSource(cmp.Or(spec.Source, w.mk.Config.Source)) || spec.Kind == "sources" && doubts.Any()
	rightSince := func() bool { return !kind.Every.Check(w.mk.Data.AsOf(everything), w.mk.Terms, spec).Failed() }
	for _, wrong := range errs {
		wrong.Follows = doubts.Explain(wrong.Msg)
		if wrong.Figures = wrong.Figures && unsure; !wrong.Figures {
			w.report(wrong, rightSince)
		}
	}
	if c == nil || errs.Failed() || w.mk.Unsure() {
		return w.markedBlock(errs...)
	}
	Distinct(c, w.article.Charts)
	w.article.Charts = append(w.article.Charts, c)
	return Segments{{Shown: &ChartBlock{c, &said, open}}}
}

// draw draws a chart; or returns the one of a former text, which the rest of the report knows.
func (w *resolver) draw(v *dataset.Vintage, spec chart.Spec) (*chart.Chart, diag.List) {
	if w.mk.charts != nil {
		return w.mk.charts[len(w.article.Charts)], nil
	}
	return kind.Every.Draw(v, w.mk.Terms, w.mk.Catalog, spec)
}

// chartBeside looks for what else is wrong with a chart that cannot be drawn as
// it is written: in its words, and where nothing but a key is misspelt in all.
func (w *resolver) chartBeside(spec chart.Spec, errs diag.List) {
	if w.mk.Checker == nil || w.mk.Unsure() || spec.Latest || !spec.AsOf.IsZero() {
		return
	}
	w.chartWords(&spec, w.article.Vintage)
	for _, e := range errs {
		if !strings.HasPrefix(e.Msg, "unknown key ") && !strings.Contains(e.Msg, " has no use for ") {
			return
		}
	}
	for _, e := range kind.Every.Check(w.article.Vintage, w.mk.Terms, spec) {
		of := func(o *diag.Error) bool { return o.Pos.Line == e.Pos.Line } // what a key says that has no use
		if !slices.ContainsFunc(errs, of) {
			w.errs.Add(e)
		}
	}
}

// ChartWords are the title and caption of a chart, with facts.
type ChartWords struct{ Title, Caption Segments }

// chartWords answers the facts in the title and the caption of a chart, as
// known on its own day, and leaves their words in the spec.
func (w *resolver) chartWords(spec *chart.Spec, v *dataset.Vintage) (said ChartWords) {
	w.day = v
	defer func() { w.day = nil }()
	for _, part := range []struct {
		key  string
		text *string
		said *Segments
	}{{"title", &spec.Title, &said.Title}, {"caption", &spec.Caption, &said.Caption}} {
		if *part.text == "" {
			continue
		}
		at := func(offset int) diag.Pos { return spec.Inside(part.key, offset) }
		t, errs := content.ChartText(part.key, *part.text, at, w.mk.g.Prose, &w.article.InCharts)
		w.errs.Add(errs...)
		*part.said = w.answer(t)
		*part.text = part.said.plain()
	}
	return said
}

// later reports something dated after the report's own day. In a report as of a former day that is not an error.
func (w *resolver) later(pos diag.Pos, what string) *diag.Error {
	e := &diag.Error{Pos: pos, Msg: what + ", after the report's own day " + w.mk.AsOf.String(),
		HintText: "a report cannot know what is released after its own day"}
	if w.mk.Explicit {
		e.Severity = diag.Warning
	}
	w.errs.Add(e)
	return e
}

// Distinct changes the ID of a chart if a chart on the page already has it.
func Distinct(c *chart.Chart, on []*chart.Chart) {
	same := lists.Filter(on, func(o *chart.Chart) bool { return o.ID == c.ID || strings.HasPrefix(o.ID, c.ID+"--") })
	if n := len(same); n > 0 {
		c.ID = fmt.Sprintf("%s--%d", c.ID, n+1)
	}
}

func (w *resolver) link(to Segments, e *content.Embed) Segments {
	if e.Wrong != nil {
		return append(to, w.markedLink(e.Wrong)...)
	}
	path, wrong := w.mk.g.Links.Resolve(w.article.Article, e.Args, e.Pos)
	if wrong != nil {
		w.report(wrong, func() bool { return w.mk.g.Links.LeftOutByDay(w.article.Article, e.Args) })
		return append(to, w.markedLink(wrong)...) // after a warning only, the link must still lead somewhere
	}
	if path == "" {
		return to
	}
	return append(to, Segment{Path: path})
}

// headings makes the table of contents.
func (w *resolver) headings() {
	for _, h := range w.article.Headings {
		blank := &Article{Article: w.article.Article, Vintage: w.article.Vintage, URL: w.article.URL}
		silent := &resolver{mk: w.mk, article: blank}
		w.article.Contents = append(w.article.Contents, ContentsLine{h.Level, h.ID, silent.answer(h.Text).plain()})
	}
}

// behind returns a mark behind a fact, and what it means in words for those who do not see it.
func behind(mark, words string) Segment {
	return Segment{HTML: `<sup class="since"><span aria-hidden="true">` + html.EscapeString(mark) +
		`</span><span class="sr"> ` + html.EscapeString(words) + `</span></sup>`, Shown: Mute{}}
}
