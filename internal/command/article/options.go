package article

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/command"
	"burdenshare/internal/scaffold"
)

// options are the validated command line.
type options struct {
	root    string
	today   civil.Date
	request scaffold.Request
	command *command.Command
}

const example = `"Five of twenty-eight"`

// parseOptions parses the flags, which may be before and after the title. Without options it returns the exit status.
func parseOptions(args []string, stdout, stderr io.Writer) (*options, int) {
	o := &options{today: command.Today()}
	c := command.New("new", "begins an article", `"Title" [flags]`, stdout, stderr)
	o.command = c
	r := &o.request
	var members, tags string
	c.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	date := c.Day("date", "the `day` the article belongs to, from whose figures it speaks (default today)")
	asOf, latest := c.DayOr("as-of", "latest", "speak from the figures of another `day`, or always from the latest")
	c.StringVar(&members, "members", "", "the `codes` of the members it is about, as GBR,USA")
	c.StringVar(&tags, "tags", "", "the `tags` it is filed under, divided by commas")
	c.StringVar(&r.Summary, "summary", "", "the `sentence` under the headline")
	c.StringVar(&r.Slug, "slug", "", "the `words` of its address (default those of the title)")
	titles, status, ok := c.Parse(args)
	if !ok {
		return nil, status
	}
	r.Date, r.AsOf = cmp.Or(*date, o.today), *asOf
	if r.Latest = *latest; r.Latest {
		r.AsOf = o.today
	}
	switch {
	case len(titles) == 0:
		return nil, c.Refuse("an article needs a title", command.Line("new")+" "+example)
	case len(titles) > 1:
		return nil, c.Refuse(fmt.Sprintf("%d titles: %q", len(titles), titles),
			`put the whole title into quotation marks: "`+strings.Join(titles, " ")+`"`)
	}
	if msg, hint := o.texts(titles[0], members, tags); msg != "" {
		return nil, c.Refuse(msg, hint)
	}
	if msg, hint := o.slug(); msg != "" {
		return nil, c.Refuse(msg, hint)
	}
	return o, 0
}

// texts sets the texts of the request, and returns what is wrong with them.
func (o *options) texts(title, members, tags string) (msg, hint string) {
	var err error
	r := &o.request
	if r.Title, err = oneLine(title); err != nil {
		return "the title " + err.Error(), "write it as one line of text"
	}
	if r.Title == "" {
		return "the title is empty", command.Line("new") + " " + example
	}
	if r.Summary, err = oneLine(r.Summary); err != nil {
		return "the summary " + err.Error(), "write it as one line of text"
	}
	if r.Members, err = list("-members", members); err != nil {
		return err.Error(), "write -members GBR,USA"
	}
	if r.Tags, err = list("-tags", tags); err != nil {
		return err.Error(), `write -tags "one,two words"`
	}
	return "", ""
}

// slugIn returns the words of the title as those of an address, spelt in a language.
func (o *options) slugIn(language string) string {
	return address.FileName(linkEnd.ReplaceAllString(o.request.Title, ""), language)
}

// slug returns what is wrong with the words of the address, or with the title from which it is made.
func (o *options) slug() (msg, hint string) {
	switch r := &o.request; {
	case r.Slug == "" && o.slugIn("") == "":
		return fmt.Sprintf("the title %q has no letter that an address can hold", r.Title),
			"name the words of the address: -slug a-few-words"
	case r.Slug != "" && !address.Valid(r.Slug):
		proposal := cmp.Or(address.FileName(r.Slug, ""), "a-few-words")
		return fmt.Sprintf("-slug %q cannot be part of an address", r.Slug), "write -slug " + proposal +
			": lower-case letters a to z, digits and single hyphens"
	}
	return "", ""
}

// oneLine replaces any white space, including line breaks, by single spaces, because a pasted title may have line
// breaks. Other control characters are an error.
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

// list splits names separated by commas and reports duplicates.
func list(name, s string) ([]string, error) {
	if s == "" {
		return nil, nil
	}
	var items []string
	for item := range strings.SplitSeq(s, ",") {
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

// linkEnd matches the destination of a link in a title.
var linkEnd = regexp.MustCompile(`\]\([^)]*\)`)
