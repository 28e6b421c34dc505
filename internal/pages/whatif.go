package pages

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/raster"
	"burdenshare/internal/report"
)

// This file computes how many members would meet another guideline. Marks that have been agreed on and round ones in
// between have a page each; the script whatif.js moves freely between them and works out the same. Of a band the mark
// is the lower edge; the upper one stays as agreed.

// A WhatIf compares the newest year with marks of all heights.
type WhatIf struct {
	Year    int
	Edition *dataset.Edition
	Money   dataset.Unit     // of a distance; nil where none is priced
	Of      *dataset.Measure // what prices a distance; nil where nothing does
	Marks   []*Mark          // lowest first
	Own     *Mark            // of them the report's own
	Upper   string           // the edge of a band that stays, "3%"; "" where there is none
	Scale   whatIfScale
	Words   []byte   // messages of the script, as JSON
	Notes   []string // where prices come from, if not from the same edition
}

// A Mark is a mark with the members' distances from it.
type Mark struct {
	*dataset.Tally
	View   *WhatIf
	Agreed []*dataset.Guideline // that set this mark; none for one that nobody has agreed on
	Label  string               // "3.5%"
	Range  string               // "3.5%"; of a band "1.5% to 3%"
	URL    string
	Rows   []whatIfRow // highest first

	Count, Nature, Gap string            // in sentences
	Below              []report.NoteLine // the notes of the figures, and of the count
	Chart              *chart.Chart
}

type whatIfRow struct {
	standingRow
	Base string // what the figure is a share of, in US$ million; "" where it is not known
	Part string // what is spent, in US$ million; "" where the price is worked out from the share
}

const WhatIfSection = "what-if/"

// whatIf returns the marks, or nil if the newest year has too few figures.
func (s *maker) whatIf() *WhatIf {
	year, edition, ok := s.Today.NewestYear(s.Config.Source, s.Config.Measure)
	if !ok {
		return nil
	}
	ranked := edition.Standings(s.Config.Measure, year).Ranked
	low, high := s.Guideline.Mark(), slices.Max(s.Guideline.All.Marks())
	for _, r := range ranked {
		low, high = min(low, r.Figure.Value), max(high, r.Figure.Value)
	}
	agreed := map[float64][]*dataset.Guideline{}
	decimals := 0
	for _, g := range s.Agreed() {
		if g.All == s.Guideline.With(g.Mark()) {
			agreed[g.Mark()] = append(agreed[g.Mark()], g)
			low, high, decimals = min(low, g.Mark()), max(high, g.Mark()), max(decimals, g.Decimals)
		}
	}
	round := roundStep(high - low)
	if round == 0 {
		return nil
	}
	round = max(round, math.Pow10(-s.Measure.Decimals)) // no finer than the figures
	w := &WhatIf{Year: year, Edition: edition}
	places := placesOf(round)
	half := round / 2
	low, high = dataset.Round(math.Floor(low/half)*half, places+1), dataset.Round(math.Ceil(high/half)*half, places+1)
	top := high
	asked := lists.With(slices.Collect(maps.Keys(agreed)), s.Guideline.Mark()) // its own before it was agreed too
	if s.Guideline.Name.Side == dataset.Between {
		top = s.Guideline.All.High
		w.Upper = s.label(top)
	}
	for at := math.Ceil(low/round) * round; at < top; at += round {
		if at := dataset.Round(at, places); at > low && at < top && !slices.Contains(asked, at) {
			asked = append(asked, at)
		}
	}
	slices.Sort(asked)
	priced := func(r dataset.Standing) bool {
		p, ok := s.Today.Price(s.Guideline, r.Figure)
		return ok && p.Base != nil
	}
	if slices.ContainsFunc(ranked, priced) {
		w.Money, w.Of = s.Data.Currency(s.Measure), s.Data.Measures[s.Measure.Of]
	}
	for _, at := range asked {
		m := s.whatIfMark(w, at, agreed[at])
		w.Marks = append(w.Marks, m)
		if at == s.Guideline.Mark() {
			w.Own = m
		}
	}
	w.scale(s, low, high, round/10, max(decimals, placesOf(round/10)))
	s.whatIfWords(w)
	return w
}

