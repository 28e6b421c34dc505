package content

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"burdenshare/internal/lexicon"
)

// A plainText is a block's HTML as a reader sees it: without tags, with the words of facts in their places, and with
// one byte for anything that is not prose.
type plainText struct {
	text   []byte
	from   []int          // for each byte of text, its offset in the HTML
	proven []lexicon.Span // the words of facts and links, whose numbers have evidence
	facts  []lexicon.Span // those of facts among proven
}

// The elements whose numbers have evidence, or that are not prose.
var (
	linkTag, linkEnd = []byte("<a "), []byte("</a>")
	codeTag, codeEnd = []byte("<code>"), []byte("</code>")
	noteTag, noteEnd = []byte(`<sup id="fnref`), []byte("</sup>")
)

// imageTag is the beginning of an image; its address and size are an embed and so not in the HTML.
var imageTag = []byte(`<img alt="`)

// make makes the text of buf from start on; the facts are in cuts.
func (f *plainText) make(buf []byte, start int, cuts []cut) {
	f.text, f.from, f.proven = f.text[:0], f.from[:0], f.proven[:0]
	f.facts = f.facts[:0]
	inside, shut := 0, []byte(nil) // the current link or code: where its words begin, how it ends
	alt := false
	for i := start; ; {
		for len(cuts) > 0 && cuts[0].offset <= i {
			if e := cuts[0].embed; e.Kind == Fact {
				f.fact(e.Words, i)
			}
			cuts = cuts[1:]
		}
		if i >= len(buf) {
			return
		}
		rest := buf[i:]
		switch c := buf[i]; {
		case c == '<' && shut != nil && bytes.HasPrefix(rest, shut):
			if bytes.Equal(shut, codeEnd) {
				f.text, f.from = f.text[:inside], f.from[:inside]
				f.add(lexicon.OpaqueByte, i)
			} else {
				f.cite(inside)
			}
			i, shut = i+len(shut), nil
		case c == '<' && bytes.HasPrefix(rest, imageTag):
			f.add(lexicon.OpaqueByte, i)
			i, alt = i+len(imageTag), true
		case c == '"' && alt:
			f.add(lexicon.OpaqueByte, i)
			alt = false
			i += tagLength(rest)
		case c == '<' && bytes.HasPrefix(rest, noteTag) && bytes.Contains(rest, noteEnd):
			f.add(lexicon.NoteByte, i)
			i += bytes.Index(rest, noteEnd) + len(noteEnd)
		case c == '<':
			switch {
			case shut != nil:
			case bytes.HasPrefix(rest, linkTag):
				inside, shut = len(f.text), linkEnd
			case bytes.HasPrefix(rest, codeTag):
				inside, shut = len(f.text), codeEnd
			}
			i += tagLength(rest)
		case c == '&':
			char, n := entity(rest)
			f.add(char, i)
			i += n
		default:
			n := 1
			for i+n < len(buf) && buf[i+n] != '<' && buf[i+n] != '&' && !(alt && buf[i+n] == '"') &&
				!(len(cuts) > 0 && cuts[0].offset <= i+n) {
				n++
			}
			f.run(buf[i:i+n], i)
			i += n
		}
	}
}

func (f *plainText) add(c byte, i int) {
	f.text = append(f.text, c)
	f.from = append(f.from, i)
}

// run adds running text that begins at byte i of the HTML.
func (f *plainText) run(text []byte, i int) {
	f.text = append(f.text, text...)
	for k := range text {
		f.from = append(f.from, i+k)
	}
}

// fact adds the words of a fact, or, if they are to be filled in, a byte that is read as a number.
func (f *plainText) fact(words string, i int) {
	from := len(f.text)
	for _, c := range []byte(cmp.Or(words, string(rune(lexicon.FilledByte)))) {
		f.add(c, i)
	}
	f.cite(from)
	f.facts = append(f.facts, f.proven[len(f.proven)-1])
}

func (f *plainText) cite(from int) {
	f.proven = append(f.proven, lexicon.Span{From: from, To: len(f.text)})
}

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

// tagLength returns the length of the tag, or of its rest, that b begins with.
func tagLength(b []byte) int {
	if n := bytes.IndexByte(b, '>'); n >= 0 {
		return n + 1
	}
	return len(b)
}

// entity decodes one of the references that HTML text cannot do without; all others have been replaced by characters.
func entity(b []byte) (c byte, size int) {
	for _, e := range []struct {
		name string
		char byte
	}{{"&quot;", '"'}, {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&#160;", ' '}} {
		if bytes.HasPrefix(b, []byte(e.name)) {
			return e.char, len(e.name)
		}
	}
	return '&', 1
}

// A span is a piece of running text in buf and its source.
type span struct {
	at, to      int // in buf
	start, stop int // in src
	padding     int
}

// spanned records that the bytes of buf from at on are those of a segment.
func (o *output) spanned(at int, s text.Segment) {
	o.spans = append(o.spans, span{at, o.Len(), s.Start, s.Stop, s.Padding})
}

// source returns the offset in src of byte i of buf, and reports false if that byte was not written by an editor.
func (o *output) source(i int) (offset int, ok bool) {
	for _, s := range o.spans {
		if i < s.at || i >= s.to {
			continue
		}
		src, i := o.src[s.start:s.stop], i-s.at-s.padding
		if bytes.Equal(src, o.Bytes()[s.at+s.padding:s.to]) {
			return s.start + i, i >= 0
		}
		// Escapes, references and spaces have become shorter or longer: write them again, character by character,
		// until i is reached.
		w := newOutput(nil, nil, o.opts)
		defer w.release()
		for at := 0; at < len(src); {
			n := o.grammar.words.character(src[at:])
			w.running(src[at : at+n])
			if w.Len() > i {
				return s.start + at, i >= 0
			}
			at += n
		}
	}
	return 0, false
}

// character returns the number of bytes of Markdown that make one character: an escape or a reference has several, and
// so has a sign with a space that no line is broken at.
func (w Words) character(b []byte) int {
	first, size := utf8.DecodeRune(b)
	next, more := utf8.DecodeRune(b[size:])
	switch {
	case first == ' ' && strings.ContainsRune(w.Before, next) || next == ' ' && strings.ContainsRune(w.After, first):
		return size + more
	case b[0] == '\\' && len(b) > 1 && util.IsPunct(b[1]):
		return 2
	case b[0] == '&':
		if n := bytes.IndexByte(b, ';'); n > 0 && !bytes.ContainsAny(b[:n], " \n\\") {
			return n + 1
		}
	}
	return 1
}
