package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// decorative is the title of an image that needs no text.
var decorative = []byte("decorative")

func (o *output) image(node ast.Node) {
	n := node.(*ast.Image)
	t := o.shown(n)
	if t.kind == nowhere {
		n.RemoveChildren(n) // nobody sees its words: their numbers need no evidence
		return
	}
	from := o.Len()
	o.WriteString("<img")
	o.embed(&Embed{Kind: Image, Args: t.dest, Pos: o.at(n.Pos())})
	o.WriteString(` alt="`)
	o.tagged(from)
	hasWords := o.alt(n)
	defer o.tagged(o.Len())
	o.WriteByte('"')
	isDecorative := !hasWords && bytes.Equal(n.Title, decorative)
	if !hasWords && !isDecorative {
		o.errorf(n.Pos(), "an image without text for those who cannot see it").
			Hint(`write ![what it shows](%s), or ![](%s "decorative") if it shows nothing`, t.dest, t.dest)
	}
	if !isDecorative && o.captioned(n.Parent()) != n {
		o.titleAttr(n.Title, n.Pos())
	}
	o.WriteByte('>')
}

// shown returns where an image is, or reports why there is none to show.
func (o *output) shown(n *ast.Image) target {
	if o.where != nil {
		o.errorf(n.Pos(), "an image in the %s", o.where.name).Hint("put it in the text below the front matter")
		return target{}
	}
	switch t := o.target(unescape(n.Destination), n.Pos()); t.kind {
	case toFact:
		o.errorf(n.Pos(), "a fact written as an image").
			Hint("write [words](fact:%s) without the exclamation mark", t.dest)
	case elsewhere:
		o.errorf(n.Pos(), "an image on another host").Hint("put the file below content/ and write its path")
	default:
		return t
	}
	return target{}
}

// captioned returns the image that a paragraph consists of, if it has a caption: the text in quotation marks after
// its path.
func (o *output) captioned(paragraph ast.Node) *ast.Image {
	if paragraph.Kind() != ast.KindParagraph || paragraph.ChildCount() != 1 {
		return nil
	}
	n, ok := paragraph.FirstChild().(*ast.Image)
	if !ok || len(bytes.TrimSpace(n.Title)) == 0 || bytes.Equal(n.Title, decorative) {
		return nil
	}
	return n
}

// caption writes and returns an image's caption, which is prose: it may contain facts, and its numbers need evidence
// like others.
func (o *output) caption(n *ast.Image) (list []ast.Node) {
	if n == nil {
		return nil
	}
	o.WriteString("<figcaption>")
	pos := max(n.Pos(), 0)
	i := bytes.Index(o.src[pos:], n.Title)
	if i < 0 { // written with escapes
		ghtml.DefaultWriter.Write(o, n.Title)
		return nil
	}
	r := text.NewReader(o.src[:pos+i+len(n.Title)])
	r.Advance(pos + i)
	for p := o.grammar.inline.Parse(r).FirstChild(); p != nil; p = p.NextSibling() {
		for c := p.FirstChild(); c != nil; c = c.NextSibling() {
			o.render(c)
		}
		list = append(list, p)
	}
	return list
}

// alt writes an image's text, in which facts are embedded as elsewhere, and reports whether there is any. A fact to
// be filled in counts.
func (o *output) alt(n ast.Node) bool {
	f, from := plainText{as: forAlt}, 0
	f.below(o, n)
	for i, words := range f.facts {
		o.Write(util.EscapeHTML(f.text[from:words.From]))
		o.plainFact(f.links[i])
		from = words.To
	}
	o.Write(util.EscapeHTML(f.text[from:]))
	return len(f.facts) > 0 || len(bytes.TrimSpace(f.text)) > 0
}

// titleAttr writes a link's or an image's title, if it has one.
func (o *output) titleAttr(title []byte, offset int) {
	if len(title) == 0 {
		return
	}
	if i := bytes.Index(title, []byte("](fact:")); i >= 0 {
		o.errorf(offset, "a fact in the tooltip of a link or picture").
			Hint("put it in the text; what is in quotation marks after the address is shown as it is")
	}
	o.WriteString(` title="`)
	ghtml.DefaultWriter.Write(o, title)
	o.WriteByte('"')
}
