package export

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ForFeeds returns HTML of a page as it is read elsewhere. It goes through the text once and builds no tree, so that no
// article is too long or too deep for it; an element that is never closed is closed at the end.
func ForFeeds(src string, address func(string) string) string {
	w := &feedWriter{address: address}
	for z := html.NewTokenizer(strings.NewReader(src)); z.Next() != html.ErrorToken; {
		w.token(z.Token())
	}
	w.close(0)
	return strings.TrimSpace(w.String())
}

// A feedWriter writes the tokens of HTML that mean something anywhere.
type feedWriter struct {
	strings.Builder
	address func(string) string
	open    []openElement
	dropped int // open elements that are left out with all that is in them
}

// An openElement is an element whose end has not been read.
type openElement struct {
	name     string
	end      string // what is written there
	dropping bool
}

func (w *feedWriter) token(t html.Token) {
	switch t.Type {
	case html.TextToken:
		if w.dropped == 0 {
			w.WriteString(t.String())
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		w.start(t)
	case html.EndTagToken:
		for i, v := range slices.Backward(w.open) {
			if v.name == t.Data {
				w.close(i)
				return
			}
		}
	}
}

// start writes the begin of an element, unless it was there for style, for the page itself or for scripts.
func (w *feedWriter) start(t html.Token) {
	e := openElement{name: t.Data, end: "</" + t.Data + ">"}
	void := slices.Contains(voidElements, t.DataAtom)
	class, box := "", "☐"
	for _, a := range t.Attr {
		switch a.Key {
		case "class":
			class = a.Val
		case "checked":
			box = "☑"
		}
	}
	switch {
	case t.DataAtom == atom.Script || t.DataAtom == atom.Style || class == "anchor" || class == "sr":
		e.dropping, e.end = true, ""
	case w.dropped > 0 || t.DataAtom == atom.Span || t.DataAtom == atom.Div:
		e.end = ""
	case t.DataAtom == atom.Input: // the box of a task: elsewhere it would be a field to write in
		w.WriteString(box)
	default:
		foreign := func(a html.Attribute) bool { return !slices.Contains(feedAttributes, a.Key) }
		t.Attr = slices.DeleteFunc(t.Attr, foreign)
		for i := range t.Attr {
			if a := &t.Attr[i]; a.Key == "href" || a.Key == "src" {
				a.Val = w.address(a.Val)
			}
		}
		if void {
			t.Type = html.SelfClosingTagToken
		}
		w.WriteString(t.String())
	}
	if void {
		return
	}
	if e.dropping {
		w.dropped++
	}
	w.open = append(w.open, e)
}

// close writes the ends of all elements that are open, down to the nth.
func (w *feedWriter) close(n int) {
	for i := len(w.open) - 1; i >= n; i-- {
		w.WriteString(w.open[i].end)
		if w.open[i].dropping {
			w.dropped--
		}
	}
	w.open = w.open[:n]
}

// voidElements have no end.
var voidElements = []atom.Atom{atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input,
	atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr}

// feedAttributes are those that mean something anywhere.
var feedAttributes = []string{"href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope",
	"datetime", "start", "lang"}
