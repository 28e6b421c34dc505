package look

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/config"
	"burdenshare/internal/diag"
	"burdenshare/internal/overlay"
	"burdenshare/internal/variants"
)

// sheetFile is the style sheet to which [look] is written, below the templates folder.
const sheetFile = "assets/look.css"

// formats maps the extensions of typefaces to the names of their formats in CSS.
var formats = map[string]string{".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}

// Apply writes the settings in [look] of config.toml into the folder, where both pages and pictures read them. It
// reports illegible colours, including those of the report's own style sheets.
func (f *Folder) Apply(l *config.Look) diag.List {
	p, errs := readPalette(f, l)
	if errs.Failed() {
		return errs
	}
	errs.Add(p.day.check("")...)
	for _, e := range p.dark.check(" on dark screens") {
		if !slices.ContainsFunc(errs, func(by *diag.Error) bool { return by.Pos == e.Pos }) { // otherwise it may follow
			errs.Add(e)
		}
	}
	for _, font := range l.Fonts {
		errs.Add(f.checkFile(font.File, font.FilePos, slices.Sorted(maps.Keys(formats)))...)
	}
	f.Logo = f.picture(l.Logo, l.Pos("logo"), pictures, &errs)
	f.DarkLogo = f.picture(l.DarkLogo, l.DarkPos("logo"), pictures, &errs)
	f.Icon = f.picture(l.Favicon, l.Pos("favicon"), []string{".png"}, &errs)
	if i := f.Icon; i != nil && (i.Width != i.Height || i.Width < iconSide) {
		errs.Errorf(l.Pos("favicon"), "%s has %d by %d pixels", l.Favicon, i.Width, i.Height).
			Hint("make it a square of at least %d pixels: smaller icons are made from it", iconSide)
	}
	if !errs.Failed() { // else the sheet may name a typeface that is missing
		f.FS = overlay.Root{Base: f.FS, Files: map[string][]byte{sheetFile: []byte(p.sheet(l))}}
	}
	return errs
}

// pictures lists the extensions of logos.
var pictures = []string{".svg", ".png", ".jpg", ".webp"}

// iconSide is the side of the largest icon, in pixels.
const iconSide = 512

// A Picture is a file of the report that is shown unchanged.
type Picture struct {
	Name          string
	Data          []byte
	Width, Height int
}

// picture reads a picture of the assets, or returns nil.
func (f *Folder) picture(name string, pos diag.Pos, endings []string, errs *diag.List) *Picture {
	if name == "" {
		return nil
	}
	if wrong := f.checkFile(name, pos, endings); len(wrong) > 0 {
		errs.Add(wrong...)
		return nil
	}
	data, _ := fs.ReadFile(f, path.Join("assets", name)) // the folder was read
	p, wrong := variants.Read(name, data, false, nil)
	if wrong != nil {
		wrong.Pos = pos
		errs.Add(wrong)
		return nil
	}
	if p.Width == 0 {
		errs.Errorf(pos, "%s has no size", name).Hint("add a width and a height, or a viewBox, to its <svg>")
	}
	return &Picture{name, data, p.Width, p.Height}
}

// checkFile reports a file that is not among the assets or is not of a suitable kind.
func (f *Folder) checkFile(name string, pos diag.Pos, endings []string) diag.List {
	var errs diag.List
	if !slices.Contains(endings, strings.ToLower(path.Ext(name))) {
		errs.Errorf(pos, "the file %q is not of a kind that can be used", name).
			Hint("use one that ends with %s", strings.Join(endings, ", "))
		return errs
	}
	if _, err := fs.Stat(f, path.Join("assets", name)); err != nil || !fs.ValidPath(name) {
		var there []string
		for _, own := range f.Own {
			if n, ok := strings.CutPrefix(own, "assets/"); ok {
				there = append(there, n)
			}
		}
		errs.Errorf(pos, "there is no file %q in templates/assets", name).
			Hint("%s", cmp.Or(diag.DidYouMean(name, there, ""), "put it there"))
	}
	return errs
}

// sheet returns the style sheet.
func (p *palette) sheet(l *config.Look) string {
	var b strings.Builder
	for _, font := range l.Fonts {
		fmt.Fprintf(&b, "@font-face { font-family: %q; src: url(%q) format(%q); font-display: swap;",
			font.Family, "./"+font.File, formats[strings.ToLower(path.Ext(font.File))])
		if font.Weight != "" {
			fmt.Fprintf(&b, " font-weight: %s;", font.Weight)
		}
		if font.Style != "" {
			fmt.Fprintf(&b, " font-style: %s;", font.Style)
		}
		b.WriteString(" }\n")
	}
	night := maps.Clone(p.ownDark)
	for name := range p.ownDay { // otherwise a colour for day would apply by night too
		night[name] = p.dark[name]
	}
	day := p.ownDay.declarations()
	for _, f := range []struct{ property, families string }{{"serif", l.TextFont}, {"sans", l.InterfaceFont}} {
		if f.families != "" {
			day += fmt.Sprintf("    --%s: %s;\n", f.property, f.families)
		}
	}
	fmt.Fprintf(&b, "@layer tokens {\n  :root {\n%s  }\n", day)
	fmt.Fprintf(&b, "  @media screen and (prefers-color-scheme: dark) {\n  :root {\n%s  }\n  }\n}\n",
		night.declarations())
	return b.String()
}

// declarations returns the colours as custom properties, in the order of their names.
func (s scheme) declarations() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "    --%s: %s;\n", name, s[name].colour)
	}
	return b.String()
}
