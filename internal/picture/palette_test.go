package picture

import (
	"regexp"
	"strings"
	"testing"

	"burdenshare/templates"
)

// TestPalette holds that pictures have the colours that the style sheets give
// by daylight, read here another way.
func TestPalette(t *testing.T) {
	l := look(t)
	src, err := templates.FS.ReadFile("assets/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, _, _ := strings.Cut(string(src), "@media")
	found := regexp.MustCompile(`--([\w-]+):\s*(#[0-9a-f]{6});`).FindAllStringSubmatch(light, -1)
	if len(found) < 20 {
		t.Errorf("only %d colours", len(found))
	}
	for _, m := range found {
		if got := l.Colour(m[1]); got != m[2] {
			t.Errorf("--%s is %q in pictures, %s in the style sheet", m[1], got, m[2])
		}
	}
}
