package dataset_test

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
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
	for _, c := range []struct {
		source, member, measure string
		want                    string
	}{
		{"norda", "GBL", "share_of_income", "2016-07-04 2.21, 2017-03-13 2.17, 2019-06-25 2.11, 2023-07-07 2.08, 2024-06-17 2.09, 2025-08-28 2.09, 2026-07-07 2.07"},
		{"inst", "GBL", "share_of_income", "2017-02-14 1.98"},
		{"survey", "GBL", "share_of_income", "2021-04-26 1.98, 2025-04-30 1.98"},
		{"norda", "NORDA_LESS_USO", "real_growth", "2017-02-14 3.8, 2017-03-13 3.8, 2017-06-28 3.3, 2024-06-17 2.97, 2025-08-28 2.81, 2026-07-07 2.87"},
	} {
		var got []string
		history, _ := whole().AsOf(day("2026-12-31")).History(c.source, c.member, 2016, c.measure)
		for _, f := range history {
			got = append(got, f.Released.String()+" "+dataset.Plain(f.Value, f.Decimals))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s %s in 2016 by %s:\ngot  %s\nwant %s", c.member, c.measure, c.source, s, c.want)
		}
	}
}

// TestMeeting checks the counts that the project began with.
func TestMeeting(t *testing.T) {
	for _, c := range []struct {
		asOf, released string
		year           int
		want           int
		of             int
		met            string // by code; "" where only the count is known
		atLeast        bool
	}{
		{"2017-02-15", "", 2016, 5, 28, "ESV GBL GRV POM USO", false},
		{"2026-11-23", "2019-06-25", 2016, 4, 28, "", false},
		{"2026-11-23", "2024-06-17", 2016, 5, 28, "", false},
		{"2026-11-23", "", 2016, 4, 28, "ESV GBL GRV USO", false},
		{"2026-11-23", "2026-07-07", 2026, 30, 32, "", false},
		{"2026-11-23", "2024-06-17", 2024, 23, 32, "", false},
		{"2026-11-23", "2025-04-24", 2024, 22, 32, "", false},
		{"2026-11-23", "2025-08-28", 2024, 18, 32, "", false},
		{"2026-11-23", "2026-07-07", 2024, 17, 32, "", false},
		{"2025-09-01", "", 2025, 30, 32, "", true}, // Gelmark has no figure, so at least 30
	} {
		q := dataset.Query{Year: c.year, Measure: "meeting"}
		if c.released != "" {
			q.Released = day(c.released)
		}
		a, err := whole().AsOf(day(c.asOf)).Ask(terms, q)
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if int(a.Value) != c.want || a.Tally.Of() != c.of || a.AtLeast != c.atLeast {
			t.Errorf("%d as of %s: %v of %d, at least %v (%s); want %d of %d", c.year, c.asOf, a.Value, a.Tally.Of(), a.AtLeast, a.Edition, c.want, c.of)
		}
		var codes []string
		for _, s := range a.Tally.Met() {
			codes = append(codes, s.Member.Code)
		}
		slices.Sort(codes)
		if c.met != "" && strings.Join(codes, " ") != c.met {
			t.Errorf("%d as of %s: met by %v, want %s", c.year, c.asOf, codes, c.met)
		}
	}
	a, _ := whole().AsOf(day("2026-11-23")).Ask(terms, dataset.Query{Year: 2026, Measure: "meeting"})
	if short := a.Tally.Short(); len(short) != 1 || short[0].Member.Code != "SVO" {
		t.Errorf("below in 2026: %v, want Slovoria alone", short)
	}
	if ex := a.Tally.Exempt; len(ex) != 1 || ex[0].Code != "ISM" || ex[0].Exempt != "no armed forces" {
		t.Errorf("exempt in 2026: %v, want Icemere", ex)
	}
}

func TestDerived(t *testing.T) {
	for _, c := range []struct {
		q        dataset.Query
		asOf     string
		want     string
		unit     dataset.Unit
		evidence int
	}{
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "distance"}, "2017-02-15", "0.21", dataset.Points, 1},
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "distance", Source: "inst"}, "2017-02-15", "-0.02", dataset.Points, 1},
		{dataset.Query{Subject: "POM", Year: 2016, Measure: "meets"}, "2017-02-15", "1", dataset.Truth, 1},
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "misses", Source: "inst"}, "2017-02-15", "1", dataset.Truth, 1},
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "rank"}, "2017-02-15", "3", dataset.Place, 27},
		{dataset.Query{Subject: "SVO", Year: 2026, Measure: "distance"}, "2026-11-23", "-0.39", dataset.Points, 1},
		{dataset.Query{Subject: "ISM", Year: 2024, Measure: "income_current"}, "2026-07-01", "32894", dataset.USDMillion, 1},
		{dataset.Query{Year: 2016}, "2026-11-23", "28", dataset.Count, 0},
		{dataset.Query{Year: 2026}, "2026-11-23", "32", dataset.Count, 0},
	} {
		a, err := whole().AsOf(day(c.asOf)).Ask(terms, c.q)
		if err != nil {
			t.Errorf("%+v: %v", c.q, err)
			continue
		}
		if got := dataset.Plain(a.Value, a.Decimals); got != c.want || a.Unit != c.unit || len(a.Figures) != c.evidence {
			t.Errorf("%+v: got %s %s on %d figures, want %s %s on %d", c.q, got, a.Unit, len(a.Figures), c.want, c.unit, c.evidence)
		}
	}
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

