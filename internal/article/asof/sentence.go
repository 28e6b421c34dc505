package asof

import (
	"cmp"
	"html"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/content"
	"burdenshare/internal/lexicon"
)

// This file splits the HTML of a resolved text into sentences, so that a note on one can follow it.

// A sentence is a part of a text that belongs together: a sentence, or what a block ends with.
type sentence struct {
	segments article.Segments
	text     string // its words, without those of its facts
}

// A parser reads a text segment by segment.
type parser struct {
	lexicon *lexicon.Lexicon
	done    []sentence

	segments article.Segments
	words    strings.Builder
	inTag    bool // a tag is open, whose address is a segment of its own
}

// add adds a segment that is not the author's HTML.
func (p *parser) add(segment article.Segment) {
	p.segments = append(p.segments, segment)
	if _, ok := segment.Shown.(*article.Use); ok {
		p.words.WriteRune(lexicon.OpaqueByte)
	}
}

// SentenceOf returns the sentence of a text that a fact is part of, as plain text with the words of its facts; "…" is
// in place of those that are filled in.
func SentenceOf(l *lexicon.Lexicon, text content.Text, e *content.Embed) string {
	p, at := parser{lexicon: l}, 0
	for _, part := range text {
		switch {
		case part.Embed == nil:
			p.html(part.HTML)
		case part.Embed.Block:
			p.end()
		case part.Embed.Kind == content.Fact:
			p.segments = append(p.segments, article.Segment{})
			p.words.WriteString(cmp.Or(part.Embed.Words, "…"))
		}
		if part.Embed == e {
			at = len(p.done)
		}
	}
	p.end()
	return strings.Join(strings.Fields(p.done[at].text), " ")
}

// block adds a segment between sentences.
func (p *parser) block(segment article.Segment) {
	p.end()
	p.segments = append(p.segments, segment)
	p.end()
}

// end ends the sentence.
func (p *parser) end() {
	if len(p.segments) > 0 {
		p.done = append(p.done, sentence{p.segments, p.words.String()})
	}
	p.segments, p.words = nil, strings.Builder{}
}

// html adds HTML, and ends a sentence behind each full stop and at each end of a block.
func (p *parser) html(s string) {
	from := 0
	cut := func(at int) {
		if at > from {
			p.segments = append(p.segments, article.Segment{HTML: s[from:at]})
		}
		from = at
		p.end()
	}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case p.inTag:
			p.inTag = c != '>'
			i++
		case c == '<':
			if !inline(s[i+1:]) {
				cut(i)
			}
			p.inTag = true
			i++
		default:
			text, n := character(s[i:])
			at := p.words.Len()
			p.words.WriteString(text)
			i += n
			if strings.IndexByte(".!?", text[0]) < 0 {
				continue
			}
			if end, ok := p.lexicon.SentenceEnd(p.words.String()+ahead(s[i:]), at); ok {
				i += p.close(s[i:], end)
				cut(i)
			}
		}
	}
	if from < len(s) {
		p.segments = append(p.segments, article.Segment{HTML: s[from:]})
	}
}

// close adds the marks that close with a sentence, which ends with so many bytes of words, and returns how long they
// are in HTML.
func (p *parser) close(s string, end int) (n int) {
	for p.words.Len() < end {
		text, size := character(s[n:])
		p.words.WriteString(text)
		n += size
	}
	return n
}

// character returns the first character of HTML, and how long it is there.
func character(s string) (text string, n int) {
	if s[0] == '&' {
		if end := strings.IndexByte(s, ';'); end > 0 && end < 12 {
			return html.UnescapeString(s[:end+1]), end + 1
		}
	}
	for n = 1; n < len(s) && s[n]&0xc0 == 0x80; n++ {
	}
	return s[:n], n
}

// ahead returns the text up to the next tag.
func ahead(s string) string {
	const enough = 64
	s = s[:min(len(s), enough)]
	if i := strings.IndexByte(s, '<'); i >= 0 {
		s = s[:i]
	}
	return html.UnescapeString(s)
}

// inlineTags are those within which a sentence goes on.
const inlineTags = " a abbr b br cite code del dfn em i img ins kbd mark q s small span strong sub sup time u var wbr "

func inline(tag string) bool {
	tag = strings.TrimPrefix(tag, "/")
	n := strings.IndexFunc(tag, func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') })
	return n > 0 && strings.Contains(inlineTags, " "+tag[:n]+" ")
}
