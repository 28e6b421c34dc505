package kind

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"burdenshare/internal/civil"
)

// TestEvents holds which guidelines are marked: those for the measure, agreed
// within the chart's years and by the vintage's day.
func TestEvents(t *testing.T) {
	files := maps.Clone(league)
	files["data/guidelines.toml"] += pledges
	d := load(t, files)
	for _, c := range []struct{ spec, day, told, flags string }{
		{"kind = \"meeting\"", "2020-12-31",
			"Agreed in this time: half a per cent on 5 September 2016 (Summit of the Hills, Pledge on Aid); 0.7% of income for good on 11 July 2018; 1.2% of income on 25 June 2019 (The Harbour summit declaration).",
			"Summit of|the Hills|0.7% of income|for good|The Harbour|summit declaration"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"FJO\"]\nto = 2017", "2020-12-31", "Agreed in this time: half a per cent on 5 September 2016 (Summit of the Hills, Pledge on Aid).", "Summit of|the Hills"},
		{"kind = \"trend\"\nmembers = [\"ALP\", \"FJO\"]\nfrom = 2017\nto = 2017", "2020-12-31", "", ""},
		{"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]", "2020-12-31", "Agreed in this time: 0.7% of income for good on 11 July 2018; 1.2% of income on 25 June 2019 (The Harbour summit declaration).", "0.7% of income|for good"},
		{"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]", "2018-12-31", "", ""},
		{"kind = \"trend\"\nmembers = [\"ALP\"]\nmeasure = \"rise\"", "2020-12-31", "", ""},
	} {
		s, _ := parse(c.spec)
		chart, errs := All.Draw(d.AsOf(civil.MustParse(c.day)), leagueTerms, british, s)
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.spec, errs)
			continue
		}
		told := ""
		if i := strings.Index(strings.Join(chart.Summary, " "), "Agreed in this time"); i >= 0 {
			told = strings.Join(chart.Summary, " ")[i:]
		}
		if told != c.told {
			t.Errorf("%s as of %s: told\n%s\nwant\n%s", c.spec, c.day, told, c.told)
		}
		for _, line := range strings.Split(c.flags, "|") {
			if line != "" && !strings.Contains(string(chart.SVG(chart.Wide())), ">"+line+"</text>") {
				t.Errorf("%s: %q is not in the drawing\n%s", c.spec, line, chart.SVG(chart.Wide()))
			}
		}
		if c.flags == "" && strings.Contains(string(chart.SVG(chart.Wide())), `class="event`) {
			t.Errorf("%s: an event is drawn", c.spec)
		}
		legible(t, chart.ID, chart)
	}
}

// TestManyEvents agrees on something at random days: what is drawn is legible
// and stands over its day, and what is not drawn is still told.
func TestManyEvents(t *testing.T) {
	words := strings.Fields("Summit of the Hills declaration Harbour WWWWWWWWWWWWWW pledge communiqué in")
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 3))
		files := crowdFiles(5, 13, func(i, y int) float64 { return float64(i*y%7) - 2 })
		n := r.IntN(9)
		for i := range n {
			var name []string
			for range 1 + r.IntN(5) {
				name = append(name, words[r.IntN(len(words))])
			}
			files["data/guidelines.toml"] += fmt.Sprintf("[g%d]\nname = \"mark %d\"\nmeasure = \"rise\"\nat_least = %d\nadopted = %d-%02d-15\nevent = \"%s\"\n", i, i, i, 2007+r.IntN(13), 1+r.IntN(12), strings.Join(name, " "))
		}
		v := newest(t, files)
		for _, spec := range []string{"kind = \"meeting\"", "kind = \"trend\"\nmembers = [\"M00\", \"M01\", \"M02\", \"M03\", \"M04\"]", "kind = \"revisions\"\nyear = 2019\nmembers = [\"M00\"]"} {
			c := mustDraw(t, v, crowdTerms, spec)
			legible(t, fmt.Sprintf("%s %d", c.Kind, seed), c)
			if all := strings.Join(c.Summary, " "); c.Kind != "revisions" && strings.Count(all, "mark ") != n {
				t.Errorf("%s %d: %d events, told: %s", c.Kind, seed, n, all)
			}
		}
		if t.Failed() {
			return
		}
	}
}

// TestStricter holds that a count shows how many of its members meet the
// strictest guideline too, since it was agreed, and one by the strictest none.
func TestStricter(t *testing.T) {
	c := mustDraw(t, known(t), leagueTerms, `kind = "meeting"`)
	if got := c.Model.Stricter; got != "At or above 1% of income: 1 in 2016 and ≥1 in 2019" || c.Model.Within[2017] != 1 {
		t.Errorf("%q, %v", got, c.Model.Within)
	}
	if head, cell := c.Table.Columns[2].Name, c.Table.Rows[1][2].Text; head != "Members at or above 1% of income" || cell != "≥1" || len(c.Table.Rows[0]) != len(c.Table.Columns) {
		t.Errorf("its table has %q, %q", head, cell)
	}
	for _, spec := range []string{"kind = \"meeting\"\nguideline = \"bold\"", "kind = \"meeting\"\nmeasure = \"rise\""} {
		if c := mustDraw(t, known(t), leagueTerms, spec); c.Model.Stricter != "" || len(c.Table.Columns) != 5 {
			t.Errorf("%s: %q", spec, c.Model.Stricter)
		}
	}
}
