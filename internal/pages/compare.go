package pages

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// comparePath is the path of the page on which a reader compares members and groups. It has a column for each;
// ComparePick is the style sheet that shows those chosen in its form, so that no script is needed for it.
const (
	ComparePath = "compare/"
	ComparePick = "compare/pick.css"
)

// Compare is what the comparison shows.
type Compare struct {
	Members       []*Member // with a figure, by name, then groups
	First, Second *Member   // chosen at the start: the highest and the lowest
	Rows          []compareRow
	Notes         []report.NoteLine
	Lines         *chart.Chart // of all of them
	Words         []byte       // of the script, as JSON, and by code the names that have an article in a sentence
}

// A compareRow is one quantity of every member.
type compareRow struct {
	Name  string
	Cells []compareCell // as Members
}

// A compareCell is one member's value.
type compareCell struct {
	Code     string
	Text     string // "" for none
	Value    string // plain, for the difference; "" if there is none
	Side     string // "up" or "down" of the guideline, "" for neither
	Estimate bool
	Notes    []*dataset.Note
}

// Comparable reports whether there are two members, or a member and a group, to compare, and so a page that does.
func (v *Views) Comparable() bool {
	all := slices.Collect(maps.Values(v.Members))
	members := len(lists.Filter(all, func(m *Member) bool { return m.Figure != nil }))
	return members > 0 && members+len(v.Groups) > 1 // a group always has a figure
}

// comparison makes the page; nil when there are no two members to compare.
func (s *maker) comparison(members []*Member) *Compare {
	if !s.Comparable() {
		return nil
	}
	v := &Compare{Members: lists.Filter(members, func(m *Member) bool { return m.Figure != nil })}
	single := lists.Filter(v.Members, func(m *Member) bool { return !m.Group })
	byFigure := func(a, b *Member) int { return cmp.Compare(a.Figure.Value, b.Figure.Value) }
	v.First, v.Second = slices.MaxFunc(single, byFigure), slices.MinFunc(single, byFigure)
	words := s.Catalog.Under("compare.script")
	if s.Measure.Unit != dataset.Percent { // the sentence is about points
		maps.DeleteFunc(words, func(key, text string) bool { return strings.Contains(text, "{points}") })
	}
	for key, text := range words {
		words[key] = strings.ReplaceAll(text, "{year}", s.yearOf(v.Members))
	}
	for _, m := range v.Members {
		if the := s.Catalog.The(m.Name); the != m.Name {
			words[m.Code] = the
		}
	}
	v.Words = JSON(words)
	if v.First == v.Second { // all are equal
		v.First, v.Second = v.Members[0], v.Members[1]
	}
	v.Lines = kind.DrawOverlay(s.Today, s.Terms, s.Catalog, chart.Spec{
		Members: lists.Each(v.Members, func(m *Member) string { return m.Code }),
		Title:   s.Catalog.Message("compare.lines", "measure", s.Measure.Name),
		Caption: s.Catalog.Message("compare.lines_desc"),
	})
	s.compareStandings(v)
	s.comparePaces(v)
	s.compareYears(v)
	return v
}

// newestYear returns the year of most figures: a member without one has an earlier year of its own.
func newestYear(members []*Member) int {
	return slices.Max(lists.Each(members, func(m *Member) int { return m.Year }))
}

// yearOf returns the year of a comparison, and whether its figures are of a year that was not over, or all estimates.
func (s *maker) yearOf(members []*Member) string {
	year := newestYear(members)
	of := lists.Filter(members, func(m *Member) bool { return m.Year == year })
	text, figures := strconv.Itoa(year), lists.Each(of, func(m *Member) *dataset.Figure { return m.Figure })
	if tense := dataset.TenseOf(figures); tense != "actual" {
		return s.Catalog.Message("chart.hedge."+tense, "title", text)
	}
	return text
}

// Edition returns the release of the newest year's figures.
func (v *Compare) Edition() *dataset.Edition {
	year := newestYear(v.Members)
	return lists.Find(v.Members, func(m *Member) bool { return m.Year == year }).Figure.Edition
}

// Older reports whether some figure is of another release.
func (v *Compare) Older() bool {
	newest := v.Edition()
	return slices.ContainsFunc(v.Members, func(m *Member) bool { return m.Figure.Edition != newest })
}

// row adds a row, unless no member has an answer.
func (v *Compare) row(name string, answer func(m *Member, c *compareCell)) {
	r := compareRow{Name: name, Cells: make([]compareCell, len(v.Members))}
	for i, m := range v.Members {
		c := &r.Cells[i]
		c.Code = m.Code
		answer(m, c)
	}
	if slices.ContainsFunc(r.Cells, func(c compareCell) bool { return c.Text != "" }) {
		v.Rows = append(v.Rows, r)
	}
}

