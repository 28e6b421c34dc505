// Package diag describes problems in input files: where they are, what was found and what to try.
//
// An Error is a value with a place, a message and one hint. Other packages collect errors in a List, so that one run
// reports all of them; only a main package prints them and exits. The package knows nothing of figures, articles or
// templates, and imports nothing from this module but lists.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/lists"
)

// A Pos is a place in an input file.
type Pos struct {
	File string // slash-separated path below the root, "content/articles/x.md"
	Line int    // from 1; 0 when only the file is known
	Col  int    // in characters (not bytes), from 1; 0 when only the line is known
}

// String returns the place as file:line:column, leaving out what is not known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders places by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// A Severity distinguishes an error, which stops the build, from a warning, which stops only a strict build.
type Severity int

// The two severities.
const (
	Err Severity = iota
	Warning
)

// String returns the word that is printed.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// An Error is one problem: its place, what was found (lower case, no full stop) and one thing to try.
type Error struct {
	Pos      Pos
	Msg      string
	HintText string // the hint; may be empty
	Severity Severity

	// Figures is set when the problem was found by comparing with figures, so that it may only follow from an error in
	// them. Follows is set when it may.
	Figures, Follows bool
}

// Hint sets the hint, the one thing to try, and returns the error. Long values among args are shortened.
func (e *Error) Hint(format string, args ...any) *Error {
	e.HintText = sprintf(format, args)
	return e
}

// Error returns the problem as it is printed: the place and the message, then the hint on a line of its own.
func (e *Error) Error() string {
	s := e.Msg
	if e.Severity == Warning {
		s = "warning: " + s
	}
	if e.Pos.File != "" {
		s = e.Pos.String() + ": " + s
	}
	if e.HintText != "" {
		s += "\n\thint: " + e.HintText
	}
	return s
}

// A List collects the problems of one stage. Its zero value is ready to use; it is not safe for concurrent use.
type List []*Error

// Errorf adds an error and returns it, so that a hint can follow:
//
//	errs.Errorf(pos, "release %s has no file", day).Hint("add %s", name)
//
// Long values among args are shortened.
func (l *List) Errorf(pos Pos, format string, args ...any) *Error {
	e := &Error{Pos: pos, Msg: sprintf(format, args)}
	*l = append(*l, e)
	return e
}

// Warnf adds a warning and returns it.
func (l *List) Warnf(pos Pos, format string, args ...any) *Error {
	e := l.Errorf(pos, format, args...)
	e.Severity = Warning
	return e
}

// Add adds errors made elsewhere and shortens overlong words in their messages.
func (l *List) Add(errs ...*Error) {
	for _, e := range errs {
		if msg, hint := Clip(e.Msg), Clip(e.HintText); msg != e.Msg || hint != e.HintText {
			clipped := *e
			clipped.Msg, clipped.HintText = msg, hint
			e = &clipped
		}
		*l = append(*l, e)
	}
}

// Clone returns copies of the problems, which the caller may change.
func (l List) Clone() List { return lists.Each(l, func(e *Error) *Error { return new(*e) }) }

// Sort orders the list by place, then by message, and removes duplicates.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b *Error) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Msg, b.Msg))
	})
	*l = slices.CompactFunc(*l, func(a, b *Error) bool { return *a == *b })
}

// Count returns the number of errors and of warnings.
func (l List) Count() (errors, warnings int) {
	warnings = len(lists.Filter(l, func(e *Error) bool { return e.Severity == Warning }))
	return len(l) - warnings, warnings
}

// Failed reports whether the list contains an error and not only warnings.
func (l List) Failed() bool {
	return slices.ContainsFunc(l, func(e *Error) bool { return e.Severity == Err })
}

// Error returns the text of all errors in the list, so that a List is itself an error.
func (l List) Error() string { return strings.Join(lists.Each(l, (*Error).Error), "\n") }

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
	reported := map[mistake]bool{}
	for _, e := range l {
		k := key(e)
		others := places[k]
		switch {
		case len(others) < manyTimes || e.Pos.Line == 0:
			list = append(list, e)
		case !reported[k]:
			reported[k] = true
			first := *e
			first.Msg += " (" + alsoAt(others[1:]) + ")"
			list = append(list, &first)
		}
	}
	return list
}

// alsoAt lists the other places in a file: "and 4 more times, at 9:4, 12:1 …".
func alsoAt(places []Pos) string {
	at := lists.Each(places[:min(len(places), shownPlaces)],
		func(p Pos) string { return strings.TrimPrefix(p.String(), p.File+":") })
	if len(places) > shownPlaces {
		at = append(at, "…")
	}
	return fmt.Sprintf("and %d more times, at %s", len(places), strings.Join(at, ", "))
}
