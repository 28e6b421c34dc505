// Package asset turns the style sheets and scripts below templates/assets into
// the files that pages load: bundled, minified and named by their content, so
// that a browser may keep them for ever.
//
// It reads an fs.FS and writes nothing. What a page does with a file is the
// site's; where the file lands is publish's.
package asset

import (
	"io/fs"
	"maps"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"burdenshare/internal/diag"
)

// entries are the files that pages ask for by name; what they import is
// bundled into them.
var entries = []string{"site.css", "facts.js", "compare.js", "whatif.js", "tables.js"}

// engines are the oldest browsers that the files are made for.
var engines = []api.Engine{{Name: api.EngineChrome, Version: "111"}, {Name: api.EngineFirefox, Version: "113"}, {Name: api.EngineSafari, Version: "16.4"}}

// A Set is every built file.
type Set struct {
	Files map[string][]byte // by the path it is published at: "assets/site-1a2b3c4d.css"
	paths map[string]string // by the name of the entry
}

// Path gives the path at which an entry is published, "" when there is none
// of that name.
func (s *Set) Path(entry string) string { return s.paths[entry] }

// Names gives the path of each entry by its name.
func (s *Set) Names() map[string]string { return maps.Clone(s.paths) }

// Load builds the assets of a templates folder.
func Load(templates fs.FS) (*Set, diag.List) {
	s := &Set{Files: map[string][]byte{}, paths: map[string]string{}}
	var errs diag.List
	for _, entry := range entries {
		if _, err := fs.Stat(templates, path.Join("assets", entry)); err != nil {
			errs.Errorf(diag.Pos{File: "templates/assets/" + entry}, "the file is missing").
				Hint("copy it from the default templates, or take the templates folder away to use those")
			continue
		}
		out := s.bundle(templates, entry, &errs)
		if out == nil {
			continue
		}
		s.publish(entry, out)
	}
	return s, errs
}

// bundle lets esbuild read from the fs.FS, by taking over how it finds and
// loads files.
func (s *Set) bundle(templates fs.FS, entry string, errs *diag.List) []byte {
	const space = "templates"
	files := api.Plugin{Name: space, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := path.Join("assets", a.Path)
			if a.Importer != "" {
				name = path.Join(path.Dir(a.Importer), a.Path)
			}
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			src, err := fs.ReadFile(templates, a.Path)
			text := string(src)
			loader := api.LoaderJS
			if path.Ext(a.Path) == ".css" {
				loader = api.LoaderCSS
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, err
		})
	}}
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Write: false, Outfile: "out" + path.Ext(entry),
		MinifyWhitespace: true, MinifySyntax: true, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsNone,
		Engines: engines, Plugins: []api.Plugin{files}, LogLevel: api.LogLevelSilent,
	})
	for _, m := range r.Errors {
		errs.Add(finding(m, entry, diag.Err))
	}
	for _, m := range r.Warnings {
		errs.Add(finding(m, entry, diag.Warning))
	}
	if len(r.Errors) > 0 {
		return nil
	}
	return r.OutputFiles[0].Contents
}

func finding(m api.Message, entry string, sev diag.Severity) *diag.Error {
	e := &diag.Error{Pos: diag.Pos{File: "templates/assets/" + entry}, Msg: m.Text, Severity: sev}
	if l := m.Location; l != nil {
		_, name, _ := strings.Cut(l.File, ":") // "templates:assets/site.css"
		e.Pos = diag.Pos{File: "templates/" + name, Line: l.Line, Col: l.Column + 1}
		if l.Suggestion != "" {
			e.HintText = "write " + l.Suggestion
		}
	}
	return e
}
