package site

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
)

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
