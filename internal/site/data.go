package site

import "burdenshare/internal/dataset"

// dataView is what the data page shows.
type dataView struct {
	Sources     []sourceView
	Measures    []*dataset.Measure
	Guidelines  []*dataset.Guideline
	Derived     []*dataset.Derived
	Comparisons []dataset.Comparison
	Figures     int
}

type sourceView struct {
	*dataset.Source
	Editions []editionView // newest first
}

type editionView struct {
	*dataset.Edition
	Figures  int
	Measures int
	From, To int    // the years of its figures
	File     string // path on the site; "" when it may not be passed on
}

func (s *Site) dataView() *dataView {
	v := &dataView{Derived: dataset.Derivations(), Comparisons: dataset.Comparisons()}
	type sum struct {
		n, from, to int
		measures    map[string]bool
	}
	sums := map[*dataset.Edition]*sum{}
	for i := range s.Data.Figures {
		f := &s.Data.Figures[i]
		if f.Released.After(s.opts.AsOf) {
			continue
		}
		v.Figures++
		k := s.Data.EditionOf(f)
		x := sums[k]
		if x == nil {
			x = &sum{from: f.Year, to: f.Year, measures: map[string]bool{}}
			sums[k] = x
		}
		x.n++
		x.from, x.to = min(x.from, f.Year), max(x.to, f.Year)
		x.measures[f.Measure] = true
	}
	ids := append([]string{s.Config.Source}, s.Data.SourceIDs()...)
	for i, id := range ids {
		if i > 0 && id == s.Config.Source {
			continue // the report's own stands first
		}
		src := sourceView{Source: s.Data.Sources[id]}
		for _, e := range s.Today.Known(id) {
			ev := editionView{Edition: e}
			if x := sums[e]; x != nil {
				ev.Figures, ev.Measures, ev.From, ev.To = x.n, len(x.measures), x.from, x.to
			}
			if e.Source.Redistribute {
				ev.File = e.Release.File
			}
			src.Editions = append(src.Editions, ev)
		}
		if len(src.Editions) > 0 {
			v.Sources = append(v.Sources, src)
		}
	}
	for _, id := range s.Data.MeasureIDs() {
		v.Measures = append(v.Measures, s.Data.Measures[id])
	}
	for _, id := range s.Data.GuidelineIDs() {
		if g := s.Data.Guidelines[id]; !g.Adopted.After(s.opts.AsOf) {
			v.Guidelines = append(v.Guidelines, g)
		}
	}
	return v
}
