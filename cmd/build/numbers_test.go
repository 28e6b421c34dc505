package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// oddNumbers are what a spreadsheet, a script or ill will may put where a number belongs.
var oddNumbers = []string{
	"nan", "NaN", "inf", "+inf", "-inf", "Infinity", "1e308", "-1e308", "1e-308", "1E400", "-0", "-0.0", "0x10", "1_000", "٣",
	strings.Repeat("9", 400), "0." + strings.Repeat("0", 400) + "1", "-" + strings.Repeat("1234567890", 40), "2." + strings.Repeat("0", 400),
	"9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999", "0", "",
}

// numberPlaces are where an editor writes numbers in the tiny report: the file, what stands there, and %s for the
// number.
var numberPlaces = []struct{ file, from, to string }{
	{"data/dac/2019-04-10.csv", "SWE,2018,oda,1.04", "SWE,2018,oda,%s"},
	{"data/dac/2019-04-10.csv", "SWE,2018,oda,1.04", "SWE,%s,oda,1.04"},
	{"data/dac/2020-04-16.csv", "FRA,2018,gni,2775000", "FRA,2018,gni,%s"},
	{"data/measures.toml", "decimals = 2", "decimals = %s"},
	{"data/measures.toml", "decimals = 2", "decimals = 2\nmin = %s"},
	{"data/measures.toml", "decimals = 2", "decimals = 2\nmax = %s"},
	{"data/guidelines.toml", "at_least = 0.7", "at_least = %s"},
	{"data/guidelines.toml", "adopted = 1970-10-24", "adopted = %s"},
	{"data/guidelines.toml", "due = 2030-12-31", "due = %s"},
	{"data/dac/source.toml", "date = 2019-04-10", "date = 2019-04-10\nprice_year = %s"},
	{"data/dac/source.toml", "date = 2019-04-10", "date = %s"},
	{"config.toml", "title =", "unsafe_html = %s\ntitle ="},
	{"content/articles/2019-05-02-three-donors.md", "year = 2018", "year = %s"},
	{"content/articles/2019-05-02-three-donors.md", "date = 2019-05-02", "date = %s"},
	{"content/articles/2019-05-02-three-donors.md", "date = 2019-05-02", "date = 2019-05-02\nas_of = %s"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "[](fact:SWE/%s)"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "[](fact:SWE/%s..2018/change)"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "[](fact:SWE/2018?as-of=%s)"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "[](fact:SWE/2018?released=%s)"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "[%s](fact:SWE/2018)"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "[%s%%](fact:SWE/2018)"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "[$%sbn](fact:FRA/2018/gni)"},
	{"content/articles/2019-05-02-three-donors.md", "[](fact:SWE/2018)", "some −%s%% of it"},
	{"content/pages/methods.md", "title =", "order = %s\ntitle ="},
	{"data/guidelines.toml", "at_least = 0.7", "at_most = %s"},
	{"data/guidelines.toml", "at_least = 0.7", "at_least = 0.1\nat_most = %s"},
	{"data/guidelines.toml", "at_least = 0.7", "at_least = 0.7\npart_of = %s"},
	{"data/guidelines.toml", "[one]", "[un.own]\nDNK = %s\n[one]"},
	{"data/units.toml", "", "[doses]\nplural = \"doses\"\nscale = %s\n"},
	{"data/dac/notes.toml", "", "[[note]]\nmeasure = \"oda\"\ntext = \"T\"\nkind = \"break\"\nfrom = %s\n"},
	{"data/dac/notes.toml", "", "[[note]]\nmeasure = \"oda\"\ntext = \"T\"\nkind = \"break\"\nreleased_to = %s\n"},
	{"data/dac/source.toml", "date = 2019-04-10", "date = 2019-04-10\nfrom = %s"},
	{"data/dac/source.toml", "date = 2019-04-10", "date = 2019-04-10\ncutoff = %s"},
	{"data/dac/source.toml", "[[release]]", "[[missing]]\ndate = 2018-01-01\ntitle = \"T\"\nwhy = \"W\"\nto = %s\n\n[[release]]"},
	{"data/members.csv", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1", "DNK,DK,Denmark,member,%s,Europe,,1,1"},
	{"data/members.csv", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1", "DNK,DK,Denmark,member,1963-01-01,Europe,,%s,1"},
	{"data/outlines.geojson", "", `{"features": [{"properties": {"member": "DNK"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[8, 55], [%s, 57], [10, 55], [8, 55]]]]}}]}`},
	{"content/claims/a.toml", "", "who = \"A\"\nsaid = \"S\"\ndate = %s\nfact = \"SWE/2018\"\nwords = \"1.04%%\"\nurl = \"https://example.org/\"\n"},
	{"content/claims/a.toml", "", "who = \"A\"\nsaid = \"S\"\ndate = 2019-05-01\nfact = \"SWE/2018\"\nwords = \"%s%%\"\nurl = \"https://example.org/\"\n"},
	{"content/articles/2019-05-02-three-donors.md", "kind = \"distance\"\nyear = 2018", "kind = \"meeting\"\nfrom = %s"},
	{"content/articles/2019-05-02-three-donors.md", "kind = \"distance\"\nyear = 2018", "kind = \"heatmap\"\nto = %s"},
	{"content/articles/2019-05-02-three-donors.md", "kind = \"distance\"\nyear = 2018", "kind = \"bridge\"\nmembers = [\"DNK\"]\nyear = 2018\nreleased_from = %s\nreleased_to = 2019-05-01"},
	{"content/articles/2019-05-02-three-donors.md", "```chart\nkind = \"distance\"\nyear = 2018", "```table\nyear = %s"},
}

// These are what a reader of the site must never see, and a line of a message that nobody can read.
var (
	notANumber  = regexp.MustCompile(`\b(NaN|[+-]?Inf|Infinity)\b|[0-9]e[+-][0-9]`)
	longMessage = regexp.MustCompile(`(?m)^.{700,}$`)
	withPlace   = regexp.MustCompile(`(?m)^(config\.toml|data/|content/)[^ ]*:\d+:\d+: `)
)

// TestExtremeFigures builds a report whose figures are as small or as large as they may be: all of them, or those of
// one member in the newest edition. It takes no longer, and no page shows what is not a number.
func TestExtremeFigures(t *testing.T) {
	every, one := regexp.MustCompile(`(?m)^(\w+,\d+,\w+),[^,\n]+`), regexp.MustCompile(`(?m)^(SWE,2019,\w+),[^,\n]+`)
	for _, which := range []*regexp.Regexp{every, one} {
		for _, value := range []string{"0", "-0", "0.000000001", "999999999999999"} {
			root := edited(map[string]string{
				"config.toml": string(baseFiles()["config.toml"].Data) + "spending = \"gni\"\ntotal = \"ALL\"\n",
				"data/measures.toml": strings.ReplaceAll(string(baseFiles()["data/measures.toml"].Data), "decimals = 2", "decimals = 2\nmax = 999999999999999") +
					"[people]\nname = \"People\"\nunit = \"persons\"\n",
				"data/bank/2019-07-01.csv":                    string(baseFiles()["data/bank/2019-07-01.csv"].Data) + "SWE,2018,people,1000,actual\nSWE,2019,people,1000,actual\nDNK,2018,people,1000,actual\n",
				"content/articles/2019-05-02-three-donors.md": "+++\ntitle = \"T\"\ndate = 2019-05-02\nsummary = \"S\"\nas_of = \"latest\"\n+++\n\n" + "```chart\nkind = \"distance\"\n```\n\n```chart\nkind = \"heatmap\"\n```\n\n```chart\nkind = \"map\"\n```\n",
				methods: plainMethods,
			})
			for name, file := range root {
				if strings.HasPrefix(name, "data/dac/2") || strings.HasPrefix(name, "data/bank/2") {
					root[name] = &fstest.MapFile{Data: which.ReplaceAll(file.Data, []byte("$1,"+value))}
				}
			}
			files, problems := buildEdited(t, root)
			if files == nil || len(files) > 400 {
				t.Errorf("%s: %d files\n%s", value, len(files), problems)
			}
			for path, data := range files {
				if !utf8.Valid(data) || strings.HasPrefix(path, "assets/") {
					continue // a picture, a workbook or a script
				}
				if m := notANumber.Find(data); m != nil {
					t.Errorf("%s for %s: %s shows %s", value, which, path, m)
				}
			}
		}
	}
}

// oneIn is how many of a long list of trials one stands for: all are made with LONG=1 in the environment, and few in
// short mode.
func oneIn(usual int) int {
	switch {
	case os.Getenv("LONG") != "":
		return 1
	case testing.Short():
		return 4 * usual
	}
	return usual
}

// TestOddNumbers puts every odd number in every place: the build panics at none, says where it stands and repeats no
// more of it than can be read; and where it takes one, no page shows what is not a number.
func TestOddNumbers(t *testing.T) {
	for i, p := range numberPlaces {
		for j, n := range oddNumbers {
			if (i+j)%oneIn(9) != 0 {
				continue
			}
			change := edit{p.file, p.from, fmt.Sprintf(p.to, n)}
			name := fmt.Sprintf("%s: %.80s", p.file, change.to)
			files, problems := buildEdited(t, mistaken(t, []edit{change}), "-check") // pictures have no numbers to be read
			if long := longMessage.FindString(problems); long != "" {
				t.Errorf("%s: a message of %d characters: %.300s", name, len(long), long)
			}
			if problems != "" && !withPlace.MatchString(problems) {
				t.Errorf("%s: no place in %.300s", name, problems)
			}
			for path, data := range files {
				if strings.HasPrefix(path, "assets/") || strings.Contains(change.to, "some") { // where it is not read as a number
					continue
				}
				if m := notANumber.Find(data); m != nil {
					t.Errorf("%s: %s shows %s", name, path, m)
				}
			}
		}
	}
}
