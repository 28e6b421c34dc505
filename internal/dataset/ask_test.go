package dataset_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/lists"
)

// terms are those of the config.toml of testdata/report.
var terms = dataset.Terms{Source: "norda", Measure: "share_of_income", Guideline: "two_pc", Second: "equipment",
	Spending: "spent_current", Growth: "real_growth", Total: "NORDA", Collective: "allies"}

var whole = sync.OnceValue(func() *dataset.Dataset {
	d := golden.Must(dataset.Load(os.DirFS("../../testdata/report")))
	return d
})

func day(s string) civil.Date { return civil.MustParse(s) }

// TestRevisions checks what each release published for a year that is often quoted.
func TestRevisions(t *testing.T) {
	v := whole().AsOf(day("2026-12-31"))
	golden.CheckLines(t, "revisions.txt", func(line string) string {
		of := strings.Fields(line)
		history, _ := v.History(of[0], of[1], 2016, of[2])
		return strings.Join(lists.Each(history, func(f *dataset.Figure) string {
			return f.Released.String() + " " + dataset.Plain(f.Value, f.Decimals)
		}), "\n")
	})
}

// TestDerivedByFormula recomputes the money and growth measures from the figures they name.
func TestDerivedByFormula(t *testing.T) {
	v := whole().AsOf(day("2026-11-23"))
	ask := func(q dataset.Query) *dataset.Answer {
		a, err := v.Ask(terms, q)
		if err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		return a
	}
	share := ask(dataset.Query{Subject: "SVO", Year: 2026})
	income := ask(dataset.Query{Subject: "SVO", Year: 2026, Measure: "income_current"})
	gap := ask(dataset.Query{Subject: "SVO", Year: 2026, Measure: "shortfall"})
	spent := ask(dataset.Query{Subject: "SVO", Year: 2026, Measure: "spent_current"})
	if want := 2./100*income.Value - spent.Value; gap.Value != want || gap.Priced != nil || gap.About {
		t.Errorf("shortfall of Slovoria: %v (%v), want %v from the same edition", gap.Value, gap.Priced, want)
	}
	if a := ask(dataset.Query{Subject: "POM", Year: 2026, Measure: "shortfall"}); a.Value != 0 {
		t.Errorf("shortfall of Polmark, which meets: %v", a.Value)
	}
	// The edition of 2025-08-28 has no income, so another source prices it.
	a, err := whole().AsOf(day("2025-09-01")).Ask(terms, dataset.Query{Subject: "BEQ", Year: 2016, Measure: "shortfall", Released: day("2025-08-28")})
	if err == nil && (a.Priced == nil || !a.About) {
		t.Errorf("priced from another edition, but Priced is not set: %+v", a)
	}
	part := ask(dataset.Query{Subject: "USO", Year: 2026, Measure: "share_of_total"})
	if want := part.Figures[0].Value / part.Figures[1].Value * 100; part.Value != want || part.Figures[1].Member != "NORDA" {
		t.Errorf("share of total: %v, want %v", part.Value, want)
	}
	p := ask(dataset.Query{Subject: "SVO", Year: 2026, Measure: "pace", Guideline: "haven"})
	reached := share.Value
	for range 2035 - 2026 {
		reached *= 1 + p.Value/100
	}
	if dataset.Round(reached, 6) != 3.5 {
		t.Errorf("at %v%% a year Slovoria stands at %v in 2035, want 3.5", p.Value, reached)
	}
	m := ask(dataset.Query{Year: 2016, Measure: "median"})
	above, below := 0, 0
	for _, f := range m.Figures {
		if f.Value > m.Value {
			above++
		} else if f.Value < m.Value {
			below++
		}
	}
	if above != below {
		t.Errorf("median %v has %d above and %d below", m.Value, above, below)
	}
}

// TestNoMixing checks that partial releases answer only queries for single figures.
func TestNoMixing(t *testing.T) {
	v := whole().AsOf(day("2017-03-14"))
	f, _ := v.Figure("norda", "GBL", 2016, "share_of_income")
	if f == nil || f.Value != 2.17 {
		t.Errorf("newest single figure: %v, want 2.17 of the partial release", f)
	}
	e, ok := v.Edition("norda", "share_of_income", 2016)
	if !ok || e.Release.Date != day("2016-07-04") {
		t.Errorf("counted from %v, want the edition of 2016-07-04", e)
	}
}
