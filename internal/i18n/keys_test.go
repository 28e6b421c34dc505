package i18n_test

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// Uses of a message: in templates as say "a.b", in Go as Message("a.b", HTML("a.b", Say("a.b" or measured("a.b", and whole tables as
// Under("a"), Entry("a", name), Message("a."+name, HTML("a."+name or Say("a."+name. TallySays("a.b" uses the tables a.b and a.b_least.
var (
	asked   = regexp.MustCompile(`\b(?:say|Say|SayNames|SayFew|SayMissing|HeadOf|CodeColumn|DistanceColumn|Message|HTML|measured)\(? ?"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"`)
	counted = regexp.MustCompile(`\bTallySays\("([a-z0-9_.]+)"`)
	whole   = regexp.MustCompile(`\b(?:Under|Entry)\(? ?"([a-z0-9_.]+)"|\b(?:say|Say|SayNames|Message|HTML)\("([a-z0-9_.]+)\." ?\+`)
)

// TestKeys checks that every message that is used is in strings.toml, and that every message there is used.
func TestKeys(t *testing.T) {
	b, errs := i18n.Load(templates.FS, templates.FS, "en-GB")
	for _, e := range errs {
		t.Error(e)
	}
	known := b.Keys()
	said := map[string]string{}
	var tables []string
	for _, folder := range []string{"../../templates", "..", "../../cmd"} {
		for name, src := range golden.Files(folder) {
			if ext := path.Ext(name); ext != ".html" && ext != ".go" || strings.HasSuffix(name, "_test.go") {
				continue
			}
			for _, m := range asked.FindAllSubmatch(src, -1) {
				said[string(m[1])] = name
			}
			for _, m := range whole.FindAllSubmatch(src, -1) {
				tables = append(tables, string(m[1])+string(m[2])+".")
			}
			for _, m := range counted.FindAllSubmatch(src, -1) {
				tables = append(tables, string(m[1])+".", string(m[1])+"_least.")
			}
		}
	}
	for key, name := range said {
		if !slices.Contains(known, key) {
			t.Errorf("%s says %q, which is not in templates/strings.toml", name, key)
		}
	}
	for _, key := range known {
		if said[key] == "" && !slices.ContainsFunc(tables, func(t string) bool { return strings.HasPrefix(key, t) }) {
			t.Errorf("nothing uses %q of templates/strings.toml", key)
		}
	}
}
