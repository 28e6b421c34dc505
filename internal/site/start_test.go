package site_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/i18n"
	"burdenshare/internal/look"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// TestStart checks that a printed template can replace the one it was copied from: the same template, with its origin.
func TestStart(t *testing.T) {
	root := fstest.MapFS{}
	for _, name := range look.Names(templates.FS) {
		src, err := look.Start(templates.FS, "templates/"+name, "0.9")
		if err != nil {
			t.Fatal(err)
		}
		was, _ := fs.ReadFile(templates.FS, name)
		if _, rest, _ := strings.Cut(string(src), "\n"); rest != string(was) || look.Origin(string(src)) != "0.9" || look.Origin(string(was)) != "" {
			t.Errorf("%s begins %.80q", name, src)
		}
		root["templates/"+name] = &fstest.MapFile{Data: src}
	}
	f, errs := look.Templates(root, templates.FS)
	if len(root) < 60 || len(f.Own) != len(root) || len(errs) > 0 {
		t.Fatalf("%d templates, %v", len(root), errs)
	}
	catalog, errs := i18n.Load(f, templates.FS, "en")
	if len(errs) > 0 {
		t.Error(errs)
	}
	if _, errs := site.LoadTemplates(f, f.Own, catalog); len(errs) > 0 { // every field is there
		t.Error(errs)
	}
	if _, err := look.Start(templates.FS, "hoem.html", "0.9"); err == nil || !strings.HasPrefix(err.Error(), "there is no template \"hoem.html\"\n\thint: did you mean \"home.html\"? templates are 404.html, ") {
		t.Errorf("an unknown name: %v", err)
	}
	_, err := look.Start(templates.FS, "tokens", "0.9")
	if err == nil || err.Error() != "there is no template \"tokens\"\n\thint: write assets/tokens.css" {
		t.Errorf("a name without its ending: %v", err)
	}
}
