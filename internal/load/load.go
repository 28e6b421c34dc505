// Package load loads everything that a report is made from. Assembling and rendering the report is the task of
// package site.
//
// For the preview, a Reader can keep what it has loaded and load again only what has changed. It compares bytes and
// not times, so that a change in the same instant is not missed. The package knows the order of loading, but not the
// contents.
package load

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"burdenshare/internal/asset"
	"burdenshare/internal/cache"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/look"
	"burdenshare/internal/plainfile"
	"burdenshare/internal/report"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// An Options contains the options of Read.
type Options struct {
	BaseURL  string                   // instead of the one in config.toml; "" to use that
	Site     site.Options             // the options of the site
	Dir      string                   // the root as a folder: libraries are installed in it; "" for no libraries
	Texts    *content.BuildCache      // texts that former builds have read; nil for none
	Aside    *cache.Aside             // where texts are while they are not needed, unless kept; nil for in memory
	Progress func(what, about string) // is called before slow steps; may be nil
}

// Data loads the data of a report with these settings.
func Data(root fs.FS, cfg *config.Config) (*dataset.Dataset, diag.List) {
	return dataset.LoadFor(root, cfg.Terms)
}

// Inputs loads what an answer needs: settings, figures, words and messages, and no texts.
func Inputs(root fs.FS) (in report.Inputs, all diag.List) {
	var errs diag.List
	in.Config, all = config.Load(root) // config.toml
	in.Data, errs = Data(root, in.Config)
	all.Add(errs...)
	folder, errs := look.Templates(root, templates.FS) // templates/, in front of the program's
	all.Add(errs...)
	in.Lexicon, errs = lexicon.Load(folder, in.Config.Language)
	all.Add(errs...)
	in.Catalog, errs = i18n.Load(folder, templates.FS, in.Config.Language)
	all.Add(errs...)
	return in, all
}

// A Reader loads a root. It must not be used concurrently.
type Reader struct {
	keep     bool
	articles *content.Cache
	data     cached[*dataset.Dataset]
	looks    cached[*site.Looks]
	numbers  cached[*lexicon.Finder]
}

// Keeping returns a Reader that keeps what it has loaded. The zero Reader does not.
func Keeping() *Reader { return &Reader{keep: true, articles: &content.Cache{}} }

// Rereading returns a Reader that keeps all but texts, which it reads each time.
func Rereading() *Reader { return &Reader{keep: true} }

// Read loads everything that a report is made from. It reports whether the settings and figures are sound. If they
// are not, no site can be made; the errors in texts are still reported, except those that may follow from errors in
// settings or figures.
func (r *Reader) Read(root fs.FS, ask Options) (from site.State, sound bool, all diag.List) {
	now := &snapshot{FS: root}
	from.Config, all = config.Load(now) // config.toml
	if ask.BaseURL != "" {
		from.Config.BaseURL = ask.BaseURL
	}
	var errs diag.List
	figures := r.sum(now, fmt.Sprint(from.Config.Terms), "data")
	from.Data, errs = r.data.get(figures, func() (*dataset.Dataset, diag.List) {
		return Data(now, from.Config) // data/
	})
	all.Add(errs...)
	sound = !all.Failed()
	dir := ask.Dir
	if !sound {
		dir = "" // npm is not run if there will be no site
	}
	looked := []string{look.Dir, "package.json", "package-lock.json"}
	if from.Config.Look.Set() {
		looked = append(looked, config.File) // any of its lines may move [look], and errors have their place
	}
	sum := r.sum(now, dir+" "+from.Config.Language, looked...)
	from.Looks, errs = r.looks.get(sum, func() (*site.Looks, diag.List) {
		return readLooks(now, from.Config, dir, ask.Progress) // templates/, package.json, node_modules
	})
	all.Add(errs...)
	prose := content.Options{Home: from.Config.Home, UnsafeHTML: from.Config.UnsafeHTML, Cache: r.articles,
		Kinds: strings.Join(kind.All.Names(), " "), Stored: ask.Texts, Numbers: r.finder(from)}
	if c := from.Catalog; c != nil { // what stands around quoted words
		open, end, _ := strings.Cut(c.Message("evidence.quoted", "words", "\n"), "\n")
		prose.Words = content.Words{Open: open, Close: end, Before: c.Message("text.before"),
			After: c.Message("text.after"), Section: c.Message("text.section"),
			Back: c.Message("text.back"), Table: c.Message("text.table"),
			Done: c.Message("text.done"), ToDo: c.Message("text.to_do"),
			NewSummary: c.Message("text.new_summary"), NewText: c.Message("text.new_text")}
	}
	if r.articles == nil {
		prose.Aside = ask.Aside
	}
	from.Content, errs = content.Load(root, prose) // content/
	all.Add(errs...)
	from.Files, _ = fs.Sub(root, "content") // a valid name
	from.Prose, from.Options = prose, ask.Site
	return from, sound, all
}