// addMarks adds the page of each mark.
func (s *maker) addMarks() {
	if s.WhatIfs == nil {
		return
	}
	for _, m := range s.WhatIfs.Marks {
		p := Page{Path: m.URL, Template: "what-if.html", Title: s.whatIfTitle(m), Section: WhatIfSection, View: m,
			Summary: m.Count, Charts: drawn(m.Chart), Changed: s.NewestDay()}
		p.Card = raster.Card{Kicker: p.Title, Headline: strings.TrimSuffix(m.Count, "."), Note: m.Gap, Chart: m.Chart}
		s.addOfFigures(p, nil)
	}
}

func (s *maker) whatIfMark(w *WhatIf, at float64, agreed []*dataset.Guideline) *Mark {
	label := s.label(at)
	g := &dataset.Guideline{Name: s.whatIfGoal(label), Measure: s.Config.Measure, All: s.Guideline.With(at)}
	for _, edge := range g.All.Marks() {
		g.Decimals = max(g.Decimals, placesOf(edge))
	}
	for _, a := range agreed {
		if a.Own == nil && (g.ID == "" || a.ID == s.Guideline.ID) { // the question is what one mark for all would be
			g = a // of several with one mark the report's own, else the one agreed first
		}
	}
	m := &Mark{Tally: w.Edition.Tally(g, w.Year), View: w, Agreed: agreed, Label: label,
		Range: s.whatIfGoal(label).Name, URL: WhatIfSection + digits(at) + "/"}
	gap, priced := 0.0, 0
	for _, r := range s.rows(m.Tally, m.Ranked) {
		row := whatIfRow{standingRow: r}
		if p, ok := s.Today.Price(g, r.Figure); ok && p.Base != nil {
			row.Base = p.Base.Plain()
			if part := r.Figure.Part(); part != nil {
				row.Part = part.Plain()
			}
			if !m.Guideline.Met(r.Figure) {
				gap += math.Abs(p.Value)
				priced++
			}
			if note := s.Priced(p.Elsewhere); note != "" {
				w.Notes = lists.With(w.Notes, note)
			}
		}
		m.Rows = append(m.Rows, row)
	}
	m.Count = s.whatIfCount(*m.Tally, m.Meeting, label)
	for _, text := range s.CountNotes(m.Tally) {
		m.Below = append(m.Below, report.NoteLine{Path: s.YearURL(w.Year), Text: text})
	}
	m.Below = append(m.Below, s.NoteLines(m.Figures())...)
	m.Nature = s.whatIfNature(at, agreed)
	if g.ID != "" {
		m.Chart = s.Draw(chart.Spec{Kind: "distance", Year: w.Year, Guideline: g.ID})
	}
	switch {
	case w.Of == nil:
	case m.Meeting == len(m.Ranked):
		m.Gap = s.whatIfScript("gap_none", "", 0)
	case priced > 0 && priced < len(m.Ranked)-m.Meeting:
		m.Gap = s.whatIfScript("gap_priced", s.Catalog.Money(w.Money, gap), priced)
	case priced > 0:
		m.Gap = s.whatIfScript("gap", s.Catalog.Money(w.Money, gap), priced)
	}
	return m
}

// whatIfGoal names what a mark asks for: of a band both edges.
func (s *maker) whatIfGoal(label string) dataset.Goal {
	if s.Guideline.Name.Side == dataset.Between {
		label = s.Catalog.Message("whatif.range", "low", label, "high", s.label(s.Guideline.All.High))
	}
	return dataset.Goal{Name: label, Side: s.Guideline.Name.Side}
}

// whatIfCount says that so many of those who are counted would meet a mark.
func (s *maker) whatIfCount(t dataset.Tally, n int, label string) string {
	t.Meeting = n
	goal := s.whatIfGoal(label)
	return s.TallySays("whatif.count", &t, "mark", goal, "guideline", goal)
}

// whatIfScript returns what the script says too; so many miss the mark.
func (s *maker) whatIfScript(key, money string, missing int) string {
	if key == "gap" && s.Guideline.Name.Side == dataset.Between {
		key = "gap_band" // some are above it
	}
	return s.Catalog.Message("whatif.script."+key, "n", missing, "money", money, "guideline", s.Guideline.Name)
}

