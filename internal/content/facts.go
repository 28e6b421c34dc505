package content

import (
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"burdenshare/internal/diag"
	"burdenshare/internal/lexicon"
)

// A Mark is what an author says about a fact for the as-of-today view: what no rule can know about the sentence
// around it.
type Mark string

// The marks.
const (
	Unmarked Mark = ""
	Value    Mark = "value" // the sentence is true for any number
	Exact    Mark = "exact" // the sentence is true only for this number
	Said     Mark = "said"  // a quotation, or a statement of that day: the number does not change
)

var marks = []string{string(Value), string(Exact), string(Said)}

// checkMark reports an unknown mark.
func (o *output) checkMark(n *ast.Link) {
	if mark := string(n.Title); mark != "" && !slices.Contains(marks, mark) {
		o.errorf(n.Pos(), "a fact is marked %q", mark).
			Hint("%s", diag.DidYouMean(mark, marks, `the mark after the reference is "value" (the sentence is true `+
				`for any number), "exact" (only for this number) or "said" (a quotation)`))
	}
}

func (o *output) closeFact(n *ast.Link) {
	e := &Embed{Kind: Fact, Args: o.opened.dest, Mark: Mark(n.Title), Pos: o.at(n.Pos())}
	// What nested has reported may have left cuts and tags within the words.
	o.cuts = slices.DeleteFunc(o.cuts, func(c cut) bool { return c.offset > o.from })
	o.tags = slices.DeleteFunc(o.tags, func(t lexicon.Span) bool { return t.To > o.from })
	e.HTML = string(o.Bytes()[o.from:])
	o.Truncate(o.from)
	if strings.ContainsAny(e.HTML, "<&\n") {
		e.Words = o.plain(n)
	} else {
		e.Words = strings.TrimSpace(strings.ReplaceAll(e.HTML, noBreak, " "))
	}
	if e.Words == "" {
		e.HTML = ""
	}
	o.embed(e)
}

// plainFact embeds a fact within an attribute.
func (o *output) plainFact(link ast.Node) {
	e := &Embed{Kind: Fact, Plain: true, Pos: o.at(link.Pos())}
	var dest []byte
	switch n := link.(type) {
	case *ast.AutoLink:
		dest = n.URL(o.src)
	case *ast.Link:
		dest, e.Words, e.Mark = unescape(n.Destination), o.plain(n), Mark(n.Title)
		o.checkMark(n)
	}
	_, ref := scheme(dest)
	e.Args, e.HTML = string(ref), html.EscapeString(e.Words)
	o.embed(e)
}
