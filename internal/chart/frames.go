package chart

import (
	"encoding/json"
	"slices"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
)

// This file makes what a chart shows at other times than its own: of another year, as known on another day, over a
// shorter period. A reader who explores a chart goes from one to the next, and every headline and sentence on the way
// is written here, by the chart's kind.

// A Frame is a chart at a time.
type Frame struct {
	Year  int    `json:"year,omitempty"` // of a chart of one year
	From  int    `json:"from,omitempty"` // of a chart over years, where it is less than all
	To    int    `json:"to,omitempty"`
	Known string `json:"known,omitempty"` // the day of its edition; empty for a chart of several

	Edition int           `json:"edition"`          // its name for readers, in the pool, as all that follows
	Source  int           `json:"source,omitempty"` // whose figures are shown, where they are of several editions
	Words   []int         `json:"words"`            // title, subtitle, sentences of the summary
	Notes   []int         `json:"notes,omitempty"`  // of its figures
	Series  []frameSeries `json:"series,omitempty"` // nothing in a period, which shows a part of another frame
	X       int           `json:"x,omitempty"`      // its axes
	Y       int           `json:"y,omitempty"`
	Key     int           `json:"key,omitempty"` // to the colours of its cells, as SVG
	Low     *float64      `json:"low,omitempty"` // the ends of the axis of values in a period
	High    *float64      `json:"high,omitempty"`

	Alone  map[string]*Frame `json:"alone,omitempty"`  // the words of a chart of one member, by its name
	Absent []string          `json:"absent,omitempty"` // members on a map without a figure
}

// A Keyed is a form that draws the key to colours alone; nil where the series are all there is to say.
type Keyed interface{ Key(*Model) *scene.Scene }

// A frameSeries is a series without its marks, in the pool, and its marks:
// each [name, value, words, label, look] and its code, if it has one; 0 where there is none.
type frameSeries struct {
	As   int   `json:"as"`
	Data []any `json:"data"`
}

// Frames are a chart at all of its times. What frames have in common is in
// the pool, once; the first place of that is empty.
type Frames struct {
	Pool    []json.RawMessage `json:"pool"`
	Frames  []*Frame          `json:"frames"`
	Periods []*Frame          `json:"periods,omitempty"`
	Wide    []Outlined        `json:"wide,omitempty"` // of a map with outlines, in the two sizes
	Narrow  []Outlined        `json:"narrow,omitempty"`

	// names that are otherwise in a list: at its beginning and within
	Listed map[string][2]string `json:"listed,omitempty"`
	Others []string             `json:"others,omitempty"` // the end of a list that leaves out two, three and so on

	places map[string]int // in the pool, of JSON
	notes  func(*Chart) []string
}

// mostEnds is how many years a period can begin or end with; of the newest
// edition both may be chosen, of older ones the year in which it begins.
const mostEnds = 13

// A frameTime is when a frame is: the day by which figures were known, and a year.
type frameTime struct {
	edition *dataset.Edition
	year    int
}

// times returns the times for which there may be a frame, newest edition first.
func (c *Chart) times(today *dataset.Vintage) []frameTime {
	var list []frameTime
	yearly, many := slices.Contains(c.q.Kind.Keys, "year"), c.ofEditions()
	for _, e := range today.Known(c.q.Source.ID) {
		years := e.Years(c.q.Measure.ID)
		switch {
		case len(years) == 0:
			continue
		case !yearly && many:
			return nil
		case !yearly:
			years = []int{0}
		}
		for _, y := range years {
			list = append(list, frameTime{e, y})
		}
		if many { // it shows all editions at once
			break
		}
	}
	return list
}

// ofEditions reports whether the chart compares editions.
func (c *Chart) ofEditions() bool { return c.Model.Marks[0].Edition != nil }

// Frames returns the chart at every time for which there are figures, with the notes of those and whose they are.
func (c *Chart) Frames(today *dataset.Vintage, notes func(*Chart) []string, source func(*Chart) string) *Frames {
	fs := &Frames{Pool: []json.RawMessage{json.RawMessage("null")}, places: map[string]int{}, notes: notes}
	spec, several, mixed := c.timeless(), c.ofEditions(), len(c.Editions()) > 1
	var models []*Model
	for _, t := range c.times(today) {
		v := today
		if !several {
			v = today.AsOf(t.edition.Release.Date)
		}
		spec.Year = t.year
		at := c.at(v, spec)
		if at == nil || !several && at.Edition != t.edition {
			continue
		}
		f := fs.frame(at)
		if f.Year = t.year; several {
			f.Known = ""
		}
		if len(at.Editions()) > 1 || mixed {
			f.Source = fs.pool(source(at))
		}
		fs.draw(f, at)
		fs.Frames = append(fs.Frames, f)
		if c.speaksOfEach() {
			fs.alone(f, at, v)
		}
		if c.overYears() && !spec.Everyone {
			fs.periods(at, v)
		}
		models = append(models, at.Model)
	}
	fs.outlines(c, models)
	fs.lists(c.q, slices.Concat(today.AllMembers, today.Aggregates))
	return fs
}

// lists adds what a list of chosen members is written with.
func (fs *Frames) lists(q *Query, members []*dataset.Member) {
	fs.Listed = map[string][2]string{}
	for i, m := range members {
		if within := q.The(m.Name); within != m.Name || i18n.Capital(within) != within {
			fs.Listed[m.Name] = [2]string{i18n.Capital(within), within}
		}
		fs.Others = append(fs.Others, q.Message("chart.others", "n", i+2))
	}
}

