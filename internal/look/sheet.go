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
	"burdenshare/internal/photo"
	"burdenshare/internal/proposal"
)

// sheetFile is the style sheet that [look] is written to, below the templates
// folder.
const sheetFile = "assets/look.css"

// formats are the formats of typefaces that browsers know, by their endings.
var formats = map[string]string{".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}

// Apply writes what [look] in config.toml says into the folder, where pages
// and pictures alike read it. Colours that cannot be read, those of the
// report's own style sheets too, are reported.
func (f *Folder) Apply(l *config.Look) diag.List {
	p, errs := readPalette(f, l)
	if errs.Failed() {
		return errs
	}
	errs.Add(p.day.check("")...)
	for _, e := range p.dark.check(" on dark screens") {
		if !slices.ContainsFunc(errs, func(by *diag.Error) bool { return by.Pos == e.Pos }) { // else it may follow
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
	f.FS = proposal.Root{Base: f.FS, Files: map[string][]byte{sheetFile: []byte(p.sheet(l))}}
	return errs
}

// pictures are the endings of logos.
var pictures = []string{".svg", ".png", ".jpg", ".webp"}

// iconSide is the side of the largest icon, in pixels.
const iconSide = 512

// A Picture is a file of the report's own that is shown as it is.
type Picture struct {
	Name          string
	Data          []byte
	Width, Height int
}

// picture reads a picture of the assets; nil for none.
func (f *Folder) picture(name string, pos diag.Pos, endings []string, errs *diag.List) *Picture {
	if name == "" {
		return nil
	}
	if wrong := f.checkFile(name, pos, endings); len(wrong) > 0 {
		errs.Add(wrong...)
		return nil
	}
	data, _ := fs.ReadFile(f, path.Join("assets", name)) // the folder was read
	p, wrong := photo.Read(name, data, false, nil)
	if wrong != nil {
		wrong.Pos = pos
		errs.Add(wrong)
		return nil
	}
	if p.Width == 0 {
		errs.Errorf(pos, "%s does not say how large it is", name).
			Hint("give its <svg> a width and a height, or a viewBox")
	}
	return &Picture{name, data, p.Width, p.Height}
}

// checkFile reports a file that is not among the assets, or of no kind that
// can be used.
func (f *Folder) checkFile(name string, pos diag.Pos, endings []string) diag.List {
	var errs diag.List
	if !slices.Contains(endings, strings.ToLower(path.Ext(name))) {
		errs.Errorf(pos, "the file %q is of another kind than can be used", name).
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

// sheet writes the style sheet.
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
	for name := range p.ownDay { // else a colour of day would hold by night too
		night[name] = p.dark[name]
	}
	day := p.ownDay.declarations()
	for _, f := range []struct{ property, families string }{{"serif", l.TextFont}, {"sans", l.InterfaceFont}} {
		if f.families != "" {
			day += fmt.Sprintf("    --%s: %s;\n", f.property, f.families)
		}
	}
	fmt.Fprintf(&b, "@layer tokens {\n  :root {\n%s  }\n", day)
	fmt.Fprintf(&b, "  @media screen and (prefers-color-scheme: dark) {\n  :root {\n%s  }\n  }\n}\n", night.declarations())
	return b.String()
}

// declarations writes the colours as custom properties, in the order of their
// names.
func (s scheme) declarations() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "    --%s: %s;\n", name, s[name].colour)
	}
	return b.String()
}
