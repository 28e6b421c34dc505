package picture

import (
	"fmt"
	"strings"
)

// A node is an element of a drawing, or a text in one.
type node struct {
	tag   string // "" for a text
	attrs []attr
	text  string // of a text
	kids  []*node
}

type attr struct{ name, value string }

// get gives an attribute's value, "" when there is none.
func (n *node) get(name string) string {
	for i := range n.attrs {
		if n.attrs[i].name == name {
			return n.attrs[i].value
		}
	}
	return ""
}

// set writes an attribute, over the one of that name if there is one.
func (n *node) set(name, value string) {
	for i := range n.attrs {
		if n.attrs[i].name == name {
			n.attrs[i].value = value
			return
		}
	}
	n.attrs = append(n.attrs, attr{name, value})
}

func (n *node) remove(name string) {
	for i := range n.attrs {
		if n.attrs[i].name == name {
			n.attrs = append(n.attrs[:i:i], n.attrs[i+1:]...)
			return
		}
	}
}

// element makes an element of pairs of attribute names and values.
func element(tag string, pairs ...string) *node {
	n := &node{tag: tag}
	for i := 0; i+1 < len(pairs); i += 2 {
		n.attrs = append(n.attrs, attr{pairs[i], pairs[i+1]})
	}
	return n
}

// add appends children and gives the node back.
func (n *node) add(kids ...*node) *node {
	n.kids = append(n.kids, kids...)
	return n
}

func textNode(s string) *node { return &node{text: s} }

// A reader reads the XML that the chart room writes: elements, quoted
// attributes and text. A comment, an instruction or an entity beyond those it
// escapes with is an error, like anything else that it does not know.
type reader struct {
	src string
	at  int
}

// parse reads a drawing, which is one svg element.
func parse(src []byte) (*node, error) {
	text := strings.TrimSpace(string(src))
	if rest, ok := strings.CutPrefix(text, "<?xml "); ok { // as our own files begin
		_, text, _ = strings.Cut(rest, "?>")
	}
	r := &reader{src: strings.TrimSpace(text)}
	n, err := r.element()
	if err == nil && r.at != len(r.src) {
		err = r.errorf("something follows the drawing")
	}
	if err == nil && n.tag != "svg" {
		err = fmt.Errorf("a drawing is an svg element, not %s", n.tag)
	}
	return n, err
}

func (r *reader) errorf(format string, args ...any) error {
	return fmt.Errorf("byte %d of the drawing: "+format, append([]any{r.at}, args...)...)
}

func (r *reader) element() (*node, error) {
	if !strings.HasPrefix(r.src[r.at:], "<") {
		return nil, r.errorf("no element")
	}
	r.at++
	n := &node{tag: r.name()}
	if n.tag == "" {
		return nil, r.errorf("an element without a name")
	}
	for {
		r.space()
		switch rest := r.src[r.at:]; {
		case strings.HasPrefix(rest, "/>"):
			r.at += 2
			return n, nil
		case strings.HasPrefix(rest, ">"):
			r.at++
			return n, r.content(n)
		}
		name := r.name()
		if name == "" || !strings.HasPrefix(r.src[r.at:], `="`) {
			return nil, r.errorf("no attribute in <%s>", n.tag)
		}
		r.at += 2
		end := strings.IndexByte(r.src[r.at:], '"')
		if end < 0 {
			return nil, r.errorf("an attribute without an end")
		}
		value, err := r.unescape(r.src[r.at : r.at+end])
		if err != nil {
			return nil, err
		}
		r.at += end + 1
		n.attrs = append(n.attrs, attr{name, value})
	}
}

// content reads up to the end tag of an element.
func (r *reader) content(n *node) error {
	for {
		end := strings.IndexByte(r.src[r.at:], '<')
		if end < 0 {
			return r.errorf("<%s> has no end", n.tag)
		}
		if end > 0 {
			s, err := r.unescape(r.src[r.at : r.at+end])
			if err != nil {
				return err
			}
			n.kids = append(n.kids, textNode(s))
			r.at += end
		}
		if strings.HasPrefix(r.src[r.at:], "</") {
			r.at += 2
			if name := r.name(); name != n.tag || !strings.HasPrefix(r.src[r.at:], ">") {
				return r.errorf("<%s> ends as %q", n.tag, name)
			}
			r.at++
			return nil
		}
		kid, err := r.element()
		if err != nil {
			return err
		}
		n.kids = append(n.kids, kid)
	}
}

func (r *reader) name() string {
	from := r.at
	for r.at < len(r.src) {
		c := r.src[r.at]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != ':' {
			break
		}
		r.at++
	}
	return r.src[from:r.at]
}

func (r *reader) space() {
	for r.at < len(r.src) && strings.IndexByte(" \t\r\n", r.src[r.at]) >= 0 {
		r.at++
	}
}

var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "#34": `"`, "quot": `"`, "#39": "'"}

func (r *reader) unescape(s string) (string, error) {
	if strings.IndexByte(s, '&') < 0 {
		return s, nil
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "&")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		name, rest, ended := strings.Cut(after, ";")
		c, known := entities[name]
		if !ended || !known {
			return "", r.errorf("unknown entity in %q", s)
		}
		b.WriteString(c)
		s = rest
	}
}

var (
	escapeText  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	escapeValue = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")
)

// write appends the XML of a node.
func (n *node) write(b []byte) []byte {
	if n.tag == "" {
		return append(b, escapeText.Replace(n.text)...)
	}
	b = append(append(b, '<'), n.tag...)
	for _, a := range n.attrs {
		b = append(append(append(b, ' '), a.name...), `="`...)
		b = append(append(b, escapeValue.Replace(a.value)...), '"')
	}
	if len(n.kids) == 0 {
		return append(b, "/>"...)
	}
	b = append(b, '>')
	for _, kid := range n.kids {
		b = kid.write(b)
	}
	return append(append(append(b, "</"...), n.tag...), '>')
}
