package site

import (
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/inert"
	"burdenshare/internal/pages"
	"burdenshare/internal/schema"
)

// addOutputs adds every file that is not a page. A file has its function and
// its line here.
func (s *Site) addOutputs(files map[string][]byte, errs *diag.List) {
	maps.Copy(files, s.Assets.Files)
	files[".nojekyll"] = nil // GitHub Pages is to serve the files as they are
	files[headersFile] = []byte(headers)
	if s.Config.CNAME != "" {
		files["CNAME"] = []byte(s.Config.CNAME + "\n")
	}
	if s.Compare != nil {
		files[pages.ComparePick] = s.Compare.PickSheet()
	}
	s.export.Downloads(files, errs)
	s.export.Workbook(s.bulk, files, errs)
	s.export.Vintages(s.Pages, files, errs)
	if s.Assets.Path(exploring) != "" {
		s.export.Frames(files, s.noteTexts)
	}
	s.export.Facts(s.Pages, files)
	s.export.Pictures(files, errs)
	s.Copies(files)
	s.export.Icons(files, errs)
	s.export.Logo(files)
	s.export.Sitemap(s.Pages, files)
	s.export.Search(s.Assets.Path("search-panel.js") != "", files)
	for name, data := range schema.Documents(s.Address("schema/"), schema.Names(s.Data)) {
		files["schema/"+name] = data
	}
	maps.Copy(files, s.bulk)
	for _, path := range slices.Sorted(maps.Keys(s.files)) {
		if _, taken := files[path]; taken || reserved(path) {
			errs.Errorf(diag.Pos{File: "content/" + s.files[path]}, "its address /%s is taken", path).
				Hint("give the file another name or folder")
			continue
		}
		src, err := fs.ReadFile(s.opts.Assets, s.files[path])
		if err != nil {
			errs.Errorf(diag.Pos{File: "content/" + s.files[path]}, "the file cannot be read")
			continue
		}
		if wrong := inert.Check(path, src); wrong != nil && !s.Config.UnsafeHTML {
			wrong.Pos.File = "content/" + s.files[path]
			errs.Add(wrong)
			continue
		}
		files[path] = src
	}
}

// reserved reports whether a path is one that the publisher keeps for itself.
func reserved(path string) bool {
	top, _, _ := strings.Cut(path, "/")
	return top == "manifest.json" || strings.HasPrefix(top, ".git")
}

// basePath is the path part of the published address: "/burden-sharing/".
func (s *Site) basePath() string {
	u, err := url.Parse(s.Config.BaseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.Path
}
