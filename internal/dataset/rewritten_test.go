package dataset_test

import (
	"maps"
	"strings"
	"testing"
)

// TestRewritten checks that changes to published figures are reported.
func TestRewritten(t *testing.T) {
	const rel, source = "data/dac/2020-04-16.csv", "data/dac/source.toml"
	bank := map[string]string{"data/bank/source.toml": strings.ReplaceAll(small[source], "DAC", "Bank"), "data/bank/2020-04-16.csv": small[rel]}
	with := func(changes map[string]string) map[string]string {
		files := maps.Clone(bank)
		maps.Copy(files, changes)
		return files
	}
	former := sound(bank)
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
		{"two values", map[string]string{rel: strings.NewReplacer("0.99", "0.98", "1.15", "1.16").Replace(small[rel])}, rel + ":2:1: a published release was changed: SWE 2019 oda was 0.99, is now 0.98; TUR 2019 oda was 1.15, is now 1.16" + hint},
		{"of another source", map[string]string{"data/bank/2020-04-16.csv": strings.Replace(small[rel], "0.99", "0.98", 1)}, "data/bank/2020-04-16.csv:2:1: a published release was changed"},
		{"a release less", map[string]string{"data/bank/source.toml": "gone", "data/bank/2020-04-16.csv": "gone"}, "data/bank/2020-04-16.csv: the release was removed\n\thint: a published release must stay"},
		{"its decimals", replaced(rel, "SWE,2019,oda,0.99,actual", "SWE,2019,oda,0.990,actual"), "SWE 2019 oda was 0.99, is now 0.990"},
		{"its status", replaced(rel, "SWE,2019,oda,0.99,actual", "SWE,2019,oda,0.99,estimate"), "SWE 2019 oda was actual, is now an estimate"},
		{"a row less", replaced(rel, "SWE,2019,oda,0.99,actual\n", ""), "data/dac/source.toml:3:1: a published release was changed: SWE 2019 oda is gone"},
		{"with a reason", corrected, ""},
	} {
		d, errs := load(with(c.changes))
		if errs != "" {
			t.Fatal(c.name, errs)
		}
		got := d.Rewritten(former).Error()
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		again, _ := load(with(c.changes))
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
