package content

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"burdenshare/internal/diag"
	"burdenshare/internal/lexicon"
)

// An output collects the HTML of one text while goldmark renders it, and records where embeds divide it. There is no
// marker in the HTML, so nothing that an editor writes can be taken for one.
//
// It is the util.BufWriter that goldmark passes to every rendering function, and so also holds what those need to
// know about the text.
type output struct {
	bytes.Buffer

	src  []byte
	at   func(offset int) diag.Pos // the place of a byte of src
	opts Options
	errs diag.List

	where  *setting // nil for a body
	cuts   []cut
	opened target // the link being rendered
	from   int    // the offset of its words in buf

	ids   map[string]int // each heading id, and the last number appended to make others unique
	heads []Heading

	grammar  *grammar
	block    block
	tags     []lexicon.Span // what of the block only makes its words links, images or footnotes, in order
	comments []*comment
	flat     plainText
}

// A cut is an embed and its place in the HTML.
type cut struct {
	offset int
	embed  *Embed
}

var outputs = sync.Pool{New: func() any { return new(output) }}

func newOutput(src []byte, at func(int) diag.Pos, opts Options) *output {
	o := outputs.Get().(*output)
	o.src, o.at, o.opts, o.grammar = src, at, opts, grammarOf(opts.Words)
	return o
}

// release returns the buffers to their pool; nothing made from them shares their memory.
func (o *output) release() {
	clear(o.cuts)
	o.Reset()
	*o = output{Buffer: o.Buffer, cuts: o.cuts[:0], tags: o.tags[:0], flat: o.flat}
	outputs.Put(o)
}

func (o *output) render(n ast.Node) {
	// The writer never fails, and so neither does the renderer.
	_ = o.grammar.writer.Render(o, o.src, n)
}

func (o *output) errorf(offset int, format string, args ...any) *diag.Error {
	return o.errs.Errorf(o.at(offset), format, args...)
}

func (o *output) embed(e *Embed) { o.cuts = append(o.cuts, cut{o.Len(), e}) }

// tagged records that what was written from an offset on is a tag.
func (o *output) tagged(from int) { o.tags = append(o.tags, lexicon.Span{From: from, To: o.Len()}) }

// text returns everything that was written.
func (o *output) text() Text {
	all, from := o.String(), 0
	if all == "" && len(o.cuts) == 0 {
		return nil
	}
	t := make(Text, 0, 2*len(o.cuts)+1)
	for _, c := range o.cuts {
		if c.offset > from {
			t = append(t, Part{HTML: all[from:c.offset]})
			from = c.offset
		}
		t = append(t, Part{Embed: c.embed})
	}
	if from < len(all) {
		t = append(t, Part{HTML: all[from:]})
	}
	return t
}

// The methods of util.BufWriter that a bytes.Buffer lacks, or that have to check.

// WriteRune is called by goldmark for numeric references. A control character written in that way would break the feed.
func (o *output) WriteRune(r rune) (int, error) {
	if r < 0x20 && diag.IsControl(byte(r)) {
		r = utf8.RuneError
	}
	return o.Buffer.WriteRune(r)
}

func (o *output) Buffered() int { return o.Len() }
func (o *output) Flush() error  { return nil }
