package content

import (
	"bytes"

	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A flat is a block's HTML as a reader sees it: without tags, and with one
// byte, a sentinel, for everything that a number may stand in unchallenged.
// Neither Markdown files nor references can bring such bytes into HTML.
type flat struct {
	text []byte
	from []int // of each byte of text, its place in the HTML
}

const (
	note   = 0x03 // the reference of a footnote
	wall   = 0x10 // a fact, a link, code, the edge of an image's words
	starts = 0x01 // added to wall: begins with a count, "28 members"
	ends   = 0x02 // added to wall: ends with one, "at least 30"
)

func isSentinel(r rune) bool { return r == note || isWall(byte(r)) && r < 0x80 }
func isWall(c byte) bool     { return c&^(starts|ends) == wall }

// A wrapper is an element whose words are taken as one.
var wrappers = []struct{ open, shut []byte }{
	{[]byte("<a "), []byte("</a>")},
	{[]byte("<code>"), []byte("</code>")},
}

var noteTag, noteEnd = []byte(`<sup id="fnref`), []byte("</sup>")

// imageTag is how image begins; its address and size are an embed and so not
// there.
var imageTag = []byte(`<img alt="`)

// make flattens buf from start on; the facts are in cuts.
func (f *flat) make(buf []byte, start int, cuts []cut) {
	f.text, f.from = f.text[:0], f.from[:0]
	inside, shut := 0, []byte(nil) // a wrapper: where its words begin, how it ends
	alt := false
	for i := start; ; {
		for len(cuts) > 0 && cuts[0].offset <= i {
			if e := cuts[0].embed; e.Kind == Fact {
				f.add(factWall(e.Words), i)
			}
			cuts = cuts[1:]
		}
		if i >= len(buf) {
			return
		}
		rest := buf[i:]
		switch c := buf[i]; {
		case c == '<' && shut != nil && bytes.HasPrefix(rest, shut):
			w := wallOf(f.text[inside:])
			if shut[2] == 'c' { // code counts nothing
				w = wall
			}
			f.text, f.from = f.text[:inside], f.from[:inside]
			f.add(w, i)
			i, shut = i+len(shut), nil
		case c == '<' && bytes.HasPrefix(rest, imageTag):
			f.add(wall, i)
			i, alt = i+len(imageTag), true
		case c == '"' && alt:
			f.add(wall, i)
			alt = false
			i += behindTag(rest)
		case c == '<' && bytes.HasPrefix(rest, noteTag) && bytes.Contains(rest, noteEnd):
			f.add(note, i)
			i += bytes.Index(rest, noteEnd) + len(noteEnd)
		case c == '<':
			for _, w := range wrappers {
				if shut == nil && bytes.HasPrefix(rest, w.open) {
					inside, shut = len(f.text), w.shut
				}
			}
			i += behindTag(rest)
		case c == '&':
			char, n := entity(rest)
			f.add(char, i)
			i += n
		default:
			f.add(c, i)
			i++
		}
	}
}

func (f *flat) add(c byte, i int) {
	f.text = append(f.text, c)
	f.from = append(f.from, i)
}

// behindTag gives the length of the tag, or of its rest, that b begins with.
func behindTag(b []byte) int {
	if n := bytes.IndexByte(b, '>'); n >= 0 {
		return n + 1
	}
	return len(b)
}

// entity reads one of the references that HTML text cannot do without; all
// others have become characters.
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

// factWall is the sentinel for a fact. Words that are to be filled in may
// become a count.
func factWall(words string) byte {
	if words == "" {
		return wall | starts | ends
	}
	return wallOf([]byte(words))
}

func wallOf(words []byte) byte {
	w := byte(wall)
	if q, ok := countAt(words, determined(words, gap(words, 0))); ok && !q.isYear(words) {
		if _, hasUnit := unit(words, q); !hasUnit {
			w |= starts
		}
	}
	last := len(words)
	for last > 0 && (isAlnum(words[last-1]) || bytes.IndexByte([]byte("-,."), words[last-1]) >= 0) {
		last--
	}
	if q, ok := countAt(words, last); ok && q.to == len(words) && !q.isYear(words) && !currencyBefore(words, last) {
		w |= ends
	}
	return w
}

// A span is a piece of running text in buf and where it comes from.
type span struct {
	at, to      int // in buf
	start, stop int // in src
	padding     int
}

// spanned notes that the bytes of buf from at on are those of a segment.
func (o *output) spanned(at int, s text.Segment) {
	o.spans = append(o.spans, span{at, len(o.buf), s.Start, s.Stop, s.Padding})
}

// source gives the place in src of byte i of buf; it is not ok when that byte
// was not written by an editor.
func (o *output) source(i int) (offset int, ok bool) {
	for _, s := range o.spans {
		if i < s.at || i >= s.to {
			continue
		}
		src, i := o.src[s.start:s.stop], i-s.at-s.padding
		if bytes.Equal(src, o.buf[s.at+s.padding:s.to]) {
			return s.start + i, i >= 0
		}
		// Escapes and references have become shorter or longer: write again,
		// character by character, until i is reached.
		w := newOutput(nil, nil, Options{})
		defer w.release()
		for at := 0; at < len(src); {
			n := character(src[at:])
			ghtml.DefaultWriter.Write(w, src[at:at+n])
			if len(w.buf) > i {
				return s.start + at, i >= 0
			}
			at += n
		}
	}
	return 0, false
}

// character gives how many bytes of Markdown make one character: an escape
// or a reference has several.
func character(b []byte) int {
	switch {
	case b[0] == '\\' && len(b) > 1 && util.IsPunct(b[1]):
		return 2
	case b[0] == '&':
		if n := bytes.IndexByte(b, ';'); n > 0 && !bytes.ContainsAny(b[:n], " \n\\") {
			return n + 1
		}
	}
	return 1
}
