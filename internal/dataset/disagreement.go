package dataset

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// warnOf reports the differences of an edition that no note answers: those that one mistyped figure may have caused at
// that figure, others by member, measure and check.
func warnOf(found []*Difference, errs *diag.List) {
	found = lists.Filter(found, func(o *Difference) bool { return o.Note == nil })
	with := map[*Figure][]*Difference{}
	for _, o := range found {
		for _, f := range o.rests {
			with[f] = append(with[f], o)
		}
	}
	var rest []*Difference
	told := map[*Figure]bool{}
	for _, o := range found {
		switch f := suspect(o, with); {
		case f == nil:
			rest = append(rest, o)
		case !told[f]:
			told[f] = true
			warnOfFigure(f, with[f], errs)
		}
	}
	type series struct{ member, measure, check string }
	of := func(o *Difference) series { return series{o.Figure.Member, o.Figure.Measure, o.Check} }
	for _, like := range lists.Groups(rest, of) {
		warnOfSeries(like, errs)
	}
}

// suspect returns a figure of a difference that may have caused several: more of them rest on it than on any other
// figure of one of them. It returns nil if there is none.
func suspect(o *Difference, with map[*Figure][]*Difference) *Figure {
	return lists.Find(o.rests, func(f *Figure) bool {
		leads := func(other *Difference) bool {
			asMany := func(g *Figure) bool { return g != f && len(with[g]) >= len(with[f]) }
			return !slices.ContainsFunc(other.rests, asMany)
		}
		return len(with[f]) > 1 && slices.ContainsFunc(with[f], leads)
	})
}

// warnOfFigure reports the differences that rest on one figure.
func warnOfFigure(f *Figure, like []*Difference, errs *diag.List) {
	others := lists.Each(like, func(o *Difference) string {
		g, computed := o.Figure, Plain(o.Computed, o.Decimals)
		if g == f {
			return o.Check + ", " + computed
		}
		return fmt.Sprintf("%s of %s in %d, printed %s, computed %s", g.Measure, g.Member, g.Year,
			Plain(g.Value, g.Decimals), computed)
	})
	errs.Warnf(f.Pos, "%s of %s in %d, %s, disagrees with: %s", f.Measure, f.Member, f.Year,
		Plain(f.Value, f.Decimals), strings.Join(others, "; ")).Hint("%s", differenceHint(f.Source))
}

// warnOfSeries reports the differences of one member and measure that were found by one check.
func warnOfSeries(like []*Difference, errs *diag.List) {
	o := like[len(like)-1]
	f := o.Figure
	years := strconv.Itoa(f.Year)
	if len(like) > 1 {
		years = fmt.Sprintf("%d years, such as %d", len(like), f.Year)
	}
	errs.Warnf(f.Pos, "%s of %s disagrees with %s in %s: printed %s, computed %s", f.Measure, f.Member, o.Check, years,
		Plain(f.Value, f.Decimals), Plain(o.Computed, o.Decimals)).Hint("%s", differenceHint(f.Source))
}

func differenceHint(source string) string {
	return "compare with the publication; if it has this number too, add to data/" + source + "/" + notesName +
		" a [[note]] with kind = \"doubt\" for these members, years and releases"
}
