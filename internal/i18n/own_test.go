package i18n_test

import (
	"testing"

	"burdenshare/internal/i18n"
	"burdenshare/internal/unit"
	"burdenshare/templates"
)

// aGoal is a guideline called 0.7%, of which a member, if unit is not nil, has another mark.
type aGoal struct {
	unit   *unit.Unit
	others bool
}

func (aGoal) String() string { return "0.7%" }
func (aGoal) Kind() string   { return "floor" }
func (g aGoal) OwnMark() (float64, int, *unit.Unit, bool) {
	return 1.5, 1, g.unit, g.others
}

// TestOwnMark holds that nobody is said to be at the mark of others, in the languages that ship.
func TestOwnMark(t *testing.T) {
	for lang, want := range map[string][3]string{
		"en": {"at or above 0.7%", "at or above 1.5% (own mark)", "at or above 0.7% (or own mark)"},
		"fr": {"à 0.7% ou plus", "à 1,5\u00a0% (objectif propre) ou plus", "à 0.7% (ou objectif propre) ou plus"},
		"de": {"bei 0.7% oder darüber", "bei 1,5\u00a0% (eigene Vorgabe) oder darüber",
			"bei 0.7% (oder eigener Vorgabe) oder darüber"},
	} {
		b, errs := i18n.Load(templates.FS, templates.FS, lang)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		for i, g := range []aGoal{{}, {unit: unit.Percent}, {others: true}} {
			if got := b.Message("chart.side.above", "guideline", g); got != want[i] {
				t.Errorf("%s: %q; want %q", lang, got, want[i])
			}
		}
	}
}
