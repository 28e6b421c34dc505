package ask

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/report"
)

var root = filepath.Join("..", "..", "..", "cmd", "build", "testdata", "base")

func ask(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = Run(append([]string{"-root", root, "-as-of", "2020-06-01"}, args...), &out, &errs)
	return status, out.String(), errs.String()
}

// What a reference says, as an editor reads it.
func TestAsk(t *testing.T) {
	for _, c := range []struct{ ref, want string }{
		{"DNK/2018?as-of=2019-05-02", `fact     DNK/2018?as-of=2019-05-02
figure   0.72% (estimate)
is       Denmark, 2018: aid as a share of national income
known on 2019-05-02
edition  DAC, released 2019-04-10, Aid in 2018, https://example.org/aid-in-2018
row      data/dac/2019-04-10.csv:4
since    revised to 0.69% (DAC, released 2020-04-16, data/dac/2020-04-16.csv:4)
`},
		{"fact:donors/2018/meeting?as-of=2019-05-02", `fact     donors/2018/meeting?as-of=2019-05-02
figure   3 of 5 (estimate)
is       Donors, 2018: at or above 0.7% of GNI
known on 2019-05-02
edition  DAC, released 2019-04-10, Aid in 2018, https://example.org/aid-in-2018
rests on DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency
since    revised to 2 of 5 (DAC, released 2020-04-16)
`},
		{"donors/2019", `fact     donors/2019
figure   6
is       Donors, 2019: number of donors
known on 2020-06-01
edition  none: days of joining are in data/members.csv
since    as it was
`},
		{"DNK/2018?source=bank", `fact     DNK/2018?source=bank
figure   0.68%
is       Denmark, 2018: aid as a share of national income
known on 2020-06-01
edition  Bank, released 2019-07-01, Indicators, https://example.org/indicators
row      data/bank/2019-07-01.csv:2
since    it is the newest figure
`},
		{"SWE/2018/meets?as-of=2019-05-02", `fact     SWE/2018/meets?as-of=2019-05-02
figure   1.04% (estimate), meets 0.7% of GNI
is       Sweden, 2018: whether it meets 0.7% of GNI
known on 2019-05-02
edition  DAC, released 2019-04-10, Aid in 2018, https://example.org/aid-in-2018
row      data/dac/2019-04-10.csv:10
since    the same in DAC, released 2020-04-16
`},
	} {
		if status, got, wrong := ask(c.ref); status != 0 || got != c.want || wrong != "" {
			t.Errorf("%s: status %d, got\n%swant\n%s%s", c.ref, status, got, c.want, wrong)
		}
	}
}

// An amount at other prices is no revision, and no words are not quoted.
func TestOther(t *testing.T) {
	dir := golden.Copy(t, os.DirFS(root))
	golden.Write(t, filepath.Join(dir, "data", "measures.toml"), `[oda]
name = "Aid as a share of national income"
unit = "percent"
decimals = 2
definition = "Aid."
[gni]
name = "National income"
unit = "usd_million"
constant = true
definition = "Income."
`)
	golden.Write(t, filepath.Join(dir, "data", "dac", "2019-12-01.csv"),
		"member,year,measure,value,status\nFRA,2018,oda,0.45,estimate\nFRA,2018,gni,2500000,estimate\n")
	source, err := os.ReadFile(filepath.Join(dir, "data", "dac", "source.toml"))
	if err != nil {
		t.Fatal(err)
	}
	prices := strings.NewReplacer("2019-12-01\n", "2019-12-01\nprice_year = 2015\n",
		"2020-04-16\n", "2020-04-16\nprice_year = 2018\n").Replace(string(source))
	golden.Write(t, filepath.Join(dir, "data", "dac", "source.toml"), prices)
	want := "since    $2,775,000 million in DAC, released 2020-04-16, counted otherwise or at other prices\n"
	if status, got, wrong := ask("FRA/2018/gni?as-of=2020-01-01", "-root", dir); status != 0 || wrong != "" ||
		!strings.HasSuffix(got, want) {
		t.Errorf("status %d, got\n%s%s", status, got, wrong)
	}
	want = "ask: not so: FRA is short of 0.7% of GNI with 0.43% "
	if status, _, wrong := ask("FRA/2018/meets"); status != 1 || !strings.HasPrefix(wrong, want) {
		t.Errorf("status %d, %s", status, wrong)
	}
}

