package release

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template"

	"github.com/xuri/excelize/v2"

	"burdenshare/internal/golden"
	"burdenshare/internal/lists"
)

// A publication is the shares of income of a release, in the form in which a publisher has them for all the world.
type publication struct {
	Years   []int
	Members []country
}

// A country is one that has a row in a table.
type country struct {
	Code, ISO2, Name string
	figures          map[int]figure // by year
}

// A figure is one of a release file.
type figure struct {
	Value    string
	Estimate bool
}

// In returns the figure of a year, or nil.
func (c country) In(year int) *figure {
	if f, ok := c.figures[year]; ok {
		return &f
	}
	return nil
}

// Unrounded returns a figure with the further digits of a database.
func (f *figure) Unrounded() string { return f.Value + "0217391304348" }

// abroad are countries that the report does not follow.
var abroad = []country{{"DZA", "DZ", "Algeria", nil}, {"BRA", "BR", "Brazil", nil}, {"JPN", "JP", "Japan", nil}}

// publicationOf reads the shares of income of a release, those of members.
func publicationOf(t *testing.T, source, day string) (p *publication, want string) {
	t.Helper()
	p, want = &publication{Members: slices.Clone(abroad)}, "member,year,measure,value,status\n"
	of := map[string]map[int]figure{}
	for _, c := range table(t, "members.csv") {
		if c[3] == "member" {
			of[c[0]] = map[int]figure{}
			p.Members = append(p.Members, country{c[0], c[1], c[2], of[c[0]]})
		}
	}
	for _, c := range table(t, source, day+".csv") {
		if c[2] != "share_of_income" || of[c[0]] == nil {
			continue
		}
		year, err := strconv.Atoi(c[1])
		golden.OK(t, err)
		of[c[0]][year] = figure{c[3], c[4] == "estimate"}
		p.Years = lists.With(p.Years, year)
		want += strings.Join(c, ",") + "\n"
	}
	slices.SortFunc(p.Members, func(a, b country) int { return strings.Compare(a.Code, b.Code) })
	slices.Sort(p.Years)
	return p, want
}

// sipri lays the figures out as the sheet "Share of GDP" of the workbook:
// shares of one shown as percentages, estimates in blue.
func (p *publication) sipri(t *testing.T, file string) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Share of GDP"
	_, err := f.NewSheet(sheet)
	golden.OK(t, err)
	form := "0.0%"
	plain, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form, Font: &excelize.Font{Color: "000000"}})
	golden.OK(t, err)
	blue, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form, Font: &excelize.Font{Color: "0000FF"}})
	golden.OK(t, err)
	for r, text := range []string{"Military expenditure by country as percentage of gross domestic product", "Countries are grouped by region and subregion",
		"Figures in blue are SIPRI estimates. Figures in red indicate highly uncertain data.",
		`"..." = data unavailable. "xxx" = country did not exist or was not independent during all or part of the year in question.`} {
		golden.OK(t, f.SetCellStr(sheet, fmt.Sprintf("A%d", r+1), text))
	}
	put := func(column, line int, v any) string {
		ref, err := excelize.CoordinatesToCellName(column, line)
		golden.OK(t, err)
		golden.OK(t, f.SetCellValue(sheet, ref, v))
		return ref
	}
	put(1, 6, "Country")
	put(2, 6, "Notes")
	put(1, 7, "Europe")
	put(1, 8, "Western Europe")
	for i, year := range p.Years {
		put(i+3, 6, year)
		for k, m := range p.Members {
			put(1, k+9, m.Name)
			found := m.In(year)
			if found == nil {
				put(i+3, k+9, []string{"...", "xxx"}[k%2])
				continue
			}
			v, err := strconv.ParseFloat(found.Unrounded(), 64)
			golden.OK(t, err)
			ref := put(i+3, k+9, v/100)
			golden.OK(t, f.SetCellStyle(sheet, ref, ref, map[bool]int{true: blue, false: plain}[found.Estimate]))
		}
	}
	golden.OK(t, f.DeleteSheet("Sheet1"))
	golden.OK(t, f.SaveAs(file))
}

// laidOut returns the figures in a layout of testdata/layouts.
func (p *publication) laidOut(t *testing.T, layout string) string {
	t.Helper()
	odd := func(n int) bool { return n%2 == 1 }
	of, err := template.New(layout).Funcs(template.FuncMap{"odd": odd}).ParseFiles(filepath.Join("testdata", "layouts", layout))
	golden.OK(t, err)
	var b strings.Builder
	golden.OK(t, of.Execute(&b, p))
	return b.String()
}

// TestPublishers lays releases out as other publishers have theirs and imports each in one command: the file must be
// the release's own, byte for byte. With the tables of TestWholeRelease these are six layouts.
func TestPublishers(t *testing.T) {
	for _, c := range []struct {
		name, source, day, file string
		layout                  string // in testdata/layouts; "" for a workbook
		args                    []string
		passed                  bool // the countries abroad have cells
	}{
		{"SIPRI", "survey", "2021-04-26", "SIPRI-Milex-data-1949-2020.xlsx", "", []string{"-coloured", "-decimals", "2"}, true},
		{"World Bank", "yearbook", "2018-08-01", "API_MS.MIL.XPND.GD.ZS_DS2_en_csv_v2.csv", "world-bank.csv", []string{"-decimals", "2"}, false},
		{"Eurostat SDMX-CSV", "norda", "2026-07-07", "estat_gov_10a_exp.csv", "eurostat.csv", nil, false},
		{"Eurostat TSV", "norda", "2026-07-07", "estat_gov_10a_exp.tsv", "eurostat.tsv", nil, true},
		{"OECD SDMX-CSV", "norda", "2026-07-07", "OECD.SDD.NAD,DSD_NASEC10@DF_TABLE11,1.0.csv", "oecd.csv", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, want := publicationOf(t, c.source, c.day)
			root := t.TempDir()
			without(t, root, c.source, c.day)
			file := filepath.Join(root, c.file)
			if c.layout == "" {
				p.sipri(t, file)
			} else {
				golden.Write(t, file, p.laidOut(t, c.layout))
			}
			args := append([]string{"-root", root, "-source", c.source, "-released", c.day, "-title", "T", "-url", "https://example.org/", "-measure", "share_of_income", "-only-members"}, c.args...)
			status, stdout, stderr := golden.Run(Run, append(args, file)...)
			if status != 0 || stderr != "" {
				t.Fatalf("status %d\n%s\n%s", status, stderr, stdout)
			}
			got := golden.Read(t, filepath.Join(root, "data", c.source, c.day+".csv"))
			if string(got) != want {
				t.Errorf("the file differs: %s", firstDifference(string(got), want))
			}
			if said := strings.Contains(strings.Join(strings.Fields(stdout), " "), "3 names that the report does not follow"); said != c.passed {
				t.Errorf("who is left out:\n%s", stdout)
			}
		})
	}
}