func TestNoAnswer(t *testing.T) {
	for _, c := range []struct {
		q          dataset.Query
		asOf       string
		want, hint string
	}{
		{dataset.Query{Subject: "GLB", Year: 2016}, "2017-02-15", "unknown member \"GLB\"", "did you mean \"GBL\", the code of Ulmland?"},
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "share_of_incmoe"}, "2017-02-15", "unknown measure \"share_of_incmoe\"", "did you mean \"share_of_income\"?"},
		{dataset.Query{Subject: "GBL", Year: 2016, Source: "isnt"}, "2017-02-15", "unknown source \"isnt\"", "did you mean \"inst\"?"},
		{dataset.Query{Subject: "GBL", Year: 2016, Guideline: "havn"}, "2017-02-15", "unknown guideline \"havn\"", "did you mean \"haven\"?"},
		{dataset.Query{Subject: "ISM", Year: 2016}, "2017-02-15", "no share_of_income of Icemere for 2016 by NORDA", "no armed forces"},
		{dataset.Query{Subject: "GBL", Year: 2016}, "2016-01-01", "as known on 2016-01-01", "ask ?as-of="},
		{dataset.Query{Subject: "GBL", Year: 2016, Released: day("2026-07-07")}, "2017-02-15", "was not out on 2017-02-15", "as-of"},
		{dataset.Query{Subject: "GBL", Year: 2016, Released: day("2016-07-05")}, "2017-02-15", "NORDA released nothing on 2016-07-05", "did you mean \"2016-07-04\"?"},
		{dataset.Query{Year: 2016, Measure: "meeting", Released: day("2017-03-13")}, "2017-06-01", "has only selected members", "single figures"},
		{dataset.Query{Year: 2016, Measure: "meeting", Source: "inst"}, "2017-06-01", "no edition of INST", "NORDA has one; ask ?source=norda"},
		{dataset.Query{Year: 2016, Measure: "distance"}, "2017-06-01", "applies to one member", "name a member, such as fact:ALD/2016/distance"},
		{dataset.Query{Year: 2016, Measure: "meets"}, "2017-06-01", "applies to one member", "write fact:allies/2016/meeting for how many do, or name a member"},
		{dataset.Query{Year: 2016, Measure: "x"}, "2017-06-01", "unknown measure \"x\"", "or ask meeting, below, median, mean, weighted_mean, highest, lowest, sum"},
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "x"}, "2017-06-01", "unknown measure \"x\"", "or ask distance, shortfall, meets, misses, rank, share_of_total, pace, like_for_like"},
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "meeting"}, "2017-06-01", "applies to all allies", "write fact:GBL/2016/meets, or fact:allies/2016/meeting for all"},
		{dataset.Query{Subject: "GBL", Year: 2016, Measure: "median"}, "2017-06-01", "applies to all allies", "write fact:allies/2016/median"},
		{dataset.Query{Subject: "GBL", Year: 2016, Derived: "x"}, "2017-06-01", "unknown question \"x\"", "what can be asked is distance, shortfall"},
		{dataset.Query{Year: 2026, Measure: "meeting"}, "2017-06-01", "no edition of NORDA known on 2017-06-01", "NORDA, released 2026-07-07 has one; ask ?as-of=2026-07-07"},
		{dataset.Query{Year: 1950, Measure: "meeting"}, "2017-06-01", "no edition of NORDA known on 2017-06-01", "a count needs an edition that is not partial"},
		{dataset.Query{Subject: "NORDA", Year: 2016, Measure: "rank"}, "2017-06-01", "NORDA total is an aggregate and has no rank among the members", "ask for the rank of a member"},
		{dataset.Query{Subject: "FIM", Year: 2016, Measure: "rank"}, "2026-11-23", "Finmoor joined on 2023-04-04, so it has no rank among the members of 2016", "ask for a later year"},
		{dataset.Query{Subject: "NORDA", Year: 2016, Measure: "like_for_like", From: 0, Source: "inst"}, "2026-11-23", "no real_growth of NORDA total for 2016 by INST", ""},
		{dataset.Query{Subject: "SVO", Year: 2026, Measure: "pace"}, "2026-11-23", "has no due year", ""},
	} {
		_, err := whole().AsOf(day(c.asOf)).Ask(terms, c.q)
		no, ok := err.(*dataset.NoAnswer)
		if !ok || !strings.Contains(no.Msg, c.want) || !strings.Contains(no.Hint, c.hint) {
			t.Errorf("%+v: got %v (hint %q)\nwant %s (hint %s)", c.q, err, hintOf(no), c.want, c.hint)
		}
	}
}

func hintOf(no *dataset.NoAnswer) string {
	if no == nil {
		return ""
	}
	return no.Hint
}
