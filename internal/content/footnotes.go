package content

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

func isFootnoteLink(n ast.Node) bool { return n.Kind() == east.KindFootnoteLink }

// footnoteLink writes the number that links to a footnote.
func (o *output) footnoteLink(node ast.Node) {
	o.busy = true
	if o.again {
		return
	}
	n := node.(*east.FootnoteLink)
	number, again := strconv.Itoa(n.Index), ""
	if n.RefIndex > 0 {
		again = strconv.Itoa(n.RefIndex)
	}
	o.WriteString(`<sup id="fnref` + again + ":" + number + `"><a href="#fn:` + number + `" class="footnote-ref" role="doc-noteref">` + number + "</a></sup>")
}

// unusedFootnotes reports footnotes that are not referred to. It runs before goldmark's own transformer, which
// silently removes them.
type unusedFootnotes struct{}

// Transform implements parser.ASTTransformer.
func (unusedFootnotes) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	o, ok := pc.Get(outputKey).(*output)
	if !ok || !bytes.Contains(o.src, []byte("[^")) {
		return
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if f, ok := n.(*east.Footnote); ok && f.Index < 0 {
			o.errorf(f.Pos(), "footnote [^%s] is never referred to", f.Ref).
				Hint("write [^%s] where it belongs, or delete it", string(f.Ref))
		}
		return ast.WalkContinue, nil
	})
}
