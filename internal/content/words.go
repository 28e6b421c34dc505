package content

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
)

func (o *output) paragraph(n ast.Node, entering bool) ast.WalkStatus {
	caption := o.captioned(n)
	if !entering {
		o.closeBlock(n, o.caption(caption)...)
	}
	switch {
	case caption != nil && entering:
		o.WriteString(`<figure class="picture">`)
	case caption != nil:
		o.WriteString("</figcaption></figure>\n")
	case o.where != nil:
	case entering:
		o.WriteString("<p>")
	default:
		o.WriteString("</p>\n")
	}
	if entering {
		if first := n.Lines().At(0); tableRow.Match(first.Value(o.src)) {
			o.errs.Warnf(o.at(first.Start), "a table that is shown as text").
				Hint("below its heads belongs a line | --- | --- |, with a part for each column")
		}
		o.openBlock()
	}
	return ast.WalkContinue
}

var tableRow = regexp.MustCompile(`^\|.*\|\s*$`)

// textBlock writes the text of an item in a list without blank lines.
func (o *output) textBlock(n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		o.openBlock()
		return ast.WalkContinue
	}
	o.closeBlock(n)
	if n.NextSibling() != nil && n.FirstChild() != nil {
		o.WriteByte('\n')
	}
	return ast.WalkContinue
}

// prose writes running text.
func (o *output) prose(node ast.Node) {
	n := node.(*ast.Text)
	value := n.Segment.Value(o.src)
	if n.IsRaw() {
		ghtml.DefaultWriter.RawWrite(o, value)
		return
	}
	text, start := value, n.Segment.Start-n.Segment.Padding // padding is in value, not in the file
	if before, ok := n.PreviousSibling().(*ast.Text); ok && n.Segment.Padding == 0 && before.Segment.Stop == start &&
		len(value) > 0 && value[0] == '(' {
		start-- // the parser divides a text anywhere, also between the two marks of "]("
		text = o.src[start:n.Segment.Stop]
	}
	o.unparsedMarkup(text, start)
	o.running(value)
	if next, ok := n.NextSibling().(*ast.Text); ok && next.Segment.Start == n.Segment.Stop {
		o.tie(next.Segment.Value(o.src))
	}
	switch {
	case n.HardLineBreak():
		o.WriteString("<br>\n")
	case n.SoftLineBreak():
		o.WriteByte('\n')
	}
}

// running writes running text.
func (o *output) running(text []byte) {
	in := func(sign rune) bool { return bytes.ContainsRune(text, sign) } // of few signs faster than one search for any
	if strings.ContainsFunc(o.grammar.words.Before+o.grammar.words.After, in) {
		text = []byte(o.grammar.tied.Replace(string(text)))
	}
	ghtml.DefaultWriter.Write(o, text)
}

// tie puts a space that no line is broken at in the place of one that was written last, if the text that follows begins
// with a sign that is set apart: the parser divides a text before "!".
func (o *output) tie(next []byte) {
	sign, _ := utf8.DecodeRune(next)
	if strings.ContainsRune(o.grammar.words.Before, sign) && bytes.HasSuffix(o.Bytes(), []byte(" ")) {
		o.Truncate(o.Len() - 1)
		o.WriteString(noBreak)
	}
}

// plain returns the words below n as plain text: without markup and entities, on one line.
func (o *output) plain(n ast.Node) string {
	o.flat.make(forName, o, n, nil)
	return string(bytes.TrimSpace(o.flat.text))
}