// speaksOfEach reports whether readers may choose single members of a chart whose headline is about all of them: of a
// chart that others lead to, or one over years.
func (c *Chart) speaksOfEach() bool {
	s := c.q.Spec
	return s.Everyone || len(s.Members) == 0 && slices.Contains(c.q.Kind.Keys, "members") && c.overYears()
}

// alone adds the words of a chart of each member alone.
func (fs *Frames) alone(f *Frame, c *Chart, v *dataset.Vintage) {
	spec := c.q.Spec
	f.Alone, spec.Everyone = map[string]*Frame{}, false
	for _, k := range c.Model.Marks {
		code := k.Member
		who := v.Members[code]
		if who == nil || f.Alone[who.Name] != nil {
			continue
		}
		spec.Members = []string{code}
		if at := c.at(v, spec); at != nil && at.Edition == c.Edition {
			f.Alone[who.Name] = fs.frame(at)
		}
	}
}

// at returns the chart at another time, without drawings; nil where there is none.
func (c *Chart) at(v *dataset.Vintage, s Spec) *Chart {
	q := query(v, c.q.Terms, c.q.Catalog, s)
	m := Kinds{c.q.Kind}.model(q)
	if q.Errs.Failed() || len(m.Marks) == 0 {
		return nil
	}
	return q.chart(m)
}

// frame returns the words of a chart.
func (fs *Frames) frame(c *Chart) *Frame {
	e := c.Edition
	f := &Frame{Known: e.Release.Date.String(),
		Edition: fs.pool(c.q.Message("chart.mark.edition", "source", e.Source.Name, "day", e.Release.Date))}
	place := func(text string) int { return fs.pool(text) }
	f.Words = lists.Each(append([]string{c.Title, c.Subtitle}, c.Summary...), place)
	f.Notes = lists.Each(fs.notes(c), place)
	return f
}

// draw adds what ECharts draws in a frame.
func (fs *Frames) draw(f *Frame, c *Chart) {
	o := &optioner{c.q, c.Model, Property}
	for _, s := range o.series() {
		data := s.Data
		s.Data = nil
		f.Series = append(f.Series, frameSeries{fs.pool(s), fs.data(data)})
	}
	if like, lines := o.others(); len(lines) > 0 {
		as := fs.pool(&like)
		for _, line := range lines {
			f.Series = append(f.Series, frameSeries{as, line})
		}
	}
	f.X, f.Y = fs.pool([]axis{o.axis(&c.Model.X)}), fs.pool(o.upright())
	if form, ok := c.Form.(Keyed); ok {
		if key := form.Key(c.Model); key != nil {
			f.Key = fs.pool(string(key.SVG("", "", "", nil)))
		}
	}
	for _, shape := range slices.Concat(c.Model.Parts...) {
		if shape.Mark == nil {
			f.Absent = append(f.Absent, shape.Member.Name)
		}
	}
}

// data returns the marks of a series in short.
func (fs *Frames) data(list any) []any {
	looks := map[look]int{} // places in the pool
	marks, ok := list.([]datum)
	if !ok {
		return list.([]any)
	}
	short := make([]any, len(marks))
	for i, d := range marks {
		if d.Name == "" {
			short[i] = 0
			continue
		}
		label := ""
		if d.Label != nil {
			label, d.Label.Formatter = string(d.Label.Formatter), ""
		}
		place, seen := looks[d.look]
		if !seen {
			place = fs.pool(datum{Symbol: d.Symbol, SymbolSize: d.SymbolSize, Offset: d.Offset, Label: d.Label,
				ItemStyle: d.ItemStyle})
			looks[d.look] = place
		}
		one := []any{d.Name, d.Value, d.Words, label, place}
		if d.Short != "" {
			one = append(one, d.Short)
		}
		short[i] = one
	}
	return short
}

// pool returns the place in the pool of a part of an option.
func (fs *Frames) pool(part any) int {
	raw, err := json.Marshal(part)
	if err != nil {
		panic("chart: a part of an option that is not JSON: " + err.Error())
	}
	i, ok := fs.places[string(raw)]
	if !ok {
		i = len(fs.Pool)
		fs.Pool, fs.places[string(raw)] = append(fs.Pool, raw), i
	}
	return i
}

// periods adds the words of every shorter period as known on a day: what is
// shown in one is a part of the frame of its edition.
func (fs *Frames) periods(c *Chart, v *dataset.Vintage) {
	from, to := c.Model.From, c.Model.To
	step := max(1, (to-from+mostEnds-2)/(mostEnds-1))
	spec, older := c.q.Spec, len(fs.Frames) > 1
	for spec.From = from; spec.From < to; spec.From += step {
		for spec.To = to; spec.To > spec.From+step; spec.To -= step {
			if spec.From == from && spec.To == to {
				continue
			}
			if older && spec.To < to {
				break
			}
			at := c.at(v, spec)
			if at == nil || at.Edition != c.Edition {
				continue
			}
			f := fs.frame(at)
			f.From, f.To = spec.From, spec.To
			if lo, hi := at.Model.Extent(&at.Model.Y); at.Model.Y.Scale == Values && !at.Model.Y.Zero {
				lo, hi = RoundOutward(lo, hi, mostTicks)
				f.Low, f.High = &lo, &hi
			}
			fs.Periods = append(fs.Periods, f)
		}
	}
}

// Property returns a colour of the palette as the page's own, which follows its reader's settings.
func Property(name string) string { return "var(--" + name + ")" }
