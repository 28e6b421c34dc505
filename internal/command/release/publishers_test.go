package release

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A row is a line of a release file.
type row struct {
	member, value string
	year          int
	estimate      bool
}

// A publication is a release of the report in the form in which a publisher has it for all the world.
type publication struct {
	rows  []row
	years []int
	names map[string]string // code → name
	iso2  map[string]string // code → code of two letters
}

// abroad are countries that the report does not follow.
var abroad = [][3]string{{"DZA", "DZ", "Algeria"}, {"BRA", "BR", "Brazil"}, {"JPN", "JP", "Japan"}}

// publicationOf reads the shares of income of a release, those of members.
func publicationOf(t *testing.T, source, day string) (p publication, want string) {
	t.Helper()
	read := func(name ...string) []string {
		src, err := os.ReadFile(filepath.Join(append([]string{report, "data"}, name...)...))
		check(t, err)
		return strings.Split(strings.TrimSpace(string(src)), "\n")[1:]
	}
	p.names, p.iso2 = map[string]string{}, map[string]string{}
	for _, line := range read("members.csv") {
		if c := strings.Split(line, ","); c[3] == "member" {
			p.names[c[0]], p.iso2[c[0]] = c[2], c[1]
		}
	}
	want = "member,year,measure,value,status\n"
	for _, line := range read(source, day+".csv") {
		c := strings.Split(line, ",")
		if c[2] != "share_of_income" || p.names[c[0]] == "" {
			continue
		}
		year, err := strconv.Atoi(c[1])
		check(t, err)
		p.rows = append(p.rows, row{c[0], c[3], year, c[4] == "estimate"})
		if !slices.Contains(p.years, year) {
			p.years = append(p.years, year)
		}
		want += line + "\n"
	}
	for _, a := range abroad {
		p.names[a[0]], p.iso2[a[0]] = a[2], a[1]
	}
	slices.Sort(p.years)
	return p, want
}

// members returns the codes of those who have a row in a table.
func (p *publication) members() []string {
	var codes []string
	for code := range p.names {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

func (p *publication) find(member string, year int) (row, bool) {
	i := slices.IndexFunc(p.rows, func(r row) bool { return r.member == member && r.year == year })
	if i < 0 {
		return row{}, false
	}
	return p.rows[i], true
}

// unrounded returns a figure with the further digits of a database.
func unrounded(value string) string { return value + "0217391304348" }

// sipri lays the figures out as the sheet "Share of GDP" of the workbook:
// shares of one shown as percentages, estimates in blue.
func (p *publication) sipri(t *testing.T, file string) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Share of GDP"
	_, err := f.NewSheet(sheet)
	check(t, err)
	form := "0.0%"
	plain, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form, Font: &excelize.Font{Color: "000000"}})
	check(t, err)
	blue, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form, Font: &excelize.Font{Color: "0000FF"}})
	check(t, err)
	for r, text := range []string{"Military expenditure by country as percentage of gross domestic product", "Countries are grouped by region and subregion",
		"Figures in blue are SIPRI estimates. Figures in red indicate highly uncertain data.",
		`"..." = data unavailable. "xxx" = country did not exist or was not independent during all or part of the year in question.`} {
		check(t, f.SetCellStr(sheet, fmt.Sprintf("A%d", r+1), text))
	}
	put := func(column, line int, v any) string {
		ref, err := excelize.CoordinatesToCellName(column, line)
		check(t, err)
		check(t, f.SetCellValue(sheet, ref, v))
		return ref
	}
	put(1, 6, "Country")
	put(2, 6, "Notes")
	put(1, 7, "Europe")
	put(1, 8, "Western Europe")
	for i, year := range p.years {
		put(i+3, 6, year)
		for k, code := range p.members() {
			put(1, k+9, p.names[code])
			found, ok := p.find(code, year)
			if !ok {
				put(i+3, k+9, []string{"...", "xxx"}[k%2])
				continue
			}
			v, err := strconv.ParseFloat(unrounded(found.value), 64)
			check(t, err)
			ref := put(i+3, k+9, v/100)
			check(t, f.SetCellStyle(sheet, ref, ref, map[bool]int{true: blue, false: plain}[found.estimate]))
		}
	}
	check(t, f.DeleteSheet("Sheet1"))
	check(t, f.SaveAs(file))
}

