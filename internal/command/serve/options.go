package serve

import (
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"

	"burdenshare/internal/command"
	"burdenshare/internal/site"
)

// options are the validated flags.
type options struct {
	site.Options // AsOf is zero without -as-of
	root, addr   string
	editor       string // opens a place; {path}, {line} and {column} are filled in
	open         bool
	command      *command.Command
}

// parseOptions parses the flags. Without options it returns the exit status: 0 after -help, 2 for wrong usage.
func parseOptions(args []string, stdout, stderr io.Writer) (*options, int) {
	o := &options{Options: site.Options{Preview: true}}
	c := command.New("serve", "shows the report while it is being written", "[flags]", stdout, stderr)
	o.command = c
	c.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	c.StringVar(&o.addr, "addr", "127.0.0.1:8080", "the `address` to serve at, host and port")
	c.BoolVar(&o.open, "open", false, "open the browser")
	c.BoolVar(&o.Drafts, "drafts", true, "show drafts too")
	day := c.Day("as-of", "the report as of a `day`, as 2017-02-15 (default today)")
	c.StringVar(&o.editor, "editor", "vscode://file/{root}/{path}:{line}:{column}",
		"the `address` that opens a place in your editor, or none")
	rest, status, ok := c.Parse(args)
	if !ok {
		return nil, status
	}
	o.AsOf, o.Explicit = *day, !day.IsZero()
	if _, port, err := net.SplitHostPort(o.addr); err != nil || port == "" {
		return nil, c.Refuse("-addr "+o.addr+": not an address", "write a host and a port, such as 127.0.0.1:8080")
	}
	switch {
	case len(rest) > 0:
		return nil, c.Refuse(fmt.Sprintf("unexpected argument %q; all settings are flags", rest[0]), "")
	case o.editor == "none":
		o.editor = ""
	case !strings.Contains(o.editor, "{path}"):
		return nil, c.Refuse("-editor "+o.editor+": no {path}",
			"write {path} where the file goes, such as vscode://file/{root}/{path}:{line}:{column}, or none")
	}
	abs, err := filepath.Abs(o.root)
	if err != nil {
		abs = o.root
	}
	o.editor = strings.ReplaceAll(o.editor, "{root}", strings.TrimPrefix(filepath.ToSlash(abs), "/"))
	return o, 0
}