// whatIfNature says who agreed on a mark, if anybody did: all members, or some for themselves. Where an agreed mark is
// a part of it, that is explained.
func (s *maker) whatIfNature(at float64, agreed []*dataset.Guideline) string {
	if all := lists.Filter(agreed, func(g *dataset.Guideline) bool { return g.Own == nil }); len(all) > 0 {
		agreed = all
	}
	if len(agreed) > 0 {
		return s.Catalog.Message("whatif.agreed", "names", s.whatIfNames(agreed))
	}
	for _, g := range s.Agreed() {
		if g.PartOf == at {
			return g.PartNote
		}
	}
	for _, g := range s.Agreed() {
		own := lists.Filter(s.Data.AllMembers, func(m *dataset.Member) bool {
			band, ok := g.Own[m.Code]
			return ok && band == s.Guideline.With(at)
		})
		if len(own) > 0 {
			return s.Catalog.Message("whatif.agreed_own", "members", dataset.Names(own),
				"names", s.whatIfNames([]*dataset.Guideline{g}))
		}
	}
	return s.whatIfScript("asked", "", 0)
}

// whatIfNames returns the names of guidelines, each with the event at which it was agreed.
func (s *maker) whatIfNames(agreed []*dataset.Guideline) []string {
	return lists.Each(agreed, func(g *dataset.Guideline) string {
		if g.Event == "" {
			return g.Name.Name
		}
		return s.Catalog.Message("whatif.event", "guideline", g.Name, "event", g.Event)
	})
}

// whatIfTitle asks about a mark, but not about the report's own. One that nobody has agreed on is named as the report's
// own is: "5% of income".
func (s *maker) whatIfTitle(m *Mark) string {
	if m.Guideline.ID == s.Guideline.ID {
		return s.Catalog.Message("whatif.title_own", "allies", s.Config.Plural, "mark", m.Guideline.Name)
	}
	if m.View.Upper != "" {
		return s.Catalog.Message("whatif.title_band", "mark", m.Label)
	}
	name := m.Guideline.Name
	if len(m.Agreed) == 0 {
		name.Name = withMark(s.Guideline.Name.Name, s.label(s.Guideline.Mark()), m.Label)
	}
	return s.Catalog.Message("whatif.title", "mark", name)
}

// withMark puts another mark into the name of a guideline; where the name does not hold its own, the mark is the name.
func withMark(name, own, other string) string {
	before, after, ok := strings.Cut(name, own)
	if !ok {
		before, after, ok = strings.Cut(typed.Replace(name), typed.Replace(own))
	}
	if !ok {
		return other
	}
	return before + other + after
}

// typed writes a number as it is typed: with plain spaces and a hyphen for its minus.
var typed = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "−", "-")

// Plain returns the mark in digits, as the slider has it.
func (m *Mark) Plain() string { return digits(m.Guideline.Mark()) }

// roundStep returns the largest of 1, 2 and 5 times a power of ten that fits
// three times into a spread; 0 for no spread.
func roundStep(spread float64) float64 {
	for power := 15; power >= -9 && spread > 0; power-- {
		for _, m := range []float64{5, 2, 1} {
			step := m * math.Pow10(power)
			if dataset.Round(spread/step, 6) >= 3 { // free of binary dust
				return dataset.Round(step, max(0, -power))
			}
		}
	}
	return 0
}

// digits writes a number with as many digits behind the point as it has.
func digits(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// placesOf counts the digits behind the point of a round number.
func placesOf(v float64) int { return dataset.DecimalsOf(digits(dataset.Round(v, 9))) }

// label writes a round number in the unit of the report's measure.
func (s *maker) label(v float64) string { return s.Catalog.Amount(s.Measure.Unit, v, placesOf(v)) }

// Unpriced returns the names of those whose distance has no price, or is not known.
func (m *Mark) Unpriced() []string {
	if m.View.Of == nil {
		return nil
	}
	bare := lists.Filter(m.Rows, func(r whatIfRow) bool { return r.Base == "" })
	names := lists.Each(bare, func(r whatIfRow) string { return r.Member.Name })
	return append(names, dataset.Names(m.Missing)...)
}
