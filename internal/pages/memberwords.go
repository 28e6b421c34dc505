package pages

import (
	"html/template"

	"burdenshare/internal/address"
	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// This file chooses the sentences of a member's page. Their wording is in strings.toml.

// lede returns sentences on the member's distance from the guideline, since when, which it also sets, and which of its
// figures are of years before it joined.
func (v *Member) lede(s *maker) []template.HTML {
	b, g := s.Catalog, s.Guideline.GoalOf(v.Code)
	switch {
	case v.Exempt != "":
		return []template.HTML{b.HTML("member.exempt_html", "who", v.Name, "why", v.Exempt, "allies", s.Config.Plural)}
	case v.Figure == nil:
		return []template.HTML{b.HTML("member.nothing", "who", v.Name, "source", s.Source.Name)}
	}
	values := []any{"who", v.Name, "value", report.NumberAt(address.Root(v.URL), v.Value, v.Figure), "year", v.Year,
		"away", v.Away, "guideline", g}
	where := ".below_html"
	switch {
	case v.Exactly:
		where = ".on_html"
	case v.Above:
		where = ".above_html"
	}
	list := []template.HTML{b.HTML("member.stood."+v.Figure.Tense()+where, values...)}
	since, when := v.since(s)
	if v.When = when; since != "" {
		list = append(list, template.HTML(template.HTMLEscapeString(since)))
	}
	if s.knownBefore(v.Edition, v.Code, v.Joined.Year) {
		list = append(list, b.HTML("member.before_joining", "year", v.Joined.Year, "allies", s.Config.Plural))
	}
	return list
}

// since returns a sentence, and a few words, on how long the member has been on its side of the guideline.
func (v *Member) since(s *maker) (sentence, when string) {
	values := []any{"since", v.run.Since, "year", v.run.Since, "begins", v.run.Begins,
		"guideline", s.Guideline.GoalOf(v.Code)}
	say := func(key string) string { return s.Catalog.Message(key, values...) }
	side := func(above, below string) string {
		if v.Meets {
			return above
		}
		return below
	}
	before := side(say("members.meets_before"), say("members.short_before"))
	switch tense := v.Figure.Tense(); {
	case v.run.First && v.run.Since == v.Year: // a figure by itself is no series
		return "", before
	case v.run.First:
		return side(say("member.always_above"), say("member.always_below")), before
	case v.run.Since == v.run.Begins: // nothing is known of the year before
		return side(say("member.since_above"), say("member.since_below")), before
	case v.run.Since == v.Year:
		return side(say("member.first_above."+tense), say("member.first_below."+tense)),
			side(say("members.meets_first."+tense), say("members.short_first."+tense))
	}
	return side(say("member.since_above"), say("member.since_below")),
		side(say("members.meets_since"), say("members.short_since"))
}

// ahead returns sentences on what the next dated guideline requires of the member, and its growth so far.
func (v *Member) ahead(s *maker, o *projection) []string {
	b, g := s.Catalog, o.Guideline
	values := []any{"who", v.Name, "guideline", g.GoalOf(v.Code), "target", s.Target(g, v.Code),
		"deadline", s.Deadline(g, g.Due.Year), "year", v.Year, "from", o.From,
		"needed", b.Number(max(o.needed, -o.needed), paceDecimals(o.needed)),
		"had", b.Number(max(o.had, -o.had), paceDecimals(o.had)), "reached", o.reached, "part", o.Part, "base", o.Base}
	say := func(key string) string { return b.Message(key, values...) }
	growth := func(share, plain string) string {
		if o.Part != "" {
			return share
		}
		return plain
	}
	var list []string
	switch {
	case o.Met:
		list = append(list, say("member.ahead_met"))
	case o.needed < 0:
		list = append(list, growth(say("member.ahead_needed_share_less"), say("member.ahead_needed_less")))
	default:
		list = append(list, growth(say("member.ahead_needed_share"), say("member.ahead_needed")))
	}
	if o.broken != nil {
		list = append(list, b.Message("member.ahead_broken", "from", o.broken.From, "why", o.broken.Text))
	}
	switch {
	case o.From == 0:
		return list
	case o.had == 0:
		list = append(list, say("member.ahead_had_none"))
	case o.had > 0:
		list = append(list, growth(say("member.ahead_had_share"), say("member.ahead_had")))
	default:
		list = append(list, growth(say("member.ahead_fell_share"), say("member.ahead_fell")))
	}
	switch {
	case o.Met:
	case o.had*o.needed < 0:
		list = append(list, b.Message("member.ahead_away"))
	case o.reached == 0:
		list = append(list, b.Message("member.ahead_never", "guideline", g.GoalOf(v.Code), "years", farthest))
	case o.reached <= g.Due.Year:
		list = append(list, say("member.ahead_in_time"))
	default:
		list = append(list, b.Message("member.ahead_late", append(values, "n", o.reached-g.Due.Year)...))
	}
	return list
}

// other returns a sentence on the member's distance from the report's second guideline.
func (v *Member) other(s *maker, o *otherMark) []string {
	b := s.Catalog
	values := []any{"who", v.Name, "measure", o.Measure.Name, "value", o.Value, "year", o.Figure.Year, "away", o.Away,
		"guideline", o.Guideline.GoalOf(v.Code), "years", o.Years, "begins", o.Begins, "n", o.Both}
	var list []string
	switch {
	case o.Exactly:
		list = append(list, b.Message("member.second_on", values...))
	case o.Meets:
		list = append(list, b.Message("member.second_above", values...))
	default:
		list = append(list, b.Message("member.second_below", values...))
	}
	switch {
	case o.Years > 1 && o.Both == o.Years:
		list = append(list, b.Message("member.second_all", values...))
	case o.Years > 1:
		list = append(list, b.Message("member.second_both", values...))
	}
	return list
}

// moved returns a sentence on how the edition's figure of one year was revised.
func (v *Member) moved(s *maker, r *revisionHistory) template.HTML {
	b, root := s.Catalog, address.Root(v.URL)
	number := func(f *dataset.Figure) template.HTML {
		return report.NumberAt(root, s.AmountOf(f), f)
	}
	day := func(f *dataset.Figure) template.HTML {
		return report.ClassLink("day", address.Href(root, report.ReleasePath(f.Edition)), b.Day(f.Released))
	}
	values := []any{"who", v.Name, "year", r.first.Year, "n", r.times, "editions", r.editions, "source", s.Source.Name,
		"guideline", s.Guideline.GoalOf(v.Code), "first", number(r.first), "then", day(r.first), "last", number(r.last),
		"now", day(r.last)}
	switch {
	case r.crossed:
		return b.HTML("member.restated_across_html", values...)
	case r.moved() == 0:
		return b.HTML("member.restated_back_html", values...)
	}
	return b.HTML("member.restated_html", values...)
}

// summary returns the page's description.
func (v *Member) summary(s *maker) string {
	b := s.Catalog
	switch {
	case v.Exempt != "":
		return b.Message("member.summary_exempt", "who", v.Name, "why", v.Exempt)
	case v.Figure == nil:
		return b.Message("member.summary_nothing", "who", v.Name, "guideline", s.Guideline.GoalOf(v.Code))
	}
	return b.Message("member.summary."+v.Figure.Tense(), "who", v.Name, "value", v.Value, "year", v.Year,
		"source", s.Source.Name, "day", v.Edition.Release.Date)
}
