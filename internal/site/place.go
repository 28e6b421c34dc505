package site

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"burdenshare/internal/address"
)

// A place is what all pages share that are as far from the home page: the site, and the way up to the home page.
type place struct {
	Site *Site
	Root string

	templates *Templates
}

// URL returns the relative address of a path of the site, such as "members/poland/" or "data/#dac".
func (f place) URL(path string) string { return address.Href(f.Root, path) }

// Link returns a link to a path of the site.
func (f place) Link(path, words string) template.HTML {
	return template.HTML(`<a href="` + template.HTMLEscapeString(f.URL(path)) + `">` +
		template.HTMLEscapeString(words) + `</a>`)
}

// Asset returns the relative address of a built asset.
func (f place) Asset(name string) string { return f.Root + f.Site.Assets.Path(name) }

// Typefaces returns the files of typefaces that pages fetch with their style
// sheets: those of charts, and where the report has none of its own all.
func (f place) Typefaces() (files []string) {
	own := f.Site.Config.Look
	for _, p := range f.Site.Assets.Preloads {
		if p.Chart || own.TextFont == "" {
			files = append(files, f.Root+p.Path)
		}
	}
	return files
}

// A shared is what the template of a part sees that is the same on many pages.
type shared struct {
	place
	Section, Path string // Path is "" for pages that the menu does not name
}

// A partKey identifies a part that is the same on many pages, by what its template sees.
type partKey struct {
	part string
	view any
}

// Same renders a part that does not differ between pages of one section and depth: once, and for all of them. A part of
// the report's own may show anything of its page, so it is rendered for each.
func (f *frame) Same(part string) (template.HTML, error) {
	if f.templates.own {
		var b bytes.Buffer
		err := f.templates.parts.ExecuteTemplate(&b, part, f)
		return template.HTML(b.String()), err
	}
	view := shared{place: f.place, Section: f.Section}
	if slices.ContainsFunc(f.Site.Places, func(p Place) bool { return p.Path == f.Path }) {
		view.Path = f.Path
	}
	return f.once(part, view)
}

// once renders a part, unless that has been done.
func (f place) once(part string, view any) (template.HTML, error) {
	key := partKey{part, view}
	if made, ok := f.Site.parts.Load(key); ok {
		return made.(template.HTML), nil
	}
	var b strings.Builder
	if err := f.templates.parts.ExecuteTemplate(&b, part, view); err != nil {
		return "", err
	}
	made := template.HTML(b.String())
	f.Site.parts.Store(key, made)
	return made, nil
}
