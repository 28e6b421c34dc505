package fact

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A ref is a parsed reference:
// SUBJECT/YEAR[..YEAR][/MEASURE][/DERIVED][/COMPARISON][?source=&as-of=&released=&guideline=&to=].
type ref struct {
	dataset.Query
	AsOf civil.Date // zero if the reference does not say
}

// A problem is an error whose place is not known yet.
type problem struct{ Msg, Hint string }

var parameters = []string{"source", "as-of", "released", "guideline", "to"}

const form = "a fact is fact:WHO/YEAR, such as fact:%s/%d, or fact:WHO/YEAR/WHAT, such as fact:%[1]s/%[2]d/meeting"

// parseRef parses the part of a fact link after "fact:". Whether a member or measure of that name exists is checked
// against the data. year returns a year for examples.
func parseRef(s, collective string, year func() int) (ref, *problem) {
	var r ref
	collective = cmp.Or(collective, "CODE") // in examples, where the settings could not be read
	path, query, _ := strings.Cut(s, "?")
	tail := "" // with its question mark
	if query != "" {
		tail = "?" + query
	}
	parts := strings.Split(path, "/")
	quoted := "\"fact:" + s + "\""
	for i, p := range parts {
		u, err := url.PathUnescape(p)
		switch {
		case err != nil:
			return r, &problem{quoted + " is not a reference", fmt.Sprintf(form, collective, year())}
		case u == "" && strings.HasPrefix(s, "//"):
			return r, &problem{quoted + " has slashes before its name", "write fact:" + strings.TrimLeft(s, "/")}
		case u == "" && i == 0:
			return r, &problem{quoted + " names nobody",
				"write whose figure it is before the slash: fact:" + collective + s}
		case u == "" && i == len(parts)-1:
			return r, &problem{quoted + " has a slash with nothing after it",
				"write fact:" + strings.TrimRight(path, "/") + tail}
		case u == "":
			return r, &problem{quoted + " has a slash with nothing after it", fmt.Sprintf(form, collective, year())}
		}
		parts[i] = u
	}
	if wrong := misplaced(parts, quoted, collective, tail, year); wrong != nil {
		return r, wrong
	}
	if parts[0] != collective {
		r.Subject = parts[0]
	}
	if wrong := r.years(parts[1]); wrong != nil {
		return r, wrong
	}
	for _, p := range parts[2:] {
		into := &r.Measure
		switch {
		case dataset.IsComparison(p):
			into = &r.Comparison
		case dataset.IsDerived(p) || r.Measure != "":
			into = &r.Derived
		}
		if *into != "" || r.Comparison != "" && into != &r.Comparison || r.Derived != "" && into == &r.Measure {
			return r, &problem{"\"" + p + "\" is out of place in " + quoted, inOrder(parts, tail)}
		}
		*into = p
	}
	return r, r.parameters(query)
}

// misplaced finds what an editor has left out of a reference, or put in the wrong place, and returns the correct form.
// query begins with its question mark.
func misplaced(parts []string, quoted, collective, query string, example func() int) *problem {
	year := slices.IndexFunc(parts, isYears)
	switch {
	case len(parts) == 1 && isYears(strings.TrimLeft(parts[0], separators)):
		return &problem{quoted + " names nobody", "write whose figure it is before the year: fact:" + collective +
			"/" + strings.TrimLeft(parts[0], separators)}
	case len(parts) == 1:
		if who, when, ok := apart(parts[0]); ok {
			return &problem{quoted + " has no slash between who and when", "write fact:" + who + "/" + when + query}
		}
		return &problem{quoted + " has no year", fmt.Sprintf("add it: fact:%s/%d%s", parts[0], example(), query)}
	case len(parts) > 5:
		return &problem{quoted + " has too many parts", fmt.Sprintf(form, collective, example())}
	case year == 0:
		swapped := append([]string{parts[1], parts[0]}, parts[2:]...)
		return &problem{"the year comes first in " + quoted, "write fact:" + strings.Join(swapped, "/") + query}
	case year > 1:
		right := slices.Insert(slices.Delete(slices.Clone(parts), year, year+1), 1, parts[year])
		return &problem{"the year comes too late in " + quoted, "write fact:" + strings.Join(right, "/") + query}
	case year != 1 && (dataset.IsDerived(parts[1]) || dataset.IsComparison(parts[1])):
		return &problem{quoted + " has no year",
			fmt.Sprintf("add it: fact:%s/%d/%s%s", parts[0], example(), strings.Join(parts[1:], "/"), query)}
	}
	return nil
}

// separators are what is written in place of the slash between who and when; a slash itself if it is escaped.
const separators = ",;:. -_/"

// apart splits "SWE,2018" and "SWE 2018".
func apart(s string) (who, when string, ok bool) {
	i := strings.IndexAny(s, separators)
	if i < 1 {
		i = strings.IndexFunc(s, unicode.IsDigit) // "SWE2018"
	}
	if i < 1 {
		return "", "", false
	}
	who, when = s[:i], strings.TrimLeft(s[i:], separators)
	return who, when, isYears(when)
}

// inOrder returns the parts of a reference in the right order.
func inOrder(parts []string, query string) string {
	comparison, derived := lists.Filter(parts[2:], dataset.IsComparison), lists.Filter(parts[2:], dataset.IsDerived)
	measure := lists.Filter(parts[2:], func(p string) bool { return !dataset.IsComparison(p) && !dataset.IsDerived(p) })
	if len(measure) > 1 || len(derived) > 1 || len(comparison) > 1 {
		return "one measure may follow, one derived measure, and one comparison"
	}
	return "write fact:" + strings.Join(slices.Concat(parts[:2], measure, derived, comparison), "/") + query
}

// isYears reports whether a part is a year, or two of them.
var isYears = regexp.MustCompile(`^\d{4}(\.\.\d{4})?$`).MatchString

// years parses a year, or two years that are compared: 2014..2016.
func (r *ref) years(s string) *problem {
	if !isYears(s) {
		hint := "write it with four digits, such as 2016"
		for _, dash := range []string{"-", "–", "—", "...", "to"} {
			if from, to, _ := strings.Cut(s, dash); isYears(from) && isYears(to) {
				hint = "write two years to compare as " + from + ".." + to
			}
		}
		if y, err := strconv.ParseUint(s, 10, 64); err == nil && len(s) == 2 {
			hint = fmt.Sprintf("write it with four digits: 20%02d", y)
		}
		return &problem{"\"" + s + "\" is not a year", hint}
	}
	from, to, both := strings.Cut(s, "..")
	r.Year, _ = strconv.Atoi(from)
	if both {
		r.From = r.Year
		r.Year, _ = strconv.Atoi(to)
	}
	return nil
}

func (r *ref) parameters(query string) *problem {
	seen := ""
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		name, value, _ := strings.Cut(pair, "=")
		value, err := url.QueryUnescape(value)
		if err != nil || value == "" {
			return &problem{"there is nothing after " + name + "=", "write ?" + name + "=… or leave it out"}
		}
		if strings.Contains(seen, "&"+name+"=") {
			return &problem{"\"" + name + "\" appears twice", "keep one of the two"}
		}
		seen += "&" + name + "="
		switch name {
		case "source":
			r.Source = value
		case "guideline":
			r.Guideline = value
		case "to":
			r.Against = value
		case "as-of":
			r.AsOf, err = civil.Parse(value)
		case "released":
			r.Released, err = civil.Parse(value)
		default:
			return &problem{"\"?" + name + "\" is not understood",
				diag.DidYouMean(name, parameters, "after the question mark may follow "+strings.Join(parameters, ", "))}
		}
		if err != nil {
			msg, _, _ := strings.Cut(err.Error(), ";") // the hint says how to write it
			day, _ := civil.Written(value)
			return &problem{name + ": " + msg, "write ?" + name + "=" + cmp.Or(day, "2017-02-15")}
		}
	}
	return nil
}

// keyOf returns a key that is equal for queries with the same meaning on the same day, however they were written; q
// has all defaults filled in.
func keyOf(q dataset.Query, day civil.Date) string {
	if !q.Released.IsZero() {
		day = civil.Date{} // the release determines the answer
	}
	return strings.Join([]string{q.Subject, strconv.Itoa(q.From), strconv.Itoa(q.Year), q.Measure, q.Derived,
		q.Comparison, q.Against, q.Source, q.Guideline, q.Released.String(), day.String()}, "/")
}
