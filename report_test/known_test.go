package report_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestKnown holds the figures against numbers that the public debate knows, each by the edition it came from, so that
// no later release changes an answer.
func TestKnown(t *testing.T) {
	data := golden.Must(dataset.Load(os.DirFS(repo)))
	terms := dataset.Terms{Source: "nato", Measure: "share_of_gdp", Guideline: "two_percent", Collective: "allies"}
	for _, c := range []struct {
		asOf, released string
		q              dataset.Query
		want, of       int
		met            string // by code; "" where only the count is known
	}{
		{"2017-02-15", "", dataset.Query{Year: 2016}, 5, 28, "EST GBR GRC POL USA"},
		{"2026-11-23", "2019-06-25", dataset.Query{Year: 2016}, 4, 28, ""},
		{"2026-11-23", "2024-06-17", dataset.Query{Year: 2016}, 5, 28, ""},
		{"2026-11-23", "2026-07-07", dataset.Query{Year: 2016}, 4, 28, "EST GBR GRC USA"},
		{"2026-11-23", "2024-06-17", dataset.Query{Year: 2024}, 23, 32, ""},
		{"2026-11-23", "2025-04-24", dataset.Query{Year: 2024}, 22, 32, ""},
		{"2026-11-23", "2025-08-28", dataset.Query{Year: 2024}, 18, 32, ""},
		{"2026-11-23", "2026-07-07", dataset.Query{Year: 2024}, 17, 32, ""},
		{"2026-11-23", "2026-07-07", dataset.Query{Year: 2026}, 30, 32, ""},
	} {
		c.q.Measure = "meeting"
		if c.released != "" {
			c.q.Released = civil.MustParse(c.released)
		}
		a, err := data.AsOf(civil.MustParse(c.asOf)).Ask(terms, c.q)
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if int(a.Value) != c.want || a.Tally.Of() != c.of {
			t.Errorf("%d as of %s: %v of %d (%s), want %d of %d", c.q.Year, c.asOf, a.Value, a.Tally.Of(), a.Edition, c.want, c.of)
		}
		var codes []string
		for _, s := range a.Tally.Met() {
			codes = append(codes, s.Member.Code)
		}
		slices.Sort(codes)
		if c.met != "" && strings.Join(codes, " ") != c.met {
			t.Errorf("%d as of %s: met by %v, want %s", c.q.Year, c.asOf, codes, c.met)
		}
	}
}

// TestBritain holds what each edition said of the figure that the debate of February 2017 was about.
func TestBritain(t *testing.T) {
	data := golden.Must(dataset.Load(os.DirFS(repo)))
	for source, want := range map[string]string{
		"nato":  "2016-07-04 2.21, 2017-03-13 2.17, 2019-06-25 2.11, 2023-07-07 2.08, 2024-06-17 2.09, 2025-08-28 2.09, 2026-07-07 2.07",
		"iiss":  "2017-02-14 1.98",
		"sipri": "2017-09-20 1.86, 2018-05-02 1.84, 2020-04-27 1.81, 2021-04-26 1.98, 2022-04-25 1.96, 2023-04-24 1.98, 2024-04-22 1.98, 2025-04-30 1.98",
	} {
		var got []string
		history, _ := data.AsOf(civil.MustParse("2026-11-23")).History(source, "GBR", 2016, "share_of_gdp")
		for _, f := range history {
			got = append(got, f.Released.String()+" "+dataset.Plain(f.Value, f.Decimals))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("Britain in 2016 by %s:\ngot  %s\nwant %s", source, s, want)
		}
	}
}
