package dataset

import (
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/tomldoc"
)

// A Missing release is known to exist but is not in data/.
type Missing struct {
	Date     civil.Date
	Title    string
	URL      string
	Why      string // how it is known, and why it is not in data/
	From, To int    // the years that it covers; 0 if not known
	DatePos  diag.Pos
}

// loadMissing reads the [[missing]] releases of a source.
func (s *Source) loadMissing(t *tomldoc.Table) {
	for _, mt := range t.Tables("missing") {
		m := &Missing{Date: mt.Date("date"), Title: mt.String("title"), URL: mt.Address("url"), Why: mt.String("why"),
			From: mt.Year("from"), To: mt.Year("to"), DatePos: mt.ValuePos("date")}
		checkPublished(mt, m.From, m.To)
		mt.NotBlank("title", "why")
		mt.Check(formats.Of("a missing release"), formats.Of("a source"))
		if s.released(m.Date) != nil {
			mt.Errorf("date", "release %s is in the data", m.Date).Hint("delete the [[missing]] entry")
		}
		s.Missing = append(s.Missing, m)
	}
	slices.SortStableFunc(s.Missing, func(a, b *Missing) int { return a.Date.Compare(b.Date) })
}

// checkPublished reports years that cannot be those of a publication, which has both or neither.
func checkPublished(t *tomldoc.Table, from, to int) {
	if checkSpan(t, from, to) && t.Has("from") != t.Has("to") {
		t.Errorf(map[bool]string{true: "from", false: "to"}[t.Has("from")], "only one of from and to").
			Hint("write both, from = 2009 and to = 2016")
	}
}

// Gaps returns, oldest first, the days of the releases of a source known on the day whose figure for a member, year
// and measure is not in data/: missing releases and partial ones. Every release is assumed to include the measure.
func (v *Vintage) Gaps(source, member string, year int, measure string) []civil.Date {
	s, m := v.Sources[source], v.Members[member]
	if s == nil || m == nil || m.Exempt != "" {
		return nil
	}
	var gaps []civil.Date
	spans := func(from, to int, day civil.Date) bool {
		return from <= year && year <= to && !day.After(v.Day) && (m.Aggregate || !m.Joined.After(day))
	}
	for _, miss := range s.Missing {
		if spans(miss.From, miss.To, miss.Date) {
			gaps = append(gaps, miss.Date)
		}
	}
	for _, e := range v.bySource[source] {
		r := e.Release
		if _, held := e.Figure(member, year, measure); !held && spans(r.From, r.To, r.Date) {
			gaps = append(gaps, r.Date)
		}
	}
	slices.SortFunc(gaps, civil.Date.Compare)
	return gaps
}
