package build

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"burdenshare/internal/cache"
	"burdenshare/internal/command"
	"burdenshare/internal/config"
	"burdenshare/internal/load"
	"burdenshare/internal/publish"
	"burdenshare/internal/site"
)

// options are the validated flags.
type options struct {
	site.Options            // Pictures is nil with -check, which needs none and keeps none
	root, out, tar, baseURL string
	strict, quiet, version  bool
	format                  string // text, github or json
	commit                  string // of the repository, for the manifest
	jobSummary              string // the file to which GitHub's page of the job is added; "" for none
	command                 *command.Command

	published string   // the manifest of the site as it is published
	former    []string // and its files

	against string // what the report is compared with: a folder or a git ref
	old     fs.FS  // the report there

	reader *load.Reader
	aside  *cache.Aside // of texts, while they are not needed; nil for in memory
}

// parseOptions parses the flags of build or of check. Without options it returns the exit status: 0 after -help, 2
// for wrong usage.
func (m MemoryBuild) parseOptions(name string, args []string, stdout, stderr io.Writer) (*options, int) {
	o := &options{reader: cmp.Or(m.Reader, new(load.Reader)), jobSummary: os.Getenv("GITHUB_STEP_SUMMARY"),
		Options: site.Options{Pictures: m.Pictures, Check: name == "check"}}
	about, with := "makes the site", "with -check: "
	if o.Check {
		about, with = "verifies everything and writes nothing", ""
	}
	c := command.New(name, about, "[flags]", stdout, stderr)
	o.command = c
	c.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	c.StringVar(&o.out, "out", "", "the `folder` to write (default public below the root)")
	c.StringVar(&o.baseURL, "base-url", "", "the `address` the site is published at, instead of the one in config.toml")
	day := c.Day("as-of", "the report as of a `day`, as 2017-02-15 (default today)")
	c.BoolVar(&o.Drafts, "drafts", false, "publish drafts too")
	c.StringVar(&o.commit, "commit", "", "the `commit` that is built, for the manifest")
	if name == "build" {
		c.StringVar(&o.tar, "tar", "",
			"the `file` to write in place of a folder: one archive, as GitHub Pages deploys it")
		c.BoolVar(&o.Check, "check", false, "verify everything, write nothing")
		c.BoolVar(&o.version, "version", false, "print the version")
	}
	c.StringVar(&o.against, "against", "", with+"print what has changed since the report in a `folder` or a git ref")
	c.StringVar(&o.published, "published", "",
		"the manifest.json of the site as it is published, a `file`: a page of it that no longer exists is a warning")
	c.BoolVar(&o.strict, "strict", false, "treat warnings as errors")
	format := "text"
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		format = "github"
	}
	c.StringVar(&o.format, "format", format, "how problems are printed: `text, github or json`")
	c.BoolVar(&o.quiet, "quiet", false, "print problems only")
	rest, status, ok := c.Parse(args)
	if !ok {
		return nil, status
	}
	o.AsOf, o.Explicit = cmp.Or(*day, command.Today()), !day.IsZero()
	if msg, hint := o.validate(rest); msg != "" {
		return nil, c.Refuse(msg, hint)
	}
	return o, 0
}

// validate completes the options, or returns what is wrong with them.
func (o *options) validate(rest []string) (msg, hint string) {
	var err error
	switch {
	case len(rest) > 0:
		return fmt.Sprintf("unexpected argument %q; all settings are flags", rest[0]), ""
	case o.format != "text" && o.format != "github" && o.format != "json":
		return "-format " + o.format + ": formats are text, github and json", ""
	case o.commit != "" && !isCommit.MatchString(o.commit):
		return "-commit " + o.commit + ": a commit is 7 to 64 hexadecimal digits", ""
	case o.tar != "" && o.Check:
		return "-tar " + o.tar + ": -check writes nothing", "leave one of the two out"
	case o.tar == "-":
		return "-tar -: the archive is written into a file", "name one, as site.tar"
	case o.against != "" && !o.Check:
		return "-against compares without writing; add -check", ""
	}
	if o.baseURL != "" {
		if o.baseURL, err = config.BaseURL(o.baseURL); err != nil {
			return "-base-url: " + err.Error(), ""
		}
	}
	if o.published != "" {
		if o.former, err = publishedFiles(o.published); err != nil {
			return "-published " + o.published + ": " + err.Error(),
				"fetch manifest.json from the published site and name the file"
		}
	}
	if o.out == "" && o.tar == "" {
		o.out = filepath.Join(o.root, "public")
	}
	if o.out != "" && overlaps(o.out, o.root) {
		return "-out " + o.out + ": the output folder would replace the report's own sources",
			"name a folder of its own"
	}
	if o.tar != "" && overlaps(o.tar, o.root) {
		return "-tar " + o.tar + ": the archive would be one of the report's own sources", "name a file elsewhere"
	}
	return "", ""
}

// outputs names what is written, for messages.
func (o *options) outputs() string {
	names := slices.DeleteFunc([]string{o.out, o.tar}, func(name string) bool { return name == "" })
	return filepath.ToSlash(strings.Join(names, " and "))
}

// publishedFiles returns the files of a manifest, or of the manifest in a folder.
func publishedFiles(name string) ([]string, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, publish.ManifestName)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, errors.New(command.Reason(err))
	}
	m, err := publish.ReadManifest(data)
	if err != nil {
		return nil, err
	}
	return m.Published(), nil
}

// overlaps reports whether out is root or contains it, or is inside, or contains, a folder that a report is read from.
func overlaps(out, root string) bool {
	absOut, err1 := resolved(out)
	absRoot, err2 := resolved(root)
	if err1 != nil || err2 != nil {
		return true
	}
	isIn := func(name string) bool { return within(absOut, filepath.Join(absRoot, name)) }
	return within(absRoot, absOut) || slices.ContainsFunc([]string{"content", "data", "templates"}, isIn)
}

// resolved returns the absolute path with all links resolved, as far as the path exists.
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

// within reports whether path is folder or is inside it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
