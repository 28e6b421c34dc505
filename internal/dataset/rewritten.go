package dataset

import (
	"cmp"
	"fmt"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// Rewritten returns an error for each release in an earlier state of the data whose figures were changed or removed
// since, unless its entry now says why. Rows and releases may be added.
func (d *Dataset) Rewritten(former *Dataset) diag.List {
	var errs diag.List
	for _, was := range former.Editions {
		e := lists.Find(d.Editions, func(e *Edition) bool {
			return e.Source.ID == was.Source.ID && e.Release.Date == was.Release.Date
		})
		if e == nil {
			errs.Errorf(diag.Pos{File: was.Release.File}, "the release was removed").
				Hint("a published release must stay; put it back, with its [[release]] in source.toml")
			continue
		}
		if e.Release.Corrected != "" && e.Release.Corrected != was.Release.Corrected {
			continue
		}
		if pos, changes := e.changes(was); len(changes) > 0 {
			errs.Errorf(pos, "a published release was changed: %s", some(changes)).
				Hint(`a revision is a release of its own; if the copy here was wrong, ` +
					`add corrected = "why" to its [[release]]`)
		}
	}
	errs.Sort()
	return errs
}

// changes returns the figures that differ from an earlier state of the edition, with the place of the first.
func (e *Edition) changes(was *Edition) (pos diag.Pos, changes []string) {
	pos = e.Release.Pos
	for i := range was.all {
		old := &was.all[i]
		what := fmt.Sprintf("%s %d %s", old.Member, old.Year, old.Measure)
		f, ok := e.Figure(old.Member, old.Year, old.Measure)
		switch {
		case !ok:
			changes = append(changes, what+" is gone")
			continue
		case f.Value != old.Value || f.Decimals != old.Decimals:
			changes = append(changes, fmt.Sprintf("%s was %s, is now %s", what,
				old.Plain(), f.Plain()))
		case f.Status != old.Status:
			changes = append(changes, fmt.Sprintf("%s was %s, is now %s", what, article(old.Status), article(f.Status)))
		default:
			continue
		}
		if pos == e.Release.Pos {
			pos = f.Pos
		}
	}
	return pos, changes
}

func article(s Status) string { return cmp.Or(map[Status]string{Estimate: "an estimate"}[s], "actual") }

// some lists the first few texts and counts the others.
func some(list []string) string {
	const most = 3
	if len(list) <= most {
		return strings.Join(list, "; ")
	}
	return fmt.Sprintf("%s; and %d others", strings.Join(list[:most], "; "), len(list)-most)
}
