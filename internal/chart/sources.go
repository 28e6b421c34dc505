package chart

import (
	"cmp"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
)

// sourcesKind shows what each source says of some members in one year: a
// point for each source's newest figure. It compares editions, so that its
// marks name theirs.
var sourcesKind = &kind{
	name:      "sources",
	keys:      []string{"year", "members"},
	draw:      drawSources,
	estimates: hollowPoints,
}

// witnesses are what a sources chart shows, members in the order of the spec.
type witnesses struct {
	words
	measure   *dataset.Measure
	guideline *dataset.Guideline // nil without a reference line
	year      int
	members   []testimony
}

// A testimony is what the sources say of one member, the highest figure
// first, equal ones by the names of their sources.
type testimony struct {
	member *dataset.Member
	said   []statement
}

// A statement is one source's newest figure.
type statement struct {
	source *dataset.Source
	*dataset.Figure
}

func (t *testimony) high() *statement { return &t.said[0] }
func (t *testimony) low() *statement  { return &t.said[len(t.said)-1] }

// spread gives how far the figures lie apart, and with how many decimals that
// is known.
func (t *testimony) spread() (float64, int) {
	places := max(t.high().Decimals, t.low().Decimals)
	return dataset.Round(t.high().Value-t.low().Value, places), places
}

func drawSources(r *request, c *Chart) {
	if r.s.Source != "" {
		r.errorf("source", "a sources chart shows what every source says").
			Hint("leave it out; a revisions chart shows one source")
	}
	if r.needYearAndMembers(); r.errs.Failed() {
		return
	}
	d := &witnesses{words: r.words, measure: r.measure, guideline: r.guideline, year: r.s.Year}
	if d.fill(r); r.errs.Failed() {
		return
	}
	for i := range d.members {
		for _, s := range d.members[i].said {
			c.Figures = append(c.Figures, s.Figure)
		}
	}
	c.Edition = r.newestOf(c.Figures)
	if c.Title == "" {
		c.Title = d.title()
	}
	c.Subtitle = d.subtitle()
	c.Summary = d.summary()
	c.Table = d.table(c)
	desc := strings.Join(c.Summary, " ")
	c.Wide = d.draw(c.ID, wide, c.Title, desc)
	c.Narrow = d.draw(c.ID, narrow, c.Title, desc)
	c.Option = d.option(c.ID)
}

// needYearAndMembers reports that a kind which compares editions has no year
// or no members to compare them on, and members that had not joined by then.
func (r *request) needYearAndMembers() {
	if r.s.Year == 0 {
		r.errorf("year", "a %s chart needs a year", r.kind.name).
			Hint("add the year that the figures are for, such as year = 2016")
	}
	if len(r.s.Members) == 0 {
		r.errorf("members", "a %s chart needs members", r.kind.name).Hint("add members = [\"…\", \"…\"]")
	}
	for _, m := range r.members {
		if r.s.Year != 0 && m.Joined.Year > r.s.Year {
			r.noMember(m, "leave it out, or choose a later year", "%s joined on %s, after %d", m.Name, m.Joined, r.s.Year)
		}
	}
}

// newestOf gives the edition that a chart of several stands for: the newest of
// the report's own source, else the newest of all.
func (r *request) newestOf(figures []*dataset.Figure) *dataset.Edition {
	best := figures[0]
	for _, f := range figures[1:] {
		own, bestOwn := f.Source == r.t.Source, best.Source == r.t.Source
		if own && !bestOwn || own == bestOwn && f.Released.After(best.Released) {
			best = f
		}
	}
	return r.v.EditionOf(best)
}

// fill asks every source for its newest figure of each member. One figure of
// a partial release counts.
func (d *witnesses) fill(r *request) {
	for _, m := range r.members {
		t := testimony{member: m}
		for _, id := range r.v.SourceIDs() {
			if f, ok := r.v.Figure(id, m.Code, d.year, d.measure.ID); ok {
				t.said = append(t.said, statement{r.v.Sources[id], f})
			}
		}
		if len(t.said) == 0 {
			r.noMember(m, "leave it out, or choose another year", "no source has %s of %s for %d as known on %s", d.measure.ID, m.Name, d.year, r.v.Day)
			continue
		}
		slices.SortStableFunc(t.said, func(a, b statement) int {
			return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.source.Name, b.source.Name))
		})
		d.members = append(d.members, t)
	}
}

// sources gives every source that says something here, by name.
func (d *witnesses) sources() []*dataset.Source {
	var all []*dataset.Source
	for i := range d.members {
		for _, s := range d.members[i].said {
			if !slices.Contains(all, s.source) {
				all = append(all, s.source)
			}
		}
	}
	slices.SortFunc(all, func(a, b *dataset.Source) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return all
}

// table has a row for each figure, with the edition it stands in.
func (d *witnesses) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.memberColumn(), {Name: d.Say("chart.sources.column_source")}, d.releasedColumn(),
		d.column(d.measure.Name, d.measure.Unit)}}
	if d.guideline != nil {
		t.Columns = append(t.Columns, d.distances(d.guideline, d.measure.Unit))
	}
	t.Columns = append(t.Columns, d.statusColumn())
	for i := range d.members {
		for _, s := range d.members[i].said {
			row := []Cell{{Text: d.members[i].member.Name, Header: true}, {Text: s.source.Name}, {Text: d.Day(s.Released)}, {Text: d.Number(s.Value, s.Decimals)}}
			if d.guideline != nil {
				v, places := d.guideline.Distance(s.Figure)
				row = append(row, Cell{Text: d.Signed(v, places)})
			}
			t.Rows = append(t.Rows, append(row, Cell{Text: d.status(s.Status == dataset.Estimate)}))
		}
	}
	return t
}