// worldBank lays the figures out as the file that its API gives.
func (p *publication) worldBank() string {
	var b strings.Builder
	b.WriteString("\ufeff\"Data Source\",\"World Development Indicators\",\r\n\r\n\"Last Updated Date\",\"2018-08-01\",\r\n\r\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",")
	for _, y := range p.years {
		fmt.Fprintf(&b, "%q,", strconv.Itoa(y))
	}
	b.WriteString("\r\n")
	for _, code := range p.members() {
		fmt.Fprintf(&b, "%q,%q,\"Military expenditure (%% of GDP)\",\"MS.MIL.XPND.GD.ZS\",", p.names[code], code)
		for _, y := range p.years {
			if r, ok := p.find(code, y); ok {
				fmt.Fprintf(&b, "%q,", unrounded(r.value))
			} else {
				b.WriteString(`"",`)
			}
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// eurostat lays the figures out as SDMX-CSV, as Eurostat gives it.
func (p *publication) eurostat() string {
	var b strings.Builder
	b.WriteString("DATAFLOW,LAST UPDATE,freq,unit,sector,cofog99,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n")
	for _, code := range p.members() {
		for _, y := range p.years {
			r, _ := p.find(code, y)
			flag := map[bool]string{true: "ep", false: []string{"", "b"}[y%2]}[r.estimate]
			fmt.Fprintf(&b, "ESTAT:GOV_10A_EXP(1.0),22/04/24 23:00:00,A,PC_GDP,S13,GF02,TE,%s,%d,%s,%s,\n", p.iso2[code], y, r.value, flag)
		}
	}
	return b.String()
}

// eurostatTabs lays the figures out as the tables of Eurostat's bulk download.
func (p *publication) eurostatTabs() string {
	var b strings.Builder
	b.WriteString(`freq,unit,sector,cofog99,na_item,geo\TIME_PERIOD`)
	for _, y := range p.years {
		fmt.Fprintf(&b, "\t%d ", y)
	}
	for _, code := range p.members() {
		fmt.Fprintf(&b, "\nA,PC_GDP,S13,GF02,TE,%s", p.iso2[code])
		for _, y := range p.years {
			r, ok := p.find(code, y)
			switch {
			case !ok:
				b.WriteString("\t: c")
			case r.estimate:
				b.WriteString("\t" + r.value + " ep")
			default:
				b.WriteString("\t" + r.value + " ")
			}
		}
	}
	return b.String() + "\n"
}

// oecd lays the figures out as the OECD's SDMX-CSV with labels.
func (p *publication) oecd() string {
	var b strings.Builder
	b.WriteString("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency of observation,MEASURE,Measure,UNIT_MEASURE,Unit of measure," +
		"TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier,DECIMALS,Decimals\r\n")
	for _, code := range p.members() {
		for _, y := range p.years {
			r, ok := p.find(code, y)
			status := map[bool]string{true: "E,Estimated value", false: "A,Normal value"}[r.estimate]
			if !ok {
				status = "M,Missing value; data cannot exist"
			}
			fmt.Fprintf(&b, "DATAFLOW,OECD.SDD.NAD:DSD_NASEC10@DF_TABLE11(1.0),\"Expenditure by function, total\",I,%s,%s,A,Annual,OTE,Total,PT_B1GQ,Percentage of GDP,%d,,%s,,%s,0,Units,2,Two\r\n",
				code, p.names[code], y, r.value, status)
		}
	}
	return b.String()
}

// TestPublishers lays releases out as other publishers have theirs and imports each in one command: the file must be
// the release's own, byte for byte. With the tables of TestWholeRelease these are six layouts.
func TestPublishers(t *testing.T) {
	for _, c := range []struct {
		name, source, day, file string
		sheet                   func(p *publication) string
		args                    []string
		passed                  bool // the countries abroad have cells
	}{
		{"SIPRI", "survey", "2021-04-26", "SIPRI-Milex-data-1949-2020.xlsx", nil, []string{"-coloured", "-decimals", "2"}, true},
		{"World Bank", "yearbook", "2018-08-01", "API_MS.MIL.XPND.GD.ZS_DS2_en_csv_v2.csv", (*publication).worldBank, []string{"-decimals", "2"}, false},
		{"Eurostat SDMX-CSV", "norda", "2026-07-07", "estat_gov_10a_exp.csv", (*publication).eurostat, nil, false},
		{"Eurostat TSV", "norda", "2026-07-07", "estat_gov_10a_exp.tsv", (*publication).eurostatTabs, nil, true},
		{"OECD SDMX-CSV", "norda", "2026-07-07", "OECD.SDD.NAD,DSD_NASEC10@DF_TABLE11,1.0.csv", (*publication).oecd, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, want := publicationOf(t, c.source, c.day)
			root := t.TempDir()
			without(t, root, c.source, c.day)
			file := filepath.Join(root, c.file)
			if c.sheet == nil {
				p.sipri(t, file)
			} else {
				check(t, os.WriteFile(file, []byte(c.sheet(&p)), 0o666))
			}
			args := append([]string{"-root", root, "-source", c.source, "-released", c.day, "-title", "T", "-url", "https://example.org/", "-measure", "share_of_income", "-only-members"}, c.args...)
			var stdout, stderr bytes.Buffer
			if status := Run(append(args, file), &stdout, &stderr); status != 0 || stderr.Len() > 0 {
				t.Fatalf("status %d\n%s\n%s", status, &stderr, &stdout)
			}
			got, err := os.ReadFile(filepath.Join(root, "data", c.source, c.day+".csv"))
			check(t, err)
			if string(got) != want {
				t.Errorf("the file differs: %s", firstDifference(string(got), want))
			}
			if said := strings.Contains(strings.Join(strings.Fields(stdout.String()), " "), "3 names that the report does not follow"); said != c.passed {
				t.Errorf("who is left out:\n%s", &stdout)
			}
		})
	}
}
