package kind

import "testing"

func TestSourceWords(t *testing.T) {
	checkTexts(t, []wantTexts{
		{"several", "kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\", \"CAP\"]",
			"Sources differ most on Alpland in 2019: from 0.95% (UN) to 0.99% (DAC)",
			"Aid as a share of income, in per cent, 2019: each source’s newest figure (hollow points: estimates)",
			"Alpland in 2019: from 0.95% (UN) to 0.99% (DAC), 0.04 points apart; at or above 0.7% of income by every source with a figure. " +
				"Capeland in 2019: 0.699%, by DAC alone; below 0.7% of income. UN has no figure for Capeland. Estimates: DAC for Alpland. " +
				"Releases: DAC of 16 April 2020; UN of 1 January 2020."},
		{"both sides", "kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\", \"CAP\"]\nguideline = \"bold\"", "Sources differ most on Alpland in 2019: from 0.95% (UN) to 0.99% (DAC)", "", ""},
		{"one source", "kind = \"sources\"\nyear = 2019\nmembers = [\"DEL\"]", "Delta <North> in 2019: 0.42% by DAC alone (estimate)", "", ""},
		{"one member", "kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]", "Alpland in 2019: from 0.95% (UN) to 0.99% (DAC)", "", ""},
		{"a figure of a partial release is newest", "kind = \"sources\"\nyear = 2019\nmembers = [\"MOR\"]", "Moorland in 2019: 0.12% by DAC alone", "", ""},
	})
}

func TestSourceErrors(t *testing.T) {
	wrongs(t, []wrong{
		{"no year", "kind = \"sources\"\nmembers = [\"ALP\"]", "a.md:10:1: a sources chart needs a year"},
		{"nobody differs", "kind = \"sources\"\nyear = 2016", "a.md:11:8: no two sources differ on oda for 2016 as known on 2020-12-31"},
		{"one source", "kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]\nsource = \"un\"", "a.md:13:10: a sources chart shows what every source says\n\thint: leave it out; a revisions chart shows one source"},
		{"nobody knows", "kind = \"sources\"\nyear = 2018\nmembers = [\"ALP\"]", "a.md:12:12: no source has oda of Alpland for 2018 as known on 2020-12-31"},
		{"an exempt member", "kind = \"sources\"\nyear = 2019\nmembers = [\"ISL\"]", "hint: Isle: no treasury"},
		{"before joining", "kind = \"sources\"\nyear = 2016\nmembers = [\"ELM\"]", "a.md:12:12: Elmland joined on 2018-06-01, after 2016"},
	})
}

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
