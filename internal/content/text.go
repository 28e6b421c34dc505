package content

import (
	"html"
	"iter"
	"reflect"
	"slices"
	"strings"

	"burdenshare/internal/diag"
)

// Text is prose in reading order: HTML with embeds in between.
type Text []Part

// A Part is a piece of HTML or an Embed, never both.
type Part struct {
	HTML  string
	Embed *Embed
}

// Embeds returns the embeds in reading order.
func (t Text) Embeds() iter.Seq[*Embed] {
	return func(yield func(*Embed) bool) {
		for _, p := range t {
			if p.Embed != nil && !yield(p.Embed) {
				return
			}
		}
	}
}

// An EmbedKind is the kind of an Embed.
type EmbedKind int

// The kinds of embed.
const (
	Fact       EmbedKind = iota // the words of a claim
	Chart                       // a whole block
	Link                        // the value of an href attribute
	Image                       // the attributes of an img element except its text
	ClaimBlock                  // a whole block: a Claim, by its id
	Table                       // a whole block: a chart that is a table
)

// An Embed is a placeholder that another package resolves: a fact to check, a chart to draw, a link to resolve.
//
// A Link replaces only an attribute's value: the parts around it are `<a href="` and `">words</a>`. An Image is
// between `<img` and ` alt="…">`. A Plain fact replaces words within the value of an alt attribute.
type Embed struct {
	Kind  EmbedKind
	Args  string      // Fact: the destination without "fact:"; a block: TOML; Link, Image: the destination unescaped
	Words string      // Fact: plain text of the words, "" when they are to be filled in
	HTML  string      // Fact: the words as HTML, which may hold <em> and the like
	Mark  Mark        // Fact: what its author says of it for readers of later figures
	Wrong *diag.Error // Chart, Table, ClaimBlock and Link: what has been found wrong with it already; nil for most
	Plain bool        // Fact: it is in an attribute: only the words, escaped, may be printed
	Block bool        // Chart, Table and ClaimBlock: it is in the place of a paragraph, not within one
	Pos   diag.Pos    // Fact, Link: the opening bracket; Image: the exclamation mark; a block: its TOML's first byte
}

// Start returns the text at the start of a part of a text, up to an element.
func (t Text) Start() string {
	if len(t) == 0 {
		return ""
	}
	s, _, _ := strings.Cut(t[0].HTML, "<")
	return html.UnescapeString(s)
}

// End returns the text at the end of a part of a text, from an element on.
func (t Text) End() string {
	if len(t) == 0 {
		return ""
	}
	s := t[len(t)-1].HTML
	return html.UnescapeString(s[strings.LastIndexByte(s, '>')+1:])
}

// Rewords reports whether an article differs from a former one at most in the words, facts and links of its body, so
// that its own page can be made without the rest of the report.
func (a *Article) Rewords(former *Article) bool {
	was, is := *former, *a
	var shown [2][]Embed // besides
	for i, b := range []*Article{&was, &is} {
		for e := range b.Body.Embeds() {
			if e.Kind != Link && e.Kind != Fact {
				shown[i] = append(shown[i], Embed{Kind: e.Kind, Args: e.Args, Wrong: e.Wrong, Block: e.Block})
			}
		}
		b.Body, b.Numbers, b.Sum = nil, Numbers{}, [len(b.Sum)]byte{}
	}
	return slices.Equal(shown[0], shown[1]) && reflect.DeepEqual(was, is)
}

// Moves reports whether an article of a day contains anything that later figures could change. If not, it needs no
// as-of-today view.
func (a *Article) Moves() bool { return !a.Latest && a.HasEmbeds() }

// HasEmbeds reports whether an article contains facts, charts or claims.
func (a *Article) HasEmbeds() bool {
	return a.Title.moves() || a.Summary.moves() || a.Body.moves() || a.aside != nil && a.aside.embeds
}

// moves reports whether a text contains more embeds than links and pictures.
func (t Text) moves() bool {
	return slices.ContainsFunc(t, func(p Part) bool {
		return p.Embed != nil && p.Embed.Kind != Link && p.Embed.Kind != Image
	})
}
