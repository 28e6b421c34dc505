package fact

import (
	"net/url"
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
)

// A ref is a reference read: SUBJECT/YEAR[/MEASURE][?source=&as-of=&released=&guideline=].
type ref struct {
	dataset.Query
	AsOf civil.Date // zero where the reference does not say
}

// A problem is a finding that does not know its place yet.
type problem struct{ Msg, Hint string }

var parameters = []string{"source", "as-of", "released", "guideline"}

const form = "a fact is written fact:SUBJECT/YEAR or fact:SUBJECT/YEAR/MEASURE"

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
	if len(parts) < 2 || len(parts) > 3 {
		return r, &problem{"the reference \"fact:" + s + "\" has " + plural(len(parts), "part"), form}
	}
	if parts[0] != collective {
		r.Subject = parts[0]
	}
	year, err := strconv.Atoi(parts[1])
	if err != nil || len(parts[1]) != 4 {
		return r, &problem{"\"" + parts[1] + "\" is not a year", form + ", such as fact:" + parts[0] + "/2016"}
	}
	r.Year = year
	if len(parts) == 3 {
		r.Measure = parts[2]
	}
	return r, r.parameters(query)
}

func (r *ref) parameters(query string) *problem {
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		name, value, _ := strings.Cut(pair, "=")
		value, err := url.QueryUnescape(value)
		if err != nil || value == "" {
			return &problem{"\"" + pair + "\" names no value", "write ?" + name + "=… or leave it out"}
		}
		switch name {
		case "source":
			r.Source = value
		case "guideline":
			r.Guideline = value
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

// key is equal for references that ask the same from the same day.
func (r ref) key(day civil.Date) string {
	return r.Subject + "/" + strconv.Itoa(r.Year) + "/" + r.Measure + "?" + r.Source + "&" + r.Guideline + "&" + r.Released.String() + "&" + day.String()
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
