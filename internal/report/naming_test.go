package report

import (
	"slices"
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// TestDerivedIsNamed checks that everything a fact can ask for has a message in strings.toml.
func TestDerivedIsNamed(t *testing.T) {
	b := golden.Must(i18n.Load(templates.FS, templates.FS, "en-GB"))
	var want []string
	for _, d := range dataset.Derivations() {
		want = append(want, "derived."+d.Name+".phrase", "derived."+d.Name+".definition")
	}
	for _, c := range dataset.Comparisons() {
		want = append(want, "comparison."+c+".name", "comparison."+c+".definition")
	}
	for _, key := range want {
		if !slices.Contains(b.Keys(), key) {
			t.Errorf("templates/strings.toml has no %s", key)
		}
	}
}
