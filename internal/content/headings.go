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

	"burdenshare/internal/lexicon"
)

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
		h := Heading{Level: max(n.Level, 2), ID: o.id(plain)}
		o.heads = append(o.heads, h)
		o.WriteString("<h" + level + ` id="` + h.ID + `">`)
		o.openBlock()
		return ast.WalkContinue
	}

	o.closeBlock(n)
	h := &o.heads[len(o.heads)-1]
	h.Text = o.untagged()
	o.WriteString(` <a class="anchor" href="#` + h.ID + `" aria-label="` +
		html.EscapeString(o.grammar.words.Section) + `">#</a></h` + level + ">\n")
	return ast.WalkContinue
}

// untagged returns the block as in a table of contents, where it is itself a link: without links, images and footnotes.
// Its facts are the same embeds, so that each is resolved once.
func (o *output) untagged() Text {
	b := newOutput(nil, nil, o.opts)
	defer b.release()
	from, cuts := o.block.buf, o.cuts[o.block.cuts:]
	for _, tag := range append(o.tags, lexicon.Span{From: o.Len(), To: o.Len() + 1}) {
		for ; len(cuts) > 0 && cuts[0].offset < tag.To; cuts = cuts[1:] {
			if c := cuts[0]; c.offset <= tag.From { // before the tag, and not in it
				b.Write(o.Bytes()[from:c.offset])
				b.embed(c.embed)
				from = c.offset
			}
		}
		b.Write(o.Bytes()[from:tag.From])
		from = tag.To
	}
	return b.text()
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
