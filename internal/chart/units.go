package chart

import (
	"math"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/phrase"
)

// value writes a figure for reading: "2.21%", "$62.4bn", "1,234".
func (w words) value(u dataset.Unit, v float64, decimals int) string {
	return w.Short(string(u), v, decimals)
}

// signed writes a distance on a mark: "+0.21", "−$1.2bn".
func (w words) signed(u dataset.Unit, v float64, decimals int) string {
	if u == dataset.USDMillion {
		return w.SignedMoney(v)
	}
	return w.Signed(v, decimals)
}

// away writes how far something lies off, without saying on which side: "0.21
// points".
func (w words) away(u dataset.Unit, v float64, decimals int) string {
	switch v = math.Abs(v); u {
	case dataset.USDMillion:
		return w.Money(v)
	case dataset.Percent:
		return w.Say("chart.points_away", "v", w.Number(v, decimals))
	}
	return w.Number(v, decimals)
}

// stands writes where a distance lies: "0.21 points above", "0.40 points short
// of 2% of GDP", "exactly at 2% of GDP". The goal may be left out where a
// sentence has named it already.
func (w words) stands(u dataset.Unit, v float64, decimals int, goal string) string {
	switch {
	case v > 0 && goal != "":
		return w.Say("chart.stands.above", "by", w.away(u, v, decimals), "guideline", goal)
	case v > 0:
		return w.Say("chart.stands.above_it", "by", w.away(u, v, decimals))
	case v < 0 && goal != "":
		return w.Say("chart.stands.short", "by", w.away(u, v, decimals), "guideline", goal)
	case v < 0:
		return w.Say("chart.stands.short_of_it", "by", w.away(u, v, decimals))
	case goal != "":
		return w.Say("chart.stands.at", "guideline", goal)
	}
	return w.Say("chart.stands.at_it")
}

// inUnit names a measure's unit in a subtitle.
func (w words) inUnit(u dataset.Unit) string {
	return w.Say("chart.unit.in", "unit", w.unit(u))
}

func (w words) unit(u dataset.Unit) string {
	switch u {
	case dataset.Percent:
		return w.Say("chart.unit.percent")
	case dataset.USDMillion:
		return w.Say("chart.unit.usd")
	}
	return w.Say("chart.unit.persons")
}

// distanceUnit names the unit of a distance in a subtitle.
func (w words) distanceUnit(u dataset.Unit) string {
	if u == dataset.Percent {
		return w.Say("chart.unit.points")
	}
	return w.unit(u)
}

// columnUnit is a unit in the head of a table's column, whose cells hold
// plain numbers.
func (w words) columnUnit(u dataset.Unit) string {
	switch u {
	case dataset.Percent:
		return w.Say("chart.column.percent")
	case dataset.USDMillion:
		return w.Say("chart.column.usd_million")
	}
	return w.Say("chart.column.persons")
}

// distanceColumn is columnUnit for distances.
func (w words) distanceColumn(u dataset.Unit) string {
	if u == dataset.Percent {
		return w.Say("chart.column.points")
	}
	return w.columnUnit(u)
}

// column is the head of a column of a table: what, and its unit.
func (w words) column(name string, u dataset.Unit) Column { return w.headed(name, w.columnUnit(u)) }

func (w words) headed(name, unit string) Column {
	return Column{Name: w.Say("chart.column.head", "name", name, "unit", unit), Numeric: true}
}

// distances is the head of a column of distances from a guideline.
func (w words) distances(g *dataset.Guideline, u dataset.Unit) Column {
	return w.headed(w.Say("chart.column.distance_from", "guideline", g.Name), w.distanceColumn(u))
}

// The heads of columns that many tables have.
func (w words) memberColumn() Column { return Column{Name: w.Say("chart.column.member")} }
func (w words) yearColumn() Column   { return Column{Name: w.Say("chart.column.year")} }
func (w words) statusColumn() Column { return Column{Name: w.Say("chart.column.status")} }

// tickLabel writes a tick of an axis, in a unit short enough for it.
func (w words) tickLabel(u dataset.Unit, v float64, decimals int) string {
	switch {
	case u == dataset.USDMillion && v == 0:
		return "0"
	case u == dataset.USDMillion:
		return w.Money(v)
	case u == dataset.Persons && v >= 1e6:
		decimals = 1
		if tenths := math.Round(v / 1e5); math.Mod(tenths, 10) == 0 {
			decimals = 0
		}
		return w.Say("chart.millions", "v", w.Number(v/1e6, decimals))
	}
	return w.Number(v, decimals)
}

// minus is the sign of what is below a guideline.
const minus = phrase.Minus

// measured names a measure with its unit, once.
func (w words) measured(m *dataset.Measure) string {
	if strings.Contains(m.Name, w.unit(m.Unit)) {
		return m.Name
	}
	return w.Say("chart.measured", "measure", m.Name, "unit", w.inUnit(m.Unit))
}

// BriefName returns a measure's name without the words on its unit, in the words
// of a book.
func BriefName(b *phrase.Book, m *dataset.Measure) string { return words{b}.briefName(m) }

// briefName is a measure's name without the words on its unit: "Income in US
// dollars" is "Income".
func (w words) briefName(m *dataset.Measure) string {
	if short, _, found := strings.Cut(m.Name, " "+w.inUnit(m.Unit)); found && short != "" {
		return short
	}
	return m.Name
}
