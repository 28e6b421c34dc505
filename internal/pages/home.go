package pages

import (
	"cmp"
	"html/template"
	"slices"

	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
)

// Home is what the home page shows.
type Home struct {
	Tally       *dataset.Tally // of the newest year
	CountNotes  []string       // on whose figures the counts hang
	Headline    []string       // how many meet the guideline, and each higher mark
	Short       []standingRow  // members short of the guideline, nearest first
	There       []string       // sentences on who meets each higher mark
	Numbers     []boardNumber
	Choices     []*Member // among whom a reader finds a country
	Map         *chart.Chart
	Distance    *chart.Chart
	Meeting     *chart.Chart
	Years       *chart.Chart // every member in every year
	Quadrant    *chart.Chart // nil without a second guideline
	WhatIf      *Mark        // where the slider begins; nil when there is nothing to ask about
	EditionDiff *editionDiff // nil while there is one edition only
	Articles    []*article.Article
	Restated    *Year
	Disputed    disputeView

	catalog *i18n.Catalog
}

// A linker makes links of a page.
type linker interface {
	Link(path, words string) template.HTML
}

// Lead returns the sentence under one of its charts: the page says nothing twice.
func (h *Home) Lead(c *chart.Chart) string {
	return leadsOf(drawn(h.Map, h.Distance, h.Meeting, h.Years, h.Quadrant))[c]
}

const newestArticles = 5

// favour returns how far a member is on the better side of the guideline.
func (s *maker) favour(r dataset.Standing) float64 {
	d, _ := s.Guideline.Distance(r.Figure)
	return s.Guideline.Name.Side.Favour(d)
}

// harder reports whether a guideline is stricter than the report's own.
func (s *maker) harder(g *dataset.Guideline) bool {
	side := s.Guideline.Name.Side
	return side != dataset.Between && g.Name.Side == side && side.Favour(g.Mark()) > side.Favour(s.Guideline.Mark())
}

// addHome adds the home page.
func (s *maker) addHome() *Home {
	h := s.home()
	p := Page{Path: "", Template: "home.html", Summary: s.Config.Description, View: h, Cited: s.citedBy("", nil),
		Charts:  drawn(h.Map, h.Distance, h.Meeting, h.Quadrant, h.Years),
		Changed: civil.Later(s.NewestDay(), lastOf(s.Articles))}
	p.Card = s.chartCard(p, h.Distance, "")
	s.add(p)
	return h
}

func (s *maker) home() *Home {
	h := &Home{catalog: s.Catalog, Articles: s.Articles[:min(newestArticles, len(s.Articles))],
		Restated: s.mostRestated(), Disputed: s.disputed()}
	year, edition, ok := s.Today.NewestYear(s.Config.Source, s.Config.Measure)
	if !ok {
		return h
	}
	h.Tally = edition.Tally(s.Guideline, year)
	short := h.Tally.Short()
	slices.SortStableFunc(short, func(a, b dataset.Standing) int { return cmp.Compare(s.favour(b), s.favour(a)) })
	h.Short = s.rows(h.Tally, short)
	h.Headline, h.CountNotes = []string{s.TallySays("home.headline", h.Tally)}, s.CountNotes(h.Tally)
	for _, g := range lists.Filter(s.Agreed(), s.harder) {
		t := edition.Tally(g, year)
		h.Headline, h.There = append(h.Headline, s.TallySays("home.other", t)), append(h.There, s.there(t))
	}
	if w := s.WhatIfs; w != nil {
		h.WhatIf = w.Own
	}
	h.EditionDiff = s.editionDiff()
	h.Numbers, h.Choices = s.boardNumbers(h), s.memberList()
	s.boardCharts(h)
	return h
}

// fewShort is the largest number of members short of the guideline that have a sentence each.
const fewShort = 4

// ShortOf returns sentences on who is short of the guideline: each by name, or the nearest and the farthest of many.
func (h *Home) ShortOf(f linker) []template.HTML {
	b, how := h.catalog, h.Tally.Tense()
	who := func(r standingRow) template.HTML { return f.Link(r.Member.URL, r.Member.Name) }
	if n := len(h.Short); n > fewShort {
		near, far := h.Short[0], h.Short[n-1]
		return []template.HTML{b.HTML("home.short_many."+how+"_html", "n", n, "nearest", who(near), "near", near.Away,
			"farthest", who(far), "far", far.Away, "guideline", h.Tally.Guideline.Name)}
	}
	return lists.Each(h.Short, func(r standingRow) template.HTML {
		return b.HTML("home.short."+how+"_html", "who", who(r), "away", r.Away,
			"guideline", h.Tally.Guideline.GoalOf(r.Member.Code))
	})
}

