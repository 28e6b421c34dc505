package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/chart"
)

// TestMadeInGo draws specs without places, as pages make them.
func TestMadeInGo(t *testing.T) {
	c, errs := All.Draw(known(t), leagueTerms, british, chart.Spec{Kind: "trend", Members: []string{"ALP", "ALL"}, From: 2016, To: 2017})
	if len(errs) > 0 || c.ID != "trend-alp-all-2016-2017" || len(c.Figures()) != 4 {
		t.Errorf("got %+v, %v", c, errs)
	}
	for _, c := range []struct {
		spec chart.Spec
		want string
	}{
		{chart.Spec{Kind: "pie"}, "unknown kind of chart \"pie\"\n\thint: kinds are "},
		{chart.Spec{Kind: "trend", Members: []string{"XYZ"}}, "unknown member \"XYZ\""},
		{chart.Spec{Kind: "distance", Year: 1990}, "no edition of DAC known on 2020-12-31 has enough oda for 1990"},
	} {
		if _, errs := All.Draw(known(t), leagueTerms, british, c.spec); !strings.HasPrefix(errs.Error(), c.want) {
			t.Errorf("%+v: got %v, want %s", c.spec, errs, c.want)
		}
	}
}
