// Package asset builds the style sheets and scripts below templates/assets into the files that pages load: bundled,
// minified and named by their content, so that a browser may cache them for ever.
//
// It reads templates from an fs.FS and npm packages from a node_modules folder, and writes nothing. Package site
// decides what a page does with a file, and package publish where the file is written.
package asset

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"burdenshare/internal/diag"
)

// entries are the files that pages ask for by name; what they import is bundled into them.
var entries = []string{"site.css", "tooltips.js", "facts.js", "glossary.js", "compare.js", "whatif.js", "tables.js",
	"scheme.js", "share.js"}

// engines lists the oldest browsers that the files are built for.
var engines = []api.Engine{
	{Name: api.EngineChrome, Version: "111"}, {Name: api.EngineFirefox, Version: "113"},
	{Name: api.EngineSafari, Version: "16.4"},
}

// A Set is the set of built files.
type Set struct {
	Files    map[string][]byte   // by the path it is published at: "assets/site-1a2b3c4d.css"
	Preloads []Preload           // typefaces that nearly every page needs
	drawn    map[string][][]byte // files that pictures are written with, by typeface and style
	paths    map[string]string   // by the name of the entry
}

// Path returns the path at which an entry is published, or "" if there is no entry of that name.
func (s *Set) Path(entry string) string { return s.paths[entry] }

// Names returns the path of each entry by its name.
func (s *Set) Names() map[string]string { return maps.Clone(s.paths) }

// Load builds the assets of a templates folder.
func Load(templates fs.FS) (*Set, diag.List) {
	s := &Set{Files: map[string][]byte{LicencesFile: []byte(ownLicence)}, paths: map[string]string{},
		drawn: map[string][][]byte{}}
	var errs diag.List
	for _, entry := range entries {
		out, found := s.bundle(templates, entry, api.BuildOptions{LegalComments: api.LegalCommentsNone})
		errs.Add(found...)
		if out != nil {
			s.publish(entry, out)
		}
	}
	return s, errs
}

// space is the esbuild namespace of files of the templates.
const space = "templates"

// bundle bundles an entry with what it imports: files of the templates by their path, and packages from the
// node_modules of o.AbsWorkingDir. What style sheets name, such as a typeface, is published beside them. Out is nil
// if the entry cannot be built.
func (s *Set) bundle(templates fs.FS, entry string, o api.BuildOptions) (out []byte, errs diag.List) {
	o.EntryPoints, o.Bundle, o.Write = []string{entry}, true, false
	o.Outfile, o.AssetNames = "out"+path.Ext(entry), "[name]-[hash]"
	o.MinifyWhitespace, o.MinifySyntax, o.MinifyIdentifiers, o.Charset = true, true, true, api.CharsetUTF8
	o.Engines, o.LogLevel, o.TsconfigRaw = engines, api.LogLevelSilent, "{}"
	o.Plugins = []api.Plugin{{Name: space, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			found := resolve(a)
			found.External = found.Path == "" && o.Packages == api.PackagesExternal
			if found.External {
				found.Path = a.Path
			}
			return found, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			src, err := fs.ReadFile(templates, a.Path)
			if err != nil {
				err = fmt.Errorf("there is no templates/%s", a.Path)
			}
			return api.OnLoadResult{Contents: new(string(src)),
				Loader: cmp.Or(loaders[path.Ext(a.Path)], api.LoaderFile), ResolveDir: o.AbsWorkingDir}, err
		})
	}}}
	r := api.Build(o)
	for _, m := range r.Errors {
		errs.Add(finding(m, entry, diag.Err))
	}
	for _, m := range r.Warnings {
		errs.Add(finding(m, entry, diag.Warning))
	}
	if len(r.Errors) > 0 {
		return nil, errs
	}
	for _, f := range r.OutputFiles {
		if name := path.Base(strings.ReplaceAll(f.Path, `\`, "/")); name != path.Base(o.Outfile) {
			s.Files["assets/"+name] = f.Contents
			continue
		}
		out = f.Contents
	}
	return out, errs
}

// resolve resolves an import of a file of the templates. Packages, and addresses of other sites, are left to esbuild.
func resolve(a api.OnResolveArgs) api.OnResolveResult {
	style := path.Ext(a.Importer) == ".css" // imports of style sheets need no "./"
	switch {
	case a.Kind == api.ResolveEntryPoint:
		return api.OnResolveResult{Path: path.Join("assets", a.Path), Namespace: space}
	case a.Namespace != space, strings.ContainsAny(a.Path, ":#"), !style && !strings.HasPrefix(a.Path, "."):
		return api.OnResolveResult{}
	}
	return api.OnResolveResult{Path: path.Join(path.Dir(a.Importer), a.Path), Namespace: space}
}

// loaders are for the files that are bundled, by their extensions; others are published as they are.
var loaders = map[string]api.Loader{".css": api.LoaderCSS, ".js": api.LoaderJS, ".mjs": api.LoaderJS}

// finding returns an error of esbuild at its place.
func finding(m api.Message, entry string, sev diag.Severity) *diag.Error {
	msg := strings.ToLower(m.Text[:1]) + m.Text[1:]
	e := &diag.Error{Pos: diag.Pos{File: "templates/assets/" + entry}, Msg: msg, Severity: sev}
	if l := m.Location; l != nil {
		file := l.File // "templates:assets/site.css", or in a package "node_modules/echarts/core.js"
		if name, own := strings.CutPrefix(file, space+":"); own {
			file = "templates/" + name
		}
		e.Pos = diag.Pos{File: file, Line: l.Line, Col: l.Column + 1}
		if l.Suggestion != "" {
			e.HintText = "write " + l.Suggestion
		}
	}
	return e
}
