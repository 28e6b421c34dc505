package kind

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart"
)

// TestAgree holds that the two drawings, the table, the option and the figures
// of a chart say the same numbers, and nothing that is not a mark's.
func TestAgree(t *testing.T) {
	for _, spec := range specs() {
		c := mustDraw(t, known(t), leagueTerms, spec)
		var want []string
		var values []float64
		for _, k := range c.Model.Marks {
			if k.Member == "" {
				continue
			}
			want = append(want, string(k.AppendData(nil)))
			values = append(values, number(t, k.Value.Plain()))
			if k.Second.Known() {
				values = append(values, number(t, k.Second.Plain()))
			}
			if len(k.Figures) == 0 {
				t.Errorf("%s: a mark that rests on nothing: %s", spec, want[len(want)-1])
			}
		}
		wide, narrow := marksOf(c.Wide()), marksOf(c.Narrow())
		if !slices.Equal(wide, narrow) {
			t.Errorf("%s: the drawings have other marks, or another order:\n%v\n%v", spec, wide, narrow)
		}
		slices.Sort(want)
		slices.Sort(wide)
		if !slices.Equal(want, wide) || len(want) == 0 || len(slices.Compact(slices.Clone(want))) != len(want) {
			t.Errorf("%s: drawn are\n%v\nof the marks\n%v", spec, wide, want)
		}
		cells := cellNumbers(c.Table)
		for _, v := range values {
			if !holds(cells, v) {
				t.Errorf("%s: %v is a mark, and not in the table: %v", spec, v, cells)
			}
		}
		checkOption(t, spec, c)
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func holds(list []float64, v float64) bool {
	return slices.ContainsFunc(list, func(x float64) bool { return math.Abs(x-v) < 1e-9 })
}

// cellNumbers returns every number that a table's cells begin with.
func cellNumbers(table chart.Table) []float64 {
	var list []float64
	for _, row := range table.Rows {
		for _, cell := range row {
			text, _, _ := strings.Cut(strings.NewReplacer("+", "", "−", "-", ",", "", "≥", "").Replace(cell.Text), " ")
			if v, err := strconv.ParseFloat(text, 64); err == nil {
				list = append(list, v)
			}
		}
	}
	return list
}

// option returns a chart's option with the palette left to the page.
func option(c *chart.Chart) json.RawMessage {
	return c.Option(func(name string) string { return "var(--" + name + ")" })
}

// checkOption holds that an option is JSON without markup and with the values of the marks, each once.
func checkOption(t *testing.T, spec string, c *chart.Chart) {
	t.Helper()
	raw := option(c)
	var o struct {
		Series []struct {
			Type string
			Data []json.RawMessage
		}
	}
	if err := json.Unmarshal(raw, &o); err != nil || bytes.ContainsAny(raw, "<>&") || noNumber.Match(raw) {
		t.Errorf("%s: %v in %s", spec, err, raw)
		return
	}
	var got, want []string
	for _, s := range o.Series {
		for _, place := range s.Data {
			var d struct {
				Words string
				Value json.RawMessage
			}
			if json.Unmarshal(place, &d) != nil || d.Words == "" {
				continue // nothing, or behind the marks
			}
			var list []json.RawMessage
			if json.Unmarshal(d.Value, &list) != nil {
				list = []json.RawMessage{d.Value}
			}
			switch {
			case s.Type == "heatmap":
				list = list[2:]
			case s.Type == "line":
				list = list[len(list)-1:]
			case len(list) == 2 && !c.Model.Marks[0].Second.Known():
				list = list[:1]
			}
			got = append(got, string(bytes.Join(raws(list), []byte(" "))))
		}
	}
	for _, m := range c.Model.Marks {
		value := m.Value.Plain()
		if m.Second.Known() {
			value += " " + m.Second.Plain()
		}
		want = append(want, value)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: the option has\n%q\nof the marks\n%q", spec, got, want)
	}
}

func raws(list []json.RawMessage) [][]byte {
	all := make([][]byte, len(list))
	for i, raw := range list {
		all[i] = raw
	}
	return all
}

// FuzzOption makes the option of charts with any value, precision and text in a mark.
func FuzzOption(f *testing.F) {
	v := known(f)
	f.Add(uint(0), uint(0), 1.25, uint(2), "Alpland", "</script>{b}")
	f.Add(uint(3), uint(2), math.Copysign(0, -1), uint(0), "\u2028\xff", "{@value}")
	f.Fuzz(func(t *testing.T, kind, at uint, value float64, decimals uint, name, label string) {
		if math.IsNaN(value) || math.IsInf(value, 0) {
			return // which no figure is
		}
		spec := goldens[kind%uint(len(goldens))].spec
		s, _ := parse(spec)
		c, _ := All.Draw(v, leagueTerms, british, s)
		if c == nil || len(c.Model.Marks) == 0 {
			return
		}
		m := c.Model.Marks[at%uint(len(c.Model.Marks))]
		m.Value.V, m.Value.Decimals, m.Name, m.Label = value, int(decimals%7), name, label
		c.Model.Series[m.Series].Name = label
		checkOption(t, spec, c)
	})
}

// TestOption holds what an option must not hold, and that every mark of it is
// named and said.
func TestOption(t *testing.T) {
	for _, spec := range specs() {
		c := mustDraw(t, known(t), leagueTerms, spec)
		raw := string(option(c))
		for _, bad := range []string{"__f__", "function", "<", ">", "&", "progressive", "dataZoom", "toolbox", "\"color\":[", "null,\"show"} {
			if strings.Contains(raw, bad) {
				t.Errorf("%s: the option holds %q", spec, bad)
			}
		}
		if n := strings.Count(raw, `"words":"`); n < len(marksOf(c.Wide())) {
			t.Errorf("%s: %d of %d marks are said", spec, n, len(marksOf(c.Wide())))
		}
	}
}
