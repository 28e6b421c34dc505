package site

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// whole gives the text of an article for reading away from the site: every
// address absolute, charts as their picture, facts as plain links to their
// evidence, and no markup that only the site's own style sheet knows.
func (f *frame) whole(a *Article) (string, error) {
	var b bytes.Buffer
	for _, p := range a.body {
		switch {
		case p.chart != nil:
			if err := f.templates.feedChart.Execute(&b, chartView{f, p.chart}); err != nil {
				return "", err
			}
		case p.claim != nil:
			if err := f.templates.claim.Execute(&b, claimFrame{f, p.claim}); err != nil {
				return "", err
			}
		case p.image != nil:
			b.WriteString(p.image.attributes(f.Root))
		case p.path != "":
			b.WriteString(html.EscapeString(f.Site.address(p.path)))
		case !p.mute:
			b.WriteString(p.html)
		}
	}
	return f.abroad(b.Bytes())
}

// abroad makes HTML of a page fit to stand elsewhere.
func (f *frame) abroad(src []byte) (string, error) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(bytes.NewReader(src), body)
	if err != nil {
		return "", err
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	f.strip(body)
	var b bytes.Buffer
	for n := range body.ChildNodes() {
		if err := html.Render(&b, n); err != nil {
			return "", err
		}
	}
	return strings.TrimSpace(b.String()), nil
}

// abroadAttributes are those that mean something anywhere.
var abroadAttributes = []string{"href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "datetime", "start", "lang"}

func (f *frame) strip(n *html.Node) {
	for _, c := range slices.Collect(n.ChildNodes()) {
		if c.Type != html.ElementNode {
			continue
		}
		class := ""
		for _, a := range c.Attr {
			if a.Key == "class" {
				class = a.Val
			}
		}
		if c.DataAtom == atom.Script || c.DataAtom == atom.Style || class == "anchor" || class == "sr" {
			n.RemoveChild(c)
			continue
		}
		c.Attr = slices.DeleteFunc(c.Attr, func(a html.Attribute) bool { return !slices.Contains(abroadAttributes, a.Key) })
		for i := range c.Attr {
			if a := &c.Attr[i]; a.Key == "href" || a.Key == "src" {
				a.Val = f.fromAbroad(a.Val)
			}
		}
		f.strip(c)
		if c.DataAtom == atom.Span || c.DataAtom == atom.Div { // they were there for style
			for _, inner := range slices.Collect(c.ChildNodes()) {
				c.RemoveChild(inner)
				n.InsertBefore(inner, c)
			}
			n.RemoveChild(c)
		}
	}
}

// fromAbroad gives an address as it is written elsewhere.
func (f *frame) fromAbroad(dest string) string {
	if strings.HasPrefix(dest, "#") {
		return f.Site.address(f.Path) + dest
	}
	if path, ok := strings.CutPrefix(dest, f.Site.Config.BaseURL); ok {
		path, fragment, found := strings.Cut(path, "#")
		if path == "index.html" || strings.HasSuffix(path, "/index.html") {
			path = strings.TrimSuffix(path, "index.html")
		}
		if dest = f.Site.Config.BaseURL + path; found {
			dest += "#" + fragment
		}
	}
	return dest
}
