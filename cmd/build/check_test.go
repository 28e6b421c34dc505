package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
)

// TestCheck holds that -check, which makes no page or file in which nothing can be wrong, says of a report what a build
// says.
func TestCheck(t *testing.T) {
	root := t.TempDir()
	for _, edits := range [][]edit{
		{{article, "", frontMatter("aliases = [\"/members/sweden/\"]\n") + "[A row](/members/sweden/#nothing), [a file](../data/figures.xlsx).\n"},
			{"content/data/figures.xlsx", "", "words"}},
		{{"data/dac/source.toml", `definition = "`, `definition = "\u005D(fact:SWE/2018) `}},
		{{"data/dac/source.toml", `definition = "`, `definition = "[1.04%](fact:SWE/2018) `}},
		{{"templates/member.html", "<h1>", "<h1>{{index .View.Lede 99}}"}},
		{{article, "", strings.Replace(front, `"Trees"`, `"Trees"`+"\ntags = [\"[](fact:\"]", 1) + "Text.\n"}},
	} {
		for _, name := range []string{"config.toml", "content", "data", "templates"} {
			golden.OK(t, os.RemoveAll(filepath.Join(root, name)))
		}
		golden.OK(t, os.CopyFS(root, mistaken(t, edits)))
		said := func(flags ...string) string {
			_, _, problems := golden.Run(build.Run, append(flags, "-root", root, "-as-of", "2026-06-01", "-quiet")...)
			return strings.ReplaceAll(problems, "; "+filepath.Join(root, "public")+" was left as it was", "")
		}
		checked, built := said("-check"), said("-out", filepath.Join(root, "public"))
		if checked != built || built == "" {
			t.Errorf("%v:\nchecked\n%s\nbuilt\n%s", edits, checked, built)
		}
	}
}
