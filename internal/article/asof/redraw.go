package asof

import (
	"slices"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
)

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
	c := r.rep.Draw(r.rep.Today, spec)
	switch {
	case c == nil:
		kept := *then
		kept.Caption = strings.TrimSpace(kept.Caption + " " + r.rep.Catalog.Message("now.not_redrawn"))
		return &kept
	case c.Edition == then.Edition:
		return then
	}
	days := []any{"now", c.Edition.Release.Date, "then", then.Edition.Release.Date, "title", title, "caption", caption}
	switch b := r.rep.Catalog; {
	case title != "" && caption != "":
		c.Caption = b.Message("now.redrawn.both", days...)
	case title != "":
		c.Caption = b.Message("now.redrawn.title", days...)
	case caption != "":
		c.Caption = b.Message("now.redrawn.caption", days...)
	default:
		c.Caption = b.Message("now.redrawn.plain", days...)
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
