package pages

import (
	"regexp"
	"slices"
	"testing"

	"burdenshare/templates"
)

// The style guide shows every colour, size and step of tokens.css.
func TestStyleGuide(t *testing.T) {
	src, err := templates.FS.ReadFile("assets/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	g := (&maker{Views: &Views{}}).styleGuide(nil)
	shown := []string{"serif", "sans", "mono", "measure", "gap"} // seen all over
	for _, name := range g.Type {
		shown = append(shown, "t-"+name)
	}
	for _, name := range g.Space {
		shown = append(shown, "s-"+name)
	}
	shown = append(shown, g.Colours...)
	found := regexp.MustCompile(`(?m)^\s*--([\w-]+):`).FindAllSubmatch(src, -1)
	if len(found) < 30 {
		t.Fatalf("only %d tokens", len(found))
	}
	for _, m := range found {
		if !slices.Contains(shown, string(m[1])) {
			t.Errorf("the style guide does not show --%s", m[1])
		}
	}
}
