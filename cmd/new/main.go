// New begins an article: a Markdown file in content/articles with its front
// matter filled in, and a fact and a chart that hold as they stand.
//
//	go run ./cmd/new "Title" [-root DIR] [-date DAY] [-members GBR,USA] [-tags a,b] [-summary TEXT] [-slug WORDS] [-as-of DAY]
//
// The path of the file goes to standard output, everything else to standard
// error. Nothing is ever overwritten. Exit status: 0 written; 1 the report's
// own files are at fault, or the address is taken; 2 wrong usage.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/draft"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	o, status := parseOptions(args, stderr)
	if o == nil {
		return status
	}
	root, err := os.OpenRoot(o.root) // nothing outside is read or written, not even through links
	if err != nil {
		return usage(stderr, "-root "+o.root+": "+reason(err), "")
	}
	defer root.Close()
	cfg, errs := config.Load(root.FS())
	data, more := dataset.Load(root.FS())
	errs.Add(more...)
	if errs.Failed() {
		return trouble(stderr, errs, "mend this first; no article was made")
	}

	d, errs := draft.Make(cfg, data, o.request)
	if errs.Failed() {
		return misused(stderr, errs)
	}
	here, _ := content.Load(root.FS(), content.Options{UnsafeHTML: cfg.UnsafeHTML}) // what is wrong there is not this command's business
	if e := taken(here, d); e != nil {
		return trouble(stderr, diag.List{e}, "no article was made")
	}
	errs = d.Verify(root.FS(), cfg, data, o.today)
	if errs.Failed() {
		return trouble(stderr, errs, "no article was made")
	}
	if err := write(root, d); err != nil {
		return trouble(stderr, diag.List{{Pos: diag.Pos{File: d.File}, Msg: reason(err)}}, "no article was made")
	}
	for _, e := range errs {
		fmt.Fprintln(stderr, e)
	}
	for _, m := range d.Left {
		fmt.Fprintln(stderr, "new: "+m+": the examples leave it out")
	}
	fmt.Fprintln(stdout, filepath.Join(o.root, filepath.FromSlash(d.File)))
	fmt.Fprintln(stderr, "new: it is a draft: go run ./cmd/build -drafts shows it; take draft = true out to publish it")
	return 0
}

// taken says which file has the draft's address already, today or formerly.
func taken(c *content.Content, d *draft.Draft) *diag.Error {
	const hint = "choose another title, or other words for the address with -slug"
	for _, a := range c.Articles {
		if a.File == d.File || a.Path == d.Path {
			return &diag.Error{Pos: diag.Pos{File: a.File}, Msg: fmt.Sprintf("the address /%s/ is that of this article", d.Path), HintText: hint}
		}
		for i, alias := range a.Aliases {
			if alias == d.Path {
				return &diag.Error{Pos: a.AliasPos[i], Msg: fmt.Sprintf("the address /%s/ leads to this article", d.Path), HintText: hint}
			}
		}
	}
	return nil
}

// write makes the file, and the folder where there is none. A file that is
// there already stays.
func write(root *os.Root, d *draft.Draft) error {
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

// misused prints what is wrong with the command line.
func misused(stderr io.Writer, errs diag.List) int {
	for _, e := range errs {
		fmt.Fprintln(stderr, "new: "+e.Error())
	}
	return 2
}

func usage(stderr io.Writer, msg, hint string) int {
	if hint == "" {
		hint = "-help lists the flags"
	}
	return misused(stderr, diag.List{{Msg: msg, HintText: hint}})
}

// reason gives the cause of a file error without its path.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return strings.TrimSpace(pe.Err.Error())
	}
	return err.Error()
}
