package content

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table wraps a table so that it scrolls separately on a narrow screen, also with the keyboard.
func (o *output) table(_ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		o.WriteString(`<div class="table-scroll" tabindex="0" role="region" aria-label="Table">` + "\n<table>\n")
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

// checkBox writes the box of a task list, with a name for screen readers.
func (o *output) checkBox(node ast.Node) {
	if node.(*east.TaskCheckBox).IsChecked {
		o.WriteString(`<input type="checkbox" checked disabled aria-label="done"> `)
	} else {
		o.WriteString(`<input type="checkbox" disabled aria-label="to do"> `)
	}
}
