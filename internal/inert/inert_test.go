package inert_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/inert"
)

// svg returns a drawing that contains the elements.
func svg(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + inside + `</svg>`
}

// TestDrawings reads drawings that are inert, and such as would run or load something if a browser opened them.
func TestDrawings(t *testing.T) {
	golden.CheckLines(t, "drawings.txt", func(line string) string {
		before, inside, both := strings.Cut(line, " |")
		if !both {
			before, inside = "", line
		}
		wrong := inert.Check("a.svg", []byte(before+svg(inside)))
		if wrong == nil {
			return ""
		}
		if !strings.HasPrefix(wrong.HintText, "save it as plain SVG") {
			t.Errorf("%s: %v", line, wrong)
		}
		return fmt.Sprintf("%d:%d: %s", wrong.Pos.Line, wrong.Pos.Col, wrong.Msg)
	})
	for _, data := range []string{"\xff\xfe<\x00s\x00v\x00g\x00", svg("\xff")} {
		if wrong := inert.Check("a.svg", []byte(data)); wrong == nil || wrong.Msg != "text in an encoding that cannot be checked" {
			t.Errorf("%q: %v", data, wrong)
		}
	}
}

func TestFiles(t *testing.T) {
	for name, data := range map[string]string{
		"a.pdf":  "<script>alert(1)</script>",
		"a.csv":  "=1+1",
		"d.SVG":  svg(""),
		"f.xml":  "<figures><figure member=\"EST\">2.16</figure></figures>",
		"h.xml":  `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://example.org/"/><object onload="x"/></feed>`,
		"g.html": "", "a.HTM": "", "a.xhtml": "", "a.mht": "", "a.svgz": "",
	} {
		wrong := inert.Check(name, []byte(data))
		if page := data == ""; (wrong != nil) != page || page && !strings.Contains(wrong.Msg, "a page of its own") {
			t.Errorf("%s: %v", name, wrong)
		}
	}
	wrong := inert.Check("a.xml", []byte("<a>\n\t“<b onload='x'/>”</a>"))
	if wrong == nil || wrong.Pos.Line != 2 || wrong.Pos.Col != 3 {
		t.Errorf("the place is %v", wrong)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(svg("<a href='#x' style='fill:url(#y)'>\\75 rl(</a>"))
	f.Add("<?xml version='1.0' encoding='latin1'?><!DOCTYPE a [ ]><a>&amp;<![CDATA[x]]></a>")
	f.Fuzz(func(t *testing.T, data string) {
		wrong := inert.Check("a.svg", []byte(data))
		if wrong != nil && (wrong.Pos.Line < 1 || wrong.Pos.Col < 1 || wrong.Msg == "") {
			t.Errorf("%+v has no place", wrong)
		}
		if wrong == nil && strings.Contains(strings.ToLower(data), "<script") && !strings.Contains(data, "<!--") && !strings.Contains(data, "CDATA") && !strings.Contains(data, "<?") {
			t.Errorf("a script gets through: %q", data)
		}
	})
}
