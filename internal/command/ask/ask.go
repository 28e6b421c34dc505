// Package ask implements the subcommand ask, which prints the answer to a fact reference and its revisions.
//
// It takes a reference, or a whole fact link whose words are then checked, and the report's settings and figures; it
// reads no articles. It prints the figure with its edition, row and notes, as text or as JSON.
package ask

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/command"
	"burdenshare/internal/fact"
	"burdenshare/internal/input"
	"burdenshare/internal/load"
	"burdenshare/internal/report"
)

// options are the validated flags.
type options struct {
	root, format string
	asOf         civil.Date
	explicit     bool
	claim        fact.Claim
	command      *command.Command
}

// link matches a fact as it is written in an article.
var link = regexp.MustCompile(`^\[([^\]]*)\]\(\s*(?:fact:)?([^\s)]+)(?:\s+"[^"]*")?\s*\)$`)

// parseOptions parses the flags. Without options it returns the exit status.
func parseOptions(args []string, stdout, stderr io.Writer) (*options, int) {
	o := &options{}
	c := command.New("ask", "prints the answer to a fact reference", "REFERENCE [flags]", stdout, stderr)
	o.command = c
	c.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	c.StringVar(&o.format, "format", "text", "how the answer is printed: `text or json`")
	day := c.Day("as-of", "what was known on a `day`, as 2017-02-15 (default today)")
	rest, status, ok := c.Parse(args)
	if !ok {
		return nil, status
	}
	switch {
	case o.format != "text" && o.format != "json":
		return nil, c.Refuse("-format "+o.format+": formats are text and json", "")
	case len(rest) == 0:
		return nil, c.Refuse("nothing is asked for",
			"write a reference as in an article, "+command.Line("ask")+" WHO/YEAR")
	case len(rest) > 1:
		return nil, c.Refuse(fmt.Sprintf("one reference at a time, not %d", len(rest)),
			"in most shells a reference with & or ? belongs in quotation marks: 'WHO/YEAR?source=ID'")
	}
	o.claim.Ref = strings.TrimPrefix(strings.TrimSpace(rest[0]), "fact:")
	if m := link.FindStringSubmatch(strings.TrimSpace(rest[0])); m != nil {
		o.claim.Words, o.claim.Ref = m[1], m[2]
	} else if strings.Contains(rest[0], "](") {
		return nil, c.Refuse(fmt.Sprintf("%q is not one link", rest[0]),
			"ask for one at a time, whole: '[words](fact:WHO/YEAR)'")
	}
	o.asOf, o.explicit = cmp.Or(*day, command.Today()), !day.IsZero()
	return o, 0
}

// Run runs the command. It returns 0 if there is an answer and the given words are true; 1 if there is no answer, if
// they are not true, or if the report's own files are wrong; 2 for wrong usage.
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
	in, errs := load.Inputs(input.Open(root))
	in.AsOf, in.Explicit = o.asOf, o.explicit
	rep, more := report.New(in)
	if errs.Add(more...); errs.Failed() || rep.Checker == nil {
		errs.Sort()
		for _, e := range errs.Once() {
			fmt.Fprintln(stderr, e)
		}
		fmt.Fprintln(stderr, "ask: the report's own figures or settings are wrong; correct this first")
		return 1
	}
	rep.Checker.Replay = false // what came out later has no answer here
	j := rep.Checker.Judge(rep.Today, o.claim)
	if j.NoAnswer != nil {
		fmt.Fprintf(stderr, "ask: %v\n", j.NoAnswer)
		return 1
	}
	r := rep.Record(j.Fact)
	if o.claim.Words != "" {
		r.Words = []string{o.claim.Words}
	}
	if j.Disagrees != nil {
		r.Verdict = report.Fails
		fmt.Fprintf(stderr, "ask: %v\n", j.Disagrees)
		status = 1
	}
	if o.format == "json" {
		out, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			panic(err) // it holds texts and numbers only
		}
		fmt.Fprintf(stdout, "%s\n", out)
		return status
	}
	print(stdout, rep, j.Fact, r)
	return status
}
