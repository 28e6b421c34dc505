package inert_test

import (
	"strings"
	"testing"

	"burdenshare/internal/inert"
)

// svg returns a drawing that contains the elements.
func svg(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + inside + `</svg>`
}

func TestInert(t *testing.T) {
	for name, data := range map[string]string{
		"a.pdf":  "<script>alert(1)</script>",
		"a.csv":  "=1+1",
		"a.svg":  svg(`<style>.a{fill:url(#g);content:"\201C"}</style><path style="fill:url('#g')" fill="url(#g)" d="M0 0"/><use href="#a" xlink:href="#b"/>`),
		"b.svg":  svg(`<image href="data:image/png;base64,iVBORw0KGgo="/><a href="https://example.org/"><text>see https://example.org/</text></a>`),
		"c.svg":  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" + svg("<!-- <script> --><title>&lt;script></title>"),
		"d.SVG":  svg(`<animate attributeName="fill" to="red"/><text font-family="Song, 'On Air'">one</text>`),
		"e.svg":  "<?xml version='1.0' encoding='iso-8859-1'?>" + svg("<title>a</title>"),
		"f.xml":  "<figures><figure member=\"EST\">2.16</figure></figures>",
		"h.xml":  `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://example.org/"/><object onload="x"/></feed>`,
		"g.html": "",
	} {
		wrong := inert.Check(name, []byte(data))
		if (wrong != nil) != (name == "g.html") {
			t.Errorf("%s: %v", name, wrong)
		}
	}
}

// TestAlive contains files that would run or load something if a browser opened them.
func TestAlive(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{svg("<script>alert(1)</script>"), "an element <script>"},
		{svg("<script href='https://evil.example/x.js'/>"), "an element <script>"},
		{svg("<h:SCRIPT xmlns:h='http://www.w3.org/1999/xhtml'/>"), "an element <SCRIPT>"},
		{svg("<foreignObject><p/></foreignObject>"), "an element <foreignObject>"},
		{svg("<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/>"), "an element <iframe>"},
		{svg("<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0'/>"), "an element <meta>"},
		{svg("<g onload='alert(1)'/>"), "an attribute onload, which is a script"},
		{svg("<g ONCLICK='alert(1)'/>"), "an attribute ONCLICK, which is a script"},
		{svg("<a href='javascript:alert(1)'/>"), `a reference to "javascript:alert(1)"`},
		{svg("<a xlink:href='&#106;avascript:alert(1)'/>"), `a reference to "javascript:alert(1)"`},
		{svg("<a href='\tjavascript:alert(1)'/>"), "a reference to "},
		{svg("<a href='data:text/html,x'/>"), "a reference to "},
		{svg("<use href='other.svg#a'/>"), "a reference to "},
		{svg("<use href='data:image/svg+xml,x#a'/>"), "a reference to "},
		{svg("<image href='https://evil.example/x.png'/>"), "a reference to "},
		{svg("<image href='//evil.example/x.png'/>"), "a reference to "},
		{svg("<feImage href='https://evil.example/x.png'/>"), "a reference to "},
		{svg("<a><set attributeName='xlink:href' to='javascript:alert(1)'/></a>"), `an animation of "xlink:href"`},
		{svg("<a><animate attributeName='href' values='javascript:alert(1)'/></a>"), "an animation of "},
		{svg("<set attributeName='onclick' to='alert(1)'/>"), "an animation of "},
		{svg("<style>@import 'https://evil.example/x.css';</style>"), "a style sheet that loads something"},
		{svg("<style>@\\69mport 'x'</style>"), "a style sheet that loads something"},
		{svg("<style>g{fill:URL( \"https://evil.example/x\")}</style>"), "a style sheet that loads something"},
		{svg("<style>g{fill:\\75 rl(https://evil.example/x)}</style>"), "a style sheet that loads something"},
		{svg("<style><![CDATA[@font-face{src:url(//evil.example/f)}]]></style>"), "a style sheet that loads something"},
		{svg("<g style='background:url(x.png)'/>"), "an attribute style that loads something"},
		{svg("<g fill='url(https://evil.example/x#g)'/>"), "an attribute fill that loads something"},
		{"<?xml-stylesheet href='https://evil.example/x.xsl'?>" + svg(""), "an instruction <?xml-stylesheet?>"},
		{"<!DOCTYPE svg [<!ENTITY x '<script/>'>]>" + svg(""), "a document type with definitions of its own"},
		{"<?xml version='1.0' encoding='utf-7'?>" + svg("+ADw-script+AD4-"), "text in an encoding that cannot be checked"},
		{"\xff\xfe<\x00s\x00v\x00g\x00", "text in an encoding that cannot be checked"},
		{svg("\xff"), "text in an encoding that cannot be checked"},
		{svg("<g>"), "text that is not well-formed XML"},
		{svg("&x;"), "text that is not well-formed XML"},
	} {
		wrong := inert.Check("a.svg", []byte(c.data))
		if wrong == nil || !strings.HasPrefix(wrong.Msg, c.want) || wrong.Pos.Line != 1 || wrong.Pos.Col < 1 || wrong.HintText == "" {
			t.Errorf("%s\ngot %+v, want %s", c.data, wrong, c.want)
		}
	}
	wrong := inert.Check("a.xml", []byte("<a>\n\t“<b onload='x'/>”</a>"))
	if wrong == nil || wrong.Pos.Line != 2 || wrong.Pos.Col != 3 {
		t.Errorf("the place is %v", wrong)
	}
	for _, name := range []string{"a.html", "a.HTM", "a.xhtml", "a.mht", "a.svgz"} {
		if wrong := inert.Check(name, nil); wrong == nil || !strings.Contains(wrong.Msg, "a page of its own") {
			t.Errorf("%s: %v", name, wrong)
		}
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
