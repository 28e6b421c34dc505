package asset_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/asset"
	"burdenshare/internal/golden"
)

// sans and serif are the typefaces of the program.
var sans, serif = asset.Libraries[2], asset.Libraries[3]

// typefaces is a folder with packages of typefaces, whose files hold their names.
func typefaces(t *testing.T, without string) string {
	t.Helper()
	dir := t.TempDir()
	for _, l := range []asset.Library{sans, serif} {
		pkg := filepath.Join(dir, "node_modules", filepath.FromSlash(l.Package))
		golden.Write(t, filepath.Join(pkg, "unicode.json"), `{"latin": "U+0000-00FF", "latin-ext": "U+0100-02BA,U+2020,U+20A0", "japanese": "U+3000"}`)
		golden.Write(t, filepath.Join(pkg, "LICENSE"), "The terms of "+l.Typeface.Family+".")
		for _, part := range []string{"latin", "latin-ext"} {
			for _, end := range []string{"400-normal.woff2", "600-normal.woff2", "400-normal.woff", "600-normal.woff", "400-italic.woff"} {
				if name := l.Typeface.Name + "-" + part + "-" + end; name != without {
					golden.Write(t, filepath.Join(pkg, "files", name), name)
				}
			}
		}
	}
	return dir
}

// TestTypefaces holds that a typeface is published with a style sheet that names its parts, in a released program too.
func TestTypefaces(t *testing.T) {
	dir := typefaces(t, "")
	s, _ := asset.Load(looks())
	for _, l := range []asset.Library{sans, serif} {
		if errs := s.AddLibrary(l, looks(), dir, nil); len(errs) > 0 {
			t.Fatal(errs)
		}
	}
	sheet := string(s.Files[s.Path("typefaces.css")])
	for _, want := range []string{
		`@font-face{font-family:"Source Sans 3";font-weight:600;font-display:swap;ascent-override:92.4%;`, `unicode-range:U+0100-02BA,U+20A0}`,
		`src:url("./` + filepath.Base(s.Path("source-serif-4-latin-400-normal.woff2")) + `")format("woff2");unicode-range:U+0000-00FF}`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("%s is not in\n%s", want, sheet)
		}
	}
	if got := string(s.Files[s.Path("source-sans-3-latin-ext-600-normal.woff2")]); got != "source-sans-3-latin-ext-600-normal.woff2" {
		t.Errorf("a part is %q", got)
	}
	if len(s.Preloads) != 4 || !s.Preloads[0].Chart || s.Preloads[3].Chart || s.Outlines() == nil {
		t.Errorf("pages fetch %v, pictures have %v", s.Preloads, s.Outlines())
	}
	if terms := string(s.Files[asset.LicencesFile]); !strings.Contains(terms, "The terms of Source Sans 3.") || !strings.Contains(terms, "The terms of Source Serif 4.") {
		t.Errorf("the terms are %s", terms)
	}
	files, _ := asset.Release(looks(), dir)
	asset.SetReleased(t, files)
	released, _ := asset.Load(looks())
	if !released.AddReleased(sans, looks(), nil) || !released.AddReleased(serif, looks(), nil) || released.Path("typefaces.css") != s.Path("typefaces.css") ||
		released.Outlines().Sum != s.Outlines().Sum || !slices.Equal(released.Preloads, s.Preloads) {
		t.Errorf("a released program has %v", released.Names())
	}
}

// TestTypefaceMissing holds that a part that is not there is told, and that pages do without.
func TestTypefaceMissing(t *testing.T) {
	s, _ := asset.Load(looks())
	errs := s.AddLibrary(sans, looks(), typefaces(t, "source-sans-3-latin-ext-400-italic.woff"), nil)
	if got := errs.Error(); errs.Failed() || !strings.HasPrefix(got, "node_modules/@fontsource/source-sans-3: warning: the typeface cannot be read: ") {
		t.Errorf("found %s", got)
	}
	if s.Path("typefaces.css") != "" || s.Outlines() != nil {
		t.Error("half a typeface is published")
	}
}
