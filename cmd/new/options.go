package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/draft"
)

// options are the command line, checked.
type options struct {
	root    string
	today   civil.Date
	request draft.Request
}

// parseOptions reads the flags, which may stand before and behind the title.
// Without options the status is the exit status.
func parseOptions(args []string, stderr io.Writer) (*options, int) {
	o := &options{today: civil.Of(time.Now().UTC())} // the same day on every machine, as in a build
	var day, asOf, members, tags string
	f := flag.NewFlagSet("new", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.Usage = func() {
		fmt.Fprintln(stderr, "new begins an article: go run ./cmd/new \"Title\" [flags]")
		f.PrintDefaults()
	}
	f.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	f.StringVar(&day, "date", o.today.String(), "the `day` the article belongs to, from whose figures it speaks")
	f.StringVar(&asOf, "as-of", "", "speak from the figures of another `day`")
	f.StringVar(&members, "members", "", "the `codes` of the members it is about, as GBR,USA")
	f.StringVar(&tags, "tags", "", "the `tags` it is filed under, divided by commas")
	f.StringVar(&o.request.Summary, "summary", "", "the `sentence` under the headline")
	f.StringVar(&o.request.Slug, "slug", "", "the `words` of its address (default those of the title)")
	var titles []string
	for rest := args; ; {
		if err := f.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return nil, 0
		} else if err != nil {
			return nil, 2
		}
		ended := len(rest) > f.NArg() && rest[len(rest)-f.NArg()-1] == "--"
		if ended {
			titles = append(titles, f.Args()...)
			break
		}
		if f.NArg() == 0 {
			break
		}
		titles = append(titles, f.Arg(0))
		rest = f.Args()[1:]
	}
	refuse := func(msg, hint string) (*options, int) { return nil, usage(stderr, msg, hint) }
	switch {
	case len(titles) == 0:
		return refuse("an article needs a title", `go run ./cmd/new "Who carries the burden"`)
	case len(titles) > 1:
		return refuse(fmt.Sprintf("%d titles: %q", len(titles), titles), `put the whole title into quotation marks: "`+strings.Join(titles, " ")+`"`)
	}
	empty := ""
	f.Visit(func(g *flag.Flag) { // an unset variable in a script must not make something else
		if strings.TrimSpace(g.Value.String()) == "" {
			empty = g.Name
		}
	})
	if empty != "" {
		return refuse("-"+empty+" is empty", "give it a value or leave it out")
	}
	var err error
	r := &o.request
	if r.Title, err = oneLine(titles[0]); err != nil {
		return refuse("the title "+err.Error(), "write it as one line of text")
	}
	if r.Title == "" {
		return refuse("the title is empty", `go run ./cmd/new "Who carries the burden"`)
	}
	if r.Summary, err = oneLine(r.Summary); err != nil {
		return refuse("the summary "+err.Error(), "write it as one line of text")
	}
	if r.Date, err = civil.Parse(day); err != nil {
		return refuse("-date: "+err.Error(), "")
	}
	if asOf != "" {
		if r.AsOf, err = civil.Parse(asOf); err != nil {
			return refuse("-as-of: "+err.Error(), "")
		}
	}
	if r.Members, err = list("-members", members); err != nil {
		return refuse(err.Error(), "write -members GBR,USA")
	}
	if r.Tags, err = list("-tags", tags); err != nil {
		return refuse(err.Error(), `write -tags "one,two words"`)
	}
	if r.Slug == "" {
		if r.Slug = address.FileName(shown(r.Title)); r.Slug == "" {
			return refuse(fmt.Sprintf("the title %q has no letter that an address can hold", r.Title), "name the words of the address: -slug a-few-words")
		}
	} else if !address.Valid(r.Slug) {
		proposal := address.FileName(r.Slug)
		if proposal == "" {
			proposal = "a-few-words"
		}
		return refuse(fmt.Sprintf("-slug %q cannot be part of an address", r.Slug), "write -slug "+proposal+": lower-case letters a to z, digits and single hyphens")
	}
	return o, 0
}

// oneLine makes any white space a single space, line breaks too, because a
// title pasted from elsewhere has them where its old page was narrow. Other
// control characters are a mistake.
func oneLine(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", errors.New("is not UTF-8")
	}
	s = strings.Join(strings.Fields(s), " ")
	if i := strings.IndexFunc(s, unicode.IsControl); i >= 0 {
		c, _ := utf8.DecodeRuneInString(s[i:])
		return "", fmt.Errorf("holds the control character %U", c)
	}
	return s, nil
}

// list reads names divided by commas, each once.
func list(name, s string) ([]string, error) {
	if s == "" {
		return nil, nil
	}
	var items []string
	for _, item := range strings.Split(s, ",") {
		item, err := oneLine(item)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s %w", name, err)
		case item == "":
			return nil, fmt.Errorf("%s has an empty name: %q", name, s)
		case slices.Contains(items, item):
			return nil, fmt.Errorf("%s names %s twice", name, item)
		}
		items = append(items, item)
	}
	return items, nil
}

// shown gives a title as a reader sees it: the words of a link without what
// it leads to.
func shown(title string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(title, "](")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, after, closed := strings.Cut(rest, ")")
		if !closed || strings.LastIndexByte(before, '[') < 0 {
			b.WriteString(" " + rest)
			return b.String()
		}
		title = after
	}
}
