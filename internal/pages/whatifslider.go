package pages

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/textmetrics"
)

// This file makes what moves between the marks: the slider, and the messages of its script.

// A whatIfScale is where the slider goes, and the dots along it.
type whatIfScale struct {
	Low, High, Step string
	Upper           string // where the edge that stays lies, per cent of the way
	Height, Axis    int    // px
	Dots            []whatIfDot
	Ticks           []whatIfTick
}

type whatIfDot struct {
	X      string // per cent of the way
	Y      int    // px
	Figure *dataset.Figure
	Title  string
}

type whatIfTick struct{ X, Label string }

const (
	dotPitch  = 8  // px from dot to dot in a pile
	dotTop    = 10 // px kept free above the highest
	dotLabels = 20 // px for the words below the axis
)

// whatIfWords returns the messages of the script. Counts depend on the language's plural forms, so each is a message
// of its own in which the script inserts the mark.
func (s *maker) whatIfWords(w *WhatIf) {
	words := struct {
		Counts         []string          `json:"counts"` // by the number that meet
		Natures        map[string]string `json:"natures"`
		Script         map[string]string `json:"script"`
		Ceiling        bool              // what is at the mark or below meets it
		Upper          *float64          `json:",omitempty"` // the edge of a band that stays
		Prefix, Suffix string            // of a mark
		About          string            // a sum that is not exact
		Point, Group   string            // in numbers
		Money          map[string]string `json:"money"` // short sums, by their size
		Scale, Each    float64           // of the money; of a distance of 1, by what it is a share of
	}{Natures: map[string]string{}, Script: map[string]string{},
		Ceiling: s.Guideline.Name.Side == dataset.Ceiling, Scale: 1, Each: 0.01}
	for _, key := range []string{"asked", "gap", "gap_none", "gap_priced"} {
		words.Script[key] = s.whatIfScript(key, "{money}", 2)
	}
	words.Script["gap_one"] = s.whatIfScript("gap", "{money}", 1)
	words.Script["gap_priced_one"] = s.whatIfScript("gap_priced", "{money}", 1)
	words.Point, words.Group = s.Catalog.Marks()
	words.About = s.Catalog.Message("money.about_signed", "money", "{money}")
	if w.Money != nil {
		words.Money, words.Scale = s.Catalog.MoneyForms(w.Money), w.Money.Scale
		if s.Measure.Unit != dataset.Percent {
			words.Each = s.Measure.Unit.Scale * w.Of.Unit.Scale / w.Money.Scale
		}
	}
	if w.Upper != "" {
		words.Upper = &s.Guideline.All.High
	}
	t := w.Marks[0].Tally
	for n := range len(t.Ranked) + 1 {
		words.Counts = append(words.Counts, s.whatIfCount(*t, n, "{mark}"))
	}
	for _, m := range w.Marks {
		if m.Nature != words.Script["asked"] {
			words.Natures[m.Plain()] = m.Nature
		}
	}
	for _, g := range s.Agreed() {
		for _, band := range g.Own {
			at := band.Marks()[0]
			if plain := digits(at); words.Natures[plain] == "" {
				words.Natures[plain] = s.whatIfNature(at, nil)
			}
		}
	}
	words.Prefix, words.Suffix, _ = strings.Cut(s.Catalog.Amount(s.Measure.Unit, 0, 0), "0")
	if w.Of == nil {
		maps.DeleteFunc(words.Script, func(key, _ string) bool { return strings.HasPrefix(key, "gap") })
	}
	w.Words = JSON(words)
}

// scale lays out the slider: a dot for each member, in piles as wide as one of its steps.
func (w *WhatIf) scale(s *maker, low, high, bin float64, decimals int) {
	way := func(v float64) string { return strconv.FormatFloat((v-low)/(high-low)*100, 'f', 2, 64) }
	c := &w.Scale
	c.Low, c.High, c.Step = digits(low), digits(high), digits(dataset.Round(math.Pow10(-decimals), decimals))
	piles := map[int]int{}
	highest := 0
	for _, r := range slices.Backward(w.Marks[0].Ranked) {
		i := int(math.Floor(dataset.Round((r.Figure.Value-low)/bin, 6)))
		piles[i]++
		highest = max(highest, piles[i])
		c.Dots = append(c.Dots, whatIfDot{X: way(low + (float64(i)+.5)*bin), Y: piles[i], Figure: r.Figure,
			Title: r.Member.Name + " " + s.AmountOf(r.Figure)})
	}
	c.Axis = dotTop + highest*dotPitch
	c.Height = c.Axis + dotLabels
	for i := range c.Dots {
		c.Dots[i].Y = c.Axis - c.Dots[i].Y*dotPitch + dotPitch/2
	}
	named := w.named(high - low)
	c.Ticks = lists.Each(w.Marks, func(m *Mark) whatIfTick { return whatIfTick{way(m.Guideline.Mark()), named[m]} })
	if w.Upper != "" {
		c.Upper = way(s.Guideline.All.High)
		c.Ticks = append(c.Ticks, whatIfTick{c.Upper, w.Upper})
	}
}

// named returns what is written below the marks that have room for it on a phone, those agreed on first.
func (w *WhatIf) named(span float64) map[*Mark]string {
	const phone, size, gap = 324, 14.4, 4 // px
	names := map[*Mark]string{}
	width := func(m *Mark) float64 { return textmetrics.Regular().Width(m.Label, size) }
	for _, agreed := range []bool{true, false} {
		for _, m := range w.Marks {
			meets := func(o *Mark) bool {
				apart := math.Abs(o.Guideline.Mark()-m.Guideline.Mark()) / span * phone
				return names[o] != "" && apart < (width(o)+width(m))/2+gap
			}
			if len(m.Agreed) > 0 == agreed && (agreed || !slices.ContainsFunc(w.Marks, meets)) {
				names[m] = m.Label
			}
		}
	}
	return names
}

// At returns where a mark lies on the slider, in per cent of the way.
func (m *Mark) At() string { return m.View.Scale.Ticks[slices.Index(m.View.Marks, m)].X }
