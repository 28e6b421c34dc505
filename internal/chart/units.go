package chart

import (
	"math"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// SignedIn writes a distance on a mark: "+0.21", "−$1.2bn".
func (w Messages) SignedIn(u dataset.Unit, v float64, decimals int) string {
	if u.Money() {
		return w.SignedMoney(u, v)
	}
	return w.Signed(v, decimals)
}

// Away writes how far something lies off, without saying on which side: "0.21 points".
func (w Messages) Away(u dataset.Unit, v float64, decimals int) string {
	v = math.Abs(v)
	if u == dataset.Percent {
		return w.Message("chart.points_away", "v", w.Number(v, decimals))
	}
	return w.Short(u, v, decimals)
}

// Position writes where a distance lies: "0.21 points above", "0.40 points short of 2% of GNI", "exactly at 2% of GNI".
// The goal may be left out where a sentence has named it already.
func (w Messages) Position(u dataset.Unit, v float64, decimals int, goal dataset.Goal, named bool) string {
	switch {
	case v > 0 && named:
		return w.Message("chart.stands.above", "by", w.Away(u, v, decimals), "guideline", goal)
	case v > 0:
		return w.Message("chart.stands.above_it", "by", w.Away(u, v, decimals))
	case v < 0 && named:
		return w.Message("chart.stands.short", "by", w.Away(u, v, decimals), "guideline", goal)
	case v < 0:
		return w.Message("chart.stands.short_of_it", "by", w.Away(u, v, decimals), "guideline", goal)
	case named:
		return w.Message("chart.stands.at", "guideline", goal)
	}
	return w.Message("chart.stands.at_it", "guideline", goal)
}

// InUnit names a measure's unit in a subtitle.
func (w Messages) InUnit(u dataset.Unit) string {
	return w.Message("chart.unit.in", "unit", w.UnitName(u))
}

func (w Messages) UnitName(u dataset.Unit) string {
	switch {
	case u == dataset.Percent:
		return w.Message("chart.unit.percent")
	case u == dataset.USDMillion:
		return w.Message("chart.unit.usd")
	case u.Own():
		return u.Plural
	}
	return w.Message("chart.unit.persons")
}

// DistanceUnit names the unit of a distance in a subtitle.
func (w Messages) DistanceUnit(u dataset.Unit) string {
	if u == dataset.Percent {
		return w.Message("chart.unit.points")
	}
	return w.UnitName(u)
}

// ColumnUnit is a unit in the head of a table's column, whose cells hold plain numbers.
func (w Messages) ColumnUnit(u dataset.Unit) string {
	switch {
	case u == dataset.Percent:
		return w.Message("chart.column.percent")
	case u == dataset.USDMillion:
		return w.Message("chart.column.usd_million")
	case u.Own():
		return w.Named(u)
	}
	return w.Message("chart.column.persons")
}

// DistanceColumnUnit is columnUnit for distances.
func (w Messages) DistanceColumnUnit(u dataset.Unit) string {
	if u == dataset.Percent {
		return w.Message("chart.column.points")
	}
	return w.ColumnUnit(u)
}

// Heading is the head of a column of a table: what, and its unit.
func (w Messages) Heading(name string, u dataset.Unit) Heading {
	return w.HeadingIn(name, w.ColumnUnit(u))
}

// HeadingIn is the head of a column whose unit is put in words.
func (w Messages) HeadingIn(name, unit string) Heading {
	return Heading{Name: w.Message("chart.column.head", "name", name, "unit", unit), Numeric: true}
}

// MemberHeading is the head of a column of members.
func (w Messages) MemberHeading() Heading { return Heading{Name: w.Message("chart.column.member")} }

// YearHeading is the head of a column of years.
func (w Messages) YearHeading() Heading { return Heading{Name: w.Message("chart.column.year")} }

// StatusHeading is the head of a column that names estimates.
func (w Messages) StatusHeading() Heading { return Heading{Name: w.Message("chart.column.status")} }

// TickLabel writes a tick of an axis, in a unit short enough for it.
func (w Messages) TickLabel(u dataset.Unit, v float64, decimals int) string {
	switch {
	case u.Money() && v == 0:
		return "0"
	case u.Money():
		return w.Short(u, v, decimals)
	case u == dataset.Persons && v >= 1e6:
		decimals = 1
		if tenths := math.Round(v / 1e5); math.Mod(tenths, 10) == 0 {
			decimals = 0
		}
		return w.Message("chart.millions", "v", w.Number(v/1e6, decimals))
	}
	return w.Number(v, decimals)
}

// Measured names a measure with its unit, once.
func (w Messages) Measured(m *dataset.Measure) string {
	if strings.Contains(m.Name, w.UnitName(m.Unit)) {
		return m.Name
	}
	return w.Message("chart.measured", "measure", m.Name, "unit", w.InUnit(m.Unit))
}

// BriefName returns a measure's name without the words on its unit: "Income in US dollars" is "Income".
func (w Messages) BriefName(m *dataset.Measure) string {
	if short, _, found := strings.Cut(m.Name, " "+w.InUnit(m.Unit)); found && short != "" {
		return short
	}
	return m.Name
}

// AxisLabel writes a number of an axis: a bare zero, and a distance with its sign.
func (w Messages) AxisLabel(u dataset.Unit, v float64, decimals int) string {
	switch {
	case v == 0 && (u == dataset.Points || u.Money()):
		return "0"
	case u == dataset.Points:
		return w.Signed(v, decimals)
	}
	return w.TickLabel(u, v, decimals)
}

// MonthYear writes a day shortly: "Jul 2016".
func (w Messages) MonthYear(d civil.Date) string {
	return w.Message("chart.revisions.month", "month", w.ShortMonth(d.Month), "year", d.Year)
}

// ShortDay writes a day in a narrow place: "4 Jul 2016".
func (w Messages) ShortDay(d civil.Date) string {
	return w.Message("chart.revisions.day", "day", w.DayOfMonth(d.Day), "month", w.ShortMonth(d.Month), "year", d.Year)
}

// ReleasedHeading is the head of a column of days of release.
func (w Messages) ReleasedHeading() Heading { return Heading{Name: w.Message("chart.column.released")} }
