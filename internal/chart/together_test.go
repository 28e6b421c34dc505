package chart

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

// placedValues gives the values of an option whose data are lists with places
// in them; nil for other kinds. Of a quadrant it is the first value, the
// second is held against the marks here.
func placedValues(t *testing.T, c *Chart) []string {
	at, ok := map[string]int{"heatmap": 2, "map": 2, "quadrant": 0, "shares": 0}[c.Kind]
	if !ok {
		return nil
	}
	var option struct {
		Series []struct {
			Data []struct{ Value []json.Number }
		}
	}
	if err := json.Unmarshal(c.Option, &option); err != nil {
		t.Fatal(err)
	}
	var values, pairs []string
	for _, s := range option.Series {
		for _, d := range s.Data {
			values = append(values, d.Value[at].String())
			pairs = append(pairs, d.Value[0].String()+" "+d.Value[1].String())
		}
	}
	if c.Kind == "quadrant" {
		var marks []string
		for _, m := range read(t, c.Wide).marks {
			marks = append(marks, m.value+" "+m.of)
		}
		slices.Sort(marks)
		slices.Sort(pairs)
		if !slices.Equal(marks, pairs) {
			t.Errorf("the option has %v, the marks have %v", pairs, marks)
		}
	}
	return values
}

// fromFigures gives the marks of figures that are drawn as they are.
func fromFigures(figures []*dataset.Figure) []mark {
	var marks []mark
	for _, f := range figures {
		marks = append(marks, mark{f.Member, strconv.Itoa(f.Year), dataset.Plain(f.Value, f.Decimals), ""})
	}
	return marks
}

func fromHeats(c *Chart) (figures, cells []mark) {
	i := 0 // figures stand in the order of rows and years
	for _, row := range c.Table.Rows {
		for k, cell := range row[1:] {
			if v := plain(cell.Text); strings.Trim(v, "-.0123456789") == "" {
				cells = append(cells, mark{c.Figures[i].Member, c.Table.Columns[k+1].Name, v, ""})
				i++
			}
		}
	}
	return fromFigures(c.Figures), cells
}

func fromTiles(c *Chart) (figures, cells []mark) {
	for _, f := range c.Figures {
		v, places := c.Guideline.Distance(f)
		figures = append(figures, mark{f.Member, strconv.Itoa(f.Year), dataset.Plain(v, places), ""})
	}
	i := 0
	for _, row := range c.Table.Rows {
		if row[3].Text != "" {
			cells = append(cells, mark{c.Figures[i].Member, strconv.Itoa(c.Figures[i].Year), plain(row[3].Text), ""})
			i++
		}
	}
	return figures, cells
}

// fromMoney works a shortfall out from its two figures.
func fromMoney(c *Chart) (figures, cells []mark) {
	for i := 0; i < len(c.Figures); i += 2 {
		f, base := c.Figures[i], c.Figures[i+1]
		v, _ := c.Guideline.Distance(f)
		year := strconv.Itoa(f.Year)
		figures = append(figures, mark{f.Member, year, dataset.Plain(-v/100*base.Value, 0), ""})
		cells = append(cells, mark{f.Member, year, plain(c.Table.Rows[i/2][1].Text), ""})
	}
	return figures, cells
}

func fromQuadrants(c *Chart) (figures, cells []mark) {
	for i := 0; i < len(c.Figures); i += 2 {
		x, y := c.Figures[i], c.Figures[i+1]
		year, row := strconv.Itoa(x.Year), c.Table.Rows[i/2]
		figures = append(figures, mark{x.Member, year, dataset.Plain(x.Value, x.Decimals), dataset.Plain(y.Value, y.Decimals)})
		cells = append(cells, mark{x.Member, year, plain(row[2].Text), plain(row[3].Text)})
	}
	return figures, cells
}

// fromShares divides by the league's whole, which the edition has.
func fromShares(c *Chart) (figures, cells []mark) {
	for i, f := range c.Figures {
		whole, _ := c.Edition.Figure("ALL", f.Year, f.Measure)
		year := strconv.Itoa(f.Year)
		figures = append(figures, mark{f.Member, year, dataset.Plain(f.Value/whole.Value*100, 1), f.Measure})
		cells = append(cells, mark{f.Member, year, plain(c.Table.Rows[i/2][2-i%2].Text), f.Measure})
	}
	return figures, cells
}
