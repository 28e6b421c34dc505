package main

import (
	"strings"
	"testing"
)

// addressPlaces are where an address stands in the tiny report, with %s for it.
var addressPlaces = []edit{
	{"config.toml", "base_url = \"https://example.org/aid/\"", "base_url = \"%s\""},
	{"data/dac/source.toml", "name = ", "url = \"%s\"\nname = "},
	{"data/dac/source.toml", "date = 2019-04-10", "date = 2019-04-10\nurl = \"%s\""},
	{"data/dac/notes.toml", "", "[[note]]\nmeasure = \"oda\"\ntext = \"T\"\nurl = \"%s\"\n"},
	{"data/guidelines.toml", "adopted = 1970-10-24", "adopted = 1970-10-24\nurl = \"%s\""},
	{"content/claims/oecd.toml", "", "who = \"OECD\"\nsaid = \"Sweden gave 1.04%%\"\ndate = 2019-04-10\nfact = \"SWE/2018\"\nwords = \"1.04%%\"\nurl = \"%s\"\n"},
	{"content/articles/2019-06-01-trees.md", "", front + "[A link](%s).\n"},
	{"content/articles/2019-06-01-trees.md", "", front + "[A link](<%s> \"title\").\n"},
	{"content/articles/2019-06-01-trees.md", "", front + "A [link].\n\n[link]: %s\n"},
	{"content/articles/2019-06-01-trees.md", "", front + "<%s>\n"},
	{"content/articles/2019-06-01-trees.md", "", front + "![A picture](%s)\n"},
	{"content/articles/2019-06-01-trees.md", "", front + "Note.[^1]\n\n[^1]: [x](%s)\n"},
	{"content/articles/2019-06-01-trees.md", "", "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nimage = \"%s\"\n+++\n"},
	{"content/articles/2019-06-01-trees.md", "", "+++\ntitle = \"[a](%s)\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n"},
}

// foreignAddresses lead neither to a page of the site nor to one on the web.
var foreignAddresses = []string{
	"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,%3Csvg%3E", "file:///etc/passwd",
	"vbscript:msgbox(1)", "blob:https://example.org/1", "ftp://example.org/x", "about:blank", "ws://example.org/", "view-source:https://example.org/",
	"intent://x#Intent;end", "chrome://version",
}

// TestForeignAddresses puts every foreign address in every place: each is an error there.
func TestForeignAddresses(t *testing.T) {
	for i, p := range addressPlaces {
		for j, address := range foreignAddresses {
			if (i+j)%oneIn(4) != 0 {
				continue
			}
			p := edit{p.file, p.from, strings.ReplaceAll(strings.ReplaceAll(p.to, "%s", address), "%%", "%")}
			files, problems := buildEdited(t, mistaken(t, []edit{p}), "-check")
			if files != nil || !strings.Contains(problems, p.file+":") || !withPlace.MatchString(problems) {
				t.Errorf("%s: %s\ngot %s", p.file, p.to, problems)
			}
		}
	}
}
