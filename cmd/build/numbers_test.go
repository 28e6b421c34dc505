package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"burdenshare/internal/golden"
)

// oddNumbers are what a spreadsheet, a script or ill will may put where a number belongs.
var oddNumbers = []string{
	"nan", "NaN", "inf", "+inf", "-inf", "Infinity", "1e308", "-1e308", "1e-308", "1E400", "-0", "-0.0", "0x10", "1_000", "٣",
	strings.Repeat("9", 400), "0." + strings.Repeat("0", 400) + "1", "-" + strings.Repeat("1234567890", 40), "2." + strings.Repeat("0", 400),
	"9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999", "0", "",
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
func oneIn(usual int) int { return golden.Trials(4*usual, usual, 1) }

// TestOddNumbers puts every odd number in every place: the build panics at none, says where it stands and repeats no
// more of it than can be read; and where it takes one, no page shows what is not a number.
func TestOddNumbers(t *testing.T) {
	for i, place := range golden.Cases(t, "numbers.txtar") {
		for j, n := range oddNumbers {
			if (i+j)%oneIn(9) != 0 {
				continue
			}
			edits, name := filled(t, place, n)
			files, problems := buildEdited(t, mistaken(t, edits), "-check") // pictures have no numbers to be read
			if long := longMessage.FindString(problems); long != "" {
				t.Errorf("%s: a message of %d characters: %.300s", name, len(long), long)
			}
			if problems != "" && !withPlace.MatchString(problems) {
				t.Errorf("%s: no place in %.300s", name, problems)
			}
			for path, data := range files {
				if strings.HasPrefix(path, "assets/") || strings.HasPrefix(place.Name, "some") { // where it is not read as a number
					continue
				}
				if m := notANumber.Find(data); m != nil {
					t.Errorf("%s: %s shows %s", name, path, m)
				}
			}
		}
	}
}

// filled returns what a case does with a text in the place of %s, and a name for it.
func filled(t *testing.T, c golden.Case, text string) (edits []edit, name string) {
	t.Helper()
	edits = editsOf(t, c)
	edits[0].to = strings.ReplaceAll(edits[0].to, "%s", text)
	return edits, fmt.Sprintf("%s, %s: %.80s", edits[0].file, c.Name, text)
}