// A link is checked as it would be in an article.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		link   string
		status int
		want   string
	}{
		{"[0.69%](fact:DNK/2018)", 0, ""},
		{"[](fact:DNK/2018)", 0, ""},
		{`[0.69%](fact:DNK/2018 "said")`, 0, ""},
		{"[0.72%](fact:DNK/2018)", 1, "ask: \"0.72%\" disagrees with 0.69% (DAC, released 2020-04-16: DNK 0.69)\n\thint: it is the figure of 2019-04-10, ?released=2019-04-10; that of 2020-04-16 is at data/dac/2020-04-16.csv:4:1\n"},
		{"[fell short](SWE/2018/meets)", 1, "ask: \"fell short\" says the opposite of its fact"},
	} {
		if status, got, wrong := ask(c.link); status != c.status || !strings.HasPrefix(wrong, c.want) || c.want == "" && wrong != "" || !strings.Contains(got, "figure   ") {
			t.Errorf("%s: status %d, %s%s", c.link, status, got, wrong)
		}
	}
}

// The answer for programs is what facts.json of an article lists.
func TestJSON(t *testing.T) {
	status, out, _ := ask("[0.72%](fact:DNK/2018?as-of=2019-05-02)", "-format", "json")
	var r report.Record
	if err := json.Unmarshal([]byte(out), &r); err != nil || status != 0 {
		t.Fatalf("status %d, %v: %s", status, err, out)
	}
	if r.Verdict != report.Holds || r.Figure.Value != 0.72 || !r.Figure.Estimate || r.Edition.Released != "2019-04-10" || r.Row.Line != 4 ||
		r.Row.URL != "https://example.org/aid/data/dac/2019-04-10.csv#row=4" || r.Revised.Figure.Text != "0.69%" || r.Words[0] != "0.72%" {
		t.Errorf("got %s", out)
	}
	if status, out, _ = ask("[0.1%](fact:DNK/2018)", "-format", "json"); status != 1 || !strings.Contains(out, `"verdict": "fails"`) {
		t.Errorf("status %d: %s", status, out)
	}
	if _, out, _ = ask("donors/2018/meeting?as-of=2019-05-02", "-format", "json"); !strings.Contains(out, `"of": 5`) || strings.Count(out, `"member": `) != 4 {
		t.Errorf("a count lacks what it rests on: %s", out)
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{nil, 2, "ask: nothing is asked for\n\thint: write a reference as in an article, "},
		{[]string{"a", "b"}, 2, "ask: one reference at a time, not 2\n"},
		{[]string{"[0.72%](fact:DNK/2018) of [5](fact:donors/2018)"}, 2, "ask: \"[0.72%](fact:DNK/2018) of [5](fact:donors/2018)\" is not one link\n"},
		{[]string{"DNK/2018", "-format", "xml"}, 2, "ask: -format xml: formats are text and json\n"},
		{[]string{"DNK/2018", "-root", "nowhere"}, 2, "ask: -root nowhere: no such file or directory\n"},
		{[]string{"Denmark/2018"}, 1, "ask: unknown member \"Denmark\"\n\thint: write DNK, the code of Denmark; codes are in data/members.csv\n"},
		{[]string{"DNK"}, 1, "ask: \"fact:DNK\" has no year\n\thint: add it: fact:DNK/2019\n"},
		{[]string{"DNK/2050"}, 1, "ask: no oda of Denmark for 2050 by DAC as known on 2020-06-01\n"},
	} {
		if status, got, wrong := ask(c.args...); status != c.status || !strings.HasPrefix(wrong, c.want) || got != "" {
			t.Errorf("%v: status %d, got %s%s, want %s", c.args, status, got, wrong, c.want)
		}
	}
	broken := golden.Copy(t, os.DirFS(root))
	golden.Write(t, filepath.Join(broken, "data", "bank", "2019-07-01.csv"), "member\n")
	if status, got, wrong := ask("DNK/2018", "-root", broken); status != 1 || got != "" || !strings.Contains(wrong, "data/bank/2019-07-01.csv:1:") || !strings.Contains(wrong, "correct this first") {
		t.Errorf("of a report with a bad file: status %d, %s%s", status, got, wrong)
	}
}
