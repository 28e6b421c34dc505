package kind

import (
	"testing"

	"burdenshare/internal/chart"
)

func TestRuns(t *testing.T) {
	for _, c := range []struct {
		years []int
		want  string
	}{
		{nil, ""}, {[]int{2016}, "2016"}, {[]int{2016, 2017}, "2016 and 2017"},
		{[]int{2014, 2016, 2017, 2018, 2020}, "2014, 2016–2018 and 2020"},
	} {
		if got := (chart.Messages{Catalog: british}).Runs(c.years); got != c.want {
			t.Errorf("%v: %q, want %q", c.years, got, c.want)
		}
	}
}
