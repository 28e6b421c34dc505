package site

import (
	"bytes"
	"fmt"
	"html"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
)

// An answerer goes through the texts of one article in reading order and
// answers what is embedded in them.
type answerer struct {
	site    *Site
	article *Article
	errs    diag.List
	rows    map[string]*Row // by the key of their fact
}

func (w *answerer) answer(t content.Text) rich {
	r := make(rich, 0, len(t))
	for _, p := range t {
		if p.Embed == nil {
			r = append(r, piece{html: p.HTML})
			continue
		}
		switch p.Embed.Kind {
		case content.Fact:
			r = append(r, piece{html: w.fact(p.Embed)})
		case content.Chart:
			r = append(r, w.chart(p.Embed)...)
		case content.Link:
			if path := w.link(p.Embed); path != "" {
				r = append(r, piece{path: path})
			}
		}
	}
	return r
}

// report adds a finding. On a former day a floating page's claims need not
// hold yet, so there they only warn.
func (w *answerer) report(e *diag.Error) {
	if w.site.opts.Explicit && w.article.Latest {
		e.Severity = diag.Warning
	}
	w.errs.Add(e)
}

func (w *answerer) fact(e *content.Embed) string {
	f, wrong := w.site.checker.Check(w.article.Vintage, fact.Claim{Ref: e.Args, Words: e.Words, Pos: e.Pos})
	if wrong != nil {
		w.report(wrong)
		return e.HTML
	}
	row := w.row(f)
	words := e.HTML
	if f.Filled {
		words = html.EscapeString(f.Words)
	}
	var b strings.Builder
	n := strconv.Itoa(row.N)
	if row.Uses == 1 {
		b.WriteString(`<span id="use-` + n + `">`)
	}
	b.WriteString(`<a class="fact" data-fact="` + html.EscapeString(f.Ref) + `" href="#fact-` + n + `">` + words + `</a>`)
	if row.Uses == 1 {
		b.WriteString(`</span>`)
	}
	return b.String()
}

func (w *answerer) chart(e *content.Embed) rich {
	spec, errs := chart.ParseSpec(e.Pos, []byte(e.Args))
	if errs.Failed() {
		w.errs.Add(errs...)
		return nil
	}
	v := w.article.Vintage
	switch {
	case spec.AsOf.IsZero() && !spec.Latest:
		if !w.article.Latest {
			spec.AsOf = v.Day
		}
	case spec.Latest:
		v = w.site.Today
	default:
		if spec.AsOf.After(w.site.opts.AsOf) {
			w.report(&diag.Error{Pos: e.Pos, Msg: "a chart as of " + spec.AsOf.String() + ", after the report's own day " + w.site.opts.AsOf.String(), Hint: "a report cannot know what is released after its own day"})
			return nil
		}
		v = w.site.Data.AsOf(spec.AsOf)
	}
	c, errs := chart.Draw(v, w.site.Terms, spec)
	for _, wrong := range errs {
		w.report(wrong)
	}
	if c == nil || errs.Failed() {
		return nil
	}
	w.distinct(c)
	w.article.Charts = append(w.article.Charts, c)
	return rich{{chart: c}}
}

// distinct gives a chart that stands on the page already an id of its own.
func (w *answerer) distinct(c *chart.Chart) {
	n := 1
	for _, other := range w.article.Charts {
		if other.ID == c.ID || strings.HasPrefix(other.ID, c.ID+"--") {
			n++
		}
	}
	if n == 1 {
		return
	}
	id := fmt.Sprintf("%s--%d", c.ID, n)
	c.Wide = bytes.ReplaceAll(c.Wide, []byte(c.ID), []byte(id))
	c.Narrow = bytes.ReplaceAll(c.Narrow, []byte(c.ID), []byte(id))
	c.ID = id
}

func (w *answerer) link(e *content.Embed) string {
	path, wrong := w.site.resolve(w.article, e.Args, e.Pos)
	if wrong != nil {
		w.report(wrong)
	}
	return path
}

// headings makes the table of contents.
func (w *answerer) headings() {
	for _, h := range w.article.Headings {
		silent := &answerer{site: w.site, article: &Article{Article: w.article.Article, Vintage: w.article.Vintage, URL: w.article.URL}}
		w.article.contents = append(w.article.contents, contentsLine{h.Level, h.ID, silent.answer(h.Text).plain()})
	}
}
