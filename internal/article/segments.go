package article

import (
	"bytes"
	"html"
	"slices"
	"strings"
	"sync"
	"unicode"

	"burdenshare/internal/chart"
)

// Segments is HTML in which the addresses of the site's own pages are still open, and pictures and charts still to be
// put through their template: the same text is used on pages of different depth.
type Segments []Segment

// A Segment is HTML, or the address of something on the site, or what a template shows. A large report has half a
// million, so that what few have is in one field.
type Segment struct {
	HTML  string
	Path  string // "members/poland/#top"; the home page is "/"
	Shown any    // in place of HTML a *ChartBlock, a *ThenNow or an *Image; of HTML the *Use it shows, or Mute
}

// A ChartBlock is a chart in a text.
type ChartBlock struct {
	Chart *chart.Chart
	Words *ChartWords // its title and caption with their facts; nil for plain ones
	Spec  *chart.Spec // of a chart that another day would draw otherwise, else nil
}

// Mute marks HTML that is a remark, whole in itself, and not part of the words.
type Mute struct{}

// Tables reports whether it contains a table that can be sorted.
func (r Segments) Tables() bool {
	return slices.ContainsFunc(r, func(p Segment) bool {
		switch p.Shown.(type) {
		case *ChartBlock, *ThenNow:
			return true
		}
		return strings.Contains(p.HTML, "<table")
	})
}

// HasTables reports whether the article holds a table.
func (a *Article) HasTables() bool { return a.aside != nil && a.aside.tables || a.body.Tables() }

// plain returns the text without markup.
func (r Segments) plain() string {
	var b strings.Builder
	size, tag := 0, false
	for _, p := range r {
		size += len(p.HTML)
	}
	b.Grow(size)
	for _, p := range r {
		if p.Shown == (Mute{}) {
			continue
		}
		for rest := p.HTML; rest != ""; {
			end := byte('<')
			if tag {
				end = '>'
			}
			text, after, found := strings.Cut(rest, string(end))
			if !tag {
				b.WriteString(html.UnescapeString(text))
			}
			tag, rest = tag != found, after
		}
	}
	return strings.TrimSpace(b.String())
}

// mostWords is the largest number of words by which an article is found.
const mostWords = 600

// seenWords are sets of words, used for one text after the other.
var seenWords = sync.Pool{New: func() any { return make(map[string]bool, mostWords) }}

// words writes the words of the text over b, each once, in reading order, with spaces between them: those of more than
// three letters, as search has no use for others.
func (r Segments) words(b []byte) []byte {
	seen := seenWords.Get().(map[string]bool)
	defer seenWords.Put(seen)
	clear(seen)
	b = b[:0]
	for w := range strings.FieldsFuncSeq(r.plain(), apart) {
		if len(w) <= 3 || len(seen) == mostWords {
			continue
		}
		if key := strings.ToLower(w); !seen[key] {
			seen[key], b = true, append(append(b, w...), ' ')
		}
	}
	return bytes.TrimSuffix(b, []byte(" "))
}

// Words returns the words of the text by which it is found.
func (a *Article) Words() string {
	if a.aside == nil {
		return string(a.body.words(nil))
	}
	return a.aside.file.Get(a.aside.words)
}

// apart reports whether a character is not part of a word or a number.
func apart(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }
