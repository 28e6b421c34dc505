package fact

import (
	"net/url"
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
)

// A ref is a reference read:
// SUBJECT/YEAR[..YEAR][/MEASURE][/DERIVED][/COMPARISON][?source=&as-of=&released=&guideline=&to=].
type ref struct {
	dataset.Query
	AsOf civil.Date // zero where the reference does not say
}

// A problem is a finding that does not know its place yet.
type problem struct{ Msg, Hint string }

var parameters = []string{"source", "as-of", "released", "guideline", "to"}

const form = "a fact is written fact:SUBJECT/YEAR, with a measure and what is derived from it behind if need be: fact:SUBJECT/YEAR/MEASURE/DERIVED"

// parseRef reads the part of a fact link behind "fact:". Whether there is a
// member or measure of that name is for the data to say.
func parseRef(s, collective string) (ref, *problem) {
	var r ref
	path, query, _ := strings.Cut(s, "?")
	parts := strings.Split(path, "/")
	for i, p := range parts {
		u, err := url.PathUnescape(p)
		if err != nil || u == "" {
			return r, &problem{"the reference \"fact:" + s + "\" has an empty or broken part", form}
		}
		parts[i] = u
	}
	if len(parts) < 2 || len(parts) > 5 {
		return r, &problem{"the reference \"fact:" + s + "\" has " + plural(len(parts), "part"), form}
	}
	if parts[0] != collective {
		r.Subject = parts[0]
	}
	if wrong := r.years(parts[0], parts[1]); wrong != nil {
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
			return r, &problem{"\"" + p + "\" is out of place in the reference \"fact:" + s + "\"", "the order is measure, derived measure, comparison"}
		}
		*into = p
	}
	return r, r.parameters(query)
}

// years reads a year, or two of them that are to be compared: 2014..2016.
func (r *ref) years(subject, s string) *problem {
	from, to, both := strings.Cut(s, "..")
	if !both {
		to = from
	}
	for _, y := range []string{from, to} {
		n, err := strconv.Atoi(y)
		if err != nil || len(y) != 4 {
			return &problem{"\"" + y + "\" is not a year", form + ", such as fact:" + subject + "/2016"}
		}
		if both && r.From == 0 {
			r.From = n
		} else {
			r.Year = n
		}
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
			return &problem{"\"" + pair + "\" names no value", "write ?" + name + "=… or leave it out"}
		}
		if strings.Contains(seen, "&"+name+"=") {
			return &problem{"\"" + name + "\" is given twice", "keep one of the two"}
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
			return &problem{"unknown parameter \"" + name + "\"", diag.DidYouMean(name, parameters, "parameters are "+strings.Join(parameters, ", "))}
		}
		if err != nil {
			return &problem{name + ": " + err.Error(), "write ?" + name + "=2017-02-15"}
		}
	}
	return nil
}

// keyOf is equal for questions that ask the same from the same day, however
// they were written: the answer has everything filled in.
func keyOf(q dataset.Query, day civil.Date) string {
	if !q.Released.IsZero() {
		day = civil.Date{} // the release says it all
	}
	return strings.Join([]string{q.Subject, strconv.Itoa(q.From), strconv.Itoa(q.Year), q.Measure, q.Derived, q.Comparison,
		q.Against, q.Source, q.Guideline, q.Released.String(), day.String()}, "/")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
