package kind

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// noted is the league with Alpland counted in another way from 2019 on, and a bank that repeats its figures.
func noted(t testing.TB) *dataset.Vintage {
	files := maps.Clone(league)
	files["data/dac/notes.toml"] = "[[note]]\nmeasure = \"oda\"\nmembers = [\"ALP\"]\nfrom = 2019\nkind = \"definition\"\ntext = \"By grants.\"\n"
	files["data/bank/source.toml"] = "name = \"Bank\"\npublisher = \"Bank\"\n[[release]]\ndate = 2020-10-01\ntitle = \"Aid\"\n" +
		"url = \"https://example.org/bank\"\nseries_of = \"dac\"\n"
	files["data/bank/2020-10-01.csv"] = table("ALP 2016 oda 0.88\nBAY 2016 oda 0.70")
	return load(t, files).AsOf(civil.MustParse("2020-12-31"))
}

// TestBreaks holds that figures which are counted in different ways are drawn apart and not compared in words.
func TestBreaks(t *testing.T) {
	v := noted(t)
	c := mustDraw(t, v, leagueTerms, "kind = \"trend\"\nmembers = [\"ALP\"]\n")
	if want := "Alpland: 0.99% in 2019, counted otherwise than in 2016"; !strings.HasPrefix(c.Title, want) {
		t.Errorf("the title is %q, want %q", c.Title, want)
	}
	if s := strings.Join(c.Summary, " "); !strings.Contains(s, "0.88% in 2016, 0.99% in 2019, which are counted in different ways") || strings.Contains(s, "up 0.11") {
		t.Errorf("the summary compares: %s", s)
	}
	c = mustDraw(t, v, leagueTerms, "kind = \"trend\"\nmembers = [\"ALP\", \"DEL\"]\n")
	if !strings.HasPrefix(c.Title, "Delta <North>: from 0.40% in 2016 to 0.42%") {
		t.Errorf("the title is %q, want that of a line that is compared", c.Title)
	}
	c = mustDraw(t, v, leagueTerms, "kind = \"change\"\nfrom = 2016\nto = 2019\n")
	s := strings.Join(c.Summary, " ")
	if !strings.Contains(s, "Counted in another way in 2019 than in 2016, and shown with 2019 alone: Alpland.") || !strings.Contains(s, "Joined after 2016 and shown with 2019 alone: Elmland") {
		t.Errorf("the summary does not say who is shown alone: %s", s)
	}
	for _, row := range c.Table.Rows {
		if text := row[len(row)-1].Text; row[0].Text == "Alpland" && !strings.Contains(text, "not compared") {
			t.Errorf("the row of Alpland has the note %q", text)
		}
	}
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

// TestCopies holds that a source that repeats another's series is not a source of its own.
func TestCopies(t *testing.T) {
	c := mustDraw(t, noted(t), leagueTerms, "kind = \"sources\"\nyear = 2016\nmembers = [\"ALP\"]\n")
	if slices.ContainsFunc(c.Figures(), func(f *dataset.Figure) bool { return f.Source == "bank" }) {
		t.Error("the bank's copy is drawn")
	}
	if s := strings.Join(c.Summary, " "); !strings.Contains(s, "Bank repeats DAC of 16 April 2020: the two count as one source.") {
		t.Errorf("the summary does not name the copy: %s", s)
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
		c := mustDraw(t, load(t, files).AsOf(civil.MustParse("2020-12-31")), leagueTerms, "kind = \"meeting\"")
		for _, m := range c.Model.Marks {
			if got := m.NoteMark() != ""; got != (want && m.Year == 2019) {
				t.Errorf("a %s marks the count of %d: %t", note, m.Year, got)
			}
		}
	}
}
