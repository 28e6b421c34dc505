package content

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"

	"burdenshare/internal/lexicon"
	"burdenshare/internal/lists"
)

// A comment is an editor's <!-- evidence: why --> and its place.
type comment struct {
	offset int
	empty  bool // has no reason
	used   bool // is the evidence for a number
}

// A block is a paragraph, a heading, a table cell or the text of a list item while it is rendered. What is before its
// offsets belongs to other blocks.
type block struct {
	buf, cuts, comments int
	garbled             bool // contains a fact that is not written as a link, or a link that leads nowhere
	starred             bool // contains asterisks that make nothing bold, of which the first are reported
}

// openBlock begins a block whose text follows.
func (o *output) openBlock() {
	o.block = block{buf: o.Len(), cuts: len(o.cuts), comments: len(o.comments)}
	o.tags = o.tags[:0]
}

// closeBlock warns about each number without evidence in a block, and in what else was written there.
func (o *output) closeBlock(n ast.Node, more ...ast.Node) {
	if o.opts.Numbers == nil || o.block.garbled { // "[2%] (fact: x)" is also a number without evidence, and an error
		o.excused(n)
		return
	}
	o.flat.make(forNumbers, o, n, more)
	found, count := o.flat.uncited(o.opts)
	switch {
	case len(found) == 0:
	case inQuotation(n):
		count.Quoted += len(found)
	case o.excused(n):
		count.Excused += len(found)
	default:
		count.Bare += len(found)
		for _, q := range found {
			o.warnUncited(q)
		}
	}
	if o.opts.count != nil {
		o.opts.count.Add(count)
	}
}

func inQuotation(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindBlockquote {
			return true
		}
	}
	return false
}

// warnUncited warns about a number at its place. Characters written by the typographer have no place, so the
// reported place may be a little later.
func (o *output) warnUncited(q lexicon.Span) {
	places := lists.Filter(o.flat.from[q.From:q.To], func(offset int) bool { return offset >= 0 })
	if len(places) == 0 {
		return
	}
	evidence := ", link the number to its source, add a footnote, or <!-- evidence: why --> after it"
	if o.where != nil {
		evidence = o.where.evidence
	}
	number := bytes.Join(bytes.Fields(o.flat.text[q.From:q.To]), []byte(" "))
	o.errs.Warnf(o.at(places[0]), "a number without evidence: \"%s\"", number).
		Hint("write [%s](fact:WHO/YEAR)%s", number, evidence)
}

// excused reports whether evidence comments excuse the numbers of block n, and marks these as used: those in it, and
// one on an adjacent line of its own. Markdown treats such a line as a block, an editor as part of the paragraph. It
// belongs to the block above it, and to the block below only if there is none above.
func (o *output) excused(n ast.Node) bool {
	list := slices.Clone(o.comments[o.block.comments:])
	if b, ok := n.NextSibling().(*ast.HTMLBlock); ok && o.touch(n, b) {
		list = append(list, o.commentsIn(b)...)
	}
	if b, ok := n.PreviousSibling().(*ast.HTMLBlock); ok && o.touch(b, n) && !o.touch(b.PreviousSibling(), b) {
		list = append(list, o.commentsIn(b)...)
	}
	for _, c := range list {
		c.used = true
	}
	return len(list) > 0
}

// touch reports whether there is no blank line between two neighbours. The parser's own record of blank lines is
// wrong after a comment of two lines.
func (o *output) touch(a, b ast.Node) bool {
	if a == nil || a.Lines() == nil || a.Lines().Len() == 0 || b.Lines().Len() == 0 {
		return false
	}
	end := endOf(a)
	if o.src[end-1] == '\n' {
		end--
	}
	between := bytes.Split(o.src[end:max(end, b.Lines().At(0).Start)], []byte("\n"))
	blank := func(line []byte) bool { return len(bytes.Trim(line, " \t>")) == 0 }
	return !slices.ContainsFunc(between[1:max(1, len(between)-1)], blank)
}

// endOf returns the offset of the end of a block that has lines.
func endOf(block ast.Node) int {
	if h, ok := block.(*ast.HTMLBlock); ok && h.HasClosure() {
		return h.ClosureLine.Stop
	}
	return block.Lines().At(block.Lines().Len() - 1).Stop
}

// commentsIn returns the evidence comments in a block of raw HTML, and records each only once.
func (o *output) commentsIn(n *ast.HTMLBlock) (list []*comment) {
	if n.HTMLBlockType == ast.HTMLBlockType1 { // <!-- in a <script> is not a comment
		return nil
	}
	from := n.Lines().At(0).Start
	raw := o.src[from:endOf(n)]
	for _, m := range htmlComment.FindAllIndex(raw, -1) { // htmlBlock reports one that has no end
		if c := o.comment(raw[m[0]:m[1]], from+m[0]); c != nil {
			list = append(list, c)
		}
	}
	return list
}

// htmlComment matches a comment, of which <!--> and <!---> are whole ones.
var htmlComment = regexp.MustCompile(`(?s)<!--(?:-?>|.*?-->)`)

// evidenceComment matches a comment about evidence, with the reason behind its colon. In a quotation its lines begin
// with >.
var evidenceComment = regexp.MustCompile(`(?is)^<!--[\s\pZ>]*evidence[\s\pZ>]*(?::(.*))?-->$`)

// comment records and returns a comment about evidence, or nil.
func (o *output) comment(raw []byte, offset int) *comment {
	m := evidenceComment.FindSubmatch(raw)
	if m == nil {
		return nil
	}
	if c := lists.Find(o.comments, func(c *comment) bool { return c.offset == offset }); c != nil {
		return c
	}
	c := &comment{offset: offset, empty: len(bytes.Trim(m[1], ": \t\n>")) == 0}
	o.comments = append(o.comments, c)
	if o.where != nil && !o.where.comments {
		c.used = true
		o.errorf(offset, "an evidence comment in the %s", o.where.name).Hint("make the number a fact")
	} else if c.empty {
		o.errorf(offset, "an evidence comment without a reason").
			Hint("write <!-- evidence: why the number needs no source -->")
	}
	return c
}

// idleComments warns about comments left over from numbers that were changed since: they would excuse the next number
// beside them.
func (o *output) idleComments() {
	for _, c := range o.comments {
		if !c.used && !c.empty && o.opts.Numbers != nil {
			o.errs.Warnf(o.at(c.offset), "an evidence comment that belongs to no number").
				Hint("delete it, or put it after the number, in the same paragraph, list item, table cell or heading")
		}
	}
}
