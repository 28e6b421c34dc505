package civil_test

import (
	"strconv"
	"testing"
	"time"

	"burdenshare/internal/civil"
)

func TestParse(t *testing.T) {
	for _, in := range []string{"2017-02-15", "2016-02-29", "1970-12-31", "0001-01-01", "9999-10-09"} {
		d, err := civil.Parse(in)
		if err != nil || d.String() != in {
			t.Errorf("%q comes back as %q, %v", in, d, err)
		}
	}
	if d := civil.MustParse("1949-04-24"); d != (civil.Date{Year: 1949, Month: time.April, Day: 24}) {
		t.Errorf("got year %d, month %d, day %d", d.Year, d.Month, d.Day)
	}
	for in, want := range map[string]string{
		"":                 "is not a day; write it as 2017-02-15",
		"2017":             "is not a day; write it as 2017-02-15",
		"2017-2-15":        "is not a day; write it as 2017-02-15",
		"2017-02-150":      "is not a day; write it as 2017-02-15",
		"15.02.2017":       "is not a day; write it as 2017-02-15",
		"2017.02-15":       "is not a day; write it as 2017-02-15",
		"2017-02.15":       "is not a day; write it as 2017-02-15",
		"2017-02-15T10:00": "is not a day; write it as 2017-02-15",
		"2017-02-1:":       "is not a day; write it as 2017-02-15",
		"2017-0/-15":       "is not a day; write it as 2017-02-15",
		"x017-02-15":       "is not a day; write it as 2017-02-15",
		"-017-02-15":       "is not a day; write it as 2017-02-15",
		"2017-02-29":       "is not a day of the calendar",
		"2017-13-01":       "is not a day of the calendar",
		"2017-00-10":       "is not a day of the calendar",
		"2017-04-31":       "is not a day of the calendar",
		"2017-01-00":       "is not a day of the calendar",
		"0000-01-01":       "is not a day of the calendar",
	} {
		if d, err := civil.Parse(in); err == nil || err.Error() != strconv.Quote(in)+" "+want || d != (civil.Date{}) {
			t.Errorf("%q: got %v, %v", in, d, err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParse accepted an invalid day")
		}
	}()
	civil.MustParse("2017-02-29")
}

func TestDate(t *testing.T) {
	a, b := civil.MustParse("2016-07-04"), civil.MustParse("2017-02-15")
	if !a.Before(b) || b.Before(a) || a.Before(a) || !b.After(a) || a.After(b) || a.After(a) || a.Compare(a) != 0 {
		t.Error("Compare, Before and After disagree")
	}
	if !(civil.Date{}).IsZero() || (civil.Date{}).String() != "" {
		t.Error("the zero Date is not written as an empty string")
	}
	if got := civil.Of(time.Date(2020, 1, 1, 23, 0, 0, 0, time.FixedZone("", 13*3600))); got != civil.MustParse("2020-01-01") {
		t.Errorf("got %s, want the day in the time's own zone", got)
	}
}
