package chart

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
)

// A mark is an element with data attributes.
type mark struct{ member, year, value, of string }

// A box is the room that a text takes in a drawing.
type box struct {
	text                     string
	left, top, right, bottom float64
}

// A sheet is a drawing as a test sees it.
type sheet struct {
	width, height float64
	marks         []mark
	estimates     int // marks that are drawn as estimates
	texts         []box
	smallest      float64 // font size
}

// read takes a drawing apart. Text is measured with the ruler that drew it;
// bold is what the style sheet makes bold.
func read(t *testing.T, svg []byte) sheet {
	t.Helper()
	type style struct {
		size   float64
		anchor string
		bold   bool
		est    bool
	}
	s := sheet{smallest: 1000}
	r := newRuler()
	stack := []style{{}}
	var at *box
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return s
		}
		if err != nil {
			t.Fatalf("not XML: %v\n%s", err, svg)
		}
		switch e := token.(type) {
		case xml.StartElement:
			st := stack[len(stack)-1]
			a := map[string]string{}
			for _, attr := range e.Attr {
				a[attr.Name.Local] = attr.Value
				if name := attr.Name.Local; name == "style" || strings.HasPrefix(name, "on") {
					t.Errorf("%s has the attribute %s, which the content security policy forbids", e.Name.Local, name)
				}
			}
			if a["font-size"] != "" {
				st.size = number(t, a["font-size"])
			}
			if a["text-anchor"] != "" {
				st.anchor = a["text-anchor"]
			}
			for _, class := range strings.Fields(a["class"]) {
				st.bold = (st.bold || class == "ref-name" || class == "count" || class == "end") && class != "end-value"
				st.est = st.est || class == "est"
			}
			stack = append(stack, st)
			switch e.Name.Local {
			case "svg":
				s.width, s.height = number(t, a["width"]), number(t, a["height"])
			case "text":
				x, y := number(t, a["x"]), number(t, a["y"])
				at = &box{left: x, top: y - 0.72*st.size, bottom: y + 0.2*st.size, right: x}
				s.smallest = min(s.smallest, st.size)
			}
			if a["data-value"] != "" {
				s.marks = append(s.marks, mark{a["data-member"], a["data-year"], a["data-value"], a["data-of"] + a["data-second"] + a["data-measure"] + strings.TrimSpace(a["data-source"]+" "+a["data-released"])})
				if st.est {
					s.estimates++
				}
			}
		case xml.CharData:
			if at == nil {
				continue
			}
			st := stack[len(stack)-1]
			w := r.width(string(e), st.size)
			if st.bold {
				w = r.boldWidth(string(e), st.size)
			}
			at.text += string(e)
			at.right += w
		case xml.EndElement:
			st := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if e.Name.Local != "text" {
				continue
			}
			w := at.right - at.left
			switch st.anchor {
			case "end":
				at.left, at.right = at.left-w, at.left
			case "middle":
				at.left, at.right = at.left-w/2, at.left+w/2
			}
			s.texts = append(s.texts, *at)
			at = nil
		}
	}
}

func number(t *testing.T, s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Errorf("%q is not a length", s)
	}
	return v
}

// legible reports text that is too small, that leaves the drawing, or that
// covers other text.
func legible(t *testing.T, name string, svg []byte) {
	t.Helper()
	s := read(t, svg)
	if least := 12.5; s.smallest < least {
		t.Errorf("%s: text of %v units", name, s.smallest)
	}
	for i, a := range s.texts {
		if a.left < -0.5 || a.top < -0.5 || a.right > s.width+0.5 || a.bottom > s.height+0.5 {
			t.Errorf("%s: %q is clipped: %+v in %v by %v", name, a.text, a, s.width, s.height)
		}
		for _, b := range s.texts[i+1:] {
			if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
				t.Errorf("%s: %q and %q overlap\n%+v\n%+v", name, a.text, b.text, a, b)
			}
		}
	}
}
