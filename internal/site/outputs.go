package site

import (
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/export"
	"burdenshare/internal/inert"
	"burdenshare/internal/pages"
	"burdenshare/internal/schema"
)

// addOutputs adds every file that is not a page. A file has its function and its line here.
func (s *Site) addOutputs(files *export.Files) {
	s.export.Workbook(s.bulk, files) // the slowest first
	if s.Assets.Path(exploring) != "" {
		s.export.Frames(files, s.noteTexts)
	}
	s.export.Downloads(files)
	s.export.Vintages(s.Pages, files)
	s.export.Pictures(files)
	s.export.Facts(s.Pages, files)
	files.Do(func() { s.export.Icons(files) })
	files.Do(func() { s.export.Search(s.Assets.Path("search-panel.js") != "", files) })
	files.Do(func() { s.export.Sitemap(s.Pages, files) })
	files.Do(func() { s.addReady(files) })
	files.Make()
	s.addContent(files)
	files.Make()
}

// addReady adds the files that are made elsewhere, or are a few words.
func (s *Site) addReady(files *export.Files) {
	files.Add(".nojekyll", nil) // GitHub Pages is to serve the files as they are
	files.Add(headersFile, []byte(headers))
	if s.Config.CNAME != "" {
		files.Add("CNAME", []byte(s.Config.CNAME+"\n"))
	}
	if s.Compare != nil {
		files.Add(pages.ComparePick, s.Compare.PickSheet())
	}
	s.export.Logo(files)
	s.Copies(files.Add)
	for _, made := range []map[string][]byte{s.Assets.Files, s.bulk} {
		for name, data := range made {
			files.Add(name, data)
		}
	}
	for name, data := range schema.Documents(s.Address("schema/"), schema.Names(s.Data)) {
		files.Add("schema/"+name, data)
	}
}

// addContent adds the files of content/ that pages refer to, once the addresses of all others are known.
func (s *Site) addContent(files *export.Files) {
	for _, path := range slices.Sorted(maps.Keys(s.files)) {
		e := &diag.Error{Pos: diag.Pos{File: "content/" + s.files[path]}}
		if files.Has(path) || reserved(path) {
			e.Msg = "its address /" + path + " is taken"
			files.Wrong(e.Hint("give the file another name or folder"))
			continue
		}
		files.Do(func() {
			src, err := fs.ReadFile(s.texts.Files, s.files[path])
			if err != nil {
				e.Msg = "the file cannot be read"
				files.Wrong(e)
				return
			}
			if wrong := inert.Check(path, src); wrong != nil && !s.Config.UnsafeHTML {
				wrong.Pos.File = e.Pos.File
				files.Wrong(wrong)
				return
			}
			files.Add(path, src)
		})
	}
}

// reserved reports whether a path is one that the publisher keeps for itself.
func reserved(path string) bool {
	top, _, _ := strings.Cut(path, "/")
	return top == "manifest.json" || strings.HasPrefix(top, ".git")
}

// basePath returns the path part of the published address: "/burden-sharing/".
func (s *Site) basePath() string {
	u, _ := url.Parse(s.Config.BaseURL) // which is sound, and ends in a slash
	return u.Path
}
