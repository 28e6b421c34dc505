// Package civil represents a calendar day without time of day or time zone.
//
// A release of figures, an article and a guideline each have a day. A time.Time would bring the machine's time zone
// into the output; a Date cannot.
package civil

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
)

// A Date is a day of the Gregorian calendar. The zero Date means no day. Dates are comparable with ==.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Parse parses a day written as YYYY-MM-DD. Days that do not exist are an error.
func Parse(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	var wrong *time.ParseError
	switch {
	case errors.As(err, &wrong) && !strings.HasSuffix(wrong.Message, "out of range"):
		return Date{}, fmt.Errorf("%q is not a day; write it as 2017-02-15", s)
	case err != nil || t.Year() == 0:
		return Date{}, fmt.Errorf("%q is not a day of the calendar", s)
	}
	return Of(t), nil
}

// MustParse is like Parse but panics if the day is invalid.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Of returns the day of a time, in that time's own zone.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero reports whether d is the zero Date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns a negative number if d is before e, a positive number if it is after e, and 0 if they are equal.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is after e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// String returns the day as YYYY-MM-DD, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// Later returns the later of two days.
func Later(a, b Date) Date {
	if b.After(a) {
		return b
	}
	return a
}
