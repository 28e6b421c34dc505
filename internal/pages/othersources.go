package pages

import (
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// A verdictRow is the newest figure of another source, and what the report's own has for that year.
type verdictRow struct {
	report.Standing
	Own cell // empty where it has none
}

// otherSources adds the newest figure of a member by each other source. A source that repeats the series of another
// does not count as a source of its own.
func (s *maker) otherSources(v *Member) {
	var editions []*dataset.Edition
	var figures []*dataset.Figure
	for _, id := range s.SourceIDs()[1:] { // behind the report's own
		if f, of := s.newestBy(id, v.Code); f != nil {
			figures, editions = append(figures, f), append(editions, of...)
		}
	}
	repeats := func(e *dataset.Edition) bool {
		return e.SeriesOf != nil &&
			slices.ContainsFunc(editions, func(o *dataset.Edition) bool { return o.Source == e.SeriesOf.Source })
	}
	for _, e := range lists.Filter(editions, repeats) {
		v.Copies = append(v.Copies, s.Catalog.Message("note.repeats", "source", e.Source.Name,
			"original", e.SeriesOf.Source.Name, "day", e.SeriesOf.Release.Date))
	}
	for _, f := range figures {
		if !repeats(f.Edition) {
			v.Verdicts = append(v.Verdicts, verdictRow{s.Standing(f), s.sameYear(f)})
		}
	}
	v.OthersRevised = s.revisedElsewhere(v)
}

// newestBy returns a source's newest figure of a member, from the newest edition that has one, and the editions to
// show: that one, and where it is partial the newest whole one as well.
func (s *maker) newestBy(source, member string) (newest *dataset.Figure, editions []*dataset.Edition) {
	for _, e := range s.Today.Known(source) {
		f := newestOf(e, member, s.Config.Measure)
		if f == nil {
			continue
		}
		if newest == nil {
			newest = f
		}
		editions = append(editions, e)
		if !e.Release.Partial {
			break
		}
	}
	return newest, editions
}

// revisedElsewhere adds how other sources' figures were revised, for the years in which sources are compared.
func (s *maker) revisedElsewhere(v *Member) []string {
	var list []string
	for _, row := range v.Verdicts {
		for _, other := range v.Verdicts {
			said, _ := s.Today.History(other.Figure.Source, v.Code, row.Figure.Year, s.Config.Measure)
			if len(said) == 0 {
				continue
			}
			first, last, changes := dataset.Revisions(said, dataset.Published)
			if changes == 0 {
				continue
			}
			list = lists.With(list, s.Catalog.Message("member.others_revised", "year", row.Figure.Year,
				"source", other.Figure.Edition.Source.Name, "n", changes,
				"first", s.AmountOf(first), "then", first.Released, "last", s.AmountOf(last), "now", last.Released))
		}
	}
	return list
}
