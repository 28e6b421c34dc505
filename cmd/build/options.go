package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/diag"
	"burdenshare/internal/phrase"
	"burdenshare/internal/picture"
	"burdenshare/internal/publish"
	"burdenshare/internal/reading"
	"burdenshare/internal/site"
)

// options are the flags, checked.
type options struct {
	root, out, baseURL           string
	asOf                         civil.Date
	explicit                     bool // the day was given
	drafts, check, strict, quiet bool
	version                      bool
	format                       string // text, github or json
	commit                       string // of the repository, for the manifest

	against string // what the report is compared with: a folder or a git ref
	former  fs.FS  // the report there

	reader   *reading.Reader
	pictures *picture.Cache // nil with -check, which needs no pictures and keeps none
}

// parseOptions reads the flags. Without options the status is the exit
// status: 0 after -help, 2 after wrong usage.
func parseOptions(args []string, stderr io.Writer) (*options, int) {
	o := &options{reader: new(reading.Reader)}
	day, format := "", "text"
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		format = "github"
	}
	f := flag.NewFlagSet("build", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	f.StringVar(&o.out, "out", "", "the `folder` to write (default public below the root)")
	f.StringVar(&o.baseURL, "base-url", "", "the `address` the site is published at, instead of the one in config.toml")
	f.StringVar(&day, "as-of", "", "the report as it stood on a `day`, as 2017-02-15 (default today)")
	f.BoolVar(&o.drafts, "drafts", false, "publish drafts too")
	f.StringVar(&o.commit, "commit", "", "the `commit` that is built, for the manifest")
	f.BoolVar(&o.check, "check", false, "verify everything, write nothing")
	f.StringVar(&o.against, "against", "", "with -check: say what has changed since the report in a `folder` or a git ref")
	f.BoolVar(&o.strict, "strict", false, "take warnings for errors")
	f.StringVar(&o.format, "format", format, "how problems are printed: text, github or json")
	f.BoolVar(&o.quiet, "quiet", false, "print problems only")
	f.BoolVar(&o.version, "version", false, "print the version")
	if err := f.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil, 0
	} else if err != nil {
		return nil, 2
	}
	var err error
	switch {
	case f.NArg() > 0:
		return nil, usage(stderr, "unexpected argument %q; all settings are flags", f.Arg(0))
	case o.format != "text" && o.format != "github" && o.format != "json":
		return nil, usage(stderr, "-format %s: formats are text, github and json", o.format)
	case o.commit != "" && !isCommit.MatchString(o.commit):
		return nil, usage(stderr, "-commit %s: a commit is 7 to 64 hexadecimal digits", o.commit)
	case o.against != "" && !o.check:
		return nil, usage(stderr, "-against compares without writing; add -check")
	}
	empty := ""
	f.Visit(func(g *flag.Flag) { // an unset variable in a script must not build something else
		if g.Value.String() == "" {
			empty = g.Name
		}
	})
	if empty != "" {
		return nil, usage(stderr, "-%s is empty; give it a value or leave it out", empty)
	}
	if day != "" {
		o.explicit = true
		if o.asOf, err = civil.Parse(day); err != nil {
			return nil, usage(stderr, "-as-of: %v", err)
		}
	} else {
		o.asOf = civil.Of(time.Now().UTC()) // the same day on every machine
	}
	if o.baseURL != "" {
		if o.baseURL, err = config.BaseURL(o.baseURL); err != nil {
			return nil, usage(stderr, "-base-url: %v", err)
		}
	}
	if o.out == "" {
		o.out = filepath.Join(o.root, "public")
	}
	if swallows(o.out, o.root) {
		return nil, usage(stderr, "-out %s: the output folder would replace the report's own sources", o.out)
	}
	return o, 0
}

// swallows says whether root lies in out, or is out, or one of the folders
// that a report is read from is or holds out.
func swallows(out, root string) bool {
	absOut, err1 := resolved(out)
	absRoot, err2 := resolved(root)
	if err1 != nil || err2 != nil {
		return true
	}
	if within(absRoot, absOut) {
		return true
	}
	for _, name := range []string{"content", "data", "templates"} {
		if within(absOut, filepath.Join(absRoot, name)) {
			return true
		}
	}
	return false
}

// resolved gives the absolute path with every link followed, as far as the
// path exists.
func resolved(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for rest := ""; ; {
		if real, err := filepath.EvalSymlinks(abs); err == nil {
			return filepath.Join(real, rest), nil
		}
		parent := filepath.Dir(abs)
		if parent == abs {
			return filepath.Join(abs, rest), nil
		}
		abs, rest = parent, filepath.Join(filepath.Base(abs), rest)
	}
}

// within says whether path is folder or lies in it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func (o *options) site(root fs.FS, look *picture.Look, book *phrase.Book) site.Options {
	assets, err := fs.Sub(root, "content")
	if err != nil {
		assets = root
	}
	var former []string
	if !o.explicit { // a report as it stood on another day has other pages
		former = publish.Former(o.out)
	}
	return site.Options{Former: former, AsOf: o.asOf, Explicit: o.explicit, Drafts: o.drafts, Assets: assets, Look: look, Book: book, Pictures: o.pictures, Check: o.check}
}

func usage(stderr io.Writer, format string, args ...any) int {
	fmt.Fprintln(stderr, "build: "+diag.Clip(fmt.Sprintf(format, args...)))
	fmt.Fprintln(stderr, "build: -help lists the flags")
	return 2
}

// reason gives the cause of a file error without its path.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
