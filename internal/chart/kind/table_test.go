package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/diag"
)

// tableOf draws a table block and writes it in lines: the marks of estimates
// and notes are behind their numbers.
func tableOf(t *testing.T, spec string) (string, *chart.Chart, diag.List) {
	s, errs := Tables.ParseSpec(diag.Pos{File: "a.md", Line: 10, Col: 1}, []byte(spec))
	if errs.Failed() {
		return "", nil, errs
	}
	c, errs := Every.Draw(known(t), leagueTerms, british, s)
	if c == nil {
		return "", nil, errs
	}
	lines := []string{c.Title, c.Subtitle}
	var heads []string
	for _, h := range c.Table.Columns {
		heads = append(heads, h.Name)
	}
	lines = append(lines, strings.Join(heads, " | "))
	for _, row := range c.Table.Rows {
		var cells []string
		for _, cell := range row {
			text := cell.Text
			if k := cell.Mark; k != nil && !cell.Header {
				if k.Unlike {
					text += "e"
				}
				if k.Year == 0 || k.Value.Plain() != strings.ReplaceAll(strings.ReplaceAll(cell.Text, ",", ""), "−", "-") {
					text += "?"
				}
			}
			cells = append(cells, text)
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return strings.Join(append(lines, c.Summary...), "\n"), c, errs
}

func TestTable(t *testing.T) {

	for _, c := range []struct{ name, spec, want string }{
		{"years of all", "from = 2016", `Aid as a share of income, 2016–2019
In per cent (e: estimates)
Member | 2016 | 2017 | 2018 | 2019
Fjordland | 1.02 | 1.00 | – | 1.10e
Alpland | 0.88 | 0.86 | – | 0.99e
Bay & Cove | 0.70 | 0.71 | – | 0.70e
Capeland | 0.66 | – | – | 0.699
Delta <North> | 0.40 | 0.41 | – | 0.42e
Elmland | – | – | – | 0.15
Moorland | 0.10 | 0.11 | – | –
Isle |  |  |  | no treasury
No figures for 2018.
Capeland has no figure for 2017.
Moorland has no figure for 2019.
Rows begin in the year a member joined: Elmland.
Isle: no treasury.`},
		{"measures of a year", "measures = [\"oda\", \"rise\"]\nyear = 2019\nsort = \"name\"", `Members in 2019
Aid as a share of income; Growth of aid (e: estimates)
Member | Aid as a share of income (%) | Growth of aid (%)
Alpland | 0.99e | −12.5
Bay & Cove | 0.70e | 0.0
Capeland | 0.699 | 4.0
Delta <North> | 0.42e | −3.2e
Elmland | 0.15 | −0.4
Fjordland | 1.10e | −40.1
Moorland | – | −1.0
Isle |  | no treasury
Isle: no treasury.`},
		{"one measure of a year", "year = 2017\nmembers = [\"BAY\", \"ALP\"]", `Bay & Cove and Alpland in 2017
Aid as a share of income
Member | Aid as a share of income (%)
Alpland | 0.86
Bay & Cove | 0.71`},
		{"years of an aggregate", "members = [\"ALL\", \"ALP\"]\nfrom = 2017", `Aid as a share of income, 2017–2019 (estimate)
In per cent (e: estimates)
Member | 2017 | 2018 | 2019
Alpland | 0.86 | – | 0.99e
All members together | 0.56 | – | 0.60e
No figures for 2018.`},
	} {
		got, made, errs := tableOf(t, c.spec)
		if len(errs) > 0 || got != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, errs, got, c.want)
		}
		if made != nil && (made.Wide() != nil || len(chart.Drawn([]*chart.Chart{made})) > 0 || !strings.HasPrefix(made.ID, "table")) {
			t.Errorf("%s: %s has a drawing", c.name, made.ID)
		}
	}
}

func TestTableErrors(t *testing.T) {

	for spec, want := range map[string]string{
		"kind = \"table\"":                          "a.md:10:1: unknown key \"kind\"",
		"measures = []":                             "a.md:10:12: measures is empty\n\thint: name one at least",
		"measures = [\"oda\", \"odda\"]":            "a.md:10:20: unknown measure \"odda\"\n\thint: did you mean \"oda\"?",
		"measures = [\"oda\", \"oda\"]":             "a.md:10:20: oda is named twice",
		"measures = [\"oda\"]\nfrom = 2016":         "a.md:10:1: a table is of measures in one year, or of one measure over years\n\thint: leave out from and to",
		"measures = [\"oda\"]\nmeasure = \"aid\"":   "a.md:11:11: a table has measure or measures",
		"year = 2016\nmembers = [\"ALP\", \"ISL\"]": "a.md:11:19: no figure of Isle in the edition of DAC",
		"members = [\"XXX\"]":                       "a.md:10:12: unknown member \"XXX\"",
		"year = 2018":                               "a.md:10:8: no edition of DAC known on 2020-12-31 has enough oda for 2018",
		"guideline = \"un\"":                        "a.md:10:1: unknown key \"guideline\"",
		"sort = \"size\"":                           "a.md:10:8: unknown sort \"size\"\n\thint: a table is sorted by value or name",
	} {
		_, c, errs := tableOf(t, spec)
		if c != nil || !strings.Contains(errs.Error(), want) {
			t.Errorf("%s: got\n%v\nwant\n%s", spec, errs, want)
		}
	}
}
