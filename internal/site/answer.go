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
			r = append(r, w.fact(p.Embed)...)
		case content.Chart:
			r = append(r, w.chart(p.Embed)...)
		case content.ClaimBlock:
			r = append(r, w.claim(p.Embed)...)
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

// A use is a fact as it stands in a text.
type use struct {
	fact  *fact.Fact
	row   *Row
	id    string
	words string // HTML
	plain bool   // it stands in an attribute, where nothing but words can
}

func (w *answerer) fact(e *content.Embed) rich {
	f, wrong := w.site.checker.Check(w.article.Vintage, fact.Claim{Ref: e.Args, Words: e.Words, Pos: e.Pos})
	if wrong != nil {
		w.report(wrong)
		if e.Plain {
			return rich{{html: html.EscapeString(e.Words)}}
		}
		return rich{{html: e.HTML}}
	}
	u := &use{fact: f, words: e.HTML, plain: e.Plain}
	if f.Filled {
		u.words = html.EscapeString(f.Words)
	}
	u.row, u.id = w.row(f, !u.plain)
	switch {
	case u.plain:
		return rich{{html: html.EscapeString(f.Words), use: u}}
	case u.row.Revised == nil:
		return rich{{html: u.open() + u.anchor() + "</span>", use: u}}
	}
	return rich{{html: u.open() + u.anchor(), use: u}, {html: sinceRevised + "</span>", mute: true}}
}

// sinceRevised marks a fact that a later edition has revised.
const sinceRevised = `<sup class="since"><span aria-hidden="true">†</span><span class="sr"> since revised</span></sup>`

// open begins the element that the row leads back to.
func (u *use) open() string { return `<span id="` + u.id + `">` }

func (u *use) anchor() string {
	return `<a class="fact" data-fact="` + html.EscapeString(u.fact.Ref) + `" href="#fact-` + strconv.Itoa(u.row.N) + `">` + u.words + `</a>`
}

func (w *answerer) chart(e *content.Embed) rich {
	spec, errs := chart.ParseSpec(e.Pos, []byte(e.Args))
	if errs.Failed() {
		w.errs.Add(errs...)
		return nil
	}
	v := w.article.Vintage
	var open *chart.Spec // of a chart that moves with its article's day
	switch {
	case spec.AsOf.IsZero() && !spec.Latest:
		if !w.article.Latest {
			copied := spec
			open = &copied
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
	distinct(c, w.article.Charts)
	w.article.Charts = append(w.article.Charts, c)
	return rich{{chart: c, spec: open}}
}

// distinct gives a chart that stands on the page already an id of its own.
func distinct(c *chart.Chart, on []*chart.Chart) {
	n := 1
	for _, other := range on {
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
