package site

import (
	"bytes"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
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
	s.addDownloads(files, errs)
	s.addFacts(files)
	s.addCards(files, errs)
	s.Copies(files)
	s.addIcons(files, errs)
	s.addLogo(files)
	s.addSitemap(files)
	s.addSearch(files)
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
		files[path] = src
	}
}

// reserved says whether a path is one that the publisher keeps for itself.
func reserved(path string) bool {
	top, _, _ := strings.Cut(path, "/")
	return top == "manifest.json" || strings.HasPrefix(top, ".git")
}

// releaseFiles gives each release as a file of its own, in the layout of
// data/, where its licence lets it be passed on.
func (s *Site) releaseFiles(files map[string][]byte) {
	var b []byte
	open := ""
	for i := range s.Data.Figures {
		f := &s.Data.Figures[i]
		if !s.Data.Sources[f.Source].Redistribute || f.Released.After(s.opts.AsOf) {
			continue
		}
		if f.Pos.File != open {
			if open != "" {
				files[open] = b
			}
			open, b = f.Pos.File, []byte("member,year,measure,value,status\n")
		}
		b = append(b, f.Member+","...)
		b = strconv.AppendInt(b, int64(f.Year), 10)
		b = append(b, ","+f.Measure+","...)
		b = strconv.AppendFloat(b, f.Value, 'f', f.Decimals, 64)
		b = append(b, ","+f.Status.String()+"\n"...)
	}
	if open != "" {
		files[open] = b
	}
}

// allFigures gives every figure that may be passed on in one file, with its
// source and day.
func (s *Site) allFigures() []byte {
	var b bytes.Buffer
	b.WriteString("member,year,measure,value,unit,status,source,released,notes\n")
	for i := range s.Data.Figures {
		f := &s.Data.Figures[i]
		if !s.Data.Sources[f.Source].Redistribute || f.Released.After(s.opts.AsOf) {
			continue
		}
		line := append(b.AvailableBuffer(), f.Member+","...)
		line = strconv.AppendInt(line, int64(f.Year), 10)
		line = append(line, ","+f.Measure+","...)
		line = strconv.AppendFloat(line, f.Value, 'f', f.Decimals, 64)
		line = append(line, ","+s.Data.Measures[f.Measure].Unit.ID+","+f.Status.String()+","+f.Source+","+f.Released.String()+","+noteIDs(f)+"\n"...)
		b.Write(line)
	}
	return b.Bytes()
}

// basePath is the path part of the published address: "/burden-sharing/".
func (s *Site) basePath() string {
	u, err := url.Parse(s.Config.BaseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.Path
}
