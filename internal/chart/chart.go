// Package chart makes one chart from a spec and a vintage of figures.
//
// Its input is a Spec, which describes what is shown, and a Vintage, the figures published by a day. Its output is a
// Chart with everything that a page may show of it. A Kind binds figures to Marks; a drawing in two widths, the table,
// the option for ECharts, tooltips and files are all made from those marks, so they cannot disagree.
//
// The package does not know what the report is about: names of members, measures and guidelines come from the data,
// and colours from the page's style sheet by class. Nor does it know its language: this package and package kind
// choose the sentences, whose words are in templates/strings.toml. The layout of a drawing is decided by package form.
// A year without a figure is a gap, and a count with members missing is described as a lower bound.
package chart

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/english"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// A Chart is one picture with its words. It is immutable.
type Chart struct {
	ID       string // readable, and the same as long as the spec is
	Kind     string
	Title    string // states the finding, unless the spec has a title
	Subtitle string // measure, unit and period
	Caption  string // the spec's own, may be empty
	Summary  []string
	Table    Table

	Model *Model
	Form  Form // of its drawings; nil for a table

	Edition     *dataset.Edition // of the marks that name none
	EstimateKey string           // how the drawing marks estimates: "hatched: estimates"; "" where it need not
	Guideline   *dataset.Guideline

	q *Query
}

// A Kind declares a chart: the data that it needs, how its marks are arranged and the sentences about them. Drawings,
// table, option, tooltips and downloads follow.
type Kind struct {
	Name    string
	Keys    []string // of a spec, besides those that every kind has
	Sorts   []string // values of the key sort, the default first
	Without string   // a key of every kind that this one has no use for

	Goal     bool                // it needs a guideline
	Begin    func(*Query) *Model // of the edition and years that it shows; nil: what is wrong is in the query
	Marks    func(*Query, *Model)
	Form     Form // nil for a table
	Table    func(*Query, *Model) Table
	Title    func(*Query, *Model) string
	Subtitle func(*Query, *Model) string
	Summary  Sentences

	Whole  bool   // it shows all members, and points out those that its spec names
	Shows  string // the derived measure that its marks show: "distance"; "" for the figures themselves
	Hollow bool   // estimates are drawn as hollow points, not hatched
	Named  bool   // a spec has to name members
	Most   int    // of the members that it may name; 0 for any number
	Still  bool   // a reader can only look at it: its marks have one order and one time
}

// Sentences are those of a summary, those that several kinds share and a kind's own. Each function says none or more.
type Sentences []func(*Query, *Model)

// String names a kind in a finding: "distance chart".
func (k *Kind) String() string {
	if k.Form == nil {
		return k.Name
	}
	return k.Name + " chart"
}

// A Form lays out the marks of a model.
type Form interface {
	Layout(m *Model, s Size) *scene.Scene
}

// A Size is one of the two drawings of a chart.
type Size struct {
	Name  string  // class of the svg element, and end of its ids
	Width float64 // of the view box
	Text  float64 // font size
}

// The two sizes. The style sheet shows the narrow one in a container of up to 640 px, and never much larger than it is;
// on a phone of 360 px it is set in 328, so that its text is 12 px high. That of the wide one is 13.
var (
	Wide   = Size{"wide", 720, 13}
	Narrow = Size{"narrow", 360, 13.2}
)

// Kinds are the kinds of chart that there are.
type Kinds []*Kind

// Names returns the names of all kinds, in their order.
func (ks Kinds) Names() []string { return lists.Each(ks, func(k *Kind) string { return k.Name }) }

// Draw makes a chart of a spec from what was known on the vintage's day, in the messages of a catalog. A spec that
// cannot be drawn has errors at the places of its keys, and no Chart; a spec made in Go has no places.
func (ks Kinds) Draw(v *dataset.Vintage, t dataset.Terms, catalog *i18n.Catalog, s Spec) (*Chart, diag.List) {
	q := query(v, t, catalog, s)
	m := ks.model(q)
	if q.Errs.Failed() {
		q.Errs.Sort()
		return nil, q.Errs
	}
	c := q.chart(m)
	c.ID = identity(q.Kind, t, s)
	c.Table = q.Kind.Table(q, m)
	c.Table.Caption = c.Subtitle
	return c, q.Errs
}

// Check reports what is wrong with a spec, for callers that need no picture of it: there is a chart when the findings
// hold no error.
func (ks Kinds) Check(v *dataset.Vintage, t dataset.Terms, s Spec) diag.List {
	q := query(v, t, i18n.Empty, s)
	ks.model(q)
	return q.Errs
}

// model returns the model of a query's spec, or nil where an error is in the query.
func (ks Kinds) model(q *Query) *Model {
	if q.Kind = ks.named(q.Spec.Kind); q.Kind == nil {
		ks.bad(&q.Errs, q.Spec.places().ValuePos("kind"), q.Spec.Kind)
		return nil
	}
	if q.resolve(); q.Errs.Failed() {
		return nil
	}
	resolved := len(q.Errs)
	m := q.marks()
	for _, e := range q.Errs[resolved:] {
		e.Figures = true
	}
	if q.Errs.Failed() {
		return nil
	}
	m.contrast()
	q.light(m)
	m.index()
	q.findDecisive(m)
	return m
}

