package dataset

import "burdenshare/internal/diag"

// Original returns the figure of another source that this one repeats, or nil if it is the source's own. The two
// count as one source.
func (f *Figure) Original() *Figure {
	if f.Edition.SeriesOf == nil {
		return nil
	}
	return f.Edition.SeriesOf.figures[f.key]
}

// BySource returns the newest figure of each source for a member, year and measure, by source. If a source repeats
// the series of another one among them, its figures are returned as copies.
func (v *Vintage) BySource(member string, year int, measure string) (own, copies []*Figure) {
	said := map[string]*Figure{}
	for _, id := range v.SourceIDs() {
		if f, ok := v.Figure(id, member, year, measure); ok {
			said[id] = f
		}
	}
	for _, id := range v.SourceIDs() {
		f := said[id]
		switch {
		case f == nil:
		case f.Original() != nil && said[f.Edition.SeriesOf.Source.ID] != nil:
			copies = append(copies, f)
		default:
			own = append(own, f)
		}
	}
	return own, copies
}

// bindSeries sets the edition that each release with series_of repeats, and reports releases that do not repeat one.
func (d *Dataset) bindSeries(errs *diag.List) {
	for _, e := range d.Editions {
		r := e.Release
		if r.SeriesOf == "" {
			continue
		}
		if d.Sources[r.SeriesOf] == nil || r.SeriesOf == e.Source.ID {
			errs.Errorf(r.seriesPos, "series_of: unknown source %q", r.SeriesOf).
				Hint("%s", diag.DidYouMean(r.SeriesOf, d.SourceIDs(), "name the other source whose series this is"))
			continue
		}
		var differ []*Figure
		shared := 0
		for _, o := range d.Editions {
			if o.Source.ID != r.SeriesOf || o.Release.Date.After(r.Date) || o.Release.Partial {
				continue
			}
			if n, unlike := e.unlike(o); e.SeriesOf == nil || len(unlike) < len(differ) {
				e.SeriesOf, differ, shared = o, unlike, n
			}
		}
		switch {
		case shared == 0 && failed(*errs, membersFile, measuresFile, "data/"+r.SeriesOf+"/", "data/"+e.Source.ID+"/"):
			e.SeriesOf = nil // figures could not be read
		case e.SeriesOf == nil || shared == 0:
			e.SeriesOf = nil
			errs.Errorf(r.seriesPos, "series_of: no release of %s up to %s has its figures",
				d.Sources[r.SeriesOf].Name, r.Date).
				Hint("delete the line, or add the release that it repeats")
		case len(differ) > 0:
			f := differ[0]
			o := e.SeriesOf.figures[f.key]
			errs.Errorf(f.Pos, "%d of %d figures differ from the series of %s, such as %s %d: %s, there %s",
				len(differ), shared, e.SeriesOf, f.Member, f.Year, f.Plain(), o.Plain()).
				Hint("a series with figures of its own has no series_of; see %s", r.seriesPos)
		}
	}
}

// unlike returns the number of figures that an edition shares with another, and those whose values differ at the
// precision of the less precise one.
func (e *Edition) unlike(o *Edition) (shared int, differ []*Figure) {
	for i := range e.all {
		f := &e.all[i]
		other, ok := o.figures[f.key]
		if !ok {
			continue
		}
		shared++
		if d := min(f.Decimals, other.Decimals); Round(f.Value, d) != Round(other.Value, d) {
			differ = append(differ, f)
		}
	}
	return shared, differ
}
