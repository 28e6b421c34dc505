package content

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"burdenshare/internal/lexicon"
)

// A plainText is a block as a reader sees it, with one byte for anything that is not prose.
type plainText struct {
	text   []byte
	from   []int          // for each byte of text, its offset in the source; -1 for one that no editor wrote
	proven []lexicon.Span // the words of facts and links, whose numbers have evidence
	facts  []lexicon.Span // those of facts among proven
}

// make makes the text of a node, and of more that were written behind it.
func (f *plainText) make(o *output, n ast.Node, more []ast.Node) {
	f.text, f.from, f.proven, f.facts = f.text[:0], f.from[:0], f.proven[:0], f.facts[:0]
	f.below(o, n)
	for _, n := range more {
		f.below(o, n)
	}
}

// below adds the words below a node.
func (f *plainText) below(o *output, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			f.written(o.src[c.Segment.Start:c.Segment.Stop], c.Segment.Start)
			if c.SoftLineBreak() || c.HardLineBreak() {
				f.add(-1, '\n')
			}
		case *ast.String:
			f.add(-1, []byte(html.UnescapeString(string(c.Value)))...)
		case *ast.CodeSpan:
			f.add(-1, lexicon.OpaqueByte)
		case *east.FootnoteLink:
			f.add(-1, lexicon.NoteByte)
		case *ast.Image:
			f.add(-1, lexicon.OpaqueByte)
			f.below(o, c)
			f.add(-1, lexicon.OpaqueByte)
		case *ast.RawHTML:
			if raw := c.Segments.Value(o.src); !o.opts.UnsafeHTML && !bytes.HasPrefix(raw, []byte("<!--")) {
				f.add(-1, raw...)
			}
		case *ast.AutoLink:
			name, _ := scheme(c.URL(o.src))
			f.cited(o, name == "fact", func() {
				if name != "fact" {
					f.add(-1, c.Label(o.src)...)
				}
			})
		case *ast.Link:
			name, _ := scheme(unescape(c.Destination))
			f.cited(o, name == "fact", func() { f.below(o, c) })
		default:
			f.below(o, c)
		}
	}
}

// cited adds the words of a fact or a link. Those of a fact that are to be filled in are a byte that is read as a number.
func (f *plainText) cited(o *output, fact bool, add func()) {
	at := len(f.text)
	add()
	if fact && len(bytes.TrimSpace(f.text[at:])) == 0 {
		f.add(-1, lexicon.FilledByte)
	}
	words := lexicon.Span{From: at, To: len(f.text)}
	if fact {
		f.facts = append(f.facts, words)
	}
	if fact || o.where == nil || o.where.noLinks == "" {
		f.proven = append(f.proven, words)
	}
}

// add adds bytes of one place in the source.
func (f *plainText) add(at int, bytes ...byte) {
	for _, b := range bytes {
		f.text = append(f.text, b)
		f.from = append(f.from, at)
	}
}

// written adds Markdown that begins at an offset of the source, with escapes and references as what they mean.
func (f *plainText) written(src []byte, at int) {
	for len(src) > 0 {
		n, means := 1, src[:1]
		if src[0] == '\\' || src[0] == '&' {
			n = max(1, len(escape.Find(src)))
			means = unescape(src[:n])
		}
		if n > 1 && slices.ContainsFunc(means, isControl) { // it could be taken for a byte that stands for something
			means = []byte(string(utf8.RuneError))
		}
		f.add(at, means...)
		src, at = src[n:], at+n
	}
}

// escape matches an escape or a reference.
var escape = regexp.MustCompile(`^(?:\\[[:punct:]]|&#?[0-9A-Za-z]+;)`)

// uncited returns the numbers of the text that need evidence and have none, and counts the others.
func (f *plainText) uncited(opts Options) (found []lexicon.Span, n Numbers) {
	text := string(f.text)
	found = opts.Numbers.Uncited(text, f.proven)
	if len(f.proven) > len(f.facts) {
		n.Linked = max(0, len(opts.Numbers.Uncited(text, f.facts))-len(found))
	}
	if len(found) == 0 {
		return nil, n
	}
	quoted := lexicon.Quotations(text)
	found = slices.DeleteFunc(found, func(at lexicon.Span) bool {
		switch {
		case slices.ContainsFunc(quoted, func(q lexicon.Span) bool { return q.From <= at.From && at.From < q.To }):
			n.Quoted++
		case opts.Numbers.Noted(text, at.To):
			n.Excused++
		default:
			return false
		}
		return true
	})
	return found, n
}
