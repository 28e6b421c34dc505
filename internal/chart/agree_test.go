package chart

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

// TestAgree holds that the two drawings, the table, the option and the
// figures of a chart say the same numbers.
func TestAgree(t *testing.T) {
	for _, g := range goldens {
		t.Run(g.name, func(t *testing.T) {
			c := mustDraw(t, known(t), leagueTerms, strings.ReplaceAll(g.spec, "as_of = 2018-05-01\n", ""))
			wide, narrow := read(t, c.Wide), read(t, c.Narrow)
			if !slices.Equal(wide.marks, narrow.marks) || len(wide.marks) == 0 {
				t.Fatalf("marks differ:\n%v\n%v", wide.marks, narrow.marks)
			}
			if (wide.estimates > 0) != c.HasEstimates {
				t.Errorf("%d marks are drawn as estimates; has estimates: %v", wide.estimates, c.HasEstimates)
			}
			marks := map[mark]int{}
			for _, m := range wide.marks {
				marks[m]++
			}
			var want, cells []mark
			switch c.Kind {
			case "distance":
				want, cells = fromDistances(c)
			case "meeting":
				want, cells = fromMeetings(c)
			case "heatmap":
				want, cells = fromHeats(c)
			case "map":
				want, cells = fromTiles(c)
			case "money":
				want, cells = fromMoney(c)
			case "quadrant":
				want, cells = fromQuadrants(c)
			case "shares":
				want, cells = fromShares(c)
			case "trend":
				want, cells = fromTrends(c)
			case "change", "growth":
				want, cells = fromYears(c)
			case "sources", "revisions":
				want, cells = fromEditions(c)
			}
			for what, list := range map[string][]mark{"figures": want, "table": cells} {
				if len(list) != len(wide.marks) {
					t.Errorf("%d marks, %d from %s", len(wide.marks), len(list), what)
				}
				for _, m := range list {
					if marks[m] != 1 {
						t.Errorf("%s have %v, which is %d times among the marks %v", what, m, marks[m], wide.marks)
					}
				}
			}
			var values []string
			for _, m := range wide.marks {
				values = append(values, m.value)
			}
			got := optionValues(t, c)
			slices.Sort(values)
			slices.Sort(got)
			if !slices.Equal(values, got) {
				t.Errorf("the option has %v, the marks have %v", got, values)
			}
		})
	}
}

// fromDistances gives the marks that the figures call for, and those that the
// table's rows do.
func fromDistances(c *Chart) (figures, cells []mark) {
	byName := map[string]*dataset.Figure{}
	for i, f := range c.Figures {
		v, places := c.Guideline.Distance(f)
		figures = append(figures, mark{f.Member, strconv.Itoa(f.Year), dataset.Plain(v, places), ""})
		byName[c.Table.Rows[i][0].Text] = f
	}
	for _, row := range c.Table.Rows {
		if row[2].Text == "" {
			continue // a note
		}
		cells = append(cells, mark{byName[row[0].Text].Member, strconv.Itoa(c.Figures[0].Year), plain(row[2].Text), ""})
	}
	return figures, cells
}

func fromMeetings(c *Chart) (figures, cells []mark) {
	met := map[int]int{}
	of := map[int]string{}
	for _, f := range c.Figures {
		if met[f.Year] += 0; c.Guideline.MetBy(f.Value) {
			met[f.Year]++
		}
	}
	for _, row := range c.Table.Rows {
		year, _ := strconv.Atoi(row[0].Text)
		of[year] = row[2].Text
		cells = append(cells, mark{"members", row[0].Text, strings.TrimPrefix(row[1].Text, "≥"), row[2].Text})
	}
	for year, n := range met {
		figures = append(figures, mark{"members", strconv.Itoa(year), strconv.Itoa(n), of[year]})
	}
	return figures, cells
}

func fromTrends(c *Chart) (figures, cells []mark) {
	var members []string // in the order of the columns
	for _, f := range c.Figures {
		if !slices.Contains(members, f.Member) {
			members = append(members, f.Member)
		}
		figures = append(figures, mark{f.Member, strconv.Itoa(f.Year), dataset.Plain(f.Value, f.Decimals), ""})
	}
	for _, row := range c.Table.Rows {
		for i, cell := range row[1:] {
			if cell.Text != "no figure" {
				cells = append(cells, mark{members[i], row[0].Text, plain(cell.Text), ""})
			}
		}
	}
	return figures, cells
}

// plain turns a number made for reading into one made for scripts.
func plain(s string) string {
	return strings.NewReplacer("+", "", dataset.Minus, "-", ",", "", " (estimate)", "").Replace(s)
}

// optionValues gives the values of an option's series, of the last one where
// one stands in front of the other.
func optionValues(t *testing.T, c *Chart) []string {
	if values := placedValues(t, c); values != nil {
		return values
	}
	var option struct {
		Series []struct {
			Data []struct{ Value json.RawMessage }
		}
	}
	if err := json.Unmarshal(c.Option, &option); err != nil {
		t.Fatal(err)
	}
	series := option.Series
	if c.Kind == "meeting" {
		series = series[1:]
	}
	var values []string
	for _, s := range series {
		for _, d := range s.Data {
			if v := valueOf(t, d.Value); v != "" {
				values = append(values, v)
			}
		}
	}
	return values
}

// valueOf gives the number of a datum: the last of several, "" for a gap.
func valueOf(t *testing.T, raw json.RawMessage) string {
	var several []json.RawMessage
	if json.Unmarshal(raw, &several) == nil && len(several) > 0 {
		raw = several[len(several)-1]
	}
	if string(raw) == "null" {
		return ""
	}
	var n json.Number
	if err := json.Unmarshal(raw, &n); err != nil {
		t.Fatalf("%s is not a number: %v", raw, err)
	}
	return n.String()
}

// TestOption holds what must never stand in an option.
func TestOption(t *testing.T) {
	for _, g := range goldens {
		c := mustDraw(t, known(t), leagueTerms, strings.ReplaceAll(g.spec, "as_of = 2018-05-01\n", ""))
		for _, bad := range []string{"__f__", "function", "<", ">", "&", "progressive", "dataZoom", "toolbox", "\"color\":[", "null,\"show"} {
			if strings.Contains(string(c.Option), bad) {
				t.Errorf("%s: the option holds %q", g.name, bad)
			}
		}
	}
}
