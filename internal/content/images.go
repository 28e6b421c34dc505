package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// decorative is the title that lets an image go without words.
var decorative = []byte("decorative")

func (o *output) image(node ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	n := node.(*ast.Image)
	o.busy = true
	if o.again {
		o.words(n)
		return ast.WalkSkipChildren
	}
	if o.where != "" {
		o.errorf(n.Pos(), "put it in the text below the front matter", "an image in the %s", o.where)
		return ast.WalkSkipChildren
	}
	t := o.target(unescape(n.Destination), n.Pos())
	switch t.kind {
	case toFact:
		o.errorf(n.Pos(), "write [words](fact:"+t.dest+") without the exclamation mark", "a fact written as an image")
		return ast.WalkSkipChildren
	case elsewhere:
		o.errorf(n.Pos(), "put the file below content/ and write its path", "an image on another host")
		return ast.WalkSkipChildren
	case nowhere:
		return ast.WalkSkipChildren
	}
	alt := o.plain(n)
	isDecorative := alt == "" && bytes.Equal(n.Title, decorative)
	if alt == "" && !isDecorative {
		o.errorf(n.Pos(), `write ![what it shows](`+t.dest+`), or ![](`+t.dest+` "decorative") when it shows nothing`, "an image without words for those who cannot see it")
	}
	o.WriteString(`<img src="`)
	o.href(t, true, n.Pos())
	o.WriteString(`" alt="`)
	o.Write(util.EscapeHTML([]byte(alt)))
	o.WriteByte('"')
	if !isDecorative {
		o.titleAttr(n.Title)
	}
	o.WriteString(` loading="lazy">`)
	return ast.WalkSkipChildren
}

// titleAttr writes a link's or an image's title, if it has one.
func (o *output) titleAttr(title []byte) {
	if len(title) == 0 {
		return
	}
	o.WriteString(` title="`)
	ghtml.DefaultWriter.Write(o, title)
	o.WriteByte('"')
}
