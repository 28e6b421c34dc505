package kind

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

// noted is the league with Alpland counted in another way from 2019 on, and a bank that repeats its figures.
func noted(t testing.TB) *dataset.Vintage {
	files := maps.Clone(league)
	files["data/dac/notes.toml"] = "[[note]]\nmeasure = \"oda\"\nmembers = [\"ALP\"]\nfrom = 2019\nkind = \"definition\"\ntext = \"By grants.\"\n"
	files["data/bank/source.toml"] = "name = \"Bank\"\npublisher = \"Bank\"\n[[release]]\ndate = 2020-10-01\ntitle = \"Aid\"\n" +
		"url = \"https://example.org/bank\"\nseries_of = \"dac\"\n"
	files["data/bank/2020-10-01.csv"] = table("ALP 2016 oda 0.88\nBAY 2016 oda 0.70")
	return newest(t, files)
}

// TestNoteMarks holds that a mark with a note has an asterisk in the option as in the drawing.
func TestNoteMarks(t *testing.T) {
	for _, c := range []struct{ spec, drawn, option string }{
		{"kind = \"heatmap\"\n", ">0.99*<", `"formatter":"0.99*"`},
		{"kind = \"map\"\nyear = 2019\n", ">AL*<", `"formatter":"AL*\n+0.29"`},
		{"kind = \"distance\"\nyear = 2019\n", ">+0.29*<", `"formatter":"+0.29*"`},
	} {
		drawn := mustDraw(t, noted(t), leagueTerms, c.spec)
		svg, live := string(drawn.SVG(drawn.Wide())), string(option(drawn))
		if strings.Count(svg, "*<") != 1 || !strings.Contains(svg, c.drawn) || strings.Count(live, "*") != 1 || !strings.Contains(live, c.option) {
			t.Errorf("%s: want %s and %s once\n%s\n%s", c.spec, c.drawn, c.option, svg, live)
		}
	}
}

// TestNoteWithoutLabel holds that a mark of which nothing is written has no asterisk either.
func TestNoteWithoutLabel(t *testing.T) {
	c := mustDraw(t, noted(t), leagueTerms, "kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]\n")
	if k := c.Model.Marks[0]; k.NoteMark() != "*" || k.Label != "" {
		t.Fatalf("%+v has no note, or a label", k)
	}
	if o := string(option(c)); strings.Contains(o, `"*"`) {
		t.Errorf("an asterisk alone is in %s", o)
	}
}

// TestNotesOfCounts holds that a count has the notes of the figures that it hangs on, and not of others.
func TestNotesOfCounts(t *testing.T) {
	for note, want := range map[string]bool{"definition": true, "doubt": false} { // Alpland is well above the mark
		files := maps.Clone(league)
		files["data/dac/notes.toml"] = "[[note]]\nmeasure = \"oda\"\nmembers = [\"ALP\"]\nfrom = 2019\nkind = \"" + note + "\"\ntext = \"N.\"\n"
		c := mustDraw(t, newest(t, files), leagueTerms, "kind = \"meeting\"")
		for _, m := range c.Model.Marks {
			if got := m.NoteMark() != ""; got != (want && m.Year == 2019) {
				t.Errorf("a %s marks the count of %d: %t", note, m.Year, got)
			}
		}
	}
}
