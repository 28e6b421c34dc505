package scene

import (
	"cmp"
	"io/fs"
	"regexp"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/typeface"
)

// A Theme is the palette by daylight, the colour of every name, and the typeface of pictures.
type Theme struct {
	Faces   *typeface.Set // nil for the one that is compiled in
	colours map[string]string
}

// Typeface returns what pictures are written in.
func (t *Theme) Typeface() *typeface.Set { return cmp.Or(t.Faces, typeface.Compiled) }

// The files that hold the palette, below templates/: that of the templates, and what config.toml says of it.
const (
	tokensFile = "assets/tokens.css"
	lookFile   = "assets/look.css"
)

var (
	comment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	token   = regexp.MustCompile(`--([a-z0-9-]+):\s*(#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6})\s*;`)
)

// ReadTheme reads the palette of a templates folder: the custom properties before the first @media of a file.
func ReadTheme(templates fs.FS) (*Theme, diag.List) {
	var errs diag.List
	t := &Theme{colours: map[string]string{}}
	for _, name := range []string{tokensFile, lookFile} {
		src, _ := fs.ReadFile(templates, name) // missing colours are reported below
		light, _, _ := strings.Cut(comment.ReplaceAllString(string(src), ""), "@media")
		for _, m := range token.FindAllStringSubmatch(light, -1) {
			t.colours[m[1]] = hexOf(strings.ToLower(m[2]))
		}
	}
	for _, name := range needed {
		if t.colours[name] == "" {
			errs.Errorf(diag.Pos{File: "templates/" + tokensFile}, "pictures need the colour --%s", name).
				Hint("set it in :root as #rrggbb, as the default templates do")
		}
	}
	return t, errs
}

// needed are the colours that pictures use.
var needed = strings.Fields(`accent card down down-1 down-2 down-3 grid ink line-1 line-2 line-3 line-4 line-5 line-6
	none paper rule soft up up-1 up-2 up-3`)

// Colour returns a colour of the palette as #rrggbb.
func (t *Theme) Colour(name string) string { return t.colours[name] }

// Style returns what a class looks like, in colours of the palette.
func (t *Theme) Style(class string) Style { return StyleOf(class).in(t.Colour) }

// in returns a style with its colours in place of their names.
func (l Style) in(colour func(name string) string) Style {
	for _, paint := range []*string{&l.Fill, &l.Stroke} {
		switch *paint {
		case "":
		case off:
			*paint = "none"
		default:
			*paint = colour(*paint)
		}
	}
	return l
}

// properties returns a style whose colours are in place as CSS names it, in a style sheet or as attributes of a file.
func (l Style) properties(paper, serif string) (all [][2]string) {
	for _, p := range []struct {
		set         bool
		name, value string
	}{
		{l.Fill != "", "fill", l.Fill},
		{l.Halo, "paint-order", "stroke"}, {l.Halo, "stroke", paper},
		{l.Halo, "stroke-width", "3"}, {l.Halo, "stroke-linejoin", "round"},
		{l.Stroke != "", "stroke", l.Stroke},
		{l.Width != 0, "stroke-width", number(l.Width)},
		{l.Dash != nil, "stroke-dasharray", lengths(l.Dash)},
		{l.Opacity != 0, "opacity", number(l.Opacity)},
		{l.Bold, "font-weight", "600"}, {l.Plain && !l.Bold, "font-weight", "400"},
		{l.Serif, "font-family", serif},
		{l.Italic, "font-style", "italic"},
		{l.Square, "stroke-linecap", "square"},
	} {
		if p.set {
			all = append(all, [2]string{p.name, p.value})
		}
	}
	return all
}

// hexOf writes a colour in six digits.
func hexOf(c string) string {
	if len(c) != 4 {
		return c
	}
	return string([]byte{'#', c[1], c[1], c[2], c[2], c[3], c[3]})
}
