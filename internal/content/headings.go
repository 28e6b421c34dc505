package content

import (
	"bytes"
	"cmp"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// A head is a Heading whose text is still in the output.
type head struct {
	Heading
	from, to   int  // in buf
	first, end int  // in cuts
	bare       bool // Text is set already
}

func (o *output) heading(node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*ast.Heading)
	level := strconv.Itoa(max(n.Level, 2))
	if entering {
		plain := o.plain(n)
		switch {
		case n.Level == 1 && bytes.Contains(o.src, []byte("<<<<<<< ")): // an unfinished merge, reported elsewhere
		case n.Level == 1: // shown as a section, so that a page keeps one title
			o.errs.Warnf(o.at(n.Pos()), "a first-level heading").
				Hint("the title is the first level; write ## for a section")
		case plain == "" && !n.HasChildren():
			o.errorf(n.Pos(), "an empty heading").Hint("write ## and the words, or delete it")
		}
		h := head{Heading: Heading{Level: max(n.Level, 2), ID: o.id(plain)}, first: len(o.cuts)}
		o.WriteString("<h" + level + ` id="` + h.ID + `">`)
		o.openBlock()
		h.from = o.Len()
		o.heads = append(o.heads, h)
		o.busy = false
		return ast.WalkContinue
	}

	o.closeBlock(n)
	h := &o.heads[len(o.heads)-1]
	h.to, h.end = o.Len(), len(o.cuts)
	if o.busy {
		h.Text, h.bare = o.bareText(n, o.cuts[h.first:h.end]), true
	}
	o.WriteString(` <a class="anchor" href="#` + h.ID + `" aria-label="` +
		html.EscapeString(o.grammar.words.Section) + `">#</a></h` + level + ">\n")
	return ast.WalkContinue
}

// bareText returns a heading for a table of contents, where it is itself a link: without links, images and footnotes.
// Its facts are those already found, so that each is resolved once.
func (o *output) bareText(n ast.Node, cuts []cut) Text {
	b := newOutput(o.src, o.at, o.opts)
	defer b.release()
	b.again = true
	for _, c := range cuts {
		if c.embed.Kind == Fact {
			b.bare = append(b.bare, c.embed)
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.render(c)
	}
	return b.text()
}

// headings returns the headings collected by heading; all is the whole output, whose memory they do not share.
func (o *output) headings(all string) []Heading {
	list := make([]Heading, len(o.heads))
	for i, h := range o.heads {
		list[i] = h.Heading
		if !h.bare {
			list[i].Text = slice(all, h.from, h.to, o.cuts[h.first:h.end])
			for k := range list[i].Text {
				list[i].Text[k].HTML = strings.Clone(list[i].Text[k].HTML)
			}
		}
	}
	return list
}

// id returns a heading's id: its words in lower case, joined by hyphens, in any script. Some ids are reserved for the
// site: the main element, the rows of the table of figures, fact-1, fact-2 and so on, and the places use-1 that they
// link back to.
func (o *output) id(plain string) string {
	base := cmp.Or(hyphenate(plain), "section")
	if o.ids == nil {
		o.ids = map[string]int{}
	}
	if o.ids[base] == 0 && takenID.MatchString(base) {
		o.ids[base] = 1
	}
	id := base
	for o.ids[id] > 0 {
		o.ids[base]++
		id = base + "-" + strconv.Itoa(o.ids[base])
	}
	o.ids[id] = 1
	return id
}

var takenID = regexp.MustCompile(`^(main|(fact|use)-[0-9]{1,18})$`)

var noApostrophes = strings.NewReplacer("'", "", "’", "", "‘", "")

// hyphenate joins the words of a text with hyphens. Apostrophes do not separate words; every other character that is
// not a letter, mark or digit does.
func hyphenate(s string) string {
	return strings.Join(strings.FieldsFunc(noApostrophes.Replace(strings.ToLower(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	}), "-")
}
