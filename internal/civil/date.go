// Package civil is a calendar day without clock or zone.
//
// A release of figures, an article and a guideline each happen on a day.
// A time.Time would bring the machine's zone into the output; a Date cannot.
package civil

import (
	"cmp"
	"fmt"
	"time"
)

// A Date is a day of the Gregorian calendar. The zero Date is no day.
// Dates are comparable with ==.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Parse reads YYYY-MM-DD and refuses days that do not exist.
func Parse(s string) (Date, error) {
	var d Date
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return d, fmt.Errorf("%q is not a day; write it as 2017-02-15", s)
	}
	for _, part := range []struct {
		digits string
		into   *int
	}{{s[:4], &d.Year}, {s[5:7], (*int)(&d.Month)}, {s[8:], &d.Day}} {
		for _, c := range []byte(part.digits) {
			if c < '0' || c > '9' {
				return Date{}, fmt.Errorf("%q is not a day; write it as 2017-02-15", s)
			}
			*part.into = *part.into*10 + int(c-'0')
		}
	}
	if Of(d.time()) != d || d.Year == 0 {
		return Date{}, fmt.Errorf("%q is not a day of the calendar", s)
	}
	return d, nil
}

// MustParse is Parse for days known to be right; it panics on others.
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

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders days in time.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d comes before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d comes after e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// String returns YYYY-MM-DD, and "" for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Long returns the day as English prose has it: "7 July 2026".
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

// MarshalText returns YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the first ten characters as YYYY-MM-DD and ignores the
// rest: a TOML decoder puts the machine's zone behind the day.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) > 10 {
		b = b[:10]
	}
	v, err := Parse(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Later returns the later of two days.
func Later(a, b Date) Date {
	if b.After(a) {
		return b
	}
	return a
}
