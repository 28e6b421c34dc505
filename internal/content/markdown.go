package content

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"burdenshare/internal/diag"
)

// A grammar is the Markdown of the texts of a report. It is shared by all files and goroutines; the state of one
// file is in its output and in the parser's context.
type grammar struct {
	body     parser.Parser // of files: CommonMark, GFM, footnotes, typographer
	unlinked parser.Parser // body for texts without a bare address: the search for one looks at every word

	// inline is that of a title or a summary: only what is allowed within a paragraph. Addresses in a headline do not
	// become links automatically.
	inline parser.Parser

	writer renderer.Renderer
	words  Words
	tied   *strings.Replacer // puts a space that no line is broken at beside the signs that the language sets apart
}

// grammars maps Words to the grammar that writes them.
var grammars sync.Map

func grammarOf(words Words) *grammar {
	if words == (Words{}) {
		words = english
	}
	g, known := grammars.Load(words)
	if !known {
		g, _ = grammars.LoadOrStore(words, newGrammar(words))
	}
	return g.(*grammar)
}

func newGrammar(words Words) *grammar {
	// It writes characters where goldmark would write entities: the words of a fact are compared as plain text.
	typographer := extension.NewTypographer(extension.WithTypographicSubstitutions(extension.TypographicSubstitutions{
		extension.LeftSingleQuote:  []byte("‘"),
		extension.RightSingleQuote: []byte("’"), // goldmark's apostrophe as well
		extension.LeftDoubleQuote:  util.EscapeHTML([]byte(words.Open)),
		extension.RightDoubleQuote: util.EscapeHTML([]byte(words.Close)),
		extension.EnDash:           []byte("–"),
		extension.EmDash:           []byte("—"),
		extension.Ellipsis:         []byte("…"),
		extension.LeftAngleQuote:   []byte("«"),
		extension.RightAngleQuote:  []byte("»"),
		extension.Apostrophe:       []byte("’"),
	}))
	notes := extension.NewFootnote(extension.WithFootnoteBacklinkTitle(words.Back))
	return &grammar{
		body: markdown(extension.GFM, extension.Footnote, typographer).Parser(),
		unlinked: markdown(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote,
			typographer).Parser(),
		inline: goldmark.New(
			goldmark.WithParser(parser.NewParser(
				parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
				parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			)),
			goldmark.WithExtensions(extension.Strikethrough, typographer),
		).Parser(),
		writer: markdown(extension.GFM, notes).Renderer(),
		words:  words,
		tied:   words.tied(),
	}
}

// noBreak is the space that no line is broken at.
const noBreak = "\u00a0"

// tied returns what puts a space that no line is broken at in the place of an ordinary one before "%", or behind "«".
func (w Words) tied() *strings.Replacer {
	var pairs []string
	for _, c := range w.Before {
		pairs = append(pairs, " "+string(c), noBreak+string(c))
	}
	for _, c := range w.After {
		pairs = append(pairs, string(c)+" ", string(c)+noBreak)
	}
	return strings.NewReplacer(pairs...)
}

func markdown(extensions ...goldmark.Extender) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extensions...),
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(unusedFootnotes{}, 900))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(nodes{}, 100))),
	)
}

// parserFor returns the parser that a body needs.
func (g *grammar) parserFor(src []byte) parser.Parser {
	for _, part := range []string{"://", "www.", "@"} {
		if bytes.Contains(src, []byte(part)) {
			return g.body
		}
	}
	return g.unlinked
}

// outputKey is the key of the output in the parser's context, for errors found while parsing.
var outputKey = parser.NewContextKey()

// parseBody converts a body to HTML and embeds.
func parseBody(l *diag.Lines, opts Options, errs *diag.List) (Text, []Heading) {
	o := newOutput(l.Src, l.At, opts)
	defer o.release()
	pc := parser.NewContext()
	pc.Set(outputKey, o)
	o.render(o.grammar.parserFor(l.Src).Parse(text.NewReader(l.Src), parser.WithContext(pc)))
	o.idleComments()
	errs.Add(o.errs...)
	return o.text(), o.heads
}

// nodes renders the kinds of node that differ from goldmark's own HTML. Its functions are passed an *output as their
// writer.
type nodes struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (n nodes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	on := func(kind ast.NodeKind, f func(*output, ast.Node, bool) ast.WalkStatus) {
		r.Register(kind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			return f(w.(*output), n, entering), nil
		})
	}
	leaf := func(kind ast.NodeKind, f func(*output, ast.Node)) { // one that is written as a whole
		on(kind, func(o *output, n ast.Node, entering bool) ast.WalkStatus {
			if entering {
				f(o, n)
			}
			return ast.WalkSkipChildren
		})
	}
	on(ast.KindParagraph, (*output).paragraph)
	on(ast.KindTextBlock, (*output).textBlock)
	leaf(ast.KindText, (*output).prose)
	on(ast.KindHeading, (*output).heading)
	on(ast.KindLink, (*output).link)
	leaf(ast.KindAutoLink, (*output).autoLink)
	leaf(ast.KindImage, (*output).image)
	on(ast.KindCodeBlock, (*output).indented)
	leaf(ast.KindFencedCodeBlock, (*output).fence)
	leaf(ast.KindHTMLBlock, (*output).htmlBlock)
	leaf(ast.KindRawHTML, (*output).rawHTML)
	on(east.KindTable, (*output).table)
	on(east.KindTableCell, (*output).tableCell)
	leaf(east.KindTaskCheckBox, (*output).checkBox)
	leaf(east.KindFootnoteLink, (*output).footnoteLink)
}
