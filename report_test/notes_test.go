package report_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/overlay"
	"burdenshare/internal/sitetest"
)

// onIncome is what a reader has to be told wherever Luxembourg's share since 2023 stands.
const onIncome = "gross national income"

// TestLuxembourg holds that the share of Luxembourg, which is measured on its income and not on GDP, says so below every
// chart that shows it and in every file; of pages testdata/pages.txt does.
func TestLuxembourg(t *testing.T) {
	s := sitetest.Own(t)
	for _, row := range rows(t, s.Files["data/figures.csv"]) {
		if noted := strings.Contains(row["notes"], "nato-lux-2023-definition"); row["measure"] == "share_of_gdp" && noted != luxembourg(row) {
			t.Errorf("data/figures.csv: %v: its note %v", row, noted)
		}
	}
	shown := 0
	s.Walk(t, func(page string, n *html.Node) {
		if n.Data != "figure" || sitetest.Attr(n, "data-chart") == "" {
			return
		}
		name := sitetest.Attr(n, "data-chart")
		noted := strings.Contains(sitetest.Text(n), onIncome)
		has := false
		for _, row := range rows(t, s.Files["charts/"+name+"/"+name+".csv"]) {
			if !luxembourg(row) || row["measure"] != "share_of_gdp" {
				continue
			}
			has = true
			if !strings.Contains(row["note"], onIncome) {
				t.Errorf("charts/%s/%s.csv: %v has no note", name, name, row)
			}
		}
		if has {
			shown++
			if !noted {
				t.Errorf("%s: the chart %s shows Luxembourg and does not say how it is measured", page, name)
			}
		}
	})
	if shown < 20 {
		t.Errorf("only %d charts show Luxembourg since 2023", shown)
	}
}

// luxembourg reports whether a row is a figure of NATO's that is measured on income, by what is known of it.
func luxembourg(row map[string]string) bool {
	return row["member"] == "LUX" && row["year"] >= "2023" && row["source"] == "nato" && row["released"] >= "2024-03-14"
}

// rows reads a file with a header.
func rows(t *testing.T, src []byte) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(src, []byte(sitetest.ByteOrderMark)))).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatalf("not a table: %v", err)
	}
	var list []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = cells[i]
		}
		list = append(list, row)
	}
	return list
}

// TestAudit holds that the doubts of the report answer what its editions differ in, and no more: without the note on
// the Netherlands the audit finds them.
func TestAudit(t *testing.T) {
	data := golden.Must(dataset.Load(os.DirFS(repo)))
	found := map[string]int{}
	for _, d := range data.Differences {
		if d.Note == nil {
			t.Errorf("%+v has no note", d)
		}
		found[d.Figure.Released.String()+" "+d.Figure.Member]++
	}
	want := map[string]int{"2024-06-17 FRA": 1, "2024-06-17 SVK": 1, "2026-07-07 ITA": 2, "2026-07-07 NLD": 12, "2026-07-07 NATO": 10, "2026-07-07 NATO_EUR_CAN": 7}
	for key, n := range want {
		if found[key] != n {
			t.Errorf("%s: %d figures differ, want %d", key, found[key], n)
		}
	}
	const file = "data/nato/notes.toml"
	notes := strings.Split(string(golden.Read(t, repo+"/"+file)), "[[note]]")
	rest := slices.DeleteFunc(slices.Clone(notes), func(n string) bool { return strings.Contains(n, `members = ["NLD"]`) })
	if len(rest) != len(notes)-1 {
		t.Fatalf("%d notes on the Netherlands alone", len(notes)-len(rest))
	}
	changed := map[string][]byte{file: []byte(strings.Join(rest, "[[note]]"))}
	_, errs := dataset.Load(overlay.Root{Base: os.DirFS(repo), Files: changed})
	if len(errs) != 1 || !strings.Contains(errs.Error(), "warning: share_of_gdp of NLD disagrees with spending_usd_current / gdp_usd_current in 12 years, such as 2026: printed 2.58, computed 2.2901") {
		t.Errorf("without the note on the Netherlands the audit finds\n%v", errs)
	}
}

// TestLikeForLike holds that the growth of Europe and Canada with the same members is worked out from their dollars,
// and typed nowhere.
func TestLikeForLike(t *testing.T) {
	data := golden.Must(dataset.Load(os.DirFS(repo)))
	terms := dataset.Terms{Source: "nato", Measure: "share_of_gdp", Guideline: "two_percent", Growth: "real_change", Collective: "allies"}
	for _, c := range []struct {
		released      string
		year          int
		printed, like string
	}{
		{"2026-07-07", 2024, "19.28", "16.14"}, // Sweden joined
		{"2026-07-07", 2023, "8.14", "6.70"},   // Finland joined
		{"2026-07-07", 2022, "3.74", "3.74"},
		{"2026-07-07", 2016, "2.87", "2.87"},
		{"2024-06-17", 2024, "17.95", "14.89"},
		{"2024-06-17", 2023, "9.26", "7.86"},
		{"2024-06-17", 2016, "2.97", "2.97"},
	} {
		q := dataset.Query{Subject: "NATO_EUR_CAN", Year: c.year, Measure: "real_change", Released: civil.MustParse(c.released)}
		v := data.AsOf(civil.MustParse("2026-11-23"))
		printed, err := v.Ask(terms, q)
		golden.OK(t, err)
		q.Measure = "like_for_like"
		like, err := v.Ask(terms, q)
		golden.OK(t, err)
		if p, l := dataset.Plain(printed.Value, 2), dataset.Plain(like.Value, 2); p != c.printed || l != c.like {
			t.Errorf("%d by %s: %s printed, %s with the same members; want %s and %s", c.year, c.released, p, l, c.printed, c.like)
		}
	}
	for _, name := range []string{"data/nato/notes.toml", "templates/strings.toml"} {
		if src, err := os.ReadFile(repo + "/" + name); err != nil || bytes.Contains(src, []byte("16.14")) {
			t.Errorf("%s holds the number, %v", name, err)
		}
	}
}

// TestRepeatedSeries holds that the World Bank's copy of SIPRI's series is not a second source.
func TestRepeatedSeries(t *testing.T) {
	data := golden.Must(dataset.Load(os.DirFS(repo)))
	copies := 0
	for i := range data.Figures {
		f := &data.Figures[i]
		o := f.Original()
		if o == nil {
			continue
		}
		copies++
		if f.Source != "worldbank" || o.Source != "sipri" || f.Value != o.Value {
			t.Fatalf("%+v repeats %+v", f, o)
		}
	}
	if copies != 1606 {
		t.Errorf("%d figures of the World Bank are SIPRI's, want 1606", copies)
	}
}
