package kind

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// mapKind shows the members of a year as tiles, each about where it is, coloured by distance from a guideline.
var mapKind = &chart.Kind{
	Name: "map", Keys: []string{"year", "members", "highlight"}, Whole: true,
	Form:  form.Map{},
	Shows: "distance", Goal: true,
	Begin: (*chart.Query).StandingsOf,
	Marks: func(q *chart.Query, m *chart.Model) {
		tiles(q, m)
		m.Distances = true
		m.Refs = []chart.Ref{{Name: q.GoalName(q.Guideline.Name), Unit: q.Measure.Unit}}
		m.Series = []chart.Series{{Name: q.Message("chart.column.distance_from"),
			Draw: chart.AsCell}}
		m.Notes = tileNotes(q, m)
		m.Parts = mapParts(q, m)
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		return m.MarkTable(q.HeadOf("chart.column.member"), chart.RowName, q.CodeColumn("chart.map.column_tile"),
			q.FigureColumn(q.Measure), q.DistanceColumn("chart.column.distance_from"), q.StatusColumn())
	},
	Title:    chart.CountTitle,
	Subtitle: distance.Subtitle,
	Summary: chart.Sentences{extremes, chart.CountMeeting, tileRegions, tileHighlighted, chart.Missing,
		chart.EstimatedRows},
}

// mapParts returns the outlines by region; none where some member of the year has none.
func mapParts(q *chart.Query, m *chart.Model) []chart.Part {
	var shapes []chart.Shape
	for _, who := range q.V.MembersIn(m.Year) {
		if who.Outline == nil {
			return nil
		}
		mark := lists.Find(m.Marks, func(k *chart.Mark) bool { return k.Member == who.Code })
		shapes = append(shapes, chart.Shape{Member: who, Mark: mark})
	}
	return chart.PartsOf(shapes)
}

// tileColumns is how many tiles are in a line of a report without places.
const tileColumns = 8

// tiles makes the tiles, by name, those without a place behind the others in lines of their own.
func tiles(q *chart.Query, m *chart.Model) {
	distances := lists.Each(m.Tally.Ranked, func(s dataset.Standing) float64 { return q.Distance(s.Figure).V })
	m.Classes = chart.NewBins(distances, q.Measure.Decimals, q.Guideline.Name.Side)
	var placed, others []*dataset.Member
	var columns int
	firstCol, firstLine := 100, 100
	for _, who := range q.V.MembersIn(m.Year) {
		if who.TileCol < 0 {
			others = append(others, who)
			continue
		}
		placed, firstCol, firstLine = append(placed, who), min(firstCol, who.TileCol), min(firstLine, who.TileRow)
		columns, m.Placed = max(columns, who.TileCol+1), max(m.Placed, who.TileRow+1)
	}
	if len(placed) > 0 {
		columns, m.Placed = columns-firstCol, m.Placed-firstLine
	} else {
		columns = min(tileColumns, len(others))
	}
	for i, who := range append(placed, others...) {
		col, line := who.TileCol-firstCol, who.TileRow-firstLine
		if next := i - len(placed); next >= 0 {
			col, line = next%columns, m.Placed+next/columns
		}
		f, ok := m.Edition.Figure(who.Code, m.Year, q.Measure.ID)
		if !ok || who.Exempt != "" {
			why := cmp.Or(who.Exempt, q.NoFigure())
			m.Absent = append(m.Absent, chart.Absent{Member: who, Why: why, Column: col, Line: line})
			continue
		}
		v := q.Distance(f)
		m.Append(&chart.Mark{Member: who.Code, Year: m.Year, Figures: []*dataset.Figure{f}, Value: v, Row: who.Name,
			Column: col, Line: line, Tone: chart.BinTone(m.Classes.Of(v.V)),
			Label: q.SignedIn(v), Short: chart.TileCode(who)})
	}
	m.X = chart.Axis{Scale: chart.Names, Names: chart.Numbers(1, columns), Hidden: true}
	lines := m.Placed + (len(others)+columns-1)/columns
	m.Y = chart.Axis{Scale: chart.Names, Names: chart.Numbers(1, lines), Hidden: true}
}

// tileNotes explain the tiles without a figure.
func tileNotes(q *chart.Query, m *chart.Model) []string {
	var notes []string
	if len(m.Tally.Missing) > 0 {
		notes = append(notes, q.Because(dataset.Names(m.Tally.Missing), q.NoFigure()))
	}
	return append(notes, q.Excused(m.Tally.Exempt)...)
}

// tileRegions counts those that meet the guideline by region: "West two of three; East one of four", where there are
// two regions at least.
func tileRegions(q *chart.Query, m *chart.Model) {
	regionOf := func(k *chart.Mark) string { return q.V.Members[k.Member].Region }
	regions := lists.Groups(m.Where(func(k *chart.Mark) bool { return regionOf(k) != "" }), regionOf)
	slices.SortStableFunc(regions, func(a, b chart.Marks) int { return len(b) - len(a) })
	if len(regions) > 1 {
		q.Say("chart.map.regions", "regions", q.Clauses(lists.Each(regions, func(marks chart.Marks) string {
			return q.Message("chart.map.region", "region", regionOf(marks[0]),
				"count", q.Some(len(lists.Filter(marks, chart.Met)), len(marks)))
		})...))
	}
}

// tileHighlighted names the members that are outlined.
func tileHighlighted(q *chart.Query, m *chart.Model) {
	q.SayNames("chart.map.outlined", lists.Each(m.Where(chart.IsHighlighted), func(k *chart.Mark) string {
		return q.Message("chart.with_value", "who", k.Row, "value", q.FigureText(k.Figures[0]))
	}))
}
