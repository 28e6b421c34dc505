package diag

import (
	"fmt"
	"strings"
)

// manyTimes is the number of repetitions from which a problem is reported only once.
const manyTimes = 3

// shownPlaces is the number of further places that are listed.
const shownPlaces = 5

// Once returns a sorted list in which problems that repeat in a file are reported once, at the first place, with
// their number and the other places.
func (l List) Once() List {
	type mistake struct {
		file, msg, hint string
		severity        Severity
	}
	key := func(e *Error) mistake { return mistake{e.Pos.File, e.Msg, e.HintText, e.Severity} }
	places := map[mistake][]Pos{}
	for _, e := range l {
		places[key(e)] = append(places[key(e)], e.Pos)
	}
	var list List
	told := map[mistake]bool{}
	for _, e := range l {
		k := key(e)
		others := places[k]
		switch {
		case len(others) < manyTimes || e.Pos.Line == 0:
			list = append(list, e)
		case !told[k]:
			told[k] = true
			first := *e
			first.Msg += " (" + alsoAt(others[1:]) + ")"
			list = append(list, &first)
		}
	}
	return list
}

// alsoAt lists the other places in a file: "and 4 more times, at 9:4, 12:1 …".
func alsoAt(places []Pos) string {
	var at []string
	for _, p := range places[:min(len(places), shownPlaces)] {
		at = append(at, strings.TrimPrefix(p.String(), p.File+":"))
	}
	if len(places) > shownPlaces {
		at = append(at, "…")
	}
	return fmt.Sprintf("and %d more times, at %s", len(places), strings.Join(at, ", "))
}
