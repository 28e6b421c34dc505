package chart

import (
	"math"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// Text writes a number with its unit.
func (w Messages) Text(n Number) string {
	switch {
	case n.Unit == dataset.Points:
		return w.Amount(n.Unit, n.V, n.Decimals)
	case n.Signed && n.Unit == dataset.Percent:
		return w.Message("units.percent", "v", w.Signed(n.V, n.Decimals))
	case n.Signed:
		return w.SignedIn(n)
	}
	return w.Short(n.Unit, n.V, n.Decimals)
}

// SignedIn writes a distance on a mark: "+0.21", "−$1.2bn".
func (w Messages) SignedIn(n Number) string {
	if n.Unit.Money() {
		return w.SignedMoney(n.Unit, n.V)
	}
	return w.Signed(n.V, n.Decimals)
}

// Away writes how far something lies off, without saying on which side: "0.21 points".
func (w Messages) Away(n Number) string {
	if n.Unit == dataset.Percent || n.Unit == dataset.Points {
		return w.Points(n.V, n.Decimals)
	}
	return w.Short(n.Unit, math.Abs(n.V), n.Decimals)
}

// Direction chooses by the sign of a move or a distance.
func Direction[T any](by float64, up, down, level T) T {
	switch {
	case by > 0:
		return up
	case by < 0:
		return down
	}
	return level
}

// UnitName names a unit in a subtitle.
func (w Messages) UnitName(u dataset.Unit) string {
	if u.Own() {
		return u.Plural
	}
	return w.Message("chart.unit." + u.ID)
}

// ColumnUnit returns a unit in the head of a table's column, whose cells hold plain numbers.
func (w Messages) ColumnUnit(u dataset.Unit) string {
	if u.Own() {
		return w.Named(u)
	}
	return w.Message("chart.column_unit." + u.ID)
}

// InUnit names a measure's unit after its name.
func (w Messages) InUnit(u dataset.Unit) string {
	return w.Message("chart.unit.in", "unit", w.UnitName(u))
}

// HeadOf returns the head of a column of texts.
func (w Messages) HeadOf(key string) Heading { return Heading{Name: w.Message(key)} }

// Heading returns the head of a column of numbers: what, and its unit.
func (w Messages) Heading(name string, u dataset.Unit) Heading {
	return Heading{Name: w.Message("chart.column.head", "name", name, "unit", w.ColumnUnit(u)), Numeric: true}
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
		return strings.TrimSuffix(short, ",")
	}
	return m.Name
}

// AxisLabel writes a number of an axis, in a unit short enough for it: a bare zero, and a distance with its sign.
func (w Messages) AxisLabel(u dataset.Unit, v float64, decimals int) string {
	switch {
	case v == 0 && (u == dataset.Points || u.Money()):
		return "0"
	case u == dataset.Points:
		return w.Signed(v, decimals)
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

// MonthYear writes a day shortly: "Jul 2016".
func (w Messages) MonthYear(d civil.Date) string {
	return w.Message("chart.revisions.month", "month", w.ShortMonth(d.Month), "year", d.Year)
}

// ShortDay writes a day in a narrow place: "4 Jul 2016".
func (w Messages) ShortDay(d civil.Date) string {
	return w.Message("chart.revisions.day", "day", w.DayOfMonth(d.Day), "month", w.ShortMonth(d.Month), "year", d.Year)
}
