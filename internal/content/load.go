package content

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/parallel"
	"burdenshare/internal/plainfile"
)

const (
	root        = "content"
	articlesDir = "content/articles"
	pagesDir    = "content/pages"
)

// Load loads content/ below fsys. Files with errors are in the Content as far as they could be read; the sorted list
// contains the errors of all files. Without content/ the Content is empty: a report may consist of figures alone.
func Load(fsys fs.FS, opts Options) (*Content, diag.List) {
	c := &Content{}
	files, errs := c.walk(fsys)

	grouped := lists.Groups(files, groupOf)
	read := make([][]cachedFile, len(grouped))
	parallel.Do(len(grouped), func(n int) {
		read[n] = opts.Cache.read(fsys, grouped[n], opts)
		for _, r := range read[n] {
			r.article.setAside(opts.Aside)
		}
	})
	now := slices.Concat(read...)
	opts.Cache.keep(slices.Concat(grouped...), now, opts)

	for _, r := range now {
		errs.Add(r.errs.Clone()...)
		switch a := r.article; {
		case a == nil:
		case a.Kind == StandingPage:
			c.Pages = append(c.Pages, a)
		default:
			c.Articles = append(c.Articles, a)
		}
	}
	slices.SortFunc(c.Articles, func(a, b *Article) int {
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.Path, b.Path), cmp.Compare(a.File, b.File))
	})
	slices.SortFunc(c.Pages, func(a, b *Article) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Path, b.Path))
	})
	errs.Add(c.readClaims(fsys, opts)...)
	slices.Sort(c.Assets)
	errs.Add(addressConflicts(c)...)
	errs.Sort()
	return c, errs
}

// One loads the text of one file as Load does.
func One(fsys fs.FS, name string, opts Options) (*Article, diag.List) {
	opts.Stored = nil
	read := (*Cache)(nil).read(fsys, []string{name}, opts)[0]
	return read.article, read.errs
}

// IsArticle reports whether a file below the root is the text of an article.
func IsArticle(name string) bool { return isTextOf(articlesDir, name) }

// isTextOf reports whether a file is a text in a folder, or in a folder of its own there.
func isTextOf(folder, name string) bool {
	dir := path.Dir(name)
	return path.Ext(name) == ".md" && dir == folder || path.Base(name) == indexFile && path.Dir(dir) == folder
}

// walk sorts the files below content/ into Markdown files, assets and ignored files.
func (c *Content) walk(fsys fs.FS) (files []string, errs diag.List) {
	_ = fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		below := strings.TrimPrefix(name, root+"/")
		switch {
		case err != nil:
			if name == root && errors.Is(err, fs.ErrNotExist) {
				return fs.SkipAll
			}
			unreadable(&errs, name, err)
			return nil
		case d.IsDir() && isHidden(d.Name()):
			c.Ignored = append(c.Ignored, below+"/")
			return fs.SkipDir
		case d.IsDir():
			if path.Dir(name) == articlesDir && dayLength(d.Name()) > 0 && !hasIndex(fsys, name) {
				errs.Warnf(diag.Pos{File: name}, "a folder named like an article but without "+indexFile).
					Hint("rename the text to %s to make the folder an article", indexFile)
			}
			return nil
		case isHidden(d.Name()) || isBackup(d.Name()):
			c.Ignored = append(c.Ignored, below)
		case !d.Type().IsRegular():
			// A link could lead outside the report's folder.
			errs.Errorf(start(name), "%s", plainfile.Kind(d)).Hint("put the file itself here, not a link to it")
		case IsArticle(name) || isTextOf(pagesDir, name):
			files = append(files, name)
		case d.Name() != indexFile && strings.EqualFold(d.Name(), indexFile):
			errs.Errorf(start(name), "%s must be in lower case", indexFile).Hint("rename it to %s", indexFile)
		case isMarkdown(name) && path.Ext(name) != ".md":
			errs.Errorf(start(name), "Markdown files end in .md here").
				Hint("rename it to %s.md", strings.TrimSuffix(d.Name(), path.Ext(name)))
		case isMarkdown(name):
			errs.Errorf(start(name), "a Markdown file that is not a page").
				Hint("an article is %s/NAME.md or %[1]s/NAME/%[2]s, a standing page likewise in %[3]s, "+
					"a claim %[4]s/NAME.toml", articlesDir, indexFile, pagesDir, claimsDir)
		default:
			c.Assets = append(c.Assets, below)
		}
		return nil
	}) // what cannot be read is reported at its place
	return files, errs
}

// indexFile is the name of the text of an article that has its own folder with its pictures.
const indexFile = "index.md"

// hasIndex reports whether a folder has an indexFile, ignoring case.
func hasIndex(fsys fs.FS, dir string) bool {
	entries, err := fs.ReadDir(fsys, dir)
	isIndex := func(e fs.DirEntry) bool { return strings.EqualFold(e.Name(), indexFile) }
	return err != nil || slices.ContainsFunc(entries, isIndex)
}

// start returns the place of a problem with a file as a whole.
func start(file string) diag.Pos { return diag.Pos{File: file, Line: 1, Col: 1} }

func unreadable(errs *diag.List, name string, err error) {
	errs.Errorf(start(name), "cannot read: %v", plainfile.Cause(err)).
		Hint("files of a report must be ones that may be read")
}

func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isBackup reports whether a file was left by an editor or a file manager.
func isBackup(name string) bool {
	return slices.Contains([]string{".bak", ".orig", ".swp", ".swo", ".tmp"}, strings.ToLower(path.Ext(name))) ||
		strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		name == "Thumbs.db" || name == "desktop.ini"
}

func isMarkdown(name string) bool {
	return slices.Contains([]string{".md", ".markdown", ".mdown", ".mkd"}, strings.ToLower(path.Ext(name)))
}
