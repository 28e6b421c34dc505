package asset

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"

	"burdenshare/internal/diag"
)

// A Library is a package that a page fetches when a reader asks for what it
// does: Script, small, is on the pages and offers it; Entry is bundled with
// the package.
type Library struct {
	Package string // its name in package.json
	Entry   string
	Script  string
	Without string // what a site does without it
}

// Libraries are those that the default templates can use.
var Libraries = []Library{
	{"echarts", "echarts.js", "explore.js", "charts stay still pictures"},
	{"minisearch", "search-panel.js", "search.js", "the search field leads to the list of everything by name"},
}

// A Cache keeps what is slow to make, by a name that says what it was made
// of. Get gives nil for what it does not have; Put may fail silently.
type Cache interface {
	Get(name string) []byte
	Put(name string, data []byte)
}

// AddLibraries bundles the packages of these names from the node_modules of
// root, and adds the scripts that offer them. For each it is all or nothing: a
// page without the library does not offer it. Templates without the entries
// of a library do not want it.
func (s *Set) AddLibraries(templates, root fs.FS, cache Cache, packages []string) diag.List {
	var errs diag.List
	for _, l := range Libraries {
		if slices.Contains(packages, l.Package) {
			s.addLibrary(l, templates, root, cache, &errs)
		}
	}
	return errs
}

func (s *Set) addLibrary(l Library, templates, root fs.FS, cache Cache, errs *diag.List) {
	entry, err := fs.ReadFile(templates, path.Join("assets", l.Entry))
	if _, err2 := fs.Stat(templates, path.Join("assets", l.Script)); err != nil || err2 != nil {
		return
	}
	name := l.key(root, entry)
	library := cached(cache, name)
	if library == nil {
		if library = l.bundle(root, entry, errs); library == nil {
			return
		}
		cache.Put(name, seal(library))
	}
	if script := s.bundle(templates, l.Script, errs); script != nil {
		s.publish(l.Entry, library)
		s.publish(l.Script, script)
	}
}

// publish adds a built file under a name that says its content.
func (s *Set) publish(entry string, out []byte) {
	sum := sha256.Sum256(out)
	ext := path.Ext(entry)
	name := "assets/" + strings.TrimSuffix(entry, ext) + "-" + hex.EncodeToString(sum[:4]) + ext
	s.Files[name], s.paths[entry] = out, name
}

// key names a bundle by what it is made of: what is asked for and
// installed, the entry, the bundler and its settings.
func (l Library) key(root fs.FS, entry []byte) string {
	h := sha256.New()
	for _, name := range []string{"package-lock.json", "node_modules/.package-lock.json"} {
		data, _ := fs.ReadFile(root, name)
		fmt.Fprintf(h, "%s %d\n%s", name, len(data), data)
	}
	fmt.Fprintf(h, "entry %d\n%s", len(entry), entry)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "github.com/evanw/esbuild" {
				fmt.Fprintf(h, "esbuild %s\n", m.Version)
			}
		}
	}
	fmt.Fprintf(h, "for %v", engines)
	return strings.TrimSuffix(l.Entry, ".js") + "-" + hex.EncodeToString(h.Sum(nil)[:16]) + ".js"
}

// seal puts a checksum before a cached file, so that one which was cut short
// or changed is made again.
func seal(data []byte) []byte {
	sum := sha256.Sum256(data)
	return append([]byte(hex.EncodeToString(sum[:])+"\n"), data...)
}

func cached(cache Cache, name string) []byte {
	sum, data, ok := strings.Cut(string(cache.Get(name)), "\n")
	if got := sha256.Sum256([]byte(data)); !ok || sum != hex.EncodeToString(got[:]) {
		return nil
	}
	return []byte(data)
}

// bundle bundles an entry with the packages it imports, leaving out
// what it does not use.
func (l Library) bundle(root fs.FS, entry []byte, errs *diag.List) []byte {
	p := &packages{root: root, read: map[string]*manifest{}}
	r := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: string(entry), Sourcefile: l.Entry, Loader: api.LoaderJS},
		Bundle: true, Write: false, Outfile: "out.js", Format: api.FormatIIFE,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsInline,
		Define:  map[string]string{"process.env.NODE_ENV": `"production"`},
		Engines: engines, Plugins: []api.Plugin{p.plugin()}, LogLevel: api.LogLevelSilent,
	})
	if len(r.Errors) > 0 { // the others have the same cause
		m := r.Errors[0]
		e := &diag.Error{Pos: diag.Pos{File: "templates/assets/" + l.Entry}, Msg: m.Text, Severity: diag.Warning,
			HintText: l.Without + "; run npm ci --ignore-scripts, or take package.json away"}
		if l := m.Location; l != nil {
			e.Pos.Line, e.Pos.Col = l.Line, l.Column+1
			if _, name, ok := strings.Cut(l.File, ":"); ok {
				e.Pos.File = name
			}
		}
		errs.Add(e)
		return nil
	}
	return r.OutputFiles[0].Contents
}

