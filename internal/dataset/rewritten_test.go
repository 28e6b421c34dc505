package dataset_test

import (
	"strings"
	"testing"
)

// TestRewritten checks that changes to published figures are reported.
func TestRewritten(t *testing.T) {
	const rel, source = "data/dac/2020-04-16.csv", "data/dac/source.toml"
	former, errs := load(nil)
	if errs != "" {
		t.Fatal(errs)
	}
	replaced := func(file, from, to string) map[string]string {
		if !strings.Contains(small[file], from) {
			t.Fatalf("%s has no %q", file, from)
		}
		return map[string]string{file: strings.Replace(small[file], from, to, 1)}
	}
	corrected := replaced(source, "title =", "corrected = \"Misread.\"\ntitle =")
	corrected[rel] = strings.Replace(small[rel], "SWE,2019,oda,0.99,actual", "SWE,2019,oda,0.98,actual", 1)
	const hint = "\n\thint: a revision is a release of its own; if the copy here was wrong, add corrected = \"why\" to its [[release]]"
	for _, c := range []struct {
		name    string
		changes map[string]string
		want    string
	}{
		{"nothing", nil, ""},
		{"a row more", map[string]string{rel: small[rel] + "SWE,2001,oda,0.77,actual\n"}, ""},
		{"a value", replaced(rel, "SWE,2019,oda,0.99,actual", "SWE,2019,oda,0.98,actual"), "2:1: a published release was changed: SWE 2019 oda was 0.99, is now 0.98" + hint},
		{"its decimals", replaced(rel, "SWE,2019,oda,0.99,actual", "SWE,2019,oda,0.990,actual"), "SWE 2019 oda was 0.99, is now 0.990"},
		{"its status", replaced(rel, "SWE,2019,oda,0.99,actual", "SWE,2019,oda,0.99,estimate"), "SWE 2019 oda was actual, is now an estimate"},
		{"a row less", replaced(rel, "SWE,2019,oda,0.99,actual\n", ""), "data/dac/source.toml:3:1: a published release was changed: SWE 2019 oda is gone"},
		{"with a reason", corrected, ""},
	} {
		d, errs := load(c.changes)
		if errs != "" {
			t.Fatal(c.name, errs)
		}
		got := d.Rewritten(former).Error()
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		again, _ := load(c.changes)
		if errs := again.Rewritten(d); len(errs) > 0 {
			t.Errorf("%s: the same again: %v", c.name, errs)
		}
	}
	d, _ := load(corrected)
	corrected[rel] = small[rel]
	if twice, _ := load(corrected); len(twice.Rewritten(d)) != 1 {
		t.Error("the reason for a first correction was accepted for a second")
	}
}
