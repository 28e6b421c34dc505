package serve

import (
	"cmp"
	"io/fs"
	"os"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/command"
	"burdenshare/internal/diag"
	"burdenshare/internal/input"
	"burdenshare/internal/links"
	"burdenshare/internal/lists"
	"burdenshare/internal/load"
	"burdenshare/internal/preview"
	"burdenshare/internal/raster"
	"burdenshare/internal/site"
)

// A builder builds the report repeatedly. What has not changed is not read again, and of the pages only those that are
// open are rendered at once.
type builder struct {
	root    *os.Root
	options *options
	baseURL string
	reader  *load.Reader
	say     func(what, about string)
}

func newBuilder(root *os.Root, o *options) *builder {
	o.Pictures = raster.OpenCache(root)
	return &builder{root: root, options: o, reader: load.Keeping()}
}

// source returns the bytes of an input file, or nil if it cannot be read.
func (p *builder) source(file string) []byte {
	src, _ := fs.ReadFile(input.Open(p.root), file)
	return src
}

// site returns the options with which the report is built.
func (p *builder) site() site.Options {
	opts := p.options.Options
	opts.AsOf = cmp.Or(opts.AsOf, command.Today()) // a preview may be open past midnight
	return opts
}

// state builds the report from the current contents of the root.
func (p *builder) state() *state {
	ask := load.Options{BaseURL: p.baseURL, Site: p.site(), Dir: p.options.root, Progress: p.say}
	from, sound, problems := p.reader.Read(input.Open(p.root), ask)
	s, errs := site.Assemble(from)
	problems.Add(errs...)
	problems.Sort()
	if !sound || preview.Stops(problems) {
		return &state{State: preview.State{Problems: problems, Failed: true}}
	}
	return &state{site: s, from: from, State: preview.State{
		Problems: problems,
		Page: func(name string) ([]byte, bool, *diag.Error) {
			if body, ok := from.Assets.Files[name]; ok {
				return body, true, nil
			}
			return s.Page(from.Templates, name)
		},
		All: func(stop func() bool) (map[string][]byte, diag.List) {
			return s.Render(from.Templates, site.Means{Stop: stop})
		},
		Styles:      map[string]string{"site.css": from.Assets.Path("site.css")},
		Unpublished: unpublished(s, from.Options.AsOf),
	}}
}

// unpublished lists what a build for a day leaves out, whether it is shown here or not.
func unpublished(s *site.Site, day civil.Date) []preview.Unpublished {
	var drafts, scheduled []preview.Unpublished
	for _, a := range s.All() {
		u := preview.Unpublished{Title: a.Headline, Address: "/" + a.URL, File: a.File}
		switch {
		case a.Draft:
			u.Kind, u.Note = preview.Draft,
				"A draft. It is published when draft = true is deleted from its front matter."
			drafts = append(drafts, u)
		case a.Date.After(day):
			u.Kind, u.Note = preview.Scheduled,
				"Dated ahead. It is published on "+s.Catalog.Day(a.Date)+", and says then what is known then."
			scheduled = append(scheduled, u)
		}
	}
	return slices.Concat(drafts, scheduled, lists.Each(s.LeftOut, func(l links.LeftOut) preview.Unpublished {
		return preview.Unpublished{Kind: preview.LeftOut, File: l.File, Note: l.Reason}
	}))
}