// markNamed names a guideline with the occasion and its due year.
func (s *maker) markNamed(g *dataset.Guideline) string {
	values := []any{"guideline", g.Name, "event", g.Event, "due", s.Deadline(g, g.Due.Year)}
	switch {
	case g.Event != "" && !g.Due.IsZero():
		return s.Catalog.Message("home.mark_event_due", values...)
	case g.Event != "":
		return s.Catalog.Message("home.mark_event", values...)
	case !g.Due.IsZero():
		return s.Catalog.Message("home.mark_due", values...)
	}
	return g.Name.Name
}

// there returns a sentence on who meets a higher mark, highest first.
func (s *maker) there(t *dataset.Tally) string {
	names := lists.Each(t.Met(), func(r dataset.Standing) string { return r.Member.Name })
	values := []any{"mark", s.markNamed(t.Guideline), "names", names, "n", t.Meeting}
	if t.Meeting > manyNames {
		return s.Catalog.Message("home.there_many."+t.Tense(), values...)
	}
	return s.Catalog.Message("home.there."+t.Tense(), values...)
}

// manyNames is the largest number of members that a sentence lists.
const manyNames = 8

// A boardNumber is a number in large type with a few words.
type boardNumber struct {
	Value string
	Words string
	Path  string // of the page that has more
}

// boardNumbers returns how many meet the guideline, the figure of the largest group that is not the whole, and the
// share of the largest spender.
func (s *maker) boardNumbers(h *Home) []boardNumber {
	b, t := s.Catalog, h.Tally
	count := b.Message("home.number_count", "n", t.Meeting, "of", t.Of())
	if t.AtLeast() {
		count = b.Message("home.number_least", "n", t.Meeting, "of", t.Of())
	}
	list := []boardNumber{{Value: count, Path: s.YearURL(t.Year),
		Words: b.Message("home.number_meeting."+t.Tense(), s.TallyValues(t)...)}}
	if g := lists.Find(s.Groups, func(g *Member) bool { return g.Code != s.Config.Total }); g != nil {
		list = append(list, boardNumber{g.Value, b.Message("home.number_group", "who", g.Name, "year", g.Year), g.URL})
	}
	if s.Config.Spending == "" || !t.Edition.Answers(s.Config.Spending, t.Year) {
		return list
	}
	top := s.Members[t.Edition.Standings(s.Config.Spending, t.Year).Ranked[0].Member.Code]
	if value, ok := s.shareOfWhole(top, s.Config.Spending); ok && top.Edition == t.Edition && top.Year == t.Year {
		words := b.Message("home.number_largest", "who", top.Name, "allies", s.Config.Plural,
			"spending", s.Brief(s.Data.Measures[s.Config.Spending]))
		list = append(list, boardNumber{b.Amount(dataset.Percent, value, 0), words, top.URL})
	}
	return list
}

// boardCharts draws what the home page shows of all members.
func (s *maker) boardCharts(h *Home) {
	year := h.Tally.Year
	title := s.Catalog.Message("home.map_title", "allies", s.Config.Plural, "guideline", s.Guideline.Name, "year", year)
	h.Map = s.Draw(chart.Spec{Kind: "map", Year: year, Title: title})
	h.Distance = s.Draw(chart.Spec{Kind: "distance", Year: year})
	h.Meeting = s.Draw(chart.Spec{Kind: "meeting"})
	h.Years = s.Draw(chart.Spec{Kind: "heatmap"})
	if s.Config.Second != "" {
		h.Quadrant = s.Draw(chart.Spec{Kind: "quadrant"})
	}
}

// leadsOf returns the sentence under each of the charts on a page, which are in its order, so that no two say the same:
// where some begin alike the last of them says it, and the others their first sentence that no other chart has. One
// without such a sentence says what they share, if none before it does.
func leadsOf(charts []*chart.Chart) map[*chart.Chart]string {
	leads := map[*chart.Chart]string{}
	for i, c := range charts {
		if len(c.Summary) == 0 {
			continue
		}
		first := c.Summary[0]
		begins := func(o *chart.Chart) bool { return len(o.Summary) > 0 && o.Summary[0] == first }
		own := lists.Filter(c.Summary, func(s string) bool {
			also := func(o *chart.Chart) bool { return o != c && slices.Contains(o.Summary, s) }
			return !slices.ContainsFunc(charts, also)
		})
		switch said := slices.ContainsFunc(charts[:i], func(o *chart.Chart) bool { return leads[o] == first }); {
		case len(own) > 0 && (said || slices.ContainsFunc(charts[i+1:], begins)):
			leads[c] = own[0]
		case !said:
			leads[c] = first
		}
	}
	return leads
}
