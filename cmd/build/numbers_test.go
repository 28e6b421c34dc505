package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// oddNumbers are what a spreadsheet, a script or ill will may put where a number belongs.
var oddNumbers = []string{
	"nan", "NaN", "inf", "+inf", "-inf", "Infinity", "1e308", "-1e308", "1e-308", "1E400", "-0", "-0.0", "0x10", "1_000", "٣",
	strings.Repeat("9", 400), "0." + strings.Repeat("0", 400) + "1", "-" + strings.Repeat("1234567890", 40), "2." + strings.Repeat("0", 400),
	"9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999", "0", "",
}

// numberPlaces are where an editor writes numbers in the tiny report: the file, what stands there, and %s for the number.
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
}

// These are what a reader of the site must never see, and a line of a message that nobody can read.
var (
	notANumber  = regexp.MustCompile(`\b(NaN|[+-]?Inf|Infinity)\b|[0-9]e[+-][0-9]`)
	longMessage = regexp.MustCompile(`(?m)^.{700,}$`)
	withPlace   = regexp.MustCompile(`(?m)^(config\.toml|data/|content/)[^ ]*:\d+:\d+: `)
)

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
			if (i+j)%oneIn(6) != 0 {
				continue
			}
			change := edit{p.file, p.from, fmt.Sprintf(p.to, n)}
			name := fmt.Sprintf("%s: %.80s", p.file, change.to)
			files, problems := buildEdited(t, mistaken(t, []edit{change}))
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
