package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/templates"
)

// british are the messages that the program comes with.
var british = Messages{golden.Must(i18n.Load(templates.FS, templates.FS, "en-GB"))}

// calls are what a line of testdata may call, with what it has behind the name.
type calls map[string]func(args []string) any

func (c calls) check(t *testing.T, name string) {
	t.Helper()
	golden.CheckLines(t, name, func(line string) string {
		args := strings.Fields(line)
		return fmt.Sprint(c[args[0]](args[1:]))
	})
}

func numbers(args []string) []float64 {
	return lists.Each(args, func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			panic(err)
		}
		return v
	})
}

func ints(args []string) []int {
	return lists.Each(numbers(args), func(v float64) int { return int(v) })
}

var units = map[string]dataset.Unit{"percent": dataset.Percent, "points": dataset.Points, "persons": dataset.Persons,
	"usd_million": dataset.USDMillion}

// TestWords holds how charts write numbers with their units, on axes, at marks and in sentences.
func TestWords(t *testing.T) {
	q := query(nil, dataset.Terms{}, british.Catalog, Spec{})
	q.Guideline, q.Kind = &dataset.Guideline{Name: dataset.Goal{Name: "2% of income"}}, &Kind{}
	of := func(args []string) Number { // value, decimals, unit
		return Number{V: numbers(args[:1])[0], Decimals: ints(args[1:2])[0], Unit: units[args[2]]}
	}
	measure := func(args []string) *dataset.Measure { // unit, name
		return &dataset.Measure{Unit: units[args[0]], Name: strings.Join(args[1:], " ")}
	}
	calls{
		"signed":   func(args []string) any { return q.SignedIn(of(args)) },
		"away":     func(args []string) any { return q.Away(of(args)) },
		"position": func(args []string) any { return q.PositionOf(of(args), "ALP") },
		"place":    func(args []string) any { return q.PlaceOf(of(args)) },
		"axis":     func(args []string) any { return q.AxisLabel(of(args).Unit, of(args).V, of(args).Decimals) },
		"apart":    func(args []string) any { return q.UnitName(units[args[0]].Apart()) },
		"column":   func(args []string) any { return q.ColumnUnit(units[args[0]]) },
		"heading":  func(args []string) any { return q.Heading(measure(args).Name, units[args[0]]).Name },
		"measured": func(args []string) any { return q.Measured(measure(args)) },
		"brief":    func(args []string) any { return q.BriefName(measure(args)) },
		"month":    func(args []string) any { return q.MonthYear(civil.MustParse(args[0])) },
		"day":      func(args []string) any { return q.ShortDay(civil.MustParse(args[0])) },
		"runs":     func(args []string) any { return q.Runs(ints(args)) },
		"ordinal":  func(args []string) any { return q.Ordinal(ints(args)[0]) },
		"status":   func(args []string) any { return q.Status(args[0] == "true") },
		"class": func(args []string) any {
			m := Mark{Unlike: slices.Contains(args, "est")}
			m.Tone = strings.TrimSpace(strings.TrimSuffix(strings.Join(args, " "), "est"))
			return m.Class("bar")
		},
	}.check(t, "words.txt")
}

var sides = map[string]dataset.Side{"floor": dataset.Floor, "ceiling": dataset.Ceiling, "band": dataset.Between}

// TestScales holds round numbers, where axes end, and which class a distance falls into.
func TestScales(t *testing.T) {
	calls{
		"ticks": func(args []string) any { return Ticks(numbers(args)[0], numbers(args)[1], ints(args)[2]).Values },
		"outward": func(args []string) any {
			lo, hi := RoundOutward(numbers(args)[0], numbers(args)[1], ints(args)[2])
			return [2]float64{lo, hi}
		},
		"step": func(args []string) any {
			return NewBins(numbers(args[2:]), ints(args[1:2])[0], sides[args[0]]).Step
		},
		"of": func(args []string) any {
			return lists.Each(numbers(args[1:]), Bins{Step: 0.5, Side: sides[args[0]]}.Of)
		},
		"bounds": func(args []string) any {
			return lists.Each(ints(args[1:]), func(class int) [2]float64 {
				lo, hi := Bins{Step: 0.5, Side: sides[args[0]]}.Bounds(class)
				return [2]float64{lo, hi}
			})
		},
		"year":   func(args []string) any { return fmt.Sprintf("%.2f", YearsAt(civil.MustParse(args[0]))) },
		"extent": extent,
	}.check(t, "scales.txt")
}

// extent returns that of an axis of marks, each with its beginning, value and second value, and of guidelines.
func extent(args []string) any {
	m := &Model{X: Axis{Zero: args[0] == "bars"}}
	axis := &m.X
	if args[0] == "y" {
		axis = &m.Y
	}
	for _, arg := range args[1:] {
		if name, at, isRef := strings.Cut(arg, "="); isRef {
			m.Refs = append(m.Refs, Ref{At: numbers([]string{at})[0], On: axis, Side: name == "beside"})
			continue
		}
		v := numbers(strings.Split(arg, ","))
		m.Marks = append(m.Marks, &Mark{From: v[0], Value: Number{V: v[1]}, Second: Number{V: v[2]}})
	}
	lo, hi := m.Extent(axis)
	return [2]float64{lo, hi}
}

// TestTense holds how a headline is hedged: by the newest year of the figures behind it, in each source's newest edition.
func TestTense(t *testing.T) {
	v := golden.Must(dataset.Load(golden.FS("testdata/aid"))).AsOf(civil.MustParse("2021-12-31"))
	if got := (&Model{}).Tense(); got != "actual" {
		t.Errorf("without figures: %s", got)
	}
	golden.CheckLines(t, "tense.txt", func(line string) string {
		m := &Model{}
		for of := range strings.SplitSeq(line, ", ") {
			words := strings.Fields(of)
			e, _ := v.Released(words[0], civil.MustParse(words[1]))
			f, ok := e.Figure(words[2], ints(words[3:])[0], "oda")
			if !ok {
				t.Fatal(of)
			}
			m.Append(&Mark{Figures: []*dataset.Figure{f}})
		}
		return m.Tense()
	})
}

// TestLineLooks holds that 26 lines can be told apart without any colour but their own.
func TestLineLooks(t *testing.T) {
	seen := map[string]int{}
	for i := range 26 {
		l := lineStyleOf(i, 7)
		drawn := scene.StyleOf(l.Class)
		look := fmt.Sprint(drawn.Stroke, drawn.Dash, drawn.Width)
		if other, ok := seen[look]; ok {
			t.Errorf("lines %d and %d look alike: %s", other, i, look)
		}
		seen[look] = i
		if strings.HasSuffix(l.Class, " lead") != (i == 7) || (l.Tone == "line-1") != (i == 7) {
			t.Errorf("line %d: %+v", i, l)
		}
	}
}
