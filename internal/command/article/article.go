// Package article implements the subcommand new, which creates an article: a Markdown file in content/articles with
// complete front matter, and a fact and a chart that are valid as they are.
//
// The path of the file is printed to standard output, everything else to standard error. Nothing is ever overwritten.
package article

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"burdenshare/internal/command"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/input"
	"burdenshare/internal/load"
	"burdenshare/internal/scaffold"
)

// What is printed below problems: of the article, and of the report.
const (
	none = "no article was made"
	fix  = "correct this first; " + none
)

// Run runs the command. It returns 0 if the file is written; 1 if the report's own files are wrong, or the address is
// already used; 2 for wrong usage.
func Run(args []string, stdout, stderr io.Writer) int {
	o, status := parseOptions(args, stdout, stderr)
	if o == nil {
		return status
	}
	root := o.command.OpenRoot(o.root)
	if root == nil {
		return 2
	}
	defer root.Close()
	report := input.Open(root)
	in, errs := load.Inputs(report)
	if errs.Failed() {
		return trouble(stderr, errs, fix)
	}
	o.request.Slug = cmp.Or(o.request.Slug, o.slugIn(in.Config.Language))

	d, errs := scaffold.Make(in.Config, in.Data, in.Catalog, o.request)
	switch {
	case slices.ContainsFunc(errs, func(e *diag.Error) bool { return e.Pos != diag.Pos{} }):
		return trouble(stderr, errs, fix)
	case errs.Failed():
		return o.command.Misused(errs)
	}
	here, _ := content.Load(report, content.Options{UnsafeHTML: in.Config.UnsafeHTML}) // check reports what is wrong
	if e := taken(here, d); e != nil {
		return trouble(stderr, diag.List{e}, none)
	}
	errs = d.Verify(in.Config, in.Data, in.Lexicon, o.today)
	if errs.Failed() {
		return trouble(stderr, errs, none)
	}
	if err := write(root, d); err != nil {
		return trouble(stderr, diag.List{{Pos: diag.Pos{File: d.File}, Msg: command.Reason(err)}}, none)
	}
	for _, e := range errs {
		fmt.Fprintln(stderr, e)
	}
	for _, m := range d.Left {
		fmt.Fprintln(stderr, "new: "+m+": the examples leave it out")
	}
	fmt.Fprintln(stdout, filepath.Join(o.root, filepath.FromSlash(d.File)))
	serve := command.Line("serve")
	fmt.Fprintf(stderr, "new: it is a draft, which %s shows; delete draft = true to publish it\n", serve)
	return 0
}

// taken returns an error that names the file that already has the draft's address, now or formerly, or nil.
func taken(c *content.Content, d *scaffold.Draft) *diag.Error {
	const hint = "choose another title, or other words for the address with -slug"
	for _, a := range c.Articles {
		if a.File == d.File || a.Path == d.Path {
			return &diag.Error{Pos: diag.Pos{File: a.File},
				Msg: fmt.Sprintf("the address /%s/ is that of this article", d.Path), HintText: hint}
		}
		if i := slices.Index(a.Aliases, d.Path); i >= 0 {
			return &diag.Error{Pos: a.AliasPos[i],
				Msg: fmt.Sprintf("the address /%s/ leads to this article", d.Path), HintText: hint}
		}
	}
	return nil
}

// write writes the file, and creates the folder if there is none. An existing file is kept.
func write(root *os.Root, d *scaffold.Draft) error {
	if err := root.MkdirAll(path.Dir(d.File), 0o777); err != nil {
		return err
	}
	f, err := root.OpenFile(d.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(d.Text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, root.Remove(d.File)) // half an article is none
	}
	return nil
}

func trouble(stderr io.Writer, errs diag.List, end string) int {
	errs.Sort()
	fmt.Fprintln(stderr, errs)
	fmt.Fprintln(stderr, "new: "+end)
	return 1
}
