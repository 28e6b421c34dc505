package picture

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestUnknown holds that what the room does not know is an error.
func TestUnknown(t *testing.T) {
	for _, c := range []struct{ inside, want string }{
		{`<ellipse cx="1"/>`, "unknown element <ellipse>"},
		{`<rect width="1" height="1" style="fill:red"/>`, `<rect style="fill:red">: unknown`},
		{`<rect width="1" height="1" rotate="3"/>`, `<rect rotate="3">: unknown`},
		{`<g filter="url(#x)"/>`, "unknown"},
		{`<g transform="skewX(3)"/>`, "unknown transform"},
		{`<path d="M0 0A1 1 0 0 0 1 1"/>`, `unknown command 'A'`},
		{`<path d="M0 0L1"/>`, "no number"},
		{`<path d="L1 1"/>`, "does not begin with M"},
		{`<rect width="1" height="1" fill="red"/>`, `unknown colour "red"`},
		{`<rect width="1" height="1" fill="url(#gone)"/>`, `there is no pattern "gone"`},
		{`<pattern id="p" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 0L5 5L0 5z" fill="#000000"/></pattern><rect width="1" height="1" fill="url(#p)"/>`, "more than stripes"},
		{`<rect width="x" height="1"/>`, "no length"},
		{`<text x="1" y="1" stroke="#000000">a</text>`, "a stroke over its fill"},
		{`<text x="1" y="1" text-anchor="centre">a</text>`, `unknown text-anchor "centre"`},
		{`<text x="1" y="1">a<a>b</a></text>`, "<a> in a text"},
		{`words`, "outside of a text element"},
		{`<!-- x -->`, "without a name"},
		{`<g>&nbsp;</g>`, "unknown entity"},
		{`<g></rect>`, `ends as "rect"`},
		{`<g`, "no attribute"},
	} {
		n, err := parse([]byte(`<svg width="10" height="10">` + c.inside + `</svg>`))
		if err == nil {
			err = (&Picture{n, 1}).Check()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.inside, err, c.want)
		}
	}
}

// TestStyles holds what a style sheet makes of a drawing.
func TestStyles(t *testing.T) {
	const tokens = ":root { --paper: #fff; --ink: #000; --soft: #555; --rule: #ccc; --accent: #123456; --line: #0a0b0c }\n"
	for _, c := range []struct{ css, drawing, want string }{
		{`.chart svg .up { fill: var(--ink) }`, `<rect class="up"/>`, `<rect fill="#000000"/>`},
		{`.chart svg text { fill: var(--ink) }`, `<g><text>a</text><text>b</text></g>`, `<g fill="#000000"><text>a</text><text>b</text></g>`},
		{`.chart svg text { fill: var(--ink) } .chart svg .b { fill: var(--soft) }`, `<g><text>a</text><text class="b">b</text></g>`, `<g><text fill="#000000">a</text><text fill="#555555">b</text></g>`},
		{`.chart svg .up:not(.est) { fill: var(--ink) }`, `<rect class="up est" fill="url(#p)"/>`, `<rect fill="url(#p)"/>`},
		{`.chart svg :is(.up, .met) { fill: #abc }`, `<rect class="met"/>`, `<rect fill="#aabbcc"/>`},
		{`.chart svg [class^="line-"] path { stroke: var(--line); stroke-dasharray: var(--dash, none) } .chart svg .line-2 { --line: #010203; --dash: 7 3 }`, `<g class="line-2 lead"><path/></g>`, `<g stroke="#010203" stroke-dasharray="7 3"><path/></g>`},
		{`@layer a, b; @layer b { .up { fill: #111 } } @layer a { .chart svg .up { fill: #222 } }`, `<rect class="up"/>`, `<rect fill="#111111"/>`},
		{`@media print { .up { fill: #111 } } @container (max-width: 1px) { .up { fill: #111 } }`, `<rect class="up"/>`, `<rect/>`},
		{`.chart svg > .up { fill: #111 } g > .up { stroke: #222 }`, `<rect class="up"/>`, `<rect fill="#111111"/>`},
		{`.up:hover, .down { fill: #111 }`, `<rect class="up"/>`, `<rect/>`},
		{`.up { fill: color-mix(in srgb, #fff 25%, #000) }`, `<rect class="up"/>`, `<rect fill="#404040"/>`},
		{`/* .up { fill: #111 } */ .up { fill: #222; stroke-width: 3px }`, `<rect class="up"/>`, `<rect fill="#222222" stroke-width="3"/>`},
	} {
		l, errs := ReadLook(fstest.MapFS{"assets/site.css": {Data: []byte(tokens + c.css)}})
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.css, errs)
		}
		n, err := parse([]byte(`<svg>` + c.drawing + `</svg>`))
		if err == nil {
			err = l.resolve(n)
		}
		if got := string(n.write(nil)); err != nil || got != "<svg>"+c.want+"</svg>" {
			t.Errorf("%s: %s (%v), want %s", c.css, got, err, c.want)
		}
	}
}

// TestUnknownStyles holds that a rule for drawings which pictures cannot
// follow is told at its place.
func TestUnknownStyles(t *testing.T) {
	const tokens = ":root { --paper: #fff; --ink: #000; --soft: #555; --rule: #ccc; --accent: #123456 }\n"
	for _, c := range []struct{ css, want string }{
		{`.chart svg :nth-child(2) { fill: #111 }`, "site.css:2:1: warning: pictures for download cannot follow the selector .chart svg :nth-child(2)"},
		{`.chart svg .up { filter: blur(1px) }`, "site.css:2:1: warning: pictures for download cannot follow filter"},
		{`aside :nth-child(2) { filter: blur(1px) }`, ""},
		{`.chart .lively svg { filter: blur(1px) }`, ""},
		{`:root { --paper: wheat }`, "the pictures need the colour --paper"},
	} {
		_, errs := ReadLook(fstest.MapFS{"assets/site.css": {Data: []byte(tokens + c.css)}})
		got := ""
		for _, e := range errs {
			got += e.Error()
		}
		if !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", c.css, got, c.want)
		}
	}
	l, _ := ReadLook(fstest.MapFS{"assets/site.css": {Data: []byte(tokens + `.up { fill: hsl(1 2% 3%) }`)}})
	n, _ := parse([]byte(`<svg><rect class="up"/></svg>`))
	if err := l.resolve(n); err == nil || !strings.Contains(err.Error(), `the colour "hsl(1 2% 3%)"`) {
		t.Errorf("a colour that is not known: %v", err)
	}
}
