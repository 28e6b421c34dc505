package article

import (
	"html"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/chart"
)

// Segments is HTML in which the addresses of the site's own pages are still open, and pictures and charts still to be
// put through their template: the same text is used on pages of different depth.
type Segments []Segment

// A Segment is HTML, or the address of something on the site, or a chart, a
// claim, or the attributes of an image.
type Segment struct {
	HTML  string
	Path  string // "members/poland/#top"; the home page is "/"
	Chart *chart.Chart
	Words *ChartWords // of a chart: its title and caption with their facts; nil for plain ones
	Claim *ThenNow
	Image *image

	Use  *Use        // that html shows, else nil
	Mute bool        // html is a remark, whole in itself, and not part of the words
	Spec *chart.Spec // of a chart that another day would draw otherwise, else nil
}

// Tables reports whether it contains a table that can be sorted.
func (r Segments) Tables() bool {
	return slices.ContainsFunc(r, func(p Segment) bool {
		return p.Chart != nil || p.Claim != nil || strings.Contains(p.HTML, "<table")
	})
}

// HasTables reports whether the article holds a table.
func (a *Article) HasTables() bool { return a.body.Tables() }

// plain returns the text without markup.
func (r Segments) plain() string {
	var b strings.Builder
	size, tag := 0, false
	for _, p := range r {
		size += len(p.HTML)
	}
	b.Grow(size)
	for _, p := range r {
		if p.Mute {
			continue
		}
		for rest := p.HTML; rest != ""; {
			end := byte('<')
			if tag {
				end = '>'
			}
			text, after, found := strings.Cut(rest, string(end))
			if !tag {
				b.WriteString(text)
			}
			tag, rest = tag != found, after
		}
	}
	return strings.TrimSpace(html.UnescapeString(b.String()))
}

// mostWords is the largest number of words by which an article is found.
const mostWords = 600

// Words returns the words of the text, each once, in reading order: those of more than three letters, as search has no
// use for others.
func (a *Article) Words() []string {
	seen := make(map[string]bool, mostWords)
	list := make([]string, 0, mostWords)
	for w := range words(a.body.plain()) {
		if len(w) <= 3 {
			continue
		}
		if key := strings.ToLower(w); !seen[key] {
			seen[key] = true
			list = append(list, w)
		}
		if len(list) == mostWords {
			break
		}
	}
	return list
}

// words returns the words and numbers of a text: letters and digits without others between them.
func words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from := 0
		for i := 0; i < len(text); {
			c, n := rune(text[i]), 1
			if c >= utf8.RuneSelf {
				c, n = utf8.DecodeRuneInString(text[i:])
			}
			if 'a' <= c && c <= 'z' || unicode.IsLetter(c) || unicode.IsDigit(c) {
				i += n
				continue
			}
			if i > from && !yield(text[from:i]) {
				return
			}
			i += n
			from = i
		}
		if from < len(text) {
			yield(text[from:])
		}
	}
}
