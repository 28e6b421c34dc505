package dataset_test

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

// books is a report whose figures are related: a share of spending over income, growth of spending, two parts of
// spending, and a total of two members, the second of which joins in 2020.
var books = map[string]string{
	"data/members.csv": "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\nSWE,SE,Sweden,member,1965-01-01,Europe,,0,0\n" +
		"FIN,FI,Finland,member,2020-04-04,Europe,,1,0\nISL,IS,Iceland,member,1961-01-01,Europe,no forces,2,0\nALL,,All,aggregate,,,,,\n",
	"data/aggregates.toml": "[ALL]\n",
	"data/measures.toml": `[share]
name = "Share"
unit = "percent"
quotient = "spending / gni"
[spending]
name = "Spending"
unit = "usd_million"
[gni]
name = "GNI"
unit = "usd_million"
[rise]
name = "Rise"
unit = "percent"
growth_of = "spending"
max = 1000
[people]
name = "People"
unit = "percent"
breakdown = "spending"
[arms]
name = "Arms"
unit = "percent"
breakdown = "spending"
`,
	"data/guidelines.toml": "[mark]\nname = \"2%\"\nmeasure = \"share\"\nat_least = 2\nadopted = 2014-09-05\n",
	"data/dac/2020-04-16.csv": "member,year,measure,value,status\n" +
		"SWE,2019,gni,1000,actual\nSWE,2019,spending,100,actual\nSWE,2020,spending,110,actual\nSWE,2019,share,10.0,actual\nSWE,2020,rise,10.0,actual\n" +
		"SWE,2019,arms,40,actual\nSWE,2019,people,60.4,actual\n" +
		"FIN,2019,spending,80,actual\nFIN,2020,spending,84,actual\n" +
		"ALL,2019,spending,100,actual\nALL,2020,spending,194,actual\nALL,2020,rise,94.0,actual\n",
}

func booksWith(changes ...string) map[string]string {
	files := maps.Clone(books)
	const rows = "data/dac/2020-04-16.csv"
	for i := 0; i+1 < len(changes); i += 2 {
		files[rows] = strings.Replace(files[rows], changes[i], changes[i+1], 1)
	}
	return files
}

// TestAuditNoted checks that a doubt answers a difference, and that both numbers are kept.
func TestAuditNoted(t *testing.T) {
	files := booksWith("SWE,2019,share,10.0,", "SWE,2019,share,10.2,")
	files[notesFile] = "[[note]]\nmeasure = \"share\"\nmembers = [\"SWE\"]\nkind = \"doubt\"\ntext = \"Printed so.\"\n"
	d := sound(files)
	list := d.Differences
	if len(list) != 1 || list[0].Figure.Value != 10.2 || list[0].Computed != 10 || list[0].Note == nil {
		t.Errorf("got %+v, want 10.2 against 10 with its note", list)
	}
	files[notesFile] = strings.Replace(files[notesFile], "doubt", "definition", 1)
	if _, errs := load(files); !strings.Contains(errs, "share of SWE disagrees") {
		t.Errorf("a note of another kind answered a difference: %s", errs)
	}
}

// TestLikeForLike checks that a new member does not count as growth.
func TestLikeForLike(t *testing.T) {
	d := sound(books)
	v := d.AsOf(day("2020-12-31"))
	terms := dataset.Terms{Source: "dac", Measure: "share", Guideline: "mark", Growth: "rise", Collective: "donors"}
	a, err := v.Ask(terms, dataset.Query{Subject: "ALL", Year: 2020, Measure: "like_for_like"})
	if err != nil || dataset.Plain(a.Value, a.Decimals) != "7.8" || len(a.Figures) != 4 {
		t.Errorf("got %+v, %v; want 7.8%%, 194 over 180, where 94%% is printed", a, err)
	}
	if _, err := v.Ask(terms, dataset.Query{Subject: "SWE", Year: 2020, Measure: "like_for_like"}); err == nil || !strings.Contains(err.Error(), "whose members are known, not to Sweden") {
		t.Errorf("for a member: %v", err)
	}
	if _, err := v.Ask(terms, dataset.Query{Subject: "ALL", Year: 2019, Measure: "like_for_like"}); err == nil {
		t.Error("a year without printed growth has growth")
	}
}

// TestAuditOfSettings checks that what a report's settings say of its figures is audited as well.
func TestAuditOfSettings(t *testing.T) {
	terms := dataset.Terms{Measure: "share", Spending: "spending", Total: "ALL"}
	for _, c := range []struct {
		name, of, aggregates, rows, want string
		terms                            dataset.Terms
	}{
		{"a share", "gni", "", "SWE,2019,share,10.2,actual\n", "share of SWE disagrees with spending / gni in 2019: printed 10.2", terms},
		{"a total", "", "", "ALL,2020,spending,196,actual\n", "spending of ALL disagrees with the sum of its members in 2020", terms},
		{"a share of nothing", "", "", "SWE,2019,share,10.2,actual\n", "", terms},
		{"a share of the spending", "spending", "", "SWE,2019,share,10.2,actual\n", "", terms},
		{"no settings", "gni", "", "SWE,2019,share,10.2,actual\nALL,2020,spending,196,actual\n", "", dataset.Terms{}},
		{"a total that is not listed", "", "[REST]\n", "ALL,2020,spending,196,actual\n", "", terms},
	} {
		files := maps.Clone(books)
		files["data/members.csv"] += "REST,,Rest,aggregate,,,,,\n"
		files["data/aggregates.toml"] = c.aggregates
		files["data/measures.toml"] = strings.Replace(files["data/measures.toml"], "quotient = \"spending / gni\"", "of = \""+c.of+"\"", 1)
		files["data/dac/2020-04-16.csv"] = "member,year,measure,value,status\nSWE,2019,gni,1000,actual\nSWE,2019,spending,100,actual\n" +
			"SWE,2020,spending,110,actual\nFIN,2020,spending,84,actual\n" + c.rows
		d, got := loadFor(files, c.terms)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || (len(d.Differences) > 0) != (c.want != "") {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if d.Audited != (c.want != "") {
			t.Errorf("%s: it says that figures could be compared: %v", c.name, d.Audited)
		}
	}
}
