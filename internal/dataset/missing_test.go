package dataset_test

import (
	"strings"
	"testing"
)

// TestGaps checks which releases covered a year without a figure in data/.
func TestGaps(t *testing.T) {
	files := aidWith("")
	files[notesFile] = "gone"
	files["data/dac/source.toml"] = "name = \"DAC\"\npublisher = \"OECD\"\n" +
		"[[release]]\ndate = 2019-04-10\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\nfrom = 2010\nto = 2018\n[[release]]\ndate = 2020-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n" +
		"[[missing]]\ndate = 2018-04-09\ntitle = \"Aid in 2017\"\nwhy = \"Announced, not found.\"\nfrom = 2010\nto = 2017\n" +
		"[[missing]]\ndate = 2021-04-13\ntitle = \"Aid in 2020\"\nwhy = \"Announced, not found.\"\n"
	d := sound(files)
	for _, c := range []struct {
		asOf, member string
		year         int
		want         string
	}{
		{"2021-12-31", "SWE", 2016, "2018-04-09, 2019-04-10"},
		{"2021-12-31", "SWE", 2017, "2018-04-09"},
		{"2021-12-31", "TUR", 2017, "2018-04-09, 2019-04-10"},
		{"2018-12-31", "TUR", 2017, "2018-04-09"},
		{"2021-12-31", "SWE", 2019, ""},
		{"2021-12-31", "SWE", 2020, ""}, // the years of the release of 2021 are not known
	} {
		var got []string
		for _, g := range d.AsOf(day(c.asOf)).Gaps("dac", c.member, c.year, "oda") {
			got = append(got, g.String())
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s %d as of %s: got %q, want %q", c.member, c.year, c.asOf, s, c.want)
		}
	}
}

// TestGapsOfNobody holds that a source or a member that does not exist has no gaps.
func TestGapsOfNobody(t *testing.T) {
	v := whole().AsOf(day("2026-11-23"))
	if got := append(v.Gaps("nobody", "GBL", 2016, "share_of_income"), v.Gaps("norda", "GLB", 2016, "share_of_income")...); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

// TestSeries checks that a source may repeat the series of another, and that one that does not is reported.
func TestSeries(t *testing.T) {
	bank := func(row string) map[string]string {
		files := aidWith("")
		files[notesFile] = "gone"
		files["data/bank/source.toml"] = "name = \"Bank\"\npublisher = \"Bank\"\n[[release]]\ndate = 2020-07-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\nseries_of = \"dac\"\n"
		files["data/bank/2020-07-01.csv"] = "member,year,measure,value,status\nSWE,2018,oda,1.07,actual\n" + row
		return files
	}
	d := sound(bank("TUR,2018,oda,1.1,actual\nTUR,2016,oda,0.9,actual\n"))
	v := d.AsOf(day("2020-12-31"))
	f, _ := v.Figure("bank", "TUR", 2018, "oda")
	if o := f.Original(); o == nil || o.Source != "dac" || o.Value != 1.11 || o.Released != day("2020-04-16") {
		t.Errorf("1.1 repeats %+v, want 1.11 of the newest release", o)
	}
	if f, _ = v.Figure("bank", "TUR", 2016, "oda"); f.Original() != nil {
		t.Error("a figure that the other source does not have has an original")
	}
	if f, _ = v.Figure("dac", "TUR", 2018, "oda"); f.Original() != nil {
		t.Error("a figure of the series itself has an original")
	}
	own, copies := v.BySource("TUR", 2018, "oda")
	if len(own) != 1 || own[0].Source != "dac" || len(copies) != 1 || copies[0].Source != "bank" {
		t.Errorf("2018 has the figures %v and the copies %v, want one of each", own, copies)
	}
	if own, copies = v.BySource("TUR", 2016, "oda"); len(own) != 1 || own[0].Source != "bank" || len(copies) != 0 {
		t.Errorf("2016 has the figures %v and the copies %v, want the bank's own", own, copies)
	}
	_, errs := load(bank("TUR,2018,oda,1.2,actual\n"))
	if want := "data/bank/2020-07-01.csv:3:1: 1 of 2 figures differ from the series of DAC, released 2020-04-16, such as TUR 2018: 1.2, there 1.11"; !strings.Contains(errs, want) {
		t.Errorf("got %s\nwant %s", errs, want)
	}
	files := bank("")
	files["data/bank/2020-07-01.csv"] = "member,year,measure,value,status\nSWE,2001,oda,1.07,actual\n"
	if _, errs = load(files); !strings.Contains(errs, "data/bank/source.toml:7:13: series_of: no release of DAC up to 2020-07-01 has its figures") {
		t.Error(errs)
	}
	files["data/members.csv"] = small["data/members.csv"] + "\xff\n"
	if _, errs = load(files); strings.Contains(errs, "has its figures") {
		t.Errorf("figures whose members could not be read: %s", errs)
	}
}
