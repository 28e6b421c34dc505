// Build makes a burden-sharing report: it reads config.toml, data/, content/
// and templates/ and writes a complete static site into public/.
//
//	go run ./cmd/build [-root DIR] [-out DIR] [-base-url URL] [-as-of DAY] [-drafts] [-commit SHA] [-check [-against OLD]] [-strict] [-format F] [-quiet]
//
// Problems go to standard error, all of them at once; the closing summary
// goes to standard output. Exit status: 0 built; 1 something in config, data,
// content or templates is wrong, and the output is untouched; 2 wrong usage.
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"burdenshare/internal/diag"
	"burdenshare/internal/picture"
	"burdenshare/internal/publish"
	"burdenshare/internal/reading"
	"burdenshare/internal/site"
	"burdenshare/internal/source"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	started := time.Now()
	o, status := parseOptions(args, stderr)
	if o == nil {
		return status
	}
	if o.version {
		fmt.Fprintln(stdout, version())
		return 0
	}
	root, err := os.OpenRoot(o.root) // nothing outside is read, not even through links
	if err != nil {
		return usage(stderr, "-root %s: %v", o.root, reason(err))
	}
	defer root.Close()
	if o.against != "" {
		if o.former, err = against(o); err != nil {
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
		about, err := r.record(root.FS())
		if err == nil {
			stats, err = about.Write(o.out, files)
		}
		if err != nil {
			msg, hint, _ := strings.Cut(err.Error(), "\n\thint: ")
			r.errs.Add(&diag.Error{Msg: msg, HintText: hint})
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
	root = source.Texts(root) // the same lines on every system
	ask := reading.Ask{BaseURL: o.baseURL, Options: o.site, Say: r.say}
	if !o.check {
		ask.Dir = o.root // whose node_modules holds the libraries
	}
	from, sound, errs := o.reader.Read(root, ask) // config.toml, data/, content/, templates/
	r.add(errs)
	if !sound {
		return nil, nil // every fact would fail for the same reason
	}
	s, errs := site.Assemble(from.Config, from.Data, from.Content, from.Assets, from.Options) // every embed answered, every chart drawn
	r.add(errs)
	r.site = s
	if o.former != nil {
		was := former(o.former, from, o)
		r.add(from.Data.Rewritten(was.Data)) // what was published stays
		r.change(site.Compare(was, from))    // what the change does
	}
	if r.failed() {
		return s, nil
	}
	files, errs := s.Render(from.Templates) // the bytes of every output file
	r.add(errs)
	r.add(hostLimits.check(files))
	r.add(placed(files))
	return s, files
}