// finder returns the Finder of numbers that need evidence. It returns the same one while nothing it depends on has
// changed.
func (r *Reader) finder(from site.State) *lexicon.Finder {
	nouns, marks := from.Config.Nouns(), from.Data.Marks()
	if from.Data.Doubts.Explain("unknown guideline") {
		marks = nil // the number that a text has may be one that could not be read
	}
	sum := ""
	if r.keep {
		sum = fmt.Sprintf("%p %q %v", from.Lexicon, nouns, marks)
	}
	f, _ := r.numbers.get(sum, func() (*lexicon.Finder, diag.List) { return from.Lexicon.Finder(nouns, marks), nil })
	return f
}

func readLooks(root fs.FS, cfg *config.Config, dir string, say func(what, about string)) (*site.Looks, diag.List) {
	var all diag.List
	folder, errs := look.Templates(root, templates.FS) // templates/, in front of the program's
	all.Add(errs...)
	all.Add(folder.Apply(cfg.Look)...) // [look] in config.toml
	all.Add(folder.Unused(cfg)...)
	seen := &site.Looks{Brand: folder}
	var bundled diag.List
	var bundling sync.WaitGroup
	bundling.Go(func() { // which takes the longest, and nothing of the rest
		seen.Assets, bundled = asset.Load(folder) // templates/assets
		if dir != "" {
			bundled.Add(libraries(root, folder, dir, seen.Assets, say)...) // package.json, node_modules
		}
	})
	seen.Catalog, errs = i18n.Load(folder, templates.FS, cfg.Language) // templates/strings.toml
	all.Add(errs...)
	seen.Lexicon, errs = lexicon.Load(folder, cfg.Language) // templates/lexicon.<language>.toml
	all.Add(errs...)
	seen.Templates, errs = site.LoadTemplates(folder, folder.Own, seen.Catalog) // templates/
	all.Add(errs...)
	seen.Theme, errs = scene.ReadTheme(folder) // templates/assets, the palette
	all.Add(errs...)
	bundling.Wait()
	all.Add(bundled...)
	if dir != "" {
		seen.Theme.Faces = seen.Assets.Outlines()
	}
	return seen, all
}

// cached is what was loaded last, and the checksum of its files.
type cached[T any] struct {
	sum   string
	value T
	errs  diag.List
}

// get calls read unless the checksum is unchanged. Without a checksum nothing is kept. The caller may change the
// returned list.
func (k *cached[T]) get(sum string, read func() (T, diag.List)) (T, diag.List) {
	if sum == "" {
		return read()
	}
	if sum != k.sum {
		k.value, k.errs = read()
		k.sum = sum
	}
	return k.value, k.errs.Clone()
}

// sum returns a checksum of files and folders of the root; "" for a Reader that does not keep.
func (r *Reader) sum(root fs.FS, salt string, names ...string) string {
	if !r.keep {
		return ""
	}
	h := sha256.New()
	put := func(b []byte) {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(b))))
		h.Write(b)
	}
	put([]byte(salt))
	for _, name := range names {
		err := fs.WalkDir(root, name, func(path string, d fs.DirEntry, err error) error {
			put([]byte(path))
			switch {
			case err != nil:
				put([]byte(plainfile.Cause(err).Error()))
			case d.Type().IsRegular():
				src, err := fs.ReadFile(root, path)
				put(src)
				put(fmt.Append(nil, err))
			default:
				put([]byte(d.Type().String()))
			}
			return nil
		})
		put(fmt.Append(nil, err))
	}
	return string(h.Sum(nil))
}

// A snapshot is a root whose files are read once, whatever happens to them meanwhile. An editor that saves empties a
// file before filling it.
type snapshot struct {
	fs.FS
	files sync.Map // of func() ([]byte, error), by name
}

// ReadFile returns what the file had in it when it was first read.
func (m *snapshot) ReadFile(name string) ([]byte, error) {
	read, _ := m.files.LoadOrStore(name, sync.OnceValues(func() ([]byte, error) { return fs.ReadFile(m.FS, name) }))
	return read.(func() ([]byte, error))()
}

// ReadDir lists a folder.
func (m *snapshot) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(m.FS, name) }

// Stat returns a description of a file or folder.
func (m *snapshot) Stat(name string) (fs.FileInfo, error) { return fs.Stat(m.FS, name) }
