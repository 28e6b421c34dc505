package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
)

// htmlBlock writes a block of raw HTML: unchanged if the configuration allows it, and otherwise as text. Comments are
// for editors and never published.
func (o *output) htmlBlock(node ast.Node) {
	n := node.(*ast.HTMLBlock)
	o.commentsIn(n)
	raw := n.Lines().Value(o.src)
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(o.src)...)
	}
	if n.HTMLBlockType != ast.HTMLBlockType1 { // <!-- in a <script> is not a comment
		var open bool
		if raw, _, open = bytes.Cut(htmlComment.ReplaceAll(raw, nil), []byte("<!--")); open {
			o.errorf(n.Pos(), "a comment that is never closed").Hint("write --> where the comment ends")
		}
	}
	raw = bytes.TrimSpace(raw)
	switch {
	case len(raw) == 0:
	case o.opts.UnsafeHTML:
		o.Write(raw)
		o.WriteByte('\n')
	default:
		o.shownHTML(n.Pos())
		o.WriteString("<p>")
		ghtml.DefaultWriter.RawWrite(o, raw)
		o.WriteString("</p>\n")
	}
}

// rawHTML writes a tag or a comment within a paragraph.
func (o *output) rawHTML(node ast.Node) {
	n := node.(*ast.RawHTML)
	raw := n.Segments.Value(o.src)
	switch {
	case bytes.HasPrefix(raw, []byte("<!--")):
		o.comment(raw, n.Segments.At(0).Start)
	case o.opts.UnsafeHTML:
		defer o.tagged(o.Len()) // it might be a link
		o.Write(raw)
	default:
		if !bytes.HasPrefix(raw, []byte("</")) { // one error for both tags
			o.shownHTML(n.Segments.At(0).Start)
		}
		ghtml.DefaultWriter.RawWrite(o, raw)
	}
}

// shownHTML warns an editor that readers will see a tag as it is written.
func (o *output) shownHTML(offset int) {
	o.errs.Warnf(o.at(offset), "HTML, which is shown as text").
		Hint("write it in Markdown, put it in `backticks` if it is meant to be seen, " +
			"or set unsafe_html = true in config.toml")
}
