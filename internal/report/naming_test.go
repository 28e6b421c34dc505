package report

import (
	"slices"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// TestDerivedIsNamed checks that everything a fact can ask for has a message in strings.toml.
func TestDerivedIsNamed(t *testing.T) {
	b := golden.Must(i18n.Load(templates.FS, templates.FS, "en-GB"))
	var want []string
	for _, d := range dataset.Derivations {
		want = append(want, "derived."+d.Name+".phrase", "derived."+d.Name+".definition")
	}
	for _, c := range dataset.Comparisons {
		want = append(want, "comparison."+c+".name", "comparison."+c+".definition")
	}
	for _, key := range want {
		if !slices.Contains(b.Keys(), key) {
			t.Errorf("templates/strings.toml has no %s", key)
		}
	}
}

// TestTarget holds that a target has its year once: a name may say it already.
func TestTarget(t *testing.T) {
	rep := &Report{Inputs: Inputs{Catalog: golden.Must(i18n.Load(templates.FS, templates.FS, "en-GB"))}}
	for name, want := range map[string]string{"3.5% of GNI": "3.5% of GNI by 2035", "3.5% of GNI by 2035": "3.5% of GNI by 2035"} {
		if got := rep.Target(&dataset.Guideline{Name: dataset.Goal{Name: name}, Due: civil.MustParse("2035-12-31")}); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
