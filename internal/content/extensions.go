package content

import (
	"bytes"
	"html"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// This file writes what extensions add to Markdown: footnotes, tables and task lists.

// footnoteLink writes the number that links to a footnote.
func (o *output) footnoteLink(node ast.Node) {
	defer o.tagged(o.Len())
	n := node.(*east.FootnoteLink)
	number, again := strconv.Itoa(n.Index), ""
	if n.RefIndex > 0 {
		again = strconv.Itoa(n.RefIndex)
	}
	o.WriteString(`<sup id="fnref` + again + ":" + number + `"><a href="#fn:` + number +
		`" class="footnote-ref" role="doc-noteref">` + number + "</a></sup>")
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
	texts := map[string]bool{}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		f, ok := n.(*east.Footnote)
		switch {
		case !ok:
		case f.Index < 0 && texts[string(f.Ref)]:
			o.errorf(f.Pos(), "footnote [^%s] has a second text", f.Ref).Hint("give one of the two another name")
		case f.Index < 0:
			o.errorf(f.Pos(), "footnote [^%s] is never referred to", f.Ref).
				Hint("write [^%s] where it belongs, or delete it", string(f.Ref))
		}
		if ok {
			texts[string(f.Ref)] = true
		}
		return ast.WalkContinue, nil
	})
}

// table wraps a table so that it scrolls separately on a narrow screen, also with the keyboard.
func (o *output) table(_ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		o.WriteString(`<div class="table-scroll" tabindex="0" role="region" aria-label="` +
			html.EscapeString(o.grammar.words.Table) + "\">\n<table>\n")
	} else {
		o.WriteString("</table>\n</div>\n")
	}
	return ast.WalkContinue
}

// tableCell aligns a cell with a class: a style attribute would need an exception in the page's
// Content-Security-Policy.
func (o *output) tableCell(node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*east.TableCell)
	tag, scope := "td", ""
	if n.Parent().Kind() == east.KindTableHeader {
		tag, scope = "th", ` scope="col"`
	}
	if !entering {
		o.closeBlock(n)
		o.WriteString("</" + tag + ">\n")
		o.surplus(n)
		return ast.WalkContinue
	}
	o.WriteString("<" + tag + scope)
	if n.Alignment != east.AlignNone {
		o.WriteString(` class="align-` + n.Alignment.String() + `"`)
	}
	o.WriteByte('>')
	o.openBlock()
	return ast.WalkContinue
}

// surplus warns about cells behind the last one of a row that has a head, which Markdown leaves out.
func (o *output) surplus(n *east.TableCell) {
	if n.NextSibling() != nil || n.Lines().Len() == 0 {
		return
	}
	end := n.Lines().At(0).Stop
	line, _, _ := bytes.Cut(o.src[end:], []byte("\n"))
	before, rest, _ := bytes.Cut(line, []byte("|"))
	if at := len(rest) - len(bytes.TrimLeft(rest, " \t")); len(bytes.Trim(rest, " \t\r|")) > 0 {
		o.errs.Warnf(o.at(end+len(before)+1+at),
			"a cell that is left out: its row has more cells than the table has heads").
			Hint(`add a head and its part of the line | --- | --- |, or write \| where a cell contains one`)
	}
}

// checkBox writes the box of a task list, with a name for screen readers.
func (o *output) checkBox(node ast.Node) {
	is, name := "", o.grammar.words.ToDo
	if node.(*east.TaskCheckBox).IsChecked {
		is, name = " checked", o.grammar.words.Done
	}
	o.WriteString(`<input type="checkbox"` + is + ` disabled aria-label="` + html.EscapeString(name) + `"> `)
}