// packages finds modules in a node_modules folder, as Node does, as far as
// libraries for the browser need it.
type packages struct {
	root fs.FS
	mu   sync.Mutex
	read map[string]*manifest // by the package's folder
}

// A manifest is what matters here of a package.json.
type manifest struct {
	Module      string
	Main        string
	Exports     any
	SideEffects any
}

const librarySpace = "npm"

func (p *packages) plugin() api.Plugin {
	return api.Plugin{Name: librarySpace, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			file, err := p.resolve(a.Path, a.Importer)
			effects := api.SideEffectsTrue
			if err == nil && !p.hasEffects(file) {
				effects = api.SideEffectsFalse
			}
			return api.OnResolveResult{Path: file, Namespace: librarySpace, SideEffects: effects}, err
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: librarySpace}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			src, err := fs.ReadFile(p.root, a.Path)
			text := string(src)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, err
		})
	}}
}

// resolve gives the file that a module means by an import.
func (p *packages) resolve(name, importer string) (string, error) {
	from := "."
	if strings.HasPrefix(importer, "node_modules/") {
		from = path.Dir(importer)
	}
	if strings.HasPrefix(name, ".") {
		return p.file(path.Join(from, name))
	}
	parts := strings.SplitN(name, "/", 3)
	n := 1
	if strings.HasPrefix(name, "@") {
		n = 2
	}
	pkg, sub := strings.Join(parts[:min(n, len(parts))], "/"), strings.Join(parts[min(n, len(parts)):], "/")
	for dir := from; ; dir = path.Dir(dir) {
		folder := path.Join(dir, "node_modules", pkg)
		if _, err := fs.Stat(p.root, folder); err == nil {
			return p.inside(folder, sub)
		}
		if dir == "." {
			return "", fmt.Errorf("the package %q is not in node_modules", pkg)
		}
	}
}

// inside gives the file that a package means by a path in it.
func (p *packages) inside(folder, sub string) (string, error) {
	m := p.manifest(folder)
	key := "."
	if sub != "" {
		key = "./" + sub
	}
	if to := m.export(key); to != "" {
		return p.file(path.Join(folder, to))
	}
	if sub == "" {
		sub = cmp.Or(m.Module, m.Main, "index.js")
	}
	return p.file(path.Join(folder, sub))
}

// export gives the target of a path that the package exports, "" when it does
// not say.
func (m *manifest) export(key string) string {
	if paths, ok := m.Exports.(map[string]any); ok && paths["."] != nil {
		return choose(paths[key])
	}
	if key == "." {
		return choose(m.Exports)
	}
	return ""
}

// choose gives the target of an export for a bundler that wants modules for
// the browser.
func choose(target any) string {
	switch t := target.(type) {
	case string:
		return t
	case map[string]any:
		for _, condition := range []string{"browser", "module", "import", "default"} {
			if to := choose(t[condition]); to != "" {
				return to
			}
		}
	}
	return ""
}

// file gives the file of a path that may lack its ending.
func (p *packages) file(name string) (string, error) {
	for _, try := range []string{name, name + ".js", name + ".mjs", path.Join(name, "index.js")} {
		if info, err := fs.Stat(p.root, try); err == nil && !info.IsDir() {
			return try, nil
		}
	}
	return "", fmt.Errorf("there is no %s", name)
}

// hasEffects says whether a module must be kept though nothing of it is used.
func (p *packages) hasEffects(file string) bool {
	folder := packageOf(file)
	switch effects := p.manifest(folder).SideEffects.(type) {
	case bool:
		return effects
	case []any:
		rel := strings.TrimPrefix(file, folder+"/")
		return slices.ContainsFunc(effects, func(e any) bool {
			pattern, _ := e.(string)
			ok, err := path.Match(strings.TrimPrefix(pattern, "./"), rel)
			return ok || errors.Is(err, path.ErrBadPattern)
		})
	}
	return true
}

// packageOf gives the folder of a file's package.
func packageOf(file string) string {
	i := strings.LastIndex(file, "node_modules/") + len("node_modules/")
	parts := strings.SplitN(file[i:], "/", 3)
	n := 1
	if strings.HasPrefix(parts[0], "@") {
		n = 2
	}
	return file[:i] + strings.Join(parts[:min(n, len(parts))], "/")
}

// manifest reads a package.json once; esbuild asks from several goroutines.
func (p *packages) manifest(folder string) *manifest {
	p.mu.Lock()
	defer p.mu.Unlock()
	m := p.read[folder]
	if m == nil {
		m = &manifest{}
		if data, err := fs.ReadFile(p.root, folder+"/package.json"); err == nil {
			_ = json.Unmarshal(data, m) // one that cannot be read says nothing
		}
		p.read[folder] = m
	}
	return m
}
