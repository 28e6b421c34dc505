package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/chart"
)

// TestTable holds that a table has no drawing.
func TestTable(t *testing.T) {
	made, errs := Every.Draw(known(t), leagueTerms, british, chart.Spec{Kind: "table"})
	if errs.Failed() || made.Wide() != nil || len(chart.Drawn([]*chart.Chart{made})) > 0 || !strings.HasPrefix(made.ID, "table") {
		t.Errorf("%+v, %v", made, errs)
	}
}