// marks returns the model of a query's kind with its marks; nil where there is none, the reason of which is reported.
func (q *Query) marks() *Model {
	if q.Kind.Goal && !q.NeedGuideline() {
		return nil
	}
	if q.Kind.Named && len(q.Spec.Members) == 0 {
		some := q.highlighted
		if len(some) == 0 {
			some = q.V.AllMembers
		}
		codes := lists.Each(some[:min(2, len(some))], func(m *dataset.Member) string { return m.Code })
		q.Errorf("members", "a %s needs members", q.Kind).
			Hint("add members = %s, or others; aggregates may be among them", tomldoc.QuoteList(codes))
	}
	if most := q.Kind.Most; most > 0 && len(q.Members) > most {
		q.NoMember(q.Members[most], "leave it out; a trend chart takes any number of them", "a %s has room for %s %s",
			q.Kind, english.Few(most), map[bool]string{true: "member", false: "members"}[most == 1])
	}
	m := q.Kind.Begin(q)
	if m != nil && !q.Errs.Failed() {
		q.Kind.Marks(q, m)
	}
	return m
}

// findDecisive finds the figures that the counts of a model hang on.
func (q *Query) findDecisive(m *Model) {
	for _, k := range m.Marks {
		if k.Of == 0 {
			continue
		}
		for _, h := range q.V.DecisiveFigures(cmp.Or(k.Edition, m.Edition).Tally(q.Guideline, k.Year)) {
			k.decisive = append(k.decisive, h.Figure)
		}
	}
}

// chart returns the chart of a model.
func (q *Query) chart(m *Model) *Chart {
	k := q.Kind
	c := &Chart{Kind: k.Name, Title: q.Spec.Title, Caption: q.Spec.Caption, Model: m,
		Form: k.Form, Edition: m.Edition, Guideline: q.Guideline, q: q}
	if c.Title == "" {
		c.Title = q.hedge(k.Title(q, m), m)
	}
	key := q.Message("chart.hatched")
	switch {
	case k.Form == nil:
		key = q.Message("chart.table.estimates")
	case k.Hollow:
		key = q.Message("chart.hollow_points")
	}
	n := m.Estimates()
	c.Subtitle = q.estimateNote(k.Subtitle(q, m), n, len(m.Marks), key)
	if n > 0 && n < len(m.Marks) {
		c.EstimateKey = key
	}
	for _, say := range k.Summary {
		say(q, m)
	}
	c.Summary = q.said
	return c
}

// Wide returns the drawing for about 720 px, nil for a table. It is laid out each time, so that charts that wait for
// their page take no memory for it.
func (c *Chart) Wide() *scene.Scene { return c.drawing(Wide) }

// Narrow returns the drawing for about 360 px likewise.
func (c *Chart) Narrow() *scene.Scene { return c.drawing(Narrow) }

func (c *Chart) drawing(s Size) *scene.Scene {
	if c.Form == nil {
		return nil
	}
	return c.Form.Layout(c.Model, s)
}

// Drawn returns the charts of a list that have drawings: all but tables.
func Drawn(list []*Chart) []*Chart {
	return lists.Filter(list, func(c *Chart) bool { return c.Form != nil })
}

// Figures returns what was drawn, in the order of the marks, each once.
func (c *Chart) Figures() []*dataset.Figure {
	figures := c.Model.figures()
	seen := make(map[*dataset.Figure]bool, len(figures))
	return slices.DeleteFunc(figures, func(f *dataset.Figure) bool {
		again := seen[f]
		seen[f] = true
		return again
	})
}

// Editions returns the editions whose figures were drawn, in the order of the marks: one for most charts. Where nothing
// had to be drawn it is the one that was counted.
func (c *Chart) Editions() []*dataset.Edition {
	if len(c.Model.Marks) == 0 && c.Model.Tally != nil {
		return []*dataset.Edition{c.Model.Tally.Edition}
	}
	return lists.With(nil, lists.Each(c.Figures(), func(f *dataset.Figure) *dataset.Edition { return f.Edition })...)
}

// SVG returns one of the drawings for a page. Its text for screen readers is the headline and the first two sentences.
func (c *Chart) SVG(s *scene.Scene) []byte { return c.svg(s, nil) }

// WithTips returns one of the drawings for a page on which a reader can point at marks. The wide one has tooltips; the
// narrow one, which is beside it, has the same marks.
func (c *Chart) WithTips(s *scene.Scene) []byte {
	if s.Name != Wide.Name {
		return c.SVG(s)
	}
	return c.svg(s, c.q.tip)
}

func (c *Chart) svg(s *scene.Scene, tip func(scene.Marker) string) []byte {
	return s.SVG(c.ID, c.Title, strings.Join(c.Summary[:min(2, len(c.Summary))], " "), tip)
}

// Shows names the derived measure that the marks show; it is empty where they show figures.
func (c *Chart) Shows() string { return c.q.Kind.Shows }

// Same reports whether two charts show the same marks under the same headline, whatever ID each has on its page,
// whatever caption is below it, and whichever of the members its article is about.
func (c *Chart) Same(o *Chart) bool {
	return c.Kind == o.Kind && c.Edition == o.Edition && c.Title == o.Title && c.Subtitle == o.Subtitle &&
		slices.EqualFunc(c.Model.Marks, o.Model.Marks, func(a, b *Mark) bool {
			return a.Label == b.Label && a.Row == b.Row && bytes.Equal(a.AppendData(nil), b.AppendData(nil))
		})
}

// Fingerprint returns the content of the marks, for callers that need a name that changes with them.
func (c *Chart) Fingerprint() []byte {
	b := []byte(c.Edition.String())
	for _, k := range c.Model.Marks {
		b = k.AppendData(b)
	}
	return b
}
