package civil_test

import (
	"testing"
	"time"

	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
)

// TestParse holds which days come back as they are written, and what is said of others.
func TestParse(t *testing.T) {
	golden.CheckLines(t, "days.txt", func(line string) string {
		d, err := civil.Parse(line)
		if err != nil {
			return d.String() + err.Error()
		}
		return d.String()
	})
	if d, err := civil.Parse(""); err == nil {
		t.Errorf("nothing is the day %v", d)
	}
	if d := civil.MustParse("1949-04-24"); d != (civil.Date{Year: 1949, Month: time.April, Day: 24}) {
		t.Errorf("got year %d, month %d, day %d", d.Year, d.Month, d.Day)
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParse accepted an invalid day")
		}
	}()
	civil.MustParse("2017-02-29")
}

// TestWritten holds which days people mean.
func TestWritten(t *testing.T) {
	golden.CheckLines(t, "written.txt", func(line string) string {
		day, other := civil.Written(line)
		return day + "\n" + other
	})
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
