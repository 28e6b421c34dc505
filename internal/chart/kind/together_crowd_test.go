package kind

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// throng is a report of n members with names and values as long and close as
// they come, in every measure, over some years. Every second one has a tile.
func throng(t testing.TB, n, years int, value func(i, year int) float64) *dataset.Vintage {
	return load(t, throngFiles(n, years, value)).AsOf(civil.MustParse("2020-12-31"))
}

func throngFiles(n, years int, value func(i, year int) float64) map[string]string {
	files := maps.Clone(league)
	var members, figures strings.Builder
	members.WriteString("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n")
	figures.WriteString("member,year,measure,value,status\n")
	for i := range n {
		tile := ","
		if i%2 == 0 {
			tile = fmt.Sprintf("%d,%d", i/2%10, i/20)
		}
		fmt.Fprintf(&members, "M%02d,,%s,member,1900-01-01,,,%s\n", i, longNames[i%len(longNames)]+strings.Repeat("i", i/len(longNames)), tile)
		for y := range years {
			status := "actual"
			if (i+y)%3 == 0 {
				status = "estimate"
			}
			v := value(i, y)
			if math.IsNaN(v) {
				continue
			}
			fmt.Fprintf(&figures, "M%02d,%d,rise,%.2f,%s\n", i, 2020-years+y, v, status)
			fmt.Fprintf(&figures, "M%02d,%d,oda,%.2f,%s\n", i, 2020-years+y, math.Abs(v)/2, status)
			fmt.Fprintf(&figures, "M%02d,%d,gni,%.0f,%s\n", i, 2020-years+y, 1000+math.Abs(v)*1e4, status)
			fmt.Fprintf(&figures, "M%02d,%d,aid,%.0f,%s\n", i, 2020-years+y, math.Abs(v)*1e3*float64(i%3), status)
		}
	}
	files["data/members.csv"] = members.String()
	files["data/dac/2020-04-16.csv"] = figures.String()
	files["data/dac/source.toml"] = "name = \"DAC\"\npublisher = \"OECD\"\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"
	for _, name := range []string{"data/dac/2018-04-10.csv", "data/dac/2020-09-01.csv", "data/un/source.toml", "data/un/2020-01-01.csv"} {
		delete(files, name)
	}
	return files
}

var throngTerms = dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Second: "grow", Spending: "aid", Collective: "members"}

// TestThrong draws as many members and years as there may be, on values that
// push the texts together.
func TestThrong(t *testing.T) {
	values := map[string]func(i, y int) float64{
		"equal":       func(i, y int) float64 { return 1 },
		"apart":       func(i, y int) float64 { return float64(i) },
		"far apart":   func(i, y int) float64 { return float64(i%3-1) * 99.99 },
		"one outlier": func(i, y int) float64 { return float64(i/31)*90 - 0.01*float64(i) },
		"close":       func(i, y int) float64 { return 0.01 * float64(i+y) },
		"nothing":     func(i, y int) float64 { return 0 },
		"up and down": func(i, y int) float64 { return 50 * math.Sin(float64(i*i+y)) },
	}
	for name, value := range values {
		for _, n := range []int{1, 2, 7, 32} {
			for _, years := range []int{1, 2, 13, 75} {
				if years == 75 && name != "up and down" {
					continue // the same drawing, slowly
				}
				v := throng(t, n, years, value)
				for _, kind := range []string{"quadrant", "heatmap", "map", "shares", "money"} {
					for _, more := range []string{"", "\nmeasure = \"rise\""} {
						if more != "" && kind != "heatmap" && kind != "map" {
							continue
						}
						c := mustDraw(t, v, throngTerms, "kind = \""+kind+"\""+more)
						label := fmt.Sprintf("%s of %d, %d years, %s", c.Kind, n, years, name)
						legible(t, label+", wide", c.Wide())
						legible(t, label+", narrow", c.Narrow())
						if name == "one outlier" {
							continue // below the guideline there is no room for a name
						}
						if kind == "quadrant" && strings.Count(string(c.SVG(c.Wide())), "<text") < n+8 {
							t.Errorf("%s: some names are not there", label)
						}
					}
				}
				if t.Failed() {
					return
				}
			}
		}
	}
}

// TestOthers holds that many small shares are added up in one row, and that
// the table has them all.
func TestOthers(t *testing.T) {
	c := mustDraw(t, throng(t, 32, 1, func(i, _ int) float64 { return float64(i + 1) }), throngTerms, `kind = "shares"`)
	if marks := marksOf(c.Narrow()); len(marks) != 2*(mostShares-1) || len(c.Table.Rows) != 32 {
		t.Errorf("%d marks and %d rows", len(marks), len(c.Table.Rows))
	}
	if !strings.Contains(string(c.SVG(c.Wide())), "19 others") || !strings.Contains(strings.Join(c.Summary, " "), "The whole is the sum of the members with figures.") {
		t.Errorf("nothing is said of the others: %v", c.Summary)
	}
}

// TestNobodyShort draws the sum of nothing.
func TestNobodyShort(t *testing.T) {
	c := mustDraw(t, throng(t, 5, 1, func(i, _ int) float64 { return 9 }), throngTerms, `kind = "money"`)
	if c.Title != "None of five members short of 0.7% of income in 2019" || c.Summary[0] != "All five members with a figure were at or above 0.7% of income in 2019." {
		t.Errorf("%s\n%s", c.Title, c.Summary)
	}
	if len(c.Editions()) != 1 {
		t.Errorf("it credits %d editions", len(c.Editions()))
	}
	if len(marksOf(c.Narrow())) != 0 || len(boxes(t, c.Narrow())) == 0 || strings.Contains(string(c.SVG(c.Narrow())), "class=\"axis\"") {
		t.Errorf("drawn: %s", c.SVG(c.Narrow()))
	}
}

// TestElsewhere holds that members without a tile are on the map all the same.
func TestElsewhere(t *testing.T) {
	c := mustDraw(t, throng(t, 7, 1, func(i, _ int) float64 { return float64(i) }), throngTerms, `kind = "map"`)
	if len(marksOf(c.Wide())) != 7 || !strings.Contains(string(c.SVG(c.Wide())), "Without a place on the map") {
		t.Errorf("drawn: %s", c.SVG(c.Wide()))
	}
}

// TestAllChange holds the headline of cells none of which always or never
// meets the guideline.
func TestAllChange(t *testing.T) {
	c := mustDraw(t, throng(t, 2, 2, func(_, y int) float64 { return float64(2 * y) }), throngTerms, `kind = "heatmap"`)
	if c.Title != "None of two at or above 0.7% of income in 2018, two of two in 2019" {
		t.Error(c.Title)
	}
}
