// Build makes a burden-sharing report: it reads config.toml, data/, content/
// and templates/ and writes a complete static site into public/.
//
//	go run ./cmd/build [-root DIR] [-out DIR] [-base-url URL] [-as-of DAY] [-drafts] [-check [-against OLD]] [-strict] [-format F] [-quiet]
//
// Problems go to standard error, all of them at once; the closing summary
// goes to standard output. Exit status: 0 built; 1 something in config, data,
// content or templates is wrong, and the output is untouched; 2 wrong usage.
package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"burdenshare/internal/asset"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/phrase"
	"burdenshare/internal/picture"
	"burdenshare/internal/publish"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	started := time.Now()
	o, status := parseOptions(args, stderr)
	if o == nil {
		return status
	}
	root, err := os.OpenRoot(o.root) // nothing outside is read, not even through links
	if err != nil {
		return usage(stderr, "-root %s: %v", o.root, reason(err))
	}
	defer root.Close()
	if o.against != "" {
		if o.old, err = against(o); err != nil {
			return usage(stderr, "-against %s: %v", o.against, err)
		}
	}

	r := &report{options: o, stdout: stdout, stderr: stderr}
	if !o.check {
		o.pictures = picture.OpenCache(root)
	}
	_, files := build(root.FS(), o, r)
	if r.failed() {
		return r.refuse()
	}
	stats := publish.Stats{Files: len(files)}
	if !o.check {
		if stats, err = publish.Write(o.out, files); err != nil {
			msg, hint, _ := strings.Cut(err.Error(), "\n\thint: ")
			r.errs.Add(&diag.Error{Msg: msg, Hint: hint})
			return r.refuse()
		}
		if stats.Warning != "" {
			r.errs.Add(&diag.Error{Msg: stats.Warning, Severity: diag.Warning})
		}
	}
	o.pictures.Sweep()
	r.summary(stats, time.Since(started))
	return 0
}

// build reads everything, puts the report together and renders it. What is
// wrong goes to the report; the files are good only when nothing is.
func build(root fs.FS, o *options, r *report) (*site.Site, map[string][]byte) {
	looks, err := templatesOf(root)
	if err != nil {
		r.errs.Errorf(diag.Pos{File: "templates"}, "make it a folder below the root, or take it away to use the default templates", "the templates cannot be read: %v", reason(err))
		looks = templates.FS
	}

	cfg, errs := config.Load(root) // config.toml
	r.add(errs)
	if o.baseURL != "" {
		cfg.BaseURL = o.baseURL
	}
	data, errs := dataset.Load(root) // data/
	r.add(errs)
	sound := !r.errs.Failed()
	texts, errs := content.Load(root, content.Options{Home: cfg.Home, UnsafeHTML: cfg.UnsafeHTML}) // content/
	r.add(errs)
	assets, errs := asset.Load(looks) // templates/assets
	r.add(errs)
	book, errs := phrase.Load(looks, templates.FS, cfg.Language) // templates/strings.toml
	r.add(errs)
	pages, errs := site.LoadTemplates(looks, book) // templates/
	r.add(errs)
	o.book = book
	o.look, errs = picture.ReadLook(looks) // templates/assets, as pictures follow it
	r.add(errs)
	if sound && !o.check {
		r.add(libraries(root, looks, assets, r)) // package.json, node_modules
	}
	if !sound {
		return nil, nil // every fact would fail for the same reason
	}
	s, errs := site.Assemble(cfg, data, texts, assets, o.site(root)) // every embed answered, every chart drawn
	r.site = s
	r.add(errs)
	if o.old != nil {
		r.change(site.Compare(cfg, o.old, data, texts, assets, o.site(root))) // what the new data change
	}
	if r.failed() {
		return s, nil
	}
	files, errs := s.Render(pages) // the bytes of every output file
	r.add(errs)
	return s, files
}

// templatesOf gives the root's own templates, or the default ones where the
// root has none.
func templatesOf(root fs.FS) (fs.FS, error) {
	info, err := fs.Stat(root, "templates")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return templates.FS, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, errors.New("it is not a folder")
	}
	return fs.Sub(root, "templates")
}
