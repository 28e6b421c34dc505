package kind

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/textmetrics"
	"burdenshare/templates"
)

// This file holds what has to be true of any chart: its texts can be read, and its drawings, table, tooltips and option
// show the same marks.

var theme = golden.Must(scene.ReadTheme(templates.FS))

// A box is the room that a text takes in a drawing.
type box struct {
	text                     string
	left, top, right, bottom float64
}

// boxes measures every text of a drawing in the faces that it is drawn for, with what a reader's own may be wider.
func boxes(t *testing.T, s *scene.Scene) (list []box) {
	t.Helper()
	const slack = 1.08
	for _, it := range s.Items {
		text, ok := it.Shape.(*scene.Text)
		if !ok {
			continue
		}
		size, face := cmp.Or(text.Size, s.Text), textmetrics.Regular()
		if size < 12.5 {
			t.Errorf("text of %v units", size)
		}
		if theme.Style(it.Class).Bold {
			face = textmetrics.Bold()
		}
		w := (face.Width(text.S, size) + textmetrics.Regular().Width(text.Tail, size)) * slack
		left := text.X - w*float64(text.Anchor)/2
		list = append(list, box{text.S + text.Tail, left, text.Y - 0.72*size, left + w, text.Y + 0.2*size})
	}
	return list
}

// legible reports text of both drawings of a chart that is too small, that leaves the drawing, or that covers other text.
func legible(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	for _, s := range []*scene.Scene{c.Wide(), c.Narrow()} {
		texts := boxes(t, s)
		for i, a := range texts {
			if a.left < -0.5 || a.top < -0.5 || a.right > s.W+0.5 || a.bottom > s.H+0.5 {
				t.Errorf("%s, %s: %q is clipped: %+v in %v by %v", name, s.Name, a.text, a, s.W, s.H)
			}
			for _, b := range texts[i+1:] {
				if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
					t.Errorf("%s, %s: %q and %q overlap\n%+v\n%+v", name, s.Name, a.text, b.text, a, b)
				}
			}
		}
	}
}

// marksOf returns what the marks of a drawing say of themselves, in the order in which they are drawn.
func marksOf(s *scene.Scene) (list []string) {
	for _, it := range s.Items {
		if k, ok := it.Mark.(*chart.Mark); ok && k.Member != "" {
			list = append(list, string(k.AppendData(nil)))
		}
	}
	return list
}

// checkMarks holds that the two drawings, the table and the tooltips of a chart show its marks, each once, and nothing
// else, and that every mark of a member rests on figures.
func checkMarks(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	var want []string
	cells := numbers(c.Table)
	for _, k := range c.Model.Marks {
		if k.Member == "" {
			continue
		}
		want = append(want, string(k.AppendData(nil)))
		for _, n := range []chart.Number{k.Value, k.Second} {
			if n.Known() && !slices.ContainsFunc(cells, func(v float64) bool { return v == dataset.Round(n.V, n.Decimals) }) {
				t.Errorf("%s: %v is a mark, and not in the table: %v", name, n.V, cells)
			}
		}
		if len(k.Figures) == 0 {
			t.Errorf("%s: a mark that rests on nothing: %s", name, k.AppendData(nil))
		}
	}
	drawn := marksOf(c.Wide())
	if narrow := marksOf(c.Narrow()); !slices.Equal(drawn, narrow) {
		t.Errorf("%s: the drawings have other marks, or another order:\n%v\n%v", name, drawn, narrow)
	}
	slices.Sort(want)
	slices.Sort(drawn)
	if !slices.Equal(want, drawn) || len(slices.Compact(slices.Clone(want))) != len(want) {
		t.Errorf("%s: drawn are\n%v\nof the marks\n%v", name, drawn, want)
	}
	if tips := tooltips(c); len(tips) != len(want) {
		t.Errorf("%s: %d marks, of which %d tell something", name, len(want), len(tips))
	}
	if strings.Contains(string(c.WithTips(c.Narrow())), "data-tip") {
		t.Errorf("%s: the narrow drawing says everything again", name)
	}
}

// numbers returns every number that a table's cells begin with.
func numbers(table chart.Table) (list []float64) {
	plain := strings.NewReplacer("+", "", "−", "-", ",", "", "≥", "")
	for _, cell := range slices.Concat(table.Rows...) {
		text, _, _ := strings.Cut(plain.Replace(cell.Text), " ")
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			list = append(list, v)
		}
	}
	return list
}

// option returns a chart's option with the palette left to the page.
func option(c *chart.Chart) json.RawMessage { return c.Option(chart.Property) }

// checkOption holds that an option is JSON without markup and with the values of the marks, each once.
func checkOption(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	raw := option(c)
	var o struct {
		Series []struct {
			Type string
			Data []json.RawMessage
		}
	}
	if err := json.Unmarshal(raw, &o); err != nil || bytes.ContainsAny(raw, "<>&") || noNumber.Match(raw) {
		t.Errorf("%s: %v in %s", name, err, raw)
		return
	}
	var got, want []string
	for _, s := range o.Series {
		for _, place := range s.Data {
			var d struct {
				Words string
				Value json.RawMessage
			}
			if json.Unmarshal(place, &d) != nil || d.Words == "" {
				continue // nothing, or behind the marks
			}
			values := strings.Split(strings.Trim(string(d.Value), "[]"), ",") // the last may be behind places
			switch {
			case s.Type == "heatmap":
				values = values[2:]
			case s.Type == "line":
				values = values[len(values)-1:]
			case len(values) == 2 && !c.Model.Marks[0].Second.Known():
				values = values[:1]
			}
			got = append(got, strings.Join(values, " "))
		}
	}
	for _, m := range c.Model.Marks {
		value := m.Value.Plain()
		if m.Second.Known() {
			value += " " + m.Second.Plain()
		}
		want = append(want, value)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: the option has\n%q\nof the marks\n%q", name, got, want)
	}
}
