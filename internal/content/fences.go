package content

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// blocks are the words behind the fences of blocks that hold TOML for a later package.
var blocks = map[string]EmbedKind{"chart": Chart, "claim": ClaimBlock, "table": Table}

// fence writes a fenced block: a chart, a table, a claim, or code.
func (o *output) fence(node ast.Node) {
	n := node.(*ast.FencedCodeBlock)
	o.unclosed(n)
	language := n.Language(o.src)
	if kind, ok := blocks[string(language)]; ok {
		o.toml(n, kind)
		return
	}
	if kind := strings.ToLower(string(language)); slices.Contains(strings.Fields(o.opts.Kinds), kind) {
		o.errs.Warnf(o.at(n.Pos()), "a block opened as %q is shown as code, not as a chart", language).
			Hint(`write chart after the fence, and kind = "%s" on the line below it`, kind)
	} else if near := diag.Nearest(string(language), slices.Sorted(maps.Keys(blocks))); near != "" {
		o.errorf(n.Pos(), "a code block in the language %q", language).
			Hint(`did you mean "%s"? write it in lower case, alone after the fence`, near)
	}
	o.WriteString("<pre><code")
	if language != nil {
		o.WriteString(` class="language-`)
		ghtml.DefaultWriter.Write(o, language)
		o.WriteByte('"')
	}
	o.WriteByte('>')
	ghtml.DefaultWriter.RawWrite(o, n.Lines().Value(o.src))
	o.WriteString("</code></pre>\n")
}

// indented writes a block that is code because it is indented, which is rarely intended; an indented chart is an error.
func (o *output) indented(node ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		o.WriteString("</code></pre>\n")
		return ast.WalkContinue
	}
	first := node.Lines().At(0)
	word := string(bytes.TrimLeft(bytes.TrimSpace(first.Value(o.src)), "`~")) // behind a fence
	if _, ok := blocks[word]; ok {
		o.errorf(first.Start, "a %s that is indented", word).
			Hint("begin its lines further left: what is indented by four spaces is code")
	} else {
		o.errs.Warnf(o.at(first.Start),
			"a paragraph that is shown as code, because its lines begin with a tab or four spaces").
			Hint("delete them; code belongs between two lines of three backticks")
	}
	o.WriteString("<pre><code>")
	ghtml.DefaultWriter.RawWrite(o, node.Lines().Value(o.src))
	return ast.WalkContinue
}

// toml embeds a block's TOML. In a list or a quotation each line has something before it that is not TOML; blanks take
// its place, so that a place found in the TOML is right in the file as well.
func (o *output) toml(n *ast.FencedCodeBlock, kind EmbedKind) {
	if info := bytes.Fields(n.Info.Value(o.src)); len(info) > 1 {
		o.errorf(n.Pos(), "more than the word %q after the fence", info[0]).
			Hint("put each key on a line of its own below the fence")
	}
	e := &Embed{Kind: kind, Block: true, Pos: o.at(nextLine(o.src, n.Info.Segment.Stop))}
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		before := utf8.RuneCount(o.src[bytes.LastIndexByte(o.src[:line.Start], '\n')+1:line.Start]) - line.Padding
		if i == 0 {
			e.Pos = o.at(line.Start)
			e.Pos.Col = max(1, before+1)
		} else {
			b.WriteString(strings.Repeat(" ", max(0, before)))
		}
		b.Write(line.Value(o.src))
	}
	e.Args = b.String()
	if last := o.unclosedKey(n, []byte(e.Args)); last > 0 {
		e.Wrong = o.errorf(n.Pos(), "a %s that has no end: text follows its keys", n.Language(o.src)).
			Hint("add a line %s after line %d, its last key", fenceOf(o.src, n.Pos()), last)
	}
	o.embed(e)
}

// unclosedKey returns the line of the last key of a block that continues into text because its closing line is missing,
// or 0.
func (o *output) unclosedKey(n *ast.FencedCodeBlock, toml []byte) int {
	last, blank := 0, false
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		text := bytes.TrimSpace(line.Value(o.src))
		switch {
		case len(text) == 0:
			blank = true
		case bytes.HasPrefix(text, []byte("```")) || bytes.HasPrefix(text, []byte("~~~")),
			bytes.HasPrefix(text, []byte("[^")),
			blank && bytes.IndexByte(text, '=') < 0 && !bytes.ContainsAny(text[:1], "#[]\"'{}"):
			if doc, _ := tomldoc.Parse(diag.Pos{}, toml); len(doc.Errors()) > 0 {
				return max(last, 1)
			}
			return 0
		case text[0] != '#': // no comment, and no heading
			last = o.at(line.Start).Line
		}
	}
	return 0
}

// fenceOf returns the fence that a block begins with.
func fenceOf(src []byte, open int) string {
	if open < 0 || open >= len(src) {
		return "```"
	}
	after := bytes.TrimLeft(src[open:], string(src[open:open+1]))
	return string(src[open : len(src)-len(after)])
}

// unclosed reports a block that ends only with the text. Markdown allows it; here it means that the rest of an
// article has become code.
func (o *output) unclosed(n *ast.FencedCodeBlock) {
	if _, ok := blocks[string(n.Language(o.src))]; ok && o.unclosedKey(n, n.Lines().Value(o.src)) > 0 {
		return // toml says it better
	}
	open := n.Pos()
	if open < 0 || open >= len(o.src) || o.src[open] != '`' && o.src[open] != '~' {
		return
	}
	end := nextLine(o.src, open)
	if k := n.Lines().Len(); k > 0 {
		end = n.Lines().At(k - 1).Stop
	}
	last, _, _ := bytes.Cut(o.src[end:], []byte("\n"))
	if end := strings.Repeat(string(o.src[open]), 3); !bytes.HasPrefix(bytes.TrimLeft(last, " \t>"), []byte(end)) {
		o.errorf(open, "a block that is never closed").Hint("add a line %s where the block ends", end)
	}
}

// nextLine returns the offset of the line after the one that holds offset i.
func nextLine(src []byte, i int) int {
	if n := bytes.IndexByte(src[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(src)
}
