package pages

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// This file makes the top of the home page: an answer in three numbers, a list to choose a country from, and the
// charts of where, how far, and since when.

// A boardNumber is a number in large type with a few words.
type boardNumber struct {
	Value string
	Words string
	Path  string // of the page that has more
}

// boardNumbers returns how many meet the guideline, the figure of the largest group that is not the whole, and the
// share of the largest spender.
func (s *maker) boardNumbers(h *Home) []boardNumber {
	b, t := s.Catalog, h.Tally
	count := b.Message("home.number_count", "n", t.Meeting, "of", t.Of())
	if t.AtLeast() {
		count = b.Message("home.number_least", "n", t.Meeting, "of", t.Of())
	}
	list := []boardNumber{{Value: count, Path: s.YearURL(t.Year),
		Words: b.Message("home.number_meeting."+report.TallyTense(t), s.TallyValues(t)...)}}
	for _, g := range s.Groups {
		if g.Code != s.Config.Total {
			list = append(list, boardNumber{g.Value, b.Message("home.number_group", "who", g.Name, "year", g.Year), g.URL})
			break
		}
	}
	if s.Config.Spending == "" || !t.Edition.Answers(s.Config.Spending, t.Year) {
		return list
	}
	top := s.Members[t.Edition.Standings(s.Config.Spending, t.Year).Ranked[0].Member.Code]
	if value, ok := s.shareOfWhole(top, s.Config.Spending); ok && top.Edition == t.Edition && top.Year == t.Year {
		list = append(list, boardNumber{b.Amount(dataset.Percent, value, 0), b.Message("home.number_largest", "who", top.Name,
			"allies", s.Config.Plural, "spending", s.brief(s.Data.Measures[s.Config.Spending])), top.URL})
	}
	return list
}

// boardCharts draws what the home page shows of all members.
func (s *maker) boardCharts(h *Home) {
	year := h.Tally.Year
	h.Map = s.Draw(chart.Spec{Kind: "map", Year: year,
		Title: s.Catalog.Message("home.map_title", "allies", s.Config.Plural, "guideline", s.Guideline.Name, "year", year)})
	h.Distance = s.Draw(chart.Spec{Kind: "distance", Year: year})
	h.Meeting = s.Draw(chart.Spec{Kind: "meeting"})
	h.Years = s.Draw(chart.Spec{Kind: "heatmap"})
	if s.Config.Second != "" {
		h.Quadrant = s.Draw(chart.Spec{Kind: "quadrant"})
	}
}