func (s *maker) compareStandings(v *Compare) {
	b, g := s.Catalog, s.Guideline
	year := newestYear(v.Members)
	v.row(b.Message("member.key_figure", "measure", s.Measure.Name, "year", year), func(m *Member, c *compareCell) {
		c.Text, c.Value, c.Estimate, c.Notes = m.Value, m.Figure.Plain(), m.Estimate, m.Standing.Notes
		if m.Year != year { // two years have no difference
			c.Text, c.Value = c.Text+" ("+strconv.Itoa(m.Year)+")", ""
		}
	})
	v.row(s.DistanceHead(g), func(m *Member, c *compareCell) {
		d, decimals := g.Distance(m.Figure)
		c.Text, c.Value, c.Side = m.Distance, dataset.Plain(d, decimals), upDown(m.Meets)
	})
	v.row(b.Message("member.key_money"), func(m *Member, c *compareCell) { c.Text = m.Money })
	v.row(b.Message("compare.spent"), func(m *Member, c *compareCell) { c.Text = m.Spent.inYear() })
	v.row(b.Message("compare.per_head"), func(m *Member, c *compareCell) { c.Text = m.PerHead.inYear() })
	v.row(b.Message("member.key_place"), func(m *Member, c *compareCell) {
		if m.Place > 0 {
			c.Text = strconv.Itoa(m.Place)
		}
	})
	v.row(b.Message("compare.since"), func(m *Member, c *compareCell) { c.Text = m.When })
	if second := s.Data.Guidelines[s.Config.Second]; second != nil {
		v.row(s.Data.Measures[second.Measure].Name, func(m *Member, c *compareCell) {
			if o := m.Second; o != nil {
				c.Text, c.Value = o.Value+" ("+strconv.Itoa(o.Figure.Year)+")", o.Figure.Plain()
				c.Side = upDown(o.Meets)
			}
		})
	}
}

func (s *maker) comparePaces(v *Compare) {
	b := s.Catalog
	var next *dataset.Guideline
	from, same := 0, true
	for _, m := range v.Members {
		if o := m.Projection; o != nil {
			next = o.Guideline
			same = same && (from == 0 || o.From == 0 || o.From == from)
			from = max(from, o.From)
		}
	}
	if next == nil {
		return
	}
	v.row(b.Message("compare.needed", "target", s.Target(next)), func(m *Member, c *compareCell) {
		switch o := m.Projection; {
		case o == nil || o.Guideline != next:
		case o.Met:
			c.Text = b.Message("compare.there")
		default:
			n := paceDecimals(o.needed)
			c.Text, c.Value = b.Message("compare.a_year", "v", b.Signed(o.needed, n)), dataset.Plain(o.needed, n)
		}
	})
	if from == 0 {
		return
	}
	name := b.Message("compare.had", "from", from)
	if !same {
		name = b.Message("compare.had_each")
	}
	v.row(name, func(m *Member, c *compareCell) {
		if o := m.Projection; o != nil && o.From != 0 {
			n := paceDecimals(o.had)
			c.Text, c.Value = b.Message("compare.a_year", "v", b.Signed(o.had, n)), dataset.Plain(o.had, n)
			if !same {
				c.Text, c.Value = b.Message("compare.a_year_from", "v", b.Signed(o.had, n), "from", o.From), ""
			}
		}
	})
}

// compareYears adds a row for each year of the edition that the lines are of.
func (s *maker) compareYears(v *Compare) {
	if v.Lines == nil {
		return
	}
	var shown []*dataset.Figure
	for y := v.Lines.Model.To; y >= v.Lines.Model.From; y-- {
		v.row(strconv.Itoa(y), func(m *Member, c *compareCell) {
			if f, ok := v.Lines.Edition.Figure(m.Code, y, s.Config.Measure); ok {
				c.Text, c.Value = s.AmountOf(f), f.Plain()
				c.Side, c.Estimate, c.Notes = upDown(s.Guideline.Met(f)), f.Status == dataset.Estimate, report.Marked(f)
				shown = append(shown, f)
			}
		})
	}
	v.Notes = s.NoteLines(shown)
}

// upDown returns the class of a figure's side of a guideline.
func upDown(meets bool) string {
	if meets {
		return "up"
	}
	return "down"
}

// tones are how the lines of the members chosen look, in the order of the form's fields, which Slots names.
var tones = []string{"--tone:var(--line-1)", "--tone:var(--ink);--dash:6 4", "--tone:var(--line-2)",
	"--tone:var(--line-3);--dash:2 3", "--tone:var(--line-4)", "--tone:var(--line-5);--dash:9 3 2 3"}

// Slots returns the fields of the form. Those from the third on may stay empty.
func (v *Compare) Slots() []string {
	return []string{"first", "second", "third", "fourth", "fifth", "sixth"}
}

// PickSheet returns the style sheet that shows the members chosen. A browser that
// cannot follow the choice shows all of them.
func (v *Compare) PickSheet() []byte {
	var b strings.Builder
	b.WriteString("@supports selector(:has(a)){.compare .m{display:none}")
	for _, m := range v.Members {
		checked := `[value="` + m.Code + `"]:checked) `
		chosen := ".compare:has(" + checked
		b.WriteString(chosen + "svg .m-" + m.Code + "{display:inline}")
		b.WriteString(chosen + ":is(th,td).m-" + m.Code + "{display:table-cell}")
		b.WriteString(chosen + "li.m-" + m.Code + "{display:list-item}")
		for i, slot := range v.Slots() {
			b.WriteString(".compare:has(#" + slot + " " + checked + "svg .m-" + m.Code + "{" + tones[i] + "}")
		}
	}
	b.WriteString("}\n")
	return []byte(b.String())
}
