package pages

import (
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file computes facts about a member beyond its distance from the guideline: the amount of money, in total and
// per head, what it is spent on, and its share of the total.

// An amount is a number of the member with the year that it is for.
type amount struct {
	Name   string
	Value  string
	Year   int
	Figure *dataset.Figure // that it is; nil for one that is worked out
}

// inYear returns an amount with its year; "" for nil.
func (a *amount) inYear() string {
	if a == nil {
		return ""
	}
	return a.Value + " (" + strconv.Itoa(a.Year) + ")"
}

// memberFacts are those answers.
type memberFacts struct {
	Spent      *amount        // nil where the report has no measure of spending, or the edition no figure
	PerHead    *amount        // nil without a number of people
	Parts      []amount       // what the money goes on, but for the second guideline's part
	PartCharts []*chart.Chart // the parts over the years
	Shares     []share        // of the whole: spending, and what it is measured by
	Ranks      []ranked       // by year, oldest first
}

// A share is a member's part of the whole.
type share struct{ Name, Value, Plain string }

// A ranked is a member's place in a year.
type ranked struct{ Year, Place int }

func (s *maker) memberFacts(v *Member) memberFacts {
	facts := memberFacts{Spent: s.spent(v), PerHead: s.perHead(v)}
	for _, id := range s.Data.MeasureIDs() {
		m := s.Data.Measures[id]
		if m.Breakdown == "" || s.Config.Spending == "" || m.Of != s.Config.Spending {
			continue
		}
		f := newestOf(v.Edition, v.Code, id)
		if f == nil {
			continue
		}
		if v.Second == nil || v.Second.Measure != m {
			facts.Parts = append(facts.Parts, amount{m.Name, s.AmountOf(f), f.Year, f})
		}
		if c := s.Draw(chart.Spec{Kind: "trend", Measure: id, Members: []string{v.Code}}); c != nil {
			facts.PartCharts = append(facts.PartCharts, c)
		}
	}
	for _, id := range []string{s.Config.Spending, s.Measure.Of} {
		if value, ok := s.shareOfWhole(v, id); ok && v.Code != s.Config.Total {
			facts.Shares = append(facts.Shares, share{s.Brief(s.Data.Measures[id]),
				s.Catalog.Amount(dataset.Percent, value, 1), dataset.Plain(value, 1)})
		}
	}
	if len(facts.Shares) < 2 {
		facts.Shares = nil // one alone compares with nothing
	}
	for _, y := range v.Edition.Years(s.Config.Measure) {
		if place, ok := v.Edition.Standings(s.Config.Measure, y).Place(v.Code); ok {
			facts.Ranks = append(facts.Ranks, ranked{y, place})
		}
	}
	return facts
}

// spent returns what the member spends in its newest year.
func (s *maker) spent(v *Member) *amount {
	f, ok := v.Edition.Figure(v.Code, v.Year, s.Config.Spending)
	if !ok {
		return nil
	}
	m := s.Data.Measures[f.Measure]
	return &amount{s.Brief(m), s.Catalog.Short(m.Unit, f.Value, f.Decimals), v.Year, f}
}

// perHead returns what it spends per head, in the newest year for which any source has its population.
func (s *maker) perHead(v *Member) *amount {
	m := s.Data.Measures[s.Config.Spending]
	ofPeople := func(id string) bool { return s.Data.Measures[id].Unit == dataset.Persons }
	people := lists.Filter(s.Data.MeasureIDs(), ofPeople)
	if m == nil || !m.Unit.Money() || len(people) == 0 {
		return nil
	}
	for _, y := range slices.Backward(v.Edition.Span(m.ID)) {
		f, ok := v.Edition.Figure(v.Code, y, m.ID)
		if !ok {
			continue
		}
		for _, source := range s.Data.SourceIDs() {
			if n, ok := s.Today.Figure(source, v.Code, y, people[0]); ok && n.Value > 0 {
				one := *m.Unit
				one.Scale = 1
				return &amount{s.Brief(m), s.Catalog.Money(&one, f.Value*m.Unit.Scale/n.Value), y, nil}
			}
		}
	}
	return nil
}

// shareOfWhole returns the member's part of a measure's total in its newest year, in per cent.
func (s *maker) shareOfWhole(v *Member, measure string) (float64, bool) {
	f, ok := v.Edition.Figure(v.Code, v.Year, measure)
	total, too := v.Edition.Figure(s.Config.Total, v.Year, measure)
	if !ok || !too || total.Value <= 0 {
		return 0, false
	}
	return dataset.Round(f.Value/total.Value*100, 1), true
}

// makeGroups makes a view of every group of members that the newest edition has a figure of. A group is not a member:
// it is not ranked and not counted.
func (s *maker) makeGroups() {
	year, edition, ok := s.Today.NewestYear(s.Config.Source, s.Config.Measure)
	if !ok {
		return
	}
	for _, m := range s.Data.Aggregates {
		f, ok := edition.Figure(m.Code, year, s.Config.Measure)
		v := &Member{Member: m, URL: memberURL(m), Group: true}
		taken := slices.ContainsFunc(s.memberList(), func(o *Member) bool { return o.URL == v.URL })
		if !ok || taken {
			continue
		}
		s.stand(v, f)
		at := len(s.Groups)
		if m.Code == s.Config.Total {
			at = 0 // the whole comes first
		}
		s.Groups = slices.Insert(s.Groups, at, v)
	}
}
