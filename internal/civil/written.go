package civil

import "time"

// How people write a day. In some of these forms the month may also come first.
var (
	written = []string{"2.1.2006", "2/1/2006", "2-1-2006", "2006.1.2", "2006/1/2", "2006-1-2",
		"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006"}
	monthFirst = []string{"1/2/2006", "1-2-2006"}
)

// Written parses a day as people write it and returns it as YYYY-MM-DD. If the month may also come first, other is
// the day in that reading. Both are "" if s is not a day or is already in that form.
func Written(s string) (day, other string) {
	day, other = parsed(s, written), parsed(s, monthFirst)
	switch {
	case day == s:
		return "", ""
	case day == "":
		return other, ""
	case day == other:
		return day, ""
	}
	return day, other
}

// parsed returns the day that a text is in the first of the forms that it has, or "".
func parsed(s string, forms []string) string {
	for _, form := range forms {
		if t, err := time.Parse(form, s); err == nil && t.Year() > 0 {
			return Of(t).String()
		}
	}
	return ""
}
