package chart

import (
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
)

// fromYears gives the marks that call for single figures: those of the chart,
// and those of a table with members in rows and years in columns, or the
// other way about.
func fromYears(c *Chart) (figures, cells []mark) {
	byName, code := map[string]string{}, []string{}
	for _, f := range c.Figures {
		figures = append(figures, mark{f.Member, strconv.Itoa(f.Year), dataset.Plain(f.Value, f.Decimals), ""})
		if byName[f.Member] == "" {
			byName[f.Member] = f.Member
			code = append(code, f.Member)
		}
	}
	for i, row := range c.Table.Rows {
		if c.Kind == "change" {
			for k := 1; k <= 2; k++ {
				if row[k].Text != "" {
					cells = append(cells, mark{code[i], c.Table.Columns[k].Name[:4], plain(row[k].Text), ""})
				}
			}
			continue
		}
		for k, cell := range row[1:] {
			if cell.Text != "no figure" {
				cells = append(cells, mark{code[k], row[0].Text, plain(cell.Text), ""})
			}
		}
	}
	return figures, cells
}

// fromEditions gives the marks of a chart that compares editions.
func fromEditions(c *Chart) (figures, cells []mark) {
	var code []string
	day := map[string]string{}
	source := map[string]string{"DAC": "dac", "UN": "un"}
	member := map[string]string{"Alpland": "ALP", "Capeland": "CAP", "Delta <North>": "DEL"}
	for i, f := range c.Figures {
		figures = append(figures, mark{f.Member, strconv.Itoa(f.Year), dataset.Plain(f.Value, f.Decimals), f.Source + " " + f.Released.String()})
		day[f.Released.Long()] = f.Released.String()
		if i == 0 || c.Figures[i-1].Member != f.Member {
			code = append(code, f.Member)
		}
	}
	year := strconv.Itoa(c.Figures[0].Year)
	for _, row := range c.Table.Rows {
		if c.Kind == "sources" {
			cells = append(cells, mark{member[row[0].Text], year, plain(row[3].Text), source[row[1].Text] + " " + day[row[2].Text]})
			continue
		}
		for k, cell := range row[1:] {
			if cell.Text != "no figure" {
				cells = append(cells, mark{code[k], year, strings.TrimSpace(plain(cell.Text)), "dac " + day[row[0].Text]})
			}
		}
	}
	return figures, cells
}
