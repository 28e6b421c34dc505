package chart

import (
	"encoding/json"
	"strconv"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: cells on two axes that are not seen.
func (d *tiles) option(id string) json.RawMessage {
	rows := 0
	for i := range d.list {
		rows = max(rows, d.list[i].row+1)
	}
	var series []heatSeries
	for _, class := range allClasses {
		s := heatSeries{class: class}
		for i := range d.list {
			x := &d.list[i]
			if x.figure == nil || d.class(x) != class {
				continue
			}
			s.data = append(s.data, heatDatum{about: d.about(x.member.Code, x.member.Name, d.year, d.signedAway(d.unit, x.value, x.places), x.figure.Status == dataset.Estimate),
				Name: x.member.Name, Value: [3]any{x.col, x.row, plainNumber(x.plain)},
				ItemStyle: hatching(x.figure.Status == dataset.Estimate), Label: &cellLabel{true, literal(tileCode(x.member) + "\n" + x.label)}})
		}
		if len(s.data) > 0 {
			series = append(series, s)
		}
	}
	return heatOption(id, numbered(d.columns), numbered(rows), series, func(option map[string]any) {
		for _, axis := range []string{"xAxis", "yAxis"} {
			firstAxis(option, axis)["show"] = false
		}
	})
}

// numbered gives names for the places of an axis.
func numbered(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = strconv.Itoa(i + 1)
	}
	return names
}
