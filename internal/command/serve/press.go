package serve

import (
	"io/fs"
	"os"
	"slices"
	"strings"

	"burdenshare/internal/cache"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/diag"
	"burdenshare/internal/phrase"
	"burdenshare/internal/preview"
	"burdenshare/internal/raster"
	"burdenshare/internal/reading"
	"burdenshare/internal/site"
	"burdenshare/internal/source"
)

// A press makes the report again and again. What has not changed is not read
// again, and of the pages only those that somebody opens are rendered at once.
type press struct {
	root     *os.Root
	options  *options
	baseURL  string
	reader   *reading.Reader
	pictures *cache.Folder
	say      func(what, about string)
}

func newPress(root *os.Root, o *options) *press {
	return &press{root: root, options: o, reader: reading.Keeping(), pictures: raster.OpenCache(root)}
}

// source gives the bytes of an input file, nil when it cannot be read.
func (p *press) source(file string) []byte {
	src, _ := fs.ReadFile(source.Open(p.root), file)
	return src
}

// site gives what is asked of the report beyond what stands in the root.
func (p *press) site(root fs.FS, theme *scene.Theme, book *phrase.Book) site.Options {
	assets, err := fs.Sub(root, "content")
	if err != nil {
		assets = root
	}
	o := site.Options{AsOf: p.options.asOf, Explicit: p.options.explicit, Drafts: p.options.drafts, Assets: assets, Theme: theme, Book: book, Pictures: p.pictures}
	if !o.Explicit {
		o.AsOf = today() // a preview may be open past midnight
	}
	return o
}

// state makes the report of what stands in the root now.
func (p *press) state() preview.State {
	ask := reading.Ask{BaseURL: p.baseURL, Options: p.site, Dir: p.options.root, Say: p.say}
	from, sound, problems := p.reader.Read(source.Open(p.root), ask)                          // config.toml, data/, content/, templates/
	s, errs := site.Assemble(from.Config, from.Data, from.Content, from.Assets, from.Options) // every embed answered, every chart drawn
	problems.Add(errs...)
	problems.Sort()
	if !sound || problems.Failed() {
		return preview.State{Problems: problems, Failed: true}
	}
	return preview.State{
		Problems: problems,
		Page: func(name string) ([]byte, bool, *diag.Error) {
			if body, ok := from.Assets.Files[name]; ok {
				return body, true, nil
			}
			return s.Page(from.Templates, name)
		},
		All:    func() (map[string][]byte, diag.List) { return s.Render(from.Templates) },
		Styles: map[string]string{"site.css": from.Assets.Path("site.css")},
		Draft: func(name string) bool {
			return slices.ContainsFunc(slices.Concat(s.Articles, s.Menu), func(a *site.Article) bool { return a.Draft && strings.HasPrefix(name, a.URL) })
		},
	}
}
