package kind

import "testing"

// TestSourcesEdition holds that a chart of several editions stands for the
// report's own source where that says something, else for the newest.
func TestSourcesEdition(t *testing.T) {
	for spec, want := range map[string]string{
		"kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]":                        "DAC, released 2020-04-16",
		"kind = \"sources\"\nyear = 2019\nmembers = [\"MOR\", \"ALP\"]":               "DAC, released 2020-09-01",
		"kind = \"sources\"\nyear = 2019\nmembers = [\"CAP\"]\nmeasure = \"gni\"":     "UN, released 2020-01-01",
		"kind = \"revisions\"\nyear = 2019\nmembers = [\"ALP\"]\nsource = \"un\"":     "UN, released 2020-01-01",
		"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]\ntitle = \"A title\"": "DAC, released 2020-04-16",
	} {
		if c := mustDraw(t, known(t), leagueTerms, spec); c.Edition.String() != want {
			t.Errorf("%s: %s, want %s", spec, c.Edition, want)
		}
	}
}
