package content

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"burdenshare/internal/diag"
	"burdenshare/internal/lexicon"
)

// A plainText is a block as a reader sees it, or what is said of a picture, without markup and on one line.
type plainText struct {
	as     reading
	text   []byte
	from   []int          // for each byte of text, its offset in the source; -1 for one that no editor wrote
	proven []lexicon.Span // the words of facts and links, whose numbers have evidence
	facts  []lexicon.Span // those of facts among proven
	links  []ast.Node     // the links of facts, if read for an attribute
}

// A reading is what a text is read for.
type reading int

const (
	forNumbers reading = iota // one byte stands for what is not prose
	forAlt                    // in an attribute: with code, and with HTML that is shown
	forName                   // with code, without HTML
)

// make makes the text of a node, and of more that were written behind it.
func (f *plainText) make(as reading, o *output, n ast.Node, more []ast.Node) {
	*f = plainText{as: as, text: f.text[:0], from: f.from[:0], proven: f.proven[:0], facts: f.facts[:0]}
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
			value := c.Segment.Value(o.src)
			if c.IsRaw() || n.Kind() == ast.KindCodeSpan {
				f.add(-1, bytes.ReplaceAll(value, []byte("\n"), []byte(" "))...)
			} else {
				f.written(value, c.Segment.Start-c.Segment.Padding)
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				f.add(-1, ' ')
			}
		case *ast.String: // written by the typographer
			f.add(-1, []byte(html.UnescapeString(string(c.Value)))...)
		case *ast.CodeSpan:
			if f.mark(lexicon.OpaqueByte); f.as != forNumbers {
				f.below(o, c)
			}
		case *ast.Image:
			f.mark(lexicon.OpaqueByte)
			f.below(o, c)
			f.mark(lexicon.OpaqueByte)
		case *east.FootnoteLink:
			f.mark(lexicon.NoteByte)
		case *ast.RawHTML:
			f.rawHTML(o, c)
		case *ast.AutoLink:
			at, facts := len(f.text), len(f.facts)
			if name, _ := scheme(c.URL(o.src)); name != "fact" {
				f.add(-1, c.Label(o.src)...)
			}
			f.cite(o, c, at, facts, c.URL(o.src))
		case *ast.Link:
			at, facts := len(f.text), len(f.facts)
			f.below(o, c)
			f.cite(o, c, at, facts, unescape(c.Destination))
		default:
			f.below(o, c)
		}
	}
}

// mark adds a byte that stands for what is not prose.
func (f *plainText) mark(b byte) {
	if f.as == forNumbers {
		f.add(-1, b)
	}
}

// rawHTML adds a tag that is shown as text. A comment is for editors.
func (f *plainText) rawHTML(o *output, n *ast.RawHTML) {
	raw := n.Segments.Value(o.src)
	switch {
	case f.as == forName:
	case bytes.HasPrefix(raw, []byte("<!--")):
		o.comment(raw, n.Segments.At(0).Start)
	case !o.opts.UnsafeHTML: // as a tag it could not be in an attribute
		f.add(-1, raw...)
	}
}

// cite records the words of a link, from a byte on and behind so many facts, as those of a fact or of what is shown
// elsewhere. Those of a fact that are to be filled in are a byte that is read as a number, and no fact is within them.
func (f *plainText) cite(o *output, link ast.Node, from, facts int, dest []byte) {
	name, _ := scheme(dest)
	if name == "fact" && len(bytes.TrimSpace(f.text[from:])) == 0 {
		f.mark(lexicon.FilledByte)
	}
	words := lexicon.Span{From: from, To: len(f.text)}
	switch {
	case name == "fact":
		f.facts, f.proven = append(f.facts[:facts], words), append(f.proven, words)
		if f.as == forAlt {
			f.links = append(f.links[:facts], link)
		}
	case o.where == nil || o.where.noLinks == "":
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
		if n > 1 && slices.ContainsFunc(means, diag.IsControl) { // it may be taken for a byte that stands for more
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
	found = opts.Numbers.Uncited(text, f.facts)
	if all := len(found); all > 0 && len(f.proven) > len(f.facts) { // most texts have none to be read again for
		found = opts.Numbers.Uncited(text, f.proven)
		n.Linked = max(0, all-len(found))
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
