package impact

import (
	"maps"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/english"
	"burdenshare/internal/site"
)

// counts compares how many members met the guideline, year by year.
func (x *comparison) counts() (list lines) {
	inYears := func(s *site.Site) map[int]string {
		m := map[int]string{}
		for _, y := range s.Years {
			if t := y.Tally; t != nil {
				m[y.Year] = english.InWords(t.Meeting) + " of " + english.Few(t.Of())
				if t.AtLeast() {
					m[y.Year] = "at least " + m[y.Year]
				}
			}
		}
		return m
	}
	was, is := inYears(x.before), inYears(x.after)
	years := maps.Clone(was)
	maps.Copy(years, is)
	for _, y := range slices.Sorted(maps.Keys(years)) {
		switch {
		case was[y] == is[y]:
		case was[y] == "":
			list.add("%d: %s meet %s; the year was not counted before.", y, is[y], x.after.Guideline.Name)
		case is[y] == "":
			list.add("%d: was %s, is no longer counted.", y, was[y])
		default:
			list.add("%d: %s becomes %s.", y, was[y], is[y])
		}
	}
	return list
}

// ranks compares the ranks of members in the newest year that both states of the data can rank.
func (x *comparison) ranks() (list lines) {
	source, measure := x.after.Config.Source, x.after.Config.Measure
	was, _, ok1 := x.before.Today.NewestYear(source, measure)
	is, _, ok2 := x.after.Today.NewestYear(source, measure)
	if !ok1 || !ok2 {
		return nil
	}
	if was != is {
		list.add("The newest year that can be ranked was %d and is now %d.", was, is)
	}
	year := min(was, is)
	before, ok1 := x.before.Today.Edition(source, measure, year)
	after, ok2 := x.after.Today.Edition(source, measure, year)
	if !ok1 || !ok2 {
		return list
	}
	then, now := before.Standings(measure, year), after.Standings(measure, year)
	for _, r := range now.Ranked {
		place, _ := now.Place(r.Member.Code)
		switch old, ok := then.Place(r.Member.Code); {
		case !ok:
			list.add("%d: %s is new at place %d.", year, r.Member.Name, place)
		case old != place:
			list.add("%d: %s goes from place %d to %d.", year, r.Member.Name, old, place)
		}
	}
	for _, r := range then.Ranked {
		if _, ok := now.Place(r.Member.Code); !ok {
			list.add("%d: %s no longer has a place.", year, r.Member.Name)
		}
	}
	return list
}

// sameTexts reports whether two rows of a chart's table say the same.
func sameTexts(was, is []chart.Cell) bool {
	return slices.EqualFunc(was, is, func(a, b chart.Cell) bool { return a.Text == b.Text })
}

// charts lists the charts whose numbers change, page by page.
func (x *comparison) charts() (list lines) {
	type key struct {
		page, kind string
		n          int
	}
	drawn := func(s *site.Site) (keys []key, charts map[key]*chart.Chart) {
		charts = map[key]*chart.Chart{}
		for _, p := range s.Pages {
			for _, c := range p.Charts {
				k := key{p.Path, c.Kind, 0}
				for charts[k] != nil {
					k.n++
				}
				keys = append(keys, k)
				charts[k] = c
			}
		}
		return keys, charts
	}
	oldKeys, was := drawn(x.before)
	keys, is := drawn(x.after)
	for _, k := range keys {
		c, before := is[k], was[k]
		switch {
		case before == nil:
			list.add("/%s: “%s” (%s) is new.", k.page, c.Title, c.Kind)
		case slices.EqualFunc(before.Table.Rows, c.Table.Rows, sameTexts):
		case before.Title != c.Title:
			list.add("/%s: “%s” (%s) changes and becomes “%s”.", k.page, before.Title, c.Kind, c.Title)
		default:
			list.add("/%s: “%s” (%s) changes.", k.page, c.Title, c.Kind)
		}
	}
	for _, k := range oldKeys {
		if is[k] == nil {
			list.add("/%s: “%s” (%s) is gone.", k.page, was[k].Title, k.kind)
		}
	}
	return list
}
