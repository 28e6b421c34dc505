package civil_test

import (
	"testing"
	"time"

	"burdenshare/internal/civil"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in string
		ok bool
	}{
		{"2017-02-15", true}, {"2016-02-29", true}, {"2017-02-29", false}, {"2017-13-01", false}, {"2017-00-10", false},
		{"2017-2-15", false}, {"15.02.2017", false}, {"2017-02-15T10:00", false}, {"0000-01-01", false}, {"2017-02-1x", false}, {"", false},
	} {
		d, err := civil.Parse(c.in)
		if (err == nil) != c.ok {
			t.Errorf("%q: got %v, %v", c.in, d, err)
		}
		if c.ok && d.String() != c.in {
			t.Errorf("%q comes back as %q", c.in, d)
		}
	}
}

// TestUnmarshalText holds that the zone a TOML decoder adds is ignored.
func TestUnmarshalText(t *testing.T) {
	var d civil.Date
	if err := d.UnmarshalText([]byte("2016-07-04T00:00:00+13:00")); err != nil || d != civil.MustParse("2016-07-04") {
		t.Errorf("got %v, %v", d, err)
	}
}

func TestDate(t *testing.T) {
	a, b := civil.MustParse("2016-07-04"), civil.MustParse("2017-02-15")
	if !a.Before(b) || !b.After(a) || a.After(a) || a.Compare(a) != 0 {
		t.Error("days are out of order")
	}
	if got := a.Long(); got != "4 July 2016" {
		t.Errorf("in prose: %q", got)
	}
	if got := a.RFC3339(); got != "2016-07-04T00:00:00Z" {
		t.Errorf("in feeds: %q", got)
	}
	if !(civil.Date{}).IsZero() || (civil.Date{}).String() != "" || (civil.Date{}).Long() != "" {
		t.Error("no day is to be empty")
	}
	if got := civil.Of(time.Date(2020, 1, 1, 23, 0, 0, 0, time.FixedZone("", 13*3600))); got != civil.MustParse("2020-01-01") {
		t.Errorf("the day of a time is that of its own zone, got %s", got)
	}
}
