// Package reading reads all that a report is made from: the first half of the
// line of rooms. The second, putting the report together and rendering it, is
// the site's.
//
// A Reader that keeps reads again only what has changed, for the preview. It
// goes by bytes, not by times, so that a change in the same instant is not
// missed. The package knows the order in which the rooms read, and nothing of
// what they make of it.
package reading

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"

	"burdenshare/internal/asset"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/look"
	"burdenshare/internal/phrase"
	"burdenshare/internal/plainfile"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// An Ask says what is wanted beyond what stands in the root.
type Ask struct {
	BaseURL string                                                               // instead of the one in config.toml; "" for that
	Options func(root fs.FS, theme *scene.Theme, book *phrase.Book) site.Options // of the site
	Dir     string                                                               // the root as a folder: libraries are fetched to and kept in it; "" for no libraries
	Say     func(what, about string)                                             // is told of what takes long; may be nil
}

// A Reader reads a root. It is used by one goroutine at a time.
type Reader struct {
	keep     bool
	articles *content.Memory
	data     kept[*dataset.Dataset]
	looks    kept[*looks]
	numbers  kept[*lexicon.Finder]
}

// Keeping makes a Reader that keeps what it has read. The zero Reader does
// not.
func Keeping() *Reader { return &Reader{keep: true, articles: &content.Memory{}} }

// looks is what is read from the templates.
type looks struct {
	assets    *asset.Set
	book      *phrase.Book
	templates *site.Templates
	theme     *scene.Theme
	brand     *look.Folder
	lexicon   *lexicon.Lexicon
}

// Read reads all that a report is made from. Without sound settings and
// figures no site can be made, only the mistakes in texts be found that do not
// follow from theirs.
func (r *Reader) Read(root fs.FS, ask Ask) (from site.State, sound bool, all diag.List) {
	from.Config, all = config.Load(root) // config.toml
	if ask.BaseURL != "" {
		from.Config.BaseURL = ask.BaseURL
	}
	var errs diag.List
	from.Data, errs = r.data.get(r.sum(root, "", "data"), func() (*dataset.Dataset, diag.List) {
		return dataset.Load(root) // data/
	})
	all.Add(errs...)
	sound = !all.Failed()
	dir := ask.Dir
	if !sound {
		dir = "" // npm is not run for what cannot be shown
	}
	seen, errs := r.looks.get(r.sum(root, dir, config.File, look.Dir, "package.json", "package-lock.json"), func() (*looks, diag.List) {
		return readLooks(root, from.Config, dir, ask.Say) // templates/, package.json, node_modules
	})
	all.Add(errs...)
	from.Assets, from.Templates = seen.assets, seen.templates
	prose := content.Options{Home: from.Config.Home, UnsafeHTML: from.Config.UnsafeHTML, Memory: r.articles, Numbers: r.finder(from, seen)}
	from.Content, errs = content.Load(root, prose) // content/
	all.Add(errs...)
	from.Options = ask.Options(root, seen.theme, seen.book)
	from.Options.Lexicon, from.Options.Prose = seen.lexicon, prose
	from.Options.Brand = seen.brand
	return from, sound, all
}

// finder returns what finds the numbers of articles that need evidence. It is
// the same while nothing that it knows has changed.
func (r *Reader) finder(from site.State, seen *looks) *lexicon.Finder {
	nouns, marks := from.Config.Nouns(), from.Data.Marks()
	sum := ""
	if r.keep {
		sum = fmt.Sprintf("%p %q %v", seen.lexicon, nouns, marks)
	}
	f, _ := r.numbers.get(sum, func() (*lexicon.Finder, diag.List) { return seen.lexicon.Finder(nouns, marks), nil })
	return f
}

func readLooks(root fs.FS, cfg *config.Config, dir string, say func(what, about string)) (*looks, diag.List) {
	var all diag.List
	folder, errs := look.Templates(root, templates.FS) // templates/, over the program's
	all.Add(errs...)
	all.Add(folder.Apply(cfg.Look)...) // [look] in config.toml
	all.Add(folder.Unused(cfg.Look)...)
	seen := &looks{brand: folder}
	seen.assets, errs = asset.Load(folder) // templates/assets
	all.Add(errs...)
	seen.book, errs = phrase.Load(folder, templates.FS, cfg.Language) // templates/strings.toml
	all.Add(errs...)
	seen.lexicon, errs = lexicon.Load(folder, cfg.Language) // templates/lexicon.<language>.toml
	all.Add(errs...)
	seen.templates, errs = site.LoadTemplates(folder, folder.Own, seen.book) // templates/
	all.Add(errs...)
	seen.theme, errs = scene.ReadTheme(folder) // templates/assets, the palette
	all.Add(errs...)
	if dir != "" {
		all.Add(libraries(root, folder, dir, seen.assets, say)...) // package.json, node_modules
		if seen.theme != nil {
			seen.theme.Faces = seen.assets.Outlines()
		}
	}
	return seen, all
}

// kept is what was read last, and the sum of what it was read from.
type kept[T any] struct {
	sum   string
	value T
	errs  diag.List
}

// get reads anew unless the sum is the last one's. Without a sum nothing is
// kept. The findings are the caller's own.
func (k *kept[T]) get(sum string, read func() (T, diag.List)) (T, diag.List) {
	if sum == "" {
		return read()
	}
	if sum != k.sum {
		k.value, k.errs = read()
		k.sum = sum
	}
	list := make(diag.List, len(k.errs))
	for i, e := range k.errs {
		own := *e
		list[i] = &own
	}
	return k.value, list
}

// sum returns a checksum of files and folders of the root; "" for a Reader that
// does not keep.
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
