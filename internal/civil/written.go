package civil

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

var (
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$`)
)

// Written parses a day as people write it and returns it as YYYY-MM-DD. If the month may also come first, other is
// the day in that reading. Both are "" if s is not a day or is already in that form.
func Written(s string) (day, other string) {
	valid := func(y, m, d string) string {
		text := fmt.Sprintf("%s-%02s-%02s", y, m, d)
		if _, err := Parse(text); err != nil {
			return ""
		}
		return text
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		day, other = valid(m[3], m[2], m[1]), valid(m[3], m[1], m[2])
		if strings.Contains(s, ".") || day == other {
			other = "" // with full stops the day always comes first
		}
		if day == "" {
			day, other = other, ""
		}
		return day, other
	}
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		if day = valid(m[1], m[2], m[3]); day != s {
			return day, ""
		}
		return "", ""
	}
	layouts := []string{"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006"}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return Of(t).String(), ""
		}
	}
	return "", ""
}
