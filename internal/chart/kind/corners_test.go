package kind

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// TestCornersAreWhole draws two guidelines in the languages that ship, as wide and narrow as pages have them: what a
// corner means is not cut.
func TestCornersAreWhole(t *testing.T) {
	for lang, name := range map[string]string{"en": "20% of it for new things", "fr": "20 % en équipements", "de": "20 % für Ausrüstungen"} {
		catalog, errs := i18n.Load(templates.FS, templates.FS, lang)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		files := maps.Clone(league)
		files["data/guidelines.toml"] = strings.NewReplacer("no cuts", name, "0.7% of income", "2 % du PIB").
			Replace(files["data/guidelines.toml"])
		s, more := parse("kind = \"quadrant\"")
		c, faults := All.Draw(load(t, files).AsOf(civil.MustParse("2020-12-31")), leagueTerms, catalog, s)
		if len(more)+len(faults) > 0 {
			t.Fatal(more, faults)
		}
		for _, text := range said(t, c) {
			if strings.Contains(text, "…") {
				t.Errorf("%s: %q", lang, text)
			}
		}
	}
}
