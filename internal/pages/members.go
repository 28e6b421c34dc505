package pages

import (
	"cmp"
	"html/template"
	"slices"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// A Member is what is shown of a member.
type Member struct {
	*dataset.Member
	URL string

	// Its distance in the newest year that an edition answers; if that edition has no figure of it for the year, by
	// its newest single figure. Its Figure is nil for exempt members and where there is none at all.
	Edition *dataset.Edition
	Year    int
	report.Standing
	Group     bool // it is not a member, but several of them together
	Place, Of int  // among the members that have a figure
	run       run

	Lede       []template.HTML
	Near       []standingRow     // its neighbours
	NearBelow  []report.NoteLine // the notes of their figures
	Ahead      []string          // about the next dated guideline
	Projection *projection       // on that guideline; nil when none is to come
	When       string            // since when it is on its side, in few words
	Second     *otherMark        // nil where the report has no second guideline, or it no figure
	SecondIs   []string
	Moved      *chart.Chart // the year whose figure was revised most; nil when none was
	MovedIs    template.HTML

	Below         []report.NoteLine // the notes of its figure
	Chart         *chart.Chart
	Bridge        *chart.Chart // what moved the figure; nil where there is nothing to compare it with
	History       matrix       // every edition of the report's own source
	Verdicts      []verdictRow
	Copies        []string // sources that repeat another's series
	OthersRevised []string // how other sources revised the years that are compared
	Articles      []*article.Article
	memberFacts
	Before *Member // by name
	After  *Member
}

// charts returns the charts of the member's page.
func (v *Member) charts() []*chart.Chart {
	return drawn(slices.Concat([]*chart.Chart{v.Chart, v.Bridge}, v.PartCharts, []*chart.Chart{v.Moved})...)
}

// A run is the unbroken row of years, up to the newest, in which a member was
// on the same side of the guideline by one edition.
type run struct {
	Since int
	First bool // the edition has no earlier figure of the member

	Begins int // the first of the unbroken years before Since on the other side; Since if there are none
}

// makeMembers makes a view of every member that had joined by the end of the
// report's own year, or by that of the newest year with figures.
func (s *maker) makeMembers(errs *diag.List) {
	s.Members = map[string]*Member{}
	year, edition, _ := s.Today.NewestYear(s.Config.Source, s.Config.Measure)
	var ranked *dataset.Standings
	if edition != nil {
		ranked = edition.Standings(s.Config.Measure, year)
	}
	last := s.AsOf.Year
	if len(s.Years) > 0 {
		last = max(last, s.Years[0].Year)
	}
	taken := map[string]*dataset.Member{}
	var previous *Member
	for _, m := range s.Data.AllMembers {
		if m.Joined.Year > last {
			continue
		}
		v := &Member{Member: m, URL: memberURL(m), Edition: edition, Year: year}
		switch other := taken[v.URL]; {
		case address.Slug(m.Name) == "":
			errs.Errorf(m.Pos, "member %s has the name %q", m.Code, m.Name).
				Hint("a name needs letters, of which its address is made")
			continue
		case other != nil:
			errs.Errorf(m.Pos, "the names of %s and %s make the same address /%s", m.Code, other.Code, v.URL).
				Hint("the other is at %s", other.Pos.String())
			continue
		}
		taken[v.URL] = m
		if edition != nil {
			v.Of = len(ranked.Ranked)
			v.Place, _ = ranked.Place(m.Code)
			if f, ok := edition.Figure(m.Code, year, s.Config.Measure); ok && m.Exempt == "" {
				s.stand(v, f)
			}
		}
		if v.Figure == nil && m.Exempt == "" {
			s.newestSingle(v)
		}
		if v.Before = previous; previous != nil {
			previous.After = v
		}
		previous = v
		s.Members[m.Code] = v
	}
}

func memberURL(m *dataset.Member) string { return "members/" + address.Slug(m.Name) + "/" }

// newestSingle sets a member's figure to the newest one in any release.
func (s *maker) newestSingle(v *Member) {
	if all := s.series[seriesKey{v.Code, s.Config.Source, s.Config.Measure}]; len(all) > 0 {
		s.stand(v, slices.MaxFunc(all, func(a, b *dataset.Figure) int { return cmp.Compare(a.Year, b.Year) }))
	}
}

// stand sets a member's distance by its newest figure.
func (s *maker) stand(v *Member, newest *dataset.Figure) {
	e, side := newest.Edition, s.Guideline.Met(newest)
	on := func(side bool, y int) int {
		for {
			f, ok := e.Figure(newest.Member, y-1, s.Config.Measure)
			if !ok || s.Guideline.Met(f) != side {
				return y
			}
			y--
		}
	}
	since := on(side, newest.Year)
	v.Edition, v.Year, v.Standing = e, newest.Year, s.Standing(newest)
	v.run = run{since, !s.knownBefore(e, newest.Member, since), on(!side, since)}
}

// bridgeTo draws what moved a member's figure to where it is, from the first
// year of its membership that is counted as the newest is.
func (s *maker) bridgeTo(v *Member) *chart.Chart {
	for _, y := range v.Edition.Years(s.Config.Measure) {
		f, ok := v.Edition.Figure(v.Code, y, s.Config.Measure)
		if ok && y >= v.Joined.Year && y < v.Year && dataset.BreakBetween(f, v.Figure) == nil {
			return s.Draw(chart.Spec{Kind: "bridge", From: y, Members: []string{v.Code}})
		}
	}
	return nil
}

// complete adds what only the member's own page shows.
func (s *maker) complete(v *Member) {
	if v.Exempt == "" {
		v.Chart = s.Draw(chart.Spec{Kind: "trend", Members: []string{v.Code}})
	}
	v.History = s.matrix(v.Member, s.Config.Measure, s.series[seriesKey{v.Code, s.Config.Source, s.Config.Measure}])
	s.otherSources(v)
	v.Articles = lists.Filter(s.Articles, func(a *article.Article) bool {
		return slices.Contains(a.Members, v.Code) || a.Evidence.HasRowOf(v.Code)
	})
	v.Lede = v.lede(s)
	if r := s.restated(v); r != nil {
		v.Moved = s.Draw(chart.Spec{Kind: "revisions", Year: r.first.Year, Members: []string{v.Code}})
		v.MovedIs = v.moved(s, r)
	}
	if v.Figure == nil {
		return
	}
	v.Below = s.NoteLines([]*dataset.Figure{v.Figure})
	told := func(l report.NoteLine) bool {
		return slices.ContainsFunc(v.Below, func(b report.NoteLine) bool { return b.Note != nil && b.Note == l.Note })
	}
	v.History.Notes = slices.DeleteFunc(v.History.Notes, told)
	if v.Edition.Answers(s.Config.Measure, v.Year) {
		v.Near = s.neighbours(v)
		near := lists.Each(v.Near, func(r standingRow) *dataset.Figure { return r.Figure })
		v.NearBelow = slices.DeleteFunc(s.NoteLines(near), told)
	}
	if !v.Group {
		v.Bridge = s.bridgeTo(v)
	}
	if v.Projection = s.projection(v.Edition, v.Figure); v.Projection != nil {
		v.Ahead = v.ahead(s, v.Projection)
	}
	if v.Second = s.otherMark(v); v.Second != nil {
		v.SecondIs = v.other(s, v.Second)
	}
	v.memberFacts = s.memberFacts(v)
}

// knownBefore reports whether the edition has a figure of a member for a year before this one.
func (s *maker) knownBefore(e *dataset.Edition, member string, year int) bool {
	return slices.ContainsFunc(e.Span(s.Config.Measure), func(y int) bool {
		_, ok := e.Figure(member, y, s.Config.Measure)
		return ok && y < year
	})
}

// newestOf returns the edition's figure of a member for the last year that has one, nil for none.
func newestOf(e *dataset.Edition, member, measure string) *dataset.Figure {
	for _, y := range slices.Backward(e.Span(measure)) {
		if f, ok := e.Figure(member, y, measure); ok {
			return f
		}
	}
	return nil
}
