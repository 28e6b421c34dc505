package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"strings"
	"time"

	"burdenshare/internal/civil"
)

// options are the flags, checked.
type options struct {
	root, addr   string
	editor       string // opens a place; {path}, {line} and {column} are filled in
	asOf         civil.Date
	explicit     bool // the day was given
	drafts, open bool
}

// today is the day of a preview that names none.
func today() civil.Date { return civil.Of(time.Now().UTC()) } // the same day as a build's

// parseOptions reads the flags. Without options the status is the exit
// status: 0 after -help, 2 after wrong usage.
func parseOptions(args []string, stderr io.Writer) (*options, int) {
	o := &options{}
	day := ""
	f := flag.NewFlagSet("serve", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	f.StringVar(&o.addr, "addr", "127.0.0.1:8080", "the `address` to serve at, host and port")
	f.BoolVar(&o.open, "open", false, "open the browser")
	f.BoolVar(&o.drafts, "drafts", true, "show drafts too")
	f.StringVar(&day, "as-of", "", "the report as it stood on a `day`, as 2017-02-15 (default today)")
	f.StringVar(&o.editor, "editor", "vscode://file/{root}/{path}:{line}:{column}", "the `address` that opens a place in your editor; empty for none")
	if err := f.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil, 0
	} else if err != nil {
		return nil, 2
	}
	if f.NArg() > 0 {
		return nil, usage(stderr, "unexpected argument %q; all settings are flags", f.Arg(0))
	}
	if _, port, err := net.SplitHostPort(o.addr); err != nil || port == "" {
		return nil, usage(stderr, "-addr %s: write a host and a port, such as 127.0.0.1:8080", o.addr)
	}
	if day != "" {
		var err error
		o.explicit = true
		if o.asOf, err = civil.Parse(day); err != nil {
			return nil, usage(stderr, "-as-of: %v", err)
		}
	}
	if o.editor != "" && !strings.Contains(o.editor, "{path}") {
		return nil, usage(stderr, "-editor %s: write {path} where the file goes, such as vscode://file/{root}/{path}:{line}:{column}", o.editor)
	}
	o.editor = strings.ReplaceAll(o.editor, "{root}", strings.TrimPrefix(fromRoot(o.root), "/"))
	return o, 0
}

func usage(stderr io.Writer, format string, args ...any) int {
	fmt.Fprintf(stderr, "serve: "+format+"\n", args...)
	fmt.Fprintln(stderr, "serve: -help lists the flags")
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
