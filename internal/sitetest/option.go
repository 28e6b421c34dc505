package sitetest

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// An option is what ECharts needs of a chart to draw it.
type option struct {
	Grid   []any
	Series []struct {
		Type     string
		Data     []json.RawMessage
		MarkLine struct{ Data []map[string]any }
	}
	XAxis, YAxis []axis
}

type axis struct {
	Type string
	Data []string
}

// lacks returns the place if it is a category that is not on the axis, else "".
func (a axis) lacks(place any) string {
	if name, ok := place.(string); ok && a.Type == "category" && !slices.Contains(a.Data, name) {
		return name
	}
	return ""
}

// checkOptions checks that ECharts can draw the option of every chart: it conforms to option.json, and every value and
// line has a place on the axes.
func checkOptions(t *testing.T, s *Site) {
	n := 0
	for name, text := range s.Files {
		if path.Base(name) != "option.json" {
			continue
		}
		n++
		for _, problem := range optionProblems(text) {
			t.Errorf("%s: %s", name, problem)
		}
	}
	if n == 0 {
		t.Error("no option was checked")
	}
}

// optionProblems lists what is wrong with an option.
func optionProblems(text []byte) (problems []string) {
	var o option
	if err := errors.Join(conforms("option.json", text), json.Unmarshal(text, &o)); err != nil {
		return []string{err.Error()}
	}
	fail := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if len(o.XAxis) != max(1, len(o.Grid)) || len(o.YAxis) < len(o.XAxis) {
		return []string{fmt.Sprintf("%d and %d axes", len(o.XAxis), len(o.YAxis))}
	}
	x, y := o.XAxis[0], o.YAxis[0]
	for i, s := range o.Series {
		for k, d := range s.Data {
			if why := misplaced(d, s.Type, len(s.Data), x, y); why != "" {
				fail("series %d, value %d: %s", i, k, why)
			}
		}
		for _, line := range s.MarkLine.Data {
			if name := cmp.Or(x.lacks(line["xAxis"]), y.lacks(line["yAxis"])); name != "" {
				fail("a line at %q, which is not on its axis", name)
			}
		}
	}
	return problems
}

// misplaced returns why a datum has no place on the axes, of as many as its series has; "" if it has one.
func misplaced(raw json.RawMessage, kind string, of int, x, y axis) string {
	var datum struct{ Value any }
	if json.Unmarshal(raw, &datum) != nil && json.Unmarshal(raw, &datum.Value) != nil {
		return "it is " + string(raw)
	}
	at, several := datum.Value.([]any)
	if !several {
		names := y.Data
		if x.Type == "category" {
			names = x.Data
		}
		switch {
		case kind != "bar" && kind != "line":
			return "it has no coordinates"
		case of != len(names):
			return fmt.Sprintf("one of %d on an axis of %d", of, len(names))
		}
		return notNumber(datum.Value)
	}
	if want := map[string]int{"heatmap": 3}[kind]; len(at) != max(2, want) {
		return fmt.Sprintf("it has %d coordinates", len(at))
	}
	for i, a := range []axis{x, y} {
		v, number := at[i].(float64)
		if a.Type == "category" && (!number || v < 0 || int(v) >= len(a.Data)) {
			return fmt.Sprintf("it is at %v of %d names", at[i], len(a.Data))
		}
		if a.Type == "time" && !strings.Contains(fmt.Sprint(at[i]), "-") {
			return fmt.Sprintf("it is on the day %v", at[i])
		}
	}
	return notNumber(at[len(at)-1])
}

func notNumber(v any) string {
	if _, ok := v.(float64); !ok && v != nil {
		return fmt.Sprintf("its value is %v", v)
	}
	return ""
}
