package scene

import (
	"strconv"
	"strings"
)

// tones are the colours of marks, names of the palette.
var tones = []string{"up", "down", "soft", "ink", "line-1", "line-2", "line-3", "line-4", "line-5", "line-6",
	"up-1", "up-2", "up-3", "down-1", "down-2", "down-3"}

// styleSheet returns the rules by which a page gives the classes their looks.
func styleSheet() string {
	var b strings.Builder
	rule := func(selector string, declarations ...string) {
		b.WriteString("  .chart svg " + selector + " { " + strings.Join(declarations, "; ") + "; }\n")
	}
	for _, t := range tones {
		rule("."+t, "--tone: var(--"+t+")")
	}
	for _, r := range roles() {
		if d := r.declarations(); len(d) > 0 {
			selector := "." + r.Name
			if r.Hatched {
				selector += ":not(.est)"
			}
			rule(selector, d...)
		}
		if r.Hollow {
			rule("."+r.Name+".est", Style{Fill: "paper", Stroke: tone, Width: hollowWidth}.declarations()...)
		}
	}
	for i, d := range dashes {
		rule(".dash-"+strconv.Itoa(i+2), "stroke-dasharray: "+lengths(d))
	}
	rule(".lead", "stroke-width: "+number(leadWidth)+"px")
	rule(".highlighted", "font-weight: 600")
	rule(".halo", Style{Halo: true}.declarations()...)
	return b.String()
}

// declarations returns a look as CSS.
func (l Style) declarations() []string {
	var d []string
	paint := func(property, name string) {
		switch name {
		case "":
		case off:
			d = append(d, property+": none")
		default:
			d = append(d, property+": var(--"+name+")")
		}
	}
	paint("fill", l.Fill)
	if l.Halo {
		d = append(d, "paint-order: stroke", "stroke: var(--paper)", "stroke-width: 3px", "stroke-linejoin: round")
	}
	paint("stroke", l.Stroke)
	if l.Width != 0 {
		d = append(d, "stroke-width: "+number(l.Width)+"px")
	}
	if l.Dash != nil {
		d = append(d, "stroke-dasharray: "+lengths(l.Dash))
	}
	if l.Opacity != 0 {
		d = append(d, "opacity: "+number(l.Opacity))
	}
	switch {
	case l.Bold:
		d = append(d, "font-weight: 600")
	case l.Plain:
		d = append(d, "font-weight: 400")
	}
	if l.Serif {
		d = append(d, "font-family: var(--serif)")
	}
	if l.Italic {
		d = append(d, "font-style: italic")
	}
	if l.Square {
		d = append(d, "stroke-linecap: square")
	}
	return d
}
